import ClaimModel
import Reconciliation

/// The headline findings, how to read the page, and the list of all findings.
extension HTMLPage {
  /// Rows of one table of findings: those behind it are folded.
  private static let rowsAtOnce = 500

  func writeHeadlines(to output: inout TextOutput) throws {
    try output.write(section("headlines", .partHeadlines))
    let headlines = report.headlines()
    if headlines.isEmpty {
      try output.write("<p>\(words.markup(.noneFindingsClaims))</p>\n")
    } else {
      try output.write("<ol class=\"cards\">\n")
      for finding in headlines {
        try output.write("<li class=\"card k-\(finding.kind.rawValue)\">")
        try output.write("<div class=\"gauge\">\(gauge(finding))</div><div>")
        try output.write("<p class=\"sentence\" dir=\"auto\">\(escape(finding.sentence))</p>")
        try output.write(tail(finding, kindFirst: true))
        for quote in quotes(finding).prefix(2) {
          try output.write("<blockquote dir=\"auto\">\(escape(quote))</blockquote>")
        }
        try output.write("</div></li>\n")
      }
      try output.write("</ol>\n")
    }
    try output.write("</section>\n")
  }

  /// How wide the gap is, large and beside the sentence.
  private func gauge(_ finding: Finding) -> String {
    switch finding.kind {
    case .echo:
      return "<b>\(style.count(finding.claims.count))</b><span>\(words.markup(.gaugeVoices))</span>"
    case .unbounded:
      return
        "<b>\(finding.highValue == nil ? "≥" : "≤")</b><span>\(words.kind(finding.kind))</span>"
    case .gap: return "<b>\(style.missing)</b><span>\(words.markup(.gaugeNoFigure))</span>"
    default: break
    }
    if let ratio = finding.ratio, ratio > 0 {
      let isCourse = finding.kind == .revision || finding.kind == .regress
      return
        "<b>\(style.ratio(ratio))×</b><span>\(words.markup(isCourse ? .gaugeOverTime : .gaugeApart))</span>"
    }
    switch finding.kind {
    default: return "<b>≠</b><span>\(words.kind(finding.kind))</span>"
    }
  }

  /// What a fold holds, by its first and its last number.
  func range(_ word: ReportWord, _ from: Int, _ to: Int) -> String {
    words.markup(word, ["from": style.count(from), "to": style.count(to)])
  }

  /// The sentences that a finding rests on and does not give itself.
  private func quotes(_ finding: Finding) -> [String] {
    finding.quotes.filter { !finding.sentence.contains($0) }
  }

  /// What a finding is, what it is about and what it rests on.
  private func tail(_ finding: Finding, kindFirst: Bool) -> String {
    var parts: [String] = []
    if kindFirst {
      parts.append(
        "<span class=\"kind\" title=\"\(escape(words.meaning(finding.kind)))\">\(words.kind(finding.kind))</span>"
      )
    }
    let questions = questionLinks(finding)
    if !questions.isEmpty { parts.append(questions) }
    let claims = references(finding.claims)
    if !claims.isEmpty { parts.append(claims) }
    if kindFirst, let number = report.number(ofFinding: finding.id), number <= limits.findings {
      parts.append("<a class=\"muted\" href=\"#f\(number)\">F\(number)</a>")
    }
    return "<p class=\"tail\">" + parts.joined(separator: " <span aria-hidden=\"true\">·</span> ")
      + "</p>"
  }

  /// The questions that a finding touches.
  private func questionLinks(_ finding: Finding) -> String {
    let ids = finding.questions.isEmpty ? [finding.questionID] : finding.questions
    return ids.prefix(3).map { questionLink($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func writeHowToRead(to output: inout TextOutput) throws {
    try output.write("<details class=\"how\"><summary>\(words.markup(.partHow))</summary>\n")
    for paragraph in words.howToRead { try output.write("<p>\(escape(paragraph))</p>\n") }
    try output.write("<dl class=\"terms\">\n")
    for grade in Grade.allCases {
      try output.write("<dt>\(badge(grade))</dt><dd>\(escape(words.meaning(grade)))</dd>\n")
    }
    for kind in FindingKind.allCases {
      try output.write(
        "<dt><span class=\"kind\">\(words.kind(kind))</span></dt><dd>\(escape(words.meaning(kind)))</dd>\n"
      )
    }
    try output.write("</dl>\n</details>\n")
  }

  func writeFindings(to output: inout TextOutput) throws {
    try output.write(section("findings", .partFindings))
    guard report.findingCount > 0 else {
      try output.write("<p>\(words.markup(.none))</p>\n</section>\n")
      return
    }
    let shown = report.findings.prefix(limits.findings)
    for start in stride(from: 0, to: shown.count, by: Self.rowsAtOnce) {
      let rows = shown[start..<min(start + Self.rowsAtOnce, shown.count)]
      let isFolded = start > 0
      if isFolded {
        try output.write(
          "<details class=\"fold\"><summary>\(range(.foldFindings, start + 1, rows.endIndex))</summary>\n"
        )
      }
      try writeTable(of: rows, to: &output)
      if isFolded { try output.write("</details>\n") }
    }
    try output.write(
      more(
        report.findingCount - limits.findings, .findingsCount, .whereFindings))
    try output.write("</section>\n")
  }

  private func writeTable(of rows: ArraySlice<Finding>, to output: inout TextOutput) throws {
    let name =
      rows.startIndex == 0
      ? words[.captionFindings]
      : words(.captionFindingsFrom, ["number": String(rows.startIndex + 1)])
    try output.write(table(name, classes: "data sortable"))
    try output.write(
      "<thead><tr>" + head(.columnNumber, " data-sort=\"number\"") + head(.columnKind)
        + head(.columnFinding) + head(.columnRatio, " class=\"n\" data-sort=\"number\"")
        + head(.columnQuestion) + head(.columnClaims) + "</tr></thead>\n<tbody>\n")
    for index in rows.indices {
      let finding = rows[index]
      let quotes = quotes(finding).prefix(3).map {
        "<blockquote dir=\"auto\">\(escape($0))</blockquote>"
      }
      try output.write(
        "<tr id=\"f\(index + 1)\"><th scope=\"row\" data-v=\"\(index + 1)\">F\(index + 1)</th>"
          + "<td><span class=\"kind\">\(words.kind(finding.kind))</span></td>"
          + "<td class=\"text\" dir=\"auto\">\(escape(finding.sentence))\(quotes.joined())</td>"
          + "<td class=\"n\" data-v=\"\(finding.ratio ?? -1)\">\(finding.ratio.map(style.ratio) ?? style.missing)</td>"
          + "<td class=\"about\">\(questionLinks(finding))</td><td>\(references(finding.claims))</td></tr>\n"
      )
    }
    try output.write("</tbody></table></div>\n")
  }
}
