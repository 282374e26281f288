import ClaimModel
import DelimitedText
import Evaluation
import Testing

/// Enough of the compatibility decomposition for these tests, which use few letters.
private func decompose(_ text: String) -> String {
  var result = ""
  for character in text {
    switch character {
    case "é": result += "e\u{301}"
    case "ﬁ": result += "fi"
    default: result.append(character)
    }
  }
  return result
}

private let text = """
  At least 12 soldiers were killed and 30 wounded, Zelensky said. Dozens of civilians were hurt.
  """

private func gold(
  _ anchor: String, _ expression: String, _ qualifier: Qualifier, _ low: Int, _ outcome: Outcome,
  victims: String = "", party: String = "", status: VictimStatus = .unspecified,
  source: String = "", stance: Stance = .asserted, isPart: Bool = false
) -> GoldClaim {
  GoldClaim(
    anchor: anchor, expression: expression, qualifier: qualifier, low: low, high: low,
    outcome: outcome, victims: victims, party: party, status: status, source: source,
    stance: stance, isPart: isPart)
}

private let soldiers = gold(
  "At least 12 soldiers", "At least 12", .atLeast, 12, .killed, victims: "soldiers",
  party: "Ukraine", status: .military, source: "Volodymyr Zelensky")
private let wounded = gold(
  "and 30 wounded", "30", .exact, 30, .injured, victims: "soldiers", party: "Ukraine",
  status: .military, source: "Zelensky")
private let civilians = gold(
  "Dozens of civilians", "Dozens", .indefinite, 12, .injured, victims: "civilians",
  party: "Ukraine", status: .civilian)

/// The claim that an annotation describes, at a place of the text.
private func claim(_ gold: GoldClaim, at start: Int, document: String = "a") -> Claim {
  var claim = Claim(
    quantity: Quantity(gold.qualifier ?? .exact, gold.low ?? 0, gold.high),
    interval: Interval(low: nil, best: nil, high: nil), outcome: gold.outcome ?? .killed)
  claim.documentID = document
  claim.expression = gold.expression
  claim.span = TextSpan(start: start, end: start + gold.expression.unicodeScalars.count)
  claim.victims = gold.victims
  claim.party = gold.party
  claim.status = gold.status
  claim.attribution.source = gold.source
  claim.stance = gold.stance
  claim.partOf = gold.isPart ? "0" : nil
  return claim
}

private func evaluate(_ claims: [Claim], _ gold: [GoldClaim]) -> Evaluation {
  Evaluation(
    of: claims, against: [GoldDocument(id: "a", text: text, claims: gold)], decompose: decompose)
}

/// The levels at which one claim is right.
private func levels(
  _ gold: GoldClaim, _ change: (inout Claim) -> Void
) -> Set<EvaluationLevel> {
  var extracted = claim(gold, at: 0)
  change(&extracted)
  let evaluation = evaluate([extracted], [gold])
  return Set(
    EvaluationLevel.allCases.filter { evaluation.score($0).recall.tenThousandths == 10_000 })
}

private let all = Set(EvaluationLevel.allCases)

@Suite struct EvaluationTests {
  @Test func thePerfectTableScoresOneEverywhere() {
    let evaluation = evaluate(
      [claim(soldiers, at: 0), claim(wounded, at: 37), claim(civilians, at: 64)],
      [soldiers, wounded, civilians])
    for level in EvaluationLevel.allCases {
      #expect(evaluation.score(level) == EvaluationScore(hits: 3, gold: 3, extracted: 3))
    }
    #expect(evaluation.errors.isEmpty && evaluation.faults.isEmpty)
  }

