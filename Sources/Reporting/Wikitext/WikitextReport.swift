import ClaimModel
import Reconciliation

/// Text made fit for MediaWiki: no document's words can become markup.
enum WikitextEscape {
  /// The text for a line or a table cell, with all that wikitext could read as markup as entities.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.oneLine(text).unicodeScalars {
      switch scalar {
      case "<", ">", "&", "[", "]", "{", "}", "|", "'", "=", "*", "#", ":", ";", "~", "_", "!",
        "\"",
        "/", "\\", "`", "+", "-":
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A web address for the square brackets of a link; nil where it is none.
  static func address(_ url: String) -> String? {
    MarkupEscape.strictAddress(url)
  }
}

/// Writes a report for a MediaWiki page: sortable tables whose numbers carry references.
package struct WikitextReport: Sendable {
  package var limits: ReportLimits

  package init(limits: ReportLimits = .page) {
    self.limits = limits
  }

  /// Writes the page.
  package func write(_ report: Report, to output: inout TextOutput) throws {
    var page = WikitextPage(report: report, limits: limits)
    try page.write(to: &output)
    try output.finish()
  }
}

/// A wikitext page being written: which references are already defined.
struct WikitextPage {
  let report: Report
  let limits: ReportLimits
  private var defined: Set<String> = []

  init(report: Report, limits: ReportLimits) {
    self.report = report
    self.limits = limits
  }

  private var style: NumberStyle { report.style }
  private var words: ReportWords { report.words }

  private func escape(_ text: String) -> String { WikitextEscape.text(text) }

  mutating func write(to output: inout TextOutput) throws {
    try output.line("'''\(escape(report.notes.title))'''\n")
    if !report.notes.subtitle.isEmpty { try output.line("\(escape(report.notes.subtitle))\n") }
    try output.line("\(TextReport.counts(of: report))\n")
    try writeHeadlines(to: &output)
    try writeRanges(to: &output)
    try writeAnswers(to: &output)
    try writeCoverage(to: &output)
    try writeFindings(to: &output)
    try writeMethod(to: &output)
    try output.line("\n== \(words[.partReferences]) ==\n<references />")
  }

  /// The references of claims: whole at first use, by name after that.
  private mutating func references(_ ids: [String], limit: Int = 6) -> String {
    let sorted = ids.filter { report.number(ofClaim: $0) != nil }
      .sorted { (report.number(ofClaim: $0) ?? 0) < (report.number(ofClaim: $1) ?? 0) }
    var text = ""
    for id in sorted.prefix(limit) {
      guard let number = report.number(ofClaim: id), let claim = report.claim(id) else { continue }
      if defined.contains(id) {
        text += "<ref name=\"c\(number)\" />"
      } else if defined.count < limits.claims {
        defined.insert(id)
        text += "<ref name=\"c\(number)\">\(source(claim, id))</ref>"
      }
    }
    return text
  }

  /// What a reference says: who, where, when, the sentence and its place.
  private func source(_ claim: Claim, _ id: String) -> String {
    var parts = [
      "\(escape(report.origin(of: claim))): \(escape(report.figure(claim))) \(words.people(claim.status, claim.outcome))"
    ]
    if claim.stance != .asserted { parts.append(words.stance(claim.stance)) }
    if !claim.quote.isEmpty { parts.append("“\(escape(claim.quote))”") }
    let outlet = [claim.publisher, claim.published?.description ?? ""].filter { !$0.isEmpty }
    if !outlet.isEmpty { parts.append(escape(outlet.joined(separator: ", "))) }
    var place = escape(claim.documentID)
    if let address = WikitextEscape.address(claim.url) {
      place = "[\(address) \(place.isEmpty ? "document" : place)]"
    }
    if let span = claim.span {
      place +=
        ", " + words(.claimPlace, ["start": String(span.start), "end": String(span.end)])
    }
    parts.append(place)
    if let review = report.notes.reviewed[id] {
      parts.append(words(.claimReviewed, ["change": escape(review)]))
    }
    return parts.joined(separator: ". ") + "."
  }

  private mutating func writeHeadlines(to output: inout TextOutput) throws {
    try output.line("== \(words[.partHeadlines]) ==")
    let headlines = report.headlines()
    if headlines.isEmpty { try output.line(words[.noneFindings]) }
    for finding in headlines {
      try output.line(
        "# \(escape(finding.sentence)) (\(words.kind(finding.kind)))\(references(finding.claims))"
      )
    }
    try output.line()
  }

