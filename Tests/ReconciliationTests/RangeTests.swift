import ClaimModel
import Reconciliation
import Testing

/// Ranges, their rules and grades, and what makes claims comparable.
@Suite struct RangeTests {
  typealias F = Fixtures

  private let counts: [Claim] = [
    F.claim(
      "a", Quantity(.exact, 100), .killed, party: "Syria", source: "police", published: "2025-01-01"
    ),
    F.claim(
      "b", Quantity(.exact, 300), .killed, party: "Syria", source: "medics", published: "2025-01-03"
    ),
    F.claim(
      "c", Quantity(.exact, 200), .killed, party: "Syria", source: "Reuters",
      published: "2025-01-03"),
    F.claim(
      "d", Quantity(.atLeast, 400), .killed, party: "Syria", source: "monitors",
      published: "2025-01-02"),
  ]

  static let rules: [(RangeRule, Int?, Int)] = [
    (.median, 250, 300), (.airwars, nil, 400), (.acled, 100, 300), (.gtd, 200, 300),
    (.latest, 250, 300),
  ]

  @Test(arguments: rules) func `the best figure follows the rule`(
    rule: RangeRule, best: Int?, high: Int
  ) throws {
    var options = ReconciliationOptions()
    options.rule = rule
    let range = try #require(F.reconcile(counts, options: options).ranges.first)
    #expect(range.best == best)
    #expect(range.low == 100 && range.lowOrigin == "police")
    #expect(range.high == high && range.highOpen)
    #expect(range.spreadRatio == high * 10)
  }

  @Test func `of figures of one day the majority wins under gtd`() {
    var options = ReconciliationOptions()
    options.rule = .gtd
    let more =
      counts + [
        F.claim(
          "e", Quantity(.exact, 300), .killed, party: "Syria", source: "the army",
          published: "2025-01-03")
      ]
    #expect(F.reconcile(more, options: options).ranges.first?.best == 300)
  }

  @Test func `grades follow who agrees with whom`() {
    func grade(_ claims: [Claim]) -> Grade? { F.reconcile(claims).ranges.first?.grade }
    func dead(_ id: String, _ count: Int, _ source: String) -> Claim {
      F.claim(id, Quantity(.about, count), .killed, party: "Ukraine", source: source)
    }
    #expect(grade([dead("a", 1000, "police")]) == .weak)
    #expect(grade([dead("a", 1000, "police"), dead("b", 1050, "medics")]) == .fair)
    #expect(grade([dead("a", 1000, "Zelensky"), dead("b", 1050, "medics")]) == .confirmed)
    #expect(grade([dead("a", 1000, "Shoigu"), dead("b", 1050, "medics")]) == .confirmed)
    #expect(grade([dead("a", 1000, "Zelensky"), dead("b", 3000, "medics")]) == .contested)
  }

