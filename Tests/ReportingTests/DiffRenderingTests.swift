import ClaimModel
import ClaimTables
import CorpusDiff
import Testing

@testable import Reporting

@Suite("Renderings of a diff")
struct DiffRenderingTests {
  @Test("the fixture holds every kind of change")
  func fixtureHoldsEveryKind() {
    for kind in ChangeKind.allCases {
      #expect(DiffFixture.diff.counts[kind, default: 0] > 0, "\(kind)")
    }
  }

  @Test("the headline says what moved most, who came and who withdrew")
  func headline() {
    #expect(
      DiffFixture.report.headline
        == "Ukraine's own count of its killed rose from 46,000 to 55,000; two origins joined; "
        + "The New York Times withdrew; one new discrepancy; one discrepancy settled.")
    #expect(
      DiffFixture.explained.headline
        == "UN Human Rights Office's figure for Ukraine's killed rose from at least 12,654 to "
        + "at least 14,999.")
    #expect(DiffFixture.nothing.headline == "Nothing changed.")
  }

  @Test("text for the terminal, plain, coloured, and explained")
  func text() throws {
    try Snapshot.expect(DiffText.render(DiffFixture.report), matches: "diff.txt")
    try Snapshot.expect(
      DiffText.render(DiffFixture.report, isColored: true), matches: "diff-colored.txt")
    try Snapshot.expect(DiffText.render(DiffFixture.explained), matches: "diff-explained.txt")
    try Snapshot.expect(DiffText.render(DiffFixture.nothing), matches: "diff-nothing.txt")
  }

  @Test("colour changes nothing but colour")
  func colourIsOnlyColour() {
    let colored = DiffText.render(DiffFixture.report, isColored: true)
    let plain = colored.replacing(#/\u{1B}\[[0-9]*m/#, with: "")
    #expect(plain == DiffText.render(DiffFixture.report))
    #expect(colored != plain)
  }

  @Test("tables and patch")
  func tables() throws {
    try Snapshot.expect(DiffCSV.render(DiffFixture.report), matches: "diff.csv")
    try Snapshot.expect(DiffJSON.render(DiffFixture.report), matches: "diff.json")
    let patch = try DiffPatch(DiffFixture.diff)
    try Snapshot.expect(String(decoding: patch.csv, as: UTF8.self), matches: "diff.patch.csv")
    #expect(try patch.applied(to: DiffFixture.old) == DiffFixture.new)
  }

  @Test("Markdown and HTML")
  func markup() throws {
    try Snapshot.expect(DiffMarkdown.render(DiffFixture.report), matches: "diff.md")
    try Snapshot.expect(DiffHTML.render(DiffFixture.report), matches: "diff.html")
    try Snapshot.expect(DiffHTML.render(DiffFixture.nothing), matches: "diff-nothing.html")
  }

  @Test("what a person decided about a claim stands beside its change in every format")
  func reviewedClaimsAreMarked() {
    let report = DiffReport(
      oldName: "a", newName: "b", diff: DiffFixture.diff,
      reviewed: [DiffFixture.britainEdited.id: "status: unspecified → military"])
    let words = "status: unspecified → military"
    #expect(DiffText.render(report).contains("    reviewed: \(words)\n"))
    #expect(DiffMarkdown.render(report).contains("  reviewed: \(words)\n"))
    #expect(DiffHTML.render(report).contains("<p class=\"why\">reviewed: \(words)</p>"))
    #expect(DiffJSON.render(report).contains("\"review\": \"\(words)\""))
    #expect(DiffCSV.rows(report).contains { $0.last == words })
    #expect(!DiffJSON.render(DiffFixture.report).contains("\"review\""))
  }

  @Test("no text of a document becomes markup or steers a terminal")
  func textIsInert() {
    let evil = "<script>alert(1)</script> | \u{1B}[31m `x` \"y\""
    var claim = DiffFixture.zelensky
    claim.quote = evil
    claim.documentID = evil
    claim.publisher = evil
    claim.attribution.source = evil
    claim.party = evil
    claim.url = "javascript:alert(1)"
    var other = claim
    other.quantity = Quantity(.exact, 47_000)
    other.victims = evil
    let report = DiffReport(
      oldName: evil, newName: evil, diff: CorpusDiff(old: [claim], new: [other]),
      isExplained: true)
    let html = DiffHTML.render(report)
    #expect(!html.contains("<script"))
    #expect(!html.contains("javascript:"))
    // Between backquotes nothing is markup.
    let markdown = DiffMarkdown.render(report).replacing(#/``.*?``/#, with: "")
    #expect(!markdown.contains("<script"))
    #expect(!DiffText.render(report).contains("\u{1B}"))
    #expect(!DiffMarkdown.render(report).contains("\u{1B}"))
  }
}

@Suite("Renderings of a history")
struct HistoryRenderingTests {
  private let history = CorpusHistory([
    ("2024", []), ("2025", DiffFixture.moves.compactMap(\.old)),
    ("2026", DiffFixture.moves.compactMap(\.new)),
  ])

  @Test("text, CSV, Markdown, JSON and HTML over three corpora")
  func renderings() throws {
    try Snapshot.expect(HistoryTables.text(history), matches: "history.txt")
    try Snapshot.expect(HistoryTables.csv(history), matches: "history.csv")
    try Snapshot.expect(HistoryTables.markdown(history), matches: "history.md")
    try Snapshot.expect(HistoryJSON.render(history), matches: "history.json")
    try Snapshot.expect(HistoryHTML.render(history), matches: "history.html")
  }

  @Test("the page says in words all that its plots show, and loads nothing")
  func pageIsWhole() {
    let html = HistoryHTML.render(history)
    #expect(html.contains("\">2024: —; 2025: 46,000–435,000; 2026: 55,000–435,000</desc>"))
    #expect(html.contains("<svg class=\"course\" role=\"img\" aria-labelledby="))
    #expect(!html.contains("<script"))
    #expect(!html.contains("src="))
    #expect(!html.contains("http"))
  }

  @Test("no name of a corpus or question becomes markup")
  func textIsInert() {
    let evil = "<script>alert(1)</script>\u{1B}[31m|`"
    var question = QuestionSummary(
      id: "1", party: evil, status: .military, outcome: .killed, scope: .cumulative,
      range: Interval(exactly: 5))
    question.grade = "weak"
    question.origins = [OriginFigure(origin: evil, interval: Interval(exactly: 5))]
    var later = question
    later.range = Interval(exactly: 6)
    later.origins = [OriginFigure(origin: evil, interval: Interval(exactly: 6))]
    let history = CorpusHistory([(evil, [question]), ("b", [later]), ("c", [])])
    #expect(!HistoryHTML.render(history).contains("<script"))
    #expect(!HistoryHTML.render(history).contains("\u{1B}"))
    #expect(!HistoryTables.markdown(history).contains("<script"))
    #expect(!HistoryTables.text(history).contains("\u{1B}"))
  }

  @Test("rows are as wide as the schemas of their tables say")
  func rowsFitSchemas() throws {
    let rows = DiffCSV.rows(DiffFixture.explained)
    #expect(rows.count > 5)
    #expect(rows.allSatisfy { $0.count == DiffTable.changes.schema.columns.count })
    let plain = HistoryTables.csv(history)
    let tagged = HistoryTables.csv(history, hasHXLRow: true)
    #expect(plain.hasPrefix(DiffTable.history.schema.header.joined(separator: ",") + "\n"))
    #expect(tagged.contains(",#affected+best,"))
    #expect(
      DiffCSV.render(DiffFixture.report, hasHXLRow: true).contains("\n#meta+change+id,"))
    #expect(DiffTable.patch.schema.header == DiffPatch.header)
    for table in DiffTable.allCases {
      #expect(Set(table.schema.header).count == table.schema.columns.count)
      #expect(table.schema.name == table.rawValue)
    }
  }
}
