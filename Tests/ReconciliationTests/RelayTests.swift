import ClaimModel
import Reconciliation
import Testing

/// What one document tells of a statement holds for another that relays it and tells nothing more.
@Suite struct RelayTests {
  private func claim(
    _ id: String, _ number: Int, party: String, source: String, in document: String,
    published: String = "2022-04-01", scope: Scope = .cumulative, place: String = ""
  ) -> Claim {
    var claim = Fixtures.claim(
      id, Quantity(.exact, number), .killed, party: party, source: source, document: document,
      publisher: document, published: published, scope: scope)
    claim.place = place
    claim.quote = id
    return claim
  }

  private func question(of id: String, in result: Reconciliation) -> QuestionRange? {
    result.ranges.first { range in
      range.answers.contains { $0.current == id || $0.echoes.contains(id) }
    }
  }

  @Test func `a relayed figure counts the war that the first document tells of`() {
    // Beside Syria's dead, Russia's are those of the war in Syria.
    let article = [
      claim("a", 5000, party: "Russia", source: "monitors", in: "1.txt"),
      claim("b", 70_000, party: "Syria", source: "monitors", in: "1.txt"),
    ]
    let relay = claim("c", 5000, party: "Russia", source: "monitors", in: "2.txt")
    #expect(
      question(of: "c", in: Fixtures.reconcile([relay]))?.key.conflict == "Russo-Ukrainian War")
    let result = Fixtures.reconcile(article + [relay])
    #expect(question(of: "c", in: result)?.key.conflict == "Syrian civil war")
    #expect(question(of: "c", in: result)?.echoes == 1)
    // Another figure, or the same by another origin, is another statement.
    var other = relay
    other.attribution.source = "the ministry"
    let apart = Fixtures.reconcile(article + [other])
    #expect(question(of: "c", in: apart)?.key.conflict == "Russo-Ukrainian War")
  }

  @Test func `a relayed toll is the incident's that the first document tells of`() {
    let article = [
      claim(
        "a", 12, party: "Ukraine", source: "police", in: "1.txt", scope: .incident, place: "Sumy"),
      claim("b", 15, party: "Ukraine", source: "medics", in: "1.txt"),
    ]
    let near = claim("c", 15, party: "Ukraine", source: "medics", in: "2.txt")
    let late = claim(
      "d", 15, party: "Ukraine", source: "medics", in: "3.txt", published: "2022-08-01")
    let result = Fixtures.reconcile(article + [near, late])
    #expect(question(of: "b", in: result)?.key.event == "2022-04-01, Sumy")
    #expect(question(of: "c", in: result)?.key.event == "2022-04-01, Sumy")
    // So small a number comes up again in another matter.
    #expect(question(of: "d", in: result)?.key.event == "")
  }

  @Test func `officials of two sides are two origins, and those of no side belong to the one`() {
    var claims = ["1.txt", "2.txt"].map {
      claim($0, 5000, party: "Ukraine", source: "officials", in: $0)
    }
    claims[0].attribution.side = "Russia"
    let one = Fixtures.reconcile(claims).ranges
    #expect(one.flatMap { $0.answers.map(\.origin) } == ["officials"])
    #expect(one.first?.answers.first?.perspective == .adversary)
    var ours = claim("3.txt", 900, party: "Ukraine", source: "Officials", in: "3.txt")
    ours.quantity = Quantity(.exact, 9000)
    ours.interval = Interval(exactly: 9000)
    ours.attribution.side = "Ukraine"
    let both = Fixtures.reconcile(claims + [ours]).ranges
    #expect(
      both.flatMap { $0.answers.map(\.origin) }
        == ["Russian officials", "Ukrainian officials", "officials"])
    #expect(both.first?.grade == .contested)
  }

  @Test func `a figure that was printed again by one origin is for the event that has it`() {
    func report(_ id: String, _ source: String, in document: String, _ place: String) -> Claim {
      claim(id, 34, party: "Ukraine", source: source, in: document, scope: .incident, place: place)
    }
    let claims = [
      report("a", "police", in: "1.txt", "Sumy"), report("b", "medics", in: "2.txt", "Kharkiv"),
      report("c", "medics", in: "3.txt", ""),
    ]
    let result = Fixtures.reconcile(claims)
    #expect(question(of: "c", in: result)?.key.event == "2022-04-01, Kharkiv")
    #expect(question(of: "a", in: result)?.key.event == "2022-04-01, Sumy")
  }
}
