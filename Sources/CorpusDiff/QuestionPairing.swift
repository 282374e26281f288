/// Which question of a new corpus is which of the old one.
///
/// Ids are made of what is asked; where a question has no namesake, it is the one that took over most
/// of its claims, as long as both ask about the same victims and outcome.
struct QuestionPairing {
  private var successors: [String: String] = [:]

  /// Pairs questions.
  ///
  /// - Parameters:
  ///   - old: the questions of the old corpus.
  ///   - new: those of the new corpus.
  ///   - claims: the new id of each claim that has another one.
  init(_ old: [QuestionSummary], _ new: [QuestionSummary], successors claims: [String: String]) {
    let namesakes = Set(old.map(\.id)).intersection(new.map(\.id))
    for id in namesakes { successors[id] = id }
    let freeOld = old.filter { !namesakes.contains($0.id) }
    let freeNew = new.filter { !namesakes.contains($0.id) }
    guard !freeOld.isEmpty, !freeNew.isEmpty else { return }
    var isTaken: Set<String> = []
    for link in Self.links(from: freeOld, to: freeNew, claims) {
      guard successors[link.old] == nil, isTaken.insert(link.new).inserted else { continue }
      successors[link.old] = link.new
    }
  }

  /// The id in the new corpus of a question of the old one; nil where it is asked no more.
  func successor(of id: String) -> String? { successors[id] }

  /// Two questions that share claims.
  private struct Link: Hashable {
    var old: String
    var new: String
  }

  /// The questions that share claims, those that share the most first.
  private static func links(
    from old: [QuestionSummary], to new: [QuestionSummary], _ claims: [String: String]
  ) -> [Link] {
    var holders: [String: Int] = [:]
    for (index, question) in new.enumerated() {
      for claim in question.claims { holders[claim] = index }
    }
    var shared: [Link: Int] = [:]
    for question in old {
      for claim in question.claims {
        guard let index = holders[claims[claim] ?? claim], asksAlike(question, new[index]) else {
          continue
        }
        shared[Link(old: question.id, new: new[index].id), default: 0] += 1
      }
    }
    return shared.keys.sorted { a, b in
      let (left, right) = (shared[a] ?? 0, shared[b] ?? 0)
      if left != right { return left > right }
      // The lesser id leads, whichever corpus is called the old one.
      return [min(a.old, a.new), max(a.old, a.new)]
        .lexicographicallyPrecedes([min(b.old, b.new), max(b.old, b.new)])
    }
  }

  private static func asksAlike(_ a: QuestionSummary, _ b: QuestionSummary) -> Bool {
    a.party == b.party && a.status == b.status && a.outcome == b.outcome
      && a.part.isEmpty == b.part.isEmpty
  }
}
