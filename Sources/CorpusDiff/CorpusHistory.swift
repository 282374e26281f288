/// How the answers to every question went over more than two corpora, the oldest first.
package struct CorpusHistory: Hashable, Sendable {
  /// One question over all corpora.
  package struct Line: Hashable, Sendable {
    /// The question in each corpus; nil where it is not asked.
    package var states: [QuestionSummary?]
    /// What became of the question from each corpus to the next, one fewer than the states; nil
    /// where neither asks it.
    package var moves: [QuestionMove?]

    /// The question's id where it was asked last.
    package var id: String { states.compactMap { $0 }.last?.id ?? "" }

    /// The question in a phrase, as it was asked last.
    package var label: String { states.compactMap { $0 }.last?.label ?? "" }

    /// What kind each of ``moves`` is.
    package var steps: [QuestionMove.Kind?] { moves.map { $0?.kind } }

    /// Whether anything became of the question at all.
    package var isMoved: Bool { steps.contains { $0 != nil && $0 != .unchanged } }

    /// What became of the question from the first corpus to the last; nil where neither asks it.
    package var overall: QuestionMove? {
      guard let first = states.first, let last = states.last, first != nil || last != nil else {
        return nil
      }
      return QuestionMove(from: first, to: last)
    }
  }

  /// What the corpora are called.
  package let names: [String]
  /// The questions, by label and id.
  package let lines: [Line]

  /// Lines up the questions of some corpora.
  ///
  /// - Parameters:
  ///   - corpora: the corpora with their questions, the oldest first.
  ///   - successors: from each corpus to the next, the new id of each claim that has another one
  ///     (``CorpusDiff/successors``); may be left out.
  package init(
    _ corpora: [(name: String, questions: [QuestionSummary])], successors: [[String: String]] = []
  ) {
    names = corpora.map(\.name)
    var lines: [[QuestionSummary?]] = []
    /// The line that a question was last asked in, by its id.
    var places: [String: Int] = [:]
    for (position, corpus) in corpora.enumerated() {
      var pairing: QuestionPairing?
      if position > 0 {
        pairing = QuestionPairing(
          corpora[position - 1].questions, corpus.questions,
          successors: successors.indices.contains(position - 1) ? successors[position - 1] : [:])
      }
      if let pairing {
        for question in corpora[position - 1].questions {
          guard let now = pairing.successor(of: question.id), now != question.id else { continue }
          places[now] = places[question.id]
        }
      }
      for question in corpus.questions {
        if let line = places[question.id], lines[line][position] == nil {
          lines[line][position] = question
        } else {
          places[question.id] = lines.count
          var states: [QuestionSummary?] = Array(repeating: nil, count: corpora.count)
          states[position] = question
          lines.append(states)
        }
      }
    }
    let unsorted = lines.map(Self.line)
    let keys = unsorted.map { [$0.label, $0.id] }
    self.lines = unsorted.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
      .map { unsorted[$0] }
  }

  private static func line(_ states: [QuestionSummary?]) -> Line {
    let moves = zip(states, states.dropFirst()).map { old, new in
      old == nil && new == nil ? nil : QuestionMove(from: old, to: new)
    }
    return Line(states: states, moves: moves)
  }

  /// The questions that moved at least once.
  package var movedLines: [Line] { lines.filter(\.isMoved) }

  /// The sentence to read first: what moved most from the first corpus to the last.
  package var headline: String {
    DiffHeadline(ofQuestions: lines.compactMap(\.overall)).sentence
  }
}
