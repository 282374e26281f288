import ClaimModel
import ClaimTables
package import DelimitedText
package import Reconciliation
package import RowSorting

/// Writes the tables of a reconciliation without ever holding all of it.
///
/// Takes the results as they come and keeps them as rows in sorters; at the end the rows are
/// brought into the order in which a ``Report`` has them, and written. What comes out is what
/// ``TableReport`` writes of the same claims, byte for byte.
package struct TableStream: ReconciliationSink {
  /// How many questions there are.
  package private(set) var questionCount = 0
  /// How many findings there are.
  package private(set) var findingCount = 0
  /// How many claims entered no range.
  package private(set) var setAsideCount = 0
  /// The conflicts that the register does not have, with how many claims name them.
  package private(set) var unknownConflicts: [String: Int] = [:]

  private let tables: Set<ReportTable>
  private let store: SpillStore?
  private let rangeHeader = ReportTable.ranges.schema.header
  /// Questions by id: their weight, their cells, the rows of their answers and their timeline.
  private var questions: RowSorter
  /// Findings in the report's order, with their row.
  private var findings: RowSorter
  /// Findings by question, in the order of a question's list.
  private var findingsOfQuestions: RowSorter
  /// Claims in no range, in the report's order.
  private var setAside: RowSorter
  private var coverage: [CoverageCell] = []
  private var lines = LineWriter()
  private var row = RowWriter()

  /// A stream of nothing yet.
  ///
  /// - Parameters:
  ///   - tables: The tables that will be written.
  ///   - store: Where rows go that memory has no room for; nil keeps all in memory.
  package init(_ tables: [ReportTable], _ store: SpillStore?) {
    self.tables = Set(tables)
    self.store = store
    questions = RowSorter(store)
    findings = RowSorter(store)
    findingsOfQuestions = RowSorter(store)
    setAside = RowSorter(store)
  }

  package mutating func take(_ range: QuestionRange, timeline: [TimelinePoint]) throws {
    questionCount += 1
    guard needsQuestions else { return }
    row.begin()
    row.write(range.id)
    row.write(QuestionOrder.weight(range))
    row.write(range.claims)
    if tables.contains(.ranges) {
      for cell in TableRows.range(range) { row.write(cell.text) }
    }
    if tables.contains(.answers) {
      for answer in range.answers {
        try lines.add(TableRows.answer(answer, to: range.id, asOf: answer.asOf))
      }
    }
    row.write(blob: try lines.take())
    if tables.contains(.timeline) {
      for point in timeline { try lines.add(TableRows.point(point)) }
    }
    row.write(blob: try lines.take())
    try questions.add(row)
  }

  package mutating func take(_ finding: Finding) throws {
    findingCount += 1
    if tables.contains(.findings) {
      row.begin()
      FindingOrder.write(finding, to: &row)
      try lines.add(TableRows.finding(finding))
      row.write(raw: try lines.take())
      try findings.add(row)
    }
    guard needsQuestions else { return }
    try FindingsByQuestion.add(finding, to: &findingsOfQuestions, &row)
  }

  package mutating func take(_ setAside: SetAside) throws {
    setAsideCount += 1
    guard tables.contains(.setAside) else { return }
    row.begin()
    row.write(setAside.reason)
    row.write(setAside.claimID)
    try self.setAside.add(row)
  }

  package mutating func take(_ event: EventGroup) {}

  package mutating func take(_ summary: ReconciliationSummary) {
    coverage = summary.coverage
    unknownConflicts = summary.unknownConflicts
  }

  private var needsQuestions: Bool {
    tables.contains(.ranges) || tables.contains(.answers) || tables.contains(.timeline)
  }

  /// Writes the tables.
  ///
  /// - Parameters:
  ///   - hasHXLRow: Whether the HXL row stands under each header.
  ///   - sink: Gives where a table's bytes go.
  /// - Throws: What the store and the sinks throw.
  package mutating func write(
    hasHXLRow: Bool = false, to sink: (ReportTable) throws -> CSVWriter.Sink
  ) throws {
    var outputs: [ReportTable: TableOutput] = [:]
    for table in ReportTable.allCases where tables.contains(table) {
      outputs[table] = try TableOutput(table, hasHXLRow: hasHXLRow, sink(table))
    }
    if needsQuestions {
      var questions = try weighedQuestions().sorted()
      while try questions.advance() {
        var reader = RowReader(questions.row)
        _ = (reader.integer(), reader.integer(), reader.text())
        for table in [ReportTable.ranges, .answers, .timeline] {
          let lines = reader.blob()
          try outputs[table]?.write(lines: lines)
        }
      }
    }
    if var output = outputs[.findings] {
      var findings = try Self.taken(&findings).sorted()
      while try findings.advance() {
        var reader = RowReader(findings.row)
        FindingOrder.skip(&reader)
        try output.write(lines: findings.row[reader.position...])
      }
      outputs[.findings] = output
    }
    if outputs[.coverage] != nil {
      try Coverage(coverage).forEachRow { cells in
        try lines.add(cells)
        try outputs[.coverage]?.write(lines: lines.take())
      }
    }
    if outputs[.setAside] != nil {
      var setAside = try Self.taken(&setAside).sorted()
      while try setAside.advance() {
        var reader = RowReader(setAside.row)
        let reason = reader.text()
        try lines.add([.text(reader.text()), .text(reason)])
        try outputs[.setAside]?.write(lines: lines.take())
      }
    }
    for table in ReportTable.allCases { try outputs[table]?.flush() }
  }

  /// The questions in the report's order, each with its lines of the three tables.
  private mutating func weighedQuestions() throws -> RowSorter {
    var questions = try Self.taken(&questions).sorted()
    var findings = try FindingsByQuestion(Self.taken(&findingsOfQuestions))
    var weighed = RowSorter(store)
    while try questions.advance() {
      var reader = RowReader(questions.row)
      let id = reader.text()
      let (ids, severity) = try findings.take(id)
      let weight = reader.integer() + QuestionOrder.weight(ofSeverity: severity)
      row.begin()
      row.write(-weight)
      row.write(-reader.integer())
      row.write(id)
      if tables.contains(.ranges) {
        var cells = rangeHeader.map { _ in reader.text() }
        if let column = rangeHeader.firstIndex(of: "findings") {
          cells[column] = TableCell.list(ids).text
        }
        try lines.add(cells.map { .text($0) })
      }
      row.write(blob: try lines.take())
      row.write(blob: reader.blob())
      row.write(blob: reader.blob())
      try weighed.add(row)
    }
    return weighed
  }

  private static func taken(_ sorter: inout RowSorter) -> RowSorter {
    var taken = RowSorter(nil)
    swap(&taken, &sorter)
    return taken
  }
}

