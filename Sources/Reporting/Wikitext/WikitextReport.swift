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
    try output.line("\n== References ==\n<references />")
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
      "\(escape(report.origin(of: claim))): \(escape(report.figure(claim))) \(Wording.people(claim.status, claim.outcome))"
    ]
    if claim.stance != .asserted { parts.append(Wording.stance(claim.stance)) }
    if !claim.quote.isEmpty { parts.append("“\(escape(claim.quote))”") }
    let outlet = [claim.publisher, claim.published?.description ?? ""].filter { !$0.isEmpty }
    if !outlet.isEmpty { parts.append(escape(outlet.joined(separator: ", "))) }
    var place = escape(claim.documentID)
    if let address = WikitextEscape.address(claim.url) {
      place = "[\(address) \(place.isEmpty ? "document" : place)]"
    }
    if let span = claim.span { place += ", characters \(span.start)–\(span.end)" }
    parts.append(place)
    if let review = report.notes.reviewed[id] { parts.append("reviewed: \(escape(review))") }
    return parts.joined(separator: ". ") + "."
  }

  private mutating func writeHeadlines(to output: inout TextOutput) throws {
    try output.line("== What stands out ==")
    let headlines = report.headlines()
    if headlines.isEmpty { try output.line("No discrepancy was found.") }
    for finding in headlines {
      try output.line(
        "# \(escape(finding.sentence)) (\(Wording.kind(finding.kind)))\(references(finding.claims))"
      )
    }
    try output.line()
  }

  private mutating func writeRanges(to output: inout TextOutput) throws {
    guard report.questionCount > 0 else { return }
    try output.line("== Where the figures stand ==\n{| class=\"wikitable sortable\"")
    try output.line("|+ Lowest, middle and highest current figure of each question")
    try output.line("|-")
    for head in [
      "Question", "Low", "Best", "High", "Sources", "Most agree on", "Own side", "Adversary",
      "Third parties", "Grade",
    ] {
      try output.line("! scope=\"col\" | \(head)")
    }
    let shown = report.questions.prefix(limits.ranges)
    for (index, range) in shown.enumerated() {
      let low =
        range.answers.first { $0.origin == range.lowOrigin }.map { references([$0.current]) } ?? ""
      let high =
        range.answers.first { $0.origin == range.highOrigin }.map { references([$0.current]) } ?? ""
      let agreement = report.agreementCount(range).map {
        "\(escape(report.agreement(range))) (\($0) of \(report.sourceCount(range)))"
      }
      try output.line(
        "|-\n! scope=\"row\" | Q\(index + 1) \(escape(Wording.question(range.key)))<br /><small>\(escape(Wording.context(range)))</small>"
      )
      try output.line(cell(report.low(range), range.low, low))
      try output.line(cell(report.best(range), range.best))
      try output.line(cell(report.high(range), range.high, high))
      try output.line(cell(style.count(report.sourceCount(range)), report.sourceCount(range)))
      try output.line("| \(agreement ?? style.missing)")
      for side in [Perspective.own, .adversary, .thirdParty] {
        try output.line(cell(report.perspective(side, of: range), range.perspectives[side]?.low))
      }
      try output.line("| \(range.grade.rawValue)")
    }
    try output.line("|}")
    try output.line(more(report.questionCount - shown.count, "question", "questions"))
  }

  private func cell(_ text: String, _ value: Int?, _ references: String = "") -> String {
    "| style=\"text-align:right\" data-sort-value=\"\(value ?? -1)\" | \(escape(text))\(references)"
  }

  private func more(_ count: Int, _ one: String, _ many: String) -> String {
    count > 0 ? "''and \(Wording.plural(count, one, many, style)) more''\n" : ""
  }

  private mutating func writeAnswers(to output: inout TextOutput) throws {
    let shown = report.questions(within: limits)
    guard !shown.isEmpty else { return }
    try output.line("== Who says what ==\n{| class=\"wikitable sortable\"\n|-")
    for head in ["Question", "Source", "Side", "Figure", "Read as", "As of"] {
      try output.line("! scope=\"col\" | \(head)")
    }
    for (index, range) in shown.enumerated() {
      for answer in ForestPlot.order(range.answers) {
        let value = answer.interval.best ?? answer.interval.low ?? answer.interval.high
        try output.line(
          "|-\n| data-sort-value=\"\(index + 1)\" | Q\(index + 1) \(escape(Wording.question(range.key)))"
        )
        try output.line("| \(escape(answer.origin))\n| \(Wording.perspective(answer.perspective))")
        try output.line(
          cell(report.figure(answer), value, references([answer.current] + answer.echoes)))
        try output.line(cell(report.readAs(answer), answer.interval.low))
        try output.line("| \(report.date(of: answer)?.description ?? style.missing)")
      }
    }
    try output.line("|}")
    try output.line(more(report.questionCount - shown.count, "question", "questions"))
  }

  private func writeCoverage(to output: inout TextOutput) throws {
    let coverage = report.coverage
    guard !coverage.sides.isEmpty else { return }
    try output.line(
      "== Who has counted whom ==\n{| class=\"wikitable\"\n|+ Claims (and sources) by the sources’ side and the victims’ party\n|-\n! scope=\"col\" | Counted by"
    )
    let parties = coverage.parties.prefix(20)
    for party in parties {
      try output.line("! scope=\"col\" | \(party.isEmpty ? "not named" : escape(party))")
    }
    for side in coverage.sides {
      try output.line("|-\n! scope=\"row\" | \(side.isEmpty ? "third parties" : escape(side))")
      for party in parties {
        let text = coverage.cell(side: side, party: party).map {
          "\(style.count($0.claims)) (\(style.count($0.origins)))"
        }
        try output.line("| style=\"text-align:right\" | \(text ?? style.missing)")
      }
    }
    try output.line("|}")
    try output.line(more(coverage.parties.count - parties.count, "party", "parties"))
  }

  private mutating func writeFindings(to output: inout TextOutput) throws {
    guard report.findingCount > 0 else { return }
    try output.line(
      "== All findings ==\n{| class=\"wikitable sortable\"\n|-\n! scope=\"col\" | Kind\n! scope=\"col\" | Finding\n! scope=\"col\" | Ratio"
    )
    for finding in report.findings.prefix(limits.findings) {
      try output.line(
        "|-\n| \(Wording.kind(finding.kind))\n| \(escape(finding.sentence))\(references(finding.claims))"
      )
      try output.line(cell(finding.ratio.map(style.ratio) ?? style.missing, finding.ratio))
    }
    try output.line("|}")
    try output.line(more(report.findingCount - limits.findings, "finding", "findings"))
  }

  private mutating func writeMethod(to output: inout TextOutput) throws {
    try output.line("== How this was made ==\n\(escape(MethodText.ranges))\n")
    for note in report.notes.method {
      try output.line("* '''\(escape(note.term))''': \(escape(note.text))")
    }
    for group in report.setAsideByReason() {
      try output.line(
        "* In no range, \(escape(group.reason)): "
          + Wording.plural(group.count, "claim", "claims", style)
          + references(group.ids, limit: 20)
      )
    }
    for fault in report.notes.faults.prefix(limits.findings) {
      try output.line("* Skipped: \(escape(fault.description))")
    }
    guard report.documentCount > 0 else { return }
    try output.line("\n== Documents ==")
    for document in report.documents.prefix(limits.documents) {
      let name = escape(document.title.isEmpty ? document.id : document.title)
      let link = WikitextEscape.address(document.url).map { "[\($0) \(name)]" } ?? name
      let outlet = [document.publisher, document.published?.description ?? ""].filter {
        !$0.isEmpty
      }
      try output.line(
        "* \(link)\(outlet.isEmpty ? "" : ", " + escape(outlet.joined(separator: ", ")))")
    }
    try output.line(more(report.documentCount - limits.documents, "document", "documents"))
  }
}
