import ClaimModel
import Testing

@testable import Reconciliation

/// Marzullo's algorithm on the published vectors, on ties and on open ends.
@Suite struct MarzulloTests {
  struct Case: Sendable, CustomStringConvertible {
    var intervals: [(Int?, Int?)]
    var agreements: [(low: Int?, high: Int?, by: Int)]
    var description: String { "\(intervals)" }
  }

  static let cases = [
    Case(intervals: [(8, 12), (11, 13), (10, 12)], agreements: [(11, 12, 3)]),
    Case(intervals: [(8, 12), (11, 13), (14, 15)], agreements: [(11, 12, 2)]),
    Case(intervals: [(8, 9), (8, 12), (10, 12)], agreements: [(8, 9, 2), (10, 12, 2)]),
    // Closed intervals meet where they touch.
    Case(intervals: [(1, 5), (5, 9)], agreements: [(5, 5, 2)]),
    Case(intervals: [(3, 3), (3, 3), (4, 4)], agreements: [(3, 3, 2)]),
    // Nobody agrees: every interval is as good as any.
    Case(intervals: [(1, 2), (4, 5)], agreements: [(1, 2, 1), (4, 5, 1)]),
    // Open ends take part.
    Case(intervals: [(20, nil), (25, 30), (28, nil)], agreements: [(28, 30, 3)]),
    Case(intervals: [(nil, 10), (5, nil)], agreements: [(5, 10, 2)]),
    Case(intervals: [(20, nil), (30, nil)], agreements: [(30, nil, 2)]),
    // What says nothing agrees with nothing.
    Case(intervals: [(nil, nil), (5, 6)], agreements: [(5, 6, 1)]),
    Case(intervals: [], agreements: []),
  ]

  @Test(arguments: cases) func `the smallest intervals that the most agree on`(_ example: Case) {
    let intervals = example.intervals.map { Interval(low: $0.0, best: nil, high: $0.1) }
    let found = Marzullo.agreements(of: intervals)
    #expect(found.map(\.interval.low) == example.agreements.map(\.low))
    #expect(found.map(\.interval.high) == example.agreements.map(\.high))
    #expect(found.map(\.members.count) == example.agreements.map(\.by))
    for agreement in found {
      #expect(agreement.members.allSatisfy { intervals[$0].contains(agreement.interval) })
    }
  }

  @Test func `there are cases`() { #expect(Self.cases.count == 11) }
}

/// Ratios and severities in whole thousandths.
@Suite struct OrderOfMagnitudeTests {
  @Test(arguments: [
    (435_000, 46_000, 9457, 976), (10, 1, 10_000, 1000), (1, 1, 1000, 0), (2, 1, 2000, 301),
    (900_000, 46_000, 19_565, 1291), (1001, 1000, 1001, 0), (Int.max, 1, Int.max, 18_965),
    (1_000_000, 1, 1_000_000_000, 6000), (999, 1, 999_000, 3000), (3, 2, 1500, 176),
  ]) func `a gap has a ratio and a severity`(high: Int, low: Int, ratio: Int, severity: Int) {
    #expect(OrderOfMagnitude.ratio(high, over: low) == ratio)
    #expect(OrderOfMagnitude.severity(high, over: low) == severity)
  }

  @Test func `nothing is no divisor`() {
    #expect(OrderOfMagnitude.ratio(12, over: 0) == nil)
    #expect(OrderOfMagnitude.severity(12, over: 0) == 1079)
    #expect(OrderOfMagnitude.severity(0, over: 0) == 0)
    #expect(OrderOfMagnitude.severity(5, over: 9) == 0)
  }
}

/// Numbers and names as sentences write them.
@Suite struct WordingTests {
  @Test(arguments: [
    (46_000, "46,000"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (0, "0"),
  ]) func `digits are grouped`(count: Int, text: String) {
    #expect(Wording.grouped(count) == text)
  }

  @Test(arguments: [
    (Quantity(.about, 1_000_000), "about 1 million"),
    (Quantity(.about, 1_200_000), "about 1.2 million"),
    (Quantity(.exact, 1_000_000), "1,000,000"), (Quantity(.atLeast, 20), "at least 20"),
    (Quantity(.atMost, 30), "at most 30"), (Quantity(.range, 200, 3000), "200 to 3,000"),
    (Quantity(.nearly, 500), "nearly 500"), (Quantity(.moreThan, 1_250_000), "more than 1,250,000"),
    (Quantity(.fewerThan, 9), "fewer than 9"),
  ]) func `a figure keeps its hedge`(quantity: Quantity, text: String) {
    #expect(
      Wording.figure(quantity, expression: "", interval: Interval(exactly: quantity.low)) == text)
  }

  @Test func `a vague word is quoted with what it was read as`() {
    let interval = Interval(low: 200_000, best: 300_000, high: 900_000)
    #expect(
      Wording.figure(
        Quantity(.indefinite, 100_000), expression: "a few hundred thousand", interval: interval)
        == "'a few hundred thousand' (200,000 to 900,000)")
    #expect(
      Wording.figure(
        Quantity(.indefinite, 12), expression: "dozens",
        interval: Interval(low: nil, best: nil, high: nil)) == "'dozens'")
  }

  @Test(arguments: [
    ("The New York Times", "The New York Times's", false), ("officials", "officials'", true),
    ("Independent journalists and commentators", "Independent journalists and commentators'", true),
    ("Volodymyr Zelensky", "Volodymyr Zelensky's", false), ("police", "police's", true),
    ("United Nations", "United Nations'", false),
    ("Reuters and Interfax", "Reuters and Interfax's", true),
    ("Officials", "Officials'", true),
    ("MILITARY SPOKESMEN FOR THE BRIGADE", "MILITARY SPOKESMEN FOR THE BRIGADE's", true),
    ("Ministry of Health and Welfare", "Ministry of Health and Welfare's", false),
    ("Reuters", "Reuters's", false), ("Hospital spokesman", "Hospital spokesman's", false),
  ]) func `names take verb and apostrophe`(name: String, possessive: String, isPlural: Bool) {
    let words = Fixtures.facts.words
    #expect(Wording.possessive(name, isPlural: isPlural, words) == possessive)
    #expect(Wording.isPlural(name, isRegistered: false, words) == isPlural)
  }

  @Test(arguments: [
    ("Officials", "officials"), ("Military sources", "Military sources"), ("Police", "police"),
    ("Reuters", "Reuters"), ("POLICE", "POLICE"), ("Human Rights Watch", "Human Rights Watch"),
  ]) func `a name that began a sentence stands within one`(name: String, within: String) {
    #expect(Wording.inSentence(name, Fixtures.facts.words) == within)
  }

  @Test func `times are rounded to what can be told`() {
    #expect(Wording.times(9457) == "9.5")
    #expect(Wording.times(10_000) == "10")
    #expect(Wording.times(1_234_567) == "1,235")
    #expect(Wording.times(1040) == "1.04")
  }

  @Test func `lists end with a count of the rest`() {
    #expect(Wording.list(["A"]) == "A")
    #expect(Wording.list(["A", "B"]) == "A and B")
    #expect(Wording.list(["A", "B", "C", "D", "E", "F"]) == "A, B, C and 3 others")
  }
}
