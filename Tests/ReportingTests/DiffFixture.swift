import ClaimModel
import CorpusDiff

/// Two corpora about real, published figures, made by hand; the sentences are our own.
///
/// Figures: Volodymyr Zelensky gave 46,000 Ukrainian soldiers killed on 2025-02-16 (NBC) and 55,000
/// on 2026-02-04 (France 2); the UK Ministry of Defence put Russian casualties at about 900,000 on
/// 2025-03-27; The New York Times was told of 700,000 Russian and 435,000 Ukrainian dead; the UN
/// Human Rights Office verified 12,654 civilian dead by the end of January 2025 and 14,999 by the
/// end of 2025; the Center for Strategic and International Studies reckoned with up to 250,000
/// Russian dead in June 2025; Russia's Ministry of Defence gave 5,937 dead on 2022-09-21, and 89 dead at
/// Makiivka on 2023-01-04.
enum DiffFixture {
  static let zelensky = UkraineFixture.claim(
    "a000000000000001", "2025/interview.txt", 210, Quantity(.exact, 46_000),
    Interval(exactly: 46_000), .killed, party: "Ukraine", source: "Volodymyr Zelensky",
    side: "Ukraine", published: "2025-02-16", expression: "46,000",
    quote: "Volodymyr Zelensky said on Sunday that 46,000 Ukrainian soldiers had been killed.")

  static let zelenskyLater = UkraineFixture.claim(
    "a000000000000002", "2026/interview.txt", 95, Quantity(.exact, 55_000),
    Interval(exactly: 55_000), .killed, party: "Ukraine", source: "Volodymyr Zelensky",
    side: "Ukraine", published: "2026-02-04", expression: "55,000",
    quote: "The president told French television that 55,000 Ukrainian soldiers had died.")

  static let britain = UkraineFixture.claim(
    "b000000000000001", "2025/estimate.txt", 40, Quantity(.exact, 900_000),
    Interval(exactly: 900_000), .casualties, party: "Russia", source: "UK Ministry of Defence",
    side: "United Kingdom", published: "2025-03-27", expression: "900,000",
    quote: "Russia has suffered 900,000 casualties, Britain's Ministry of Defence estimates.")

  static var britainEdited: Claim {
    var claim = britain
    claim.id = "b000000000000002"
    claim.expression = "approximately 900,000"
    claim.quote =
      "Russia has suffered approximately 900,000 casualties, Britain's Ministry of Defence estimates."
    claim.quantity = Quantity(.about, 900_000)
    claim.interval = Interval(low: 850_000, best: 900_000, high: 950_000)
    return claim
  }

  static let newspaper = UkraineFixture.claim(
    "c000000000000001", "2025/told.txt", 18, Quantity(.exact, 435_000),
    Interval(exactly: 435_000), .killed, party: "Ukraine", source: "The New York Times",
    published: "2025-02-18", expression: "435,000",
    quote: "As many as 435,000 Ukrainians have been killed, the newspaper was told <by officials>.")

  static var newspaperCorrected: Claim {
    var claim = newspaper
    claim.attribution.source = "Western officials"
    claim.attribution.via = ["The New York Times"]
    claim.confidence = 700
    return claim
  }

  static let dead = UkraineFixture.claim(
    "c000000000000002", "2025/told.txt", 120, Quantity(.about, 700_000),
    Interval(low: 650_000, best: 700_000, high: 750_000), .killed, party: "Russia",
    source: "The New York Times", published: "2025-02-18", expression: "about 700,000",
    quote: "On the other side, about 700,000 have been lost.")

  static var lost: Claim {
    var claim = dead
    claim.outcome = .casualties
    return claim
  }

  static let ministry = UkraineFixture.claim(
    "d000000000000001", "2022/minister.txt", 77, Quantity(.exact, 5_937),
    Interval(exactly: 5_937), .killed, party: "Russia", source: "Russia's Ministry of Defence",
    side: "Russia", published: "2022-09-21", expression: "5,937",
    quote: "Russia's losses stand at 5,937 dead, the defence minister announced.")

  static var makiivka: Claim {
    var claim = UkraineFixture.claim(
      "e000000000000001", "2023/makiivka.txt", 60, Quantity(.exact, 89), Interval(exactly: 89),
      .killed, party: "Russia", source: "Russia's Ministry of Defence", side: "Russia",
      published: "2023-01-04", expression: "89",
      quote: "The ministry raised the toll of the strike on Makiivka to 89.")
    claim.scope = .incident
    claim.event = "Makiivka 2023-01-01"
    return claim
  }

  static var makiivkaMoved: Claim {
    var claim = makiivka
    claim.id = "e000000000000002"
    claim.documentID = "archive/2023-01-04-makiivka.txt"
    claim.span = TextSpan(start: 88, end: 90)
    return claim
  }

