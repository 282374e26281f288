package import CorpusDiff

import ClaimModel

/// A diff as one page that needs nothing else: old and new side by side, changed words marked.
package struct DiffHTML {
  private var html = ""

  /// The text of the page.
  package static func render(_ report: DiffReport) -> String {
    var renderer = DiffHTML()
    renderer.write(report)
    return renderer.html
  }

  private mutating func line(_ markup: String) {
    html += markup + "\n"
  }

  private func text(_ text: String) -> String { MarkupEscape.text(text) }

  private mutating func write(_ report: DiffReport) {
    line("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">")
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    line("<title>What changed: \(text(report.oldName)) → \(text(report.newName))</title>")
    line("<style>\n\(DiffStyle.text)\n</style>\n</head>\n<body>")
    line("<a class=\"skip\" href=\"#changes\">Skip to the changes</a>")
    writeHeader(report)
    line("<main>")
    writeQuestions(report.toldQuestions)
    writeChanges(report)
    line("</main>\n</body>\n</html>")
  }

  private mutating func writeHeader(_ report: DiffReport) {
    line("<header>")
    line(
      "<p class=\"eyebrow\">What changed from <b>\(text(report.oldName))</b> to "
        + "<b>\(text(report.newName))</b></p>")
    line("<h1>\(text(report.headline))</h1>")
    line("<ul class=\"tally\" aria-label=\"Claims by what became of them\">")
    for kind in ChangeKind.allCases {
      let count = report.diff.counts[kind, default: 0]
      guard count > 0 else { continue }
      line("<li><b>\(FigureWords.grouped(count))</b> \(kind.rawValue)</li>")
    }
    line("</ul>\n</header>")
  }

  private mutating func writeQuestions(_ moves: [QuestionMove]) {
    guard !moves.isEmpty else { return }
    line("<section aria-labelledby=\"questions\">\n<h2 id=\"questions\">Questions</h2>")
    for move in moves {
      let before = move.old?.figure
      let now = move.new?.figure
      let style =
        switch move.kind {
        case .appeared: "added"
        case .vanished: "removed"
        case .moved, .unchanged: "question"
        }
      line("<article class=\"change \(style)\">")
      line(
        "<h3><span class=\"kind\">\(move.kind.rawValue)</span> \(text(move.latest?.label ?? ""))</h3>"
      )
      let isChanged = before != nil && now != nil && before != now
      let figures = [
        before.map { isChanged ? marked($0, "del", true) : now == nil ? text($0) : "" },
        now.map { marked($0, "ins", isChanged) },
      ].compactMap { $0 }.filter { !$0.isEmpty }
      line("<p class=\"figure\">\(figures.joined(separator: " → "))</p>")
      let details = DiffPhrases.details(of: move, arrow: "→").map { "<li>\(text($0))</li>" }
      if !details.isEmpty { line("<ul>\n\(details.joined(separator: "\n"))\n</ul>") }
      line("</article>")
    }
    line("</section>")
  }

  private func marked(_ content: String, _ element: String, _ isChanged: Bool) -> String {
    isChanged && content != "—" ? "<\(element)>\(text(content))</\(element)>" : text(content)
  }

  private mutating func writeChanges(_ report: DiffReport) {
    line("<section id=\"changes\" aria-label=\"Changes of claims\">")
    if report.listed.isEmpty { line("<p>No claim changed.</p>") }
    var heading: String?
    for (position, item) in report.detailed.enumerated() {
      if item.heading != heading {
        line("<h2>\(text(item.heading))</h2>")
        heading = item.heading
      }
      write(item, number: position + 1, report.diff.options)
    }
    if !report.movedDocuments.isEmpty {
      line("<h2>Only moved</h2>\n<ul>")
      for document in report.movedDocuments {
        line("<li>\(text(DiffPhrases.moved(document, arrow: "→")))</li>")
      }
      line("</ul>")
    }
    line("</section>")
  }

  private mutating func write(
    _ item: DiffReport.Item, number: Int, _ options: DiffOptions
  ) {
    let change = item.change
    let who = DiffPhrases.who(change, options: options, arrow: "→")
    line("<article class=\"change \(change.kind.rawValue)\" id=\"c\(number)\">")
    line(
      "<h3><span class=\"kind\">\(text(DiffPhrases.kind(of: change)))</span> \(text(who))</h3>")
    if let old = change.old, let new = change.new {
      writeSides(old, new)
      writeCells(DiffPhrases.tellingCells(change), number: number)
    } else if let claim = change.latest {
      line("<p class=\"figure\">\(text(FigureWords.figure(of: claim)))</p>")
      writeSentence(text(claim.quote), claim)
    }
    if let review = item.review { line("<p class=\"why\">reviewed: \(text(review))</p>") }
    if let explanation = item.explanation {
      line("<p class=\"why\">\(text(explanation.sentence))</p>")
    }
    line("</article>")
  }

  private mutating func writeSides(_ old: Claim, _ new: Claim) {
    let runs = WordDiff.runs(from: old.quote, to: new.quote)
    let isReadable = DiffPhrases.isReadable(runs)
    line("<div class=\"sides\">")
    for (name, claim, side, element) in [
      ("Before", old, WordRun.Side.old, "del"), ("Now", new, WordRun.Side.new, "ins"),
    ] {
      let isChanged = FigureWords.figure(of: old) != FigureWords.figure(of: new)
      line("<div class=\"side\"><h4>\(name)</h4>")
      line(
        "<p class=\"figure\">\(marked(FigureWords.figure(of: claim), element, isChanged))</p>")
      let sentence =
        isReadable
        ? runs.filter { $0.side == .both || $0.side == side }.map { run in
          run.side == .both ? text(run.text) : "<\(element)>\(text(run.text))</\(element)>"
        }.joined() : text(claim.quote)
      writeSentence(sentence, claim)
      line("</div>")
    }
    line("</div>")
  }

  private mutating func writeSentence(_ markup: String, _ claim: Claim) {
    if !markup.isEmpty { line("<blockquote>\(markup)</blockquote>") }
    let place = text(DiffPhrases.place(of: claim))
    guard !place.isEmpty else { return }
    if let address = MarkupEscape.webAddress(claim.url) {
      line("<p class=\"place\"><a href=\"\(text(address))\">\(place)</a></p>")
    } else {
      line("<p class=\"place\">\(place)</p>")
    }
  }

  private mutating func writeCells(_ cells: [CellChange], number: Int) {
    guard !cells.isEmpty else { return }
    // Regions of one name are one to those who hear the page.
    line(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        + "aria-label=\"Changed cells of change \(number)\">")
    line(
      "<table><caption>Changed cells</caption><thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Before</th>"
    )
    line("<th scope=\"col\">Now</th></tr></thead>\n<tbody>")
    for cell in cells {
      line(
        "<tr><th scope=\"row\">\(text(cell.column))</th>"
          + "<td>\(cell.old.isEmpty ? "—" : "<del>\(text(DiffPhrases.shown(cell, \.old)))</del>")</td>"
          + "<td>\(cell.new.isEmpty ? "—" : "<ins>\(text(DiffPhrases.shown(cell, \.new)))</ins>")</td></tr>"
      )
    }
    line("</tbody></table></div>")
  }
}
