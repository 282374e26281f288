import ClaimModel
import Reconciliation

/// The order of findings: what matters most first.
enum FindingOrder {
  /// Discrepancies before information, then the wider gap, then the kind, then the id.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted {
      (rank($0.kind), -$0.severity, order($0.kind), $0.id)
        < (rank($1.kind), -$1.severity, order($1.kind), $1.id)
    }
  }

  /// The findings to lead with: by weight, but at first no more than two a question, two a claim and
  /// four a kind, so that one odd figure does not fill the page.
  static func headlines(
    of findings: [Finding], _ limit: Int, weight: (Finding) -> Int
  ) -> [Finding] {
    var seen: [String: Int] = [:]
    var ofKind: [FindingKind: Int] = [:]
    var chosen: [Finding] = []
    var passedOver: [Finding] = []
    let weighed = findings.enumerated().map { (weight: weight($0.element), index: $0.offset) }
      .sorted { (-$0.weight, $0.index) < (-$1.weight, $1.index) }
    for (_, index) in weighed where chosen.count < limit {
      let finding = findings[index]
      let subjects = finding.questions + finding.claims
      if ofKind[finding.kind, default: 0] >= 4 || subjects.contains(where: { seen[$0] ?? 0 >= 2 }) {
        if passedOver.count < limit { passedOver.append(finding) }
        continue
      }
      chosen.append(finding)
      ofKind[finding.kind, default: 0] += 1
      for subject in subjects { seen[subject, default: 0] += 1 }
    }
    return chosen + passedOver.prefix(limit - chosen.count)
  }

  /// How much a finding matters to a reader.
  ///
  /// A gap counts up to thirtyfold: beyond that one of the two mostly counts something else. What
  /// several sources speak on counts more, and so do large numbers of people; figures of different
  /// years are less of a contradiction.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - origins: How many origins answer its question.
  ///   - days: How far apart in time its claims are.
  /// - Returns: The weight: more is more important.
  static func weight(_ finding: Finding, origins: Int, days: Int) -> Int {
    let size = String(finding.highValue ?? 0).utf8.count
    let kind = rank(finding.kind) == 0 ? 0 : -2000
    let gap = finding.kind == .gap ? 1000 : min(1500, finding.severity)
    return kind + gap + 250 * min(8, origins) + 100 * size - 1000 * min(2 * 365, days) / 365
  }

  private static func rank(_ kind: FindingKind) -> Int {
    switch kind {
    case .disjoint, .partisan, .self, .definition, .whole, .regress, .gap: 0
    case .revision, .echo, .unbounded: 1
    }
  }

  private static func order(_ kind: FindingKind) -> Int {
    FindingKind.allCases.firstIndex(of: kind) ?? 0
  }
}

/// The order of questions: what many sources disagree on about many people comes first.
enum QuestionOrder {
  /// The questions in that order.
  static func sorted(_ ranges: [QuestionRange], by findings: [Finding]) -> [QuestionRange] {
    var severity: [String: Int] = [:]
    for finding in findings where finding.kind != .revision {
      for question in finding.questions {
        severity[question] = max(severity[question] ?? 0, finding.severity)
      }
    }
    let keyed = ranges.indices.map { index in
      let range = ranges[index]
      let size = String(range.high ?? range.best ?? range.low ?? 0).utf8.count
      let part = range.partOf == nil && range.key.whole.isEmpty ? 0 : -1000
      let weight =
        part + min(1500, severity[range.id] ?? 0) + 250 * min(8, range.answers.count) + 100 * size
      return (weight: weight, claims: range.claims, id: range.id, index: index)
    }
    return keyed.sorted { (-$0.weight, -$0.claims, $0.id) < (-$1.weight, -$1.claims, $1.id) }
      .map { ranges[$0.index] }
  }
}

/// The order of claims: by document, by place in it, by id.
enum ClaimOrder {
  /// The ids of the claims in that order.
  static func sorted(_ claims: [String: Claim]) -> [String] {
    claims.map { (document: $1.documentID, start: $1.span?.start ?? -1, id: $0) }
      .sorted { ($0.document, $0.start, $0.id) < ($1.document, $1.start, $1.id) }
      .map(\.id)
  }
}

/// The documents of a report: those that the caller lists, and those that only claims tell of.
struct DocumentListing {
  var documents: [ReportDocument]
  var claimCounts: [String: Int] = [:]

  init(_ given: [ReportDocument], claims: [String: Claim], inOrder claimIDs: [String]) {
    var known: [String: ReportDocument] = [:]
    for document in given where known[document.id] == nil { known[document.id] = document }
    for id in claimIDs {
      guard let claim = claims[id] else { continue }
      claimCounts[claim.documentID, default: 0] += 1
      if known[claim.documentID] == nil {
        known[claim.documentID] = ReportDocument(
          id: claim.documentID, publisher: claim.publisher, published: claim.published,
          url: claim.url)
      }
    }
    documents = known.values.sorted { $0.id < $1.id }
  }
}
