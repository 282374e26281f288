package import CorpusDiff

import ClaimModel

/// A diff as GitHub's Markdown: a table of questions that moved, then the changes with their
/// sentences, changed words struck out and bold.
package struct DiffMarkdown {
  private var text = ""

  /// The text of a report.
  package static func render(_ report: DiffReport) -> String {
    var renderer = DiffMarkdown()
    renderer.write(report)
    return renderer.text
  }

  private mutating func line(_ content: String = "") {
    text += content + "\n"
  }

  private mutating func write(_ report: DiffReport) {
    line("# What changed")
    line()
    line("From \(Self.code(report.oldName)) to \(Self.code(report.newName)).")
    line()
    line("**\(Self.escaped(report.headline))**")
    line()
    line(DiffPhrases.tally(report.diff))
    writeQuestions(report.toldQuestions)
    var heading = ""
    for item in report.detailed {
      if item.heading != heading {
        line()
        line("## \(Self.escaped(item.heading))")
        line()
        heading = item.heading
      }
      write(item, report.diff.options)
    }
    guard !report.movedDocuments.isEmpty else { return }
    line()
    line("## Only moved")
    line()
    for document in report.movedDocuments {
      line("- \(Self.escaped(DiffPhrases.moved(document, arrow: "→")))")
    }
  }

  private mutating func writeQuestions(_ moves: [QuestionMove]) {
    guard !moves.isEmpty else { return }
    line()
    line("## Questions")
    line()
    line("| question | change | range before | range now | what moved |")
    line("| --- | --- | --- | --- | --- |")
    for move in moves {
      let details = DiffPhrases.details(of: move, arrow: "→").map(Self.cell).joined(
        separator: "<br>")
      let before = Self.cell(move.old?.figure ?? "—")
      let now = Self.cell(move.new?.figure ?? "—")
      line(
        "| \(Self.cell(move.latest?.label ?? "")) | \(move.kind.rawValue) | \(before) | \(now) "
          + "| \(details) |")
    }
  }

  private mutating func write(
    _ item: DiffReport.Item, _ options: DiffOptions
  ) {
    let change = item.change
    line("- **\(change.kind.rawValue)**\(Self.escaped(title(change, options)))")
    if let old = change.old, let new = change.new {
      let runs = WordDiff.runs(
        from: DiffPhrases.oneLine(old.quote), to: DiffPhrases.oneLine(new.quote))
      if DiffPhrases.isReadable(runs) {
        if !runs.isEmpty { line("  > \(Self.marked(runs))") }
        let places = [DiffPhrases.place(of: old), DiffPhrases.place(of: new)]
        line()
        line(
          "  \(Self.escaped(places[0] == places[1] ? places[1] : places.joined(separator: " → ")))")
      } else {
        write(old, "was")
        write(new, "is")
      }
    } else if let claim = change.latest {
      write(claim, nil)
    }
    for cell in DiffPhrases.tellingCells(change) {
      line()
      line(
        "  \(Self.code(cell.column)): \(Self.escaped(DiffPhrases.shown(cell, \.old))) → "
          + Self.escaped(DiffPhrases.shown(cell, \.new)))
    }
    if let review = item.review {
      line()
      line("  reviewed: \(Self.escaped(DiffPhrases.oneLine(review)))")
    }
    if let explanation = item.explanation {
      line()
      line("  *\(Self.escaped(explanation.sentence))*")
    }
    line()
  }

  private func title(_ change: ClaimChange, _ options: DiffOptions) -> String {
    let title = DiffPhrases.title(change, options: options, arrow: "→")
    return String(title.dropFirst(change.kind.rawValue.count))
  }

  private mutating func write(_ claim: Claim, _ when: String?) {
    let place = DiffPhrases.place(of: claim)
    if let when {
      line()
      line("  \(when): \(Self.escaped(place))")
    }
    if !claim.quote.isEmpty {
      line("  > \(Self.escaped(DiffPhrases.oneLine(claim.quote)))")
    }
    if when == nil, !place.isEmpty {
      line()
      line("  \(Self.escaped(place))")
    }
  }

  private static func marked(_ runs: [WordRun]) -> String {
    runs.map { run in
      let core = escaped(run.text)
      return switch run.side {
      case .both: core
      case .old: "<del>\(core)</del>"
      case .new: "<ins>\(core)</ins>"
      }
    }.joined()
  }

  /// A text in a table cell.
  private static func cell(_ text: String) -> String {
    escaped(DiffPhrases.oneLine(text))
  }

  /// A name as code, whatever backquotes it has.
  private static func code(_ text: String) -> String {
    let name = DiffPhrases.oneLine(text)
    return name.contains("`") ? "`` \(name) ``" : "`\(name)`"
  }

  /// A text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x3C: escaped.append(contentsOf: "&lt;".utf8)
      case 0x3E: escaped.append(contentsOf: "&gt;".utf8)
      case 0x26: escaped.append(contentsOf: "&amp;".utf8)
      case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x7C, 0x23, 0x7E:
        escaped.append(0x5C)
        escaped.append(byte)
      case 0..<0x20, 0x7F: escaped.append(0x20)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
