import Testing

@testable import Reporting

@Suite struct ReportSnapshots {
  @Test(arguments: [60, 80, 120])
  func `A terminal report fits its width`(width: Int) throws {
    let text = try TextOutput.string { output in
      try TextReport(width: width).write(UkraineFixture.report, to: &output)
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(PlainText.width(String(line)) <= width, "\(line)")
    }
    try Snapshot.expect(text, matches: "report-\(width).txt")
  }

  @Test func `A Markdown report is as recorded`() throws {
    let text = try TextOutput.string { output in
      try MarkdownReport().write(UkraineFixture.report, to: &output)
    }
    try Snapshot.expect(text, matches: "report.md")
  }

  @Test func `An HTML report is as recorded`() throws {
    let text = try TextOutput.string { output in
      try HTMLReport().write(UkraineFixture.report, to: &output)
    }
    try Snapshot.expect(text, matches: "report.html")
  }
}