  @Test func `perspectives are told by side and conflict`() throws {
    func dead(_ id: String, _ source: String, _ side: String, _ type: SourceType) -> Claim {
      var claim = F.claim(id, Quantity(.exact, 1000), .killed, party: "Ukraine", source: source)
      claim.attribution.side = side
      claim.attribution.type = type
      return claim
    }
    let range = try #require(
      F.reconcile([
        dead("a", "A", "Ukraine", .military), dead("b", "B", "Russia", .military),
        dead("c", "C", "Belarus", .military), dead("d", "D", "Syria", .military),
        dead("e", "E", "", .ngo), dead("f", "F", "", .official),
      ]).ranges.first)
    #expect(
      range.answers.map(\.perspective) == [
        .own, .adversary, .adversary, .thirdParty, .thirdParty, .unknown,
      ])
    #expect(range.perspectives[.own] == PerspectiveRange(low: 1000, high: 1000, origins: 1))
  }

  @Test func `one origin under several names is one`() throws {
    let claims = [
      F.claim("a", Quantity(.exact, 500), .killed, party: "Syria", source: "the health ministry"),
      F.claim("b", Quantity(.exact, 500), .killed, party: "Syria", source: "Health Ministry"),
      F.claim("c", Quantity(.exact, 500), .killed, party: "Syria", source: "The  health ministry"),
    ]
    let range = try #require(F.reconcile(claims).ranges.first)
    #expect(range.answers.count == 1 && range.echoes == 2)
  }

  @Test func `without a name the outlet is the origin, else the document`() throws {
    let claims = [
      F.claim(
        "a", Quantity(.exact, 500), .killed, party: "Syria", document: "1.txt", publisher: "Reuters"
      ),
      F.claim("b", Quantity(.exact, 700), .killed, party: "Syria", document: "2.txt"),
    ]
    let range = try #require(F.reconcile(claims).ranges.first)
    #expect(range.answers.map(\.origin) == ["2.txt", "Reuters"])
    #expect(range.answers.map(\.isDocument) == [true, false])
  }

  @Test func `--by pools what it leaves out`() {
    let claims = [
      F.claim(
        "a", Quantity(.exact, 500), .killed, party: "Ukraine", status: .military, source: "A"),
      F.claim("b", Quantity(.exact, 700), .killed, party: "Ukraine", source: "B"),
    ]
    #expect(F.reconcile(claims).ranges.count == 2)
    var options = ReconciliationOptions()
    options.by = ["party", "outcome", "scope", "conflict"]
    let pooled = F.reconcile(claims, options: options).ranges
    #expect(pooled.count == 1 && pooled[0].low == 500 && pooled[0].high == 700)
    options.by.append("publisher")
    var split = claims
    split[0].publisher = "Reuters"
    #expect(
      Set(F.reconcile(split, options: options).ranges.map(\.key.also))
        == ["publisher=", "publisher=Reuters"])
  }

  @Test func `a figure of unknown scope is a war's only where it can be`() {
    func scope(_ change: (inout Claim) -> Void, _ options: ReconciliationOptions = .init())
      -> Scope?
    {
      var claim = F.claim(
        "a", Quantity(.exact, 46_000), .killed, party: "Ukraine", source: "A", document: "d.txt",
        scope: .unknown)
      change(&claim)
      return F.reconcile([claim], options: options).ranges.first?.key.scope
    }
    #expect(scope { _ in } == .cumulative)
    #expect(scope { $0.place = "Kyiv" } == .unknown)
    #expect(scope { $0.quantity = Quantity(.exact, 12) } == .unknown)
    #expect(scope { $0.party = "Bolivia" } == .unknown)
    var apart = ReconciliationOptions()
    apart.unknownScope = .apart
    #expect(scope({ _ in }, apart) == .unknown)
  }

  @Test func `a party at war in two places is counted where the document says`() {
    func conflict(_ others: [String], party: String = "Russia") -> String? {
      var claims = [F.claim("a", Quantity(.exact, 5000), .killed, party: party, document: "d")]
      for (index, other) in others.enumerated() {
        claims.append(
          F.claim("\(index)", Quantity(.exact, 9000), .killed, party: other, document: "d"))
      }
      return F.reconcile(claims).ranges.first { $0.key.party == party }?.key.conflict
    }
    #expect(conflict(["Ukraine"]) == "Russo-Ukrainian War")
    #expect(conflict(["Syria"]) == "Syrian civil war")
    // With nothing to tell by, the register's order decides.
    #expect(conflict([]) == "Russo-Ukrainian War")
  }

  @Test func `the same row twice is one claim`() {
    let claim = F.claim("a", Quantity(.exact, 500), .killed, party: "Ukraine", source: "A")
    let result = F.reconcile([claim, claim])
    #expect(result.ranges[0].claims == 1)
    #expect(result.setAside == [SetAside(claimID: "a", reason: "the same claim once more")])
  }

  @Test func `coverage shows who has counted whom, blanks too`() {
    let result = F.reconcile(F.article)
    func cell(_ side: String, _ party: String) -> CoverageCell? {
      result.coverage.first { $0.originSide == side && $0.party == party }
    }
    #expect(
      cell("", "Russia") == CoverageCell(originSide: "", party: "Russia", origins: 3, claims: 3))
    #expect(cell("Ukraine", "Ukraine")?.claims == 1)
    #expect(cell("Russia", "Russia")?.claims == 0)
  }

  @Test func `the timeline has a point a statement`() {
    let claims = [
      F.claim(
        "a", Quantity(.exact, 31_000), .killed, party: "Ukraine", source: "A", to: "2024-02-25"),
      F.claim(
        "b", Quantity(.exact, 46_000), .killed, party: "Ukraine", source: "A", to: "2025-02-16"),
    ]
    let points = F.reconcile(claims).timeline
    #expect(points.map(\.date.description) == ["2024-02-25", "2025-02-16"])
    #expect(points.map(\.claimID) == ["a", "b"])
  }

  @Test func `lists can be cut and counts stay whole`() throws {
    let claims = (0..<40).map { index in
      F.claim(
        "\(index)", Quantity(.exact, 100 + index / 2), .killed, party: "Ukraine", source: "A",
        publisher: "P\(index)", published: "2025-01-\(10 + index / 2)")
    }
    var options = ReconciliationOptions()
    options.listLimit = 5
    options.keepsClaims = false
    let result = F.reconcile(claims, options: options)
    let range = try #require(result.ranges.first)
    #expect(range.claims == 40 && range.echoes == 20)
    #expect(range.answers[0].revisions.count <= 5 && range.answers[0].echoes.count <= 5)
    #expect(result.timeline.count == 5)
    #expect(result.claims.isEmpty)
    #expect(result.citedClaims.contains(range.answers[0].current))
  }

  @Test func `conflicts that the register does not have are told`() {
    func dead(_ id: String, _ conflict: String) -> Claim {
      var claim = F.claim(id, Quantity(.exact, 500), .killed, party: "Syria", source: "A")
      claim.extra = [ExtraField(column: "conflict", value: conflict)]
      return claim
    }
    let result = F.reconcile([
      dead("a", "Syrian civil war"), dead("b", "Syrain civil war"), dead("c", "Syrain civil war"),
    ])
    #expect(result.unknownConflicts == ["Syrain civil war": 2])
    #expect(result.ranges.map(\.key.conflict) == ["Syrain civil war", "Syrian civil war"])
  }
}
