import CLibCSV

/// Reads a table row by row from a stream of any size, in memory that one row bounds.
///
/// ```swift
/// var reader = try CSVReader(.fileDescriptor(0), named: "standard input")
/// while try reader.advance() {
///   print(reader.line, reader.string(at: 0))
/// }
/// ```
///
/// A row that breaks the dialect's rules makes ``advance()`` throw; calling it again goes on with
/// the next line, so one bad row costs no good ones behind it. A byte order mark is passed over,
/// and so are blank lines. The reader belongs to one thread at a time and may move between them.
package struct CSVReader: ~Copyable {
  /// What the table is called in errors.
  package let name: String
  /// How the table is written.
  package let dialect: CSVDialect
  /// The number of fields that every row must have; nil accepts any.
  ///
  /// ``readHeader()`` sets it.
  package var expectedFieldCount: Int?

  /// The number of the current row, counting from 1 with the header.
  package private(set) var row = 0
  /// The line that the current row starts on, counting from 1.
  package private(set) var line = 0
  /// The offset of the current row's first byte.
  package private(set) var byte = 0
  /// The number of fields in the current row.
  package private(set) var fieldCount = 0
  /// What was done to the current row so that it could be read; nil where nothing was.
  package private(set) var repair: CSVRepair?
  /// How many bytes were taken from the source so far.
  package private(set) var bytesRead = 0

  private let source: ByteSource
  private let batch: UnsafeMutablePointer<csv_batch>
  private let chunk: UnsafeMutableRawBufferPointer
  private var unread = 0..<0
  private var nextRow = 0
  private var firstField = 0
  private var parsedFieldCount = 0
  private var phase = Phase.start
  private var skippingLine = false
  private var pending: CSVError?

  private enum Phase { case start, middle, end }

  /// A reader at the start of a table.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - name: What the table is called in errors: its path.
  ///   - dialect: How the table is written.
  ///   - chunkSize: How many bytes to ask of the source at once.
  /// - Throws: ``CSVError/Kind/outOfMemory``.
  package init(
    _ source: ByteSource, named name: String, dialect: CSVDialect = .strict,
    chunkSize: Int = 1 << 18
  ) throws(CSVError) {
    guard
      let batch = csv_batch_create(
        dialect.delimiter, dialect.quote, dialect.strictness == .lenient ? 1 : 0,
        dialect.fieldLimit, dialect.rowLimit)
    else {
      throw CSVError(kind: .outOfMemory, table: name, row: 0, line: 0, column: 0, byte: 0)
    }
    self.source = source
    self.name = name
    self.dialect = dialect
    self.batch = batch
    chunk = .allocate(byteCount: max(chunkSize, 1), alignment: 16)
  }

  deinit {
    csv_batch_destroy(batch)
    chunk.deallocate()
  }

  /// Moves to the next row; false at the table's end.
  ///
  /// - Throws: The error of a row that could not be read; the next call goes on behind it.
  package mutating func advance() throws(CSVError) -> Bool {
    while true {
      if nextRow < batch.pointee.row_count {
        try takeRow()
        return true
      }
      if let error = pending {
        pending = nil
        row += 1
        throw error
      }
      if phase == .end { return false }
      try fill()
    }
  }

  /// Reads the first row as the names of the columns, which every later row must then match.
  ///
  /// - Throws: ``CSVError/Kind/noHeader``, ``CSVError/Kind/duplicateColumn(_:)``.
  package mutating func readHeader() throws(CSVError) -> [String] {
    guard try advance() else { throw error(.noHeader, line: 1, column: 0, byte: 0) }
    let names = (0..<fieldCount).map { string(at: $0) }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted && !name.isEmpty {
      throw error(.duplicateColumn(name), line: line, column: index + 1, byte: byte)
    }
    expectedFieldCount = names.count
    return names
  }

  // MARK: The current row

  /// Lends the bytes of one field of the current row; a field beyond the row is empty.
  package func withBytes<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    body(unsafeBytes(at: index))
  }

  /// The bytes of one field of the current row, which ``advance()`` and the reader's end make void.
  ///
  /// For the hottest loops: a call of ``withBytes(at:_:)`` from another module is not specialized.
  package func unsafeBytes(at index: Int) -> UnsafeRawBufferPointer {
    guard index >= 0, index < parsedFieldCount, let bytes = batch.pointee.sink.bytes else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let fields = batch.pointee.sink.fields
    let field = firstField + index
    let start = field == 0 ? 0 : (fields?[field - 1] ?? 0) >> 1
    let end = (fields?[field] ?? 0) >> 1
    return UnsafeRawBufferPointer(start: bytes + start, count: end - start)
  }

  /// Whether nothing at all stands between the delimiters: `a,,b` but not `a,"",b`.
  package func isMissing(at index: Int) -> Bool {
    guard index >= 0, index < parsedFieldCount else { return true }
    return (batch.pointee.sink.fields?[firstField + index] ?? 0) & 1 == 1
  }

  /// One field of the current row as text, where bytes that are no UTF-8 become U+FFFD.
  package func string(at index: Int) -> String {
    withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// One field of the current row as text; nil where its bytes are no UTF-8.
  package func validString(at index: Int) -> String? {
    withBytes(at: index) { String(validating: $0, as: UTF8.self) }
  }

  // MARK: Filling

  /// Makes the next row of the batch the current one.
  private mutating func takeRow() throws(CSVError) {
    guard let rows = batch.pointee.rows else { return }
    let entry = rows[nextRow]
    firstField = nextRow == 0 ? 0 : rows[nextRow - 1].field_end
    parsedFieldCount = entry.field_end - firstField
    fieldCount = parsedFieldCount
    nextRow += 1
    row += 1
    line = entry.line
    byte = Int(entry.byte)
    repair = entry.mended == 0 ? nil : .quoting
    if let expected = expectedFieldCount, fieldCount != expected { try fit(to: expected) }
  }

  /// Makes a row of another width fit the header, where the dialect allows it.
  private mutating func fit(to expected: Int) throws(CSVError) {
    let surplus = parsedFieldCount - expected
    let isEmptyBeyond =
      surplus <= 0
      || (expected..<parsedFieldCount).allSatisfy { withBytes(at: $0) { $0.isEmpty } }
    guard dialect.strictness == .lenient, isEmptyBeyond else {
      throw error(
        .raggedRow(fields: parsedFieldCount, expected: expected), line: line, column: 0,
        byte: byte)
    }
    fieldCount = expected
    parsedFieldCount = min(parsedFieldCount, expected)
    if repair == nil {
      repair = surplus < 0 ? .padded(fields: -surplus) : .trimmed(fields: surplus)
    }
  }

  /// Reads and parses until there is a row, an error or the end.
  private mutating func fill() throws(CSVError) {
    csv_batch_drain(batch)
    nextRow = 0
    if unread.isEmpty {
      try readChunk()
      if phase == .end { return finish() }
    }
    guard let base = chunk.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    if skippingLine {
      var ended: Int32 = 0
      let taken = csv_batch_skip_line(batch, base + unread.lowerBound, unread.count, &ended)
      unread = (unread.lowerBound + taken)..<unread.upperBound
      skippingLine = ended == 0
      return
    }
    var consumed = 0
    let status = csv_batch_feed(batch, base + unread.lowerBound, unread.count, &consumed)
    unread = (unread.lowerBound + consumed)..<unread.upperBound
    if status != 0 { keepError(of: UInt32(status)) }
  }

  private mutating func readChunk() throws(CSVError) {
    var count = try readSource(into: UnsafeMutableRawBufferPointer(rebasing: chunk[...]))
    var start = 0
    if phase == .start {
      // Three bytes are needed to know a byte order mark.
      while count > 0, count < 3, chunk.count >= 3 {
        let more = try readSource(into: UnsafeMutableRawBufferPointer(rebasing: chunk[count...]))
        if more == 0 { break }
        count += more
      }
      if count >= 3, chunk[0] == 0xEF, chunk[1] == 0xBB, chunk[2] == 0xBF {
        start = 3
        batch.pointee.byte = 3
      }
      phase = .middle
    }
    unread = start..<count
    if count == 0 { phase = .end }
  }

  private mutating func readSource(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CSVError) -> Int {
    do {
      let count = try source.read(buffer)
      bytesRead += count
      return count
    } catch {
      phase = .end
      throw self.error(.unreadable("\(error)"), line: line, column: 0, byte: bytesRead)
    }
  }

  private mutating func finish() {
    if skippingLine { return }
    let status = csv_batch_finish(batch)
    if status != 0 { keepError(of: UInt32(status)) }
  }

  /// Keeps an error until the good rows before it are handed out, and readies the parser.
  private mutating func keepError(of status: UInt32) {
    let state = batch.pointee
    let column = state.sink.field_count - state.partial_fields + 1
    let kind: CSVError.Kind
    var line = state.line
    switch status {
    case CSV_BATCH_MALFORMED.rawValue: kind = .malformedQuoting
    case CSV_BATCH_UNTERMINATED.rawValue:
      kind = .unterminatedQuote
      line = state.row_line
    case CSV_BATCH_TOO_LONG.rawValue:
      kind = .tooLong(limit: dialect.fieldLimit)
      line = state.row_line
    default:
      kind = .outOfMemory
      phase = .end
    }
    var kept = error(kind, line: line, column: column, byte: Int(state.byte))
    kept.row = row + batch.pointee.row_count + 1
    pending = kept
    skippingLine = state.line_ended == 0
    batch.pointee.line_ended = 0
    csv_batch_restart(batch)
  }

  private func error(
    _ kind: CSVError.Kind, line: Int, column: Int, byte: Int
  ) -> CSVError {
    CSVError(kind: kind, table: name, row: max(row, 1), line: line, column: column, byte: byte)
  }
}
