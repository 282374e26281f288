import ClaimModel
import Reconciliation

@testable import Reporting

/// A reconciliation of real, published figures on one war, made by hand; the sentences are our own.
///
/// Figures: Volodymyr Zelensky gave 43,000 Ukrainian soldiers killed on 2024-12-08 and 46,000 on
/// 2025-02-16; the New York Times was told 700,000 Russian and 435,000 Ukrainian dead; independent
/// journalists counted more than 90,000 Russian dead by name.
enum UkraineFixture {
  static let war = "Russo-Ukrainian War"

  static func claim(
    _ id: String, _ document: String, _ start: Int, _ quantity: Quantity, _ interval: Interval,
    _ outcome: Outcome, party: String, status: VictimStatus = .military, source: String,
    side: String = "", published: String, expression: String, quote: String,
    publisher: String = "The Example Herald", stance: Stance = .asserted, via: [String] = []
  ) -> Claim {
    var claim = Claim(quantity: quantity, interval: interval, outcome: outcome)
    claim.id = id
    claim.documentID = document
    claim.publisher = publisher
    claim.published = PartialDate(published)
    claim.url = "https://example.org/\(document)"
    claim.span = TextSpan(start: start, end: start + expression.unicodeScalars.count)
    claim.quote = quote
    claim.expression = expression
    claim.convention = "interval"
    claim.victims = "soldiers"
    claim.party = party
    claim.status = status
    claim.attribution = Attribution(source: source, side: side, via: via, cue: "says")
    claim.stance = stance
    claim.scope = .cumulative
    claim.rule = "fixture"
    return claim
  }

  static let claims: [Claim] = [
    claim(
      "00000000000000a1", "2024/december.txt", 210, Quantity(.exact, 43_000),
      Interval(exactly: 43_000), .killed, party: "Ukraine", source: "Volodymyr Zelensky",
      side: "Ukraine", published: "2024-12-08", expression: "43,000",
      quote: "The president put the army's dead at 43,000 since the invasion began."),
    claim(
      "00000000000000a2", "2025/february.txt", 388, Quantity(.exact, 46_000),
      Interval(exactly: 46_000), .killed, party: "Ukraine",
      source: "Volodymyr Zelensky", side: "Ukraine", published: "2025-02-16",
      expression: "46,000",
      quote: "Zelensky says that 46,000 Ukrainian soldiers have died in the war."),
    claim(
      "00000000000000a3", "2025/relay.txt", 12, Quantity(.exact, 46_000),
      Interval(exactly: 46_000), .killed, party: "Ukraine",
      source: "Volodymyr Zelensky", side: "Ukraine", published: "2025-02-17",
      expression: "46,000",
      quote: "Ukraine has lost 46,000 soldiers, its president was quoted as saying.",
      publisher: "The Relay", via: ["NBC"]),
    claim(
      "00000000000000b1", "2025/february.txt", 120, Quantity(.exact, 700_000),
      Interval(exactly: 700_000), .killed, party: "Russia", source: "The New York Times",
      published: "2025-02-16", expression: "700,000",
      quote: "According to The New York Times, 700,000 Russians and 435,000 Ukrainians were killed."
    ),
    claim(
      "00000000000000b2", "2025/february.txt", 142, Quantity(.exact, 435_000),
      Interval(exactly: 435_000), .killed, party: "Ukraine", source: "The New York Times",
      published: "2025-02-16", expression: "435,000",
      quote: "According to The New York Times, 700,000 Russians and 435,000 Ukrainians were killed."
    ),
    claim(
      "00000000000000c1", "2025/march.md", 77, Quantity(.about, 1_000_000),
      Interval(low: 900_000, best: 1_000_000, high: 1_100_000), .casualties, party: "Ukraine",
      source: "independent journalists", published: "2025-03-02", expression: "about 1 million",
      quote: "Independent journalists speak of about 1 million Ukrainian casualties."),
    claim(
      "00000000000000d1", "2025/march.md", 301, Quantity(.moreThan, 90_000),
      Interval(low: 90_001, best: nil, high: nil), .killed, party: "Russia", source: "Mediazona",
      published: "2025-03-02", expression: "more than 90,000",
      quote: "Mediazona has found the names of more than 90,000 Russian soldiers killed."),
    claim(
      "00000000000000d2", "2025/march.md", 402, Quantity(.range, 200_000, 250_000),
      Interval(low: 200_000, best: 225_000, high: 250_000), .killed, party: "Russia",
      source: "General Staff of Ukraine", side: "Ukraine", published: "2025-03-02",
      expression: "200,000 to 250,000",
      quote: "Kyiv's General Staff estimates that 200,000 to 250,000 Russian soldiers were killed."),
    claim(
      "00000000000000e1", "2025/march.md", 600, Quantity(.indefinite, 12),
      Interval(low: 24, best: nil, high: nil), .killed, party: "Ukraine", status: .civilian,
      source: "", published: "2025-03-02", expression: "Dozens",
      quote: "Dozens of civilians could be killed if the dam broke.", stance: .hypothetical),
  ]

