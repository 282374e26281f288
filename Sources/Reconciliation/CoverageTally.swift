internal import ClaimModel

/// Who has counted whom, gathered question by question.
struct CoverageTally {
  private struct Pair: Hashable {
    var side: String
    var party: String
  }

  /// The most cells of which blank ones are listed too.
  static let blankLimit = 10_000

  private var seen: [Pair: (origins: Set<Int32>, claims: Int)] = [:]
  private var sides: Set<String> = []
  private var parties: Set<String> = []

  /// Takes in who answers a question.
  mutating func add(_ question: Question, origins: [Origin]) {
    parties.insert(question.key.party)
    for history in question.histories {
      let side = origins[Int(history.origin)].side
      sides.insert(side)
      let claims = history.statements.reduce(0) { $0 + 1 + $1.echoes.count }
      let pair = Pair(side: side, party: question.key.party)
      seen[pair, default: ([], 0)].origins.insert(history.origin)
      seen[pair, default: ([], 0)].claims += claims
    }
  }

  /// One cell for each side that speaks and each party that is counted, blanks too.
  ///
  /// A table with more than ``blankLimit`` of them lists only those that hold a claim.
  var cells: [CoverageCell] {
    // A party that is counted but never counts has a row of blanks: that is what coverage shows.
    var sides = sides
    if sides.count + parties.count <= 100 { sides.formUnion(parties.filter { !$0.isEmpty }) }
    let showsBlanks = sides.count * parties.count <= Self.blankLimit
    return sides.sorted().flatMap { side in
      parties.sorted().compactMap { party in
        let found = seen[Pair(side: side, party: party)]
        if found == nil, !showsBlanks { return nil }
        return CoverageCell(
          originSide: side, party: party, origins: found?.origins.count ?? 0,
          claims: found?.claims ?? 0)
      }
    }
  }
}
