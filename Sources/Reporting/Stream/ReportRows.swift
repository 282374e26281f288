import ClaimModel
import Reconciliation
import RowSorting

/// All that a report is made of, in rows in the report's order, which may be read many times.
struct ReportRows: Sendable {
  var questionCount = 0
  var findingCount = 0
  var claimCount = 0
  var originCount = 0
  var coverage = Coverage([])
  var unknownConflicts: [String: Int] = [:]
  /// Questions: their place, the ids of their findings, all of them, their timeline.
  var questions: RowSorter
  /// Findings: their place, their weight, what it depends on, all of them.
  var findings: RowSorter
  /// Claims in no range: the reason and the id.
  var setAside: RowSorter
  /// Claims by document, with what each tells of it.
  var documents: RowSorter
  /// Events that no table named: the key, the place among all, the reasons.
  var events: RowSorter

  init(_ store: SpillStore?) {
    questions = RowSorter(store)
    findings = RowSorter(store)
    setAside = RowSorter(store)
    documents = RowSorter(store)
    events = RowSorter(store)
  }

  /// Calls with every question as its sources' conventions have it, with the ids of its findings and
  /// a reader that stands before its timeline.
  func forEachQuestion(
    _ body: (_ range: QuestionRange, _ timeline: inout RowReader) throws -> Void
  ) throws {
    var sorted = try questions.sorted()
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      _ = (reader.integer(), reader.integer(), reader.text())
      let findings = reader.texts()
      var range = QuestionRange(from: &reader)
      range.findings = findings
      try body(range, &reader)
    }
  }

  /// The points that follow a question.
  static func timeline(of question: String, from reader: inout RowReader) -> [TimelinePoint] {
    let count = Int(reader.shortUnsigned())
    return (0..<count).compactMap { _ in TimelinePoint(of: question, from: &reader) }
  }

  /// Calls with the rows of every finding, the reader standing behind its place.
  func forEachFindingRow(_ body: (_ row: inout RowReader) throws -> Void) throws {
    var sorted = try findings.sorted()
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      FindingOrder.skip(&reader)
      try body(&reader)
    }
  }

  /// Calls with every claim in no range.
  func forEachSetAside(_ body: (SetAside) throws -> Void) throws {
    var sorted = try setAside.sorted()
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      let reason = reader.text()
      try body(SetAside(claimID: reader.text(), reason: reason))
    }
  }

  /// Calls with every document that claims come from, and how many do.
  func forEachDocument(_ body: (ReportDocument, Int) throws -> Void) throws {
    var sorted = try documents.sorted()
    var current: (document: ReportDocument, claims: Int)?
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      let id = reader.text()
      if let (document, claims) = current {
        if document.id == id {
          current = (document, claims + 1)
          continue
        }
        try body(document, claims)
      }
      // Of what claims tell of one document, what comes first counts.
      current = (ReportDocument(id: id, fromOrder: &reader), 1)
    }
    if let (document, claims) = current { try body(document, claims) }
  }

  /// Calls with every row of a table but the claims'.
  func forEachRow(of table: ReportTable, _ body: ([TableCell]) throws -> Void) throws {
    switch table {
    case .ranges: try forEachQuestion { range, _ in try body(TableRows.range(range)) }
    case .answers:
      try forEachQuestion { range, _ in
        for answer in range.answers {
          try body(TableRows.answer(answer, to: range.id, asOf: answer.asOf))
        }
      }
    case .timeline:
      try forEachQuestion { range, reader in
        for point in Self.timeline(of: range.id, from: &reader) {
          try body(TableRows.point(point))
        }
      }
    case .findings:
      try forEachFindingRow { row in
        _ = (row.integer(), row.integer(), row.texts())
        try body(TableRows.finding(Finding(from: &row)))
      }
    case .coverage: try coverage.forEachRow(body)
    case .setAside: try forEachSetAside { try body([.text($0.claimID), .text($0.reason)]) }
    case .claims: break
    }
  }
}

extension ReportDocument {
  /// What a claim tells of its document.
  init(_ claim: Claim) {
    self.init(
      id: claim.documentID, publisher: claim.publisher, published: claim.published, url: claim.url)
  }

  /// Writes what tells which of several claims is believed on their document: more is told before
  /// less, then by the texts.
  func writeOrder(to row: inout RowWriter) {
    row.write(publisher.isEmpty ? 1 : 0 as UInt8)
    row.write(url.isEmpty ? 1 : 0 as UInt8)
    row.write(publisher)
    row.write(url)
    row.write(published?.description ?? "")
  }

  /// Reads what ``writeOrder(to:)`` wrote.
  init(id: String, fromOrder row: inout RowReader) {
    _ = (row.byte(), row.byte())
    let (publisher, url, published) = (row.text(), row.text(), row.text())
    self.init(id: id, publisher: publisher, published: PartialDate(published), url: url)
  }
}
