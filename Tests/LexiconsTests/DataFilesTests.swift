import CData
import ClaimModel
import DelimitedText
import Foundation
import Lexicons
import Testing

@Suite struct DataFilesTests {
  /// `Data/` of this checkout.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data")

  /// Every table below `Data/` that has to be in the binary, sorted; the samples are documents.
  static var tables: [String] {
    let root = folder.path + "/"
    guard let walker = FileManager.default.enumerator(atPath: root) else { return [] }
    return walker.compactMap { $0 as? String }
      .filter {
        $0.hasSuffix(".csv") && !$0.hasSuffix(".examples.csv") && !$0.hasPrefix("samples/")
      }
      .sorted()
  }

  @Test func everyTableOfDataIsEmbeddedAsItIs() throws {
    let tables = Self.tables
    #expect(tables.contains("registers/parties.csv"))
    let embedded = (0..<cdata_file_count()).map { String(cString: cdata_file($0).path) }
    for path in tables where !embedded.contains(path) {
      Issue.record("add Data/\(path) to Sources/CData/CData.c")
    }
    for path in embedded where !tables.contains(path) {
      // Examples may be embedded or not: only the tests read them.
      if path.hasSuffix(".examples.csv") { continue }
      Issue.record("take Data/\(path) out of Sources/CData/CData.c: there is no such file")
    }
    #expect(embedded == embedded.sorted(), "keep the files of CData.c in the order of their paths")
    for path in embedded {
      let now = try Data(contentsOf: Self.folder.appendingPathComponent(path))
      let built = try #require(DataFiles.embedded.bytes(at: path))
      #expect([UInt8](now) == built, "\(path) differs from the embedded one: build again")
    }
  }

  @Test func anOverlayReplacesAFileAndAddsOthers() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("overlay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in [
      ("registers/places.csv", "place,party\nOurtown,France\n"),
      ("lexicons/xx/words.csv", "term\nfoo\n"), ("notes.txt", "not a table"),
    ] {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let files = try DataFiles(overlaidBy: folder.path)
    #expect(try files.table(at: "registers/places.csv").rows.map { $0["place"] } == ["Ourtown"])
    #expect(files.paths(in: "lexicons/xx") == ["lexicons/xx/words.csv"])
    #expect(!files.paths.contains("notes.txt"))
    #expect(
      files.bytes(at: "registers/parties.csv")
        == DataFiles.embedded.bytes(at: "registers/parties.csv"))
  }

  @Test func whatIsNotThereIsToldInALine() {
    #expect(throws: InputFault.self) { try DataFiles(overlaidBy: "/no/such/folder") }
    #expect(throws: InputFault.self) { try DataFiles.embedded.table(at: "registers/none.csv") }
    #expect(throws: InputFault.self) { try DataFiles.contents(of: "/") }
  }
}
