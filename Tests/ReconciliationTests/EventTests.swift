import ClaimModel
import Testing

@testable import Reconciliation

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
        "reuters.txt reports on Sumy within a day, with a figure within 1.03 times"
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

  @Test func `a bombing and a flood are never one event`() {
    var digest = [
      report("a", 41, in: "1.txt", quote: "Bombings killed 41 in Sumy."),
      report("b", 6, in: "1.txt", place: "", quote: "Six were hurt.", start: 30),
      report("c", 600, in: "1.txt", place: "", quote: "Floods may have killed 600.", start: 60),
      report("d", 300, in: "1.txt", place: "", quote: "Agencies spoke of 300 at first.", start: 90),
    ]
    for index in digest.indices { digest[index].attribution.source = "source \(index)" }
    let found = events(digest)
    #expect(found["a"] == found["b"])
    #expect(found["c"] == found["d"])
    #expect(found["a"] != found["c"])
    // Nor across documents, where the figure is the same.
    let two = events([
      report("a", 41, in: "1.txt", quote: "A rocket killed 41 in Sumy."),
      report("b", 41, in: "2.txt", quote: "The quake killed 41 in Sumy."),
    ])
    #expect(two["a"] != two["b"])
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

  @Test func `what counts one event is one question, whether its words say its scope or not`() {
    var unsaid = report("b", 28, in: "1.txt", place: "", day: "", source: "medics", start: 40)
    unsaid.scope = .unknown
    let claims = [report("a", 24, in: "1.txt"), unsaid]
    let ranges = Fixtures.reconcile(claims).ranges
    #expect(ranges.map(\.key.scope) == [.incident])
    #expect(ranges.map(\.answers.count) == [2])
    var named = claims
    for index in named.indices { named[index].event = "Palm Sunday strike" }
    #expect(Fixtures.reconcile(named).ranges.map(\.key.scope) == [.incident])
    var apart = ReconciliationOptions()
    apart.unknownScope = .apart
    #expect(Fixtures.reconcile(claims, options: apart).ranges.count == 2)
    #expect(Fixtures.reconcile(named, options: apart).ranges.count == 2)
    // Where nothing says that it is an incident, nothing is made up.
    #expect(Fixtures.reconcile([unsaid]).ranges.map(\.key.scope) == [.unknown])
  }

  @Test func `a death toll so far is the incident's that its document tells`() {
    var toll = report("b", 5, in: "1.txt", place: "", day: "", source: "medics", start: 40)
    toll.scope = .cumulative
    let ranges = Fixtures.reconcile([report("a", 2, in: "1.txt"), toll]).ranges
    #expect(ranges.map(\.key.event) == ["2025-04-13, Sumy"])
    #expect(ranges.map(\.low) == [2] && ranges.map(\.high) == [5])
    // Alone, and where its words say where it starts, it counts its war.
    #expect(Fixtures.reconcile([toll]).ranges.map(\.key.conflict) == ["Russo-Ukrainian War"])
    var since = toll
    since.when = "since the start of the invasion"
    let apart = Fixtures.reconcile([report("a", 2, in: "1.txt"), since]).ranges
    #expect(Set(apart.map(\.key.conflict)) == ["", "Russo-Ukrainian War"])
    // A whole war's number is no incident's.
    var large = toll
    large.quantity = Quantity(.exact, 46_000)
    large.interval = Interval(exactly: 46_000)
    #expect(Fixtures.reconcile([report("a", 2, in: "1.txt"), large]).ranges.count == 2)
  }

  @Test func `a running count of a named event is none of its war's`() {
    func running(_ id: String, _ count: Int, _ event: String, _ when: String = "") -> Claim {
      var claim = Fixtures.claim(
        id, Quantity(.exact, count), .killed, party: "Russia", source: "Source \(id)", event: event)
      claim.when = when
      return claim
    }
    let claims = [
      running("a", 20_000, "Battle of Bakhmut"), running("b", 16_000, "Battle of Bakhmut"),
      running("c", 200_000, ""),
      running("d", 180_000, "Battle of Bakhmut", "since the start of the war"),
    ]
    let ranges = Fixtures.reconcile(claims).ranges
    let battle = ranges.first { $0.key.event == "Battle of Bakhmut" }
    let war = ranges.first { $0.key.conflict == "Russo-Ukrainian War" }
    #expect(ranges.count == 2)
    #expect(battle?.high == 20_000 && battle?.low == 16_000)
    #expect(war?.high == 200_000 && war?.low == 180_000)
  }

  @Test func `counts of nobody known to be related are not compared`() {
    func running(_ id: String, _ count: Int, _ document: String, _ place: String = "") -> Claim {
      var claim = Fixtures.claim(
        id, Quantity(.exact, count), .killed, source: "Source \(id)", document: document)
      claim.place = place
      return claim
    }
    let claims = [
      running("a", 26, "roads.txt"), running("b", 100, "floods.txt"),
      running("c", 7, "1.txt", "in Quito"), running("d", 9, "2.txt", "Quito"),
    ]
    let ranges = Fixtures.reconcile(claims).ranges
    #expect(ranges.map(\.key.event) == ["Quito", "floods.txt", "roads.txt"])
    #expect(ranges[0].answers.count == 2)
  }

  @Test func `a figure that stands aside does not take what follows with it`() {
    let claims = [
      report("a", 14, in: "1.txt", quote: "Fourteen were killed in Sumy.", source: "monitors"),
      report(
        "b", 2, in: "1.txt", place: "", day: "", quote: "A man died beside two of his daughters.",
        source: "monitors", start: 30),
      report("c", 13, in: "1.txt", place: "", day: "", source: "medics", start: 60),
    ]
    let found = events(claims)
    #expect(found["c"] == found["a"])
    #expect(found["b"] != found["a"])
  }

  @Test(arguments: [
    ("the northern city of Sumy, Ukraine", "Sumy"), ("In Baghdad", "Baghdad"),
    ("in Batn al-Sameen", "Batn al-Sameen"), ("in Kirkuk city", "Kirkuk"),
    ("in restive ethnically-mixed Diyala province", "Diyala"), ("at the hospital", ""),
    ("in 18 cities", ""), ("south of Baghdad", "south of Baghdad"),
    ("to the southwest of San Salvador", "southwest of San Salvador"),
    ("near a Syrian mosque", "Syrian mosque"),
    ("near the Zaporizhzhia nuclear power plant", "Zaporizhzhia nuclear power"),
    ("IN THE TOWN OF TAJI", "TAJI"), ("", ""),
  ]) func `places are named as people name them`(phrase: String, name: String) {
    let found = PlaceName(phrase, Fixtures.facts)
    #expect(found.name == name)
  }

  @Test func `two sides of a town are two places`() {
    let claims = [
      report("a", 25, in: "1.txt", place: "south of Sumy"),
      report("b", 9, in: "1.txt", place: "north of Sumy", source: "medics", start: 30),
    ]
    #expect(
      events(claims) == ["a": "2025-04-13, south of Sumy", "b": "2025-04-13, north of Sumy"])
  }

  @Test func `an event is dated as finely as its claims are`() {
    #expect(
      events([report("a", 25, in: "1.txt", day: "", published: "2012-07")])
        == ["a": "2012-07, Sumy"])
  }

  @Test func `a headline that names the country goes with what follows it`() {
    let claims = [
      report("a", 34, in: "1.txt", place: "in Ukraine", quote: "34 killed in Ukraine blast."),
      report("b", 117, in: "1.txt", outcome: .injured, start: 20),
      report("c", 34, in: "1.txt", quote: "A blast killed 34 people in Sumy.", start: 60),
    ]
    #expect(Set(events(claims).values) == ["2025-04-13, Sumy"])
    // A country's toll of a day that no place gives is another thing than the towns'.
    var day = claims
    day[0].quantity = Quantity(.exact, 107)
    #expect(Set(events(day).values).count == 2)
  }

  @Test func `in one country on one day two reports need an equal figure to be one`() {
    let claims = [
      report("a", 34, in: "1.txt", place: "in Ukraine"),
      report("b", 20, in: "2.txt", place: "across Ukraine"),
      report("c", 34, in: "3.txt", place: "Ukraine"),
    ]
    let found = events(claims)
    #expect(found["a"] == found["c"])
    #expect(found["a"] != found["b"])
  }

  @Test func `a figure without a time is for the period of its sentence`() {
    let sentence = "In June at least 282 were killed, by one tally, though the government said 131."
    var tally = report("a", 282, in: "1.txt", place: "", day: "2012-06", quote: sentence)
    tally.scope = .period
    var government = report(
      "b", 131, in: "1.txt", place: "", day: "", quote: sentence, source: "government", start: 60)
    government.scope = .unknown
    let incident = report("c", 107, in: "1.txt", start: 10)
    let ranges = Fixtures.reconcile([tally, government, incident]).ranges
    #expect(ranges.map(\.key.event) == ["2025-04-13, Sumy", "2012-06"])
    #expect(ranges[1].low == 131 && ranges[1].high == 282)
    // Where a sentence gives two periods, nobody can say which.
    var other = tally
    other.id = "d"
    other.from = PartialDate("2012-05")
    other.to = other.from
    let unsure = Fixtures.reconcile([tally, other, government, incident]).ranges
    #expect(unsure.first { $0.key.event == "2012-06" }?.low == 282)
  }

  @Test func `a large figure that its document gives for an incident is not a war's`() {
    let battle = report("a", 15_000, in: "1.txt", source: "the army")
    var again = report("b", 15_000, in: "1.txt", place: "", day: "", source: "medics", start: 30)
    again.scope = .unknown
    let ranges = Fixtures.reconcile([battle, again]).ranges
    #expect(ranges.map(\.key.scope) == [.incident] && ranges[0].answers.count == 2)
  }

  @Test func `a capital is a town, though its name stands for a government`() {
    #expect(PlaceName("across Ukraine", Fixtures.facts).isWide)
    #expect(!PlaceName("in Kyiv", Fixtures.facts).isWide)
  }

  @Test func `a small count from a start of its own is no war's`() {
    func since(_ id: String, _ count: Int, _ from: String, in document: String) -> Claim {
      var claim = Fixtures.claim(
        id, Quantity(.exact, count), .killed, party: "Ukraine", source: "Source \(id)",
        document: document)
      claim.when = "since the ceasefire"
      claim.from = PartialDate(from)
      return claim
    }
    let claims = [
      since("a", 12, "2025-01-19", in: "1.txt"), since("b", 14, "2025-01-19", in: "2.txt"),
      since("c", 7, "", in: "3.txt"), since("d", 46_000, "2025-01-19", in: "4.txt"),
    ]
    let ranges = Fixtures.reconcile(claims).ranges
    #expect(ranges.map(\.key.event) == ["", "3.txt", "since 2025-01-19"])
    #expect(ranges.allSatisfy { $0.key.conflict == "Russo-Ukrainian War" })
    #expect(ranges[2].answers.count == 2)
  }
}
