/// Text made fit for GitHub's Markdown: no document's words can become markup, links or HTML.
enum MarkdownEscape {
  /// The text for a line or a table cell.
  static func text(_ text: String) -> String {
    let line = PlainText.oneLine(text)
    var result = String.UnicodeScalarView()
    for (index, scalar) in line.unicodeScalars.enumerated() {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "@": result.append(contentsOf: "&#64;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result.append("\\")
        result.append(scalar)
      case "#", "+", "-", "=", "!":
        // Markup only where a line begins, and '!' before a bracket, which is escaped anyway.
        if index == 0 { result.append("\\") }
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return escapingListNumber(String(result))
  }

  /// A web address for the round brackets of a link; nil where it is none.
  static func address(_ url: String) -> String? {
    MarkupEscape.strictAddress(url)
  }

  /// Keeps a text that begins with a year and a full stop from becoming a list.
  private static func escapingListNumber(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let end = bytes.firstIndex(where: { !(0x30...0x39).contains($0) }), end > 0,
      bytes[end] == 0x2E || bytes[end] == 0x29
    else { return text }
    return String(decoding: bytes[..<end] + [0x5C] + bytes[end...], as: UTF8.self)
  }
}
