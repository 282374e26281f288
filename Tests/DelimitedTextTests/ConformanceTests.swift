import DelimitedText
import Testing

/// Each rule of RFC 4180, section 2, and each habit of libcsv that would break one.
@Suite struct ConformanceTests {
  // Rule 1: each record on a line of its own, delimited by a line break.
  @Test(arguments: ["a,b\r\nc,d\r\n", "a,b\nc,d\n", "a,b\rc,d\r", "a,b\r\nc,d\n"])
  func rowsEndAtEveryLineBreak(_ text: String) throws {
    let read = try TableReading(text)
    #expect(read.text == [["a", "b"], ["c", "d"]])
    #expect(read.lines == [1, 2])
    #expect(read.errors.isEmpty)
  }

  // Rule 2: the last record may lack its line break.
  @Test(arguments: ["a,b\nc,d", "a,b\nc,\"d\""])
  func theLastRowNeedsNoLineBreak(_ text: String) throws {
    #expect(try TableReading(text).text == [["a", "b"], ["c", "d"]])
  }

  @Test func aLastFieldThatIsEmptyIsAField() throws {
    #expect(try TableReading("a,b\nc,").text == [["a", "b"], ["c", "∅"]])
    #expect(try TableReading("a,b\nc,\"\"").text == [["a", "b"], ["c", ""]])
  }

  // Rule 3: an optional header of the same form.
  @Test func theHeaderSetsTheWidth() throws {
    var reader = try CSVReader(.bytes(Array("x,y\n1,2\n3\n".utf8)), named: "t.csv")
    #expect(try reader.readHeader() == ["x", "y"])
    #expect(try reader.advance())
    #expect(reader.string(at: 1) == "2")
    #expect(throws: CSVError.self) { _ = try reader.advance() }
  }

