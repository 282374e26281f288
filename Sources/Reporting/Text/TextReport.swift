import Reconciliation

/// Writes a report for a terminal: aligned to a width, the findings that matter most first.
package struct TextReport: Sendable {
  /// The columns to fill, from 40.
  package var width: Int
  package var usesColor: Bool
  package var limits: ReportLimits

  package init(width: Int = 80, usesColor: Bool = false, limits: ReportLimits = .terminal) {
    self.width = max(40, width)
    self.usesColor = usesColor
    self.limits = limits
  }

  var paint: TerminalPaint { TerminalPaint(isOn: usesColor) }

  /// Writes the report.
  package func write(_ report: Report, to output: inout TextOutput) throws {
    try writeHead(report, to: &output)
    try writeHeadlines(report, to: &output)
    try writeRanges(report, to: &output)
    try writeQuestions(report, to: &output)
    try writeDiscrepancies(report, to: &output)
    try writeCoverage(report, to: &output)
    try writeClaims(report, to: &output)
    try writeSetAside(report, to: &output)
    try writeNotes(report, to: &output)
    try output.finish()
  }

  private func writeHead(_ report: Report, to output: inout TextOutput) throws {
    for line in PlainText.wrap(PlainText.oneLine(report.notes.title), to: width) {
      try output.line(paint.bold(line))
    }
    if !report.notes.subtitle.isEmpty {
      try paragraph(report.notes.subtitle, to: &output)
    }
    try paragraph(Self.counts(of: report), to: &output) { paint.dim($0) }
  }

  /// '12 documents · 46 claims · …'.
  static func counts(of report: Report) -> String {
    let words = report.words
    return [
      words.count(.documentsCount, report.documentCount),
      words.count(.claimsCount, report.claimCount),
      words.count(.sourcesCount, report.originCount),
      words.count(.questionsCount, report.questionCount),
      words.count(.findingsCount, report.findingCount),
    ].joined(separator: " · ")
  }

  private func writeHeadlines(_ report: Report, to output: inout TextOutput) throws {
    try heading(report.words[.partHeadlines], to: &output)
    let headlines = report.headlines()
    if headlines.isEmpty {
      try paragraph(report.words[.noneFindings], to: &output)
    }
    for (index, finding) in headlines.enumerated() {
      try write(finding, mark: "\(index + 1).", report, to: &output)
    }
  }

  /// A finding as a hanging paragraph: its mark, its sentence, its kind and its claims.
  func write(
    _ finding: Finding, mark: String, _ report: Report, to output: inout TextOutput
  ) throws {
    let indent = max(4, PlainText.width(mark) + 1)
    let lines = PlainText.wrap(PlainText.oneLine(finding.sentence), to: width - indent)
    for (index, line) in lines.enumerated() {
      try output.line((index == 0 ? padded(mark, indent) : spaces(indent)) + line)
    }
    var tail = report.words.kind(finding.kind)
    if let ratio = finding.ratio { tail += " · ×" + report.style.ratio(ratio) }
    if let question = report.number(ofQuestion: finding.questionID) { tail += " · Q\(question)" }
    let references = references(to: finding.claims, report)
    if !references.isEmpty { tail += " · " + references }
    for line in PlainText.wrap(tail, to: width - indent) {
      try output.line(spaces(indent) + paint.dim(line))
    }
    for quote in finding.quotes.prefix(3) {
      for line in PlainText.wrap("“" + PlainText.oneLine(quote) + "”", to: width - indent - 2) {
        try output.line(spaces(indent + 2) + line)
      }
    }
  }

  /// '[3, 7]': the numbers of claims.
  func references(to ids: [String], _ report: Report, limit: Int = 8) -> String {
    let numbers = ids.compactMap { report.number(ofClaim: $0) }.sorted()
    guard !numbers.isEmpty else { return "" }
    let shown = numbers.prefix(limit).map(String.init).joined(separator: ", ")
    let rest = numbers.count - limit
    return "[" + shown
      + (rest > 0 ? " " + report.words(.rest, ["count": report.style.count(rest)]) : "") + "]"
  }

  func heading(_ text: String, to output: inout TextOutput) throws {
    try output.line()
    try output.line(paint.bold(text))
    try output.line(paint.dim(String(repeating: "─", count: PlainText.width(text))))
  }

  func paragraph(
    _ text: String, to output: inout TextOutput, indent: Int = 0,
    _ decorate: (String) -> String = { $0 }
  ) throws {
    for line in PlainText.wrap(PlainText.oneLine(text), to: width - indent) {
      try output.line(spaces(indent) + decorate(line))
    }
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  func padded(_ text: String, _ columns: Int) -> String {
    text + spaces(columns - PlainText.width(text))
  }
}
