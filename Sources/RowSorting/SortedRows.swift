/// The rows of a ``RowSorter``, one after another in order.
package struct SortedRows: ~Copyable {
  /// The row where the reading stands.
  package private(set) var row: [UInt8] = []

  private let bytes: [UInt8]
  private let rows: [Range<Int>]
  private var next = 0
  private var readers: [RunReader] = []
  /// The runs that have rows left, as a heap with the one whose row comes first on top.
  private var heap: [Int] = []

  init(
    bytes: [UInt8], rows: [Range<Int>], runs: [SpillRun], file: (any SpillFile)?, memory: Int
  ) throws {
    self.bytes = bytes
    self.rows = rows
    guard let file else { return }
    let chunk = min(max(memory / max(runs.count, 1), 1 << 12), 1 << 18)
    readers = runs.map { RunReader($0, of: file, chunk: chunk) }
    for index in readers.indices where try readers[index].advance() {
      heap.append(index)
      rise(heap.count - 1)
    }
  }

  /// Goes to the next row; false where there is none left.
  ///
  /// - Throws: What the file throws that the rows are read from.
  package mutating func advance() throws -> Bool {
    let fromMemory = next < rows.count ? rows[next] : nil
    guard let top = heap.first else {
      guard let fromMemory else { return false }
      take(fromMemory)
      return true
    }
    if let fromMemory, comesFirst(fromMemory, before: top) {
      take(fromMemory)
      return true
    }
    row.removeAll(keepingCapacity: true)
    readers[top].withRow { row.append(contentsOf: $0) }
    if try !readers[top].advance() {
      heap[0] = heap[heap.count - 1]
      heap.removeLast()
    }
    sink()
    return true
  }

  private mutating func take(_ range: Range<Int>) {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: bytes[range])
    next += 1
  }

  private func comesFirst(_ range: Range<Int>, before reader: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      readers[reader].withRow {
        !ByteOrder.precedes($0, UnsafeRawBufferPointer(rebasing: bytes[range]))
      }
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    readers[a].withRow { first in
      readers[b].withRow { ByteOrder.precedes(first, $0) }
    }
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0, precedes(heap[index], heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var first = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && precedes(heap[child], heap[first]) {
        first = child
      }
      if first == index { return }
      heap.swapAt(index, first)
      index = first
    }
  }
}

/// Reads the rows of one run in chunks.
struct RunReader {
  private let file: any SpillFile
  private let end: Int
  private let chunk: Int
  private var offset: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var length = 0

  init(_ run: SpillRun, of file: any SpillFile, chunk: Int) {
    self.file = file
    self.chunk = chunk
    offset = run.start
    end = run.end
  }

  /// Goes to the next row; false where there is none left.
  mutating func advance() throws -> Bool {
    position += length
    length = 0
    guard try fill(4) else { return false }
    let count = buffer.withUnsafeBytes {
      Int($0.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
    position += 4
    _ = try fill(count)
    length = count
    return true
  }

  /// Calls with the row where the reading stands.
  func withRow<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try buffer.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[position..<position + length]))
    }
  }

  /// Sees to it that so many bytes lie ahead; false where the run ends here.
  private mutating func fill(_ count: Int) throws -> Bool {
    if buffer.count - position >= count { return true }
    buffer.removeFirst(position)
    position = 0
    let more = min(max(chunk, count - buffer.count), end - offset)
    guard more > 0 else { return false }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: more))
    let (file, offset) = (self.file, self.offset)
    try buffer.withUnsafeMutableBytes {
      try file.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: $0[old...]))
    }
    self.offset += more
    return true
  }
}
