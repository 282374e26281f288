/// Why a JSON text could not be read further.
struct JSONError: Error, Equatable {
  /// The offset of the byte in question.
  var byte: Int
  /// What was found or missing, as words.
  var problem: String
  /// Whether the text merely stops too early.
  var isAtEnd = false
}

/// Reads JSON (RFC 8259) from bytes, piece by piece, without building what nobody asks for.
///
/// Two liberties: control characters inside strings are taken as they are, and bytes that are no
/// UTF-8 become U+FFFD (``repairedText`` tells). Lone surrogates and NULs become U+FFFD too.
struct JSONScanner {
  private let bytes: UnsafeRawBufferPointer
  /// The offset of the next byte.
  private(set) var index = 0
  /// Whether a string had to be mended.
  private(set) var repairedText = false

  /// How deep values may lie in one another.
  static let depthLimit = 200

  /// Takes bytes that outlive the scanner.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next byte behind white space, left where it is; nil at the end.
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return byte
      }
    }
    return nil
  }

  /// Takes a byte behind white space if it is the next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: Unicode.Scalar) throws(JSONError) {
    if !take(byte) { throw error("'\(Character(byte))' was expected") }
  }

  /// An error at the next byte.
  func error(_ problem: String) -> JSONError {
    JSONError(byte: index, problem: problem, isAtEnd: index >= bytes.count)
  }

  // MARK: - Objects and arrays

  /// Goes through an object's members; the body must take each value.
  mutating func members(
    _ body: (inout JSONScanner, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try body(&self, key)
    } while take(",")
    if !take("}") { throw error("',' or '}' was expected") }
  }

  /// Goes through an array's elements; the body must take each.
  mutating func elements(
    _ body: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect("[")
    if take("]") { return }
    repeat { try body(&self) } while take(",")
    if !take("]") { throw error("',' or ']' was expected") }
  }

  /// Passes over a value.
  mutating func skipValue(depth: Int = 0) throws(JSONError) {
    if depth > Self.depthLimit { throw error("values lie too deep in one another") }
    switch peek() {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"):
      try members { (scanner, _) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try elements { (scanner) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    default: _ = try literal()
    }
  }

  // MARK: - Strings

  /// Takes a string.
  mutating func string() throws(JSONError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw error("a string was expected") }
    let start = index + 1
    index = start
    skipPlain()
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      let content = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
      index += 1
      return text(of: content)
    }
    var unescaped = [UInt8](bytes[start..<index])
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        return unescaped.withUnsafeBytes { text(of: $0) }
      }
      if bytes[index] == 0x5C {
        try escape(into: &unescaped)
      }
      let run = index
      skipPlain()
      unescaped.append(contentsOf: bytes[run..<index])
    }
    throw error("a string is never closed")
  }

  /// Moves to the next quote or backslash.
  private mutating func skipPlain() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == 0x5C { return }
      index += 1
    }
  }

  private mutating func skipString() throws(JSONError) {
    index += 1
    while index < bytes.count {
      skipPlain()
      if index >= bytes.count { break }
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        return
      }
      index += 2
    }
    index = bytes.count
    throw error("a string is never closed")
  }

  private mutating func text(of content: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: content, as: UTF8.self) {
      if !content.contains(0) { return text }
      repairedText = true
      return String(decoding: Array(content).replacingNULs(), as: UTF8.self)
    }
    repairedText = true
    return String(decoding: Array(content).replacingNULs(), as: UTF8.self)
  }

  /// Takes a backslash and what belongs to it.
  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    index += 1
    guard index < bytes.count else { throw error("a string is never closed") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): try unicodeEscape(into: &text)
    default:
      index -= 1
      throw error("no such escape in a string")
    }
  }

  private mutating func unicodeEscape(into text: inout [UInt8]) throws(JSONError) {
    var value = try fourDigits()
    if (0xD800...0xDBFF).contains(value), index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let here = index
      index += 2
      let low = try fourDigits()
      if (0xDC00...0xDFFF).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = here
      }
    }
    var scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    if scalar == "\0" { scalar = "\u{FFFD}" }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw error("a string is never closed") }
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: throw error("four hexadecimal digits were expected")
      }
      index += 1
    }
    return value
  }

  // MARK: - Numbers and words

  /// Takes a number, `true`, `false` or `null`, as it is written.
  mutating func literal() throws(JSONError) -> String {
    guard peek() != nil else { throw error("the text ends where a value was expected") }
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        index += 1
        continue
      default: break
      }
      break
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    let first = word.utf8.first ?? 0
    let isNumber = first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
    guard isNumber || word == "true" || word == "false" || word == "null" else {
      index = start
      throw error("a value was expected")
    }
    return word
  }

  /// Takes a string, number or word as text; nil for `null`, and for objects and arrays, which are
  /// passed over.
  mutating func scalarText() throws(JSONError) -> String? {
    switch peek() {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipValue()
      return nil
    default:
      let word = try literal()
      return word == "null" ? nil : word
    }
  }
}