  private mutating func writeRanges(to output: inout TextOutput) throws {
    guard report.questionCount > 0 else { return }
    try output.line("== \(words[.partRanges]) ==\n{| class=\"wikitable sortable\"")
    try output.line("|+ \(words[.captionRanges])")
    try output.line("|-")
    for head in [
      ReportWord.columnQuestion, .columnLow, .columnBest, .columnHigh, .columnSources,
      .columnAgreement, .columnOwnSide, .columnAdversary, .columnThirdParties, .columnGrade,
    ] {
      try output.line("! scope=\"col\" | \(words[head])")
    }
    let shown = report.questions.prefix(limits.ranges)
    for (index, range) in shown.enumerated() {
      let low =
        range.answers.first { $0.origin == range.lowOrigin }.map { references([$0.current]) } ?? ""
      let high =
        range.answers.first { $0.origin == range.highOrigin }.map { references([$0.current]) } ?? ""
      let agreement = report.agreementCount(range).map {
        "\(escape(report.agreement(range))) (\(words.agreement($0, of: report.sourceCount(range))))"
      }
      try output.line(
        "|-\n! scope=\"row\" | Q\(index + 1) \(escape(words.question(range.key)))<br /><small>\(escape(words.context(range)))</small>"
      )
      try output.line(cell(report.low(range), range.low, low))
      try output.line(cell(report.best(range), range.best))
      try output.line(cell(report.high(range), range.high, high))
      try output.line(cell(style.count(report.sourceCount(range)), report.sourceCount(range)))
      try output.line("| \(agreement ?? style.missing)")
      for side in [Perspective.own, .adversary, .thirdParty] {
        try output.line(cell(report.perspective(side, of: range), range.perspectives[side]?.low))
      }
      try output.line("| \(words.grade(range.grade))")
    }
    try output.line("|}")
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  private func cell(_ text: String, _ value: Int?, _ references: String = "") -> String {
    "| style=\"text-align:right\" data-sort-value=\"\(value ?? -1)\" | \(escape(text))\(references)"
  }

  private func more(_ count: Int, _ noun: ReportWord) -> String {
    count > 0 ? "''\(words(.moreWiki, ["count": words.count(noun, count)]))''\n" : ""
  }

  private mutating func writeAnswers(to output: inout TextOutput) throws {
    let shown = report.questions(within: limits)
    guard !shown.isEmpty else { return }
    try output.line("== \(words[.partQuestions]) ==\n{| class=\"wikitable sortable\"\n|-")
    for head in [
      ReportWord.columnQuestion, .columnSource, .columnSide, .columnFigure, .columnReadAs,
      .columnAsOf,
    ] {
      try output.line("! scope=\"col\" | \(words[head])")
    }
    for (index, range) in shown.enumerated() {
      for answer in ForestPlot.order(range.answers) {
        let value = answer.interval.best ?? answer.interval.low ?? answer.interval.high
        try output.line(
          "|-\n| data-sort-value=\"\(index + 1)\" | Q\(index + 1) \(escape(words.question(range.key)))"
        )
        try output.line("| \(escape(answer.origin))\n| \(words.perspective(answer.perspective))")
        try output.line(
          cell(report.figure(answer), value, references([answer.current] + answer.echoes)))
        try output.line(cell(report.readAs(answer), answer.interval.low))
        try output.line("| \(report.date(of: answer)?.description ?? style.missing)")
      }
    }
    try output.line("|}")
    try output.line(more(report.questionCount - shown.count, .questionsCount))
  }

  private func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    guard !coverage.sides.isEmpty else { return }
    try output.line(
      "== \(words[.partCoverage]) ==\n{| class=\"wikitable\"\n|+ \(words[.captionCoverageWiki])\n|-\n! scope=\"col\" | \(words[.columnCountedBy])"
    )
    let parties = coverage.parties.prefix(20)
    for party in parties {
      try output.line("! scope=\"col\" | \(party.isEmpty ? words[.partyUnknown] : escape(party))")
    }
    for side in coverage.sides {
      try output.line("|-\n! scope=\"row\" | \(side.isEmpty ? words[.thirdParties] : escape(side))")
      for party in parties {
        let text = coverage.cell(side: side, party: party).map {
          "\(style.count($0.claims)) (\(style.count($0.origins)))"
        }
        try output.line("| style=\"text-align:right\" | \(text ?? style.missing)")
      }
    }
    try output.line("|}")
    try output.line(more(coverage.parties.count - parties.count, .partiesCount))
  }

  private mutating func writeFindings(to output: inout TextOutput) throws {
    guard report.findingCount > 0 else { return }
    try output.line(
      "== \(words[.partFindings]) ==\n{| class=\"wikitable sortable\"\n|-\n! scope=\"col\" | \(words[.columnKind])\n! scope=\"col\" | \(words[.columnFinding])\n! scope=\"col\" | \(words[.columnRatio])"
    )
    for finding in report.findings.prefix(limits.findings) {
      try output.line(
        "|-\n| \(words.kind(finding.kind))\n| \(escape(finding.sentence))\(references(finding.claims))"
      )
      try output.line(cell(finding.ratio.map(style.ratio) ?? style.missing, finding.ratio))
    }
    try output.line("|}")
    try output.line(more(report.findingCount - limits.findings, .findingsCount))
  }

  private mutating func writeMethod(to output: inout TextOutput) throws {
    try output.line("== \(words[.partMethod]) ==\n\(escape(words[.methodRanges]))\n")
    for note in report.notes.method {
      try output.line("* '''\(escape(note.term))''': \(escape(note.text))")
    }
    for group in report.setAsideByReason() {
      try output.line(
        "* \(words(.claimSetAsideLine, ["reason": escape(group.reason)])): "
          + words.count(.claimsCount, group.count)
          + references(group.ids, limit: 20)
      )
    }
    for fault in report.notes.faults.prefix(limits.findings) {
      try output.line("* " + words(.skipped, ["fault": escape(fault.description)]))
    }
    guard report.documentCount > 0 else { return }
    try output.line("\n== \(words[.partDocuments]) ==")
    for document in report.documents.prefix(limits.documents) {
      let name = escape(document.title.isEmpty ? document.id : document.title)
      let link = WikitextEscape.address(document.url).map { "[\($0) \(name)]" } ?? name
      let outlet = [document.publisher, document.published?.description ?? ""].filter {
        !$0.isEmpty
      }
      try output.line(
        "* \(link)\(outlet.isEmpty ? "" : ", " + escape(outlet.joined(separator: ", ")))")
    }
    try output.line(more(report.documentCount - limits.documents, .documentsCount))
  }
}
