import ClaimModel
import Reconciliation

/// The table of ranges, the section of each question, and the coverage matrix.
extension HTMLPage {
  /// Rows of the first table of ranges, and of the folded ones behind it, so that a browser lays out
  /// only what is looked at.
  static let rowsAtFirst = 200
  /// Reasons that are listed why documents tell of one event.
  static let reasonsShown = 20
  private static let rowsAtOnce = 500
  /// Parties in one matrix: as many as fit a desktop's width.
  private static let partiesAtOnce = 8

  func writeRanges(to output: inout TextOutput) throws {
    try output.write(section("ranges", "Where the figures stand"))
    guard report.questionCount > 0 else {
      try output.write("<p>No claim could be compared.</p>\n</section>\n")
      return
    }
    let shown = report.questions.prefix(limits.ranges)
    let axis = Axis(
      for: shown.lazy.flatMap { [$0.low, $0.best, $0.high].compactMap { $0 } })
    try output.write(legend)
    try writeRangeTable(shown[..<min(Self.rowsAtFirst, shown.count)], axis, to: &output)
    for start in stride(from: Self.rowsAtFirst, to: shown.count, by: Self.rowsAtOnce) {
      let rows = shown[start..<min(start + Self.rowsAtOnce, shown.count)]
      try output.write(
        "<details class=\"fold\"><summary>Questions \(style.count(rows.startIndex + 1)) to "
          + "\(style.count(rows.endIndex))</summary>\n")
      try writeFoldedTable(rows, to: &output)
      try output.write("</details>\n")
    }
    try output.write(
      more(
        report.questionCount - shown.count, "question", "questions",
        "they are in ranges.csv" + Self.elsewhere))
    try output.write("</section>\n")
  }

  private func writeRangeTable(
    _ rows: ArraySlice<QuestionRange>, _ axis: Axis?, to output: inout TextOutput
  ) throws {
    try output.write(
      table(
        "Lowest, middle and highest current figure of each question",
        classes: "data sortable ranges"))
    try output.write(
      """
      <thead>
      <tr><th scope="col" rowspan="2" class="pin">Question</th><th scope="colgroup" colspan="3" class="spanner">Range of the figures</th><td rowspan="2" class="barhead">\(axis.map(barHead) ?? "")</td><th scope="col" rowspan="2">Grade</th><th scope="col" rowspan="2" class="n" data-sort="number">Sources</th><th scope="col" rowspan="2" class="n">Most agree on</th><th scope="colgroup" colspan="3" class="spanner">What each side says</th><th scope="col" rowspan="2" class="n" data-sort="number">Findings</th></tr>
      <tr><th scope="col" class="n" data-sort="number">Low</th><th scope="col" class="n" data-sort="number">Best</th><th scope="col" class="n" data-sort="number">High</th><th scope="col" class="n">Own</th><th scope="col" class="n">Adversary</th><th scope="col" class="n" title="Third parties">Third</th></tr>
      </thead>
      <tbody>

      """)
    for index in rows.indices { try output.write(row(rows[index], index + 1, axis)) }
    try output.write("</tbody></table></div>\n")
  }

  /// Rows without bars and sides, which thousands of times would make the page heavy and say little.
  private func writeFoldedTable(
    _ rows: ArraySlice<QuestionRange>, to output: inout TextOutput
  ) throws {
    try output.write(
      table(
        "Lowest, middle and highest current figure of each question, from Q\(rows.startIndex + 1)",
        classes: "data sortable ranges"))
    try output.write(
      """
      <thead><tr><th scope="col" class="pin">Question</th><th scope="col" class="n" data-sort="number">Low</th><th scope="col" class="n" data-sort="number">Best</th><th scope="col" class="n" data-sort="number">High</th><th scope="col">Grade</th><th scope="col" class="n" data-sort="number">Sources</th><th scope="col" class="n">Most agree on</th><th scope="col" class="n" data-sort="number">Findings</th></tr></thead>
      <tbody>

      """)
    for index in rows.indices {
      let range = rows[index]
      try output.write(
        "<tr id=\"r\(index + 1)\"><th scope=\"row\" class=\"pin\" dir=\"auto\">Q\(index + 1) "
          + "\(escape(Wording.question(range.key)))<small>\(dated(Wording.context(range)))</small></th>"
          + number(range.low, report.low(range)) + number(range.best, report.best(range))
          + number(range.high, report.high(range)) + "<td>\(range.grade.rawValue)</td>"
          + number(report.sourceCount(range), style.count(report.sourceCount(range)))
          + "<td class=\"n\">\(escape(report.agreement(range)))</td>"
          + number(report.findingCount(on: range), style.count(report.findingCount(on: range)))
          + "</tr>\n")
    }
    try output.write("</tbody></table></div>\n")
  }

