import ClaimModel
import Reconciliation
import TestSupport
import Testing

/// An echo never changes a range: the same origin, the same figure and the same question, printed
/// once more, is one claim however often it is printed and wherever.
///
/// Over the tables of ``LawTests``. A claim without a named source is its outlet's or its document's
/// own, and another outlet that gives it is another origin: no echo.
@Suite struct EchoLawTests {
  private static var tables: [UInt64] { LawTests.tables }

  private func table(_ seed: UInt64) -> (RandomTable, [Claim]) {
    var random = RandomTable(seed: seed)
    let rows = random.rows(250)
    return (random, rows)
  }

  /// A claim as another outlet has it, up to three days later.
  private func echo(
    of claim: Claim, _ number: Int, days: Int, _ random: inout RandomTable
  ) -> Claim {
    var echo = claim
    echo.id = "echo-\(number)"
    echo.publisher = random.pick(RandomTable.publishers)
    let later = echo.published.flatMap { PartialDate(dayNumber: $0.dayNumber + days) }
    echo.published = later ?? echo.published
    return echo
  }

  /// Whether all is as it was but for the counts of claims and echoes.
  private func isSame(_ a: QuestionRange, _ b: QuestionRange) -> Bool {
    a.id == b.id && a.low == b.low && a.best == b.best && a.high == b.high
      && a.highOpen == b.highOpen && a.agreements == b.agreements && a.grade == b.grade
      && a.lowOrigin == b.lowOrigin && a.highOrigin == b.highOrigin
      && a.perspectives == b.perspectives && a.spreadRatio == b.spreadRatio
      && a.answers.map(\.origin) == b.answers.map(\.origin)
      && a.answers.map(\.interval) == b.answers.map(\.interval)
      && a.answers.map(\.perspective) == b.answers.map(\.perspective)
      && a.answers.map(\.revisions.count) == b.answers.map(\.revisions.count)
  }

  @Test(arguments: tables) func `an echo in the same document never changes a range`(
    _ seed: UInt64
  ) {
    var (random, rows) = table(seed)
    let before = Fixtures.reconcile(rows).ranges
    let echoed = rows.filter {
      !$0.attribution.source.isEmpty && ($0.scope == .cumulative || !$0.event.isEmpty)
    }
    for number in 0..<10 {
      let claim = random.pick(echoed)
      rows.append(echo(of: claim, number, days: 3, &random))
    }
    let after = Fixtures.reconcile(rows).ranges
    #expect(after.count == before.count)
    for (old, new) in zip(before, after) { #expect(isSame(old, new), "\(old.key)") }
  }

  @Test(arguments: tables) func `an echo in a document of its own never changes a range`(
    _ seed: UInt64
  ) {
    var (random, rows) = table(seed)
    let before = Fixtures.reconcile(rows).ranges
    let echoed = rows.filter { !$0.attribution.source.isEmpty }
    for number in 0..<10 {
      let claim = random.pick(echoed)
      // A report of an attack without a date is of an attack of its day.
      let isDated = claim.scope == .cumulative || claim.to != nil || !claim.event.isEmpty
      var echo = echo(of: claim, number, days: isDated ? 3 : 0, &random)
      echo.documentID = "relay-\(number)"
      rows.append(echo)
    }
    let after = Dictionary(
      Fixtures.reconcile(rows).ranges.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for old in before {
      let new = after[old.id]
      #expect(new.map { isSame(old, $0) } ?? false, "\(old.key)")
    }
    // What tells neither place, party nor event but through its document may be a question of its
    // own: one that nothing but echoes is in.
    let known = Set(before.map(\.id))
    for new in after.values where !known.contains(new.id) {
      for answer in new.answers {
        let claims = [answer.current] + answer.echoes + answer.revisions
        #expect(claims.allSatisfy { $0.hasPrefix("echo-") }, "\(new.key)")
      }
    }
  }

  @Test(arguments: tables) func `a document printed again by another outlet never changes a range`(
    _ seed: UInt64
  ) {
    var (random, rows) = table(seed)
    let before = Fixtures.reconcile(rows).ranges
    let originals = Dictionary(grouping: rows, by: \.documentID).filter { _, claims in
      claims.allSatisfy { !$0.attribution.source.isEmpty || !$0.publisher.isEmpty }
    }
    let documents = originals.keys.sorted()
    #expect(!documents.isEmpty)
    for copy in 0..<3 {
      let document = random.pick(documents)
      var ids: [String: String] = [:]
      var copies: [Claim] = []
      for (number, claim) in (originals[document] ?? []).enumerated() {
        var echo = echo(of: claim, copy * 100 + number, days: 0, &random)
        if claim.attribution.source.isEmpty { echo.publisher = claim.publisher }
        echo.documentID = "relay-\(copy)"
        ids[claim.id] = echo.id
        copies.append(echo)
      }
      for index in copies.indices {
        copies[index].partOf = copies[index].partOf.map { ids[$0] ?? $0 }
      }
      rows += copies
    }
    let after = Dictionary(
      Fixtures.reconcile(rows).ranges.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for old in before {
      let new = after[old.id]
      #expect(new.map { isSame(old, $0) } ?? false, "\(old.key)")
    }
  }
}
