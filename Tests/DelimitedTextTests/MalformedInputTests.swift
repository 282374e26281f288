import DelimitedText
import TestSupport
import Testing

/// No input crashes the reader, and where chunks are cut never changes what it says.
@Suite struct MalformedInputTests {
  static func noise(_ generator: inout SeededGenerator, upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      RoundTripTests.troublesome[
        Int.random(in: 0..<RoundTripTests.troublesome.count, using: &generator)]
    }
  }

  @Test(arguments: [CSVDialect.strict, .foreign, CSVDialect(fieldLimit: 5, rowLimit: 40)])
  func noiseIsReadTheSameInChunksOfEverySize(_ dialect: CSVDialect) throws {
    var generator = SeededGenerator(seed: 3)
    let limited = dialect.fieldLimit == 5
    for _ in 0..<400 {
      let bytes = Self.noise(&generator, upTo: 40)
      let whole = try TableReading(bytes, dialect: dialect)
      for chunkSize in 3...max(3, bytes.count) {
        let cut = try TableReading(bytes, dialect: dialect, chunkSize: chunkSize)
        // Limits are looked at once a line or chunk, so they may strike sooner in small chunks.
        if !limited { #expect(cut == whole) }
      }
    }
  }

  @Test func everyLineOfNoiseIsInARowOrInAnError() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let good = "good,row\n"
      let bytes = Array(good.utf8) + Self.noise(&generator, upTo: 30)
      let read = try TableReading(bytes)
      #expect(read.text.first == ["good", "row"])
      #expect(read.lines == read.lines.sorted())
      #expect(read.errors.map(\.line) == read.errors.map(\.line).sorted())
    }
  }

  @Test func aBadRowCostsNoGoodOnes() throws {
    let read = try TableReading("a,1\nb\"ad,2\nc,3\n\"d\"x,4\ne,5\n")
    #expect(read.text == [["a", "1"], ["c", "3"], ["e", "5"]])
    #expect(read.errors.map(\.line) == [2, 4])
    #expect(read.lines == [1, 3, 5])
  }

  @Test func anErrorSaysWhatWhereAndWhatToDo() throws {
    let read = try TableReading("a\nb\"\n")
    #expect(
      read.errors.first?.description
        == "t.csv: line 2, row 2, column 1, byte 3: a quote in an unquoted field, or text behind a "
        + "closing quote; quote the whole field and double the quotes inside it")
  }

  @Test func aSmallTableIsReadWholeOrNotAtAll() throws {
    let table = try CSVTable(parsing: Array("term,value\n\ndozen,12\nscore,20\n".utf8), named: "t")
    #expect(table.header == ["term", "value"])
    #expect(table.rows.map { $0["term"] } == ["dozen", "score"])
    #expect(table.rows.map(\.line) == [3, 4])
    #expect(table.rows[0]["note"] == "")
    #expect(table.hasColumn("value") && !table.hasColumn("note"))
    #expect(throws: CSVError.self) { try CSVTable(parsing: Array("a,b\n1\n".utf8), named: "t") }
    let twice = #expect(throws: CSVError.self) {
      try CSVTable(parsing: Array("a,b,a\n".utf8), named: "t")
    }
    #expect(twice?.kind == .duplicateColumn("a"))
    #expect(twice?.column == 3)
  }
}

/// Tables made elsewhere are mended where their meaning is plain, and never in silence.
@Suite struct ForeignTableTests {
  @Test func strayQuotesAreTextAndSaidSo() throws {
    let read = try TableReading(
      "n,h\n5\" gun,x\n\"B\" ,C\n  \"q\",r\nlast,one\n", dialect: .foreign, withHeader: true)
    #expect(read.text == [["5\" gun", "x"], ["B", "C"], ["q", "r"], ["last", "one"]])
    #expect(read.repairs == [.quoting, .quoting, .quoting, nil])
    #expect(read.errors.isEmpty)
  }

  @Test func emptyAndMissingAreToldInMendedRowsToo() throws {
    let read = try TableReading("\"\" ,\"\" ,,\n", dialect: .foreign)
    #expect(read.text == [["", "", "∅", "∅"]])
    #expect(read.repairs == [.quoting])
  }

  @Test func spacesOfSoundRowsAreKept() throws {
    let read = try TableReading(" a , b\n", dialect: .foreign)
    #expect(read.text == [[" a ", " b"]])
    #expect(read.repairs == [nil])
  }

  @Test func shortRowsArePaddedAndEmptySurplusLeftOut() throws {
    let read = try TableReading(
      "a,b,c\n1\n1,2,3,,\n1,2,3,4\n1,2,3\n", dialect: .foreign, withHeader: true)
    #expect(read.text == [["1", "∅", "∅"], ["1", "2", "3"], ["1", "2", "3"]])
    #expect(read.repairs == [.padded(fields: 2), .trimmed(fields: 2), nil])
    #expect(read.errors.map(\.kind) == [.raggedRow(fields: 4, expected: 3)])
  }

  @Test func anUnclosedQuoteAtTheEndIsClosed() throws {
    let read = try TableReading("a\n\"b", dialect: .foreign)
    #expect(read.text == [["a"], ["b"]])
    #expect(read.repairs == [nil, .quoting])
  }

  @Test func oneStrayQuoteCannotSwallowALargeFile() throws {
    let dialect = CSVDialect(strictness: .lenient, fieldLimit: 4096)
    let rows = (0..<5000).map { "\($0),x\n" }.joined()
    let read = try TableReading(
      Array(("n,\"open\n" + rows).utf8), dialect: dialect, chunkSize: 256)
    #expect(read.errors.map(\.kind) == [.tooLong(limit: 4096)])
    #expect(read.rows.count > 4000)
    #expect(read.text.last == ["4999", "x"])
  }

  @Test func otherDelimitersAndQuotes() throws {
    let read = try TableReading(
      "a;'b;c'\n", dialect: CSVDialect(delimiter: 0x3B, quote: 0x27))
    #expect(read.text == [["a", "b;c"]])
  }
}
