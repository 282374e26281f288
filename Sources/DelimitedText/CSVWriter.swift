import CLibCSV

/// Writes a table with as few quotes as reading it back exactly allows.
///
/// Rows gather in a buffer that is handed to the sink when it is full and at ``flush()``, which
/// the owner calls at the end. A missing value (nil) is written as nothing, an empty one as `""`;
/// only in a table of one column are both `""`, since a blank line is no row.
package struct CSVWriter {
  /// Where full buffers go.
  package typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  private var buffer: [UInt8] = []
  private let bufferSize: Int
  private let sink: Sink
  private var fieldsInRow = 0
  private var isFirstField = true
  private var lastFieldIsMissing = false

  /// A writer at the start of a table.
  ///
  /// - Parameters:
  ///   - bufferSize: How many bytes to gather before they go to the sink.
  ///   - sink: Takes the bytes, in order.
  package init(bufferSize: Int = 1 << 20, sink: @escaping Sink) {
    self.bufferSize = bufferSize
    self.sink = sink
    buffer.reserveCapacity(bufferSize + 4096)
  }

  /// The text of whole rows, for small tables.
  package static func text(_ rows: [[String]]) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter { bytes.append(contentsOf: $0) }
    // A sink that only appends never throws.
    for row in rows { try? writer.write(row: row) }
    try? writer.flush()
    return bytes
  }

  /// Writes one row; an empty string is written as nothing between delimiters.
  package mutating func write(row: [String]) throws {
    for value in row {
      if value.isEmpty { missingField() } else { field(value) }
    }
    try endRow()
  }

  /// Writes one row in which nil is missing and an empty string is `""`.
  package mutating func write(row: [String?]) throws {
    for value in row {
      if let value { field(value) } else { missingField() }
    }
    try endRow()
  }

  /// Writes one field of the row, of which nothing is known.
  package mutating func missingField() {
    startField()
    lastFieldIsMissing = true
  }

  /// Writes one field of the row.
  package mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field(UnsafeRawBufferPointer($0)) }
  }

  /// Writes one field of the row, a whole number.
  package mutating func field(_ number: Int) {
    startField()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var magnitude = number.magnitude
      var start = 20
      repeat {
        start -= 1
        digits[start] = 0x30 + UInt8(magnitude % 10)
        magnitude /= 10
      } while magnitude > 0
      if number < 0 { buffer.append(0x2D) }
      buffer.append(contentsOf: digits[start...])
    }
  }

  /// Writes one field of the row, whatever its bytes.
  package mutating func field(_ bytes: UnsafeRawBufferPointer) {
    let isVeryFirst = isFirstField
    startField()
    if bytes.isEmpty {
      // Not left to `csv_write`, which writes nothing at all where the address is null.
      buffer.append(contentsOf: [0x22, 0x22])
    } else if needsQuotes(bytes, isVeryFirst: isVeryFirst) {
      appendQuoted(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Ends the row; a row of no fields is not written.
  package mutating func endRow() throws {
    guard fieldsInRow > 0 else { return }
    if fieldsInRow == 1, lastFieldIsMissing { buffer.append(contentsOf: [0x22, 0x22]) }
    buffer.append(0x0A)
    fieldsInRow = 0
    if buffer.count >= bufferSize { try flush() }
  }

  /// Hands what is gathered to the sink.
  package mutating func flush() throws {
    guard !buffer.isEmpty else { return }
    try buffer.withUnsafeBytes { try sink($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func startField() {
    if fieldsInRow > 0 { buffer.append(0x2C) }
    fieldsInRow += 1
    lastFieldIsMissing = false
    isFirstField = false
  }

  /// Whether the bytes would not come back as they are if they stood bare.
  ///
  /// Spaces at the ends would, but not from every reader; a byte order mark at the very start
  /// would be taken for the file's.
  private func needsQuotes(_ bytes: UnsafeRawBufferPointer, isVeryFirst: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first <= 0x20 || last <= 0x20 { return true }
    if isVeryFirst, first == 0xEF { return true }
    for byte in bytes where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D {
      return true
    }
    return false
  }

  private mutating func appendQuoted(_ bytes: UnsafeRawBufferPointer) {
    let start = buffer.count
    let capacity = bytes.count * 2 + 2
    buffer.append(contentsOf: repeatElement(0, count: capacity))
    let written = buffer.withUnsafeMutableBytes {
      csv_write($0.baseAddress.map { $0 + start }, capacity, bytes.baseAddress, bytes.count)
    }
    buffer.removeLast(capacity - written)
  }
}
