package import Reconciliation

/// Who has counted whom, as a matrix: origin sides down, victims' parties across.
package struct Coverage: Sendable {
  /// The origins' sides; the empty one, third parties, comes last.
  package let sides: [String]
  /// The victims' parties; the empty one, not named, comes last.
  package let parties: [String]
  /// The most claims in a cell.
  package let mostClaims: Int
  private let cells: [Place: CoverageCell]

  private struct Place: Hashable {
    var side: String
    var party: String
  }

  package init(_ cells: [CoverageCell]) {
    var merged: [Place: CoverageCell] = [:]
    for cell in cells {
      let place = Place(side: cell.originSide, party: cell.party)
      guard var old = merged[place] else {
        merged[place] = cell
        continue
      }
      old.origins += cell.origins
      old.claims += cell.claims
      merged[place] = old
    }
    self.cells = merged
    mostClaims = merged.values.map(\.claims).max() ?? 0
    sides = Self.byClaims(merged.values.map { ($0.originSide, $0.claims) })
    parties = Self.byClaims(merged.values.map { ($0.party, $0.claims) })
  }

  /// The cell of a side and a party; nil where that side has counted nobody of that party.
  package func cell(side: String, party: String) -> CoverageCell? {
    guard let cell = cells[Place(side: side, party: party)], cell.claims > 0 else { return nil }
    return cell
  }

  /// Names by the number of claims they stand for, the most first and the nameless last.
  private static func byClaims(_ counts: [(name: String, claims: Int)]) -> [String] {
    var sums: [String: Int] = [:]
    for (name, claims) in counts { sums[name, default: 0] += claims }
    return sums.sorted {
      ($0.key.isEmpty ? 1 : 0, -$0.value, $0.key) < ($1.key.isEmpty ? 1 : 0, -$1.value, $1.key)
    }.map(\.key)
  }
}
