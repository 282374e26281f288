import ClaimModel
import ClaimTables

/// Tells what differs between two claims that were paired.
struct ClaimComparison {
  /// How to compare.
  let options: DiffOptions
  /// The old and new ids of the claims that were paired.
  let pairedIDs: Set<[String]>
  private let columns: [ClaimColumn]

  init(options: DiffOptions, pairedIDs: Set<[String]>) {
    self.options = options
    self.pairedIDs = pairedIDs
    columns = ClaimColumn.allCases.filter { !options.ignored.contains($0.rawValue) }
  }

  /// The change that a pair stands for.
  func change(
    _ before: (row: Int, claim: Claim), _ now: (row: Int, claim: Claim), rule: MatchRule
  ) -> ClaimChange {
    let old = before.claim
    let new = now.claim
    var cells: [CellChange] = []
    var kinds: Set<ChangeKind> = []
    var boundsChanged = false
    var settingChanged = false
    for column in columns {
      let oldCell = old.cell(column)
      let newCell = new.cell(column)
      guard oldCell != newCell, !isTolerated(column, old, new) else { continue }
      cells.append(CellChange(column: column.rawValue, old: oldCell, new: newCell))
      switch column {
      case .low, .best, .high: boundsChanged = true
      case .place where LetterCase.isSame(oldCell, newCell): kinds.insert(.moved)
      case .from, .to, .place: settingChanged = true
      case .source where LetterCase.isSame(options.origin(old), options.origin(new)):
        kinds.insert(.moved)
      case .partOf where isSamePart(old, new): kinds.insert(.moved)
      default: kinds.insert(column.kindOfChange)
      }
    }
    // Bounds follow the number; on their own they say that the number is read differently.
    if boundsChanged, !kinds.contains(.revised) { kinds.insert(.requalified) }
    // A new count comes with a new day; only the same number of another time or place is another.
    if settingChanged, !kinds.contains(.revised) { kinds.insert(.reclassified) }
    let extra = extraCells(old, new)
    if !extra.isEmpty { kinds.insert(.moved) }
    let ordered = ChangeKind.allCases.filter { kinds.contains($0) }
    return ClaimChange(
      kind: ordered.first ?? .unchanged, kinds: ordered.isEmpty ? [.unchanged] : ordered,
      old: old, new: new, oldRow: before.row, newRow: now.row, cells: cells + extra, rule: rule,
      isCopy: false)
  }

  private func isTolerated(_ column: ClaimColumn, _ old: Claim, _ new: Claim) -> Bool {
    guard let tolerance = options.tolerance(of: column), tolerance != Tolerance() else {
      return false
    }
    return switch column {
    case .statedLow: tolerance.allows(old.quantity.low, new.quantity.low)
    case .statedHigh: tolerance.allows(old.quantity.high, new.quantity.high)
    case .low: tolerance.allows(old.interval.low, new.interval.low)
    case .best: tolerance.allows(old.interval.best, new.interval.best)
    case .high: tolerance.allows(old.interval.high, new.interval.high)
    case .start: tolerance.allows(old.span?.start, new.span?.start)
    case .end: tolerance.allows(old.span?.end, new.span?.end)
    case .confidence: tolerance.allows(old.confidence, new.confidence)
    default: false
    }
  }

  /// Whether the two are parts of one whole whose id changed as it moved.
  private func isSamePart(_ old: Claim, _ new: Claim) -> Bool {
    guard let whole = old.partOf, let newWhole = new.partOf else { return false }
    return pairedIDs.contains([whole, newWhole])
  }

  private func extraCells(_ old: Claim, _ new: Claim) -> [CellChange] {
    guard old.extra != new.extra else { return [] }
    var cells: [CellChange] = []
    for field in old.extra where !options.ignored.contains(field.column) {
      let value = new.extra.first { $0.column == field.column }?.value ?? ""
      if value != field.value {
        cells.append(CellChange(column: field.column, old: field.value, new: value))
      }
    }
    for field in new.extra where !options.ignored.contains(field.column) {
      let isNew = !old.extra.contains { $0.column == field.column }
      if isNew, !field.value.isEmpty {
        cells.append(CellChange(column: field.column, old: "", new: field.value))
      }
    }
    return cells.sorted { $0.column < $1.column }
  }
}

extension ClaimChange {
  /// A claim that only the new corpus has.
  static func added(_ claim: Claim, row: Int, isCopy: Bool) -> ClaimChange {
    ClaimChange(
      kind: .added, kinds: [.added], old: nil, new: claim, oldRow: nil, newRow: row, cells: [],
      rule: nil, isCopy: isCopy)
  }

  /// A claim that only the old corpus has.
  static func removed(_ claim: Claim, row: Int, isCopy: Bool) -> ClaimChange {
    ClaimChange(
      kind: .removed, kinds: [.removed], old: claim, new: nil, oldRow: row, newRow: nil, cells: [],
      rule: nil, isCopy: isCopy)
  }
}
