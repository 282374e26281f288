import DelimitedText
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ByteSourceTests {
  /// Opens a pipe that holds some bytes and is closed at its writing end.
  static func pipe(holding bytes: [UInt8]) throws -> Int32 {
    var ends: [Int32] = [0, 0]
    #if canImport(Glibc)
      try #require(Glibc.pipe(&ends) == 0)
    #else
      try #require(Darwin.pipe(&ends) == 0)
    #endif
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    return ends[0]
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let descriptor = try Self.pipe(holding: Array("a,b\nc,\"d\ne\"\nf,g".utf8))
    defer { close(descriptor) }
    var reader = try CSVReader(.fileDescriptor(descriptor), named: "pipe", chunkSize: 4)
    var rows: [[String]] = []
    while try reader.advance() {
      rows.append((0..<reader.fieldCount).map { reader.string(at: $0) })
    }
    #expect(rows == [["a", "b"], ["c", "d\ne"], ["f", "g"]])
    #expect(reader.bytesRead == 15)
    #expect(try !reader.advance())
  }

  @Test func aFolderGivenForAFileIsSaidSo() throws {
    let descriptor = open("/", O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var reader = try CSVReader(.fileDescriptor(descriptor), named: "folder")
    let error = #expect(throws: CSVError.self) { _ = try reader.advance() }
    #expect(error?.kind == .unreadable(SystemError(code: EISDIR).description))
    #expect(error?.description.hasPrefix("folder: byte 0: ") == true)
  }

  @Test func aFieldBeyondTheRowIsEmptyAndMissing() throws {
    var reader = try CSVReader(.bytes(Array("a,b\n".utf8)), named: "t.csv")
    #expect(reader.string(at: 0) == "" && reader.isMissing(at: 0))
    #expect(try reader.advance())
    #expect(reader.string(at: 2) == "" && reader.isMissing(at: 2))
    #expect(reader.string(at: -1) == "" && reader.isMissing(at: -1))
  }

  @Test func textIsValidatedOnRequest() throws {
    var reader = try CSVReader(.bytes([0xC3, 0xA9, 0x2C, 0xC3, 0x0A]), named: "t.csv")
    #expect(try reader.advance())
    #expect(reader.validString(at: 0) == "é")
    #expect(reader.validString(at: 1) == nil)
    #expect(reader.string(at: 1) == "\u{FFFD}")
  }
}
