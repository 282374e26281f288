import ClaimModel
import Reconciliation
import TestSupport
import Testing

@testable import Reporting

/// Pages show no end and no digit that no source gave; tables keep what the convention reads.
@Suite struct AsSaid {
  static func answer(_ origin: String, _ quantity: Quantity, _ interval: Interval) -> OriginAnswer {
    OriginAnswer(
      origin: origin, perspective: .thirdParty, interval: interval, current: origin,
      quantity: quantity)
  }

  /// A question of these answers, with the ends that reconciling gives it.
  static func report(_ answers: [OriginAnswer], best: Int? = nil) -> Report {
    var range = QuestionRange(
      id: "1111111111111111",
      key: QuestionKey(
        party: "Ukraine", status: .civilian, outcome: .killed, scope: .incident, event: "",
        conflict: ""))
    range.answers = answers
    range.low = answers.compactMap(\.interval.low).min()
    range.lowOrigin = answers.first { $0.interval.low == range.low }?.origin ?? ""
    range.high = answers.compactMap(\.interval.high).max()
    range.highOpen = answers.contains { $0.interval.high == nil }
    range.best = best
    range.perspectives[.thirdParty] = PerspectiveRange(
      low: range.low, high: range.high, origins: answers.count)
    var result = Reconciliation()
    result.ranges = [range]
    return Report(result)
  }

  static let atMost50 = answer(
    "A", Quantity(.atMost, 50), Interval(low: 0, best: nil, high: 50))

  @Test func `At most 50 has no low of its own`() throws {
    let report = Self.report([Self.atMost50])
    let range = report.questions[0]
    #expect(report.low(range) == "—")
    #expect(report.span(range) == "≤ 50")
    #expect(report.readAs(range.answers[0]) == "≤ 50")
    #expect(report.perspective(.thirdParty, of: range) == "≤ 50")
    #expect(report.questionsAsRead[0].low == 0)
    let table = try Written.text { try TableReport().write(.answers, of: report, to: $0) }
    #expect(table.contains(",0,,50,"))
  }

  @Test func `The lowest figure that is given is the low beside an upper bound`() {
    let report = Self.report([
      Self.atMost50, Self.answer("B", Quantity(.exact, 7), Interval(exactly: 7)),
    ])
    #expect(report.low(report.questions[0]) == "7")
    #expect(report.questions[0].lowOrigin == "B")
  }

  @Test func `A 0 that a source gave stays`() {
    let report = Self.report([
      Self.atMost50, Self.answer("B", Quantity(.exact, 0), Interval(exactly: 0)),
    ])
    #expect(report.low(report.questions[0]) == "0")
    #expect(report.questions[0].lowOrigin == "B")
  }

  @Test func `A number left out by its words is not shown as the next one`() {
    let more = Self.report(
      [
        Self.answer(
          "A", Quantity(.moreThan, 560_000), Interval(low: 560_001, best: 560_001, high: nil))
      ], best: 560_001)
    #expect(more.best(more.questions[0]) == "> 560,000")
    #expect(more.low(more.questions[0]) == "> 560,000")
    let fewer = Self.report(
      [Self.answer("A", Quantity(.fewerThan, 20), Interval(low: 0, best: 19, high: 19))], best: 19)
    #expect(fewer.best(fewer.questions[0]) == "< 20")
    #expect(fewer.span(fewer.questions[0]) == "< 20")
  }

  @Test func `Words have round ends, also where another figure is open above them`() {
    let report = Self.report([
      Self.answer(
        "A", Quantity(.indefinite, 100_000),
        Interval(low: 100_000, best: 300_000, high: 999_999)),
      Self.answer("B", Quantity(.atLeast, 5), Interval(low: 5, best: 5, high: nil)),
    ])
    #expect(report.high(report.questions[0]) == "≥ 1,000,000")
  }

  @Test(arguments: 1...40)
  func `No range is widened, and only a 0 is ever taken away`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let answers = (0..<Int.random(in: 1...6, using: &generator)).map { index in
      let count = Int.random(in: 1...1000, using: &generator)
      return Bool.random(using: &generator)
        ? Self.answer("\(index)", Quantity(.exact, count), Interval(exactly: count))
        : Self.answer(
          "\(index)", Quantity(.atMost, count), Interval(low: 0, best: nil, high: count))
    }
    let report = Self.report(answers)
    let (said, read) = (report.questions[0], report.questionsAsRead[0])
    #expect(said.high == read.high && said.best == read.best)
    #expect(said.low == answers.filter { $0.interval.low != 0 }.compactMap(\.interval.low).min())
    for (a, b) in zip(said.answers, read.answers) where a != b {
      #expect(a.interval.low == nil && b.interval.low == 0)
    }
  }
}
