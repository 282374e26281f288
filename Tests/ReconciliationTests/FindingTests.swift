import ClaimModel
import Reconciliation
import Testing

/// Every kind of finding from the fewest claims that make it, and from claims that must not.
@Suite struct FindingTests {
  typealias F = Fixtures

  private func findings(
    _ kind: FindingKind, _ claims: [Claim], silences: [Silence] = []
  ) -> [Finding] {
    F.reconcile(claims, silences: silences).findings.filter { $0.kind == kind }
  }

  private func sentences(_ kind: FindingKind, _ claims: [Claim]) -> [String] {
    findings(kind, claims).map(\.sentence)
  }

  private func ukrainianDead(
    _ id: String, _ quantity: Quantity, _ source: String, published: String = "2025-04-25",
    to: String = "", publisher: String = ""
  ) -> Claim {
    F.claim(
      id, quantity, .killed, party: "Ukraine", source: source, publisher: publisher,
      published: published, to: to)
  }

  @Test func `disjoint: two origins can't both be right`() throws {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 435_000), "NYT"),
      ukrainianDead("b", Quantity(.exact, 46_000), "Zelensky"),
    ]
    let finding = try #require(findings(.disjoint, claims).first)
    #expect(
      finding.sentence
        == "The New York Times puts Ukrainian dead at 435,000, 9.5 times Volodymyr Zelensky's 46,000."
    )
    #expect(finding.claims == ["a", "b"])
    #expect(finding.origins == ["The New York Times", "Volodymyr Zelensky"])
    #expect(finding.lowValue == 46_000 && finding.highValue == 435_000)
    #expect(finding.ratio == 9457 && finding.severity == 976)
  }

  @Test func `disjoint: a bound that takes the other figure in is no disagreement`() {
    #expect(
      findings(
        .disjoint,
        [
          ukrainianDead("a", Quantity(.atLeast, 20_000), "NYT"),
          ukrainianDead("b", Quantity(.exact, 46_000), "Zelensky"),
        ]
      ).isEmpty)
  }

  @Test func `disjoint: a running count that went on is compared as of one time`() throws {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 10_000), "NYT", published: "2023-01-10"),
      ukrainianDead("b", Quantity(.exact, 10_000), "Zelensky", published: "2023-01-05"),
      ukrainianDead("c", Quantity(.exact, 46_000), "Zelensky", published: "2025-02-16"),
    ]
    let finding = try #require(findings(.disjoint, claims).first)
    #expect(finding.severity == 0)
    #expect(finding.sentence.hasSuffix("; the two are 2 years apart, and agreed on 2023-01-05."))
    var earlier = claims
    earlier[1].quantity = Quantity(.exact, 5000)
    earlier[1].interval = Interval(exactly: 5000)
    #expect(
      sentences(.disjoint, earlier) == [
        "The New York Times puts Ukrainian dead at 10,000, 2 times Volodymyr Zelensky's 5,000, as of "
          + "2023-01-05."
      ])
  }

  @Test func `partisan: each side counts the other's dead otherwise`() throws {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 46_000), "Zelensky"),
      ukrainianDead("b", Quantity(.exact, 500_000), "Shoigu"),
      ukrainianDead("c", Quantity(.range, 60_000, 100_000), "NYT"),
    ]
    let finding = try #require(findings(.partisan, claims).first)
    #expect(
      finding.sentence
        == "Volodymyr Zelensky puts Ukrainian dead at 46,000, Russian Ministry of Defence at 500,000: "
        + "the adversary's count is at least 10.9 times the other; a third party says: The New York "
        + "Times 60,000 to 100,000.")
    #expect(finding.claims == ["a", "b", "c"])
    #expect(findings(.partisan, Array(claims.dropFirst())).isEmpty)
  }

  @Test func `self: one origin, one day, two numbers`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 46_000), "Zelensky"),
      ukrainianDead("b", Quantity(.exact, 31_000), "Zelenskyy"),
    ]
    #expect(
      sentences(.self, claims) == [
        "Volodymyr Zelensky puts Ukrainian dead for 2025-04-25 at both 31,000 and 46,000."
      ])
  }

  @Test func `revision: one origin's number changed over time`() {
    let claims = [
      ukrainianDead("b", Quantity(.exact, 43_000), "Zelensky", published: "2024-12-08"),
      ukrainianDead("a", Quantity(.exact, 31_000), "Zelensky", published: "2024-02-25"),
      ukrainianDead("c", Quantity(.exact, 46_000), "Zelensky", published: "2025-02-16"),
    ]
    #expect(
      sentences(.revision, claims) == [
        "Volodymyr Zelensky's figure for Ukrainian dead rose from 31,000 (2024-02-25) to 46,000 "
          + "(2025-02-16) in 2 steps."
      ])
    #expect(findings(.regress, claims).isEmpty)
    let range = F.reconcile(claims).ranges[0]
    #expect(range.low == 46_000 && range.high == 46_000)
    #expect(range.answers[0].revisions == ["a", "b"])
  }

  @Test func `regress: a running count goes down`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 46_000), "Zelensky", published: "2024-02-25"),
      ukrainianDead("b", Quantity(.exact, 31_000), "Zelensky", published: "2025-02-16"),
    ]
    #expect(
      sentences(.regress, claims) == [
        "Volodymyr Zelensky's running count of Ukrainian dead goes down, from 46,000 (2024-02-25) to "
          + "31,000 (2025-02-16)."
      ])
  }

  @Test func `definition: one number, one origin, two outcomes`() {
    let claims = [
      F.claim("a", Quantity(.exact, 700_000), .casualties, party: "Russia", source: "NYT"),
      F.claim(
        "b", Quantity(.exact, 700_000), .killed, party: "Russia", source: "The New York Times"),
    ]
    #expect(
      sentences(.definition, claims) == [
        "The New York Times's 700,000 is given as Russian casualties in one place and as Russian dead "
          + "in another."
      ])
  }

  @Test func `definition: losses read as deaths`() {
    var claim = ukrainianDead("a", Quantity(.exact, 70_000), "Shoigu")
    claim.quote = "Irrecoverable losses came to 70,000, the minister said."
    #expect(
      sentences(.definition, [claim]) == [
        "Russian Ministry of Defence's 70,000 for Ukrainian dead is given as losses, which may take in "
          + "the wounded, the missing and the captured."
      ])
    claim.quote = "Losses came to 70,000 killed, the minister said."
    #expect(sentences(.definition, [claim]).isEmpty)
  }

  @Test func `whole: a part above its whole`() {
    let whole = F.claim(
      "a", Quantity(.exact, 12), .killed, party: "Syria", source: "police", scope: .incident,
      event: "the market")
    var part = F.claim(
      "b", Quantity(.exact, 15), .killed, party: "Syria", status: .civilian, source: "police",
      scope: .incident, event: "the market")
    part.partOf = "a"
    part.victims = "children"
    let result = F.reconcile([part, whole])
    #expect(
      result.findings.filter { $0.kind == .whole }.map(\.sentence) == [
        "Police put children among the dead of Syria (the market) at 15, more than the whole of 12 "
          + "dead of Syria (the market) that they are a part of."
      ])
    #expect(result.ranges.count == 2)
    #expect(result.ranges.contains { $0.partOf == "a" && $0.key.part == "children" })
  }

  @Test func `whole: civilians and soldiers against the total`() {
    let claims = [
      F.claim(
        "a", Quantity(.exact, 900), .killed, party: "Ukraine", status: .civilian, source: "NYT"),
      F.claim(
        "b", Quantity(.exact, 800), .killed, party: "Ukraine", status: .military, source: "NYT"),
      F.claim("c", Quantity(.exact, 1500), .killed, party: "Ukraine", source: "NYT"),
    ]
    #expect(
      sentences(.whole, claims) == [
        "The New York Times's 900 Ukrainian civilian dead and 800 Ukrainian military dead, together "
          + "1,700, are more than its own 1,500 for Ukrainian dead (2025-04-25)."
      ])
  }

  @Test func `whole: killed and wounded against casualties`() {
    let claims = [
      F.claim("a", Quantity(.exact, 900), .killed, party: "Ukraine", source: "NYT"),
      F.claim("b", Quantity(.exact, 800), .injured, party: "Ukraine", source: "NYT"),
      F.claim("c", Quantity(.exact, 1600), .casualties, party: "Ukraine", source: "NYT"),
    ]
    #expect(findings(.whole, claims).count == 1)
    #expect(findings(.whole, Array(claims.dropFirst())).isEmpty)
  }

  @Test func `echo: several outlets, one origin`() throws {
    let claims = ["BBC News", "Reuters", "Meduza"].enumerated().map { index, publisher in
      ukrainianDead(
        "\(index)", Quantity(.exact, 46_000), "Zelensky", published: "2025-02-1\(index)",
        publisher: publisher)
    }
    let result = F.reconcile(claims)
    #expect(
      result.findings.filter { $0.kind == .echo }.map(\.sentence) == [
        "3 outlets (BBC News, Meduza and Reuters) carry Volodymyr Zelensky's 46,000 for Ukrainian "
          + "dead: one origin, not 3."
      ])
    let range = try #require(result.ranges.first)
    #expect(range.claims == 3 && range.echoes == 2 && range.answers.count == 1)
    #expect(range.grade == .weak)
  }

  @Test func `gap: the victims' own side gives no figure`() throws {
    let claims = [ukrainianDead("a", Quantity(.exact, 435_000), "NYT")]
    #expect(
      sentences(.gap, claims) == [
        "No Ukrainian source gives a figure of Ukraine's own losses, though The New York Times puts "
          + "Ukrainian dead at 435,000."
      ])
    let own =
      claims + [
        F.claim("b", Quantity(.exact, 380_000), .injured, party: "Ukraine", source: "Zelensky")
      ]
    #expect(findings(.gap, own).isEmpty)
  }

  @Test func `unbounded: only lower bounds are known`() {
    let claims = [
      ukrainianDead("a", Quantity(.atLeast, 20_000), "NYT"),
      ukrainianDead("b", Quantity(.moreThan, 31_000), "Zelensky"),
    ]
    #expect(
      sentences(.unbounded, claims) == [
        "Only lower bounds are known for Ukrainian dead: Volodymyr Zelensky puts them at more than "
          + "31,000, the tightest of 2."
      ])
    #expect(
      sentences(.unbounded, [ukrainianDead("a", Quantity(.atMost, 20_000), "NYT")]) == [
        "Only upper bounds are known for Ukrainian dead: The New York Times puts them at 20,000 or "
          + "fewer."
      ])
  }

  @Test func `denied and hypothetical figures are listed and enter no range`() {
    var denied = ukrainianDead("a", Quantity(.exact, 900_000), "Zelensky")
    denied.stance = .denied
    var feared = ukrainianDead("b", Quantity(.exact, 2_000_000), "NYT")
    feared.stance = .hypothetical
    let result = F.reconcile([
      denied, feared, ukrainianDead("c", Quantity(.exact, 46_000), "Zelensky"),
    ])
    #expect(result.setAside.map(\.claimID) == ["a", "b"])
    #expect(result.setAside[0].reason.hasPrefix("denied"))
    #expect(result.ranges.map(\.high) == [46_000])
    var options = ReconciliationOptions()
    options.stances = Set(Stance.allCases)
    #expect(F.reconcile([denied, feared], options: options).setAside.isEmpty)
  }

  @Test func `findings are tied to their questions and sorted by how grave they are`() {
    let result = F.reconcile(F.article)
    for finding in result.findings {
      #expect(!finding.questions.isEmpty)
      for id in finding.questions {
        #expect(result.ranges.first { $0.id == id }?.findings.contains(finding.id) == true)
      }
    }
    #expect(result.findings.map(\.severity) == result.findings.map(\.severity).sorted(by: >))
  }

  @Test func `whole: civilians and soldiers who fall short of the total`() {
    let claims = [
      F.claim(
        "a", Quantity(.exact, 900), .killed, party: "Ukraine", status: .civilian, source: "NYT"),
      F.claim(
        "b", Quantity(.exact, 800), .killed, party: "Ukraine", status: .military, source: "NYT"),
      F.claim("c", Quantity(.exact, 2000), .killed, party: "Ukraine", source: "NYT"),
    ]
    #expect(
      sentences(.whole, claims) == [
        "The New York Times's 900 Ukrainian civilian dead and 800 Ukrainian military dead, together "
          + "1,700, are 300 short of its own 2,000 for Ukrainian dead (2025-04-25)."
      ])
    // One part alone leaves the rest open, and so does a bound.
    #expect(findings(.whole, Array(claims.dropFirst())).isEmpty)
    var open = claims
    open[0].quantity = Quantity(.atLeast, 900)
    open[0].interval = Interval(low: 900, best: 900, high: nil)
    #expect(findings(.whole, open).isEmpty)
  }

  @Test(arguments: [
    (12, 3, 20, "are 5 short of"), (15, 8, 20, "are more than"), (12, 8, 20, ""),
  ]) func `whole: stated parts against the figure that they are parts of`(
    soldiers: Int, civilians: Int, all: Int, comparison: String
  ) {
    func part(_ id: String, _ count: Int, _ status: VictimStatus, _ victims: String) -> Claim {
      var claim = F.claim(
        id, Quantity(.exact, count), .killed, party: "Syria", status: status, source: "police",
        scope: .incident, event: "the market")
      claim.partOf = id == "w" ? nil : "w"
      claim.victims = victims
      return claim
    }
    let claims = [
      part("w", all, .unspecified, "people"), part("a", soldiers, .military, "soldiers"),
      part("b", civilians, .civilian, "civilians"),
    ]
    #expect(
      sentences(.whole, claims)
        == (comparison.isEmpty
          ? []
          : [
            "Police's \(civilians) civilians among the dead of Syria and \(soldiers) soldiers among "
              + "the dead of Syria, together \(soldiers + civilians), \(comparison) the \(all) dead of "
              + "Syria (the market) that they are parts of."
          ]))
  }

  @Test func `disjoint: a count that lies between another's before and after is no disagreement`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 30_000), "NYT", published: "2024-02-15"),
      ukrainianDead("b", Quantity(.exact, 29_000), "Zelensky", published: "2024-02-10"),
      ukrainianDead("c", Quantity(.exact, 31_000), "Zelensky", published: "2024-02-25"),
    ]
    #expect(findings(.disjoint, claims).map(\.severity) == [0])
    var above = claims
    above[0].quantity = Quantity(.exact, 62_000)
    above[0].interval = Interval(exactly: 62_000)
    #expect(
      sentences(.disjoint, above) == [
        "The New York Times puts Ukrainian dead at 62,000, 2 times Volodymyr Zelensky's 31,000."
      ])
  }

  @Test func `disjoint: a count that is only higher because it is later says how much later`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 14_800), "NYT", published: "2023-11-30"),
      ukrainianDead("b", Quantity(.exact, 18_800), "Zelensky", published: "2023-12-14"),
    ]
    #expect(
      sentences(.disjoint, claims) == [
        "Volodymyr Zelensky puts Ukrainian dead at 18,800, 1.3 times The New York Times's 14,800; the "
          + "two are 14 days apart."
      ])
  }

  @Test func `self: of several under one name it says so`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 46_000), "officials"),
      ukrainianDead("b", Quantity(.exact, 31_000), "Officials"),
    ]
    #expect(
      sentences(.self, claims) == [
        "Officials put Ukrainian dead for 2025-04-25 at both 31,000 and 46,000; several may speak "
          + "under this name."
      ])
  }

  @Test func `revision: a number that came back is told as such`() {
    let claims = [
      ukrainianDead("a", Quantity(.exact, 31_000), "NYT", published: "2024-02-25"),
      ukrainianDead("b", Quantity(.exact, 33_000), "NYT", published: "2024-03-25"),
      ukrainianDead(
        "c", Quantity(.exact, 31_000), "NYT", published: "2024-04-25", to: "2024-04-25"),
    ]
    #expect(
      sentences(.revision, claims) == [
        "The New York Times's figure for Ukrainian dead changed and came back, from 31,000 (2024-02-25) "
          + "to 31,000 (2024-04-25) in 2 steps."
      ])
  }

  @Test func `gap: one finding for all periods of a war, one name for an origin's figures`() {
    func period(_ id: String, _ count: Int, _ day: String, _ outcome: Outcome = .killed) -> Claim {
      var claim = F.claim(
        id, Quantity(.exact, count), outcome, party: "Ukraine", source: "NYT", to: day,
        scope: .period)
      claim.from = claim.to
      return claim
    }
    let claims = [period("a", 200, "2023-05-01"), period("b", 100, "2023-05-02")]
    #expect(
      sentences(.gap, claims) == [
        "No Ukrainian source gives a figure of Ukraine's own losses in any of 2 periods, though The "
          + "New York Times puts Ukrainian dead (2023-05-01) at 200 and Ukrainian dead (2023-05-02) at "
          + "100."
      ])
    let one = [period("a", 200, "2023-05-01"), period("b", 900, "2023-05-01", .injured)]
    #expect(
      sentences(.gap, one) == [
        "No Ukrainian source gives a figure of Ukraine's own losses (2023-05-01), though The New York "
          + "Times puts Ukrainian wounded at 900 and Ukrainian dead at 200."
      ])
  }

  @Test func `gap: what no total of the side's own fills takes its periods with it`() {
    var day = F.claim(
      "a", Quantity(.exact, 200), .killed, party: "Ukraine", source: "NYT", to: "2023-05-01",
      scope: .period)
    day.from = day.to
    let total = ukrainianDead("b", Quantity(.exact, 46_000), "NYT")
    #expect(
      sentences(.gap, [day, total]) == [
        "No Ukrainian source gives a figure of Ukraine's own losses, though The New York Times puts "
          + "Ukrainian dead at 46,000 and Ukrainian dead (2023-05-01) at 200."
      ])
    var since = F.claim(
      "d", Quantity(.exact, 300), .injured, party: "Ukraine", source: "NYT", document: "1.txt")
    since.when = "since the ceasefire"
    since.from = PartialDate("2025-01-19")
    #expect(sentences(.gap, [day, total, since]).count == 1)
    var own = day
    own.attribution.source = "Zelensky"
    own.id = "c"
    #expect(
      sentences(.gap, [day, total, own]) == [
        "No Ukrainian source gives a figure of Ukraine's own losses, though The New York Times puts "
          + "Ukrainian dead at 46,000."
      ])
  }
}
