import ClaimModel
import Reconciliation

/// The tables of a terminal report: ranges, questions, coverage.
extension TextReport {
  func writeRanges(_ report: Report, to output: inout TextOutput) throws {
    guard report.questionCount > 0 else { return }
    try heading(report.words[.partRanges], to: &output)
    let shown = Array(report.questions.prefix(limits.ranges))
    let isWide = width >= 72
    let words = report.words
    var columns: [TextTable.Column] = [
      .init(heading: "", alignment: .right), .init(heading: words[.columnQuestion], wraps: true),
      .init(heading: words[.columnLow], alignment: .right),
      .init(heading: words[.columnBest], alignment: .right),
      .init(heading: words[.columnHigh], alignment: .right),
    ]
    if isWide {
      columns += [
        .init(heading: words[.columnSources], alignment: .right),
        .init(heading: words[.columnGrade]),
      ]
    }
    var table = TextTable(columns)
    for (index, range) in shown.enumerated() {
      var cells = [
        "Q\(index + 1)", PlainText.oneLine(report.words.question(range.key)), report.low(range),
        report.best(range), report.high(range),
      ]
      if isWide {
        cells += [report.style.count(report.sourceCount(range)), words.grade(range.grade)]
      }
      table.add(cells)
    }
    let lines = table.lines(in: width) { row, column, cell in
      if row < 0 { return paint.bold(cell) }
      return column == 6 ? paint.grade(shown[row].grade, cell) : cell
    }
    for line in lines { try output.line(line) }
    try more(report.questionCount - shown.count, .questionsCount, report, to: &output)
  }

  func writeQuestions(_ report: Report, to output: inout TextOutput) throws {
    let shown = report.questions(within: limits)
    guard !shown.isEmpty else { return }
    try heading(report.words[.partQuestions], to: &output)
    for (index, range) in shown.enumerated() {
      if index > 0 { try output.line() }
      try write(range, number: index + 1, report, to: &output)
    }
    try more(report.questionCount - shown.count, .questionsCount, report, to: &output)
  }

  private func write(
    _ range: QuestionRange, number: Int, _ report: Report, to output: inout TextOutput
  ) throws {
    try output.line(
      paint.bold(
        PlainText.cut(
          "Q\(number)  " + PlainText.oneLine(report.words.question(range.key)), to: width)))
    try paragraph(report.words.context(range), to: &output, indent: 4) { paint.dim($0) }
    try writeAnswers(range, report, to: &output)
    if let count = report.agreementCount(range) {
      try paragraph(
        report.agreementSentence(count, range, report.agreement(range)) + ".",
        to: &output, indent: 4)
    }
    let findings = report.findings(on: range).compactMap { report.number(ofFinding: $0.id) }
    if !findings.isEmpty {
      let marks = findings.prefix(12).map { "F\($0)" }.joined(separator: ", ")
      try paragraph(
        report.words(.findingsLine, ["findings": marks]), to: &output, indent: 4
      ) { paint.dim($0) }
    }
  }

