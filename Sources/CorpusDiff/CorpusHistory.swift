/// How the answers to every question went over more than two corpora, the oldest first.
package struct CorpusHistory: Hashable, Sendable {
  /// One question over all corpora.
  package struct Line: Hashable, Sendable {
    /// The question's id.
    package var id: String
    /// The question in a phrase.
    package var label: String
    /// The question in each corpus; nil where it is not asked.
    package var states: [QuestionSummary?]
    /// What became of the question from each corpus to the next, one fewer than the states; nil
    /// where neither asks it.
    package var steps: [QuestionMove.Kind?]

    /// Whether anything became of the question at all.
    package var isMoved: Bool { steps.contains { $0 != nil && $0 != .unchanged } }
  }

  /// What the corpora are called.
  package let names: [String]
  /// The questions, by label and id.
  package let lines: [Line]

  /// Lines up the questions of some corpora.
  ///
  /// - Parameter corpora: the corpora with their questions, the oldest first.
  package init(_ corpora: [(name: String, questions: [QuestionSummary])]) {
    names = corpora.map(\.name)
    let states = corpora.map { corpus in
      Dictionary(corpus.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let steps = zip(corpora, corpora.dropFirst()).map { old, new in
      Dictionary(
        QuestionMove.moves(from: old.questions, to: new.questions).map {
          ($0.latest?.id ?? "", $0.kind)
        }, uniquingKeysWith: { first, _ in first })
    }
    let lines = Set(states.flatMap(\.keys)).map { id in
      let states = states.map { $0[id] }
      return Line(
        id: id, label: states.compactMap { $0 }.last?.label ?? "", states: states,
        steps: steps.map { $0[id] })
    }
    self.lines = lines.sorted { $0.label != $1.label ? $0.label < $1.label : $0.id < $1.id }
  }

  /// The questions that moved at least once.
  package var movedLines: [Line] { lines.filter(\.isMoved) }
}
