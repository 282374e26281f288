import ClaimModel
import Reconciliation

/// What the TikZ plots of a report share: places across the text's width, colours, marks, whiskers.
///
/// A picture is a thousand steps wide, which is the width of the text, and counts millimetres from
/// its top downwards.
enum LaTeXAxis {
  /// The steps across the text's width.
  static let steps = 1000

  /// The colours of perspectives, the shapes of their marks, and TikZ itself.
  static let preamble = """
    \\usepackage{tikz}
    \\definecolor{own}{HTML}{0067A5}\\definecolor{adversary}{HTML}{C2410C}
    \\definecolor{ally}{HTML}{9C3F86}\\definecolor{third}{HTML}{00795A}
    \\definecolor{unknown}{HTML}{5C6670}\\definecolor{band}{HTML}{F8EBC2}
    \\newcommand{\\tollmark}[3]{\\begin{scope}[shift={(#2,#3)},x=1mm,y=1mm]\\csname tollmark#1\\endcsname\\end{scope}}
    \\newcommand{\\tollmarkown}{\\fill[own] (-1,-1) rectangle (1,1);}
    \\newcommand{\\tollmarkadversary}{\\fill[adversary] (0,1.4)--(1.4,0)--(0,-1.4)--(-1.4,0)--cycle;}
    \\newcommand{\\tollmarkally}{\\fill[ally] (0,1.3)--(1.3,-1)--(-1.3,-1)--cycle;}
    \\newcommand{\\tollmarkthird}{\\fill[third] (0,0) circle (1.1);}
    \\newcommand{\\tollmarkunknown}{\\draw[unknown,thick,fill=white] (0,0) circle (.9);}

    """

  /// Begins a picture of some height in millimetres; all pictures of a report are equally wide.
  static func open(height: Int) -> String {
    "\\par\\noindent\\begin{tikzpicture}[x=.001\\linewidth,y=-1mm]\n"
      + "\\useasboundingbox (0,-1) rectangle (\(steps),\(height));\n"
  }

  static let close = "\\end{tikzpicture}\n"

  /// A place between 0 and 1 within margins that leave room for arrows and shapes.
  static func step(_ position: Double) -> Int { 30 + Int((position * 930).rounded()) }

  /// The lines and labels of an axis of counts across a picture.
  static func ticks(_ axis: Axis, bottom: Int, _ words: (Int) -> String) -> String {
    var text = ""
    for tick in axis.ticks(5) {
      let x = step(axis.position(tick))
      text += "\\draw[black!20] (\(x),0)--(\(x),\(bottom));"
      text += label(words(tick), at: x, bottom)
    }
    return text
  }

  /// A label below a picture that stays within its width.
  static func label(_ text: String, at x: Int, _ y: Int) -> String {
    let anchor = x < 80 ? "north west" : x > 920 ? "north east" : "north"
    return "\\node[anchor=\(anchor),inner sep=1pt,font=\\scriptsize] at (\(x),\(y)) {\(text)};\n"
  }

  /// An interval with its mark: caps at known ends, arrows at open ones.
  static func whisker(
    _ interval: Interval, _ perspective: Perspective, on axis: Axis, y: Int
  ) -> String {
    let color = name(perspective)
    var text = ""
    if interval.low != interval.high {
      let start = interval.low.map { step(axis.position($0)) } ?? 0
      let end = interval.high.map { step(axis.position($0)) } ?? steps
      let tips = (interval.low == nil ? "<" : "|") + "-" + (interval.high == nil ? ">" : "|")
      text += "\\draw[\(color),thick,\(tips)] (\(start),\(y))--(\(end),\(y));"
    }
    if let mark = interval.best ?? interval.low ?? interval.high {
      text += "\\tollmark{\(color)}{\(step(axis.position(mark)))}{\(y)}"
    }
    return text + "\n"
  }

  /// The colour and mark of a perspective.
  static func name(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: "own"
    case .adversary: "adversary"
    case .ally: "ally"
    case .thirdParty: "third"
    case .unknown: "unknown"
    }
  }
}
