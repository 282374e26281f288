import ClaimModel
import ClaimTables
package import DelimitedText
import Reconciliation

/// Writes a report as tables: CSV files with a `datapackage.json`, or one JSON document.
package struct TableReport {
  /// Whether the HXL row stands under each header.
  package var hasHXLRow: Bool
  /// All claims; nil where the report keeps them all.
  package var claims: ClaimSource?

  package init(hasHXLRow: Bool = false, claims: ClaimSource? = nil) {
    self.hasHXLRow = hasHXLRow
    self.claims = claims
  }

  /// Writes one table as CSV.
  package func write(
    _ table: ReportTable, of report: Report, to sink: @escaping CSVWriter.Sink
  ) throws {
    if table == .claims {
      try writeClaims(of: report, to: sink)
      return
    }
    var writer = CSVWriter(sink: sink)
    try writer.write(row: table.schema.header)
    if hasHXLRow { try writer.write(row: table.schema.hxlTags) }
    try report.forEachRow(of: table) { cells in try writer.write(row: cells.map(\.text)) }
    try writer.flush()
  }

  /// The text of `datapackage.json` for the tables written beside it.
  package func dataPackage(of report: Report, tables: [ReportTable] = ReportTable.allCases)
    -> String
  {
    let extra = tables.contains(.claims) ? (claims ?? report.claimSource).extraColumns : []
    return dataPackage(titled: report.notes.title, tables: tables, extraColumns: extra)
  }

  /// The text of `datapackage.json` for tables written beside it.
  ///
  /// - Parameters:
  ///   - title: The package's title.
  ///   - tables: The tables.
  ///   - extra: The columns of the claims that the claims table does not define.
  /// - Returns: JSON.
  package func dataPackage(
    titled title: String, tables: [ReportTable], extraColumns extra: [String] = []
  ) -> String {
    DataPackage(
      name: "toll-report", title: title,
      resources: tables.map {
        DataPackage.Resource(
          path: $0.fileName, schema: $0.schema, extraColumns: $0 == .claims ? extra : [])
      }, hasHXLRow: hasHXLRow
    ).json.indentedText
  }

  /// Writes the whole report as one JSON document, row by row.
  package func writeJSON(_ report: Report, to output: inout TextOutput) throws {
    let head: [JSONMember] = [
      JSONMember("title", .string(report.notes.title)),
      JSONMember("subtitle", .string(report.notes.subtitle)),
      JSONMember(
        "method",
        .array(report.notes.method.map { ["term": .string($0.term), "text": .string($0.text)] })),
      JSONMember("faults", .strings(report.notes.faults.map(\.description))),
    ]
    try output.write("{\n")
    for member in head {
      try output.write("\(JSONValue.string(member.name).text): \(member.value.text),\n")
    }
    var isFirst = true
    try output.write("\"documents\": [")
    try report.forEachDocument { document in
      try output.write((isFirst ? "" : ",") + Self.json(document).text)
      isFirst = false
    }
    let headlines = JSONValue.strings(report.headlines().map(\.id))
    try output.write("],\n\"headlines\": \(headlines.text),\n")
    for (index, table) in ReportTable.allCases.enumerated() {
      try output.write("\(index == 0 ? "" : ",\n")\"\(table.rawValue)\": [")
      try writeRows(of: table, report, to: &output)
      try output.write("]")
    }
    try output.write("\n}\n")
    try output.finish()
  }

  private func writeRows(
    of table: ReportTable, _ report: Report, to output: inout TextOutput
  ) throws {
    let names = table.schema.header
    var isFirst = true
    try report.forEachRow(of: table, claims: claims) { cells in
      let members = zip(names, cells).map { JSONMember($0, $1.json) }
      try output.write((isFirst ? "\n" : ",\n") + JSONValue.object(members).text)
      isFirst = false
    }
    if !isFirst { try output.write("\n") }
  }

  private func writeClaims(of report: Report, to sink: @escaping CSVWriter.Sink) throws {
    let claims = self.claims ?? report.claimSource
    var writer = try ClaimTableWriter(
      extraColumns: claims.extraColumns, hasHXLRow: hasHXLRow, sink: sink)
    try claims.forEach { try writer.write($0) }
    try writer.flush()
  }

  private static func json(_ document: ReportDocument) -> JSONValue {
    [
      "document_id": .string(document.id), "title": .string(document.title),
      "publisher": .string(document.publisher),
      "published": document.published.map { .string($0.description) } ?? .null,
      "url": .string(document.url),
    ]
  }
}
