/// A table for a terminal: columns that share the width, cells that wrap.
struct TextTable {
  /// On which side a column's cells stand.
  enum Alignment { case left, right }

  /// A column: its heading and how far it may shrink.
  struct Column {
    var heading: String
    var alignment: Alignment = .left
    /// Whether cells may be wrapped to make the column narrower.
    var wraps = false
  }

  private static let gap = 2
  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row of one cell a column; the cells are plain text without line ends.
  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The columns' widths, so that the table fits where its wrapping columns allow it.
  func widths(in width: Int) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(PlainText.width(columns[index].heading)) {
        max($0, index < $1.count ? PlainText.width($1[index]) : 0)
      }
    }
    // A wrapping column keeps its longest word whole, as long as the word is not longer than 14.
    let narrowest = columns.indices.map { index in
      let cells = rows.map { index < $0.count ? $0[index] : "" } + [columns[index].heading]
      return cells.reduce(4) { least, cell in
        cell.split(separator: " ").reduce(least) { max($0, min(14, PlainText.width(String($1)))) }
      }
    }
    var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - width
    while excess > 0 {
      let shrinkable = columns.indices.filter { columns[$0].wraps && widths[$0] > narrowest[$0] }
      guard let widest = shrinkable.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The table's lines: heading, rule, rows.
  ///
  /// `decorate` colours a padded cell by row (-1: heading)
  /// and column.
  func lines(in width: Int, decorate: (Int, Int, String) -> String) -> [String] {
    let widths = widths(in: width)
    var lines = render(columns.map(\.heading), widths, row: -1, decorate)
    lines.append(
      widths.map { String(repeating: "─", count: $0) }.joined(
        separator: String(repeating: " ", count: Self.gap)))
    for (index, row) in rows.enumerated() {
      lines += render(row, widths, row: index, decorate)
    }
    return lines
  }

  private func render(
    _ cells: [String], _ widths: [Int], row: Int, _ decorate: (Int, Int, String) -> String
  ) -> [String] {
    let wrapped = columns.indices.map { index -> [String] in
      let cell = index < cells.count ? cells[index] : ""
      if columns[index].wraps { return PlainText.wrap(cell, to: widths[index]) }
      return [cell]
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      for index in columns.indices {
        let cell = line < wrapped[index].count ? wrapped[index][line] : ""
        let padding = String(
          repeating: " ", count: max(0, widths[index] - PlainText.width(cell)))
        let isLast = index == columns.count - 1
        switch columns[index].alignment {
        case .right: text += padding + decorate(row, index, cell)
        case .left: text += decorate(row, index, cell) + (isLast ? "" : padding)
        }
        if !isLast { text += String(repeating: " ", count: Self.gap) }
      }
      while text.utf8.last == 0x20 { text.removeLast() }
      return text
    }
  }
}
