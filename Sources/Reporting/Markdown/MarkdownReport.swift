import ClaimModel
import Reconciliation

/// Writes a report in GitHub's Markdown.
///
/// Claims, findings and questions have anchors, so that numbers in brackets are links.
package struct MarkdownReport: Sendable {
  package var limits: ReportLimits

  package init(limits: ReportLimits = .page) {
    self.limits = limits
  }

  /// Writes the report.
  package func write(_ report: Report, to output: inout TextOutput) throws {
    let page = MarkdownPage(report: report, limits: limits)
    try output.line("# \(page.escape(report.notes.title))\n")
    if !report.notes.subtitle.isEmpty { try output.line("\(page.escape(report.notes.subtitle))\n") }
    try output.line("\(TextReport.counts(of: report))\n")
    try page.writeHeadlines(to: &output)
    try page.writeHowToRead(to: &output)
    try page.writeRanges(to: &output)
    try page.writeQuestions(to: &output)
    try page.writeCoverage(to: &output)
    try page.writeFindings(to: &output)
    try page.writeClaims(to: &output)
    try page.writeSetAside(to: &output)
    try page.writeMethod(to: &output)
    try output.finish()
  }
}

/// The parts of a Markdown report.
struct MarkdownPage {
  let report: Report
  let limits: ReportLimits
  private let shown: Set<String>
  private let shownInOrder: [String]

  init(report: Report, limits: ReportLimits) {
    self.report = report
    self.limits = limits
    shownInOrder = report.claimIDs(within: limits)
    shown = Set(shownInOrder)
  }

  private var style: NumberStyle { report.style }
  private var words: ReportWords { report.words }

  /// A row of a table's headings.
  private func heads(_ heads: [ReportWord?]) -> String {
    "|" + heads.map { head in head.map { " \(words[$0]) |" } ?? " |" }.joined()
  }

  func escape(_ text: String) -> String { MarkdownEscape.text(text) }

  private func references(_ ids: [String], limit: Int = 12, of count: Int? = nil) -> String {
    let sorted = ids.filter { report.number(ofClaim: $0) != nil }
      .sorted { (report.number(ofClaim: $0) ?? 0) < (report.number(ofClaim: $1) ?? 0) }
    let rest = (count ?? ids.count) - min(limit, sorted.count)
    return sorted.prefix(limit).map { id in
      let number = report.number(ofClaim: id) ?? 0
      return shown.contains(id) ? "[\\[\(number)\\]](#claim-\(number))" : "\\[\(number)\\]"
    }.joined(separator: " ") + (rest > 0 ? " " + words(.rest, ["count": style.count(rest)]) : "")
  }

  private func more(_ count: Int, _ noun: ReportWord) -> String {
    guard count > 0 else { return "" }
    return "\n*\(words(.moreTables, ["count": words.count(noun, count)]))*\n"
  }

  func writeHeadlines(to output: inout TextOutput) throws {
    try output.line("## \(words[.partHeadlines])\n")
    let headlines = report.headlines()
    if headlines.isEmpty { try output.line("\(words[.noneFindings])\n") }
    for (index, finding) in headlines.enumerated() {
      var line = "\(index + 1). \(escape(finding.sentence))"
      var tail = [words.kind(finding.kind)]
      if let ratio = finding.ratio { tail.append("\(style.ratio(ratio))×") }
      let claims = references(finding.claims)
      if !claims.isEmpty { tail.append(claims) }
      line += "  \n   *\(tail[0])*" + tail.dropFirst().map { " · \($0)" }.joined()
      try output.line(line)
      for quote in finding.quotes.prefix(2) { try output.line("   > \(escape(quote))\n") }
    }
    try output.line()
  }

  func writeHowToRead(to output: inout TextOutput) throws {
    try output.line("<details><summary>\(words[.partHow])</summary>\n")
    for paragraph in words.howToRead { try output.line("\(paragraph)\n") }
    for grade in Grade.allCases {
      try output.line("- **\(words.grade(grade))**: \(words.meaning(grade))")
    }
    try output.line()
    for kind in FindingKind.allCases {
      try output.line("- **\(words.kind(kind))**: \(words.meaning(kind))")
    }
    try output.line("\n</details>\n")
  }

