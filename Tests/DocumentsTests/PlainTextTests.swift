import ClaimModel
import Testing

@testable import Documents

@Suite struct PlainTextTests {
  @Test(arguments: [
    "One.\r\nTwo.\r\n", "  indented\n\n\n", "no newline", "\u{2028}line\u{85}", "tab\there\n",
    "caf\u{65}\u{301} and café\n", "\r\r\n\n\r",
  ])
  func `text is the file's to the last byte`(text: String) throws {
    let readings = try Readings(of: text, named: "a.txt")
    if text.utf8.contains(where: { $0 > 0x20 }) {
      #expect(readings.documents.map { Array($0.text.utf8) } == [Array(text.utf8)])
      #expect(readings.faults.isEmpty)
    } else {
      #expect(readings.documents.isEmpty)
      #expect(readings.faults.map(\.problem) == ["it holds no text"])
    }
  }

  @Test func `byte order marks are left out and decide the encoding`() throws {
    let text = "Zwölf Tote – twelve dead 😀"
    let wide = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let four: [UInt8] =
      [0xFF, 0xFE, 0, 0]
      + text.unicodeScalars.flatMap { scalar in
        (0..<4).map { UInt8(scalar.value >> UInt32(8 * $0) & 0xFF) }
      }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big, four] {
      let readings = try Readings(of: bytes, named: "a.txt")
      #expect(readings.documents.map(\.text) == [text])
      #expect(readings.faults.isEmpty)
    }
  }

  @Test func `UTF-16 without a mark is recognized`() throws {
    let text = "At least twelve people died in the flood."
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Readings(of: bytes, named: "a.txt").documents.map(\.text) == [text])
  }

  @Test func `broken UTF-8 among good is repaired and reported`() throws {
    let bytes = Array("Łódź: 12 ".utf8) + [0xFF] + Array(" dead".utf8)
    let readings = try Readings(of: bytes, named: "a.txt")
    #expect(readings.documents.map(\.text) == ["Łódź: 12 \u{FFFD} dead"])
    #expect(readings.faults.map(\.location) == ["byte 12"])
    #expect(readings.faults.first?.problem.contains("U+FFFD") == true)
  }

  @Test func `a text of an old Windows is read as such and reported`() throws {
    let bytes = Array("caf".utf8) + [0xE9, 0x20, 0x93, 0x31, 0x32, 0x94]
    let readings = try Readings(of: bytes, named: "a.txt")
    #expect(readings.documents.map(\.text) == ["café “12”"])
    #expect(readings.faults.map(\.location) == ["byte 3"])
  }

  @Test func `a sequence that the end cuts off is broken UTF-8, not Windows-1252`() throws {
    let readings = try Readings(of: Array("12 dead".utf8) + [0xE2, 0x80], named: "a.txt")
    #expect(readings.documents.map(\.text) == ["12 dead\u{FFFD}"])
    #expect(readings.faults.count == 1)
  }

  @Test func `NUL bytes become U+FFFD one by one, so that offsets stay`() throws {
    let text = String(repeating: "Twelve people died. ", count: 10)
    let bytes = Array(text.utf8) + [0, 0] + Array("End.".utf8)
    let readings = try Readings(of: bytes, named: "a.txt")
    #expect(readings.documents.map(\.text) == [text + "\u{FFFD}\u{FFFD}End."])
    #expect(readings.faults.map(\.location) == ["byte 200"])
  }

  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "PNG"),
    ([0x50, 0x4B, 0x03, 0x04, 20, 0, 6, 0], "ZIP"),
    ([UInt8](repeating: 0, count: 64), "binary"),
    ((0...255).map { UInt8($0) }, "binary"),
  ])
  func `binary files are refused`(bytes: [UInt8], what: String) throws {
    let readings = try Readings(of: bytes, named: "a.txt")
    #expect(readings.documents.isEmpty)
    #expect(readings.faults.count == 1)
    #expect(readings.faults.first?.problem.contains(what) == true)
  }

  @Test func `a file above the limit is refused`() throws {
    var limits = InputLimits()
    limits.textBytes = 1 << 20
    let text = String(repeating: "Twelve people died.\n", count: 60_000)
    let readings = try Readings(of: text, named: "a.txt", limits: limits)
    #expect(readings.documents.isEmpty)
    #expect(readings.faults.map(\.problem) == ["it is larger than 1 MiB"])
  }

  @Test func `front matter is read and stays in the text`() throws {
    let text = """
      ---
      Title: "Flood in the \\"valley\\""
      publisher: 'The People''s Post'
      date: 2024-03-05T10:00:00Z
      url: https://example.org/a:b
      language: en
      mood: dark
      ---
      Twelve people died.

      """
    let document = try #require(try Readings(of: text, named: "a.txt").documents.first)
    #expect(document.text == text)
    #expect(document.title == #"Flood in the "valley""#)
    #expect(document.publisher == "The People's Post")
    #expect(document.published == PartialDate(year: 2024, month: 3, day: 5))
    #expect(document.url == "https://example.org/a:b")
    #expect(document.language == "en")
  }

  @Test func `a rule of dashes is no front matter`() throws {
    let text = "---\nTitle: never closed\nTwelve people died.\n"
    #expect(try Readings(of: text, named: "a.txt").documents.map(\.title) == [""])
  }
}
