package import CorpusDiff

import ClaimModel
import DelimitedText

/// The history of questions over several corpora, as text, CSV and Markdown.
package enum HistoryTables {
  /// A line a question, its ranges in order, and what moved on the way.
  package static func text(_ history: CorpusHistory) -> String {
    var text = history.names.map(DiffPhrases.oneLine).joined(separator: " -> ") + "\n"
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
        text += "\(sign) \(DiffPhrases.oneLine(name)): \(range(line.states[position]))\n"
        for note in notes(line, at: position) { text += "    \(DiffPhrases.oneLine(note))\n" }
      }
    }
    return text
  }

  /// The header row of the table.
  package static let header = [
    "question_id", "question", "corpus", "change", "low", "best", "high", "high_open", "grade",
    "origins", "findings",
  ]

  /// A row a question and corpus.
  package static func csv(_ history: CorpusHistory) -> String {
    var rows = [header]
    for line in history.lines {
      for (position, name) in history.names.enumerated() {
        let step = position == 0 ? "" : line.steps[position - 1]?.rawValue ?? ""
        let state = line.states[position]
        rows.append([
          line.id, line.label, name, step, number(state?.range.low), number(state?.range.best),
          number(state?.range.high), state.map { $0.isOpen ? "true" : "false" } ?? "",
          state?.grade ?? "", state.map { String($0.origins.count) } ?? "",
          state.map { String($0.findings.count) } ?? "",
        ])
      }
    }
    return String(decoding: CSVWriter.text(rows), as: UTF8.self)
  }

  /// A table with a column a corpus.
  package static func markdown(_ history: CorpusHistory) -> String {
    let names = history.names.map { DiffMarkdown.escaped(DiffPhrases.oneLine($0)) }
    var text = "| question | \(names.joined(separator: " | ")) |\n"
    text += "| --- |" + String(repeating: " ---: |", count: names.count) + "\n"
    for line in history.movedLines {
      let ranges = line.states.map { range($0) }
      text += "| \(DiffMarkdown.escaped(DiffPhrases.oneLine(line.label))) "
      text += "| \(ranges.joined(separator: " | ")) |\n"
    }
    return text
  }

  private static func range(_ state: QuestionSummary?) -> String {
    state.map { FigureWords.interval($0.range) } ?? "—"
  }

  private static func number(_ count: Int?) -> String { count.map(String.init) ?? "" }

  /// What moved about a question on the way to a corpus.
  private static func notes(_ line: CorpusHistory.Line, at position: Int) -> [String] {
    guard position > 0, let old = line.states[position - 1], let new = line.states[position] else {
      return []
    }
    return QuestionMove.moves(from: [old], to: [new]).flatMap { DiffPhrases.details(of: $0) }
  }
}
