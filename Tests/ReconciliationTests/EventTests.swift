import ClaimModel
import Reconciliation
import Testing

/// Incidents that no table names: which reports are put together, which are kept apart, and why.
@Suite struct EventTests {
  private func report(
    _ id: String, _ count: Int, in document: String, place: String = "Sumy",
    day: String = "2025-04-13",
    published: String = "2025-04-13", quote: String = "", source: String = "officials",
    outcome: Outcome = .killed, party: String = "Ukraine", start: Int = 0
  ) -> Claim {
    var claim = Fixtures.claim(
      id, Quantity(.exact, count), outcome, party: party, source: source, document: document,
      published: published, to: day, scope: .incident)
    claim.from = PartialDate(day)
    claim.place = place
    claim.quote = quote.isEmpty ? "\(count) people in \(document)." : quote
    claim.span = TextSpan(start: start, end: start + 2)
    return claim
  }

  private func events(
    _ claims: [Claim], _ change: (inout EventOptions) -> Void = { _ in }
  ) -> [String: String] {
    var options = ReconciliationOptions()
    change(&options.events)
    var events: [String: String] = [:]
    for group in Fixtures.reconcile(claims, options: options).events {
      for id in group.claims { events[id] = group.event }
    }
    return events
  }

  @Test func `two outlets' reports on one attack land together`() throws {
    let claims = [
      report("a", 34, in: "bbc.txt"),
      report("b", 117, in: "bbc.txt", outcome: .injured, start: 20),
      report("c", 35, in: "reuters.txt", place: "the northern city of Sumy", day: "2025-04-14"),
    ]
    #expect(
      events(claims) == ["a": "2025-04-13, Sumy", "b": "2025-04-13, Sumy", "c": "2025-04-13, Sumy"])
    let group = try #require(Fixtures.reconcile(claims).events.first)
    #expect(
      group.reasons == [
        "reuters.txt reports on Sumy within 1 day(s), with a figure within 1.03 times"
      ])
  }

  @Test func `other towns and other days are other events`() {
    let claims = [
      report("a", 34, in: "1.txt"), report("b", 34, in: "2.txt", place: "Kharkiv"),
      report("c", 34, in: "3.txt", day: "2025-04-20", published: "2025-04-20"),
    ]
    #expect(Set(events(claims).values).count == 3)
  }

  @Test func `two attacks on one day in one town stay apart where the text tells them apart`() {
    let claims = [
      report("a", 12, in: "1.txt", quote: "A bomb killed 12 in Sumy."),
      report(
        "b", 5, in: "1.txt", quote: "In a separate attack in Sumy, gunmen killed five.", start: 30),
      report("c", 12, in: "2.txt", quote: "Twelve died in the Sumy bombing."),
      report("d", 5, in: "3.txt", quote: "Gunmen killed five in Sumy."),
    ]
    let events = events(claims)
    #expect(events["a"] == events["c"])
    #expect(events["b"] == events["d"])
    #expect(events["a"] != events["b"])
  }

  @Test func `another number by the same source for the same victims is another event`() {
    let claims = [
      report("a", 12, in: "1.txt", quote: "Twelve died."),
      report("b", 60, in: "1.txt", quote: "Sixty died.", start: 30),
    ]
    #expect(Set(events(claims).values).count == 2)
    var other = claims
    other[1].attribution.source = "medics"
    #expect(Set(events(other).values).count == 1)
    // A toll that rises in one sentence is one toll.
    var rising = claims
    for index in rising.indices { rising[index].quote = "The toll rose to 60 from 12." }
    #expect(Set(events(rising).values).count == 1)
  }

  @Test func `a report without a place joins the one event of its day with its figure`() {
    let claims = [
      report("a", 34, in: "1.txt"), report("b", 34, in: "2.txt", place: ""),
      report("c", 71, in: "3.txt", place: ""),
    ]
    let found = events(claims)
    #expect(found["a"] == found["b"])
    #expect(found["c"] == "2025-04-13, 3.txt")
    // With two such events nobody can say which.
    let two = claims + [report("d", 34, in: "4.txt", place: "Kharkiv")]
    #expect(events(two)["b"] == "2025-04-13, 2.txt")
  }

  @Test func `the grouping can be adjusted and switched off`() {
    let claims = [
      report("a", 10, in: "1.txt"), report("b", 90, in: "2.txt"),
      report("c", 10, in: "3.txt", day: "2025-04-17", published: "2025-04-17"),
    ]
    #expect(Set(events(claims).values).count == 3)
    #expect(Set(events(claims) { $0.factor = 10_000 }.values).count == 2)
    #expect(Set(events(claims) { $0.days = 5 }.values).count == 2)
    let same = [report("a", 10, in: "1.txt"), report("b", 10, in: "2.txt")]
    #expect(Set(events(same).values).count == 1)
    #expect(Set(events(same) { $0.isOn = false }.values).count == 2)
  }

  @Test func `an event that the table names is left as it is`() {
    var named = report("a", 34, in: "1.txt")
    named.event = "Palm Sunday strike"
    let result = Fixtures.reconcile([named])
    #expect(result.events.isEmpty)
    #expect(result.ranges.map(\.key.event) == ["Palm Sunday strike"])
  }

  @Test func `a toll that rises over days is revised, not contradicted`() {
    let claims = [
      report("a", 20, in: "1.txt"), report("b", 34, in: "2.txt", published: "2025-04-14"),
    ]
    let result = Fixtures.reconcile(claims)
    #expect(result.ranges.count == 1 && result.ranges[0].low == 34)
    #expect(result.findings.map(\.kind) == [.revision])
  }
}
