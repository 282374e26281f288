import ClaimModel
import ClaimTables
import TestSupport
import Testing

@Suite struct ClaimIDTests {
  static func claim(
    _ quote: String, _ expression: String, at start: Int, document: String = "a.txt",
    _ outcome: Outcome = .killed
  ) -> Claim {
    var claim = Claim(
      quantity: Quantity(.exact, 1), interval: Interval(exactly: 1), outcome: outcome)
    claim.documentID = document
    claim.quote = quote
    claim.expression = expression
    claim.span = TextSpan(start: start, end: start + expression.unicodeScalars.count)
    return claim
  }

  static func ids(_ claims: [Claim]) -> [String] {
    var claims = claims
    ClaimID.assign(to: &claims)
    return claims.map(\.id)
  }

  static let sentence = "12 died and 12 were hurt."

  @Test func idsAreSixteenHexadecimalDigitsAndFixedForever() {
    let ids = Self.ids([
      Self.claim(Self.sentence, "12", at: 0), Self.claim(Self.sentence, "12", at: 12, .injured),
    ])
    #expect(Set(ids).count == 2)
    for id in ids {
      #expect(id.utf8.count == 16)
      #expect(id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    }
    // A change of these digits breaks every review file that names claims by them.
    #expect(ids == ["c8e07e080babf373", "8cd2f169d46b898b"])
  }

  @Test func editsElsewhereInTheDocumentChangeNothing() {
    let before = Self.ids([Self.claim(Self.sentence, "12", at: 0)])
    let after = Self.ids([
      Self.claim("Another 3 died.", "3", at: 0), Self.claim(Self.sentence, "12", at: 500),
      Self.claim(Self.sentence, "12", at: 0, document: "b.txt"),
    ])
    #expect(after[1] == before[0])
    #expect(Set(after).count == 3)
  }

  @Test func equalsAreToldApartInReadingOrderWhateverTheOrderOfRows() {
    let first = Self.claim(Self.sentence, "12", at: 0)
    let second = Self.claim(Self.sentence, "12", at: 90)
    let ids = Self.ids([first, second])
    #expect(ids[0] != ids[1])
    #expect(Self.ids([second, first]) == [ids[1], ids[0]])
    #expect(Self.ids([first]) == [ids[0]])
  }

  @Test func rowsWithoutAQuoteAreKnownByTheirFigures() {
    var claim = Claim(
      quantity: Quantity(.exact, 5), interval: Interval(exactly: 5), outcome: .killed)
    claim.attribution.source = "the ministry"
    claim.party = "Ukraine"
    var seen = Set(Self.ids([claim]))
    for change: (inout Claim) -> Void in [
      { $0.documentID = "x" }, { $0.attribution.source = "y" }, { $0.party = "Russia" },
      { $0.outcome = .injured }, { $0.status = .military }, { $0.stance = .denied },
      { $0.quantity.low = 4 }, { $0.quantity.high = 6 }, { $0.when = "today" },
      { $0.from = PartialDate(year: 2024) }, { $0.to = PartialDate(year: 2024) },
      { $0.place = "Kyiv" }, { $0.event = "e" },
    ] {
      var other = claim
      change(&other)
      #expect(seen.insert(Self.ids([other])[0]).inserted)
    }
    claim.publisher = "another paper"
    claim.rule = "another rule"
    #expect(seen.contains(Self.ids([claim])[0]))
  }

  @Test func givenIdsAreKept() {
    var claim = Self.claim(Self.sentence, "12", at: 0)
    claim.id = "mine"
    #expect(Self.ids([claim]) == ["mine"])
  }

  @Test func aStreamGivesTheSameIdsAsAWholeTable() {
    var generator = SeededGenerator(seed: 4)
    var claims = (0..<300).map { index in
      Self.claim(
        Self.sentence, Bool.random(using: &generator) ? "12" : "hurt", at: index,
        document: "\(Int.random(in: 0..<9, using: &generator))")
    }
    var stream = ClaimID()
    var streamed = claims
    for index in streamed.indices { stream.assign(to: &streamed[index]) }
    ClaimID.assign(to: &claims)
    #expect(streamed == claims)
    #expect(Set(claims.map(\.id)).count == claims.count)
  }
}
