import ClaimModel
import TestSupport
import Testing

@testable import CorpusDiff

@Suite("Patches")
struct DiffPatchTests {
  static let seeds: [UInt64] = Array(1...60)

  @Test("a patch turns OLD into NEW exactly, also by way of its table", arguments: seeds)
  func patchGivesNew(seed: UInt64) throws {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: generated.number(120))
    let new = generated.laterCorpus(than: old)
    let patch = try DiffPatch(CorpusDiff(old: old, new: new))
    #expect(try patch.applied(to: old) == new)
    let read = try DiffPatch(parsing: patch.csv, named: "changes.patch")
    #expect(read == patch)
    #expect(try read.applied(to: old) == new)
  }

  @Test("read backwards, a patch turns NEW into OLD", arguments: seeds)
  func reversedPatchGivesOld(seed: UInt64) throws {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: generated.number(120))
    let new = generated.laterCorpus(than: old)
    let patch = try DiffPatch(CorpusDiff(old: old, new: new))
    #expect(try patch.reversed.applied(to: new) == old)
    #expect(patch.reversed.reversed == patch)
  }

  @Test("two tolerant diffs still make exact patches")
  func toleranceDoesNotBlurPatches() throws {
    var generated = GeneratedCorpus(seed: 7)
    let old = generated.corpus(of: 80)
    let new = generated.laterCorpus(than: old)
    let options = DiffOptions(tolerance: Tolerance(absolute: 5, perMille: 100))
    let patch = try DiffPatch(CorpusDiff(old: old, new: new, options: options))
    #expect(try patch.applied(to: old) == new)
  }

  @Test("the patch of a reordering names only the rows out of order")
  func reorderingIsSmall() throws {
    var generated = GeneratedCorpus(seed: 11)
    let old = generated.corpus(of: 50).enumerated().map { row, claim in
      claim.changed { $0.id = String(row) }
    }
    var new = old
    new.insert(new.remove(at: 40), at: 3)
    let patch = try DiffPatch(CorpusDiff(old: old, new: new))
    #expect(patch.entries.count == 1)
    #expect(try patch.applied(to: old) == new)
  }

  @Test("a corpus that does not fit is refused with the row and column that does not")
  func misfitsAreNamed() throws {
    let old = [claim("a", 10), claim("b", 20)]
    let new = [claim("a", 10), claim("b", 25)]
    let patch = try DiffPatch(CorpusDiff(old: old, new: new))
    #expect(message { try patch.applied(to: [claim("a", 10)]) }.contains("has 1 claims"))
    let other = message { try patch.applied(to: [claim("a", 10), claim("b", 21)]) }
    #expect(other.hasPrefix("OLD: row 2, column 'stated_low': expected '20', found '21'"))
    let untouched = [claim("a", 11), claim("b", 20)]
    #expect(message { try patch.applied(to: untouched) }.contains("leaves alone"))
    #expect(try patch.applied(to: untouched, isStrict: false) == [claim("a", 11), claim("b", 25)])
    let swapped = message { try patch.applied(to: [claim("a", 10), claim("c", 20)]) }
    #expect(swapped.contains("column 'claim_id': expected 'b', found 'c'"))
  }

  @Test("a diff that ignores columns makes no patch")
  func ignoredColumnsMakeNoPatch() {
    let diff = CorpusDiff(old: [], new: [], options: DiffOptions(ignored: ["quote"]))
    #expect(throws: InputFault.self) { try DiffPatch(diff) }
  }

  @Test(
    "what is no patch is refused with its line",
    arguments: [
      ("", "changes.patch"), ("a,b\n1,2\n", "column 'change_id'"),
      (head + "1,revised,set,a,a,1,1,stated_low,1,2\n", "how many rows"),
      (head + "0,,corpus,,,,,rows,x,2\n", "line 2, column 'old'"),
      (head + "0,,corpus,,,,,rows,1,1\n1,odd,set,a,a,1,1,stated_low,1,2\n", "column 'kind'"),
      (head + "0,,corpus,,,,,rows,1,1\n1,revised,set,a,a,0,1,stated_low,1,2\n", "'row_old'"),
      (head + "0,,corpus,,,,,rows,1,1\n1,revised,set,a,a,1,1,weather,1,2\n", "no such column"),
      (head + "0,,corpus,,,,,rows,1,1\n1,revised,mend,a,a,1,1,low,1,2\n", "column 'edit'"),
    ])
  func damagedPatchesAreRefused(text: String, expected: String) {
    let found = message { try DiffPatch(parsing: Array(text.utf8), named: "changes.patch") }
    #expect(found.contains(expected))
  }

  @Test("a patch that was tampered with does not give something else in silence")
  func tamperedPatchesAreRefused() throws {
    let old = [claim("a", 10)]
    var patch = try DiffPatch(CorpusDiff(old: old, new: [claim("a", 12)]))
    patch.entries[0].cells = patch.entries[0].cells.map {
      $0.column == "stated_high" ? CellChange(column: $0.column, old: $0.old, new: "13") : $0
    }
    #expect(message { try patch.applied(to: old) }.contains("the patch was changed"))
    patch.entries[0].newRow = 9
    #expect(message { try patch.applied(to: old) }.contains("row 10 of NEW"))
  }

  private static let head = DiffPatch.header.joined(separator: ",") + "\n"

  private func claim(_ id: String, _ count: Int) -> Claim {
    var claim = Claim(
      quantity: Quantity(.exact, count), interval: Interval(exactly: count), outcome: .killed)
    claim.id = id
    claim.scope = .cumulative
    return claim
  }

  private func message(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }
}
