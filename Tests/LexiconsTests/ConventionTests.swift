import ClaimModel
import DelimitedText
import Lexicons
import Testing
import TestSupport

@Suite struct ConventionTests {
  /// A number, its words and what the default convention makes of it: the rows of the design.
  static let examples: [(Quantity, String, Interval)] = [
    (Quantity(.exact, 46_000), "46,000", Interval(exactly: 46_000)),
    (Quantity(.exact, 0), "no", Interval(exactly: 0)),
    (
      Quantity(.about, 1_000_000), "roughly 1,000,000",
      Interval(low: 900_000, best: 1_000_000, high: 1_100_000)
    ),
    (
      Quantity(.about, 46_000), "about 46,000",
      Interval(low: 45_500, best: 46_000, high: 46_500)
    ),
    (Quantity(.about, 1_250), "about 1,250", Interval(low: 1_245, best: 1_250, high: 1_255)),
    (Quantity(.about, 20), "about 20", Interval(low: 18, best: 20, high: 22)),
    (Quantity(.about, 7), "about 7", Interval(low: 7, best: 7, high: 7)),
    (
      Quantity(.about, 1_200_000), "some 1.2 million",
      Interval(low: 1_150_000, best: 1_200_000, high: 1_250_000)
    ),
    (Quantity(.nearly, 100), "nearly 100", Interval(low: 90, best: 95, high: 100)),
    (Quantity(.nearly, 30), "almost 30", Interval(low: 27, best: 29, high: 30)),
    (Quantity(.atLeast, 20), "at least 20", Interval(low: 20, best: 20, high: nil)),
    (Quantity(.moreThan, 20), "more than 20", Interval(low: 21, best: 21, high: nil)),
    (Quantity(.atMost, 20), "up to 20", Interval(low: 0, best: nil, high: 20)),
    (Quantity(.fewerThan, 20), "fewer than 20", Interval(low: 0, best: nil, high: 19)),
    (Quantity(.fewerThan, 0), "fewer than 0", Interval(low: 0, best: nil, high: 0)),
    (Quantity(.range, 5, 10), "between 5 and 10", Interval(low: 5, best: 8, high: 10)),
    (Quantity(.range, 5, 9), "5 to 9", Interval(low: 5, best: 7, high: 9)),
    (Quantity(.indefinite, 1), "several", Interval(low: 2, best: 3, high: 9)),
    (Quantity(.indefinite, 1), "a few", Interval(low: 2, best: 3, high: 9)),
    (Quantity(.indefinite, 1), "a handful of", Interval(low: 2, best: 3, high: 9)),
    (Quantity(.indefinite, 12), "dozens", Interval(low: 24, best: 36, high: 99)),
    (Quantity(.indefinite, 12), "several dozen", Interval(low: 24, best: 36, high: 99)),
    (Quantity(.indefinite, 20), "scores", Interval(low: 40, best: 60, high: 99)),
    (Quantity(.indefinite, 10), "tens", Interval(low: 20, best: 30, high: 99)),
    (Quantity(.indefinite, 100), "Hundreds", Interval(low: 200, best: 300, high: 999)),
    (
      Quantity(.indefinite, 10_000), "tens of thousands",
      Interval(low: 20_000, best: 30_000, high: 99_999)
    ),
    (
      Quantity(.indefinite, 1_000_000), "millions",
      Interval(low: 2_000_000, best: 3_000_000, high: 9_999_999)
    ),
    (
      Quantity(.indefinite, 100_000), "a few hundred thousand",
      Interval(low: 200_000, best: 300_000, high: 900_000)
    ),
    (Quantity(.indefinite, 100), "Several hundred", Interval(low: 200, best: 300, high: 900)),
    (
      Quantity(.indefinite, 1_000), "a handful of thousands",
      Interval(low: 2_000, best: 3_000, high: 5_000)
    ),
  ]

  @Test(arguments: examples)
  func theDefaultConventionReadsTheRowsOfTheDesign(
    quantity: Quantity, expression: String, expected: Interval
  ) throws {
    let reading = try Convention().interval(
      for: quantity, expression: expression, outcome: .killed)
    #expect(reading.interval == expected)
    #expect(reading.convention == "interval")
  }

