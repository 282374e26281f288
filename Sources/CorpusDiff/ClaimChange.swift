package import ClaimModel

/// One cell that differs between a claim and its partner.
package struct CellChange: Hashable, Sendable {
  /// The column's name.
  package var column: String
  /// The old cell; empty where it was empty or the column missing.
  package var old: String
  /// The new cell.
  package var new: String

  package init(column: String, old: String, new: String) {
    self.column = column
    self.old = old
    self.new = new
  }

  /// The same change read backwards.
  package var reversed: CellChange { CellChange(column: column, old: new, new: old) }
}

/// What became of one claim.
package struct ClaimChange: Sendable {
  /// The weightiest thing that changed.
  package var kind: ChangeKind
  /// All that changed, the weightiest first; ``kind`` is its first.
  package var kinds: [ChangeKind]
  /// The claim in the old corpus; nil where it was added.
  package var old: Claim?
  /// The claim in the new corpus; nil where it was removed.
  package var new: Claim?
  /// The claim's row in the old table, the first is 0.
  package var oldRow: Int?
  /// The claim's row in the new table.
  package var newRow: Int?
  /// The compared cells that differ, in the table's order; none for added and removed claims.
  package var cells: [CellChange]
  /// Why the two were paired; nil for added and removed claims.
  package var rule: MatchRule?
  /// Whether an added or removed claim is one copy more or less of what both corpora say.
  package var isCopy: Bool

  /// The claim as it is now, or was last.
  package var latest: Claim? { new ?? old }

  /// The same change read backwards.
  package var reversed: ClaimChange {
    var change = self
    change.kind = kind.reversed
    change.kinds = kinds.map(\.reversed)
    swap(&change.old, &change.new)
    swap(&change.oldRow, &change.newRow)
    change.cells = cells.map(\.reversed)
    return change
  }
}
