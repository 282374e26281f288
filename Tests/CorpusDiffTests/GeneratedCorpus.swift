import ClaimModel
import ClaimTables
import TestSupport

@testable import CorpusDiff

/// Random corpora that resemble real ones: few origins and questions, many claims, many ties.
struct GeneratedCorpus {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A corpus of some claims.
  mutating func corpus(of count: Int) -> [Claim] {
    (0..<count).map { _ in claim() }
  }

  /// What became of a corpus a day later: most claims stay, some change in every way there is.
  mutating func laterCorpus(than corpus: [Claim]) -> [Claim] {
    var later: [Claim] = []
    for claim in corpus {
      switch number(20) {
      case 0: continue
      case 1: later += [claim, claim]
      case 2: later.append(claim.changed { $0.quantity = Quantity(.exact, $0.quantity.low + 1) })
      case 3:
        later.append(
          claim.changed {
            $0.quantity.qualifier = .atLeast; $0.interval.high = nil
          })
      case 4: later.append(claim.changed { $0.attribution.source = sample(Self.sources) })
      case 5: later.append(claim.changed { $0.outcome = sample(Outcome.allCases) })
      case 6: later.append(claim.changed { $0.documentID = "renamed-" + $0.documentID })
      case 7:
        later.append(
          claim.changed { $0.span = $0.span.map { TextSpan(start: $0.start + 7, end: $0.end + 7) } }
        )
      case 8: later.append(claim.changed { $0.quote += " The wording is new." })
      case 9:
        later.append(
          claim.changed {
            $0.extra = [ExtraField(column: "note", value: sample(["", "seen", "a,\"b\"\n"]))]
          })
      case 10: later.append(claim.changed { $0.id = sample(["", "1", "2"]) })
      default: later.append(claim)
      }
    }
    later += self.corpus(of: number(1 + corpus.count / 10))
    if number(2) == 0 { later.shuffle(using: &random) }
    return later
  }

  /// The same claims in another order.
  mutating func shuffled(_ corpus: [Claim]) -> [Claim] {
    corpus.shuffled(using: &random)
  }

  /// A number from 0 to below the bound.
  mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }

  private mutating func sample<T>(_ values: [T]) -> T { values[number(values.count)] }

  private mutating func claim() -> Claim {
    let count = sample([3, 5, 12, 46_000, 55_000, 100_000, 700_000])
    var claim = Claim(
      quantity: Quantity(sample([.exact, .about, .atLeast]), count),
      interval: Interval(exactly: count), outcome: sample([.killed, .injured, .casualties]))
    claim.documentID = "day-\(number(6)).txt"
    claim.published = PartialDate(year: 2025, month: 1 + number(12), day: 1 + number(28))
    claim.party = sample(["Ukraine", "Russia", ""])
    claim.status = sample([.military, .civilian, .unspecified])
    claim.attribution.source = sample(Self.sources)
    claim.scope = sample([.incident, .period, .cumulative, .unknown])
    claim.event = sample(["", "", "Bakhmut"])
    claim.place = sample(["", "Kharkiv"])
    claim.expression = String(count)
    if number(4) > 0 {
      let verb = sample(["said", "claimed on Monday", "told the parliament"])
      claim.quote =
        "\(claim.attribution.source) \(verb) that \(count) \(sample(["soldiers", "people"])) were "
        + "\(claim.outcome.rawValue) in the \(sample(["war", "attack on the town", "fighting"]))."
      let start = number(400)
      claim.span = TextSpan(start: start, end: start + claim.expression.utf8.count)
    }
    claim.id = number(8) == 0 ? "" : claim.stableID
    if number(5) == 0 { claim.extra = [ExtraField(column: "note", value: sample(["", "x"]))] }
    if number(6) == 0 { claim.confidence = number(1001) }
    return claim
  }

  private static let sources = [
    "Volodymyr Zelensky", "Ukraine's General Staff", "Russia's Ministry of Defence", "Mediazona",
    "",
  ]
}

extension Claim {
  /// A copy with a change.
  func changed(_ change: (inout Claim) -> Void) -> Claim {
    var copy = self
    change(&copy)
    return copy
  }

  /// An id of the kind that extraction makes.
  var stableID: String {
    var hash = StableHash()
    for column in ClaimColumn.allCases where column != .claimID { hash.combine(cell(column)) }
    return hash.hexadecimal
  }
}