  static func answer(
    _ origin: String, _ perspective: Perspective, _ current: String, echoes: [String] = [],
    revisions: [String] = []
  ) -> OriginAnswer {
    let interval =
      claims.first { $0.id == current }?.interval ?? Interval(low: nil, best: nil, high: nil)
    return OriginAnswer(
      origin: origin, perspective: perspective, interval: interval, current: current,
      echoes: echoes,
      revisions: revisions)
  }

  static func key(
    _ party: String, _ outcome: Outcome, _ status: VictimStatus = .military
  ) -> QuestionKey {
    QuestionKey(party: party, status: status, outcome: outcome, scope: .cumulative, conflict: war)
  }

  static var ranges: [QuestionRange] {
    var ukraine = QuestionRange(id: "1111111111111111", key: key("Ukraine", .killed))
    ukraine.claims = 4
    ukraine.echoes = 1
    ukraine.answers = [
      answer("The New York Times", .thirdParty, "00000000000000b2"),
      answer(
        "Volodymyr Zelensky", .own, "00000000000000a2", echoes: ["00000000000000a3"],
        revisions: ["00000000000000a1"]),
    ]
    ukraine.from = PartialDate("2024-12-08")
    ukraine.to = PartialDate("2025-02-17")
    (ukraine.low, ukraine.lowOrigin) = (46_000, "Volodymyr Zelensky")
    (ukraine.high, ukraine.highOrigin) = (435_000, "The New York Times")
    ukraine.best = 240_500
    ukraine.agreements = [
      Agreement(interval: Interval(exactly: 46_000), origins: ["Volodymyr Zelensky"]),
      Agreement(interval: Interval(exactly: 435_000), origins: ["The New York Times"]),
    ]
    ukraine.spreadRatio = 9457
    ukraine.grade = .contested
    ukraine.perspectives = [
      .own: PerspectiveRange(low: 46_000, high: 46_000, origins: 1),
      .thirdParty: PerspectiveRange(low: 435_000, high: 435_000, origins: 1),
    ]
    ukraine.findings = ["f000000000000001", "f000000000000003", "f000000000000005"]

    var russia = QuestionRange(id: "2222222222222222", key: key("Russia", .killed))
    russia.claims = 3
    russia.answers = [
      answer("General Staff of Ukraine", .adversary, "00000000000000d2"),
      answer("Mediazona", .thirdParty, "00000000000000d1"),
      answer("The New York Times", .thirdParty, "00000000000000b1"),
    ]
    russia.from = PartialDate("2025-02-16")
    russia.to = PartialDate("2025-03-02")
    (russia.low, russia.lowOrigin) = (90_001, "Mediazona")
    (russia.high, russia.highOrigin) = (700_000, "The New York Times")
    russia.highOpen = false
    russia.best = 462_500
    russia.agreements = [
      Agreement(
        interval: Interval(low: 200_000, best: nil, high: 250_000),
        origins: ["General Staff of Ukraine", "Mediazona"]),
      Agreement(
        interval: Interval(exactly: 700_000), origins: ["Mediazona", "The New York Times"]),
    ]
    russia.grade = .fair
    russia.perspectives = [
      .adversary: PerspectiveRange(low: 200_000, high: 250_000, origins: 1),
      .thirdParty: PerspectiveRange(low: 90_001, high: 700_000, origins: 2),
    ]
    russia.findings = ["f000000000000002", "f000000000000004"]

    var casualties = QuestionRange(id: "3333333333333333", key: key("Ukraine", .casualties))
    casualties.claims = 1
    casualties.answers = [answer("independent journalists", .thirdParty, "00000000000000c1")]
    casualties.to = PartialDate("2025-03-02")
    casualties.low = 900_000
    casualties.lowOrigin = "independent journalists"
    casualties.best = 1_000_000
    casualties.high = 1_100_000
    casualties.highOrigin = "independent journalists"
    casualties.agreements = [
      Agreement(
        interval: Interval(low: 900_000, best: nil, high: 1_100_000),
        origins: ["independent journalists"])
    ]
    casualties.perspectives = [
      .thirdParty: PerspectiveRange(low: 900_000, high: 1_100_000, origins: 1)
    ]
    return [ukraine, russia, casualties]
  }