  static let civiliansEarlier = UkraineFixture.claim(
    "f000000000000002", "2025/monitors.txt", 50, Quantity(.atLeast, 12_654),
    Interval(low: 12_654, best: 12_654, high: nil), .killed, party: "Ukraine", status: .civilian,
    source: "UN Human Rights Office", published: "2025-02-21", expression: "at least 12,654",
    quote: "Monitors of the UN have confirmed the deaths of at least 12,654 people.")

  static let institute = UkraineFixture.claim(
    "9000000000000001", "2025/institute.txt", 12, Quantity(.atMost, 250_000),
    Interval(low: 0, best: nil, high: 250_000), .killed, party: "Russia",
    source: "Center for Strategic and International Studies", published: "2025-06-03",
    expression: "up to 250,000",
    quote: "Of the army's losses, up to 250,000 are dead, the institute reckons.")

  static let civilians = UkraineFixture.claim(
    "f000000000000001", "2026/monitors.txt", 31, Quantity(.atLeast, 14_999),
    Interval(low: 14_999, best: 14_999, high: nil), .killed, party: "Ukraine", status: .civilian,
    source: "UN Human Rights Office", published: "2026-01-12", expression: "at least 14,999",
    quote: "The UN Human Rights Office has verified at least 14,999 civilian deaths.")

  static var echo: Claim {
    var claim = zelensky
    claim.id = "a000000000000009"
    claim.documentID = "2025/relay.txt"
    claim.publisher = "The Relay"
    claim.published = PartialDate("2025-02-17")
    claim.quote = "Kyiv has lost 46,000 soldiers, its president was quoted as saying."
    return claim
  }

  static let old = [zelensky, echo, britain, newspaper, dead, ministry, makiivka, civiliansEarlier]
  static let new = [
    makiivkaMoved, britainEdited, newspaperCorrected, lost, zelenskyLater, civilians, echo,
    institute,
  ]

  static let diff = CorpusDiff(
    old: old, new: new,
    options: DiffOptions(subject: { $0.event.isEmpty ? UkraineFixture.war : $0.event }))

  /// How the questions moved, as if reconciled.
  static var moves: [QuestionMove] {
    var before = QuestionSummary(
      id: "1", party: "Ukraine", status: .military, outcome: .killed, scope: .cumulative,
      subject: UkraineFixture.war, range: Interval(low: 46_000, best: 240_500, high: 435_000))
    before.grade = "contested"
    before.origins = [
      OriginFigure(
        origin: "The New York Times", perspective: "third_party",
        interval: Interval(exactly: 435_000)),
      OriginFigure(
        origin: "Volodymyr Zelensky", perspective: "own", interval: Interval(exactly: 46_000)),
    ]
    before.findings = [
      FindingSummary(
        kind: "disjoint", severity: 976, origins: ["The New York Times", "Volodymyr Zelensky"],
        sentence:
          "The New York Times puts Ukrainian dead at 435,000, 9.5 times Volodymyr Zelensky's 46,000."
      )
    ]
    var now = before
    now.range = Interval(low: 55_000, best: 245_000, high: 435_000)
    now.origins = [
      OriginFigure(
        origin: "Volodymyr Zelensky", perspective: "own", interval: Interval(exactly: 55_000)),
      OriginFigure(
        origin: "Western officials", perspective: "third_party",
        interval: Interval(exactly: 435_000)),
    ]
    now.findings = [
      FindingSummary(
        kind: "disjoint", severity: 898, origins: ["Volodymyr Zelensky", "Western officials"],
        sentence:
          "Western officials put Ukrainian dead at 435,000, 7.9 times Volodymyr Zelensky's 55,000.")
    ]
    var civilian = QuestionSummary(
      id: "2", party: "Ukraine", status: .civilian, outcome: .killed, scope: .cumulative,
      subject: UkraineFixture.war, range: Interval(low: 14_999, best: 14_999, high: nil))
    civilian.isOpen = true
    civilian.origins = [
      OriginFigure(
        origin: "UN Human Rights Office", perspective: "third_party",
        interval: Interval(low: 14_999, best: 14_999, high: nil))
    ]
    let ministry = QuestionSummary(
      id: "3", party: "Russia", status: .military, outcome: .killed, scope: .cumulative,
      subject: UkraineFixture.war, range: Interval(exactly: 5_937))
    return QuestionMove.moves(from: [before, ministry], to: [now, civilian])
  }

  static let report = DiffReport(
    oldName: "corpus/2025", newName: "corpus/2026", diff: diff, moves: moves)

  static let explained = DiffReport(
    oldName: "corpus/2025", newName: "corpus/2026", diff: diff, moves: [], isExplained: true)

  static let nothing = DiffReport(
    oldName: "corpus/2025", newName: "corpus/2025", diff: CorpusDiff(old: old, new: old))
}
