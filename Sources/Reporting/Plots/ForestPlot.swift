import ClaimModel
package import Reconciliation

/// A question's forest plot: a row a source, with its interval, its mark and its figure.
package struct ForestPlot {
  /// Sources in one plot; more are counted at its foot.
  private static let rowLimit = 40
  private static let rowHeight = 44
  let report: Report
  let range: QuestionRange
  let number: Int
  let link: (String) -> String?

  /// `link` gives the address of a claim, nil where it has none.
  package init(
    _ report: Report, _ range: QuestionRange, number: Int,
    link: @escaping (String) -> String? = { _ in nil }
  ) {
    self.report = report
    self.range = range
    self.number = number
    self.link = link
  }

  /// Answers by perspective, then from the lowest figure to the highest.
  package static func order(_ answers: [OriginAnswer]) -> [OriginAnswer] {
    let ranks = Dictionary(
      uniqueKeysWithValues: Perspective.allCases.enumerated().map { ($1, $0) })
    return answers.sorted {
      let a = (
        ranks[$0.perspective] ?? 0, $0.interval.best ?? $0.interval.low ?? $0.interval.high ?? 0
      )
      let b = (
        ranks[$1.perspective] ?? 0, $1.interval.best ?? $1.interval.low ?? $1.interval.high ?? 0
      )
      return a == b ? $0.origin < $1.origin : a < b
    }
  }

  /// Whether there is anything to draw.
  package var isDrawable: Bool { axis != nil }

  private var axis: Axis? { Axis(for: range.answers.lazy.flatMap(\.interval.knownCounts)) }

  /// Writes the plot, in a page or as a file of its own.
  package func write(standalone: Bool, to output: inout TextOutput) throws {
    guard let axis else { return }
    let answers = Self.order(range.answers)
    let shown = answers.prefix(Self.rowLimit)
    let frame = PlotFrame(
      id: "forest-\(number)", title: report.words.question(range.key),
      description: description(answers),
      isStandalone: standalone)
    let bottom = frame.top + shown.count * Self.rowHeight + 6
    let note = answers.count > shown.count ? 18 : 0
    try output.write(frame.open(height: bottom + 24 + note))
    for agreement in range.agreements where agreement.origins.count > 1 {
      try output.write(band(agreement, axis, from: frame.top, to: bottom))
    }
    try output.write(frame.axisAcross(axis, from: frame.top, to: bottom, report.style))
    for (index, answer) in shown.enumerated() {
      try output.write(row(answer, at: frame.top + index * Self.rowHeight, axis, frame))
    }
    if note > 0 {
      let rest = report.words(
        .restTable,
        ["sources": report.words.count(.sourcesCount, answers.count - shown.count)])
      try output.write(
        "<text class=\"m\" x=\"0.75%\" y=\"\(bottom + 34)\">\(MarkupEscape.text(rest))</text>\n"
      )
    }
    try output.write(frame.close)
  }

  private func row(_ answer: OriginAnswer, at top: Int, _ axis: Axis, _ frame: PlotFrame) -> String
  {
    let place = IntervalOnAxis(answer.interval, on: axis)
    let figure = report.figure(answer)
    var content =
      "<rect class=\"hit\" x=\"0\" y=\"\(top)\" width=\"100%\" height=\"\(Self.rowHeight)\" rx=\"4\"/>"
    let name = PlainText.cut(PlainText.oneLine(answer.origin), to: 40 - min(20, figure.count))
    content +=
      "<text x=\"0.75%\" y=\"\(top + 16)\">\(MarkupEscape.text(name))"
      + "<tspan class=\"m\" dx=\"6\">\(MarkupEscape.text(report.words.perspective(answer.perspective)))</tspan></text>"
    content +=
      "<text class=\"b\" x=\"99.25%\" y=\"\(top + 16)\" text-anchor=\"end\">"
      + "\(MarkupEscape.text(figure))</text>"
    content += frame.whisker(place, perspective: answer.perspective, y: top + 30)
    return frame.mark(
      content, title: hover(answer), link: link(answer.current),
      classes: "mark p-\(answer.perspective.rawValue)")
  }

  private func band(_ agreement: Agreement, _ axis: Axis, from top: Int, to bottom: Int) -> String {
    let start = agreement.interval.low.map { Percent(axis.position($0)) } ?? .left
    let end = agreement.interval.high.map { Percent(axis.position($0)) } ?? .right
    let title =
      report.agreementSentence(
        agreement.origins.count, range, report.style.interval(agreement.interval))
    // An agreement on one number is still to be seen.
    let isPoint = agreement.interval.low != nil && agreement.interval.low == agreement.interval.high
    let width = isPoint ? "4" : start.distance(to: end)
    return "<rect class=\"band\" x=\"\(start.text)\" y=\"\(top)\" width=\"\(width)\" "
      + "height=\"\(bottom - top)\"><title>\(MarkupEscape.text(title))</title></rect>\n"
  }

  /// What hovering over a row shows: who, what, when, and the sentence.
  private func hover(_ answer: OriginAnswer) -> String {
    var text = "\(answer.origin): \(report.figure(answer))"
    if let date = report.date(of: answer) { text += " (\(date))" }
    if let claim = report.claim(answer.current), !claim.quote.isEmpty {
      text += ". “\(PlainText.cut(PlainText.oneLine(claim.quote), to: 600))”"
    }
    return text
  }

  /// The plot's data as text.
  private func description(_ answers: [OriginAnswer]) -> String {
    let scale = axis?.isLogarithmic == true ? report.words[.axisLogarithmicNote] : ""
    let rows = answers.prefix(Self.rowLimit).map { answer in
      "\(answer.origin) (\(report.words.perspective(answer.perspective))): \(report.figure(answer))"
        + (report.reading(answer).map { ", " + report.words(.claimReadAs, ["interval": $0]) } ?? "")
    }
    return scale + rows.joined(separator: "; ") + "."
  }
}
