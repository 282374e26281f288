/// The formats that documents are read from.
package enum InputFormat: String, Hashable, Sendable, CaseIterable {
  case text, markdown, html, pdf
  case jsonLines = "jsonl"
  case csv, warc

  /// Reads a format's name as a user writes it: its raw value or a usual file name extension.
  package init?(named name: String) {
    switch name.lowercased() {
    case "text", "txt", "plain": self = .text
    case "markdown", "md", "mdown", "mkd": self = .markdown
    case "html", "htm", "xhtml", "shtml": self = .html
    case "pdf": self = .pdf
    case "jsonl", "ndjson", "json", "jsonlines": self = .jsonLines
    case "csv", "tsv", "tab": self = .csv
    case "warc", "wet": self = .warc
    default: return nil
    }
  }
}
