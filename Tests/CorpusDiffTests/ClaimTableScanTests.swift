import ClaimModel
import ClaimTables
import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import CorpusDiff

@Suite("Scanning claims tables")
struct ClaimTableScanTests {
  @Test("a scan finds what reading every claim finds", arguments: 1...30)
  func scanFindsTheSame(seed: UInt64) throws {
    var generated = GeneratedCorpus(seed: seed)
    let old = table(named(generated.corpus(of: 90)))
    let new = table(named(generated.laterCorpus(than: try claims(in: old))))
    let expected = CorpusDiff(old: try claims(in: old), new: try claims(in: new))
    let oldFile = try #require(OpenFile(old))
    let newFile = try #require(OpenFile(new))
    let options = DiffOptions()
    let before = try #require(
      ClaimTableScan(descriptor: oldFile.descriptor, named: "old.csv", options: options))
    let now = try #require(
      ClaimTableScan(descriptor: newFile.descriptor, named: "new.csv", options: options))
    let found = try CorpusDiff(
      old: before, new: now, options: options, convention: "interval", interval: \.interval)
    #expect(found.counts == expected.counts)
    #expect(found.changes.map(\.kinds) == expected.changes.map(\.kinds))
    #expect(found.changes.map(\.old) == expected.changes.map(\.old))
    #expect(found.changes.map(\.new) == expected.changes.map(\.new))
    #expect(found.changes.map(\.oldRow) == expected.changes.map(\.oldRow))
    #expect(found.changes.map(\.isCopy) == expected.changes.map(\.isCopy))
    #expect(found.faults.isEmpty)
    // Rows as they are written say nothing of what a patch will find in them.
    #expect(throws: InputFault.self) { try DiffPatch(found) }
    #expect(throws: Never.self) { try DiffPatch(expected) }
  }

  @Test("the order of columns and ignored columns make no difference")
  func columnsInAnotherOrder() throws {
    let old = "claim_id,stated_low,stated_high,outcome,note\na,5,5,killed,x\nb,6,6,killed,\n"
    let new = "note,outcome,claim_id,stated_high,stated_low\ny,killed,a,5,5\n,killed,b,6,6\n"
    let options = DiffOptions(ignored: ["note"])
    let oldFile = try #require(OpenFile(Array(old.utf8)))
    let newFile = try #require(OpenFile(Array(new.utf8)))
    let before = try #require(
      ClaimTableScan(descriptor: oldFile.descriptor, named: "old.csv", options: options))
    let now = try #require(
      ClaimTableScan(descriptor: newFile.descriptor, named: "new.csv", options: options))
    let diff = try CorpusDiff(
      old: before, new: now, options: options, convention: "interval", interval: \.interval)
    #expect(diff.isEmpty)
    #expect(diff.counts[.unchanged] == 2)
  }

  @Test("a differing row that is no claim is a fault with its row, and the rest is compared")
  func faultyRows() throws {
    let head = "claim_id,stated_low,stated_high,low,best,high,outcome\n"
    let old = head + "a,5,5,5,5,5,killed\nb,6,6,6,6,6,killed\n"
    let new = head + "a,5,5,5,5,5,killed\nb,6,6,6,6,6,slain\nc,7,7,7,7,7,killed\n"
    let oldFile = try #require(OpenFile(Array(old.utf8)))
    let newFile = try #require(OpenFile(Array(new.utf8)))
    let options = DiffOptions()
    let before = try #require(
      ClaimTableScan(descriptor: oldFile.descriptor, named: "old.csv", options: options))
    let now = try #require(
      ClaimTableScan(descriptor: newFile.descriptor, named: "new.csv", options: options))
    let diff = try CorpusDiff(
      old: before, new: now, options: options, convention: "interval", interval: \.interval)
    #expect(diff.faults.map(\.location) == ["row 2, column 'outcome'"])
    #expect(diff.counts[.unchanged] == 1)
    #expect(diff.changes.count == 1)
  }

  @Test(
    "tables that must be read claim by claim are not scanned",
    arguments: [
      "claim_id,stated_low,stated_high,outcome\n,5,5,killed\n",
      "claim_id,stated_low,stated_high,outcome\n\"a,5,5,killed\n",
      "claim_id,stated_low,stated_high,outcome\na,5\n",
      "claim_id,stated_low,stated_high,outcome\n#meta+id,,,\na,5,5,killed\n",
      "stated_low,stated_high,outcome\n5,5,killed\n",
      "",
    ])
  func unsuitableTables(text: String) throws {
    let file = try #require(OpenFile(Array(text.utf8)))
    let scan = ClaimTableScan(
      descriptor: file.descriptor, named: "table.csv", options: DiffOptions())
    #expect(scan == nil)
  }

  @Test("a pipe is not scanned")
  func pipesAreNotScanned() {
    let pipe = Pipe()
    let scan = ClaimTableScan(
      descriptor: pipe.fileHandleForReading.fileDescriptor, named: "-", options: DiffOptions())
    #expect(scan == nil)
  }

  /// The claims, each with an id.
  private func named(_ claims: [Claim]) -> [Claim] {
    claims.map { claim in claim.changed { if $0.id.isEmpty { $0.id = $0.stableID } } }
  }

  private func table(_ claims: [Claim]) -> [UInt8] {
    let header = ClaimColumn.allCases.map(\.rawValue) + ["note"]
    let rows = claims.map { claim in
      ClaimColumn.allCases.map { claim.cell($0) }
        + [claim.extra.first { $0.column == "note" }?.value ?? ""]
    }
    return CSVWriter.text([header] + rows)
  }

  private func claims(in table: [UInt8]) throws -> [Claim] {
    var reader = try ClaimTableReader(
      .bytes(table), named: "table.csv", convention: "interval", interval: \.interval)
    var claims: [Claim] = []
    while let result = reader.next() { claims.append(try result.get()) }
    return claims
  }
}

/// A file of its own that is gone when the test is over.
private final class OpenFile {
  let descriptor: Int32
  private let handle: FileHandle
  private let url: URL

  init?(_ bytes: [UInt8]) {
    url = FileManager.default.temporaryDirectory.appending(path: "toll-\(UUID().uuidString).csv")
    guard FileManager.default.createFile(atPath: url.path, contents: Data(bytes)),
      let handle = FileHandle(forReadingAtPath: url.path)
    else { return nil }
    self.handle = handle
    descriptor = handle.fileDescriptor
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }
}
