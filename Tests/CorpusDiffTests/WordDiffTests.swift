import TestSupport
import Testing

@testable import CorpusDiff

@Suite("Word-level differences of sentences")
struct WordDiffTests {
  @Test("a changed number is one changed word")
  func changedNumber() {
    let runs = WordDiff.runs(
      from: "He said 46,000 soldiers had died.", to: "He said more than 55,000 soldiers have died.")
    #expect(
      runs == [
        WordRun(.both, "He said "), WordRun(.old, "46,000"), WordRun(.new, "more than 55,000"),
        WordRun(.both, " soldiers "), WordRun(.old, "had"), WordRun(.new, "have"),
        WordRun(.both, " died."),
      ])
  }

  @Test("equal sentences are one shared run, and empty ones none")
  func equalSentences() {
    #expect(WordDiff.runs(from: "As it was.", to: "As it was.") == [WordRun(.both, "As it was.")])
    #expect(WordDiff.runs(from: "", to: "").isEmpty)
    #expect(WordDiff.runs(from: "", to: "New.") == [WordRun(.new, "New.")])
    #expect(WordDiff.runs(from: "Old.", to: "") == [WordRun(.old, "Old.")])
  }

  @Test("the runs spell both sentences, whatever they are", arguments: 1...200)
  func runsSpellBothSentences(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["a", "b", "46,000", "dead", " ", " ", "'", ".", "–", "ё", "\n", "said"]
    func sentence() -> String {
      (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined()
    }
    let old = sentence()
    let new = sentence()
    let runs = WordDiff.runs(from: old, to: new)
    #expect(runs.filter { $0.side != .new }.map(\.text).joined() == old)
    #expect(runs.filter { $0.side != .old }.map(\.text).joined() == new)
    for (run, next) in zip(runs, runs.dropFirst()) { #expect(run.side != next.side) }
  }

  @Test("texts that share almost nothing are given up on, not pondered")
  func rewrittenTextsAreBounded() {
    let old = (0..<20_000).map { "old\($0)" }.joined(separator: "\u{2003}.")
    let new = (0..<20_000).map { "new\($0)" }.joined(separator: "\u{2003}.")
    let runs = WordDiff.runs(from: old, to: new)
    #expect(runs.filter { $0.side != .new }.map(\.text).joined() == old)
    #expect(runs.filter { $0.side != .old }.map(\.text).joined() == new)
  }
}
