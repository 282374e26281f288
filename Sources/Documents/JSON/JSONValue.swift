/// A JSON value held whole, for the small structures that pages carry (JSON-LD).
enum JSONValue: Equatable {
  case text(String)
  /// A number or truth value, as it is written.
  case literal(String)
  case null
  case array([JSONValue])
  /// The members in order.
  case object([Member])

  /// A name and its value.
  struct Member: Equatable {
    var name: String
    var value: JSONValue
  }

  /// Reads a value with nothing behind it; nil where the text is no JSON.
  init?(parsing bytes: [UInt8]) {
    let value = bytes.withUnsafeBytes { buffer -> JSONValue? in
      var scanner = JSONScanner(buffer)
      guard let value = try? Self.read(&scanner, depth: 0) else { return nil }
      _ = scanner.take(";")
      return scanner.peek() == nil ? value : nil
    }
    guard let value else { return nil }
    self = value
  }

  private static func read(_ scanner: inout JSONScanner, depth: Int) throws(JSONError) -> JSONValue
  {
    if depth > JSONScanner.depthLimit { throw scanner.error("values lie too deep in one another") }
    switch scanner.peek() {
    case UInt8(ascii: "\""): return .text(try scanner.string())
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      try scanner.elements { (scanner) throws(JSONError) in
        elements.append(try read(&scanner, depth: depth + 1))
      }
      return .array(elements)
    case UInt8(ascii: "{"):
      var members: [Member] = []
      try scanner.members { (scanner, name) throws(JSONError) in
        members.append(Member(name: name, value: try read(&scanner, depth: depth + 1)))
      }
      return .object(members)
    default:
      let word = try scanner.literal()
      return word == "null" ? .null : .literal(word)
    }
  }

  /// The value of an object's member; nil where there is none.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The first text in the value: itself, or in the first element that has one, or in an object's
  /// `name`, `@value`, `@id` or `url`.
  var firstText: String? {
    switch self {
    case .text(let text): return text.isEmpty ? nil : text
    case .literal(let word): return word
    case .null: return nil
    case .array(let elements): return elements.lazy.compactMap(\.firstText).first
    case .object:
      for name in ["name", "@value", "@id", "url"] {
        if let text = self[name]?.firstText { return text }
      }
      return nil
    }
  }
}
