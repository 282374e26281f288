package import CorpusDiff

import ClaimModel

/// A history as one page that needs nothing else: every question that moved with its course, a row a
/// corpus.
package struct HistoryHTML {
  private var html = ""

  /// What the page adds to the style sheet of diffs.
  private static let style = """
    .course{display:block;inline-size:100%;overflow:visible;direction:ltr;margin-block:.6rem}
    .course line{stroke:var(--link);stroke-width:2}.course .bar{stroke-width:7;stroke-opacity:.35}
    .course circle,.course path{fill:var(--link)}
    .course text{fill:var(--ink);font:600 13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    .course .m{fill:var(--muted);font-weight:400;font-size:12px}
    .scroll table{min-inline-size:44rem}.scroll th,.scroll td{overflow-wrap:normal}.scroll td:last-child{min-inline-size:16rem;overflow-wrap:anywhere}
    td ul{margin:0;padding-inline-start:1.1rem}
    """

  /// The text of the page.
  package static func render(_ history: CorpusHistory) -> String {
    var renderer = HistoryHTML()
    renderer.write(history)
    return renderer.html
  }

  private mutating func line(_ markup: String) {
    html += markup + "\n"
  }

  private func text(_ text: String) -> String { MarkupEscape.text(text) }

  private mutating func write(_ history: CorpusHistory) {
    let names = history.names.map(text).joined(separator: " → ")
    line("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">")
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    line("<title>How the figures went: \(names)</title>")
    line("<style>\n\(DiffStyle.text)\n\(Self.style)\n</style>\n</head>\n<body>")
    line("<a class=\"skip\" href=\"#questions\">Skip to the questions</a>\n<header>")
    line("<p class=\"eyebrow\">How the figures went: \(names)</p>")
    line("<h1>\(text(history.headline))</h1>")
    let moved = history.movedLines
    let total = FigureWords.grouped(history.lines.count)
    line(
      "<p>Questions: \(total), of which \(FigureWords.grouped(moved.count)) moved.</p>\n</header>\n<main>"
    )
    line("<section aria-labelledby=\"questions\">\n<h2 id=\"questions\">Questions</h2>")
    if moved.isEmpty { line("<p>No question moved.</p>") }
    for (position, question) in moved.enumerated() {
      write(question, history.names, number: position + 1)
    }
    line("</section>\n</main>\n</body>\n</html>")
  }

  private mutating func write(
    _ question: CorpusHistory.Line, _ names: [String], number: Int
  ) {
    line("<article class=\"change question\" id=\"q\(number)\">\n<h3>\(text(question.label))</h3>")
    html += HistoryPlot(question, names: names, number: number).svg
    line(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Question \(number): \(text(question.label))\">"
    )
    line("<table><caption class=\"hidden\">From corpus to corpus</caption>\n<thead><tr>")
    for heading in ["Corpus", "Change", "Range", "Best", "Grade", "Origins", "What moved"] {
      line("<th scope=\"col\">\(heading)</th>")
    }
    line("</tr></thead>\n<tbody>")
    for (position, name) in names.enumerated() { writeRow(question, name, at: position) }
    line("</tbody></table></div>\n</article>")
  }

  private mutating func writeRow(
    _ question: CorpusHistory.Line, _ name: String, at position: Int
  ) {
    let state = question.states[position]
    let notes = HistoryTables.notes(question, at: position, arrow: "→")
    let list =
      notes.isEmpty ? "" : "<ul>\(notes.map { "<li>\(text($0))</li>" }.joined())</ul>"
    let change = HistoryTables.change(question, at: position)
    line(
      "<tr><th scope=\"row\">\(text(name))</th><td>\(change.isEmpty ? "—" : change)</td>"
        + "<td class=\"n\">\(text(HistoryTables.figure(state)))</td>"
        + "<td class=\"n\">\(state?.range.best.map(FigureWords.grouped) ?? "—")</td>"
        + "<td>\(text(state.map(\.grade).flatMap { $0.isEmpty ? nil : $0 } ?? "—"))</td>"
        + "<td class=\"n\">\(state.map { FigureWords.grouped($0.origins.count) } ?? "—")</td>"
        + "<td>\(list)</td></tr>")
  }
}
