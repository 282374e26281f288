/// Takes rows in any order and gives them back sorted, in bounded memory.
///
/// Rows gather in memory. Where they take more of it than the store allows, they are sorted and
/// written to a file as one run; at the end all runs are merged. Rows compare byte by byte, so what
/// comes out does not depend on how much memory there was.
package struct RowSorter: Sendable {
  /// Where a row lies in memory, with its first bytes, which mostly tell it from others.
  private struct Entry {
    var prefix: UInt64
    var start: Int
    var count: Int
  }

  /// How many rows were taken in.
  package private(set) var count = 0

  private let store: SpillStore?
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private var file: (any SpillFile)?
  private var runs: [SpillRun] = []

  /// A sorter of no rows yet.
  ///
  /// - Parameter store: Where rows go that memory has no room for; nil keeps all in memory.
  package init(_ store: SpillStore?) {
    self.store = store
  }

  /// Whether rows went to a file.
  package var hasSpilled: Bool { !runs.isEmpty }

  /// Takes in a row.
  ///
  /// - Throws: What the store throws where rows have to be written.
  package mutating func add(_ row: RowWriter) throws {
    let start = bytes.count
    bytes.append(contentsOf: row.bytes)
    entries.append(Entry(prefix: Self.prefix(row.bytes), start: start, count: row.bytes.count))
    count += 1
    if let store,
      bytes.count + entries.count * MemoryLayout<Entry>.stride >= store.sorterMemory
    {
      try spill(to: store)
    }
  }

  /// Takes in all rows of another sorter, which may have spilled.
  ///
  /// - Parameters:
  ///   - other: The other sorter.
  ///   - change: Writes a row anew, where numbers in it mean something else here.
  /// - Throws: What the stores of the two throw.
  package mutating func merge(
    _ other: RowSorter, _ change: (inout RowReader, inout RowWriter) -> Void
  ) throws {
    var rows = try other.sorted()
    var writer = RowWriter()
    while try rows.advance() {
      var reader = RowReader(rows.row)
      writer.begin()
      change(&reader, &writer)
      try add(writer)
    }
  }

  /// The rows in order.
  package consuming func sorted() throws -> SortedRows {
    sort()
    return try SortedRows(
      bytes: bytes, rows: entries.map { $0.start..<$0.start + $0.count }, runs: runs, file: file,
      memory: store?.sorterMemory ?? .max)
  }

  private mutating func sort() {
    bytes.withUnsafeBytes { bytes in
      entries.sort { (a: Entry, b: Entry) -> Bool in
        if a.prefix != b.prefix { return a.prefix < b.prefix }
        return ByteOrder.precedes(
          UnsafeRawBufferPointer(rebasing: bytes[a.start..<a.start + a.count]),
          UnsafeRawBufferPointer(rebasing: bytes[b.start..<b.start + b.count]))
      }
    }
  }

  private mutating func spill(to store: SpillStore) throws {
    sort()
    let file = try self.file ?? store.file()
    self.file = file
    var buffer: [UInt8] = []
    buffer.reserveCapacity(1 << 20)
    var run = SpillRun(start: 0, end: 0)
    var isFirst = true
    func flush() throws {
      let start = try buffer.withUnsafeBytes { try file.append($0) }
      if isFirst { run.start = start }
      isFirst = false
      run.end = start + buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    // Two sorters never write to one file, so what one appends lies in one piece.
    for entry in entries {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: entry.count)) {
        buffer.append(contentsOf: $0)
      }
      buffer.append(contentsOf: bytes[entry.start..<entry.start + entry.count])
      if buffer.count >= 1 << 20 { try flush() }
    }
    if !buffer.isEmpty { try flush() }
    runs.append(run)
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// The first eight bytes of a row as a number that compares as they do.
  private static func prefix(_ row: [UInt8]) -> UInt64 {
    if row.count >= 8 {
      return row.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    }
    var value: UInt64 = 0
    for index in 0..<8 { value = value << 8 | (index < row.count ? UInt64(row[index]) : 0) }
    return value
  }
}

/// A sorted stretch of rows in a file, each behind its length in four bytes.
struct SpillRun: Sendable {
  var start: Int
  var end: Int
}
