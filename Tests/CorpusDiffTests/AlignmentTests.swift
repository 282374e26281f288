import ClaimModel
import TestSupport
import Testing

@testable import CorpusDiff

@Suite("Alignment on a line")
struct AlignmentTests {
  @Test("the nearest old and new points are paired first, as by trying all", arguments: 1...200)
  func nearestFirst(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Distinct positions far apart in steps keep all distances different.
    var positions = (0..<24).map { $0 * 1000 }
    for index in positions.indices { positions[index] += Int.random(in: 0..<400, using: &random) }
    let points = positions.enumerated().map { index, position in
      LinePoint(
        key: 1, position: position, detail: 0, tie: Fingerprint(high: UInt64(index), low: 0),
        index: index, isNew: Bool.random(using: &random))
    }
    var free = points
    var expected: [[Int]] = []
    while true {
      var best: (Int, Int, Int)?
      for (i, a) in free.enumerated() {
        for (j, b) in free.enumerated().dropFirst(i + 1) where a.isNew != b.isNew {
          let distance = b.position - a.position
          if best.map({ distance < $0.0 }) ?? true { best = (distance, i, j) }
        }
      }
      guard let (_, i, j) = best else { break }
      let (a, b) = (free[i], free[j])
      expected.append(a.isNew ? [b.index, a.index] : [a.index, b.index])
      free.remove(at: j)
      free.remove(at: i)
    }
    let found = nearestPairs(points.shuffled(using: &random)) { _, _ in Int.max }
    #expect(found.map { [$0.old, $0.new] } == expected)
  }

  @Test("points of other keys and beyond the reach never meet")
  func keysAndReach() {
    let points = [
      LinePoint(key: 1, position: 0, detail: 0, tie: tie(1), index: 0, isNew: false),
      LinePoint(key: 2, position: 0, detail: 0, tie: tie(2), index: 0, isNew: true),
      LinePoint(key: 1, position: 9, detail: 0, tie: tie(3), index: 1, isNew: true),
    ]
    #expect(nearestPairs(points) { _, _ in 8 }.isEmpty)
    #expect(nearestPairs(points) { _, _ in 9 }.map { [$0.old, $0.new] } == [[0, 1]])
    #expect(nearestPairs([]) { _, _ in 9 }.isEmpty)
  }

  @Test("the longest rising run is rising, and as long as trying all finds", arguments: 1...100)
  func longestRisingRun(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<10).map { $0 }.shuffled(using: &random)
    let chosen = zip(numbers, RisingRun.longest(in: numbers)).filter(\.1).map(\.0)
    #expect(chosen == chosen.sorted())
    var longest = 0
    for mask in 0..<(1 << numbers.count) {
      let subset = numbers.indices.filter { mask & (1 << $0) != 0 }.map { numbers[$0] }
      if subset.count > longest, subset == subset.sorted() { longest = subset.count }
    }
    #expect(chosen.count == longest)
  }

  @Test("the evidence for a pair is at least that of the rule that made it", arguments: 1...40)
  func evidenceBacksRules(seed: UInt64) {
    var generated = GeneratedCorpus(seed: seed)
    let old = generated.corpus(of: 120)
    let diff = CorpusDiff(old: old, new: generated.laterCorpus(than: old))
    let explanations = PairingExplanation.explanations(of: diff)
    #expect(explanations.count == diff.changes.count)
    for (change, explanation) in zip(diff.changes, explanations) {
      #expect(explanation.rule == change.rule)
      #expect(!explanation.sentence.isEmpty)
      guard let before = change.old, let now = change.new, let rule = change.rule else { continue }
      let evidence = signature(before).evidence(for: signature(now))
      // Documents that share sentences count as one document when claims are paired; alone, two
      // such claims may only have weaker evidence.
      if rule < .similarSentenceOnQuestion, before.documentID == now.documentID {
        #expect(evidence.map { $0 <= rule } == true, "\(rule)")
      }
    }
  }

  private func signature(_ claim: Claim) -> ClaimSignature {
    ClaimSignature(
      claim, row: claim.fingerprint, substance: claim.substance, saying: claim.saying,
      options: DiffOptions())
  }

  private func tie(_ number: UInt64) -> Fingerprint { Fingerprint(high: number, low: 0) }
}