  private func number(_ value: Int?, _ text: String) -> String {
    "<td class=\"n\" data-v=\"\(value ?? -1)\">\(escape(text))</td>"
  }

  /// The key of colours and shapes.
  private var legend: String {
    let keys = [Perspective.own, .adversary, .ally, .thirdParty, .unknown].map { perspective in
      "<li class=\"p-\(perspective.rawValue)\"><svg class=\"plot key\" width=\"16\" height=\"16\" "
        + "aria-hidden=\"true\">\(PlotStyle.mark(perspective, x: "8", y: 8))</svg>"
        + "\(Wording.perspective(perspective))</li>"
    }
    return "<ul class=\"legend\" aria-label=\"Key: how a source stands to the victims\">"
      + keys.joined() + "</ul>\n"
  }

  private func barHead(_ axis: Axis) -> String {
    "<span class=\"ends\"><span>\(style.compact(axis.low))</span><span>\(axis.isLogarithmic ? "log" : "")</span>"
      + "<span>\(style.compact(axis.high))</span></span>"
  }

  private func row(_ range: QuestionRange, _ number: Int, _ axis: Axis?) -> String {
    let echoes =
      range.echoes > 0
      ? "<small>+ \(Wording.plural(range.echoes, "echo", "echoes", style))</small>" : ""
    let agreement = report.agreementCount(range).map {
      "\(held(report.agreement(range)))<small>\($0) of \(report.sourceCount(range))</small>"
    }
    var text =
      "<tr id=\"r\(number)\"><th scope=\"row\" class=\"pin\" dir=\"auto\"><span class=\"qn\">Q\(number)</span> "
      + "\(questionLink(range.id))<small>\(dated(Wording.context(range)))</small></th>"
    text +=
      "<td class=\"n\" data-v=\"\(range.low ?? -1)\">\(linked(report.low(range), toClaimOf: range.lowOrigin, in: range))</td>"
    text += "<td class=\"n best\" data-v=\"\(range.best ?? -1)\">\(escape(report.best(range)))</td>"
    text +=
      "<td class=\"n\" data-v=\"\(range.high ?? -1)\">\(linked(report.high(range), toClaimOf: range.highOrigin, in: range))</td>"
    text += "<td class=\"bar\">\(axis.map { bar(range, $0) } ?? "")</td>"
    text += "<td>\(badge(range.grade))</td>"
    text +=
      "<td class=\"n\" data-v=\"\(report.sourceCount(range))\">\(style.count(report.sourceCount(range)))\(echoes)</td>"
    text += "<td class=\"n agree\">\(agreement ?? style.missing)</td>"
    for side in [Perspective.own, .adversary, .thirdParty] {
      text += "<td class=\"n agree\">\(held(report.perspective(side, of: range)))</td>"
    }
    let findings = report.findingCount(on: range)
    return text
      + "<td class=\"n\" data-v=\"\(findings)\">\(findings == 0 ? style.missing : style.count(findings))</td></tr>\n"
  }

  /// A range as a bar on the axis that all rows share; the cells beside it hold its data.
  private func bar(_ range: QuestionRange, _ axis: Axis) -> String {
    let open = range.highOpen || range.high == nil
    let place = IntervalOnAxis(
      Interval(low: range.low, best: range.best, high: open ? nil : range.high), on: axis)
    guard let start = place.start, let end = place.end else { return "" }
    var text =
      "<svg class=\"plot mini\" height=\"26\" aria-hidden=\"true\">"
      + "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"13\" y2=\"13\"/><g class=\"p-unknown\">"
      + "<line class=\"w\" x1=\"\(start.text)\" x2=\"\(end.text)\" y1=\"13\" y2=\"13\"/></g>"
    if open {
      text +=
        "<g class=\"p-own\" style=\"--c:var(--muted)\">"
        + PlotStyle.arrow(x: end.text, y: 13, pointsRight: true) + "</g>"
    }
    for answer in ForestPlot.order(range.answers).prefix(8) {
      guard let mark = IntervalOnAxis(answer.interval, on: axis).best else { continue }
      text +=
        "<g class=\"p-\(answer.perspective.rawValue)\">\(PlotStyle.mark(answer.perspective, x: mark.text, y: 13))</g>"
    }
    return text + "</svg>"
  }

