import ClaimModel

/// All that the renderers of a diff show.
package struct DiffReport: Sendable {
  /// A change to show.
  package struct Item: Sendable {
    /// The change.
    package var change: ClaimChange
    /// Why its claims were paired; nil where nobody asked.
    package var explanation: PairingExplanation?
    /// The question that the claim answers, in a phrase.
    package var heading: String
    /// What a person decided about the claim, now or before; nil where nobody did.
    package var review: String?
  }

  /// Claims that went together from one document to another, or within one, and say what they said.
  package struct MovedDocument: Hashable, Sendable {
    /// The document in the old corpus.
    package var old: String
    /// The document in the new corpus.
    package var new: String
    /// How many claims moved.
    package var claims: Int
  }

  /// What the old corpus is called: its path, as the user gave it.
  package var oldName: String
  /// What the new corpus is called.
  package var newName: String
  /// What changed claim by claim.
  package let diff: CorpusDiff
  /// What changed question by question; empty where nobody reconciled.
  package let moves: [QuestionMove]
  /// The sentence to read first.
  package let headline: String
  /// The changes of the kinds that are listed, by heading.
  package let listed: [Item]
  /// Whether claims that only moved are shown one by one: where somebody asked for them.
  private let showsMoved: Bool

  package init(
    oldName: String, newName: String, diff: CorpusDiff, moves: [QuestionMove] = [],
    isExplained: Bool = false, reviewed: [String: String] = [:]
  ) {
    self.oldName = oldName
    self.newName = newName
    self.diff = diff
    self.moves = moves
    headline = DiffHeadline(of: diff, moves: moves).sentence
    showsMoved = isExplained || diff.options.kinds.count < ChangeKind.allCases.count
    listed = Self.items(of: diff, moves, isExplained: isExplained, reviewed)
  }

  private static func items(
    of diff: CorpusDiff, _ moves: [QuestionMove], isExplained: Bool, _ reviewed: [String: String]
  ) -> [Item] {
    var labels: [String: String] = [:]
    for move in moves {
      guard let label = move.latest?.label else { continue }
      for question in [move.old, move.new] {
        for id in question?.claims ?? [] where !id.isEmpty { labels[id] = label }
      }
    }
    let explanations = isExplained ? PairingExplanation.explanations(of: diff) : []
    var items: [Item] = []
    for (position, change) in diff.changes.enumerated() {
      guard change.kind != .unchanged, diff.options.kinds.contains(change.kind),
        let claim = change.latest
      else { continue }
      items.append(
        Item(
          change: change, explanation: explanations.isEmpty ? nil : explanations[position],
          heading: labels[claim.id] ?? QuestionLabel(of: claim, options: diff.options).text,
          review: [change.new, change.old].compactMap { $0.flatMap { reviewed[$0.id] } }.first))
    }
    // Sorting by position too keeps the order of changes under one heading.
    return items.indices.sorted { (items[$0].heading, $0) < (items[$1].heading, $1) }
      .map { items[$0] }
  }

  /// The changes that people read one by one.
  package var detailed: [Item] {
    showsMoved ? listed : listed.filter { $0.change.kind != .moved }
  }

  /// Where claims went that only moved, unless they are shown one by one; by old and new document.
  package var movedDocuments: [MovedDocument] {
    guard !showsMoved else { return [] }
    var counts: [[String]: Int] = [:]
    for item in listed where item.change.kind == .moved {
      counts[
        [item.change.old?.documentID ?? "", item.change.new?.documentID ?? ""], default: 0] += 1
    }
    return counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
      .map { MovedDocument(old: $0[0], new: $0[1], claims: counts[$0] ?? 0) }
  }

  /// The questions whose answers moved, appeared or vanished.
  package var movedQuestions: [QuestionMove] { moves.filter { $0.kind != .unchanged } }

  /// The same for people: a finding on several questions is told with the first of them alone.
  package var toldQuestions: [QuestionMove] {
    var told: Set<FindingSummary> = []
    return movedQuestions.compactMap { move in
      var move = move
      let isFindingAlone =
        move.kind == .moved && move.cells.isEmpty && move.joined.isEmpty
        && move.withdrawn.isEmpty && move.revisions.isEmpty
      move.findingsRaised.removeAll { !told.insert($0).inserted }
      move.findingsSettled.removeAll { !told.insert($0).inserted }
      move.findingsMoved.removeAll { pair in pair.last.map { !told.insert($0).inserted } ?? true }
      let isTold =
        move.findingsRaised.isEmpty && move.findingsSettled.isEmpty && move.findingsMoved.isEmpty
      return isFindingAlone && isTold ? nil : move
    }
  }
}
