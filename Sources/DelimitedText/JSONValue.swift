/// A JSON value whose text is the same in every run: objects keep the order they are given in.
///
/// It writes only. Numbers are whole or come as their digits, so that nothing is rounded.
package enum JSONValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  /// A number as its digits: `0.85`.
  case decimal(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }

  /// A number where there is one, else null.
  package static func integer(orNull number: Int?) -> JSONValue {
    number.map { .integer($0) } ?? .null
  }

  /// Strings in their order.
  package static func strings(_ strings: [String]) -> JSONValue {
    .array(strings.map { .string($0) })
  }

  /// The value on one line.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value over many lines, indented by two spaces, ending in a newline.
  package var indentedText: String {
    var bytes: [UInt8] = []
    append(to: &bytes, indentedBy: 0)
    bytes.append(0x0A)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value's text.
  ///
  /// - Parameters:
  ///   - bytes: Where the text goes.
  ///   - depth: How deep the value stands in an indented text; nil for one line.
  package func append(to bytes: inout [UInt8], indentedBy depth: Int? = nil) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): Self.appendQuoted(text, to: &bytes)
    case .array(let elements):
      Self.appendList(elements, "[", "]", to: &bytes, indentedBy: depth) { element, bytes, inner in
        element.append(to: &bytes, indentedBy: inner)
      }
    case .object(let members):
      Self.appendList(members, "{", "}", to: &bytes, indentedBy: depth) { member, bytes, inner in
        Self.appendQuoted(member.name, to: &bytes)
        bytes.append(contentsOf: (inner == nil ? ":" : ": ").utf8)
        member.value.append(to: &bytes, indentedBy: inner)
      }
    }
  }

  /// Appends a string with its quotes, escaped where JSON or an HTML script element demands it.
  package static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: bytes.append(contentsOf: #"\""#.utf8)
      case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x3C: bytes.append(contentsOf: #"\u003c"#.utf8)
      case 0x00..<0x20, 0x7F:
        bytes.append(contentsOf: #"\u00"#.utf8)
        bytes.append(hexDigit(byte >> 4))
        bytes.append(hexDigit(byte & 15))
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }

  private static func appendList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to bytes: inout [UInt8],
    indentedBy depth: Int?, _ appendElement: (Element, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    let inner = depth.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      appendNewline(indentedBy: inner, to: &bytes)
      appendElement(element, &bytes, inner)
    }
    if !elements.isEmpty { appendNewline(indentedBy: depth, to: &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func appendNewline(indentedBy depth: Int?, to bytes: inout [UInt8]) {
    guard let depth else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }
}

/// A name and its value in a JSON object.
package struct JSONMember: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The value.
  package var value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}
