import ClaimModel
import ClaimTables

/// The order in which changes are shown: by what they are about, then by who says it and when.
///
/// It does not depend on the order of rows, save for claims that are alike in every cell.
struct ChangeOrder {
  private let words: [String]
  private let numbers: [Int]

  private init(_ change: ClaimChange, options: DiffOptions) {
    guard let claim = change.latest else {
      words = []
      numbers = []
      return
    }
    words = [
      claim.party, claim.outcome.rawValue, claim.status.rawValue, claim.scope.rawValue,
      options.subject(claim), options.origin(claim),
    ]
    let day = (claim.to ?? claim.from ?? claim.published)?.dayNumber
    numbers = [
      day ?? Int.max, ChangeKind.allCases.firstIndex(of: change.kind) ?? 0, claim.quantity.low,
      claim.quantity.high,
    ]
  }

  /// The changes in their order.
  static func sorted(_ changes: [ClaimChange], by options: DiffOptions) -> [ClaimChange] {
    let keyed = changes.map { ($0, ChangeOrder($0, options: options)) }
    return keyed.sorted { precedes($0, $1) }.map(\.0)
  }

  private static func precedes(
    _ a: (change: ClaimChange, key: ChangeOrder), _ b: (change: ClaimChange, key: ChangeOrder)
  ) -> Bool {
    if a.key.words != b.key.words { return a.key.words.lexicographicallyPrecedes(b.key.words) }
    if a.key.numbers != b.key.numbers {
      return a.key.numbers.lexicographicallyPrecedes(b.key.numbers)
    }
    let left = Self.cells(a.change)
    let right = Self.cells(b.change)
    if left != right { return left.lexicographicallyPrecedes(right) }
    return (a.change.oldRow ?? -1, a.change.newRow ?? -1)
      < (b.change.oldRow ?? -1, b.change.newRow ?? -1)
  }

  /// All cells of a change, to part those that the key does not.
  private static func cells(_ change: ClaimChange) -> [String] {
    var cells: [String] = []
    for claim in [change.new, change.old] {
      guard let claim else { continue }
      cells += ClaimColumn.allCases.map { claim.cell($0) } + claim.extra.map(\.value)
    }
    return cells
  }
}
