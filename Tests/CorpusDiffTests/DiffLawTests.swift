import ClaimModel
import ClaimTables
import TestSupport
import Testing

@testable import CorpusDiff

@Suite("Laws of diffs, over generated corpora")
struct DiffLawTests {
  static let seeds: [UInt64] = Array(1...60)

  @Test("a corpus does not differ from itself", arguments: seeds)
  func diffWithItselfIsEmpty(seed: UInt64) {
    var generated = GeneratedCorpus(seed: seed)
    let corpus = generated.corpus(of: generated.number(120))
    let diff = CorpusDiff(old: corpus, new: corpus)
    #expect(diff.isEmpty)
    #expect(!diff.hasDifferences)
    #expect(diff.changes.isEmpty)
    #expect(diff.counts[.unchanged] == corpus.count)
    #expect(CorpusDiff(old: corpus, new: generated.shuffled(corpus)).changes.isEmpty)
  }

  @Test("read backwards, a diff is the diff of the exchanged corpora", arguments: seeds)
  func reversedIsTheDiffOfTheExchanged(seed: UInt64) {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: generated.number(120))
    let new = generated.laterCorpus(than: old)
    let forwards = CorpusDiff(old: old, new: new)
    let backwards = CorpusDiff(old: new, new: old)
    #expect(described(forwards.reversed) == described(backwards))
    #expect(
      forwards.reversed.counts.filter { $0.value > 0 } == backwards.counts.filter { $0.value > 0 })
  }

  @Test("the order of rows never matters for what changed", arguments: seeds)
  func orderOfRowsNeverMatters(seed: UInt64) {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: generated.number(120))
    let new = generated.laterCorpus(than: old)
    let expected = described(CorpusDiff(old: old, new: new))
    let shuffled = CorpusDiff(old: generated.shuffled(old), new: generated.shuffled(new))
    #expect(described(shuffled) == expected)
  }

  @Test("every row is in one change or unchanged, once", arguments: seeds)
  func everyRowIsUsedOnce(seed: UInt64) {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: generated.number(120))
    let new = generated.laterCorpus(than: old)
    let diff = CorpusDiff(old: old, new: new)
    let identical = old.count - diff.changes.count { $0.old != nil }
    #expect(identical == new.count - diff.changes.count { $0.new != nil })
    #expect(Set(diff.changes.compactMap(\.oldRow)).count == diff.changes.count { $0.old != nil })
    #expect(Set(diff.changes.compactMap(\.newRow)).count == diff.changes.count { $0.new != nil })
    for change in diff.changes {
      if let row = change.oldRow { #expect(old[row] == change.old) }
      if let row = change.newRow { #expect(new[row] == change.new) }
      #expect(change.old != nil || change.new != nil)
    }
    #expect(
      diff.counts.values.reduce(0, +) == identical + diff.changes.count)
  }

  @Test("reading twice gives what lies in memory gives", arguments: seeds.prefix(10))
  func streamingGivesTheSame(seed: UInt64) throws {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: 80)
    let new = generated.laterCorpus(than: old)
    let inMemory = CorpusDiff(old: old, new: new)
    let read = try CorpusDiff(
      reading: { take in for claim in old { try take(claim) } },
      and: { take in for claim in new { try take(claim) } })
    #expect(described(read) == described(inMemory))
    #expect(read.counts == inMemory.counts)
  }

  /// A diff as words, without row numbers.
  private func described(_ diff: CorpusDiff) -> [String] {
    diff.changes.map { change in
      let sides = [change.old, change.new].map { claim in
        claim.map { claim in
          ClaimColumn.allCases.map { claim.cell($0) }.joined(separator: "|")
            + claim.extra.map { "\($0.column)=\($0.value)" }.joined(separator: "|")
        } ?? "-"
      }
      let cells = change.cells.map { "\($0.column): \($0.old) -> \($0.new)" }
      return
        "\(change.kinds) \(change.rule.map { "\($0)" } ?? "-") \(change.isCopy) \(sides) \(cells)"
    }
  }
}
