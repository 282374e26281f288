package import RowSorting

/// Takes the results of a reconciliation one by one, so that they need not all be held at once.
///
/// Questions come in the order of their party, conflict, event, outcome and id; the rest comes in
/// no order that means anything, but in the same one for the same claims.
package protocol ReconciliationSink {
  /// Takes a question with its range, which does not name its findings yet, and its timeline.
  mutating func take(_ range: QuestionRange, timeline: [TimelinePoint]) throws
  /// Takes a discrepancy.
  mutating func take(_ finding: Finding) throws
  /// Takes a claim that entered no range.
  mutating func take(_ setAside: SetAside) throws
  /// Takes claims that were put together as one event.
  mutating func take(_ event: EventGroup) throws
  /// Takes what is known when all else has been handed on.
  mutating func take(_ summary: ReconciliationSummary) throws
}

/// What a reconciliation says of all claims together.
package struct ReconciliationSummary: Sendable {
  /// How many claims were taken in, set aside or not.
  package var claimCount: Int
  /// Who has counted whom.
  package var coverage: [CoverageCell]
  /// The conflicts that claims name and the register does not have, with how many claims do.
  package var unknownConflicts: [String: Int]
}

/// Keeps all results in memory, in the order in which people read them.
struct ReconciliationCollector: ReconciliationSink {
  private var collected = Reconciliation()

  mutating func take(_ range: QuestionRange, timeline: [TimelinePoint]) {
    collected.ranges.append(range)
    collected.timeline += timeline
  }

  mutating func take(_ finding: Finding) {
    collected.findings.append(finding)
  }

  mutating func take(_ setAside: SetAside) {
    collected.setAside.append(setAside)
  }

  mutating func take(_ event: EventGroup) {
    collected.events.append(event)
  }

  mutating func take(_ summary: ReconciliationSummary) {
    collected.coverage = summary.coverage
    collected.claimCount = summary.claimCount
    collected.unknownConflicts = summary.unknownConflicts
  }

  /// All that was taken in, sorted, with the questions tied to their findings.
  var result: Reconciliation {
    var result = collected
    result.findings.sort(by: Finding.precedes)
    result.setAside.sort { ($0.claimID, $0.reason) < ($1.claimID, $1.reason) }
    result.events.sort { $0.event < $1.event }
    var byQuestion: [String: [String]] = [:]
    for finding in result.findings {
      for question in finding.questions { byQuestion[question, default: []].append(finding.id) }
    }
    for index in result.ranges.indices {
      result.ranges[index].findings = byQuestion[result.ranges[index].id] ?? []
    }
    return result
  }
}

extension Finding {
  /// Whether one finding comes before another in a question's list: discrepancies before what is
  /// only worth knowing; of each, the gravest first.
  static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.kind.informs != b.kind.informs { return b.kind.informs }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.kind != b.kind { return a.kind.rank < b.kind.rank }
    return (a.sentence, a.id) < (b.sentence, b.id)
  }

  /// Writes what ``precedes(_:_:)`` compares, so that rows come in the same order.
  package func writeOrder(to row: inout RowWriter) {
    row.write(kind.informs ? 1 : 0 as UInt8)
    row.write(-severity)
    row.write(kind.rank)
    row.write(sentence)
    row.write(id)
  }

  /// Passes over what ``writeOrder(to:)`` wrote.
  ///
  /// - Returns: The finding's id.
  package static func skipOrder(_ row: inout RowReader) -> String {
    _ = (row.byte(), row.integer(), row.integer(), row.text())
    return row.text()
  }
}

extension FindingKind {
  /// Whether it says nothing against a figure.
  fileprivate var informs: Bool { self == .revision || self == .echo || self == .unbounded }

  /// Its place among the kinds.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
