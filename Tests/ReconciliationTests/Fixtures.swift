import ClaimModel
import Lexicons
import Reconciliation
import Testing

/// The few facts of the registers that the tests below need.
enum Fixtures {
  /// Adjectives, sources and the conflicts of two parties at war, one of which also fought elsewhere.
  static let facts = RegisterFacts(
    source: { name, _ in
      switch name {
      case "Zelensky", "Volodymyr Zelensky", "Zelenskyy", "the Ukrainian president":
        .init(name: "Volodymyr Zelensky", type: .government, side: "Ukraine")
      case "The New York Times", "NYT", "the Times":
        .init(name: "The New York Times", type: .media, side: "")
      case "Russian Ministry of Defence", "Shoigu":
        .init(name: "Russian Ministry of Defence", type: .military, side: "Russia")
      default: nil
      }
    },
    party: {
      ["Russia", "Ukraine", "Belarus", "Syria"].contains($0)
        ? $0 : ["Kyiv": "Ukraine", "Syrian": "Syria"][$0]
    },
    isCountry: { ["Russia", "Ukraine", "Belarus", "Syria"].contains($0) },
    adjective: {
      ["Russia": "Russian", "Ukraine": "Ukrainian", "Belarus": "Belarusian"][$0]
    },
    leadingConflict: { party, _ in
      ["Russia", "Ukraine", "Belarus"].contains(party) ? "Russo-Ukrainian War" : nil
    },
    conflicts: [
      ConflictSide(
        conflict: "Russo-Ukrainian War", side: "Ukraine", party: "Ukraine",
        from: PartialDate(year: 2014, month: 2, day: 20)),
      ConflictSide(
        conflict: "Russo-Ukrainian War", side: "Russia", party: "Russia",
        from: PartialDate(year: 2014, month: 2, day: 20)),
      ConflictSide(
        conflict: "Russo-Ukrainian War", side: "Russia", party: "Belarus",
        from: PartialDate(year: 2022, month: 2, day: 24)),
      ConflictSide(
        conflict: "Syrian civil war", side: "Government", party: "Russia",
        from: PartialDate(year: 2015, month: 9), to: PartialDate(year: 2026)),
      ConflictSide(
        conflict: "Syrian civil war", side: "Government", party: "Syria",
        from: PartialDate(year: 2011)),
    ], words: (try? ComparisonWords(from: .embedded)) ?? ComparisonWords())

  /// A claim of one number, with an interval as the default convention reads it.
  static func claim(
    _ id: String, _ quantity: Quantity, _ outcome: Outcome, party: String = "",
    status: VictimStatus = .unspecified, source: String = "", document: String = "",
    publisher: String = "", published: String = "2025-04-25", to: String = "",
    scope: Scope = .cumulative, event: String = "", expression: String = ""
  ) -> Claim {
    var claim = Claim(
      quantity: quantity, interval: interval(of: quantity, expression), outcome: outcome)
    claim.id = id
    claim.party = party
    claim.status = status
    claim.attribution.source = source
    claim.documentID = document
    claim.publisher = publisher
    claim.published = PartialDate(published)
    claim.to = PartialDate(to)
    claim.scope = scope
    claim.event = event
    claim.expression = expression
    return claim
  }

  /// The default convention for what the tests say, small enough to check by eye.
  static func interval(of quantity: Quantity, _ expression: String) -> Interval {
    let n = quantity.low
    switch quantity.qualifier {
    case .exact: return Interval(exactly: n)
    case .about, .nearly: return Interval(low: n - n / 10, best: n, high: n + n / 10)
    case .atLeast, .moreThan: return Interval(low: n, best: n, high: nil)
    case .atMost, .fewerThan: return Interval(low: 0, best: nil, high: n)
    case .range: return Interval(low: n, best: (n + quantity.high) / 2, high: quantity.high)
    case .indefinite:
      let few = expression.hasPrefix("a few")
      return Interval(low: 2 * n, best: 3 * n, high: few ? 9 * n : 10 * n - 1)
    }
  }

  /// Reconciles claims.
  static func reconcile(
    _ claims: [Claim], silences: [Silence] = [],
    options: ReconciliationOptions = ReconciliationOptions()
  ) -> Reconciliation {
    do {
      var reconciler = Reconciler(facts: facts, options: options)
      for claim in claims { try reconciler.add(claim) }
      for silence in silences { reconciler.add(silence: silence) }
      return try reconciler.finish()
    } catch {
      Issue.record(error)
      return Reconciliation()
    }
  }

  /// Six claims on both sides' losses in one article, as an op-ed of April 2025 had them.
  static var article: [Claim] {
    func inArticle(
      _ id: String, _ quantity: Quantity, _ outcome: Outcome, _ party: String, _ source: String,
      status: VictimStatus = .unspecified, stance: Stance = .asserted, to: String = "",
      expression: String = ""
    ) -> Claim {
      var claim = claim(
        id, quantity, outcome, party: party, status: status, source: source,
        document: "article.txt", to: to, scope: .unknown, expression: expression)
      claim.stance = stance
      if source.contains("ournalists") { claim.attribution.type = .media }
      return claim
    }
    let observers = "Independent journalists and commentators"
    return [
      inArticle(
        "00000000000000a1", Quantity(.indefinite, 100_000), .casualties, "Russia", "",
        status: .military, expression: "hundreds of thousands"),
      inArticle("00000000000000a2", Quantity(.exact, 700_000), .killed, "Russia", "NYT"),
      inArticle("00000000000000a3", Quantity(.exact, 435_000), .killed, "Ukraine", "NYT"),
      inArticle(
        "00000000000000a4", Quantity(.exact, 46_000), .casualties, "Ukraine", "Zelensky",
        stance: .doubted, to: "2025-02"),
      inArticle(
        "00000000000000a5", Quantity(.about, 1_000_000), .casualties, "Ukraine", observers,
        expression: "roughly one million"),
      inArticle(
        "00000000000000a6", Quantity(.indefinite, 100_000), .casualties, "Russia", observers,
        expression: "a few hundred thousand"),
    ]
  }
}
