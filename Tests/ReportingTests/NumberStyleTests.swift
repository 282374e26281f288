import ClaimModel
import TestSupport
import Testing

@testable import Reporting

@Suite struct Numbers {
  let style = NumberStyle.english

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (46_000, "46,000"), (1_234_567, "1,234,567"),
    (-5000, "−5,000"), (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func `Counts are grouped`(count: Int, text: String) {
    #expect(style.count(count) == text)
  }

  @Test func `Missing is a dash and never 0`() {
    #expect(style.count(nil) == "—")
    #expect(style.interval(Interval(low: nil, best: nil, high: nil)) == "—")
    #expect(style.count(0) == "0")
  }

  @Test(arguments: [
    (Interval(exactly: 46_000), "46,000"),
    (Interval(low: 200_000, best: nil, high: 900_000), "200,000–900,000"),
    (Interval(low: 20, best: nil, high: nil), "≥ 20"),
    (Interval(low: nil, best: nil, high: 5), "≤ 5"),
    (Interval(low: nil, best: 1_000_000, high: nil), "about 1 million"),
  ])
  func `Intervals keep their open ends`(interval: Interval, text: String) {
    #expect(style.interval(interval) == text)
  }

  @Test(arguments: [
    (Quantity(.exact, 46_000), "46,000"), (Quantity(.about, 1_000_000), "about 1 million"),
    (Quantity(.about, 1_250_000), "about 1.25 million"), (Quantity(.exact, 1_254_000), "1,254,000"),
    (Quantity(.nearly, 15_000), "nearly 15,000"), (Quantity(.atLeast, 20), "≥ 20"),
    (Quantity(.moreThan, 20), "> 20"), (Quantity(.atMost, 5), "≤ 5"),
    (Quantity(.fewerThan, 5), "< 5"), (Quantity(.range, 200_000, 900_000), "200,000–900,000"),
    (Quantity(.indefinite, 12), "dozens"),
    (Quantity(.indefinite, 100_000), "hundreds of thousands"),
    (Quantity(.indefinite, 300), "about 300"), (Quantity(.exact, 2_000_000_000), "2 billion"),
  ])
  func `Numbers are written as they were said`(quantity: Quantity, text: String) {
    #expect(style.stated(quantity) == text)
  }

  @Test(arguments: [
    (9457, "9.5"), (12_000, "12"), (1040, "1.04"), (1999, "2"), (99_960, "100"),
    (87_000_000, "87,000"),
    (1000, "1"), (2800, "2.8"),
  ])
  func `Ratios have as many digits as they deserve`(thousandths: Int, text: String) {
    #expect(style.ratio(thousandths) == text)
  }

  @Test(arguments: [
    (50_000, "50k"), (435_000, "435k"), (1_000_000, "1M"), (1_100_000, "1.1M"),
    (20_000_001, "20,000,001"),
    (500, "500"), (5000, "5,000"), (2_000_000_000, "2bn"),
  ])
  func `Axis labels are short and exact`(count: Int, text: String) {
    #expect(style.compact(count) == text)
  }

  @Test func `Another language groups otherwise`() {
    let german = NumberStyle(groupSeparator: ".", groupedFrom: 5, decimalSeparator: ",")
    #expect(german.count(1000) == "1000")
    #expect(german.count(46_000) == "46.000")
    #expect(german.ratio(9457) == "9,5")
  }

  @Test func `Writing about a number never adds digits to it`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let count =
        Int.random(in: 0...9, using: &generator)
        * Int.random(in: 1...999_999_999, using: &generator)
      let said = style.prose(count).filter { ("0"..."9").contains($0) }
      let digits = String(count)
      // What prose leaves out are zeros at the end.
      #expect(digits.hasPrefix(said), "\(count) written \(style.prose(count))")
      #expect(digits.dropFirst(said.count).allSatisfy { $0 == "0" })
    }
  }
}

@Suite struct Axes {
  @Test func `An axis is logarithmic where the spread asks for it`() throws {
    #expect(try #require(Axis(for: [46_000, 435_000])).isLogarithmic == false)
    #expect(try #require(Axis(for: [89, 900_000])).isLogarithmic)
    #expect(try #require(Axis(for: [0, 5])).isLogarithmic == false)
    #expect(Axis(for: []) == nil)
  }

  @Test func `Every count lies on its axis, in order, with few round ticks`() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let magnitude = Int.random(in: 0...17, using: &generator)
      var most = 1
      for _ in 0..<magnitude { most *= 10 }
      let counts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Int.random(in: 0...most, using: &generator)
      }.sorted()
      let axis = try #require(Axis(for: counts))
      let positions = counts.map(axis.position)
      #expect(positions.allSatisfy { (0...1).contains($0) })
      #expect(positions == positions.sorted())
      let ticks = axis.ticks(5)
      #expect(ticks.count <= 5 && ticks == ticks.sorted(), "\(counts) \(ticks)")
      #expect(!ticks.isEmpty || axis.isLogarithmic, "\(counts)")
      #expect(ticks.allSatisfy { $0 >= axis.low && $0 <= axis.high })
    }
  }

  @Test func `Extreme counts do not overflow`() throws {
    let axis = try #require(Axis(for: [0, 1, Int.max]))
    #expect(axis.position(.max) == 1)
    #expect(axis.ticks(5).count <= 5)
  }
}

@Suite struct Bars {
  let axis = Axis(for: [0, 100])

  @Test func `A bar shows ends, best and open ends`() throws {
    let bar = RangeBar(axis: try #require(axis), width: 11)
    #expect(bar.bar(Interval(low: 20, best: 50, high: 80)) == "  ├──●──┤")
    #expect(bar.bar(Interval(low: 20, best: nil, high: nil)) == "  ├───────▶")
    #expect(bar.bar(Interval(low: nil, best: nil, high: 30)) == "◀──┤")
    #expect(bar.bar(Interval(exactly: 50)) == "     ●")
    #expect(bar.bar(Interval(low: nil, best: nil, high: nil)) == "")
  }
}

@Suite struct TerminalText {
  @Test func `Wide and combining characters take the columns they take`() {
    #expect(PlainText.width("漢字") == 4)
    #expect(PlainText.width("e\u{301}") == 1)
    #expect(PlainText.width("Київ") == 4)
    #expect(PlainText.cut("漢字漢字", to: 5) == "漢字…")
  }

  @Test func `Long words are broken, not lost`() {
    let lines = PlainText.wrap("a " + String(repeating: "x", count: 25), to: 10)
    #expect(lines.allSatisfy { PlainText.width($0) <= 10 })
    #expect(lines.joined().filter { $0 == "x" }.count == 25)
  }

  @Test func `Control characters become spaces`() {
    #expect(PlainText.oneLine(" a\u{1B}[31m\n\tb\u{202E}c ") == "a [31m b c")
  }
}
