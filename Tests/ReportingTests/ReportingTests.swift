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

  @Test(arguments: ReportFormat.allCases.filter { $0 != .text })
  func `Each format is as recorded and the same in every run`(format: ReportFormat) throws {
    let first = try Written.text(UkraineFixture.report, as: format)
    let second = try Written.text(UkraineFixture.report, as: format)
    #expect(first == second)
    try Snapshot.expect(first, matches: "report." + format.fileExtension)
  }

  @Test(arguments: ReportTable.allCases)
  func `Each table is as recorded`(table: ReportTable) throws {
    let text = try Written.text { sink in
      try TableReport().write(table, of: UkraineFixture.report, to: sink)
    }
    try Snapshot.expect(text, matches: table.fileName)
  }

  @Test func `The data package is as recorded`() throws {
    try Snapshot.expect(
      TableReport().dataPackage(of: UkraineFixture.report), matches: "datapackage.json")
  }

  @Test func `Plots are as recorded`() throws {
    let files = PlotFiles().files(of: UkraineFixture.report)
    #expect(
      files.map(\.name) == [
        "bias.svg", "coverage.svg", "forest-1.svg", "timeline-1.svg", "forest-2.svg",
        "forest-3.svg",
      ])
    for file in files {
      try Snapshot.expect(try TextOutput.string { try file.write(&$0) }, matches: file.name)
    }
  }
}

/// What a report comes to as text, for tests.
enum Written {
  static func text(_ report: Report, as format: ReportFormat) throws -> String {
    try text { try ReportWriter(format).write(report, to: $0) }
  }

  static func text(
    _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws -> String {
    let collected = Collected()
    try body { collected.bytes.append(contentsOf: $0) }
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
