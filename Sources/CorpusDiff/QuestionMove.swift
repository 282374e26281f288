import ClaimModel

/// What became of one question between two corpora.
package struct QuestionMove: Hashable, Sendable {
  /// Whether a question is new, gone, moved or as it was.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case appeared, vanished, moved, unchanged
  }

  /// One origin's answer that changed.
  package struct Revision: Hashable, Sendable {
    /// The answer in the old corpus.
    package var old: OriginFigure
    /// The answer in the new corpus.
    package var new: OriginFigure
  }

  /// What became of it.
  package var kind: Kind
  /// The question in the old corpus; nil where it appeared.
  package var old: QuestionSummary?
  /// The question in the new corpus; nil where it vanished.
  package var new: QuestionSummary?
  /// How low, best, high, agreement and grade moved.
  package var cells: [CellChange] = []
  /// Origins that answer it now and did not before.
  package var joined: [OriginFigure] = []
  /// Origins that answered it before and do no more.
  package var withdrawn: [OriginFigure] = []
  /// Origins whose answers changed.
  package var revisions: [Revision] = []
  /// Findings that are new.
  package var findingsRaised: [FindingSummary] = []
  /// Findings that are gone.
  package var findingsSettled: [FindingSummary] = []
  /// Findings whose numbers changed, before and now.
  package var findingsMoved: [[FindingSummary]] = []

  /// The question as it is now, or was last.
  package var latest: QuestionSummary? { new ?? old }

  /// What the question was called before, where it is called something else now.
  package var formerLabel: String? {
    guard let old, let new, old.label != new.label else { return nil }
    return old.label
  }

  /// Compares the questions of two corpora.
  ///
  /// A question that has no namesake in the other corpus is found again by its claims: one that is
  /// named after a document is the same when the document was renamed.
  ///
  /// - Parameters:
  ///   - old: the questions of the old corpus, with ids that are made of what they ask alone.
  ///   - new: those of the new corpus.
  ///   - successors: the new id of each claim that has another one (``CorpusDiff/successors``).
  /// - Returns: a move for every question of either, by label and id.
  package static func moves(
    from old: [QuestionSummary], to new: [QuestionSummary], successors: [String: String] = [:]
  ) -> [QuestionMove] {
    let pairing = QuestionPairing(old, new, successors: successors)
    let now = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isTaken: Set<String> = []
    var moves: [QuestionMove] = []
    for question in old where isTaken.insert(question.id).inserted {
      moves.append(
        QuestionMove(from: question, to: pairing.successor(of: question.id).flatMap { now[$0] }))
    }
    isTaken = Set(moves.compactMap(\.new?.id))
    for question in new where isTaken.insert(question.id).inserted {
      moves.append(QuestionMove(from: nil, to: question))
    }
    // Labels are made anew whenever they are asked for.
    let keys = moves.map { [$0.latest?.label ?? "", $0.latest?.id ?? ""] }
    return moves.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { moves[$0] }
  }

  /// Compares one question with itself in another corpus.
  init(from old: QuestionSummary?, to new: QuestionSummary?) {
    self.old = old
    self.new = new
    kind = old == nil ? .appeared : .vanished
    compareCells()
    compareOrigins()
    compareFindings()
    guard old != nil, new != nil else { return }
    let isMoved =
      !cells.isEmpty || !joined.isEmpty || !withdrawn.isEmpty || !revisions.isEmpty
      || !findingsRaised.isEmpty || !findingsSettled.isEmpty || !findingsMoved.isEmpty
    kind = isMoved ? .moved : .unchanged
  }

  private mutating func compareCells() {
    for column in QuestionColumn.allCases {
      let before = old.map(column.cell) ?? ""
      let now = new.map(column.cell) ?? ""
      if before != now {
        cells.append(CellChange(column: column.rawValue, old: before, new: now))
      }
    }
  }

  private mutating func compareOrigins() {
    let before = Dictionary(
      (old?.origins ?? []).map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(
      (new?.origins ?? []).map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
    for origin in Set(before.keys).union(now.keys).sorted() {
      switch (before[origin], now[origin]) {
      case (let old?, let new?) where old.interval != new.interval:
        revisions.append(Revision(old: old, new: new))
      case (let old?, nil): withdrawn.append(old)
      case (nil, let new?): joined.append(new)
      default: break
      }
    }
  }

  /// A sentence of the new corpus as it would read if the question were called as before.
  private func renamed(_ sentence: String) -> String {
    guard let old, let new, old.subject != new.subject, !new.subject.isEmpty else {
      return sentence
    }
    return sentence.replacing(new.subject, with: old.subject)
  }

  /// Findings of one kind about the same origins are one finding.
  private mutating func compareFindings() {
    var before = old?.findings ?? []
    for finding in new?.findings ?? [] {
      let partner = before.firstIndex {
        $0.kind == finding.kind && Set($0.origins) == Set(finding.origins)
      }
      guard let partner else {
        findingsRaised.append(finding)
        continue
      }
      let earlier = before.remove(at: partner)
      if earlier.sentence != renamed(finding.sentence) { findingsMoved.append([earlier, finding]) }
    }
    findingsSettled = before
  }
}

/// What of a question is compared.
private enum QuestionColumn: String, CaseIterable {
  case low, best, high
  case highOpen = "high_open"
  case agreement
  case agreementOrigins = "agreement_origins"
  case grade

  /// The cell of a question; empty where nothing is known.
  func cell(_ question: QuestionSummary) -> String {
    switch self {
    case .low: question.range.low.map(String.init) ?? ""
    case .best: question.range.best.map(String.init) ?? ""
    case .high: question.range.high.map(String.init) ?? ""
    case .highOpen: question.isOpen ? "true" : "false"
    case .agreement:
      question.agreements.map {
        ($0.low.map(String.init) ?? "") + ".." + ($0.high.map(String.init) ?? "")
      }.joined(separator: " ")
    case .agreementOrigins: question.agreeing == 0 ? "" : String(question.agreeing)
    case .grade: question.grade
    }
  }
}
