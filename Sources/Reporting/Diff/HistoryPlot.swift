import ClaimModel
import CorpusDiff

/// A question's range from corpus to corpus as one small line: a mark a corpus at the best figure, a
/// bar from low to high, an arrow where a figure is open above.
///
/// The plot has a fixed height and takes the width it is given; all it shows stands in `<desc>` too.
struct HistoryPlot {
  private static let height = 48
  /// More corpora than this have only the first and the last figure written beside their marks.
  private static let mostLabels = 4
  private let line: CorpusHistory.Line
  private let names: [String]
  private let number: Int
  private let axis: Axis?

  /// - Parameters:
  ///   - line: the question.
  ///   - names: what the corpora are called.
  ///   - number: unique in the page.
  init(_ line: CorpusHistory.Line, names: [String], number: Int) {
    self.line = line
    self.names = names
    self.number = number
    axis = Axis(
      for: line.states.compactMap { $0 }.flatMap { $0.range.knownCounts })
  }

  /// Whether there are two corpora at least that have a figure.
  var isDrawable: Bool { axis != nil && line.states.compactMap(value).count > 1 }

  /// The plot's markup; empty where there is nothing to draw.
  var svg: String {
    guard let axis, isDrawable else { return "" }
    var text = "<svg class=\"course\" role=\"img\" aria-labelledby=\"t\(number) d\(number)\" "
    text += "height=\"\(Self.height + 40)\">"
    text +=
      "<title id=\"t\(number)\">\(MarkupEscape.text(line.label)), from corpus to corpus</title>"
    text += "<desc id=\"d\(number)\">\(MarkupEscape.text(description))</desc>\n"
    var previous: (x: String, y: Int)?
    for (position, state) in line.states.enumerated() {
      if isLabelled(position) { text += nameLabel(position) }
      guard let state, let best = value(state) else {
        previous = nil
        continue
      }
      let place = self.place(position)
      let y = vertical(best, axis)
      if let previous {
        text +=
          "<line x1=\"\(previous.x)\" y1=\"\(previous.y)\" x2=\"\(place.text)\" y2=\"\(y)\"/>\n"
      }
      text += mark(state, at: place, y, axis)
      if isLabelled(position) { text += figureLabel(state, place, axis) }
      previous = (place.text, y)
    }
    return text + "</svg>\n"
  }

  private var description: String {
    zip(names, line.states).map { "\($0): \(HistoryTables.figure($1))" }.joined(separator: "; ")
  }

  /// The count that the line goes through.
  private func value(_ state: QuestionSummary?) -> Int? {
    state.flatMap { $0.range.best ?? $0.range.low ?? $0.range.high }
  }

  private func place(_ position: Int) -> Percent {
    Percent(Double(position) / Double(max(1, names.count - 1)))
  }

  private func vertical(_ count: Int, _ axis: Axis) -> Int {
    // A figure that stays lies in the middle.
    let position = isFlat ? 0.5 : axis.position(count)
    return 20 + Int(((1 - position) * Double(Self.height)).rounded())
  }

  private func mark(
    _ state: QuestionSummary, at place: Percent, _ y: Int, _ axis: Axis
  ) -> String {
    var text = ""
    if let low = state.range.low, let high = state.range.high, low != high {
      text += "<line class=\"bar\" x1=\"\(place.text)\" x2=\"\(place.text)\" "
      text += "y1=\"\(vertical(high, axis))\" y2=\"\(vertical(low, axis))\"/>"
    }
    text += "<svg x=\"\(place.text)\" y=\"\(y)\" overflow=\"visible\"><circle r=\"4.5\"/>"
    if state.isOpen || state.range.high == nil { text += "<path d=\"M-5-7H5L0-15z\"/>" }
    return text + "</svg>\n"
  }

  private func isLabelled(_ position: Int) -> Bool {
    names.count <= Self.mostLabels || position == 0 || position == names.count - 1
  }

  /// Whether all counts are one count.
  private var isFlat: Bool {
    Set(line.states.compactMap { $0 }.flatMap { $0.range.knownCounts }).count < 2
  }

  /// The figure above a mark.
  private func figureLabel(_ state: QuestionSummary, _ place: Percent, _ axis: Axis) -> String {
    let top = state.range.high.map { vertical($0, axis) } ?? vertical(value(state) ?? 0, axis)
    let isOpen = state.isOpen || state.range.high == nil
    return "<text x=\"\(place.text)\" text-anchor=\"\(place.anchor)\" "
      + "y=\"\(max(12, top - (isOpen ? 18 : 9)))\">\(MarkupEscape.text(state.figure))</text>\n"
  }

  /// The corpus below the plot.
  private func nameLabel(_ position: Int) -> String {
    let place = self.place(position)
    let name = MarkupEscape.text(PlainText.cut(PlainText.oneLine(names[position]), to: 24))
    return "<text class=\"m\" x=\"\(place.text)\" text-anchor=\"\(place.anchor)\" "
      + "y=\"\(Self.height + 38)\">\(name)</text>\n"
  }
}
