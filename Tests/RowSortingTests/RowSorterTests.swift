import RowSorting
import TestSupport
import Testing

@Suite struct RowSorterTests {
  private struct DiskIsFull: Error {}

  /// Rows of a text, numbers of both signs and a blob, some of them equal.
  private func rows(_ count: Int, seed: UInt64) -> [RowWriter] {
    var random = SeededGenerator(seed: seed)
    let words = ["", "a", "b", "ab", "a\u{0}", "a\u{0}b", "é", "long enough to differ late: 1"]
    return (0..<count).map { _ in
      var row = RowWriter()
      row.write(words[Int(random.next() % UInt64(words.count))])
      row.write(Int(truncatingIfNeeded: random.next() % 7) - 3)
      row.write(Int32(truncatingIfNeeded: random.next() % 3) - 1)
      row.write(blob: [UInt8](repeating: 7, count: Int(random.next() % 200)))
      return row
    }
  }

  private func sorted(_ rows: [RowWriter], _ store: SpillStore?) throws -> [[UInt8]] {
    var sorter = RowSorter(store)
    for row in rows { try sorter.add(row) }
    #expect(sorter.count == rows.count)
    #expect(sorter.hasSpilled == (store != nil))
    var found: [[UInt8]] = []
    var sorted = try sorter.sorted()
    while try sorted.advance() { found.append(sorted.row) }
    return found
  }

  @Test(arguments: [1, 600, 6000, 60_000])
  func `rows come out in the same order however little memory there is`(memory: Int) throws {
    let rows = rows(3000, seed: 5)
    let expected = rows.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(try sorted(rows, nil) == expected)
    #expect(try sorted(rows, SpillStore(memory: memory) { MemoryFile() }) == expected)
  }

  @Test func `fields compare as their values do and come back as they were`() {
    let texts = ["", "\u{0}", "\u{0}a", "a", "a\u{0}", "a\u{0}\u{0}", "a\u{0}b", "ab", "b", "é"]
    let numbers = [Int.min, -2, -1, 0, 1, 255, 256, Int.max]
    var earlier: [UInt8] = []
    for text in texts {
      for number in numbers {
        var row = RowWriter()
        row.write(text)
        row.write(number)
        row.write(Int32(clamping: number))
        row.write(UInt8(truncatingIfNeeded: number))
        row.write(UInt64.max)
        row.write(UInt32.max)
        row.write(blob: [0, 1])
        #expect(earlier.lexicographicallyPrecedes(row.bytes), "\(text.utf8) \(number)")
        earlier = row.bytes
        var reader = RowReader(row.bytes)
        #expect(reader.text() == text && reader.integer() == number)
        #expect(reader.shortInteger() == Int32(clamping: number))
        #expect(reader.byte() == UInt8(truncatingIfNeeded: number))
        #expect(reader.unsigned() == .max && reader.shortUnsigned() == .max)
        #expect(reader.blob() == [0, 1])
        #expect(reader.isAtEnd)
      }
    }
  }

  @Test func `merged sorters give the rows of both, each written anew`() throws {
    let store = SpillStore(memory: 6000) { MemoryFile() }
    var left = RowSorter(store)
    var right = RowSorter(store)
    for number in 0..<900 {
      var row = RowWriter()
      row.write(number)
      if number.isMultiple(of: 3) { try left.add(row) } else { try right.add(row) }
    }
    try left.merge(right) { reader, writer in writer.write(reader.integer() + 1000) }
    var numbers: [Int] = []
    var sorted = try left.sorted()
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      numbers.append(reader.integer())
    }
    #expect(numbers.count == 900)
    #expect(numbers == (0..<900).map { $0.isMultiple(of: 3) ? $0 : $0 + 1000 }.sorted())
  }

  @Test func `a file that cannot be made stops the sorting`() throws {
    var sorter = RowSorter(SpillStore(memory: 1) { throw DiskIsFull() })
    #expect(throws: DiskIsFull.self) {
      for row in rows(10, seed: 1) { try sorter.add(row) }
    }
  }
}
