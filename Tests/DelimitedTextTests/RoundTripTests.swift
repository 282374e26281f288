import DelimitedText
import TestSupport
import Testing

/// What is written is read back as it was, whatever it is and wherever the chunks are cut.
@Suite struct RoundTripTests {
  /// Bytes that make trouble, far more often than chance would bring them.
  static let troublesome: [UInt8] = [
    0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x09, 0x00, 0xEF, 0xBB, 0xBF, 0xFF, 0x61, 0x62,
  ]

  static func randomTable(_ generator: inout SeededGenerator) -> [Fields] {
    let columns = Int.random(in: 1...4, using: &generator)
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      (0..<columns).map { _ -> [UInt8]? in
        // A row of one missing field is a blank line, which is none.
        if columns > 1, Int.random(in: 0..<6, using: &generator) == 0 { return nil }
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          Bool.random(using: &generator)
            ? troublesome[Int.random(in: 0..<troublesome.count, using: &generator)]
            : UInt8.random(in: 0...255, using: &generator)
        }
      }
    }
  }

  static func write(_ table: [Fields], bufferSize: Int = 1 << 16) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter(bufferSize: bufferSize) { bytes.append(contentsOf: $0) }
    for row in table {
      for field in row {
        if let field { field.withUnsafeBytes { writer.field($0) } } else { writer.missingField() }
      }
      try writer.endRow()
    }
    try writer.flush()
    return bytes
  }

  @Test(arguments: 0..<40)
  func anyBytesComeBack(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let table = Self.randomTable(&generator)
      let bytes = try Self.write(table, bufferSize: Int.random(in: 1...64, using: &generator))
      let read = try TableReading(bytes)
      #expect(read.errors.isEmpty)
      #expect(read.rows == table)
    }
  }

  @Test func aChunkMayEndAnywhere() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let bytes = try Self.write(Self.randomTable(&generator))
      let whole = try TableReading(bytes)
      for chunkSize in stride(from: 3, through: max(3, bytes.count), by: 1) {
        #expect(try TableReading(bytes, chunkSize: chunkSize) == whole)
      }
    }
  }

  @Test func writingTwiceGivesTheSameBytes() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let bytes = try Self.write(Self.randomTable(&generator))
      #expect(try Self.write(TableReading(bytes).rows) == bytes)
    }
  }

  @Test func foreignReadingOfAWellFormedTableIsTheSameAndMendsNothing() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let bytes = try Self.write(Self.randomTable(&generator))
      #expect(try TableReading(bytes, dialect: .foreign) == TableReading(bytes))
    }
  }

  @Test func quotesAreMinimal() throws {
    let text = String(
      decoding: CSVWriter.text([
        ["a", "b c", "", "d,e", "f\"g", " h"], ["-1", "é", "x\ny", "\u{FEFF}", "1", "\t"],
      ]),
      as: UTF8.self)
    #expect(
      text == "a,b c,,\"d,e\",\"f\"\"g\",\" h\"\n-1,é,\"x\ny\",\u{FEFF},1,\"\t\"\n")
  }

  @Test func numbersAreWrittenAsTheirDigits() throws {
    var bytes: [UInt8] = []
    var writer = CSVWriter { bytes.append(contentsOf: $0) }
    for number in [0, 7, -1, 46_000, Int.max, Int.min] { writer.field(number) }
    try writer.endRow()
    try writer.flush()
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "0,7,-1,46000,9223372036854775807,-9223372036854775808\n")
  }

  @Test func aSinkThatFailsIsHeardOf() throws {
    struct Full: Error {}
    var writer = CSVWriter(bufferSize: 4) { _ in throw Full() }
    #expect(throws: Full.self) { try writer.write(row: ["abcdef"]) }
  }
}