  func writeQuestions(to output: inout TextOutput) throws {
    try output.write(
      section(
        "questions", "Who says what",
        "One plot a question: a row a source, coloured and shaped by how the source stands to the "
          + "victims. Arrows: no end is given. Shaded: where the most sources agree. Each row "
          + "leads to the claim and its sentence."))
    let shown = report.questions(within: limits)
    for (index, range) in shown.enumerated() {
      try write(range, index + 1, to: &output)
    }
    try output.write(
      more(
        report.questionCount - shown.count, "question", "questions",
        "their rows are in the table of ranges, without plots"))
    try output.write("</section>\n")
  }

  private func write(_ range: QuestionRange, _ number: Int, to output: inout TextOutput) throws {
    try output.write(
      "<details class=\"question\" id=\"q\(number)\"\(number <= 12 ? " open" : "")><summary><h3><span class=\"qn\">Q\(number)</span> "
        + "<span dir=\"auto\">\(escape(Wording.question(range.key)))</span> <span class=\"value\">\(escape(report.span(range)))</span></h3>"
        + "<span class=\"context\">\(dated(Wording.context(range)))</span></summary>\n")
    if let whole = range.partOf {
      try output.write("<p>Part of the figure in claim \(reference(whole)).</p>\n")
    }
    let forest = ForestPlot(report, range, number: number) { link(toClaim: $0) }
    if forest.isDrawable {
      try output.write("<figure>")
      try forest.write(standalone: false, to: &output)
      try output.write("<figcaption>\(summary(range))</figcaption></figure>\n")
    }
    let timeline = TimelinePlot(report, range, number: number) { link(toClaim: $0) }
    if timeline.isDrawable {
      try output.write("<figure>")
      try timeline.write(standalone: false, to: &output)
      try output.write(
        "<figcaption>Figures over time, by the date they stand for.</figcaption></figure>\n")
    }
    try writeAnswers(range, number, to: &output)
    try writeEvent(range, to: &output)
    let findings = report.findings(on: range)
    if !findings.isEmpty {
      try output.write("<ul class=\"qfindings\">\n")
      for finding in findings.prefix(8) {
        try output.write(
          "<li dir=\"auto\"><span class=\"kind\">\(Wording.kind(finding.kind))</span> \(escape(finding.sentence)) \(references(finding.claims, limit: 6))</li>\n"
        )
      }
      try output.write("</ul>\n")
      try output.write(
        more(report.findingCount(on: range) - 8, "finding", "findings", "in the list of findings"))
    }
    try output.write("</details>\n")
  }

  /// Why the reports on an event that no table named were taken for one.
  private func writeEvent(_ range: QuestionRange, to output: inout TextOutput) throws {
    guard let group = report.events[range.key.event], !group.reasons.isEmpty else { return }
    try output.write("<details class=\"answers\"><summary>Why these are one event</summary><ul>\n")
    for reason in group.reasons.prefix(Self.reasonsShown) {
      try output.write("<li dir=\"auto\">\(escape(reason))</li>\n")
    }
    try output.write("</ul></details>\n")
  }

  private func summary(_ range: QuestionRange) -> String {
    var text =
      "Best: \(escape(report.best(range))), the middle of \(Wording.plural(report.sourceCount(range), "source", "sources", style))."
    if let count = report.agreementCount(range) {
      text +=
        " \(count) of \(report.sourceCount(range)) agree on \(escape(report.agreement(range)))."
    }
    return text + " Grade: \(range.grade.rawValue), \(escape(Wording.meaning(range.grade)))."
  }

  private func writeAnswers(
    _ range: QuestionRange, _ number: Int, to output: inout TextOutput
  ) throws {
    let name = "Sources of Q\(number), \(Wording.question(range.key))"
    try output.write("<details class=\"answers\"><summary>Table of the sources</summary>\n")
    try output.write(table(name, classes: "data"))
    try output.write(
      "<thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Side</th><th scope=\"col\" class=\"n\">Figure</th>"
        + "<th scope=\"col\" class=\"n\">Read as</th><th scope=\"col\">As of</th><th scope=\"col\">Claim</th>"
        + "<th scope=\"col\">Echoes</th><th scope=\"col\">Earlier</th></tr></thead>\n<tbody>\n")
    for answer in ForestPlot.order(range.answers) {
      let date = report.date(of: answer)?.description ?? style.missing
      try output.write(
        "<tr><th scope=\"row\" dir=\"auto\">\(escape(answer.origin))</th><td>\(badge(answer.perspective))</td>"
          + "<td class=\"n best\">\(escape(report.figure(answer)))</td><td class=\"n\">\(escape(report.readAs(answer)))</td>"
          + "<td>\(date)</td><td>\(reference(answer.current))</td><td>\(orDash(references(answer.echoes)))</td>"
          + "<td>\(orDash(references(answer.revisions)))</td></tr>\n")
    }
    try output.write("</tbody></table></div></details>\n")
  }

