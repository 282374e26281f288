import ClaimModel
package import Reconciliation

/// What the victims' own side, the adversary and third parties say, side by side, a row a question.
package struct BiasPlot {
  private static let rowHeight = 72
  static let sides: [Perspective] = [.own, .adversary, .thirdParty]
  /// Questions in the plot.
  package static let rowLimit = 20
  let report: Report
  /// The questions drawn, with their numbers: those on which at least two of the three speak.
  package let rows: [(number: Int, range: QuestionRange)]
  /// How many more such questions there are.
  package let omitted: Int
  let link: (Int) -> String?
  let axis: Axis?

  /// `link` gives the address of a question by its number, nil where it has none.
  package init(
    _ report: Report, limit: Int = BiasPlot.rowLimit,
    link: @escaping (Int) -> String? = { _ in nil }
  ) {
    self.report = report
    self.link = link
    let (rows, count) = report.questionsOfSides(limit)
    self.rows = rows
    omitted = count - rows.count
    axis = Axis(
      for: rows.lazy.flatMap { row in
        Self.sides.compactMap { Self.interval($0, row.range) }.flatMap(\.knownCounts)
      })
  }

  package var isDrawable: Bool { axis != nil && !rows.isEmpty }

  /// Whether at least two of the three speak on a question.
  static func hasSides(_ range: QuestionRange) -> Bool {
    sides.count { interval($0, range) != nil } > 1
  }

  /// Writes the plot, in a page or as a file of its own.
  package func write(standalone: Bool, to output: inout TextOutput) throws {
    guard let axis, isDrawable else { return }
    let frame = PlotFrame(
      id: "bias", title: report.words[.plotBias], description: description,
      isStandalone: standalone)
    let bottom = frame.top + rows.count * Self.rowHeight
    try output.write(frame.open(height: bottom + 24))
    try output.write(frame.axisAcross(axis, from: frame.top, to: bottom, report.style))
    for (index, row) in rows.enumerated() {
      let top = frame.top + index * Self.rowHeight
      let name = PlainText.cut(PlainText.oneLine(report.words.question(row.range.key)), to: 46)
      var content =
        "<rect class=\"hit\" x=\"0\" y=\"\(top)\" width=\"100%\" height=\"\(Self.rowHeight)\" rx=\"4\"/>"
        + "<text x=\"0.75%\" y=\"\(top + 16)\"><tspan class=\"m\">Q\(row.number)</tspan> "
        + "\(MarkupEscape.text(name))</text>"
      for (lane, side) in Self.sides.enumerated() {
        guard let interval = Self.interval(side, row.range) else { continue }
        content +=
          "<g class=\"p-\(side.rawValue)\">"
          + frame.whisker(
            IntervalOnAxis(interval, on: axis), perspective: side, y: top + 29 + lane * 15) + "</g>"
      }
      try output.write(
        frame.mark(content, title: hover(row.range), link: link(row.number), classes: "mark"))
    }
    try output.write(frame.close)
  }

  /// What the origins of a perspective say: lowest, median, highest; nil where none speak.
  static func interval(_ side: Perspective, _ range: QuestionRange) -> Interval? {
    guard let part = range.perspectives[side], part.origins > 0, part.low != nil || part.high != nil
    else { return nil }
    let best = range.answers.filter { $0.perspective == side }.compactMap(\.interval.best).sorted()
    return Interval(
      low: part.low, best: best.isEmpty ? nil : best[best.count / 2], high: part.high)
  }

  private func hover(_ range: QuestionRange) -> String {
    report.words.question(range.key) + ". "
      + Self.sides.map { side in
        "\(report.words.perspective(side)): \(report.perspective(side, of: range))"
      }.joined(separator: "; ")
  }

  private var description: String { rows.map { hover($0.range) }.joined(separator: ". ") + "." }
}