  /// A convention, a number, its words, the interval and who made it.
  static let published: [(String, Quantity, String, Outcome, Interval, String)] = [
    ("acled", Quantity(.indefinite, 1), "several", .killed, Interval(exactly: 3), "acled"),
    ("acled", Quantity(.indefinite, 10), "tens", .killed, Interval(exactly: 10), "acled"),
    ("acled", Quantity(.indefinite, 12), "dozens", .killed, Interval(exactly: 12), "acled"),
    ("acled", Quantity(.indefinite, 100), "hundreds", .killed, Interval(exactly: 100), "acled"),
    ("acled", Quantity(.atLeast, 40), "at least 40", .killed, Interval(exactly: 40), "acled"),
    ("acled", Quantity(.exact, 40), "40", .casualties, Interval(exactly: 0), "acled"),
    (
      "acled", Quantity(.nearly, 100), "nearly 100", .killed,
      Interval(low: 90, best: 95, high: 100), "interval"
    ),
    ("airwars", Quantity(.indefinite, 1), "several", .killed, Interval(exactly: 2), "airwars"),
    (
      "airwars", Quantity(.indefinite, 12), "dozens", .killed,
      Interval(low: 12, best: nil, high: 24), "airwars"
    ),
    (
      "airwars", Quantity(.indefinite, 20), "scores", .killed,
      Interval(low: 40, best: 60, high: 99), "interval"
    ),
    (
      "airwars", Quantity(.atLeast, 9), "at least 9", .killed,
      Interval(low: 9, best: 9, high: nil), "airwars"
    ),
    (
      "gtd", Quantity(.indefinite, 12), "dozens", .killed,
      Interval(low: nil, best: nil, high: nil), "gtd"
    ),
    ("gtd", Quantity(.atLeast, 9), "at least 9", .killed, Interval(exactly: 9), "gtd"),
    ("ccc", Quantity(.indefinite, 100), "hundreds", .killed, Interval(exactly: 200), "ccc"),
    (
      "ccc", Quantity(.indefinite, 10_000), "tens of thousands", .killed,
      Interval(exactly: 20_000), "ccc"
    ),
    (
      "ccc", Quantity(.indefinite, 100), "a few hundred", .killed,
      Interval(low: 200, best: 300, high: 900), "interval"
    ),
    ("ucdp", Quantity(.exact, 5), "5", .killed, Interval(exactly: 5), "ucdp"),
    (
      "ucdp", Quantity(.moreThan, 5), "over 5", .killed,
      Interval(low: 6, best: 6, high: nil), "interval"
    ),
  ]

  @Test(arguments: published.indices)
  func publishedConventionsKeepTheirRulesAndElseTheDefault(index: Int) throws {
    let (name, quantity, expression, outcome, expected, maker) = Self.published[index]
    let reading = try Convention(named: name).interval(
      for: quantity, expression: expression, outcome: outcome)
    #expect(reading.interval == expected)
    #expect(reading.convention == maker)
  }

  @Test func theTablesOfExamplesAreNotEmpty() {
    #expect(Self.examples.count >= 30)
    #expect(Set(Self.published.map(\.0)).union(["interval"]) == Set(Convention.names()))
  }

  @Test func lowIsNotAboveBestNorBestAboveHigh() throws {
    var random = SeededGenerator(seed: 7)
    let expressions = ["several hundred", "hundreds", "a handful of", "dozens", "about 5", ""]
    var seen = 0
    for name in Convention.names() {
      let convention = try Convention(named: name)
      for qualifier in Qualifier.allCases {
        for round in 0..<400 {
          let width = UInt64.random(in: 1...63, using: &random)
          let low = Int(random.next() >> (64 - width))
          let more = qualifier == .range ? Int(random.next() >> (64 - width)) : low
          let number = round == 0 ? Int.max : low
          let quantity = Quantity(qualifier, number, round == 0 ? Int.max : more)
          let outcome = Outcome.allCases.randomElement(using: &random) ?? .killed
          let interval = convention.interval(
            for: quantity, expression: expressions[round % expressions.count], outcome: outcome
          ).interval
          let present = [interval.low, interval.best, interval.high].compactMap(\.self)
          #expect(present == present.sorted(), "\(name) \(quantity)")
          #expect(present.allSatisfy { $0 >= 0 })
          seen += 1
        }
      }
    }
    #expect(seen == Convention.names().count * Qualifier.allCases.count * 400)
  }

  @Test func theDefaultHoldsWhatWasSaid() throws {
    let convention = try Convention()
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let number = Int.random(in: 0...5_000_000, using: &random)
      for qualifier in [Qualifier.exact, .about, .nearly, .atLeast, .atMost] {
        let interval = convention.interval(
          for: Quantity(qualifier, number), expression: "", outcome: .killed
        ).interval
        #expect(interval.contains(Interval(exactly: number)), "\(qualifier) \(number)")
      }
    }
  }

  @Test func anUnknownConventionIsToldWithTheKnownOnes() throws {
    let fault = #expect(throws: InputFault.self) { try Convention(named: "acme") }
    #expect(try #require(fault).advice.contains("acled, airwars, ccc, gtd, interval, ucdp"))
  }

  @Test(arguments: [
    ("exact,,,,N *2,N,N,x", "line 2, column 'low'"),
    ("exact,,,,N,N,q,x", "line 2, column 'high'"),
    ("exact,,,,N,,N,", "line 2, column 'codebook'"),
    ("maybe,,,,N,N,N,x", "line 2, column 'qualifier'"),
    ("exact,dead,,,N,N,N,x", "line 2, column 'outcome'"),
    ("exact,,,none,N,N,N,x", "line 2, column 'unit'"),
  ])
  func aFaultNamesTheCell(row: String, location: String) throws {
    let table = "qualifier,outcome,term,unit,low,best,high,codebook\n\(row)\n"
    let files = DataFiles(replacing: ["conventions/house.csv": Array(table.utf8)])
    let fault = #expect(throws: InputFault.self) { try Convention(named: "house", from: files) }
    #expect(try #require(fault).subject == "conventions/house.csv")
    #expect(try #require(fault).location == location)
  }

  @Test func aDefaultThatMissesAQualifierIsRefused() {
    let table = "qualifier,low,best,high,codebook\nexact,N,N,N,x\n"
    let files = DataFiles(replacing: ["conventions/interval.csv": Array(table.utf8)])
    #expect(throws: InputFault.self) { try Convention(from: files) }
  }
}
