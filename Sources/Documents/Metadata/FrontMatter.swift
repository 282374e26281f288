/// The lines between `---` and `---` at a text's beginning that tell about the text.
///
/// Each line is `key: value`; values may be quoted, and keys that are none of ours are left alone.
/// Anything else of YAML (nesting, lists) is passed over.
struct FrontMatter {
  /// What it tells.
  private(set) var metadata = DocumentMetadata()
  /// The text behind it.
  private(set) var body: Substring

  /// The greatest front matter, in lines: a rule of dashes on top of a long text opens none.
  private static let lineLimit = 100

  /// Reads the front matter of a text; nil where it has none.
  init?(of text: String) {
    var rest = text.utf8[...]
    guard let opening = Self.takeLine(&rest), Self.isFence(opening) else { return nil }
    for count in 0... {
      guard count < Self.lineLimit, let line = Self.takeLine(&rest) else { return nil }
      if Self.isFence(line) || Self.trimmed(line).elementsEqual("...".utf8) { break }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(Substring(Self.trimmed(line[..<colon])))
      let value = Self.unquoted(Self.trimmed(line[line.index(after: colon)...]))
      if let field = DocumentMetadata.Field(named: key) { metadata.set(field, to: value) }
    }
    body = Substring(rest)
  }

  private static func takeLine(_ rest: inout Substring.UTF8View) -> Substring.UTF8View? {
    if rest.isEmpty { return nil }
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    if line.last == 0x0D { line = line.dropLast() }
    rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    return line
  }

  private static func isFence(_ line: Substring.UTF8View) -> Bool {
    let line = trimmed(line)
    return line.count == 3 && line.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func trimmed(_ line: Substring.UTF8View) -> Substring.UTF8View {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while line.last == 0x20 || line.last == 0x09 { line = line.dropLast() }
    return line
  }

  private static func unquoted(_ value: Substring.UTF8View) -> String {
    guard value.count >= 2, let quote = value.first, quote == value.last,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return String(Substring(value)) }
    let inner = value.dropFirst().dropLast()
    var text: [UInt8] = []
    var previous: UInt8 = 0
    for byte in inner {
      let isEscape = quote == UInt8(ascii: "\"") ? previous == 0x5C : previous == quote
      if isEscape, byte == quote || byte == 0x5C {
        text[text.count - 1] = byte
        previous = 0
      } else {
        text.append(byte)
        previous = byte
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
