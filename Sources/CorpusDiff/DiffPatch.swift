package import ClaimModel
import ClaimTables

/// A diff in a form that turns OLD into NEW, cell for cell and row for row, and back.
///
/// It holds every changed cell with its old and new text, every added and removed claim whole, and
/// where rows went, so that it can also be read backwards and be checked against what it is
/// applied to.
package struct DiffPatch: Hashable, Sendable {
  /// What a patch does to one row.
  package struct Entry: Hashable, Sendable {
    /// What kind of change it is.
    package var kind: ChangeKind
    /// The id of the claim in OLD; empty where it has none or is not there.
    package var oldID: String
    /// The id of the claim in NEW.
    package var newID: String
    /// The row in OLD, the first is 0; nil where the claim is added.
    package var oldRow: Int?
    /// The row in NEW; nil where the claim is removed.
    package var newRow: Int?
    /// The cells of the table's own columns that change; of a whole claim those that hold something.
    package var cells: [CellChange]
    /// Columns that the table does not define and that leave the row, in their order.
    package var dropped: [ExtraField]
    /// Columns that the table does not define and that come to the row, in their order.
    package var appended: [ExtraField]

    /// The same entry read backwards.
    var reversed: Entry {
      Entry(
        kind: kind.reversed, oldID: newID, newID: oldID, oldRow: newRow, newRow: oldRow,
        cells: cells.map(\.reversed), dropped: appended, appended: dropped)
    }
  }

  /// How many rows a corpus has and what they amount to.
  package struct Seal: Hashable, Sendable {
    /// The number of rows.
    package var rows: Int
    /// A hash of all rows in their order, as hexadecimal digits.
    package var hash: String

    package init(rows: Int, hash: String) {
      self.rows = rows
      self.hash = hash
    }

    /// The seal of some claims.
    package init(of claims: [Claim]) {
      var index = CorpusIndex(options: DiffOptions())
      for claim in claims { index.add(claim) }
      self = index.seal
    }
  }

  /// What it applies to.
  package var old: Seal
  /// What comes out.
  package var new: Seal
  /// What it does, in order of the new rows, removed claims first.
  package var entries: [Entry]

  package init(old: Seal, new: Seal, entries: [Entry]) {
    self.old = old
    self.new = new
    self.entries = entries
  }

  /// The patch of a diff.
  ///
  /// - Throws: ``InputFault`` where the diff ignored columns or compared rows as they are written: it
  ///   does not know what is in them.
  package init(_ diff: CorpusDiff) throws(InputFault) {
    guard diff.options.ignored.isEmpty else {
      throw InputFault(
        subject: "patch", problem: "the diff ignored columns, so it cannot give NEW exactly",
        advice: "make the patch without ignoring columns")
    }
    guard let seals = diff.seals else {
      throw InputFault(
        subject: "patch", problem: "the diff compared rows, not claims, so it cannot seal a patch",
        advice: "read the tables claim by claim")
    }
    old = seals.old
    new = seals.new
    entries = diff.changes.map(Self.entry) + Self.places(in: diff)
    entries.sort { ($0.newRow ?? -1, $0.oldRow ?? -1) < ($1.newRow ?? -1, $1.oldRow ?? -1) }
  }

  /// The patch that turns NEW into OLD.
  package var reversed: DiffPatch {
    var patch = DiffPatch(old: new, new: old, entries: entries.map(\.reversed))
    patch.entries.sort {
      ($0.newRow ?? -1, $0.oldRow ?? -1) < ($1.newRow ?? -1, $1.oldRow ?? -1)
    }
    return patch
  }

  /// What a change does to its row, without tolerance.
  private static func entry(_ change: ClaimChange) -> Entry {
    var entry = Entry(
      kind: change.kind, oldID: change.old?.id ?? "", newID: change.new?.id ?? "",
      oldRow: change.oldRow, newRow: change.newRow, cells: [], dropped: [], appended: [])
    for column in ClaimColumn.allCases {
      let before = change.old?.cell(column) ?? ""
      let now = change.new?.cell(column) ?? ""
      if before != now {
        entry.cells.append(CellChange(column: column.rawValue, old: before, new: now))
      }
    }
    let before = change.old?.extra ?? []
    let now = change.new?.extra ?? []
    if before != now {
      entry.dropped = before
      entry.appended = now
    }
    return entry
  }

  /// Rows that are as they were and stand in another order than the other such rows.
  ///
  /// All but the longest rising run of rows are placed one by one.
  private static func places(in diff: CorpusDiff) -> [Entry] {
    var isChanged = Array(repeating: false, count: diff.rows.newRows.count)
    for change in diff.changes {
      if let row = change.oldRow { isChanged[row] = true }
    }
    let kept = diff.rows.newRows.indices.filter {
      !isChanged[$0] && diff.rows.newRows[$0] >= 0
    }
    let targets = kept.map { Int(diff.rows.newRows[$0]) }
    let inOrder = RisingRun.longest(in: targets)
    return kept.indices.filter { !inOrder[$0] }.map { position in
      Entry(
        kind: .unchanged, oldID: "", newID: "", oldRow: kept[position],
        newRow: targets[position], cells: [], dropped: [], appended: [])
    }
  }
}

/// The longest rising run of numbers, by patience sorting.
enum RisingRun {
  /// Which of the numbers, all of them different, belong to it.
  static func longest(in numbers: [Int]) -> [Bool] {
    var isRising = true
    for position in numbers.indices.dropFirst() where numbers[position] < numbers[position - 1] {
      isRising = false
      break
    }
    if isRising { return Array(repeating: true, count: numbers.count) }
    var tops: [Int] = []
    var previous = Array(repeating: -1, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[tops[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[position] = tops[low - 1] }
      if low == tops.count { tops.append(position) } else { tops[low] = position }
    }
    var isIn = Array(repeating: false, count: numbers.count)
    var position = tops.last ?? -1
    while position >= 0 {
      isIn[position] = true
      position = previous[position]
    }
    return isIn
  }
}
