/// The formats that a report can be written in.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text, markdown, html, latex, wikitext, csv, json

  /// The extension of a file in the format, without the dot.
  package var fileExtension: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    case .latex: "tex"
    case .wikitext: "wiki"
    case .csv: "csv"
    case .json: "json"
    }
  }
}