/// Makes the lines of tables as a ``CSVWriter`` writes them.
private struct LineWriter {
  private final class Buffer {
    var bytes: [UInt8] = []
  }

  private let buffer = Buffer()
  private var writer: CSVWriter

  init() {
    writer = CSVWriter(bufferSize: 1 << 12) { [buffer] in
      buffer.bytes.append(contentsOf: $0)
    }
    // What a table begins with is its header; the lines come behind it.
    writer.field("header")
    // A sink that only appends never throws.
    try? writer.endRow()
    try? writer.flush()
    buffer.bytes = []
  }

  /// Adds a row.
  mutating func add(_ cells: [TableCell]) throws {
    try writer.write(row: cells.map(\.text))
  }

  /// Takes the lines since this was last asked.
  mutating func take() throws -> [UInt8] {
    try writer.flush()
    defer { buffer.bytes.removeAll(keepingCapacity: true) }
    return buffer.bytes
  }
}

/// A table on its way out: its header, then lines in large pieces.
private struct TableOutput {
  private let sink: CSVWriter.Sink
  private var buffer: [UInt8] = []

  init(_ table: ReportTable, hasHXLRow: Bool, _ sink: @escaping CSVWriter.Sink) throws {
    self.sink = sink
    var writer = CSVWriter(sink: sink)
    try writer.write(row: table.schema.header)
    if hasHXLRow { try writer.write(row: table.schema.hxlTags) }
    try writer.flush()
  }

  mutating func write(lines: some Collection<UInt8>) throws {
    buffer.append(contentsOf: lines)
    if buffer.count >= 1 << 20 { try flush() }
  }

  mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try buffer.withUnsafeBytes { try sink($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}
