import ClaimModel
package import Reconciliation

/// A question's figures over time, a line a source, with bounds as ribbons.
package struct TimelinePlot {
  private static let seriesLimit = 8
  /// Figures of one source that are drawn.
  private static let pointLimit = 250
  private static let height = 240
  let report: Report
  let range: QuestionRange
  let number: Int
  let link: (String) -> String?
  /// The sources drawn, those with the most figures first.
  let series: [Series]
  /// How many more there are.
  let omitted: Int
  let axis: Axis?
  private let firstDay: Int
  private let lastDay: Int

  /// One source's figures in the order of their dates.
  struct Series {
    var origin: String
    var perspective: Perspective
    /// Those drawn.
    var points: [TimelinePoint]
    /// How many there are.
    var count: Int
  }

  /// At most so many points, spread over all, the first and the last among them.
  static func spread(_ points: [TimelinePoint], to limit: Int) -> [TimelinePoint] {
    guard points.count > limit else { return points }
    return (0..<limit).map { points[$0 * (points.count - 1) / (limit - 1)] }
  }

  /// How many figures a source gives, and how many of them are drawn where not all are.
  static func figures(_ one: Series, drawn: Int, _ report: Report) -> String {
    let figures = report.words.count(.figuresCount, one.count)
    guard drawn < one.count else { return figures }
    return report.words(.restDrawn, ["figures": figures, "count": report.style.count(drawn)])
  }

  /// The letter by which a line is found in the key; empty for those behind the alphabet.
  static func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : ""
  }

  package init(
    _ report: Report, _ range: QuestionRange, number: Int,
    link: @escaping (String) -> String? = { _ in nil }
  ) {
    self.report = report
    self.range = range
    self.number = number
    self.link = link
    let points = report.timeline(ofQuestion: range.id).map { point in
      var point = point
      point.interval = point.intervalAsSaid
      return point
    }
    let perspectives = Dictionary(
      range.answers.map { ($0.origin, $0.perspective) }, uniquingKeysWith: { first, _ in first })
    let all = Dictionary(grouping: points, by: \.origin).map { origin, points in
      Series(
        origin: origin, perspective: perspectives[origin] ?? .unknown,
        points: Self.spread(points, to: Self.pointLimit), count: points.count)
    }.sorted { (-$0.count, $0.origin) < (-$1.count, $1.origin) }
    series = Array(all.prefix(Self.seriesLimit))
    omitted = all.count - series.count
    axis = Axis(for: series.lazy.flatMap(\.points).flatMap(\.interval.knownCounts))
    firstDay = series.lazy.flatMap(\.points).map(\.date.dayNumber).min() ?? 0
    lastDay = series.lazy.flatMap(\.points).map(\.date.dayNumber).max() ?? 0
  }

  /// Whether there is a course to see: a source with two dates, or three dates in all.
  package var isDrawable: Bool {
    guard axis != nil, lastDay > firstDay else { return false }
    return series.contains { Set($0.points.map(\.date)).count > 1 }
      || Set(series.flatMap(\.points).map(\.date)).count > 2
  }

  /// Writes the plot, in a page or as a file of its own.
  package func write(standalone: Bool, to output: inout TextOutput) throws {
    guard let axis, isDrawable else { return }
    let frame = PlotFrame(
      id: "timeline-\(number)",
      title: report.words(
        .plotOverTime, ["question": report.words.question(range.key)]),
      description: description, isStandalone: standalone)
    let top = frame.top + 18
    let bottom = top + Self.height
    let legend = series.count + (omitted > 0 ? 1 : 0)
    try output.write(frame.open(height: bottom + 34 + legend * 22))
    try writeGrid(axis, from: top, to: bottom, &output)
    for (index, one) in series.enumerated() {
      try output.write(curves(one, index, axis, top))
      for point in one.points {
        try output.write(mark(point, one, axis, top, frame))
      }
      try output.write(legendLine(one, index, at: bottom + 46 + index * 22))
    }
    if omitted > 0 {
      let rest = report.words(
        .restSources, ["sources": report.words.count(.sourcesCount, omitted)])
      try output.write(
        "<text class=\"m\" x=\"0.75%\" y=\"\(bottom + 46 + series.count * 22)\">\(MarkupEscape.text(rest))</text>\n"
      )
    }
    try output.write(frame.close)
  }

  private func writeGrid(
    _ axis: Axis, from top: Int, to bottom: Int, _ output: inout TextOutput
  ) throws {
    for tick in axis.ticks(6) {
      let y = top + vertical(axis.position(tick))
      try output.write(
        "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
          + "<text class=\"m\" x=\"0\" y=\"\(y - 4)\">\(report.style.compact(tick))</text>\n")
    }
    for day in dateTicks {
      let place = self.place(day)
      let label = PartialDate(dayNumber: day)?.description ?? ""
      try output.write(
        "<line class=\"grid\" x1=\"\(place.text)\" x2=\"\(place.text)\" y1=\"\(bottom)\" "
          + "y2=\"\(bottom + 5)\"/><text class=\"m\" x=\"\(place.text)\" y=\"\(bottom + 20)\" "
          + "text-anchor=\"\(place.anchor)\">\(label)</text>\n")
    }
  }

  /// The days to mark.
  var dateTicks: [Int] {
    let span = lastDay - firstDay
    return span < 3 ? [firstDay, lastDay] : [firstDay, firstDay + span / 2, lastDay]
  }

  /// The ribbon and the line of a series, stretched to the plot's width.
  private func curves(_ one: Series, _ index: Int, _ axis: Axis, _ top: Int) -> String {
    let middle = one.points.compactMap { point in
      value(of: point).map { "\(place(point).ofThousand),\(vertical(axis.position($0)))" }
    }
    let bounded = one.points.filter { $0.interval.low != nil && $0.interval.high != nil }
    let upper = bounded.map { point in
      "\(place(point).ofThousand),\(vertical(axis.position(point.interval.high ?? 0)))"
    }
    let lower = bounded.reversed().map { point in
      "\(place(point).ofThousand),\(vertical(axis.position(point.interval.low ?? 0)))"
    }
    var text =
      "<svg class=\"p-\(one.perspective.rawValue)\" x=\"0\" y=\"\(top)\" width=\"100%\" "
      + "height=\"\(Self.height)\" viewBox=\"0 0 1000 \(Self.height)\" preserveAspectRatio=\"none\">"
    if bounded.count > 1 {
      text +=
        "<polygon class=\"ribbon\" points=\"\((upper + lower).joined(separator: " "))\"/>"
    }
    if middle.count > 1 {
      let dashes = ["", "7 4", "2 4", "9 3 2 3", "12 6", "4 2", "1 3", "14 3 3 3"]
      let dash = dashes[index % dashes.count]
      text +=
        "<polyline class=\"line\" points=\"\(middle.joined(separator: " "))\""
        + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"") + "/>"
    }
    return text + "</svg>\n"
  }

  private func mark(
    _ point: TimelinePoint, _ one: Series, _ axis: Axis, _ top: Int, _ frame: PlotFrame
  ) -> String {
    guard let value = value(of: point) else { return "" }
    let x = place(point).text
    let y = top + vertical(axis.position(value))
    var content = "<svg x=\"\(x)\" y=\"\(y)\" overflow=\"visible\"><circle class=\"hit\" r=\"12\"/>"
    if let low = point.interval.low, let high = point.interval.high, low != high {
      let (above, below) = (top + vertical(axis.position(high)), top + vertical(axis.position(low)))
      content += "<path class=\"w\" d=\"M0 \(above - y)V\(below - y)\"/>"
    } else if point.interval.high == nil {
      content += "<path class=\"s\" d=\"M-5-11H5L0-19z\"/>"
    } else if point.interval.low == nil {
      content += "<path class=\"s\" d=\"M-5 11H5L0 19z\"/>"
    }
    content += PlotStyle.shape(one.perspective) + "</svg>"
    let claim = report.claim(point.claimID)
    let figure =
      claim.map { report.figure($0) } ?? report.style.interval(point.interval)
    var title = "\(point.date), \(point.origin): \(figure)"
    if let quote = claim?.quote, !quote.isEmpty {
      title += ". “\(PlainText.cut(PlainText.oneLine(quote), to: 600))”"
    }
    return frame.mark(
      content, title: title, link: link(point.claimID),
      classes: "mark p-\(one.perspective.rawValue)")
  }

  private func legendLine(_ one: Series, _ index: Int, at y: Int) -> String {
    let letter = Self.letter(index)
    let name = PlainText.cut(PlainText.oneLine(one.origin), to: 34)
    let figures = Self.figures(one, drawn: one.points.count, report)
    var text =
      "<g class=\"p-\(one.perspective.rawValue)\">"
      + PlotStyle.mark(one.perspective, x: "2%", y: y - 4)
      + "<text x=\"2%\" dx=\"14\" y=\"\(y)\"><tspan class=\"b\">\(letter)</tspan> "
      + "\(MarkupEscape.text(name))<tspan class=\"m\" dx=\"6\">"
      + "\(MarkupEscape.text(report.words.perspective(one.perspective))), \(MarkupEscape.text(figures))</tspan></text></g>"
    if let last = one.points.last(where: { value(of: $0) != nil }), let value = value(of: last),
      let axis
    {
      let place = self.place(last)
      let top = y - index * 22 - 46 - Self.height
      text +=
        "<text class=\"b\" x=\"\(place.text)\" dx=\"11\" "
        + "y=\"\(top + vertical(axis.position(value)) + 5)\">\(letter)</text>"
    }
    return text + "\n"
  }

  /// Where a point stands.
  func value(of point: TimelinePoint) -> Int? {
    point.interval.best ?? point.interval.low ?? point.interval.high
  }

  private func place(_ point: TimelinePoint) -> Percent { place(point.date.dayNumber) }

  private func place(_ day: Int) -> Percent {
    Percent(0.1 + 0.86 * position(of: day))
  }

  /// Where a day lies between the first and the last, from 0 to 1.
  func position(of day: Int) -> Double {
    Double(day - firstDay) / Double(max(1, lastDay - firstDay))
  }

  private func vertical(_ position: Double) -> Int {
    Int((Double(Self.height) * (1 - position * 0.94)).rounded()) - 4
  }

  private var description: String {
    series.map { one in
      let points = one.points.prefix(40).map { "\($0.date) \(report.style.interval($0.interval))" }
      return "\(one.origin) (\(report.words.perspective(one.perspective))): "
        + points.joined(separator: ", ")
    }.joined(separator: "; ") + "."
  }
}
