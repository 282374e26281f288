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
  /// The steps across the text's width, and the height of a row in millimetres.
  private static let steps = 1000
  private static let rowHeight = 9
  let page: LaTeXPage
  let range: QuestionRange

  /// The colours of perspectives and the shapes of their marks.
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

  /// The picture; empty where no figure is known.
  var text: String {
    let answers = ForestPlot.order(range.answers).prefix(Self.rowLimit)
    guard let axis = Axis(for: answers.lazy.flatMap(\.interval.knownCounts)) else { return "" }
    let bottom = answers.count * Self.rowHeight
    var text = "\\par\\noindent\\begin{tikzpicture}[x=.001\\linewidth,y=-1mm]\n"
    // The box keeps all pictures of a report equally wide.
    text += "\\useasboundingbox (0,-1) rectangle (\(Self.steps),\(bottom + 5));\n"
    for agreement in range.agreements where agreement.origins.count > 1 {
      text += band(agreement, axis, bottom)
    }
    for tick in axis.ticks(5) {
      let x = Self.step(axis.position(tick))
      let anchor = x < 80 ? "north west" : x > 920 ? "north east" : "north"
      text += "\\draw[black!20] (\(x),0)--(\(x),\(bottom));"
      text +=
        "\\node[anchor=\(anchor),inner sep=1pt,font=\\scriptsize] at (\(x),\(bottom)) "
        + "{\(page.escape(page.report.style.compact(tick)))};\n"
    }
    for (index, answer) in answers.enumerated() {
      text += row(answer, top: index * Self.rowHeight, axis)
    }
    return text + "\\end{tikzpicture}\n"
  }

  private func row(_ answer: OriginAnswer, top: Int, _ axis: Axis) -> String {
    let color = Self.name(answer.perspective)
    let name = page.escape(PlainText.cut(PlainText.oneLine(answer.origin), to: 48))
    var text =
      "\\node[anchor=west,inner sep=0pt,fill=white,font=\\footnotesize] at (0,\(top + 2)) {\(name) "
      + "{\\scriptsize \(Wording.perspective(answer.perspective))}};"
    text +=
      "\\node[anchor=east,inner sep=0pt,font=\\footnotesize\\bfseries] at (\(Self.steps),\(top + 2)) "
      + "{\(page.escape(page.report.figure(answer)))};\n"
    let y = top + 6
    let interval = answer.interval
    if interval.low != interval.high {
      let start = interval.low.map { Self.step(axis.position($0)) } ?? 0
      let end = interval.high.map { Self.step(axis.position($0)) } ?? Self.steps
      let tips = (interval.low == nil ? "<" : "|") + "-" + (interval.high == nil ? ">" : "|")
      text += "\\draw[\(color),thick,\(tips)] (\(start),\(y))--(\(end),\(y));"
    }
    if let mark = interval.best ?? interval.low ?? interval.high {
      text += "\\tollmark{\(color)}{\(Self.step(axis.position(mark)))}{\(y)}"
    }
    return text + "\n"
  }

  private func band(_ agreement: Agreement, _ axis: Axis, _ bottom: Int) -> String {
    let start = agreement.interval.low.map { Self.step(axis.position($0)) } ?? 0
    let end = agreement.interval.high.map { Self.step(axis.position($0)) } ?? Self.steps
    // An agreement on one number is still to be seen.
    return "\\fill[band] (\(start),0) rectangle (\(max(end, start + 4)),\(bottom));\n"
  }

  /// A place between 0 and 1 within margins that leave room for arrows and shapes.
  private static func step(_ position: Double) -> Int { 30 + Int((position * 930).rounded()) }

  private static func name(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: "own"
    case .adversary: "adversary"
    case .ally: "ally"
    case .thirdParty: "third"
    case .unknown: "unknown"
    }
  }
}
