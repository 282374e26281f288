package import ClaimModel
import Reconciliation
import RowSorting

/// The order of findings: what matters most first.
enum FindingOrder {
  /// Discrepancies before information, then the wider gap, then the kind, then the id.
  static func sorted(_ findings: consuming [Finding]) -> [Finding] {
    // A finding holds many texts: its place is moved about, not the finding.
    var keys = findings.indices.map { index in
      let finding = findings[index]
      return Key(
        rank: rank(finding.kind), severity: finding.severity, order: order(finding.kind),
        index: index)
    }
    keys.sort {
      let (a, b) = ($0.numbers, $1.numbers)
      return a == b ? findings[$0.index].id < findings[$1.index].id : a < b
    }
    return keys.map { findings[$0.index] }
  }

  /// Writes what ``sorted(_:)`` compares, so that rows come in the same order; of one id, those
  /// that a question's list has first.
  static func write(_ finding: Finding, to row: inout RowWriter) {
    row.write(rank(finding.kind))
    row.write(-finding.severity)
    row.write(order(finding.kind))
    row.write(finding.id)
    row.write(finding.sentence)
  }

  /// Passes over what ``write(_:to:)`` wrote.
  static func skip(_ row: inout RowReader) {
    _ = (row.integer(), row.integer(), row.integer(), row.text(), row.text())
  }

  /// What findings are sorted by before their ids.
  private struct Key {
    var rank: Int
    var severity: Int
    var order: Int
    var index: Int

    var numbers: (Int, Int, Int) { (rank, -severity, order) }
  }

  /// How many of the heaviest findings are weighed to the last detail.
  static let candidates = 5000
  /// How many findings lead a report.
  static let leading = 10

  /// The findings to lead with: by weight, but at first no more than two a question, two a claim and
  /// four a kind, so that one odd figure does not fill the page.
  ///
  /// - Parameters:
  ///   - findings: All findings, in order.
  ///   - limit: How many lead.
  ///   - size: A finding's ``weight(_:origins:)``.
  ///   - days: How far apart in time its figures are, which takes away from its weight: figures of
  ///     different years are less of a contradiction.
  /// - Returns: The findings that lead, the weightiest first.
  static func headlines(
    of findings: [Finding], _ limit: Int, size: (Finding) -> Int, days: (Finding) -> Int
  ) -> [Finding] {
    var seen: [String: Int] = [:]
    var ofKind: [FindingKind: Int] = [:]
    var chosen: [Finding] = []
    var passedOver: [Finding] = []
    let heaviest = findings.indices.map { (weight: size(findings[$0]), index: $0) }
      .sorted { (-$0.weight, $0.index) < (-$1.weight, $1.index) }.prefix(candidates)
    let weighed = heaviest.map { weight, index in
      (weight: weight - 1000 * min(2 * 365, days(findings[index])) / 365, index: index)
    }.sorted { (-$0.weight, $0.index) < (-$1.weight, $1.index) }
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

  /// How much a finding matters to a reader, its dates aside.
  ///
  /// A gap counts up to thirtyfold: beyond that one of the two mostly counts something else. What
  /// several sources speak on counts more, and so do large numbers of people.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - origins: How many origins answer its question.
  /// - Returns: The weight: more is more important.
  static func weight(_ finding: Finding, origins: Int) -> Int {
    let size = String(finding.highValue ?? 0).utf8.count
    let kind = rank(finding.kind) == 0 ? 0 : -2000
    let gap = finding.kind == .gap ? 1000 : min(1500, finding.severity)
    return weight(kind + gap + 100 * size, origins: origins)
  }

  /// What a finding's weight is with the origins that answer its question, from what it is without.
  static func weight(_ weight: Int, origins: Int) -> Int { weight + 250 * min(8, origins) }

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
      let weight = Self.weight(range) + Self.weight(ofSeverity: severity[range.id] ?? 0)
      return (weight: weight, claims: range.claims, id: range.id, index: index)
    }
    return keyed.sorted { (-$0.weight, -$0.claims, $0.id) < (-$1.weight, -$1.claims, $1.id) }
      .map { ranges[$0.index] }
  }

  /// How much a question matters to a reader, its findings aside.
  static func weight(_ range: QuestionRange) -> Int {
    let size = String(range.high ?? range.best ?? range.low ?? 0).utf8.count
    let part = range.partOf == nil && range.key.whole.isEmpty ? 0 : -1000
    return part + 250 * min(8, range.answers.count) + 100 * size
  }

  /// How much the gravest of its findings adds to that; what is only a revision adds nothing.
  static func weight(ofSeverity severity: Int) -> Int { min(1500, severity) }
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
package struct DocumentListing: Sendable {
  private var known: [String: ReportDocument] = [:]
  /// How many claims each document has.
  package private(set) var claimCounts: [String: Int] = [:]

  package init(_ given: [ReportDocument] = []) {
    for document in given where known[document.id] == nil { known[document.id] = document }
  }

  /// Counts a claim, and lists its document where nobody else did.
  ///
  /// Of claims that tell different things of one document, the one that comes first in the order of
  /// what they tell counts, so that the order of the claims does not.
  package mutating func count(_ claim: Claim) {
    let id = claim.documentID
    claimCounts[id, default: 0] += 1
    if claimCounts[id] == 1, known[id] != nil { given.insert(id) }
    if given.contains(id) { return }
    let told = ReportDocument(claim)
    guard let old = known[id] else {
      known[id] = told
      return
    }
    if told.isBefore(old) { known[id] = told }
  }

  /// The documents that the caller listed, among those that have claims.
  private var given: Set<String> = []

  /// All documents, by their ids.
  package var documents: [ReportDocument] { known.values.sorted { $0.id < $1.id } }
}

extension ReportDocument {
  /// The order of what claims tell of one document: more is told before less, then by the texts.
  fileprivate func isBefore(_ other: ReportDocument) -> Bool {
    let (a, b) = (published?.description ?? "", other.published?.description ?? "")
    return (publisher.isEmpty ? 1 : 0, url.isEmpty ? 1 : 0, publisher, url, a)
      < (other.publisher.isEmpty ? 1 : 0, other.url.isEmpty ? 1 : 0, other.publisher, other.url, b)
  }
}