  @Test func missedSpuriousAndWrongClaimsAreCountedAndListed() {
    var wrong = claim(wounded, at: 37)
    wrong.outcome = .killed
    let spurious = claim(soldiers, at: 90)
    let evaluation = evaluate(
      [claim(soldiers, at: 0), wrong, spurious], [soldiers, wounded, civilians])
    #expect((evaluation.documents, evaluation.goldClaims, evaluation.extracted) == (1, 3, 3))
    #expect(evaluation.score(.found).f1.description == "0.6667")
    #expect(evaluation.score(.value).f1.description == "0.6667")
    #expect(evaluation.score(.outcome).precision.description == "0.3333")
    #expect(
      evaluation.errors.map(\.kind) == [
        .wrong([.outcome, .victims, .party, .status, .source, .stance, .part, .row]), .missed,
        .spurious,
      ])
    #expect(evaluation.errors.map(\.gold) == [wounded, civilians, nil])
    #expect(evaluation.errors.map(\.claim) == [wrong, nil, spurious])
  }

  @Test func theTableIsLaidOutForATerminal() {
    let text = evaluate([claim(soldiers, at: 0)], [soldiers, wounded]).text
    #expect(
      text.hasPrefix(
        """
        documents 1   gold claims 2   extracted 1
        level      precision    recall        F1
        found          1.000     0.500     0.667
        value          1.000     0.500     0.667

        """))
    #expect(text.split(separator: "\n").count == 12)
  }

  @Test func eachLevelStandsOnItsOwnColumns() {
    #expect(levels(soldiers) { _ in } == all)
    #expect(levels(soldiers) { $0.span = TextSpan(start: 11, end: 20) } == [])
    #expect(levels(soldiers) { $0.span = nil } == [])
    #expect(levels(soldiers) { $0.span = TextSpan(start: 10, end: 20) } == all)
    #expect(levels(soldiers) { $0.quantity.low = 11 } == [.found])
    #expect(levels(soldiers) { $0.quantity.qualifier = .exact } == [.found])
    #expect(levels(soldiers) { $0.quantity.qualifier = .moreThan } == all)
    #expect(levels(soldiers) { $0.outcome = .casualties } == [.found, .value])
    #expect(levels(soldiers) { $0.victims = "people" } == all.subtracting([.victims]))
    #expect(levels(soldiers) { $0.victims = "a Soldier" } == all)
    #expect(levels(soldiers) { $0.party = "UKRAINE" } == all)
    #expect(levels(soldiers) { $0.party = "Russia" } == all.subtracting([.party, .row]))
    #expect(levels(soldiers) { $0.status = .civilian } == all.subtracting([.status]))
    #expect(levels(soldiers) { $0.attribution.source = "" } == all.subtracting([.source, .row]))
    #expect(levels(soldiers) { $0.stance = .denied } == all.subtracting([.stance, .row]))
    #expect(levels(soldiers) { $0.partOf = "1" } == all.subtracting([.part, .row]))
    #expect(levels(soldiers) { $0.partOf = " " } == all)
  }

  @Test(arguments: [
    ("Volodymyr Zelensky", "Zelensky", true), ("President Zelensky", "Volodymyr Zelensky", true),
    ("the Gaza Health Ministry", "Gaza's health ministry", true),
    ("Gaza’s Ministry", "the ministries of Gaza", true), ("police", "Police", true),
    ("the police", "a hospital", false), ("", "", true), ("", "police", false),
    ("the", "", true), ("UN", "U.N.", false), ("Rafé", "rafe\u{301}", true),
    ("Associated Press", "Press Association", true),
    ("Associated Press office", "Press Association board", false),
    ("the ﬁre service", "Fire services", true),
    ("Interior Ministry spokesman", "spokesman", true),
    ("defence ministry of Russia", "Ministry of Health of Russia", true),
    ("Straße", "STRASSE", true),
  ])
  func namesAgreeByTheirContentWords(_ extracted: String, _ annotated: String, _ agree: Bool) {
    var annotation = soldiers
    annotation.source = annotated
    #expect(levels(annotation) { $0.attribution.source = extracted }.contains(.source) == agree)
  }

  @Test func equalClaimsArePairedBeforeNearerOnes() {
    // Two claims on one expression: the one with the right outcome and value is taken.
    var rival = claim(soldiers, at: 0)
    rival.outcome = .casualties
    var right = claim(soldiers, at: 0)
    right.span = TextSpan(start: 5, end: 20)
    let evaluation = evaluate([rival, right], [soldiers])
    #expect(evaluation.score(.outcome).recall.description == "1.0")
    #expect(evaluation.errors.map(\.claim) == [rival])
  }

  @Test func anchorsThatSeveralAnnotationsShareAreFoundInTurn() {
    let document = GoldDocument(
      id: "a", text: "é 5 died. Then 5 died.",
      claims: [
        gold("5 died", "5", .exact, 5, .killed), gold("5 died", "5", .exact, 5, .killed),
        gold("nobody fell", "no", .exact, 0, .killed),
      ])
    let annotation = document.claims[0]
    let evaluation = Evaluation(
      of: [claim(annotation, at: 2), claim(annotation, at: 15)], against: [document],
      decompose: decompose)
    #expect(evaluation.goldClaims == 2)
    #expect(evaluation.score(.row).f1.description == "1.0")
    #expect(evaluation.faults.count == 1)
  }

  @Test func documentsAreMatchedByTheirLastName() {
    for id in ["a", "a.txt", "x/y/a.txt", "x\\a"] {
      let evaluation = Evaluation(
        of: [claim(soldiers, at: 0, document: id), claim(soldiers, at: 0, document: "b")],
        against: [GoldDocument(id: "a", text: text, claims: [soldiers])], decompose: decompose)
      #expect(evaluation.extracted == 1)
      #expect(evaluation.score(.row).f1.description == "1.0")
    }
  }

  @Test func nothingAgainstNothingIsZeroAndNotAnError() {
    let evaluation = evaluate([], [])
    #expect(evaluation.score(.found).f1.description == "0.0")
    #expect(
      evaluation.json.text.hasPrefix(#"{"documents":1,"gold":0,"claims":0,"levels":{"found":{"#))
  }
}

@Suite struct RoundedShareTests {
  @Test(arguments: [
    (0.0, "0.0", "0.000"), (1.0, "1.0", "1.000"), (2.0 / 3, "0.6667", "0.667"),
    (0.5, "0.5", "0.500"),
    // Ties that binary numbers hold exactly go to the even digit, at either rounding.
    (0.03125, "0.0312", "0.031"), (0.09375, "0.0938", "0.094"),
    // 0.0625 is exact, so its third decimal goes to the even 2.
    (0.0625, "0.0625", "0.062"), (0.1875, "0.1875", "0.188"),
    // 0.0005 lies a little above its name in binary.
    (0.0005, "0.0005", "0.001"), (1e-30, "0.0", "0.000"), (0.99996, "1.0", "1.000"),
  ])
  func sharesAreRoundedByTheirExactValue(_ share: Double, _ four: String, _ three: String) {
    #expect(RoundedShare(share).description == four)
    #expect(RoundedShare(share).threeDecimals == three)
  }
}