  private func orDash(_ text: String) -> String { text.isEmpty ? style.missing : text }

  func writeBias(to output: inout TextOutput) throws {
    let plot = BiasPlot(report) { number in
      number <= sectionCount ? "#q\(number)" : number <= limits.ranges ? "#r\(number)" : nil
    }
    guard plot.isDrawable else { return }
    try output.write(
      section(
        "bias", "Own side, adversary, third parties",
        "The same losses, as counted by the side that suffered them (squares), by the side that "
          + "fights it (diamonds) and by third parties (circles)."))
    try output.write("<figure>")
    try plot.write(standalone: false, to: &output)
    try output.write("</figure>\n")
    try output.write(
      more(plot.omitted, "question", "questions", "their numbers are in the table of ranges"))
    try output.write("</section>\n")
  }

  func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    try output.write(
      section(
        "coverage", "Who has counted whom",
        "Rows: the side that the sources belong to. Columns: the victims' party. A dash: nobody of "
          + "that side gives a figure."))
    guard !coverage.sides.isEmpty else {
      try output.write("<p>No claim names a side or a party.</p>\n</section>\n")
      return
    }
    let parties = coverage.parties.prefix(24)
    for start in stride(from: 0, to: parties.count, by: Self.partiesAtOnce) {
      let shown = parties[start..<min(start + Self.partiesAtOnce, parties.count)]
      if start > 0 {
        try output.write(
          "<details class=\"fold\"><summary>Parties \(style.count(start + 1)) to "
            + "\(style.count(shown.endIndex))</summary>\n")
      }
      try writeCoverage(of: shown, to: &output)
      if start > 0 { try output.write("</details>\n") }
    }
    try output.write(
      more(
        coverage.parties.count - parties.count, "party", "parties",
        "they are in coverage.csv" + Self.elsewhere))
    try output.write("</section>\n")
  }

  /// The matrix of some parties, with the sides that have counted any of them.
  private func writeCoverage(
    of parties: ArraySlice<String>, to output: inout TextOutput
  ) throws {
    let coverage = report.coverage
    let speaking = coverage.sides.filter { side in
      parties.contains { coverage.cell(side: side, party: $0) != nil }
    }
    let sides = speaking.prefix(60)
    let name = parties.startIndex == 0 ? "" : ", from the \(style.count(parties.startIndex + 1))th"
    try output.write(
      table(
        "Claims (and sources) by the sources' side and the victims' party" + name,
        classes: "data heat"))
    try output.write("<thead><tr><th scope=\"col\">Counted by</th>")
    for party in parties {
      try output.write(
        "<th scope=\"col\" class=\"n\" dir=\"auto\">\(party.isEmpty ? "not named" : escape(party))</th>"
      )
    }
    try output.write("</tr></thead>\n<tbody>\n")
    for side in sides {
      try output.write(
        "<tr><th scope=\"row\" dir=\"auto\">\(side.isEmpty ? "third parties" : escape(side))</th>")
      for party in parties {
        guard let cell = coverage.cell(side: side, party: party) else {
          try output.write("<td class=\"n h0\">\(style.missing)</td>")
          continue
        }
        let step = CoveragePlot.step(cell.claims, of: coverage.mostClaims)
        let sources = Wording.plural(cell.origins, "source", "sources", style)
        try output.write(
          "<td class=\"n h\(step)\">\(style.count(cell.claims))<small>\(sources)</small></td>")
      }
      try output.write("</tr>\n")
    }
    try output.write("</tbody></table></div>\n")
    try output.write(
      more(
        speaking.count - sides.count, "side", "sides",
        "they are in coverage.csv" + Self.elsewhere))
    let silent = coverage.sides.count - speaking.count
    guard silent > 0 else { return }
    try output.write(
      "<p class=\"more\">\(Wording.plural(silent, "side", "sides", style)) without a figure on "
        + "these parties: not in this table.</p>\n")
  }
}
