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
    let keys = changes.map { ChangeOrder($0, options: options) }
    // Changes are wide; it is their positions that are moved about.
    let order = changes.indices.sorted { a, b in
      if keys[a].words != keys[b].words {
        return keys[a].words.lexicographicallyPrecedes(keys[b].words)
      }
      if keys[a].numbers != keys[b].numbers {
        return keys[a].numbers.lexicographicallyPrecedes(keys[b].numbers)
      }
      return precedes(changes[a], changes[b])
    }
    return order.map { changes[$0] }
  }

  /// The order of changes that are about the same at the same time.
  private static func precedes(_ a: ClaimChange, _ b: ClaimChange) -> Bool {
    let left = cells(a)
    let right = cells(b)
    if left != right { return left.lexicographicallyPrecedes(right) }
    return (a.oldRow ?? -1, a.newRow ?? -1)
      < (b.oldRow ?? -1, b.newRow ?? -1)
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
