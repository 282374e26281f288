/// Reads back the fields of a row in the order in which a ``RowWriter`` wrote them.
package struct RowReader {
  /// How many bytes were read.
  package private(set) var position: Int
  private let bytes: [UInt8]

  /// A reader of a row.
  ///
  /// - Parameters:
  ///   - bytes: The row.
  ///   - position: Where to begin.
  package init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether all was read.
  package var isAtEnd: Bool { position >= bytes.count }

  /// Reads one byte.
  package mutating func byte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a number of eight bytes.
  package mutating func unsigned() -> UInt64 {
    let value = bytes[position..<position + 8].withUnsafeBytes {
      $0.loadUnaligned(as: UInt64.self)
    }
    position += 8
    return UInt64(bigEndian: value)
  }

  /// Reads a number of four bytes.
  package mutating func shortUnsigned() -> UInt32 {
    let value = bytes[position..<position + 4].withUnsafeBytes {
      $0.loadUnaligned(as: UInt32.self)
    }
    position += 4
    return UInt32(bigEndian: value)
  }

  /// Reads a number that may be below zero.
  package mutating func integer() -> Int {
    Int(Int64(bitPattern: unsigned() ^ 1 << 63))
  }

  /// Reads a number of four bytes that may be below zero.
  package mutating func shortInteger() -> Int32 {
    Int32(bitPattern: shortUnsigned() ^ 1 << 31)
  }

  /// Reads a text.
  package mutating func text() -> String {
    let start = position
    var escaped = 0
    while !(bytes[position] == 0 && bytes[position + 1] == 0) {
      if bytes[position] == 0 {
        escaped += 1
        position += 1
      }
      position += 1
    }
    defer { position += 2 }
    guard escaped > 0 else { return String(decoding: bytes[start..<position], as: UTF8.self) }
    var text: [UInt8] = []
    var index = start
    while index < position {
      text.append(bytes[index])
      index += bytes[index] == 0 ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads bytes that were written behind their number.
  package mutating func blob() -> [UInt8] {
    let count = Int(shortUnsigned())
    defer { position += count }
    return Array(bytes[position..<position + count])
  }
}
