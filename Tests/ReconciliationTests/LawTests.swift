import ClaimModel
import Reconciliation
import RowSorting
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Laws that hold for every table, over generated ones.
///
/// `TOLL_LAW_TABLES` sets how many tables each law is tried on (of 250 rows each and upwards); `make
/// laws` tries 600, more than a million rows. `TOLL_LAW_SEEDS` tries the tables of those seeds alone
/// ('49 154'), to see why a law fails on them.
@Suite struct LawTests {
  static let tables: [UInt64] = {
    let seeds = getenv("TOLL_LAW_SEEDS").map { String(cString: $0) } ?? ""
    let chosen = seeds.split { $0 == " " || $0 == "," }.compactMap { UInt64($0) }
    if !chosen.isEmpty { return chosen }
    let wanted = getenv("TOLL_LAW_TABLES").flatMap { UInt64(String(cString: $0)) } ?? 12
    return Array(1...max(wanted, 1))
  }()

  private func table(_ seed: UInt64, _ rows: Int = 250) -> (RandomTable, [Claim]) {
    var random = RandomTable(seed: seed)
    let rows = random.rows(rows)
    return (random, rows)
  }

  @Test func `there are tables to try`() {
    #expect(!Self.tables.isEmpty)
    let (_, rows) = table(1)
    let result = Fixtures.reconcile(rows)
    // A law over nothing would hold: the tables must give every kind of thing there is.
    #expect(result.ranges.count > 30)
    #expect(result.ranges.contains { $0.echoes > 0 })
    #expect(result.ranges.contains { $0.partOf != nil })
    #expect(!result.setAside.isEmpty)
    #expect(!result.events.isEmpty)
    var kinds: Set<FindingKind> = []
    for seed in Self.tables {
      kinds.formUnion(Fixtures.reconcile(table(seed, 600).1).findings.map(\.kind))
    }
    #expect(
      kinds == Set(FindingKind.allCases), "missing \(Set(FindingKind.allCases).subtracting(kinds))")
  }

  @Test(arguments: tables) func `the order of the rows never matters`(_ seed: UInt64) {
    var (random, rows) = table(seed)
    let result = Fixtures.reconcile(rows)
    rows.shuffle(using: &random.generator)
    #expect(equal(Fixtures.reconcile(rows), result))
  }

  @Test(arguments: tables) func `the partition of the rows never matters`(
    _ seed: UInt64
  ) throws {
    var (random, rows) = table(seed)
    let result = Fixtures.reconcile(rows)
    var pieces = (0..<4).map { _ in Reconciler(facts: Fixtures.facts) }
    rows.shuffle(using: &random.generator)
    for row in rows { try pieces[Int(random.generator.next() % 4)].add(row) }
    pieces.shuffle(using: &random.generator)
    var left = pieces[0]
    try left.merge(pieces[1])
    var right = pieces[2]
    try right.merge(pieces[3])
    try right.merge(left)
    #expect(equal(try right.finish(), result))
  }

  @Test(arguments: tables) func `how much memory there is never matters`(_ seed: UInt64) throws {
    let (_, rows) = table(seed)
    let store = SpillStore(memory: 20_000) { MemoryFile() }
    var reconciler = Reconciler(facts: Fixtures.facts, store: store)
    for row in rows { try reconciler.add(row) }
    #expect(equal(try reconciler.finish(), Fixtures.reconcile(rows)))
  }

  @Test(arguments: tables) func `every claim is in a range or listed with the reason`(
    _ seed: UInt64
  ) {
    let (_, rows) = table(seed)
    let result = Fixtures.reconcile(rows)
    #expect(result.claimCount == rows.count)
    #expect(result.ranges.reduce(0) { $0 + $1.claims } + result.setAside.count == rows.count)
    #expect(result.setAside.allSatisfy { !$0.reason.isEmpty })
    for range in result.ranges {
      let listed = range.answers.reduce(0) { $0 + 1 + $1.echoes.count + $1.revisions.count }
      #expect(listed == range.claims)
    }
  }

  @Test(arguments: tables) func `a claim by a new origin never narrows a range`(_ seed: UInt64) {
    var (random, rows) = table(seed)
    let before = Fixtures.reconcile(rows).ranges
    var extra = random.row()
    while extra.scope != .cumulative { extra = random.row() }
    extra.id = "new"
    extra.documentID = "a new document"
    extra.attribution.source = "Somebody New"
    extra.stance = .asserted
    extra.event = ""
    rows.append(extra)
    let after = Dictionary(
      Fixtures.reconcile(rows).ranges.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for old in before {
      guard let new = after[old.id] else {
        Issue.record("the question \(old.key) is gone")
        continue
      }
      if let low = old.low { #expect(new.low ?? .max <= low) }
      if let high = old.high { #expect(new.high ?? .min >= high) }
      if old.highOpen { #expect(new.highOpen) }
    }
  }

  @Test(arguments: tables) func `a finding's claims support its sentence's numbers`(_ seed: UInt64)
  {
    let (_, rows) = table(seed, 400)
    let result = Fixtures.reconcile(rows)
    #expect(!result.findings.isEmpty)
    #expect(Set(result.findings.map(\.id)).count == result.findings.count)
    for finding in result.findings {
      let cited = finding.claims.compactMap { result.claims[$0] }
      #expect(cited.count == finding.claims.count && !cited.isEmpty)
      var supported: Set<Int> = []
      for claim in cited {
        supported.formUnion([claim.quantity.low, claim.quantity.high])
        supported.formUnion([claim.interval.low, claim.interval.high].compactMap(\.self))
      }
      if finding.kind == .whole {
        // The parts, all but the last, and what they come to.
        supported.insert(cited.dropLast().reduce(0) { $0 + ($1.interval.low ?? 0) })
        supported.insert(cited.dropLast().reduce(0) { $0 + ($1.interval.high ?? 0) })
      }
      if let low = finding.lowValue, let high = finding.highValue {
        supported.formUnion([high - low, high])
        if let ratio = finding.ratio, finding.kind != .echo, low > 0 {
          #expect(abs(ratio - (high * 1000 + low / 2) / low) <= 1)
          supported.insert((ratio + 500) / 1000)
        }
      }
      for number in Self.numbers(in: finding.sentence) {
        #expect(supported.contains(number), "\(number) in: \(finding.sentence)")
      }
    }
  }

  /// The numbers of a thousand and more in a sentence, `1.2 million` among them.
  static func numbers(in sentence: String) -> [Int] {
    let words = sentence.split { " ;:()'".contains($0) }.map(String.init)
    var numbers: [Int] = []
    for (index, word) in words.enumerated() {
      let trimmed = word.hasSuffix(",") || word.hasSuffix(".") ? String(word.dropLast()) : word
      if index + 1 < words.count, words[index + 1].hasPrefix("million") {
        let parts = trimmed.split(separator: ".")
        guard let whole = Int(parts[0].filter { $0 != "," }) else { continue }
        let tenths = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        numbers.append(whole * 1_000_000 + tenths * 100_000)
      } else if trimmed.contains(","), let number = Int(trimmed.filter { $0 != "," }) {
        numbers.append(number)
      }
    }
    return numbers
  }

  @Test(arguments: tables) func `another convention changes intervals and nothing else`(
    _ seed: UInt64
  ) {
    let (_, rows) = table(seed)
    let other = rows.map { row in
      var row = row
      row.interval = Self.wider(row.quantity)
      row.convention = "wider"
      return row
    }
    let a = Fixtures.reconcile(rows)
    let b = Fixtures.reconcile(other)
    #expect(a.ranges.map(\.key) == b.ranges.map(\.key))
    #expect(a.setAside == b.setAside)
    #expect(a.events == b.events)
    #expect(a.coverage == b.coverage)
    for (old, new) in zip(a.ranges, b.ranges) {
      #expect(old.claims == new.claims && old.echoes == new.echoes)
      for (first, second) in zip(old.answers, new.answers) {
        var second = second
        second.interval = first.interval
        #expect(first == second)
      }
    }
  }

  /// A convention unlike the default: words are left blank, bounds are taken as they stand.
  static func wider(_ quantity: Quantity) -> Interval {
    switch quantity.qualifier {
    case .indefinite: Interval(low: nil, best: nil, high: nil)
    case .atLeast, .moreThan: Interval(exactly: quantity.low)
    default: Interval(low: quantity.low / 2, best: quantity.low, high: quantity.high * 2)
    }
  }
}
