import ClaimModel
import ClaimTables
import DelimitedText
import Foundation
import FoundationXML
import Testing

@testable import Reporting

/// Whatever a document says, a report keeps the structure that it has with harmless words.
@Suite struct Escaping {
  static let seeds = Array(UInt64(1)...60)

  @Test func `There is something to try`() {
    #expect(Self.seeds.count == 60)
    #expect(HostileReports.payloads.count > 40)
  }

  @Test(arguments: seeds)
  func `No text breaks out of HTML`(seed: UInt64) throws {
    let report = HostileReports.report(seed: seed)
    let text = try Written.text(report, as: .html)
    let benign = try Written.text(HostileReports.benign, as: .html)
    #expect(Self.difference(Self.tags(text), Self.tags(benign)) == nil)
    #expect(!text.contains("<zq") && !text.contains("<img") && !text.contains("\u{0}"))
    #expect(!text.contains("href=\"javascript"))
  }

  @Test(arguments: seeds)
  func `Plots of any text are well-formed XML`(seed: UInt64) throws {
    let files = PlotFiles().files(of: HostileReports.report(seed: seed))
    #expect(files.map(\.name) == ["bias.svg", "coverage.svg", "forest-1.svg", "timeline-1.svg"])
    for file in files {
      let text = try TextOutput.string { try file.write(&$0) }
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(file.name): \(String(describing: parser.parserError))")
    }
  }

  @Test(arguments: seeds)
  func `No text breaks out of LaTeX`(seed: UInt64) throws {
    let text = try Written.text(HostileReports.report(seed: seed), as: .latex)
    let benign = try Written.text(HostileReports.benign, as: .latex)
    #expect(Self.difference(Self.commands(text), Self.commands(benign)) == nil)
    #expect(Self.braceDepths(text).min() == 0 && Self.braceDepths(text).last == 0)
  }

  @Test(arguments: seeds)
  func `No text breaks out of wikitext`(seed: UInt64) throws {
    let text = try Written.text(HostileReports.report(seed: seed), as: .wikitext)
    let benign = try Written.text(HostileReports.benign, as: .wikitext)
    for mark in [
      "{|", "|}", "|-", "[[", "{{", "'''", "''", "==", "<", "|", "~~~", "__", "<nowiki", "\n",
    ] {
      #expect(Self.count(mark, in: text) == Self.count(mark, in: benign), "\(mark)")
    }
  }

  @Test(arguments: seeds)
  func `No text breaks out of Markdown`(seed: UInt64) throws {
    let text = try Written.text(HostileReports.report(seed: seed), as: .markdown)
    let benign = try Written.text(HostileReports.benign, as: .markdown)
    let (lines, known) = (text.split(separator: "\n"), benign.split(separator: "\n"))
    #expect(lines.count == known.count)
    for (line, other) in zip(lines, known) {
      #expect(Self.marks(line) == Self.marks(other), "\(line)")
    }
  }

  @Test(arguments: seeds)
  func `No text steers a terminal`(seed: UInt64) throws {
    let text = try Written.text(HostileReports.report(seed: seed), as: .text)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
    for line in text.split(separator: "\n") { #expect(PlainText.width(String(line)) <= 80) }
  }

  @Test(arguments: seeds)
  func `Every text comes back from CSV`(seed: UInt64) throws {
    let report = HostileReports.report(seed: seed)
    for table in ReportTable.allCases {
      let text = try Written.text { try TableReport().write(table, of: report, to: $0) }
      let read = try CSVTable(parsing: Array(text.utf8), named: table.fileName)
      var rows: [[String]] = []
      try report.forEachRow(of: table) { rows.append($0.map(\.text)) }
      #expect(read.rows.count == rows.count)
      for (row, cells) in zip(read.rows, rows) {
        #expect(zip(table.schema.header, cells).allSatisfy { row[$0] == $1 })
      }
    }
  }

  @Test(arguments: seeds)
  func `JSON is JSON`(seed: UInt64) throws {
    let text = try Written.text(HostileReports.report(seed: seed), as: .json)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["claims"] as? [Any])?.count == 4)
  }

  /// Where two lists first differ, with what leads there; nil where they are equal.
  private static func difference(_ found: [String], _ expected: [String]) -> String? {
    guard found != expected else { return nil }
    let index =
      zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(found.count, expected.count)
    let lead = found[max(0, index - 6)..<index].joined(separator: " ")
    return
      "after \(lead): \(found.dropFirst(index).prefix(3)), not \(expected.dropFirst(index).prefix(3))"
  }

  /// The names of a page's tags in order, with the number of quoted attribute values.
  private static func tags(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "<")).dropFirst().map { piece in
      let tag = piece.prefix { $0 != UInt8(ascii: ">") }
      let name = tag.prefix { $0 != UInt8(ascii: " ") }
      return String(decoding: name, as: UTF8.self) + " \(tag.count { $0 == UInt8(ascii: "\"") })"
    }
  }

  /// What LaTeX acts on: commands that are no escapes, and special characters.
  private static func commands(_ text: String) -> [String] {
    let escapes: Set<String> = [
      "textbackslash", "textasciitilde", "textasciicircum", "textless", "textgreater", "textbar",
      "textquotedbl", "textquotedblleft", "textquotedblright", "textquoteleft", "textquoteright",
      "textperiodcentered", "dots", "ensuremath", "geq", "leq", "times", "neq", "tollchar",
    ]
    var found: [String] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        let word = bytes[(index + 1)...].prefix {
          (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
        if word.isEmpty {
          if bytes[index + 1] == UInt8(ascii: "\\") { found.append("\\\\") }
          index += 1
        } else {
          let name = String(decoding: word, as: UTF8.self)
          if !escapes.contains(name) { found.append(name) }
          index += word.count
        }
      } else if "&%$#^_".utf8.contains(bytes[index]) {
        found.append(String(UnicodeScalar(bytes[index])))
      }
    }
    return found
  }

  private static func braceDepths(_ text: String) -> [Int] {
    var depth = 0
    var depths: [Int] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      }
      depths.append(depth)
    }
    return depths
  }

  /// The unescaped marks of a line of Markdown that could make structure.
  private static func marks(_ line: Substring) -> [Character] {
    var marks: [Character] = []
    var isEscaped = false
    var isAddress = false
    for character in line {
      if isAddress {
        isAddress = character != ")"
      } else if isEscaped {
        isEscaped = false
      } else if character == "(", marks.last == "]" {
        isAddress = true
      } else if character == "\\" {
        isEscaped = true
      } else if "|<>[]*`~_".contains(character) {
        marks.append(character)
      }
    }
    return marks
  }

  private static func count(_ mark: String, in text: String) -> Int {
    var count = 0
    let bytes = Array(text.utf8)
    let pattern = Array(mark.utf8)
    var index = 0
    while index + pattern.count <= bytes.count {
      if bytes[index..<index + pattern.count].elementsEqual(pattern) {
        count += 1
        index += pattern.count
      } else {
        index += 1
      }
    }
    return count
  }
}
