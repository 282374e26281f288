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

  @Test("a question named after a document is found again by its claims when that is renamed")
  func renamedQuestion() throws {
    let old = named("a", "count.txt", 106_745, ["c1"])
    let new = named("b", "archive/count.txt", 112_300, ["d1"])
    let other = named("x", "other.txt", 5, ["c9"])
    let moves = QuestionMove.moves(
      from: [old, other], to: [new, named("y", "third.txt", 6, ["c8"])], successors: ["c1": "d1"])
    #expect(moves.map(\.kind.rawValue).sorted() == ["appeared", "moved", "vanished"])
    let move = try #require(moves.first { $0.kind == .moved })
    #expect(move.old?.id == "a")
    #expect(move.new?.id == "b")
    #expect(move.formerLabel == old.label)
    var same = new
    same.range = old.range
    same.origins = old.origins
    same.findings = [finding("self", ["BBC"], "BBC contradicts itself (archive/count.txt).")]
    var before = old
    before.findings = [finding("self", ["BBC"], "BBC contradicts itself (count.txt).")]
    #expect(QuestionMove.moves(from: [before], to: [same]).map(\.kind) == [.appeared, .vanished])
    let renamed = QuestionMove.moves(from: [before], to: [same], successors: ["c1": "d1"])
    #expect(renamed.map(\.kind) == [.unchanged])
  }

  @Test("questions are paired by their claims the same way from both sides, each once")
  func questionPairingIsSymmetric() {
    let old = [named("a", "1", 1, ["p", "q"]), named("b", "2", 1, ["r"])]
    let new = [named("c", "3", 1, ["p", "r"]), named("d", "4", 1, ["q"])]
    let forwards = QuestionPairing(old, new, successors: [:])
    let backwards = QuestionPairing(new, old, successors: [:])
    let pairs = ["a", "b"].map { [$0, forwards.successor(of: $0) ?? ""] }
    #expect(pairs == [["a", "c"], ["b", ""]])
    #expect(
      pairs.filter { !$0[1].isEmpty }.allSatisfy { backwards.successor(of: $0[1]) == $0[0] })
    var injured = old[0]
    injured.outcome = .injured
    #expect(QuestionPairing([injured], new, successors: [:]).successor(of: "a") == nil)
  }

  @Test("a history follows a question through renamed documents and back")
  func historyFollowsRenames() {
    let history = CorpusHistory(
      [
        ("1", [named("a", "count.txt", 1, ["c1"])]), ("2", [named("b", "new.txt", 2, ["d1"])]),
        ("3", []), ("4", [named("b", "new.txt", 2, ["d1"])]),
      ], successors: [["c1": "d1"], [:], [:]])
    #expect(history.lines.count == 1)
    #expect(history.lines.map(\.id) == ["b"])
    #expect(history.lines.map(\.steps) == [[.moved, .vanished, .appeared]])
  }

  @Test("the headline of a history says what moved from the first corpus to the last")
  func headlineOfHistory() {
    let history = CorpusHistory([
      ("1", [question("q", 10, 20, ["Zelensky": 46_000])]), ("2", []),
      ("3", [question("q", 10, 25, ["Zelensky": 55_000])]),
    ])
    #expect(
      history.headline == "Zelensky's figure for Ukraine's killed rose from 46,000 to 55,000.")
    #expect(CorpusHistory([("1", []), ("2", []), ("3", [])]).headline == "No range moved.")
  }

  @Test("of two counts that rose alike, the headline is that of more people, with its event")
  func headlineWeighsPeople() {
    func incident(_ id: String, _ event: String, _ count: Int) -> QuestionSummary {
      var question = question(id, count, count, ["officials": count])
      question.scope = .incident
      question.subject = event
      question.origins[0].perspective = "own"
      return question
    }
    let headline = DiffHeadline(
      ofQuestions: QuestionMove.moves(
        from: [incident("a", "Village", 8), incident("b", "Town", 800)],
        to: [incident("a", "Village", 9), incident("b", "Town", 890)]))
    #expect(
      headline.sentence == "Ukraine's own count of its killed (Town) rose from 800 to 890.")
  }

  @Test("ranges and figures read as they were said, without bounds that only a convention gives")
  func figuresAsSaid() {
    func range(_ low: Int?, _ high: Int?, _ quantities: [Quantity]) -> String {
      var question = question("q", 0, 0, [:])
      question.range = Interval(low: low, best: nil, high: high)
      question.origins = quantities.enumerated().map { index, quantity in
        let isUpper = quantity.qualifier == .atMost
        return OriginFigure(
          origin: "o\(index)",
          interval: Interval(
            low: isUpper ? 0 : quantity.qualifier == .moreThan ? quantity.low + 1 : quantity.low,
            best: nil, high: isUpper ? quantity.high : nil), quantity: quantity)
      }
      return question.figure
    }
    #expect(range(560_001, nil, [Quantity(.moreThan, 560_000)]) == "more than 560,000")
    #expect(range(0, 250_000, [Quantity(.atMost, 250_000)]) == "at most 250,000")
    #expect(range(65_000, 75_000, [Quantity(.about, 70_000)]) == "about 70,000")
    #expect(
      range(46_001, 100_000, [Quantity(.moreThan, 46_000), Quantity(.exact, 100_000)])
        == "more than 46,000 to 100,000")
    #expect(
      range(0, 250_000, [Quantity(.atMost, 250_000), Quantity(.exact, 31_000)]) == "31,000–250,000")
    #expect(
      range(20, nil, [Quantity(.atLeast, 20), Quantity(.exact, 30)]) == "at least 20")
    #expect(range(nil, nil, []) == "—")
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

  private func named(
    _ id: String, _ subject: String, _ count: Int, _ claims: [String]
  ) -> QuestionSummary {
    var question = question(id, count, count, ["BBC": count])
    question.scope = .period
    question.subject = subject
    question.claims = claims
    return question
  }

  private func finding(_ kind: String, _ origins: [String], _ sentence: String) -> FindingSummary {
    FindingSummary(kind: kind, severity: 0, origins: origins, sentence: sentence)
  }
}
