import ClaimModel
import Reconciliation

/// What the victims' own side, the adversary and third parties say, in TikZ: a row a question.
struct LaTeXBias {
  /// Questions that fit a page, and the height of a row in millimetres.
  private static let rowLimit = 12
  private static let rowHeight = 17
  let page: LaTeXPage
  /// How many such questions the picture leaves out.
  let omitted: Int
  private let plot: BiasPlot

  init(page: LaTeXPage) {
    self.page = page
    plot = BiasPlot(page.report, limit: Self.rowLimit)
    omitted = plot.omitted
  }

  /// The picture; empty where no two of the three speak on one question.
  var text: String {
    guard plot.isDrawable, let axis = plot.axis else { return "" }
    let bottom = plot.rows.count * Self.rowHeight
    var text = LaTeXAxis.open(height: bottom + 5)
    text += LaTeXAxis.ticks(axis, bottom: bottom) {
      page.escape(page.report.style.compact($0))
    }
    for (index, row) in plot.rows.enumerated() {
      let top = index * Self.rowHeight
      let name = PlainText.cut(PlainText.oneLine(page.report.words.question(row.range.key)), to: 60)
      text +=
        "\\node[anchor=west,inner sep=0pt,fill=white,font=\\footnotesize] at (0,\(top + 2)) "
        + "{Q\(row.number) \(page.escape(name))};\n"
      for (lane, side) in BiasPlot.sides.enumerated() {
        guard let interval = BiasPlot.interval(side, row.range) else { continue }
        text += LaTeXAxis.whisker(interval, side, on: axis, y: top + 6 + lane * 4)
      }
    }
    return text + LaTeXAxis.close
  }
}
