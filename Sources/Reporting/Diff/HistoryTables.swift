package import CorpusDiff

import ClaimModel

/// The history of questions over several corpora, as text, CSV and Markdown.
package enum HistoryTables {
  /// A line a question, its ranges in order, and what moved on the way.
  package static func text(_ history: CorpusHistory) -> String {
    var text = history.names.map(DiffPhrases.oneLine).joined(separator: " -> ") + "\n"
    text += DiffPhrases.oneLine(history.headline) + "\n"
    if history.movedLines.isEmpty { text += "\nNo question moved.\n" }
    for line in history.movedLines {
      text += "\n@@ \(DiffPhrases.oneLine(line.label)) @@\n"
      for (position, name) in history.names.enumerated() {
        let sign: String
        switch position == 0 ? nil : line.steps[position - 1] {
        case .appeared: sign = "+"
        case .vanished: sign = "-"
        case .moved: sign = "~"
        case .unchanged, nil: sign = " "
        }
        let figure = DiffPhrases.oneLine(figure(line.states[position]))
        text += "\(sign) \(DiffPhrases.oneLine(name)): \(figure)\n"
        for note in notes(line, at: position) { text += "    \(DiffPhrases.oneLine(note))\n" }
      }
    }
    return text
  }

  /// A row a question and corpus (``DiffTable/history``).
  ///
  /// - Parameters:
  ///   - history: the history.
  ///   - hasHXLRow: whether the HXL row stands under the header.
  /// - Returns: the text.
  package static func csv(_ history: CorpusHistory, hasHXLRow: Bool = false) -> String {
    var rows: [[String]] = []
    for line in history.lines {
      for (position, name) in history.names.enumerated() {
        let state = line.states[position]
        rows.append([
          line.id, line.label, name, change(line, at: position), number(state?.range.low),
          number(state?.range.best), number(state?.range.high),
          state.map { $0.isOpen ? "true" : "false" } ?? "", state?.grade ?? "",
          state.map { String($0.origins.count) } ?? "",
          state.map { String($0.findings.count) } ?? "",
        ])
      }
    }
    return DiffTable.history.text(rows, hasHXLRow: hasHXLRow)
  }

  /// A table with a column a corpus.
  package static func markdown(_ history: CorpusHistory) -> String {
    let names = history.names.map { DiffMarkdown.escaped(DiffPhrases.oneLine($0)) }
    var text = "**\(DiffMarkdown.escaped(DiffPhrases.oneLine(history.headline)))**\n\n"
    text += "| question | \(names.joined(separator: " | ")) |\n"
    text += "| --- |" + String(repeating: " ---: |", count: names.count) + "\n"
    for line in history.movedLines {
      let figures = line.states.map { DiffMarkdown.escaped(DiffPhrases.oneLine(figure($0))) }
      text += "| \(DiffMarkdown.escaped(DiffPhrases.oneLine(line.label))) "
      text += "| \(figures.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// A question's range in a corpus; a dash where it is not asked.
  static func figure(_ state: QuestionSummary?) -> String { state?.figure ?? "—" }

  /// What became of a question on the way to a corpus; empty in the first and where it is not asked.
  static func change(_ line: CorpusHistory.Line, at position: Int) -> String {
    position == 0 ? "" : line.steps[position - 1]?.rawValue ?? ""
  }

  /// What moved about a question on the way to a corpus.
  static func notes(
    _ line: CorpusHistory.Line, at position: Int, arrow: String = "->"
  ) -> [String] {
    guard position > 0, let move = line.moves[position - 1], move.kind == .moved else { return [] }
    return DiffPhrases.details(of: move, arrow: arrow)
  }

  private static func number(_ count: Int?) -> String { count.map(String.init) ?? "" }
}
