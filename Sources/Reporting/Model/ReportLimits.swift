import Reconciliation

/// How much of a report a format shows; what a limit leaves out is said where it is left out.
package struct ReportLimits: Hashable, Sendable {
  /// Questions in the table of ranges.
  package var ranges: Int
  /// Questions with a section and plots of their own.
  package var questions: Int
  /// Findings in the list of discrepancies.
  package var findings: Int
  /// Claims with their quotes, those that ranges and findings rest on first.
  package var claims: Int
  /// Documents in the list.
  package var documents: Int

  package init(ranges: Int, questions: Int, findings: Int, claims: Int, documents: Int) {
    self.ranges = ranges
    self.questions = questions
    self.findings = findings
    self.claims = claims
    self.documents = documents
  }

  /// Everything.
  package static let all = ReportLimits(
    ranges: .max, questions: .max, findings: .max, claims: .max, documents: .max)

  /// What fits a terminal.
  package static let terminal = ReportLimits(
    ranges: 40, questions: 8, findings: 40, claims: 60, documents: 40)

  /// What a browser opens at once.
  package static let page = ReportLimits(
    ranges: 10_000, questions: 200, findings: 2000, claims: 5000, documents: 5000)
}

extension Report {
  /// The ids of the claims to show, in reading order: all of them, or those that findings and the
  /// first questions' answers rest on.
  package func claimIDs(within limit: Int) -> [String] {
    guard claimIDs.count > limit else { return claimIDs }
    var chosen: Set<String> = []
    func choose(_ ids: [String]) {
      for id in ids where chosen.count < limit && claim(id) != nil { chosen.insert(id) }
    }
    for finding in findings.prefix(limit) { choose(finding.claims) }
    for question in questions {
      if chosen.count >= limit { break }
      choose(question.answers.map(\.current))
    }
    for id in claimIDs {
      if chosen.count >= limit { break }
      chosen.insert(id)
    }
    return chosen.sorted { (number(ofClaim: $0) ?? 0) < (number(ofClaim: $1) ?? 0) }
  }
}
