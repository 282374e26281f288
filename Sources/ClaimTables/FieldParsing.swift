import ClaimModel

/// What was wrong with one value, before it is known which file and line it stands in.
struct ValueFault: Error {
  var problem: String
  var advice: String
  /// The column at fault, where it is not the one being read.
  var column: ClaimColumn?
}

/// Reads values from the bytes of fields.
enum FieldParsing {
  /// A count of people: digits, also written as `46000.0`, as spreadsheets do.
  ///
  /// - Returns: nil for an empty field.
  static func count(_ bytes: UnsafeRawBufferPointer) throws(ValueFault) -> Int? {
    if bytes.isEmpty { return nil }
    var value = 0
    var index = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.addingReportingOverflow(Int(bytes[index] - 0x30))
      if overflow || carry { throw wrongCount(bytes) }
      value = sum
      index += 1
    }
    if index == 0 { throw wrongCount(bytes) }
    if index < bytes.count {
      guard bytes[index] == 0x2E, bytes[(index + 1)...].allSatisfy({ $0 == 0x30 }) else {
        throw wrongCount(bytes)
      }
    }
    return value
  }

  /// A number from 0 to 1 in thousandths, rounded to the nearest.
  ///
  /// - Returns: nil for an empty field.
  static func thousandths(_ bytes: UnsafeRawBufferPointer) throws(ValueFault) -> Int? {
    if bytes.isEmpty { return nil }
    var value = 0
    var decimals: Int?
    var digits = 0
    for byte in bytes {
      if byte == 0x2E, decimals == nil {
        decimals = 0
      } else if byte >= 0x30, byte <= 0x39 {
        digits += 1
        // The fourth decimal rounds; the rest say nothing more.
        if let count = decimals {
          if count < 4 { value = value * 10 + Int(byte - 0x30) }
          decimals = count + 1
        } else {
          value = min(value * 10 + Int(byte - 0x30), 100)
        }
      } else {
        throw wrongShare(bytes)
      }
    }
    if digits == 0 { throw wrongShare(bytes) }
    for _ in min(decimals ?? 0, 4)..<4 { value *= 10 }
    guard value <= 10_000 else { throw wrongShare(bytes) }
    return (value + 5) / 10
  }

  /// A day, month or year.
  ///
  /// - Returns: nil for an empty field.
  static func date(_ bytes: UnsafeRawBufferPointer) throws(ValueFault) -> PartialDate? {
    if bytes.isEmpty { return nil }
    guard let date = wholeDate(bytes) ?? PartialDate(String(decoding: bytes, as: UTF8.self)) else {
      throw ValueFault(
        problem: "\(quoted(bytes)) is no date",
        advice: "write it as 2025-02-16, 2025-02 or 2025")
    }
    return date
  }

  /// A date of the form `2025-02-16`, which nearly all are, without the detour over a string.
  private static func wholeDate(_ bytes: UnsafeRawBufferPointer) -> PartialDate? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
        value = value * 10 + Int(bytes[index] - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Text that is UTF-8; nil where it is not.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    // Most text is ASCII, which needs no validation that knows of encodings.
    isASCII(bytes)
      ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      offset += 8
    }
    while offset < bytes.count {
      if bytes[offset] & 0x80 != 0 { return false }
      offset += 1
    }
    return true
  }

  /// Whether two stretches hold the same bytes.
  static func equal(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    var offset = 0
    while offset + 8 <= a.count {
      let word = a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset += 8
    }
    while offset < a.count {
      if a[offset] != b[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The bytes for a message: cut where they are long, never breaking the line.
  static func quoted(_ bytes: UnsafeRawBufferPointer) -> String {
    var text = ""
    for scalar in String(decoding: bytes.prefix(160), as: UTF8.self).unicodeScalars.prefix(40) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return "'\(text)\(bytes.count > text.utf8.count ? "…" : "")'"
  }

  private static func wrongCount(_ bytes: UnsafeRawBufferPointer) -> ValueFault {
    ValueFault(
      problem: "\(quoted(bytes)) is no whole number of 0 or more",
      advice: "write digits only: 46000")
  }

  private static func wrongShare(_ bytes: UnsafeRawBufferPointer) -> ValueFault {
    ValueFault(
      problem: "\(quoted(bytes)) is no number from 0 to 1", advice: "write it as 0.85")
  }
}

/// The words of an enumeration, found by their bytes.
struct WordTable<Value: CaseIterable & RawRepresentable<String>> {
  private let words: [(bytes: [UInt8], value: Value)]

  init() {
    words = Value.allCases.map { (Array($0.rawValue.utf8), $0) }
  }

  /// The value of a word.
  ///
  /// - Returns: nil for an empty field.
  func value(_ bytes: UnsafeRawBufferPointer) throws(ValueFault) -> Value? {
    if bytes.isEmpty { return nil }
    for word in words where word.bytes.count == bytes.count {
      if word.bytes.withUnsafeBytes({ FieldParsing.equal($0, bytes) }) { return word.value }
    }
    let allowed = words.map { String(decoding: $0.bytes, as: UTF8.self) }
    throw ValueFault(
      problem: "\(FieldParsing.quoted(bytes)) is none of the values that the column allows",
      advice: "use one of " + allowed.joined(separator: ", "))
  }
}
