import ClaimModel
import Reconciliation

/// A question's figures over time in TikZ: a line a source, its bounds as a ribbon, letters that lead
/// to the key below.
struct LaTeXTimeline {
  /// The height of the drawing and of a line of its key, in millimetres.
  private static let height = 46
  private static let keyHeight = 4
  /// Figures of one source that are drawn; of more, so many spread over the time.
  private static let pointLimit = 120
  /// How lines are dashed, so that sources of one perspective can be told apart.
  private static let dashes = [
    "solid", "dashed", "dotted", "dash dot", "densely dashed", "dash dot dot",
  ]
  let page: LaTeXPage
  private let plot: TimelinePlot

  init(page: LaTeXPage, range: QuestionRange, number: Int) {
    self.page = page
    plot = TimelinePlot(page.report, range, number: number)
  }

  /// The picture; empty where there is no course to see.
  var text: String {
    guard plot.isDrawable, let axis = plot.axis else { return "" }
    let key = plot.series.count + (plot.omitted > 0 ? 1 : 0)
    var text = LaTeXAxis.open(height: Self.height + 8 + key * Self.keyHeight)
    for tick in axis.ticks(6) {
      let y = Self.vertical(axis.position(tick))
      text += "\\draw[black!20] (0,\(y))--(\(LaTeXAxis.steps),\(y));"
      text +=
        "\\node[anchor=south west,inner sep=1pt,font=\\scriptsize] at (0,\(y)) "
        + "{\(page.escape(page.report.style.compact(tick)))};\n"
    }
    for day in plot.dateTicks {
      let label = PartialDate(dayNumber: day)?.description ?? ""
      text += LaTeXAxis.label(page.escape(label), at: across(day), Self.height + 1)
    }
    for (index, one) in plot.series.enumerated() {
      text += curve(one, index, axis)
      text += keyLine(one, index)
    }
    if plot.omitted > 0 {
      let words = page.report.words
      let rest = words(
        .restSources, ["sources": words.count(.sourcesCount, plot.omitted)])
      text += Self.keyNode(page.escape(rest), plot.series.count)
    }
    return text + LaTeXAxis.close
  }

  private func curve(_ one: TimelinePlot.Series, _ index: Int, _ axis: Axis) -> String {
    let color = LaTeXAxis.name(one.perspective)
    let points = TimelinePlot.spread(one.points, to: Self.pointLimit)
    func place(_ point: TimelinePoint, _ count: Int) -> String {
      "(\(across(point.date.dayNumber)),\(Self.vertical(axis.position(count))))"
    }
    let bounded = points.filter { $0.interval.low != nil && $0.interval.high != nil }
    let upper = bounded.map { place($0, $0.interval.high ?? 0) }
    let lower = bounded.reversed().map { place($0, $0.interval.low ?? 0) }
    let middle = points.compactMap { point in plot.value(of: point).map { place(point, $0) } }
    var text = ""
    if bounded.count > 1 {
      text +=
        "\\fill[\(color),fill opacity=.18] \((upper + lower).joined(separator: "--"))--cycle;\n"
    }
    if middle.count > 1 {
      let dash = Self.dashes[index % Self.dashes.count]
      text += "\\draw[\(color),thick,\(dash)] \(middle.joined(separator: "--"));\n"
    }
    for point in points {
      guard let value = plot.value(of: point) else { continue }
      let (x, y) = (across(point.date.dayNumber), Self.vertical(axis.position(value)))
      let interval = point.interval
      if let low = interval.low, let high = interval.high, low != high {
        text += "\\draw[\(color)] \(place(point, low))--\(place(point, high));"
      } else if interval.high == nil || interval.low == nil {
        text += "\\draw[\(color),->] (\(x),\(y))--(\(x),\(y + (interval.high == nil ? -4 : 4)));"
      }
      text += "\\tollmark{\(color)}{\(x)}{\(y)}\n"
    }
    if let last = points.last(where: { plot.value(of: $0) != nil }),
      let value = plot.value(of: last)
    {
      text +=
        "\\node[anchor=west,inner sep=5pt,font=\\scriptsize\\bfseries] at \(place(last, value)) "
        + "{\(TimelinePlot.letter(index))};\n"
    }
    return text
  }

  /// A source's line in the key: its letter, mark, name, and how many figures it gives.
  private func keyLine(_ one: TimelinePlot.Series, _ index: Int) -> String {
    let words = page.report.words
    let drawn = min(one.points.count, Self.pointLimit)
    let figures = TimelinePlot.figures(one, drawn: drawn, page.report)
    let name = page.escape(PlainText.cut(PlainText.oneLine(one.origin), to: 48))
    let y = Self.height + 8 + index * Self.keyHeight
    return "\\tollmark{\(LaTeXAxis.name(one.perspective))}{12}{\(y)}"
      + Self.keyNode(
        "\\textbf{\(TimelinePlot.letter(index))} \(name) {\\scriptsize \(page.escape(words.perspective(one.perspective))), "
          + "\(page.escape(figures))}", index)
  }

  private static func keyNode(_ text: String, _ index: Int) -> String {
    "\\node[anchor=west,inner sep=0pt,font=\\footnotesize] at (28,\(height + 8 + index * keyHeight)) "
      + "{\(text)};\n"
  }

  private func across(_ day: Int) -> Int { 90 + Int((plot.position(of: day) * 850).rounded()) }

  private static func vertical(_ position: Double) -> Int {
    height - Int((position * Double(height - 4)).rounded())
  }
}
