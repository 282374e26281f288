/// All that the renderers of a diff show.
package struct DiffReport: Sendable {
  /// What the old corpus is called: its path, as the user gave it.
  package var oldName: String
  /// What the new corpus is called.
  package var newName: String
  /// What changed claim by claim.
  package var diff: CorpusDiff
  /// What changed question by question; empty where nobody reconciled.
  package var moves: [QuestionMove]
  /// Why claims were paired, change by change; empty where nobody asked.
  package let explanations: [PairingExplanation]
  /// The sentence to read first.
  package let headline: String

  package init(
    oldName: String, newName: String, diff: CorpusDiff, moves: [QuestionMove] = [],
    isExplained: Bool = false
  ) {
    self.oldName = oldName
    self.newName = newName
    self.diff = diff
    self.moves = moves
    explanations = isExplained ? PairingExplanation.explanations(of: diff) : []
    headline = DiffHeadline(of: diff, moves: moves).sentence
  }

  /// The changes to show, each with why its claims were paired.
  package var listed: [(change: ClaimChange, explanation: PairingExplanation?)] {
    diff.changes.indices.lazy
      .filter { position in
        let kind = diff.changes[position].kind
        return kind != .unchanged && diff.options.kinds.contains(kind)
      }
      .map { position in
        (diff.changes[position], explanations.isEmpty ? nil : explanations[position])
      }
  }

  /// The questions whose answers moved, appeared or vanished.
  package var movedQuestions: [QuestionMove] { moves.filter { $0.kind != .unchanged } }
}
