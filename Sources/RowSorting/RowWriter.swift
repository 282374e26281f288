/// Writes the fields of a row so that rows compared byte by byte come in the order of their fields.
///
/// Whole numbers are written with the highest byte first and the sign turned, strings with an end
/// mark that sorts before every byte.
package struct RowWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// How many bytes were written.
  package var count: Int { bytes.count }

  /// Begins a new row.
  package mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes one byte.
  package mutating func write(_ value: UInt8) {
    bytes.append(value)
  }

  /// Writes a number of eight bytes.
  package mutating func write(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a number of four bytes.
  package mutating func write(_ value: UInt32) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes a number that may be below zero.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value)) ^ 1 << 63)
  }

  /// Writes a number of four bytes that may be below zero.
  package mutating func write(_ value: Int32) {
    write(UInt32(bitPattern: value) ^ 1 << 31)
  }

  /// Writes a text with its end mark.
  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      if utf8.contains(0) {
        for byte in utf8 {
          bytes.append(byte)
          // What would be taken for the end mark is followed by a byte that UTF-8 never uses.
          if byte == 0 { bytes.append(0xFF) }
        }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(0)
    bytes.append(0)
  }

  /// Writes bytes as they are, as another writer has made them.
  package mutating func write(raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  /// Writes bytes of any kind behind their number; what follows is no longer in order.
  package mutating func write(blob: [UInt8]) {
    write(UInt32(truncatingIfNeeded: blob.count))
    bytes.append(contentsOf: blob)
  }
}
