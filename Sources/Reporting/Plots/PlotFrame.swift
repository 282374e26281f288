import Reconciliation

/// What all plots share: the outer element with title and description, the axis, links to claims.
///
/// Plots have a fixed height and take the width they are given: places across are percentages, so
/// that text keeps its size on a phone. Each carries its data as text in `<desc>`.
struct PlotFrame {
  /// The width of a plot that is a file of its own, in pixels.
  static let standaloneWidth = 760
  /// Unique in the page.
  let id: String
  let title: String
  let description: String
  /// Whether the plot is a file of its own.
  var isStandalone = false

  func open(height: Int) -> String {
    let names = "\(id)-t \(id)-d"
    var text = "<svg class=\"plot\" role=\"group\" aria-labelledby=\"\(names)\""
    if isStandalone {
      text +=
        " xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Self.standaloneWidth)\" height=\"\(height)\""
    } else {
      text += " height=\"\(height)\""
    }
    text += "><title id=\"\(id)-t\">\(MarkupEscape.text(title))</title>"
    text += "<desc id=\"\(id)-d\">\(MarkupEscape.text(description))</desc>\n"
    if isStandalone {
      text += "<style>\(PlotStyle.standalone.replacingMarkup())</style>\n"
      text += "<text class=\"b\" x=\"8\" y=\"20\">\(MarkupEscape.text(title))</text>\n"
    }
    return text
  }

  var close: String { "</svg>\n" }

  /// How far the content stands below the top.
  var top: Int { isStandalone ? 34 : 4 }

  /// Grid lines and labels of an axis across the plot.
  func axisAcross(_ axis: Axis, from top: Int, to bottom: Int, _ style: NumberStyle) -> String {
    var text = ""
    for tick in axis.ticks(5) {
      let place = Percent(axis.position(tick))
      text +=
        "<line class=\"grid\" x1=\"\(place.text)\" x2=\"\(place.text)\" y1=\"\(top)\" y2=\"\(bottom)\"/>"
      text +=
        "<text class=\"m\" x=\"\(place.text)\" y=\"\(bottom + 16)\" text-anchor=\"\(place.anchor)\">"
        + "\(style.compact(tick))</text>\n"
    }
    return text
  }

  /// A group of marks that leads to a claim; its title is what hovering shows.
  func mark(_ content: String, title: String, link: String?, classes: String) -> String {
    let label = "<title>\(MarkupEscape.text(title))</title>"
    guard let link, !isStandalone else { return "<g class=\"\(classes)\">\(label)\(content)</g>\n" }
    return "<a class=\"\(classes)\" href=\"\(MarkupEscape.text(link))\">\(label)\(content)</a>\n"
  }

  /// A whisker with its mark: caps at known ends, arrows at open ones.
  func whisker(
    _ interval: IntervalOnAxis, perspective: Perspective, y: Int
  ) -> String {
    var text = ""
    if let start = interval.start, let end = interval.end {
      if interval.isPoint == false {
        text +=
          "<line class=\"w\" x1=\"\(start.text)\" x2=\"\(end.text)\" y1=\"\(y)\" y2=\"\(y)\"/>"
        text +=
          interval.opensLow
          ? PlotStyle.arrow(x: start.text, y: y, pointsRight: false) : cap(start, y)
        text +=
          interval.opensHigh
          ? PlotStyle.arrow(x: end.text, y: y, pointsRight: true) : cap(end, y)
      }
    }
    if let best = interval.best {
      text += PlotStyle.mark(perspective, x: best.text, y: y)
    }
    return text
  }

  private func cap(_ place: Percent, _ y: Int) -> String {
    "<line class=\"w\" x1=\"\(place.text)\" x2=\"\(place.text)\" y1=\"\(y - 6)\" y2=\"\(y + 6)\"/>"
  }
}

extension String {
  /// A style sheet made safe inside XML.
  fileprivate func replacingMarkup() -> String {
    var text = ""
    for character in self {
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      default: text.append(character)
      }
    }
    return text
  }
}