  // Rule 4: the same number of fields in each line; spaces are part of a field.
  @Test func aRowOfAnotherWidthIsRefusedAndTheRestReadOn() throws {
    let read = try TableReading("x,y\n1,2,3\n4,5\n6\n7,8\n", withHeader: true)
    #expect(read.text == [["4", "5"], ["7", "8"]])
    #expect(
      read.errors.map(\.kind) == [
        .raggedRow(fields: 3, expected: 2), .raggedRow(fields: 1, expected: 2),
      ])
    #expect(read.errors.map(\.line) == [2, 4])
    #expect(read.errors.map(\.row) == [2, 4])
    #expect(read.errors.map(\.byte) == [4, 14])
  }

  @Test func spacesAreKept() throws {
    #expect(
      try TableReading(" a ,  b\t, \n   \n\" c \",d,e\n").text == [
        [" a ", "  b\t", " "], ["   "], [" c ", "d", "e"],
      ])
  }

  // Rule 5: fields may be quoted; quotes appear in no unquoted field.
  @Test func aQuoteInAnUnquotedFieldIsRefused() throws {
    let read = try TableReading("a,b\nc,d\"e\nf,g\n")
    #expect(read.text == [["a", "b"], ["f", "g"]])
    let error = try #require(read.errors.first)
    #expect(error.kind == .malformedQuoting)
    #expect((error.row, error.line, error.column, error.byte) == (2, 2, 2, 7))
    #expect(read.errors.count == 1)
  }

  @Test func textBehindAClosingQuoteIsRefused() throws {
    let read = try TableReading("\"B\" ,C\nd,e\n")
    #expect(read.text == [["d", "e"]])
    let error = try #require(read.errors.first)
    #expect((error.row, error.line, error.column, error.byte) == (1, 1, 1, 3))
  }

  // Rule 6: line breaks, quotes and commas inside quotes.
  @Test func quotedFieldsHoldAnything() throws {
    let read = try TableReading("\"a,b\",\"c\r\nd\",\"e\nf\rg\"\nh,i,j\n")
    #expect(read.text == [["a,b", "c\r\nd", "e\nf\rg"], ["h", "i", "j"]])
    #expect(read.lines == [1, 5])
    #expect(read.bytes == [0, 21])
  }

  // Rule 7: a quote inside quotes is doubled.
  @Test func doubledQuotesAreOne() throws {
    #expect(
      try TableReading("\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n").text == [["a\"b", "\"", "\"\""]])
  }

  // Traps of libcsv.

  @Test func missingAndEmptyAreTold() throws {
    #expect(try TableReading("a,,\"\"\n,\n\"\"\n").text == [["a", "∅", ""], ["∅", "∅"], [""]])
  }

  @Test func blankLinesAreNoRowsButCountAsLines() throws {
    let read = try TableReading("\n\na\n\r\n\r\nb\n\n")
    #expect(read.text == [["a"], ["b"]])
    #expect(read.lines == [3, 6])
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for chunkSize in [1, 2, 3, 4, 100] {
      let read = try TableReading(mark + Array("a\nb\"\n".utf8), chunkSize: chunkSize)
      // A chunk too small for the mark cannot know it; no caller asks for one.
      if chunkSize >= 3 {
        #expect(read.text == [["a"]])
        #expect(read.errors.first?.byte == 6)
      }
    }
    #expect(try TableReading(mark).rows.isEmpty)
    #expect(try TableReading([0xEF, 0xBB]).rows == [[[0xEF, 0xBB]]])
  }

  @Test func nulBytesAreBytes() throws {
    #expect(
      try TableReading("a\0b,\0\n\"\0\",c\n").rows.map { $0.map { $0?.count } } == [
        [3, 1], [1, 1],
      ])
  }

  @Test func anUnclosedQuoteIsRefusedWithTheLineItOpensOn() throws {
    let read = try TableReading("a,b\nc,\"d\ne,f\n")
    #expect(read.text == [["a", "b"]])
    let error = try #require(read.errors.first)
    #expect(error.kind == .unterminatedQuote)
    #expect((error.row, error.line, error.column, error.byte) == (2, 2, 2, 13))
  }

  @Test func aFieldBeyondTheLimitIsRefusedInBoundedMemory() throws {
    let dialect = CSVDialect(fieldLimit: 1000)
    let long = "\"" + String(repeating: "x\n", count: 5000)
    let read = try TableReading(
      Array(("a\nb\n" + long).utf8), dialect: dialect, chunkSize: 64)
    #expect(read.errors.first?.kind == .tooLong(limit: 1000))
    #expect(read.errors.first?.line == 3)
    #expect(read.rows.prefix(2) == [[[0x61]], [[0x62]]])
    // What follows is read as rows again, to the last line.
    #expect(read.lines.last == 5002)
  }

  @Test func aRowOfEndlessFieldsIsRefused() throws {
    let dialect = CSVDialect(rowLimit: 1000)
    let read = try TableReading(
      Array((String(repeating: ",", count: 5000) + "\na,b\n").utf8), dialect: dialect,
      chunkSize: 64)
    #expect(read.errors.map(\.kind) == [.tooLong(limit: dialect.fieldLimit)])
    #expect(read.text == [["a", "b"]])
  }

  @Test func emptyInputHasNoRows() throws {
    #expect(try TableReading("").rows.isEmpty)
    #expect(try TableReading("\n\r\n").rows.isEmpty)
    #expect(throws: CSVError.self) { try CSVTable(parsing: [], named: "t.csv") }
  }

  @Test func aFailingSourceIsReportedAndEndsTheReading() throws {
    struct Broken: Error {}
    var calls = 0
    var reader = try CSVReader(
      ByteSource { buffer in
        calls += 1
        if calls > 1 { throw Broken() }
        buffer.copyBytes(from: Array("a\nb".utf8))
        return 3
      }, named: "t.csv")
    #expect(try reader.advance())
    #expect(throws: CSVError.self) { _ = try reader.advance() }
    #expect(try !reader.advance())
  }
}
