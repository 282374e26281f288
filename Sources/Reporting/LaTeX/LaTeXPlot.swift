import ClaimModel
import Reconciliation

/// A question's forest plot in TikZ, so that a LaTeX report is one file.
///
/// A row a source: its name and how it stands to the victims at the left, its figure at the right, and
/// below them the interval on the shared axis. Open ends are arrows; shapes tell perspectives apart as
/// well as colours do.
struct LaTeXPlot {
  /// Sources in one plot; more are in the table below it.
  private static let rowLimit = 12
  /// The height of a row in millimetres.
  private static let rowHeight = 9
  let page: LaTeXPage
  let range: QuestionRange

  /// The picture; empty where no figure is known.
  var text: String {
    let answers = ForestPlot.order(range.answers).prefix(Self.rowLimit)
    guard let axis = Axis(for: answers.lazy.flatMap(\.interval.knownCounts)) else { return "" }
    let bottom = answers.count * Self.rowHeight
    var text = LaTeXAxis.open(height: bottom + 5)
    for agreement in range.agreements where agreement.origins.count > 1 {
      text += band(agreement, axis, bottom)
    }
    text += LaTeXAxis.ticks(axis, bottom: bottom) {
      page.escape(page.report.style.compact($0))
    }
    for (index, answer) in answers.enumerated() {
      text += row(answer, top: index * Self.rowHeight, axis)
    }
    return text + LaTeXAxis.close
  }

  private func row(_ answer: OriginAnswer, top: Int, _ axis: Axis) -> String {
    let name = page.escape(PlainText.cut(PlainText.oneLine(answer.origin), to: 48))
    return
      "\\node[anchor=west,inner sep=0pt,fill=white,font=\\footnotesize] at (0,\(top + 2)) {\(name) "
      + "{\\scriptsize \(page.escape(page.report.words.perspective(answer.perspective)))}};"
      + "\\node[anchor=east,inner sep=0pt,font=\\footnotesize\\bfseries] at (\(LaTeXAxis.steps),\(top + 2)) "
      + "{\(page.escape(page.report.figure(answer)))};\n"
      + LaTeXAxis.whisker(answer.interval, answer.perspective, on: axis, y: top + 6)
  }

  private func band(_ agreement: Agreement, _ axis: Axis, _ bottom: Int) -> String {
    let start = agreement.interval.low.map { LaTeXAxis.step(axis.position($0)) } ?? 0
    let end =
      agreement.interval.high.map { LaTeXAxis.step(axis.position($0)) } ?? LaTeXAxis.steps
    // An agreement on one number is still to be seen.
    return "\\fill[band] (\(start),0) rectangle (\(max(end, start + 4)),\(bottom));\n"
  }
}
