package import ClaimModel
package import Reconciliation
package import RowSorting

/// Takes the results of a reconciliation as they come and makes a report of them that holds no more
/// than its pages show.
///
/// All results wait as rows in sorters, so that memory does not grow with their number; at the end
/// ``report(within:notes:)`` reads them in the report's order, keeps what the limits leave, and counts
/// the rest. Tables are written from the same rows, whole. What comes out is what a ``Report`` of the
/// same reconciliation gives, byte for byte.
package struct ReportStream: ReconciliationSink {
  var rows: ReportRows
  /// The names of all origins.
  private var origins: Set<String> = []
  private var row = RowWriter()
  private let store: SpillStore?
  /// Questions by id: their weight and counts, then all of them and their timeline.
  private var questions: RowSorter
  /// Findings by question, in the order of a question's list.
  private var findingsOfQuestions: RowSorter
  /// How many origins answer a question, by the hash of its id.
  private var originCounts: [UInt64: Int32] = [:]

  /// A stream of nothing yet.
  ///
  /// - Parameter store: Where rows go that memory has no room for; nil keeps all in memory.
  package init(_ store: SpillStore?) {
    self.store = store
    rows = ReportRows(store)
    questions = RowSorter(store)
    findingsOfQuestions = RowSorter(store)
  }

  /// Counts a claim for the list of documents.
  package mutating func count(_ claim: Claim) throws {
    row.begin()
    row.write(claim.documentID)
    ReportDocument(claim).writeOrder(to: &row)
    try rows.documents.add(row)
  }

  package mutating func take(_ range: QuestionRange, timeline: [TimelinePoint]) throws {
    rows.questionCount += 1
    originCounts[Self.hash(range.id)] = Int32(clamping: range.answers.count)
    for answer in range.answers { origins.insert(answer.origin) }
    row.begin()
    row.write(range.id)
    row.write(QuestionOrder.weight(range))
    row.write(range.claims)
    range.write(to: &row)
    row.write(UInt32(truncatingIfNeeded: timeline.count))
    for point in timeline { point.write(to: &row) }
    try questions.add(row)
  }

  package mutating func take(_ finding: Finding) throws {
    rows.findingCount += 1
    row.begin()
    FindingOrder.write(finding, to: &row)
    row.write(FindingOrder.weight(finding, origins: 0))
    row.write(finding.origins.count)
    row.write(finding.questions)
    finding.write(to: &row)
    try rows.findings.add(row)
    try FindingsByQuestion.add(finding, to: &findingsOfQuestions, &row)
  }

  package mutating func take(_ setAside: SetAside) throws {
    row.begin()
    row.write(setAside.reason)
    row.write(setAside.claimID)
    try rows.setAside.add(row)
  }

  package mutating func take(_ event: EventGroup) throws {
    row.begin()
    row.write(event.event)
    row.write(rows.events.count)
    row.write(Array(event.reasons.prefix(HTMLPage.reasonsShown)))
    try rows.events.add(row)
  }

  package mutating func take(_ summary: ReconciliationSummary) {
    rows.coverage = Coverage(summary.coverage)
    rows.claimCount = summary.claimCount
    rows.unknownConflicts = summary.unknownConflicts
  }

  /// The conflicts that the register does not have, with how many claims name them.
  package var unknownConflicts: [String: Int] { rows.unknownConflicts }

  /// Makes the report.
  ///
  /// - Parameters:
  ///   - limits: What its pages show at most.
  ///   - notes: What the report is called and how it was made.
  /// - Returns: The report, still without claims: `Report.take(_:)` brings those it asks for.
  /// - Throws: What the store throws.
  package consuming func report(
    within limits: ReportLimits, notes: ReportNotes = ReportNotes()
  ) throws -> Report {
    try weighQuestions()
    rows.originCount = origins.count
    origins = []
    var selection = ReportSelection(limits)
    try selection.chooseQuestions(rows)
    try selection.chooseFindings(rows) { [originCounts] in
      Int(originCounts[Self.hash($0)] ?? 0)
    }
    try selection.lookUpQuestions(rows)
    try selection.chooseRest(rows)
    return Report(rows, selection, notes: notes)
  }

  /// Brings the questions into the report's order, with the ids of their findings.
  private mutating func weighQuestions() throws {
    var questions = try Self.taken(&self.questions).sorted()
    var findings = try FindingsByQuestion(Self.taken(&findingsOfQuestions))
    while try questions.advance() {
      var reader = RowReader(questions.row)
      let id = reader.text()
      let (ids, severity) = try findings.take(id)
      let weight = reader.integer() + QuestionOrder.weight(ofSeverity: severity)
      row.begin()
      row.write(-weight)
      row.write(-reader.integer())
      row.write(id)
      row.write(ids)
      row.write(raw: questions.row[reader.position...])
      try rows.questions.add(row)
    }
  }

  private static func hash(_ id: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(id)
    return hash.value
  }

  private static func taken(_ sorter: inout RowSorter) -> RowSorter {
    var taken = RowSorter(nil)
    swap(&taken, &sorter)
    return taken
  }
}
