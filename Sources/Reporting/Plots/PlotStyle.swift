import Reconciliation

/// The look of plots: colours by perspective, told apart by shape as well.
enum PlotStyle {
  /// Colours for light and dark, as custom properties.
  ///
  /// Each has a contrast of 4.5 to 1 or more with the ground.
  /// The hues are Okabe and Ito's, made darker or lighter where the contrast asks for it.
  static let lightColors = """
    --ground:#fff;--ink:#1b1f24;--muted:#57606a;--rule:#d4d8dd;--band:#f2d98b;
    --own:#0067a5;--adversary:#c2410c;--ally:#9c3f86;--third:#00795a;--unknown:#5c6670;
    """
  static let darkColors = """
    --ground:#14171b;--ink:#e8eaed;--muted:#a3acb7;--rule:#3a4149;--band:#544311;
    --own:#58b0ee;--adversary:#ff8a4c;--ally:#e08fcf;--third:#3fc79a;--unknown:#a3acb7;
    """
  /// The rules for the parts of plots.
  static let rules = """
    svg.plot{display:block;width:100%;overflow:visible;direction:ltr;font:14px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    .plot text{fill:var(--ink)}
    .plot .m{fill:var(--muted);font-size:12px}
    .plot .b{font-weight:600}
    .plot .grid{stroke:var(--rule);stroke-width:1}
    .plot .band{fill:var(--band);fill-opacity:.55}
    .plot .w{stroke-width:2.5;fill:none}
    .plot .line{stroke-width:2;fill:none;vector-effect:non-scaling-stroke}
    .plot .ribbon{fill-opacity:.18;stroke:none}
    .plot .hit{fill:transparent}
    .p-own{--c:var(--own)}.p-adversary{--c:var(--adversary)}.p-ally{--c:var(--ally)}
    .p-third_party{--c:var(--third)}.p-unknown{--c:var(--unknown)}
    .plot .w,.plot .line{stroke:var(--c)}.plot .s,.plot .ribbon{fill:var(--c)}
    .plot .p-unknown .s,.plot .s.hollow{fill:var(--ground);stroke:var(--c);stroke-width:2}
    .plot a:hover .hit,.plot a:focus .hit{fill:var(--muted);fill-opacity:.12}
    .plot a:focus{outline:none}.plot a:focus .hit{stroke:var(--ink);stroke-width:1.5}
    """

  /// The style sheet inside a plot that is a file of its own.
  static var standalone: String {
    "svg{" + lightColors + "background:var(--ground)}\n@media (prefers-color-scheme:dark){svg{"
      + darkColors + "}}\n" + rules
  }

  /// The mark of a perspective around the point 0, 0.
  static func shape(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: "<rect class=\"s\" x=\"-5\" y=\"-5\" width=\"10\" height=\"10\"/>"
    case .adversary: "<path class=\"s\" d=\"M0-7 7 0 0 7-7 0z\"/>"
    case .ally: "<path class=\"s\" d=\"M0-6.5 6.5 5H-6.5z\"/>"
    case .thirdParty: "<circle class=\"s\" r=\"5.5\"/>"
    case .unknown: "<circle class=\"s\" r=\"4.5\"/>"
    }
  }

  /// The mark of a perspective at a place of the plot; `x` may be a percentage.
  static func mark(_ perspective: Perspective, x: String, y: Int) -> String {
    "<svg x=\"\(x)\" y=\"\(y)\" overflow=\"visible\">\(shape(perspective))</svg>"
  }

  /// An arrow head at a place of the plot that points left or right.
  static func arrow(x: String, y: Int, pointsRight: Bool) -> String {
    let path = pointsRight ? "M0-6 9 0 0 6z" : "M0-6-9 0 0 6z"
    return "<svg x=\"\(x)\" y=\"\(y)\" overflow=\"visible\"><path class=\"s\" d=\"\(path)\"/></svg>"
  }
}

/// A part of a plot's width as a percentage, with two decimals: the same text on every machine.
struct Percent {
  private let hundredths: Int

  /// A place between 0 and 1 within the margins, which leave room for arrows and shapes.
  init(_ position: Double) {
    hundredths = 300 + Int((position * 9300).rounded())
  }

  private init(hundredths: Int) {
    self.hundredths = hundredths
  }

  /// The left and the right edge.
  static let left = Percent(hundredths: 75)
  static let right = Percent(hundredths: 9850)

  /// From 0 to 100 with a percent sign.
  var text: String { number + "%" }

  /// From 0 to 1000, for a box of that width.
  var ofThousand: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
  }

  /// The distance to a place further right.
  func distance(to other: Percent) -> String {
    Percent(hundredths: max(0, other.hundredths - hundredths)).text
  }

  /// On which side of the place a label stands so that it stays within the plot.
  var anchor: String {
    hundredths < 800 ? "start" : hundredths > 9200 ? "end" : "middle"
  }

  private var number: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(whole)" : rest < 10 ? "\(whole).0\(rest)" : "\(whole).\(rest)"
  }
}
