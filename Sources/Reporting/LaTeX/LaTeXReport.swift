import ClaimModel
import Reconciliation

/// Writes a report as a LaTeX document with booktabs tables.
///
/// It compiles with pdflatex, XeLaTeX and LuaLaTeX and needs booktabs, longtable, array, geometry,
/// hyperref and TikZ, in which its plots are drawn: Debian's texlive-latex-recommended and
/// texlive-pictures.
package struct LaTeXReport: Sendable {
  package var limits: ReportLimits

  package init(limits: ReportLimits = .page) {
    self.limits = limits
  }

  /// Writes the document.
  package func write(_ report: Report, to output: inout TextOutput) throws {
    let page = LaTeXPage(report: report, limits: limits)
    try output.write(Self.preamble + LaTeXAxis.preamble)
    try output.line("\\title{\(page.escape(report.notes.title))}")
    try output.line("\\author{\(page.escape(report.notes.subtitle))}\n\\date{}")
    try output.line("\\begin{document}\n\\maketitle")
    try output.line("\\noindent \(page.escape(TextReport.counts(of: report)))\n")
    try page.writeHeadlines(to: &output)
    try page.writeRanges(to: &output)
    try page.writeQuestions(to: &output)
    try page.writeBias(to: &output)
    try page.writeCoverage(to: &output)
    try page.writeFindings(to: &output)
    try page.writeClaims(to: &output)
    try page.writeMethod(to: &output)
    try output.line("\\end{document}")
    try output.finish()
  }

  private static let preamble = #"""
    \documentclass[10pt,a4paper]{article}
    \usepackage{iftex}
    \ifPDFTeX
      \usepackage[utf8]{inputenc}
      \usepackage[T1]{fontenc}
      \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
      \usepackage{textcomp}
      \DeclareRobustCommand{\tollchar}[2]{[U+#2]}
    \else
      \usepackage{fontspec}
      \DeclareRobustCommand{\tollchar}[2]{#1}
    \fi
    \usepackage[margin=22mm]{geometry}
    \usepackage{array,booktabs,longtable}
    \usepackage[hidelinks]{hyperref}
    \newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
    \setlength{\parindent}{0pt}\setlength{\parskip}{4pt}
    \setlength{\tabcolsep}{4pt}

    """#
}

/// The parts of a LaTeX report.
struct LaTeXPage {
  let report: Report
  let limits: ReportLimits
  private let shownInOrder: [String]
  private let shown: Set<String>

  init(report: Report, limits: ReportLimits) {
    self.report = report
    self.limits = limits
    shownInOrder = report.claimIDs(within: limits)
    shown = Set(shownInOrder)
  }

  private var style: NumberStyle { report.style }
  private var words: ReportWords { report.words }

  /// A word or a text as LaTeX; of a text its places are filled in with LaTeX.
  private func say(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    ReportWords.fill(LaTeXEscape.words(words[word]), values)
  }

  /// Headings of columns, with what stands between them.
  private func heads(_ heads: ReportWord?...) -> String {
    heads.map { head in head.map { say($0) } ?? "" }.joined(separator: " & ")
  }

  func escape(_ text: String) -> String { LaTeXEscape.text(text) }

  private func references(_ ids: [String], limit: Int = 10, of count: Int? = nil) -> String {
    let sorted = ids.filter { report.number(ofClaim: $0) != nil }
      .sorted { (report.number(ofClaim: $0) ?? 0) < (report.number(ofClaim: $1) ?? 0) }
    let rest = (count ?? ids.count) - min(limit, sorted.count)
    return sorted.prefix(limit).map { id in
      let number = report.number(ofClaim: id) ?? 0
      return shown.contains(id) ? "\\hyperlink{c\(number)}{{[}\(number){]}}" : "{[}\(number){]}"
    }.joined(separator: " ") + (rest > 0 ? " " + say(.rest, ["count": style.count(rest)]) : "")
  }

  private func more(_ count: Int, _ noun: ReportWord) -> String {
    guard count > 0 else { return "" }
    return "\n\\emph{\(say(.moreCsv, ["count": words.count(noun, count)]))}\n"
  }

  func writeHeadlines(to output: inout TextOutput) throws {
    let headlines = report.headlines()
    try output.line("\\section*{\(say(.partHeadlines))}")
    guard !headlines.isEmpty else { return try output.line(say(.noneFindings)) }
    try output.line("\\begin{enumerate}")
    for finding in headlines {
      var tail = [escape(words.kind(finding.kind))]
      if let ratio = finding.ratio {
        tail.append("\(escape(style.ratio(ratio)))\\ensuremath{\\times}")
      }
      let claims = references(finding.claims)
      if !claims.isEmpty { tail.append(claims) }
      try output.line(
        "\\item \(escape(finding.sentence)) {\\small(\(tail.joined(separator: "; ")))}")
      for quote in finding.quotes.prefix(2) {
        try output.line("\\begin{quote}\(escape(quote))\\end{quote}")
      }
    }
    try output.line("\\end{enumerate}")
  }

  func writeRanges(to output: inout TextOutput) throws {
    guard report.questionCount > 0 else { return }
    try output.line("\\section*{\(say(.partRanges))}\n\(say(.methodRanges))\n")
    try output.line(
      """
      {\\small
      \\begin{longtable}{@{}L{0.27\\linewidth}rrrrL{0.2\\linewidth}l@{}}
      \\toprule
      & \\multicolumn{3}{c}{\(say(.columnRange))} & & & \\\\
      \\cmidrule(lr){2-4}
      \(heads(.columnQuestion, .columnLow, .columnBest, .columnHigh, .columnSources, .columnAgreement, .columnGrade)) \\\\
      \\midrule
      \\endhead
      \\bottomrule
      \\endfoot
      """)
    let shown = report.questions.prefix(limits.ranges)
    for (index, range) in shown.enumerated() {
      let agreement = report.agreementCount(range).map {
        "\(escape(report.agreement(range))) (\(escape(words.agreement($0, of: report.sourceCount(range)))))"
      }
      let cells = [
        "Q\(index + 1) \(escape(words.question(range.key)))\\newline{\\footnotesize \(escape(words.context(range)))}",
        escape(report.low(range)), escape(report.best(range)), escape(report.high(range)),
        escape(style.count(report.sourceCount(range))), agreement ?? escape(style.missing),
        escape(words.grade(range.grade)),
      ]
      try output.line(cells.joined(separator: " & ") + " \\\\")
    }
    try output.line("\\end{longtable}}")
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  func writeQuestions(to output: inout TextOutput) throws {
    let shown = report.questions(within: limits)
    guard !shown.isEmpty else { return }
    try output.line("\\section*{\(say(.partQuestions))}")
    for (index, range) in shown.enumerated() {
      try output.line("\\subsection*{Q\(index + 1) \(escape(words.question(range.key)))}")
      try output.write(LaTeXPlot(page: self, range: range).text)
      try output.write(LaTeXTimeline(page: self, range: range, number: index + 1).text)
      try output.line(
        """
        {\\small
        \\begin{longtable}{@{}L{0.3\\linewidth}lrrlL{0.2\\linewidth}@{}}
        \\toprule
        \(heads(.columnSource, .columnSide, .columnFigure, .columnReadAs, .columnAsOf, .columnClaims)) \\\\
        \\midrule
        \\endhead
        \\bottomrule
        \\endfoot
        """)
      for answer in ForestPlot.order(range.answers) {
        let cells = [
          escape(answer.origin), escape(words.perspective(answer.perspective)),
          escape(report.figure(answer)), escape(report.readAs(answer)),
          escape(report.date(of: answer)?.description ?? style.missing),
          references([answer.current] + answer.echoes),
        ]
        try output.line(cells.joined(separator: " & ") + " \\\\")
      }
      try output.line("\\end{longtable}}")
    }
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  func writeBias(to output: inout TextOutput) throws {
    let bias = LaTeXBias(page: self)
    guard !bias.text.isEmpty else { return }
    try output.line(
      """
      \\section*{\(say(.partBias))}
      \(say(.leadBias))

      """)
    try output.write(bias.text)
    try output.line(more(bias.omitted, .questionsCount))
  }

  func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    guard !coverage.sides.isEmpty else { return }
    let parties = coverage.parties.prefix(6)
    try output.line("\\section*{\(say(.partCoverage))}\n\(say(.leadCoverageBrief))\n")
    try output.line(
      "{\\small\n\\begin{longtable}{@{}L{0.2\\linewidth}"
        + String(repeating: "r", count: parties.count)
        + "@{}}\n\\toprule")
    let heads = parties.map {
      escape($0.isEmpty ? words[.partyUnknown] : PlainText.cut(PlainText.oneLine($0), to: 20))
    }
    try output.line(
      say(.columnCountedBy) + " & " + heads.joined(separator: " & ")
        + " \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot")
    for side in coverage.sides {
      let cells = parties.map { party in
        escape(
          coverage.cell(side: side, party: party).map {
            "\(style.count($0.claims)) (\(style.count($0.origins)))"
          } ?? style.missing)
      }
      try output.line(
        "\(escape(side.isEmpty ? words[.thirdParties] : side)) & " + cells.joined(separator: " & ")
          + " \\\\")
    }
    try output.line("\\end{longtable}}")
    try output.line(more(coverage.parties.count - parties.count, .partiesCount))
  }

  func writeFindings(to output: inout TextOutput) throws {
    guard report.findingCount > 0 else { return }
    try output.line(
      "\\section*{\(say(.partFindings))}\n{\\small\n\\begin{longtable}{@{}lL{0.17\\linewidth}L{0.48\\linewidth}rL{0.12\\linewidth}@{}}"
    )
    try output.line(
      "\\toprule\n\(heads(nil, .columnKind, .columnFinding, .columnRatio, .columnClaims).dropFirst()) \\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot"
    )
    for (index, finding) in report.findings.prefix(limits.findings).enumerated() {
      let cells = [
        "F\(index + 1)", escape(words.kind(finding.kind)), escape(finding.sentence),
        escape(finding.ratio.map(style.ratio) ?? style.missing), references(finding.claims),
      ]
      try output.line(cells.joined(separator: " & ") + " \\\\")
    }
    try output.line("\\end{longtable}}")
    try output.line(more(report.findingCount - limits.findings, .findingsCount))
  }

  func writeClaims(to output: inout TextOutput) throws {
    guard !shownInOrder.isEmpty else { return }
    try output.line("\\section*{\(say(.partClaims))}")
    for id in shownInOrder {
      guard let claim = report.claim(id), let number = report.number(ofClaim: id) else { continue }
      try output.line(item(claim, id, number))
    }
    try output.line(more(report.claimCount - shownInOrder.count, .claimsCount))
  }

  private func item(_ claim: Claim, _ id: String, _ number: Int) -> String {
    var text =
      "\\par\\raisebox{1em}{\\hypertarget{c\(number)}{}}\\textbf{{[}\(number){]} \(escape(report.figure(claim))) "
      + "\(escape(words.people(claim.status, claim.outcome)))}, "
      + "\(claim.party.isEmpty ? say(.claimPartyUnknown) : escape(claim.party)). \(escape(report.origin(of: claim)))"
    if !claim.attribution.via.isEmpty {
      text +=
        " " + say(.claimVia, ["outlets": escape(claim.attribution.via.joined(separator: " ‹ "))])
    }
    if claim.stance != .asserted { text += " (\(escape(words.stance(claim.stance))))" }
    if let reason = report.setAsideReason(ofClaim: id) {
      text += " (\(say(.claimSetAside, ["reason": escape(reason)])))"
    }
    if let review = report.notes.reviewed[id] {
      text += " (\(say(.claimReviewed, ["change": escape(review)])))"
    }
    text += ".\n"
    if !claim.quote.isEmpty {
      let quote = QuoteMark.text(claim, escape: escape) { "\\textbf{\($0)}" }
      text += "\\begin{quote}\(quote)\\end{quote}\n"
    }
    var place = escape(claim.documentID)
    if let address = LaTeXEscape.address(claim.url) { place = "\\href{\(address)}{\(place)}" }
    var parts = [place]
    if let span = claim.span {
      parts.append(
        say(.claimPlace, ["start": String(span.start), "end": String(span.end)]))
    }
    if !claim.publisher.isEmpty { parts.append(escape(claim.publisher)) }
    if let published = claim.published { parts.append(escape(published.description)) }
    parts.append("\\texttt{\(escape(id))}")
    return text + "{\\footnotesize \(parts.joined(separator: ", "))}\n"
  }

  func writeMethod(to output: inout TextOutput) throws {
    try output.line("\\section*{\(say(.partMethod))}")
    for note in report.notes.method {
      try output.line("\\textbf{\(escape(note.term))}: \(escape(note.text))\n")
    }
    for group in report.setAsideByReason() {
      try output.line(
        "\(say(.claimSetAsideLine, ["reason": escape(group.reason)])): "
          + "\(references(group.ids, limit: 40, of: group.count))\n")
    }
    for fault in report.notes.faults.prefix(limits.findings) {
      try output.line(say(.skipped, ["fault": escape(fault.description)]) + "\n")
    }
    guard report.documentCount > 0 else { return }
    try output.line("\\section*{\(say(.partDocuments))}\n\\begin{itemize}")
    for document in report.documents.prefix(limits.documents) {
      let parts = [
        document.id, document.title, document.publisher, document.published?.description ?? "",
      ]
      try output.line("\\item {}\(escape(parts.filter { !$0.isEmpty }.joined(separator: ", ")))")
    }
    try output.line("\\end{itemize}")
    try output.line(more(report.documentCount - limits.documents, .documentsCount))
  }
}
