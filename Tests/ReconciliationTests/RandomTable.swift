import ClaimModel
import Reconciliation
import TestSupport

/// Claims as a real input might hold them, made at random from a seed.
struct RandomTable {
  var generator: SeededGenerator
  private var made = 0

  /// Whether many claims fall on few days and numbers, so that much lies close together.
  private let isDense: Bool
  private let seed: UInt64

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    self.seed = seed
    isDense = seed % 3 == 0
  }

  static let sources = [
    "Zelensky", "Volodymyr Zelensky", "NYT", "The New York Times", "Russian Ministry of Defence",
    "Shoigu", "officials", "Officials", "the ministry", "police", "Mediazona", "",
  ]
  static let publishers = ["BBC News", "Reuters", "Meduza", "NYT", "Daily Mail", ""]

  mutating func rows(_ count: Int) -> [Claim] {
    var rows: [Claim] = []
    rows.reserveCapacity(count)
    while rows.count < count {
      var claim = row()
      // Some rows are parts of an earlier one, and some stand twice.
      if let whole = rows.last, chance(12) {
        claim.partOf = whole.id
        claim.victims = pick(["children", "the women", "women"])
      }
      rows.append(claim)
      if chance(40) { rows.append(claim) }
      if chance(8) {
        made += 1
        claim.id = String(made, radix: 16)
        claim.publisher = pick(Self.publishers)
        rows.append(claim)
      }
    }
    return rows
  }

  mutating func row() -> Claim {
    made += 1
    let scope = pick([Scope.cumulative, .cumulative, .incident, .period, .unknown])
    let low = number()
    let qualifier = pick(Qualifier.allCases)
    let unit = pick([10, 12, 100, 1000, 100_000])
    let quantity =
      switch qualifier {
      case .range: Quantity(.range, low, low + number())
      case .indefinite: Quantity(.indefinite, unit)
      default: Quantity(qualifier, low)
      }
    let document = Int(generator.next() % 40)
    let printed = day(of: document)
    // What it counts up to: the day it was printed or one shortly before.
    let counted = printed.flatMap { PartialDate(dayNumber: $0.dayNumber - (chance(2) ? 0 : 2)) }
    var claim = Fixtures.claim(
      String(made, radix: 16), quantity, pick(Outcome.allCases.filter { $0 != .displaced }),
      party: pick(["Russia", "Ukraine", "Ukraine", "Russia and Ukraine", "Syria", ""]),
      status: pick(VictimStatus.allCases), source: pick(Self.sources),
      document: "doc-\(document)", publisher: pick(Self.publishers),
      published: printed?.description ?? "",
      to: chance(3) ? counted?.description ?? "2022-03" : "", scope: scope,
      event: scope == .incident && chance(2) ? "event-\(generator.next() % 5)" : "",
      expression: qualifier == .indefinite ? pick(["a few hundred thousand", "dozens"]) : "")
    // Some count up to the end of a month that is not over.
    if claim.to != nil, chance(5), let to = claim.to {
      claim.to = PartialDate(year: to.year, month: to.month)
    }
    if scope == .incident { claim.place = pick(["Kyiv", "the city of Sumy", "Sumy", ""]) }
    if scope == .period, chance(2) {
      claim.from = claim.published
      claim.to = claim.published
    }
    claim.quote = "Sentence \(generator.next() % 1000)."
    claim.span = TextSpan(start: made, end: made + 5)
    if chance(15) { claim.stance = pick(Stance.allCases) }
    if chance(10) { claim.attribution.side = pick(["Russia", "Ukraine"]) }
    return claim
  }

  /// The day on which a document was printed; some have none.
  private func day(of document: Int) -> PartialDate? {
    if document % 20 == 7 { return nil }
    var days = SeededGenerator(seed: seed &* 64 &+ UInt64(document))
    return PartialDate(dayNumber: 19_050 + Int(days.next() % (isDense ? 5 : 300)))
  }

  /// Numbers of four digits and more, of which some come up often.
  mutating func number() -> Int {
    if chance(isDense ? 1 : 4) { return pick([1000, 12_000, 46_000, 435_000]) }
    return 1000 + Int(generator.next() % 500_000)
  }

  mutating func chance(_ oneIn: UInt64) -> Bool { generator.next() % oneIn == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(generator.next() % UInt64(elements.count))]
  }
}

/// What two reconciliations are compared by.
func equal(_ a: Reconciliation, _ b: Reconciliation) -> Bool {
  a.ranges == b.ranges && a.findings == b.findings && a.coverage == b.coverage
    && a.timeline == b.timeline && a.setAside == b.setAside && a.events == b.events
    && a.claims == b.claims && a.claimCount == b.claimCount
}
