package import Reconciliation

/// How much of a report a format shows; what a limit leaves out is said where it is left out.
package struct ReportLimits: Hashable, Sendable {
  /// Questions in the table of ranges.
  package var ranges: Int
  /// Questions with a section and plots of their own.
  package var questions: Int
  /// Sources in those sections, all of them together.
  package var answers: Int
  /// Findings in the list of discrepancies.
  package var findings: Int
  /// Claims with their quotes, those that ranges and findings rest on first.
  package var claims: Int
  /// Documents in the list.
  package var documents: Int

  package init(
    ranges: Int, questions: Int, answers: Int = .max, findings: Int, claims: Int, documents: Int
  ) {
    self.ranges = ranges
    self.questions = questions
    self.answers = answers
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
    ranges: 10_000, questions: 200, answers: 1500, findings: 2000, claims: 3000, documents: 2000)
}

extension Report {
  /// The questions that get a section of their own.
  package func questions(within limits: ReportLimits) -> ArraySlice<QuestionRange> {
    var answers = 0
    var count = 0
    for question in questions.prefix(limits.questions) {
      answers += question.answers.count
      // The first question has its section however many sources it has.
      if count > 0, answers > limits.answers { break }
      count += 1
    }
    return questions.prefix(count)
  }

  /// The ids of the claims that pages within some limits show; nil where they show all.
  ///
  /// Half the room is for what the questions' sections draw, the rest for what findings and other
  /// questions rest on, then for repetitions and earlier figures.
  package func claimsWanted(within limits: ReportLimits) -> Set<String>? {
    guard claimCount > limits.claims else { return nil }
    var chosen: Set<String> = []
    func choose(_ ids: [String], upTo limit: Int) {
      for id in ids where chosen.count < limit { chosen.insert(id) }
    }
    for finding in headlines() { choose(finding.claims, upTo: limits.claims) }
    for question in questions(within: limits) {
      choose(question.answers.map(\.current), upTo: limits.claims / 2)
    }
    for finding in findings.prefix(limits.findings) { choose(finding.claims, upTo: limits.claims) }
    for question in questions where chosen.count < limits.claims {
      choose(question.answers.map(\.current), upTo: limits.claims)
    }
    for question in questions where chosen.count < limits.claims {
      for answer in question.answers {
        choose(answer.echoes + answer.revisions, upTo: limits.claims)
      }
    }
    for entry in setAside where chosen.count < limits.claims {
      choose([entry.claimID], upTo: limits.claims)
    }
    return chosen
  }

  /// The ids of the claims to show, in reading order: all of them, or those that findings and the
  /// first questions' answers rest on.
  package func claimIDs(within limits: ReportLimits) -> [String] {
    guard claimIDs.count > limits.claims, let wanted = claimsWanted(within: limits) else {
      return claimIDs
    }
    return claimIDs.filter { wanted.contains($0) }
  }
}
