package import CorpusDiff

import ClaimModel

/// A diff for the terminal, in the manner of unified diffs: `-` was, `+` is, `~` changed.
///
/// Words that changed in a sentence stand as `[-old-]{+new+}`; colour only repeats what the signs
/// say.
package struct DiffText {
  /// Whether to colour the lines.
  private let isColored: Bool
  private var text = ""

  /// The text of a report.
  ///
  /// - Parameters:
  ///   - report: the diff.
  ///   - isColored: whether the terminal shows colour.
  /// - Returns: the lines.
  package static func render(_ report: DiffReport, isColored: Bool = false) -> String {
    var renderer = DiffText(isColored: isColored)
    renderer.write(report)
    return renderer.text
  }

  private init(isColored: Bool) {
    self.isColored = isColored
  }

  private enum Style: String {
    case old = "31"
    case new = "32"
    case changed = "33"
    case heading = "36"
    case strong = "1"
  }

  private mutating func line(_ content: String = "", _ style: Style? = nil) {
    text += painted(DiffPhrases.oneLine(content), style) + "\n"
  }

  private func painted(_ content: String, _ style: Style?) -> String {
    guard isColored, let style, !content.isEmpty else { return content }
    return "\u{1B}[\(style.rawValue)m\(content)\u{1B}[0m"
  }

  private mutating func write(_ report: DiffReport) {
    line("--- \(report.oldName)", .old)
    line("+++ \(report.newName)", .new)
    line(report.headline, .strong)
    if !report.toldQuestions.isEmpty {
      line()
      line("@@ questions @@", .heading)
      for move in report.toldQuestions { write(move) }
    }
    var heading = ""
    for item in report.detailed {
      if item.heading != heading {
        line()
        line("@@ \(item.heading) @@", .heading)
        heading = item.heading
      }
      write(item.change, item.explanation, in: report)
      if let review = item.review { line("    reviewed: \(review)") }
    }
    if !report.movedDocuments.isEmpty {
      line()
      line("@@ only moved @@", .heading)
      for document in report.movedDocuments { line("~ \(DiffPhrases.moved(document))", .changed) }
    }
    line()
    line(DiffPhrases.tally(report.diff))
  }

  private mutating func write(_ move: QuestionMove) {
    guard let question = move.latest else { return }
    let (sign, style): (String, Style) =
      switch move.kind {
      case .appeared: ("+", .new)
      case .vanished: ("-", .old)
      case .moved, .unchanged: ("~", .changed)
      }
    line("\(sign) \(question.label): \(DiffPhrases.range(move))", style)
    for sentence in DiffPhrases.details(of: move) { line("    \(sentence)") }
  }

  private mutating func write(
    _ change: ClaimChange, _ explanation: PairingExplanation?, in report: DiffReport
  ) {
    let (sign, style): (String, Style) =
      switch change.kind {
      case .added: ("+", .new)
      case .removed: ("-", .old)
      default: ("~", .changed)
      }
    line("\(sign) \(DiffPhrases.title(change, options: report.diff.options))", style)
    switch (change.old, change.new) {
    case (let old?, let new?): write(old, new, change)
    case (let claim?, nil), (nil, let claim?): write(claim, sign: nil)
    case (nil, nil): break
    }
    if let explanation { line("    \(explanation.sentence)") }
  }

  private mutating func write(_ claim: Claim, sign: Style?) {
    let prefix = sign == .old ? "  - " : sign == .new ? "  + " : "    "
    if !claim.quote.isEmpty {
      line("\(prefix)\"\(claim.quote)\"", sign)
    }
    let place = DiffPhrases.place(of: claim)
    if !place.isEmpty { line("\(claim.quote.isEmpty ? prefix : "    ")\(place)") }
  }

  private mutating func write(_ old: Claim, _ new: Claim, _ change: ClaimChange) {
    let runs = WordDiff.runs(
      from: DiffPhrases.oneLine(old.quote), to: DiffPhrases.oneLine(new.quote))
    if DiffPhrases.isReadable(runs) {
      if !new.quote.isEmpty { text += "    \"\(marked(runs))\"\n" }
      let places = [DiffPhrases.place(of: old), DiffPhrases.place(of: new)]
      if places[0] == places[1] {
        if !places[0].isEmpty { line("    \(places[0])") }
      } else {
        line("  - \(places[0])", .old)
        line("  + \(places[1])", .new)
      }
    } else {
      write(old, sign: .old)
      write(new, sign: .new)
    }
    for cell in DiffPhrases.tellingCells(change) {
      line(
        "    \(cell.column): \(DiffPhrases.shown(cell, \.old)) -> \(DiffPhrases.shown(cell, \.new))"
      )
    }
  }

  private func marked(_ runs: [WordRun]) -> String {
    runs.map { run in
      switch run.side {
      case .both: run.text
      case .old: painted("[-\(run.text)-]", .old)
      case .new: painted("{+\(run.text)+}", .new)
      }
    }.joined()
  }
}
