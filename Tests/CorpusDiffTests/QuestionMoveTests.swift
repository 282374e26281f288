import ClaimModel
import Testing

@testable import CorpusDiff

@Suite("Moves of questions")
struct QuestionMoveTests {
  @Test("ranges, origins and findings are compared question by question")
  func moves() throws {
    let old = question("q", 46_000, 435_000, ["Zelensky": 46_000, "The Times": 435_000])
    let new = question("q", 55_000, 500_000, ["Zelensky": 55_000, "officials": 500_000])
    let gone = question("gone", 1, 2, [:])
    let moves = QuestionMove.moves(from: [old, gone], to: [new, question("new", 3, 4, [:])])
    #expect(Set(moves.map(\.kind)) == [.moved, .appeared, .vanished])
    let move = try #require(moves.first { $0.kind == .moved })
    #expect(move.cells.map(\.column) == ["low", "high"])
    #expect(move.joined.map(\.origin) == ["officials"])
    #expect(move.withdrawn.map(\.origin) == ["The Times"])
    #expect(move.revisions.map(\.new.origin) == ["Zelensky"])
  }

  @Test("a question that is as it was is unchanged")
  func unchanged() {
    let question = question("q", 1, 2, ["a": 1])
    #expect(QuestionMove.moves(from: [question], to: [question]).map(\.kind) == [.unchanged])
  }

  @Test("findings of one kind about the same origins are one finding that moved")
  func findings() {
    var old = question("q", 1, 2, [:])
    var new = old
    old.findings = [finding("disjoint", ["a", "b"], "2 times"), finding("gap", ["c"], "nothing")]
    new.findings = [finding("disjoint", ["b", "a"], "3 times"), finding("echo", ["d"], "one")]
    let move = QuestionMove.moves(from: [old], to: [new])[0]
    #expect(move.findingsMoved.map { $0.map(\.sentence) } == [["2 times", "3 times"]])
    #expect(move.findingsRaised.map(\.kind) == ["echo"])
    #expect(move.findingsSettled.map(\.kind) == ["gap"])
  }

  @Test("a history lines up the same question over several corpora")
  func history() {
    let first = question("q", 1, 2, [:])
    let second = question("q", 1, 9, [:])
    let history = CorpusHistory([
      ("a", [first]), ("b", [first]), ("c", [second]), ("d", []), ("e", [second]),
    ])
    #expect(history.lines.count == 1)
    #expect(history.lines[0].steps == [.unchanged, .moved, .vanished, .appeared])
    #expect(history.movedLines.count == 1)
    #expect(CorpusHistory([("a", [first]), ("b", [first])]).movedLines.isEmpty)
  }

  @Test("the headline names the own count first, whatever else moved more")
  func headline() {
    var old = question("q", 10, 20, ["Zelensky": 46_000])
    var new = question("q", 10, 2_000_000, ["Zelensky": 55_000])
    old.origins[0].perspective = "own"
    new.origins[0].perspective = "own"
    let diff = CorpusDiff(old: [], new: [])
    let headline = DiffHeadline(of: diff, moves: QuestionMove.moves(from: [old], to: [new]))
    #expect(headline.sentence == "Ukraine's own count of its killed rose from 46,000 to 55,000.")
    new.origins = old.origins
    let other = DiffHeadline(of: diff, moves: QuestionMove.moves(from: [old], to: [new]))
    #expect(
      other.sentence == "The highest figure for Ukraine's killed rose from 20 to 2,000,000.")
    let back = DiffHeadline(of: diff, moves: QuestionMove.moves(from: [new], to: [old]))
    #expect(back.sentence == "The highest figure for Ukraine's killed fell from 2,000,000 to 20.")
  }

  @Test("of several own counts, the headline names the one that moved, by its lower end")
  func headlineOfSeveralOwnCounts() {
    var old = question("q", 31_000, 75_000, ["Ukraine": 70_000, "Zelensky": 31_000])
    var new = question("q", 46_001, 50_000, ["Zelensky": 0])
    new.origins[0].interval = Interval(low: 46_001, best: 46_001, high: nil)
    for index in old.origins.indices { old.origins[index].perspective = "own" }
    new.origins[0].perspective = "own"
    let headline = DiffHeadline(
      of: CorpusDiff(old: [], new: []), moves: QuestionMove.moves(from: [old], to: [new]))
    #expect(
      headline.sentence
        == "Ukraine's own count of its killed rose from 31,000 to at least 46,001 (Zelensky); "
        + "Ukraine withdrew.")
  }

  private func question(
    _ id: String, _ low: Int, _ high: Int, _ origins: [String: Int]
  ) -> QuestionSummary {
    var question = QuestionSummary(
      id: id, party: "Ukraine", status: .military, outcome: .killed, scope: .cumulative,
      range: Interval(low: low, best: nil, high: high))
    question.origins = origins.sorted { $0.key < $1.key }.map {
      OriginFigure(origin: $0.key, interval: Interval(exactly: $0.value))
    }
    return question
  }

  private func finding(_ kind: String, _ origins: [String], _ sentence: String) -> FindingSummary {
    FindingSummary(kind: kind, severity: 0, origins: origins, sentence: sentence)
  }
}