  func writeRanges(to output: inout TextOutput) throws {
    guard report.questionCount > 0 else { return }
    try output.line("## \(words[.partRanges])\n")
    try output.line(
      heads([
        nil, .columnQuestion, .columnLow, .columnBest, .columnHigh, .columnSources,
        .columnAgreement, .columnOwnSide, .columnAdversary, .columnThirdParties, .columnGrade,
      ])
    )
    try output.line("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    let shown = report.questions.prefix(limits.ranges)
    let sections = report.questions(within: limits).count
    for (index, range) in shown.enumerated() {
      let number = index + 1
      let mark = number <= sections ? "[Q\(number)](#q\(number))" : "Q\(number)"
      let agreement = report.agreementCount(range).map {
        "\(escape(report.agreement(range))) (\(words.agreement($0, of: report.sourceCount(range))))"
      }
      let cells = [
        mark,
        "\(escape(words.question(range.key)))<br><sub>\(escape(words.context(range)))</sub>",
        escape(report.low(range)), "**\(escape(report.best(range)))**", escape(report.high(range)),
        style.count(report.sourceCount(range)), agreement ?? style.missing,
        escape(report.perspective(.own, of: range)),
        escape(report.perspective(.adversary, of: range)),
        escape(report.perspective(.thirdParty, of: range)), words.grade(range.grade),
      ]
      try output.line("| " + cells.joined(separator: " | ") + " |")
    }
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  func writeQuestions(to output: inout TextOutput) throws {
    let shown = report.questions(within: limits)
    guard !shown.isEmpty else { return }
    try output.line("## \(words[.partQuestions])\n")
    for (index, range) in shown.enumerated() {
      try output.line("<a id=\"q\(index + 1)\"></a>\n")
      try output.line("### Q\(index + 1) \(escape(words.question(range.key)))\n")
      try output.line("\(escape(words.context(range)))\n")
      try output.line(
        heads([
          .columnSource, .columnSide, .columnFigure, .columnReadAs, .columnAsOf, .columnClaim,
          .columnEchoes, .columnEarlier,
        ]))
      try output.line("| --- | --- | ---: | ---: | --- | --- | --- | --- |")
      for answer in ForestPlot.order(range.answers) {
        let cells = [
          escape(answer.origin), words.perspective(answer.perspective),
          "**\(escape(report.figure(answer)))**", escape(report.readAs(answer)),
          report.date(of: answer)?.description ?? style.missing,
          orDash(references([answer.current])), orDash(references(answer.echoes)),
          orDash(references(answer.revisions)),
        ]
        try output.line("| " + cells.joined(separator: " | ") + " |")
      }
      try output.line()
    }
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  private func orDash(_ text: String) -> String { text.isEmpty ? style.missing : text }

  func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    guard !coverage.sides.isEmpty else { return }
    try output.line("## \(words[.partCoverage])\n")
    try output.line(
      "\(words[.leadCoverageShort])\n")
    let parties = coverage.parties.prefix(20)
    try output.line(
      heads([.columnCountedBy]) + " "
        + parties.map { $0.isEmpty ? words[.partyUnknown] : escape($0) }.joined(separator: " | ")
        + " |")
    try output.line("| --- |" + String(repeating: " ---: |", count: parties.count))
    for side in coverage.sides {
      let cells = parties.map { party in
        coverage.cell(side: side, party: party).map {
          "\(style.count($0.claims)) (\(style.count($0.origins)))"
        } ?? style.missing
      }
      try output.line(
        "| \(side.isEmpty ? words[.thirdParties] : escape(side)) | "
          + cells.joined(separator: " | ")
          + " |")
    }
    try output.line(more(coverage.parties.count - parties.count, .partiesCount))
  }

  func writeFindings(to output: inout TextOutput) throws {
    guard report.findingCount > 0 else { return }
    try output.line("## \(words[.partFindings])\n")
    try output.line(heads([nil, .columnKind, .columnFinding, .columnRatio, .columnClaims]))
    try output.line("| --- | --- | --- | ---: | --- |")
    for (index, finding) in report.findings.prefix(limits.findings).enumerated() {
      let ratio = finding.ratio.map(style.ratio) ?? style.missing
      try output.line(
        "| <a id=\"f\(index + 1)\"></a>F\(index + 1) | \(words.kind(finding.kind)) "
          + "| \(escape(finding.sentence)) | \(ratio) | \(references(finding.claims)) |")
    }
    try output.line(more(report.findingCount - limits.findings, .findingsCount))
  }

  func writeClaims(to output: inout TextOutput) throws {
    guard !shownInOrder.isEmpty else { return }
    try output.line("## \(words[.partClaims])\n")
    for id in shownInOrder {
      guard let claim = report.claim(id), let number = report.number(ofClaim: id) else { continue }
      try write(claim, id, number, to: &output)
    }
    try output.line(more(report.claimCount - shownInOrder.count, .claimsCount))
  }

  private func write(
    _ claim: Claim, _ id: String, _ number: Int, to output: inout TextOutput
  ) throws {
    var head =
      "<a id=\"claim-\(number)\"></a>**\\[\(number)\\] \(escape(report.figure(claim))) "
      + "\(words.people(claim.status, claim.outcome))**, "
      + "\(claim.party.isEmpty ? words[.claimPartyUnknown] : escape(claim.party)) — \(escape(report.origin(of: claim)))"
    if !claim.attribution.via.isEmpty {
      head +=
        " " + words(.claimVia, ["outlets": escape(claim.attribution.via.joined(separator: " ‹ "))])
    }
    if claim.stance != .asserted { head += " · *\(words.stance(claim.stance))*" }
    if let reason = report.setAsideReason(ofClaim: id) {
      head += " · *\(words(.claimSetAside, ["reason": escape(reason)]))*"
    }
    if let review = report.notes.reviewed[id] {
      head += " · *\(words(.claimReviewed, ["change": escape(review)]))*"
    }
    try output.line(head + "\n")
    if !claim.quote.isEmpty {
      try output.line("> \(QuoteMark.text(claim, escape: escape) { "**\($0)**" })\n")
    }
    var place = escape(claim.documentID)
    if let address = MarkdownEscape.address(claim.url) { place = "[\(place)](\(address))" }
    var parts = [place]
    if let span = claim.span {
      parts.append(
        words(.claimPlace, ["start": String(span.start), "end": String(span.end)]))
    }
    if !claim.publisher.isEmpty { parts.append(escape(claim.publisher)) }
    if let published = claim.published { parts.append(published.description) }
    if !claim.when.isEmpty { parts.append("“\(escape(claim.when))”") }
    parts.append(words(.claimId, ["id": escape(id)]))
    try output.line("<sub>\(parts.joined(separator: " · "))</sub>\n")
  }

  func writeSetAside(to output: inout TextOutput) throws {
    guard !report.setAsideByReason().isEmpty else { return }
    try output.line("## \(words[.partSetAside])\n")
    try output.line(heads([.columnReason, .columnClaims, .columnWhich]) + "\n| --- | ---: | --- |")
    for group in report.setAsideByReason() {
      try output.line(
        "| \(escape(group.reason)) | \(style.count(group.count)) "
          + "| \(references(group.ids, limit: 40, of: group.count)) |")
    }
    try output.line()
  }

  func writeMethod(to output: inout TextOutput) throws {
    try output.line("## \(words[.partMethod])\n\n\(words[.methodRanges])\n")
    for note in report.notes.method {
      try output.line("- **\(escape(note.term))**: \(escape(note.text))")
    }
    for fault in report.notes.faults.prefix(limits.findings) {
      try output.line("- " + words(.skipped, ["fault": escape(fault.description)]))
    }
    guard report.documentCount > 0 else { return }
    try output.line(
      "\n## \(words[.partDocuments])\n\n"
        + heads([.columnDocument, .columnPublisher, .columnPublished, .columnClaims])
        + "\n| --- | --- | --- | ---: |")
    for document in report.documents.prefix(limits.documents) {
      var name = escape(document.title.isEmpty ? document.id : document.title)
      if let address = MarkdownEscape.address(document.url) { name = "[\(name)](\(address))" }
      if !document.title.isEmpty { name += "<br><sub>\(escape(document.id))</sub>" }
      let cells = [
        name, document.publisher.isEmpty ? style.missing : escape(document.publisher),
        document.published?.description ?? style.missing,
        style.count(report.claimCount(ofDocument: document.id)),
      ]
      try output.line("| " + cells.joined(separator: " | ") + " |")
    }
    try output.line(more(report.documentCount - limits.documents, .documentsCount))
  }
}