  static let findings: [Finding] = [
    Finding(
      id: "f000000000000001", kind: .disjoint, severity: 976, questionID: "1111111111111111",
      claims: ["00000000000000a2", "00000000000000b2"],
      origins: ["The New York Times", "Volodymyr Zelensky"], lowValue: 46_000, highValue: 435_000,
      ratio: 9457,
      sentence:
        "The New York Times puts Ukrainian dead at 435,000, 9.5 times Volodymyr Zelensky's 46,000."),
    Finding(
      id: "f000000000000002", kind: .disjoint, severity: 447, questionID: "2222222222222222",
      claims: ["00000000000000b1", "00000000000000d2"],
      origins: ["General Staff of Ukraine", "The New York Times"], lowValue: 250_000,
      highValue: 700_000, ratio: 2800,
      sentence:
        "The New York Times puts Russian dead at 700,000, 2.8 times the top of the General Staff of "
        + "Ukraine's 200,000–250,000."),
    Finding(
      id: "f000000000000003", kind: .revision, severity: 29, questionID: "1111111111111111",
      claims: ["00000000000000a1", "00000000000000a2"], origins: ["Volodymyr Zelensky"],
      lowValue: 43_000, highValue: 46_000, ratio: 1070,
      sentence: "Volodymyr Zelensky raised his count of Ukrainian dead from 43,000 to 46,000."),
    Finding(
      id: "f000000000000004", kind: .gap, severity: 0, questionID: "2222222222222222", claims: [],
      origins: [],
      sentence: "Russia publishes no figure for its own dead, on which three others do.",
      quotes: ["Moscow has not given a number since September 2022."]),
    Finding(
      id: "f000000000000005", kind: .echo, severity: 0, questionID: "1111111111111111",
      claims: ["00000000000000a2", "00000000000000a3"], origins: ["Volodymyr Zelensky"],
      lowValue: 46_000, highValue: 46_000,
      sentence: "Two outlets give Ukrainian dead as 46,000; both go back to Volodymyr Zelensky."),
  ]

  static var reconciliation: Reconciliation {
    Reconciliation(
      claims: Dictionary(uniqueKeysWithValues: claims.map { ($0.id, $0) }), ranges: ranges,
      findings: findings,
      coverage: [
        CoverageCell(originSide: "Ukraine", party: "Ukraine", origins: 1, claims: 3),
        CoverageCell(originSide: "Ukraine", party: "Russia", origins: 1, claims: 1),
        CoverageCell(originSide: "", party: "Ukraine", origins: 2, claims: 2),
        CoverageCell(originSide: "", party: "Russia", origins: 2, claims: 2),
        CoverageCell(originSide: "Russia", party: "Russia", origins: 0, claims: 0),
      ],
      timeline: [
        point("1111111111111111", "Volodymyr Zelensky", "00000000000000a1"),
        point("1111111111111111", "Volodymyr Zelensky", "00000000000000a2"),
        point("1111111111111111", "The New York Times", "00000000000000b2"),
        point("2222222222222222", "Mediazona", "00000000000000d1"),
        point("2222222222222222", "General Staff of Ukraine", "00000000000000d2"),
        point("2222222222222222", "The New York Times", "00000000000000b1"),
      ].compactMap { $0 },
      setAside: [SetAside(claimID: "00000000000000e1", reason: "hypothetical, not asserted")])
  }

  private static func point(_ question: String, _ origin: String, _ id: String) -> TimelinePoint? {
    guard let claim = claims.first(where: { $0.id == id }), let date = claim.published else {
      return nil
    }
    return TimelinePoint(
      questionID: question, date: date, origin: origin, interval: claim.interval, claimID: id)
  }

  static var report: Report {
    Report(
      reconciliation,
      documents: [
        ReportDocument(
          id: "2025/february.txt", title: "What each side says it has lost",
          publisher: "The Example Herald", published: PartialDate("2025-02-16"),
          url: "https://example.org/2025/february.txt"),
        ReportDocument(id: "2025/quiet.txt", title: "A day without news", publisher: "The Relay"),
      ],
      notes: ReportNotes(
        title: "Losses in the Russo-Ukrainian War", subtitle: "What the sources say, side by side",
        method: [
          MethodNote("Convention", "interval: about 1 million is read as 900,000 to 1,100,000"),
          MethodNote("Rule", "median, one vote a source"), MethodNote("Version", "toll 0.1"),
        ],
        faults: [
          InputFault(
            subject: "2025/broken.html", location: "byte 120", problem: "not UTF-8",
            advice: "save it as UTF-8")
        ], reviewed: ["00000000000000d2": "accepted by J. D."]))
  }
}
