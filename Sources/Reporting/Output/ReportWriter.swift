package import DelimitedText

/// Writes a report in any of its formats to one place.
package struct ReportWriter {
  package var format: ReportFormat
  /// How much is shown; nil takes what suits the format.
  ///
  /// Tables are always whole.
  package var limits: ReportLimits?
  /// The columns of the terminal, for text.
  package var width: Int = 80
  /// Whether text is coloured.
  package var usesColor: Bool = false
  /// Style rules that come after the HTML report's own.
  package var extraStyle: String = ""
  /// Whether the HTML page runs from right to left.
  package var isRightToLeft: Bool = false
  /// Whether CSV tables carry the HXL row.
  package var hasHXLRow: Bool = false
  /// All claims, for tables; nil where the report keeps them all.
  package var claims: ClaimSource?

  package init(_ format: ReportFormat) {
    self.format = format
  }

  /// Writes the report; of the CSV tables, which are files of their own, the ranges.
  package func write(_ report: Report, to sink: @escaping CSVWriter.Sink) throws {
    let limits = self.limits ?? (format == .text ? .terminal : .page)
    var output = TextOutput(to: sink)
    switch format {
    case .text:
      try TextReport(width: width, usesColor: usesColor, limits: limits).write(report, to: &output)
    case .markdown: try MarkdownReport(limits: limits).write(report, to: &output)
    case .html:
      try HTMLReport(limits: limits, extraStyle: extraStyle, isRightToLeft: isRightToLeft)
        .write(report, to: &output)
    case .latex: try LaTeXReport(limits: limits).write(report, to: &output)
    case .wikitext: try WikitextReport(limits: limits).write(report, to: &output)
    case .csv:
      try TableReport(hasHXLRow: hasHXLRow, claims: claims).write(.ranges, of: report, to: sink)
    case .json: try TableReport(claims: claims).writeJSON(report, to: &output)
    }
    try output.finish()
  }
}
