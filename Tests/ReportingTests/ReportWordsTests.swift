import ClaimModel
import DelimitedText
import Foundation
import Lexicons
import Testing

@testable import Reporting

/// The words of reports are data: every key is there, in use, and has its places.
@Suite struct ReportWordsTests {
  private static let path = "words/en/report.csv"

  /// A table of words like the English one, with some texts changed and one row left out.
  private static func files(
    _ language: String, _ changes: [String: String] = [:], without key: String = ""
  ) throws -> DataFiles {
    var text = "key,text,note\n"
    for row in try DataFiles.embedded.table(at: path).rows where row["key"] != key {
      let value = changes[row["key"]] ?? row["text"]
      text += "\(row["key"]),\"\(value.replacingOccurrences(of: "\"", with: "\"\""))\",\n"
    }
    return DataFiles(replacing: ["words/\(language)/report.csv": Array(text.utf8)])
  }

  @Test func `Every language that is shipped has every word, with its places`() throws {
    let tables = DataFiles.embedded.paths(in: "words")
    #expect(tables.contains(Self.path))
    for table in tables {
      let language = table.split(separator: "/")[1]
      let words = try ReportWords(language: String(language), from: .embedded)
      #expect(words.language == language)
    }
  }

  @Test func `Every word is used by a report, and every note says what for`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Reporting")
    let walker = try #require(FileManager.default.enumerator(atPath: folder.path))
    var sources = ""
    for case let path as String in walker
    where path.hasSuffix(".swift") && !path.hasSuffix("ReportWord.swift") {
      sources += try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
    #expect(sources.utf8.count > 100_000)
    let used = Set(
      sources.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        .flatMap { $0.split(separator: ".") }.map(String.init))
    for word in ReportWord.allCases where !used.contains("\(word)") {
      Issue.record("no report uses '\(word.rawValue)'")
    }
    for row in try DataFiles.embedded.table(at: Self.path).rows {
      #expect(!row["note"].isEmpty, "\(row["key"])")
    }
  }

  @Test func `A language that lacks a word, has one too many or other places is refused`() throws {
    func fault(_ changes: [String: String], without key: String = "") throws -> String? {
      let files = try Self.files("xx", changes, without: key)
      do throws(InputFault) {
        _ = try ReportWords(language: "xx", from: files)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(try fault([:]) == nil)
    #expect(
      try fault([:], without: "part_claims")?.contains("'part_claims': it is missing") == true)
    #expect(try fault(["more": "{count} more"])?.contains("its places are") == true)
    #expect(try fault(["claims_count": "{count} Angaben"])?.contains("1 forms") == true)
    #expect(try fault(["plural_rule": "dual"])?.contains("one_other, other, one_few_many") == true)
    let files = DataFiles(replacing: ["words/xx/report.csv": Array("key,text\nnonsense,x\n".utf8)])
    #expect(throws: InputFault.self) { try ReportWords(language: "xx", from: files) }
    #expect(throws: InputFault.self) { try ReportWords(language: "yy", from: .embedded) }
  }

  @Test func `A report is written in another language, numbers and all`() throws {
    // Every text is marked, so that a word that is not read from the table shows.
    var changes: [String: String] = [:]
    for row in try DataFiles.embedded.table(at: Self.path).rows
    where row["text"].contains(where: \.isLetter) && !row["key"].hasPrefix("number_")
      && !["plural_rule", "direction"].contains(row["key"])
    {
      changes[row["key"]] = row["text"].split(separator: "|").map { "ß\($0)" }
        .joined(separator: "|")
    }
    changes["number_group"] = "."
    changes["number_decimal"] = ","
    changes["direction"] = "rtl"
    let words = try ReportWords(language: "xx", from: try Self.files("xx", changes))
    var report = UkraineFixture.report
    report.notes.words = words
    report.notes.style = words.numbers
    let page = try Written.text { try ReportWriter(.html).write(report, to: $0) }
    #expect(page.contains("<html lang=\"xx\" dir=\"rtl\">"))
    #expect(page.contains("46.000") && !page.contains("data-v=\"46000\">46,000"))
    for english in [
      "What stands out", "Where the figures stand", "All findings", "Most agree on", "Read as",
    ] {
      #expect(
        !page.replacingOccurrences(of: "ß" + english, with: "").contains(english), "\(english)")
    }
    for format in [ReportFormat.markdown, .latex, .wikitext, .text] {
      let text = try Written.text { try ReportWriter(format).write(report, to: $0) }
      for english in ["What stands out", "Who says what", "third party", "contested"] {
        #expect(
          !text.replacingOccurrences(of: "ß" + english, with: "").contains(english),
          "\(format): \(english)")
      }
    }
  }

  @Test func `Counts take the form that their language asks for`() throws {
    #expect(ReportWords.english.count(.claimsCount, 1) == "1 claim")
    #expect(ReportWords.english.count(.claimsCount, 46_000) == "46,000 claims")
    let forms = [1, 21, 101, 2, 3, 24, 0, 5, 11, 12, 14, 111].map(PluralRule.oneFewMany.form)
    #expect(forms == [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2])
    #expect([0, 1, 2].map(PluralRule.oneOther.form) == [1, 0, 1])
    #expect([0, 1, 2].map(PluralRule.other.form) == [0, 0, 0])
  }

  @Test func `What is filled in is not read as a place`() {
    #expect(ReportWords.fill("{a} of {b}", ["a": "{b}", "b": "2"]) == "{b} of 2")
    #expect(ReportWords.fill("a { brace", ["a": "1"]) == "a { brace")
  }
}
