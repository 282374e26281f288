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
  /// Whether to say why claims were paired.
  package var isExplained: Bool
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
    self.isExplained = isExplained
    headline = DiffHeadline(of: diff, moves: moves).sentence
  }

  /// The questions whose answers moved, appeared or vanished.
  package var movedQuestions: [QuestionMove] { moves.filter { $0.kind != .unchanged } }
}