  /// A row a source: its figure and, where there is room, its bar.
  private func writeAnswers(
    _ range: QuestionRange, _ report: Report, to output: inout TextOutput
  ) throws {
    let answers = ForestPlot.order(range.answers)
    let rows = answers.map { answer in
      [
        PlainText.oneLine(answer.origin), report.words.side(answer.perspective),
        report.figure(answer),
        report.date(of: answer)?.description ?? report.style.missing,
        references(to: [answer.current] + answer.echoes, report, limit: 3),
      ]
    }
    let axis = Axis(for: answers.lazy.flatMap(\.interval.knownCounts))
    // Where the width cannot hold both, bars say more than dates, which the claims give again.
    let beside = axis == nil ? 0 : barWidth(beside: rows, withDates: true)
    let barWidth = beside > 0 || axis == nil ? beside : barWidth(beside: rows, withDates: false)
    let showsDates = beside > 0 || (barWidth == 0 && width >= 72)
    var columns: [TextTable.Column] = [
      .init(heading: report.words[.columnSource], wraps: true),
      .init(heading: report.words[.columnSide], wraps: true),
      .init(heading: report.words[.columnFigure], alignment: .right, wraps: true),
    ]
    if let axis, barWidth > 0 {
      columns.append(.init(heading: caption(axis, barWidth, report.style)))
    }
    if showsDates { columns.append(.init(heading: report.words[.columnAsOf])) }
    columns.append(.init(heading: report.words[.columnClaims], wraps: true))
    var table = TextTable(columns)
    for (row, answer) in zip(rows, answers) {
      var cells = Array(row[0..<3])
      if let axis, barWidth > 0 {
        cells.append(RangeBar(axis: axis, width: barWidth).bar(answer.interval))
      }
      if showsDates { cells.append(row[3]) }
      cells.append(row[4])
      table.add(cells)
    }
    let lines = table.lines(in: width - 4) { row, column, cell in
      if row < 0 { return paint.dim(cell) }
      let isBar = barWidth > 0 && column == 3
      return column == 1 || isBar ? paint.perspective(answers[row].perspective, cell) : cell
    }
    for line in lines { try output.line(spaces(4) + line) }
  }

  /// The columns left for bars beside the cells of the other columns; 0 where they are too few.
  private func barWidth(beside rows: [[String]], withDates: Bool) -> Int {
    let widths = (0..<5).map { column in rows.map { PlainText.width($0[column]) }.max() ?? 0 }
    let source = min(max(widths[0], 12), max(16, width / 4))
    let dates = withDates ? max(5, widths[3]) + 2 : 0
    let others = source + max(4, widths[1]) + max(6, widths[2]) + max(6, widths[4]) + dates + 8
    let left = width - 4 - others
    return left < 12 ? 0 : min(left, 44)
  }

  private func caption(_ axis: Axis, _ columns: Int, _ style: NumberStyle) -> String {
    let ends = (style.compact(axis.low), style.compact(axis.high))
    return ends.0 + spaces(columns - PlainText.width(ends.0) - PlainText.width(ends.1)) + ends.1
  }

  func writeDiscrepancies(_ report: Report, to output: inout TextOutput) throws {
    guard report.findingCount > 0 else { return }
    try heading(report.words[.partFindings], to: &output)
    for (index, finding) in report.findings.prefix(limits.findings).enumerated() {
      try write(finding, mark: "F\(index + 1)", report, to: &output)
    }
    try more(
      report.findingCount - limits.findings, .findingsCount, report, to: &output)
  }

  func writeCoverage(_ report: Report, to output: inout TextOutput) throws {
    let coverage = report.coverage
    guard !coverage.sides.isEmpty else { return }
    try heading(report.words[.partCoverage], to: &output)
    try paragraph(
      report.words[.leadCoverageCells], to: &output
    ) { paint.dim($0) }
    let parties = coverage.parties.prefix(max(1, (width - 20) / 14))
    var table = TextTable(
      [.init(heading: report.words[.columnCountedBy], wraps: true)]
        + parties.map {
          .init(
            heading: PlainText.cut(
              $0.isEmpty ? report.words[.partyUnknown] : PlainText.oneLine($0), to: 18),
            alignment: .right)
        })
    for side in coverage.sides {
      table.add(
        [side.isEmpty ? report.words[.thirdParties] : PlainText.oneLine(side)]
          + parties.map { party in
            guard let cell = coverage.cell(side: side, party: party) else {
              return report.style.missing
            }
            return "\(report.style.count(cell.claims)) (\(report.style.count(cell.origins)))"
          })
    }
    let lines = table.lines(in: width) { row, _, cell in row < 0 ? paint.bold(cell) : cell }
    for line in lines { try output.line(line) }
    try more(coverage.parties.count - parties.count, .partiesCount, report, to: &output)
  }

  func more(
    _ count: Int, _ noun: ReportWord, _ report: Report, to output: inout TextOutput
  ) throws {
    guard count > 0 else { return }
    let text = report.words(.moreTerminal, ["count": report.words.count(noun, count)])
    try paragraph(text, to: &output) { paint.dim($0) }
  }
}
