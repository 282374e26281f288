import ClaimModel
import TestSupport
import Testing

@testable import Documents

/// Random damage to good inputs: the reader gives documents and faults, and ends.
@Suite struct FuzzTests {
  /// Pieces that mean something in one format or another.
  private static let tokens: [[UInt8]] =
    [
      "<", ">", "</", "<!--", "-->", "&#x", "&amp;", "\"", "\\", "\\u", "{", "}", "[", "]", "(",
      ")",
      "\r\n", "\n\n", "\0", "---", "```", "|", "WARC/1.0\r\n", "Content-Length: ", "99999999999",
      "-1",
      "<script>", "</html>", "<table>", "<td>", "\u{1F600}", "\u{FEFF}", ",", ";", "\t", "%PDF-",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8, 0]]

  private func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3:
        bytes.insert(contentsOf: Self.tokens.randomElement(using: &generator) ?? [], at: place)
      case 4: bytes = Array(bytes[..<place])
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
    }
    return bytes
  }

  @Test(.timeLimit(.minutes(30)), arguments: Samples.all.indices)
  func `damaged inputs neither crash nor hang`(sample: Int) throws {
    var generator = SeededGenerator(seed: UInt64(sample) + 1)
    let (name, bytes) = Samples.all[sample]
    var documents = 0
    for _ in 0..<60 {
      let readings = try Readings(of: damaged(bytes, using: &generator), named: name)
      for document in readings.documents {
        #expect(document.text.utf8.contains { $0 > 0x20 })
        #expect(!document.text.utf8.contains(0))
      }
      for fault in readings.faults { #expect(!fault.description.contains("\n")) }
      documents += readings.documents.count
      #expect(readings.documents.count + readings.faults.count > 0)
    }
    #expect(documents > 0)
  }

  @Test(.timeLimit(.minutes(30)), arguments: InputFormat.allCases)
  func `any bytes are survived in any format`(format: InputFormat) throws {
    var generator = SeededGenerator(seed: 99)
    for round in 0..<60 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Bool.random(using: &generator) {
          bytes += Self.tokens.randomElement(using: &generator) ?? []
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      if format == .pdf, round > 5 { break }
      let readings = try Readings(of: bytes, named: "a", format: format)
      #expect(readings.documents.allSatisfy { !$0.text.isEmpty })
    }
  }
}
