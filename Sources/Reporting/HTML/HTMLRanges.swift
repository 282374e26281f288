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
    try output.write(section("ranges", .partRanges))
    guard report.questionCount > 0 else {
      try output.write("<p>\(words.markup(.noneRanges))</p>\n</section>\n")
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
        "<details class=\"fold\"><summary>\(range(.foldQuestions, rows.startIndex + 1, rows.endIndex))</summary>\n"
      )
      try writeFoldedTable(rows, to: &output)
      try output.write("</details>\n")
    }
    try output.write(
      more(
        report.questionCount - shown.count, .questionsCount, .whereRanges))
    try output.write("</section>\n")
  }

  private func writeRangeTable(
    _ rows: ArraySlice<QuestionRange>, _ axis: Axis?, to output: inout TextOutput
  ) throws {
    try output.write(
      table(
        words[.captionRanges],
        classes: "data sortable ranges"))
    try output.write(
      """
      <thead>
      <tr><th scope="col" rowspan="2" class="pin">\(words.markup(.columnQuestion))</th><th scope="colgroup" colspan="3" class="spanner">\(words.markup(.columnRange))</th><td rowspan="2" class="barhead">\(axis.map(barHead) ?? "")</td><th scope="col" rowspan="2">\(words.markup(.columnGrade))</th><th scope="col" rowspan="2" class="n" data-sort="number">\(words.markup(.columnSources))</th><th scope="col" rowspan="2" class="n">\(words.markup(.columnAgreement))</th><th scope="colgroup" colspan="3" class="spanner">\(words.markup(.columnSides))</th><th scope="col" rowspan="2" class="n" data-sort="number">\(words.markup(.columnFindings))</th></tr>
      <tr>\(ends)\(head(.columnOwn, " class=\"n\""))\(head(.columnAdversary, " class=\"n\""))\(head(.columnThird, " class=\"n\" title=\"\(escape(words[.columnThirdParties]))\""))</tr>
      </thead>
      <tbody>

      """)
    for index in rows.indices { try output.write(row(rows[index], index + 1, axis)) }
    try output.write("</tbody></table></div>\n")
  }

  /// How a column of numbers is set and sorted.
  private static let sorted = " class=\"n\" data-sort=\"number\""

  /// The headings of a range's ends.
  private var ends: String {
    head(.columnLow, Self.sorted) + head(.columnBest, Self.sorted) + head(.columnHigh, Self.sorted)
  }

  /// Rows without bars and sides, which thousands of times would make the page heavy and say little.
  private func writeFoldedTable(
    _ rows: ArraySlice<QuestionRange>, to output: inout TextOutput
  ) throws {
    try output.write(
      table(
        words(.captionRangesFrom, ["number": String(rows.startIndex + 1)]),
        classes: "data sortable ranges"))
    try output.write(
      """
      <thead><tr>\(head(.columnQuestion, " class=\"pin\""))\(ends)\(head(.columnGrade))\(head(.columnSources, Self.sorted))\(head(.columnAgreement, " class=\"n\""))\(head(.columnFindings, Self.sorted))</tr></thead>
      <tbody>

      """)
    for index in rows.indices {
      let range = rows[index]
      try output.write(
        "<tr id=\"r\(index + 1)\"><th scope=\"row\" class=\"pin\" dir=\"auto\">Q\(index + 1) "
          + "\(escape(words.question(range.key)))<small>\(dated(words.context(range)))</small></th>"
          + number(range.low, report.low(range)) + number(range.best, report.best(range))
          + number(range.high, report.high(range)) + "<td>\(escape(words.grade(range.grade)))</td>"
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
        + "\(words.perspective(perspective))</li>"
    }
    return "<ul class=\"legend\" aria-label=\"\(escape(words[.captionKey]))\">"
      + keys.joined() + "</ul>\n"
  }

  private func barHead(_ axis: Axis) -> String {
    "<span class=\"ends\"><span>\(style.compact(axis.low))</span><span>\(axis.isLogarithmic ? words.markup(.axisLogarithmic) : "")</span>"
      + "<span>\(style.compact(axis.high))</span></span>"
  }

  private func row(_ range: QuestionRange, _ number: Int, _ axis: Axis?) -> String {
    let echoes =
      range.echoes > 0
      ? "<small>+ \(words.count(.echoesCount, range.echoes))</small>" : ""
    let agreement = report.agreementCount(range).map {
      "\(followed(report.agreement(range), number, in: range) { _ in false })<small>\(words.agreement($0, of: report.sourceCount(range)))</small>"
    }
    let best = followed(report.best(range), number, in: range) {
      range.best != nil && $0.interval.best == range.best
    }
    var text =
      "<tr id=\"r\(number)\"><th scope=\"row\" class=\"pin\" dir=\"auto\"><span class=\"qn\">Q\(number)</span> "
      + "\(questionLink(range.id))<small>\(dated(words.context(range)))</small></th>"
    text +=
      "<td class=\"n\" data-v=\"\(range.low ?? -1)\">\(linked(report.low(range), toClaimOf: range.lowOrigin, in: range))</td>"
    text += "<td class=\"n best\" data-v=\"\(range.best ?? -1)\">\(best)</td>"
    text +=
      "<td class=\"n\" data-v=\"\(range.high ?? -1)\">\(linked(report.high(range), toClaimOf: range.highOrigin, in: range))</td>"
    text += "<td class=\"bar\">\(axis.map { bar(range, $0) } ?? "")</td>"
    text += "<td>\(badge(range.grade))</td>"
    text +=
      "<td class=\"n\" data-v=\"\(report.sourceCount(range))\">\(style.count(report.sourceCount(range)))\(echoes)</td>"
    text += "<td class=\"n agree\">\(agreement ?? style.missing)</td>"
    for side in [Perspective.own, .adversary, .thirdParty] {
      text +=
        "<td class=\"n agree\">\(followed(report.perspective(side, of: range), number, in: range) { $0.perspective == side })</td>"
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
        "questions", .partQuestions, .leadQuestions))
    let shown = report.questions(within: limits)
    for (index, range) in shown.enumerated() {
      try write(range, index + 1, to: &output)
    }
    try output.write(
      more(
        report.questionCount - shown.count, .questionsCount, .whereRows))
    try output.write("</section>\n")
  }

  private func write(_ range: QuestionRange, _ number: Int, to output: inout TextOutput) throws {
    try output.write(
      "<details class=\"question\" id=\"q\(number)\"\(number <= 12 ? " open" : "")><summary><h3><span class=\"qn\">Q\(number)</span> "
        + "<span dir=\"auto\">\(escape(words.question(range.key)))</span> <span class=\"value\">\(escape(report.span(range)))</span></h3>"
        + "<span class=\"context\">\(dated(words.context(range)))</span></summary>\n")
    if let whole = range.partOf {
      try output.write("<p>\(words.markup(.questionPartOf, ["claim": reference(whole)]))</p>\n")
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
        "<figcaption>\(words.markup(.captionTimeline))</figcaption></figure>\n")
    }
    try writeAnswers(range, number, to: &output)
    try writeEvent(range, to: &output)
    let findings = report.findings(on: range)
    if !findings.isEmpty {
      try output.write("<ul class=\"qfindings\">\n")
      for finding in findings.prefix(8) {
        try output.write(
          "<li dir=\"auto\"><span class=\"kind\">\(words.kind(finding.kind))</span> \(escape(finding.sentence)) \(references(finding.claims, limit: 6))</li>\n"
        )
      }
      try output.write("</ul>\n")
      try output.write(
        more(report.findingCount(on: range) - 8, .findingsCount, .whereList))
    }
    try output.write("</details>\n")
  }

  /// Why the reports on an event that no table named were taken for one.
  private func writeEvent(_ range: QuestionRange, to output: inout TextOutput) throws {
    guard let group = report.events[range.key.event], !group.reasons.isEmpty else { return }
    try output.write(
      "<details class=\"answers\"><summary>\(words.markup(.foldEvent))</summary><ul>\n")
    for reason in group.reasons.prefix(Self.reasonsShown) {
      try output.write("<li dir=\"auto\">\(escape(reason))</li>\n")
    }
    try output.write("</ul></details>\n")
  }

  private func summary(_ range: QuestionRange) -> String {
    var text =
      words.markup(
        .summaryBest,
        [
          "best": escape(report.best(range)),
          "sources": words.count(.sourcesCount, report.sourceCount(range)),
        ])
    if let count = report.agreementCount(range) {
      text +=
        " "
        + words.markup(
          .summaryAgreement,
          [
            "count": String(count), "all": String(report.sourceCount(range)),
            "interval": escape(report.agreement(range)),
          ])
    }
    return text + " "
      + words.markup(
        .summaryGrade,
        [
          "grade": escape(words.grade(range.grade)), "meaning": escape(words.meaning(range.grade)),
        ])
  }

  private func writeAnswers(
    _ range: QuestionRange, _ number: Int, to output: inout TextOutput
  ) throws {
    let name = words(
      .captionSources, ["number": String(number), "question": words.question(range.key)])
    try output.write(
      "<details class=\"answers\"><summary>\(words.markup(.foldSources))</summary>\n")
    try output.write(table(name, classes: "data"))
    try output.write(
      "<thead><tr>" + head(.columnSource) + head(.columnSide) + head(.columnFigure, " class=\"n\"")
        + head(.columnReadAs, " class=\"n\"") + head(.columnAsOf) + head(.columnClaim)
        + head(.columnEchoes) + head(.columnEarlier) + "</tr></thead>\n<tbody>\n")
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
        "bias", .partBias, .leadBias))
    try output.write("<figure>")
    try plot.write(standalone: false, to: &output)
    try output.write("</figure>\n")
    try output.write(
      more(plot.omitted, .questionsCount, .whereNumbers))
    try output.write("</section>\n")
  }

  func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    try output.write(
      section(
        "coverage", .partCoverage, .leadCoverage))
    guard !coverage.sides.isEmpty else {
      try output.write("<p>\(words.markup(.noneCoverage))</p>\n</section>\n")
      return
    }
    let parties = coverage.parties.prefix(24)
    for start in stride(from: 0, to: parties.count, by: Self.partiesAtOnce) {
      let shown = parties[start..<min(start + Self.partiesAtOnce, parties.count)]
      if start > 0 {
        try output.write(
          "<details class=\"fold\"><summary>\(range(.foldParties, start + 1, shown.endIndex))</summary>\n"
        )
      }
      try writeCoverage(of: shown, to: &output)
      if start > 0 { try output.write("</details>\n") }
    }
    try output.write(
      more(
        coverage.parties.count - parties.count, .partiesCount, .whereCoverage))
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
    let name =
      parties.startIndex == 0
      ? words[.captionCoverage]
      : words(.captionCoverageFrom, ["number": style.count(parties.startIndex + 1)])
    try output.write(table(name, classes: "data heat"))
    try output.write("<thead><tr>" + head(.columnCountedBy))
    for party in parties {
      try output.write(
        "<th scope=\"col\" class=\"n\" dir=\"auto\">\(party.isEmpty ? words.markup(.partyUnknown) : escape(party))</th>"
      )
    }
    try output.write("</tr></thead>\n<tbody>\n")
    for side in sides {
      try output.write(
        "<tr><th scope=\"row\" dir=\"auto\">\(side.isEmpty ? words.markup(.thirdParties) : escape(side))</th>"
      )
      for party in parties {
        guard let cell = coverage.cell(side: side, party: party) else {
          try output.write("<td class=\"n h0\">\(style.missing)</td>")
          continue
        }
        let step = CoveragePlot.step(cell.claims, of: coverage.mostClaims)
        let sources = words.count(.sourcesCount, cell.origins)
        try output.write(
          "<td class=\"n h\(step)\">\(style.count(cell.claims))<small>\(sources)</small></td>")
      }
      try output.write("</tr>\n")
    }
    try output.write("</tbody></table></div>\n")
    try output.write(
      more(
        speaking.count - sides.count, .sidesCount, .whereCoverage))
    let silent = coverage.sides.count - speaking.count
    guard silent > 0 else { return }
    try output.write(
      "<p class=\"more\">\(words.markup(.silentSides, ["sides": words.count(.sidesCount, silent)]))</p>\n"
    )
  }
}
