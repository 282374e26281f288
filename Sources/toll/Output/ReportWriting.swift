import ClaimModel
import Reporting

/// Writes a report in the formats that users ask for.
struct ReportWriting {
  /// What is written.
  let report: Report
  /// Opens the outputs.
  let session: Session
  /// All claims, for tables; nil where the report keeps them all.
  var claims: ClaimSource?

  /// Writes the report into one file.
  ///
  /// A terminal gets what fits one; a file gets everything that the format can carry.
  func write(_ format: ReportFormat, to file: OutputFile, hxl: Bool) throws {
    var writer = ReportWriter(format)
    writer.width = session.width(of: file)
    writer.usesColor = session.paints(file)
    writer.hasHXLRow = hxl
    writer.claims = claims
    if format == .text, !file.isStandardOutput { writer.limits = .page }
    try writer.write(report) { try file.write($0) }
  }

  /// Writes the report as a template of the user's has it.
  func write(template path: String, as format: ReportFormat, to file: OutputFile) throws {
    let text = String(decoding: try TableFile(path).bytes(), as: UTF8.self)
    let template = try ReportTemplate(
      text, named: path, format: format == .html ? .html : .markdown)
    var output = TextOutput { try file.write($0) }
    try template.write(report, to: &output)
    try output.finish()
  }

  /// Writes tables into a folder, with the description of all of them.
  ///
  /// - Parameters:
  ///   - tables: Which ones.
  ///   - path: The folder; it is made where it is missing.
  ///   - hxl: Whether the HXL row stands under each header.
  ///   - package: Whether `datapackage.json` is written too.
  /// - Throws: An ``OutputFault`` where a file cannot be written.
  func write(
    _ tables: [ReportTable], into path: String, hxl: Bool, package: Bool
  ) throws {
    let folder = try session.folder(path)
    let writer = TableReport(hasHXLRow: hxl, claims: claims)
    for table in tables {
      let file = try folder.file(table.fileName)
      try writer.write(table, of: report) { try file.write($0) }
    }
    if package {
      try folder.file("datapackage.json").write(writer.dataPackage(of: report, tables: tables))
    }
    try folder.commit()
  }

  /// Writes one table into a file.
  func write(_ table: ReportTable, to file: OutputFile, hxl: Bool) throws {
    try TableReport(hasHXLRow: hxl, claims: claims).write(table, of: report) { try file.write($0) }
  }

  /// Writes each plot as an SVG file of its own.
  func writePlots(into path: String) throws {
    let folder = try session.folder(path)
    for plot in PlotFiles().files(of: report) {
      let file = try folder.file(plot.name)
      var output = TextOutput { try file.write($0) }
      try plot.write(&output)
      try output.finish()
    }
    try folder.commit()
  }
}
