import ClaimModel

/// A range as a line of characters: `├──●────┤`, with an arrow where an end is open.
struct RangeBar {
  let axis: Axis
  let width: Int

  /// The bar of an interval; `isOpen` draws an arrow although a high is known.
  func bar(_ interval: Interval, isOpen: Bool = false) -> String {
    guard interval.low != nil || interval.high != nil || interval.best != nil, width > 2 else {
      return ""
    }
    let start = interval.low.map(column) ?? (interval.high == nil ? nil : 0)
    let end =
      isOpen ? width - 1 : interval.high.map(column) ?? (interval.low == nil ? nil : width - 1)
    var cells = Array(repeating: Character(" "), count: width)
    if let start, let end, start <= end {
      for index in start...end { cells[index] = "─" }
      cells[start] = interval.low == nil ? "◀" : "├"
      cells[end] = interval.high == nil || isOpen ? "▶" : "┤"
      if start == end { cells[start] = "●" }
    }
    if let best = interval.best { cells[column(best)] = "●" }
    while cells.last == " " { cells.removeLast() }
    return String(cells)
  }

  private func column(_ count: Int) -> Int {
    Int((axis.position(count) * Double(width - 1)).rounded())
  }
}
