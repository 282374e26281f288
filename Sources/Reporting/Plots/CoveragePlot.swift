import Reconciliation

/// Who has counted whom, as a heat map: a file of its own (pages show it as a table).
package struct CoveragePlot {
  private static let rowHeight = 40
  private static let partyLimit = 12
  private static let sideLimit = 30
  let report: Report

  package init(_ report: Report) {
    self.report = report
  }

  package var isDrawable: Bool { !report.coverage.sides.isEmpty }

  /// How dark a cell is, from 1 to 5, by the order of magnitude of its claims.
  package static func step(_ claims: Int, of most: Int) -> Int {
    guard claims > 0, most > 0 else { return 0 }
    guard most > 5 else { return min(5, claims) }
    // Each step is a fifth of the way in bits, so that one busy cell does not pale the rest.
    let bits = { (value: Int) in Int.bitWidth - value.leadingZeroBitCount }
    return min(5, 1 + (bits(claims) - 1) * 5 / bits(most))
  }

  /// Writes the plot as a file of its own.
  package func write(to output: inout TextOutput) throws {
    let coverage = report.coverage
    let sides = coverage.sides.prefix(Self.sideLimit)
    let parties = coverage.parties.prefix(Self.partyLimit)
    guard !sides.isEmpty, !parties.isEmpty else { return }
    let frame = PlotFrame(
      id: "coverage",
      title: report.words[.plotCoverage], description: description, isStandalone: true)
    let top = frame.top + 26
    try output.write(frame.open(height: top + sides.count * Self.rowHeight + 10))
    let columnWidth = 7600 / parties.count
    func x(_ column: Int) -> String { Self.percent(2400 + column * columnWidth) }
    for (column, party) in parties.enumerated() {
      let name = PlainText.cut(
        party.isEmpty ? report.words[.partyUnknown] : PlainText.oneLine(party),
        to: 70 / parties.count + 6)
      try output.write(
        "<text class=\"m\" x=\"\(Self.percent(2400 + column * columnWidth + columnWidth / 2))\" "
          + "y=\"\(top - 8)\" text-anchor=\"middle\">\(MarkupEscape.text(name))</text>\n")
    }
    for (row, side) in sides.enumerated() {
      let y = top + row * Self.rowHeight
      let name = PlainText.cut(
        side.isEmpty ? report.words[.thirdParties] : PlainText.oneLine(side), to: 22)
      try output.write("<text x=\"0.75%\" y=\"\(y + 24)\">\(MarkupEscape.text(name))</text>\n")
      for (column, party) in parties.enumerated() {
        let cell = coverage.cell(side: side, party: party)
        let step = Self.step(cell?.claims ?? 0, of: coverage.mostClaims)
        let label = cell.map { report.style.count($0.claims) } ?? report.style.missing
        try output.write(
          "<rect x=\"\(x(column))\" y=\"\(y)\" width=\"\(Self.percent(columnWidth - 40))\" "
            + "height=\"\(Self.rowHeight - 4)\" rx=\"3\" style=\"fill:var(--own);fill-opacity:.\(step * 11 + 4 < 10 ? "0" : "")\(step * 11 + 4)\"/>"
            + "<text class=\"b\" x=\"\(Self.percent(2400 + column * columnWidth + columnWidth / 2))\" "
            + "y=\"\(y + 23)\" text-anchor=\"middle\">\(label)</text>\n")
      }
    }
    try output.write(frame.close)
  }

  private static func percent(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }

  private var description: String {
    var parts: [String] = []
    for side in report.coverage.sides {
      for party in report.coverage.parties {
        guard let cell = report.coverage.cell(side: side, party: party) else { continue }
        parts.append(
          report.words(
            .plotCell,
            [
              "side": side.isEmpty ? report.words[.thirdParties] : side,
              "party": party.isEmpty ? report.words[.partyUnknown] : party,
              "claims": report.words.count(.claimsCount, cell.claims),
            ]))
      }
    }
    return parts.joined(separator: "; ") + "."
  }
}
