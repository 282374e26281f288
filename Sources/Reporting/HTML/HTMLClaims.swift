import ClaimModel
import Reconciliation

/// The claims with their quotes, those in no range, the notes and the documents.
extension HTMLPage {
  /// Rows of one table of documents: those behind it are folded.
  private static let documentsAtOnce = 300
  /// Claims from which documents are folded.
  private static let foldedFrom = 150

  func writeClaims(to output: inout TextOutput) throws {
    try output.write(
      section(
        "claims", .partClaims, .leadClaims))
    let isOpen = shownClaims.count <= Self.foldedFrom
    var index = 0
    while index < shownClaims.count {
      let document = report.claim(shownClaims[index])?.documentID ?? ""
      var end = index
      while end < shownClaims.count, report.claim(shownClaims[end])?.documentID == document {
        end += 1
      }
      // A claim that is gone never ends up in the list; the step keeps the loop moving all the same.
      end = max(end, index + 1)
      try write(shownClaims[index..<end], of: document, isOpen: isOpen, to: &output)
      index = end
    }
    try output.write(
      more(
        report.claimCount - shownClaims.count, .claimsCount, .whereClaims))
    try output.write("</section>\n")
  }

  private func write(
    _ ids: ArraySlice<String>, of document: String, isOpen: Bool, to output: inout TextOutput
  ) throws {
    let known = report.document(document)
    let outlet = [known.publisher, known.published?.description ?? ""].filter { !$0.isEmpty }
    try output.write(
      "<details class=\"doc\"\(isOpen ? " open" : "")><summary><h3 dir=\"auto\">\(escape(known.title.isEmpty ? document : known.title))</h3>"
        + "<span class=\"context\">\(escape((known.title.isEmpty ? [] : [document]).joined()))"
        + "\(known.title.isEmpty || outlet.isEmpty ? "" : " · ")\(escape(outlet.joined(separator: ", ")))"
        + " · \(words.count(.claimsCount, ids.count))</span></summary>\n<ol class=\"claims\">\n"
    )
    for id in ids {
      guard let claim = report.claim(id) else { continue }
      try output.write(item(claim, id))
    }
    try output.write("</ol></details>\n")
  }

  private func item(_ claim: Claim, _ id: String) -> String {
    let number = report.number(ofClaim: id) ?? 0
    var text =
      "<li id=\"\(anchor(ofClaim: id) ?? "n-\(number)")\" class=\"claim\" value=\"\(number)\">"
      + "<p class=\"says\" dir=\"auto\"><a class=\"no\" href=\"#\(anchor(ofClaim: id) ?? "")\">[\(number)]</a> "
      + "<b>\(escape(report.figure(claim))) \(words.people(claim.status, claim.outcome))</b>, "
      + "\(claim.party.isEmpty ? words.markup(.claimPartyUnknown) : escape(claim.party)) "
      + "<span class=\"who\">\(escape(report.origin(of: claim)))</span>"
    if !claim.attribution.via.isEmpty {
      text +=
        " <span class=\"muted\">"
        + words.markup(
          .claimVia, ["outlets": escape(claim.attribution.via.joined(separator: " ‹ "))])
        + "</span>"
    }
    if claim.stance != .asserted {
      text += " <span class=\"flag\">\(words.stance(claim.stance))</span>"
    }
    if let reason = report.setAsideReason(ofClaim: id) {
      text +=
        " <span class=\"flag\">\(words.markup(.claimSetAside, ["reason": escape(reason)]))</span>"
    }
    if let review = report.notes.reviewed[id] {
      text +=
        " <span class=\"flag\">\(words.markup(.claimReviewed, ["change": escape(review)]))</span>"
    }
    text += "</p>"
    if !claim.quote.isEmpty {
      text +=
        "<blockquote dir=\"auto\">\(QuoteMark.text(claim, escape: escape) { "<mark>\($0)</mark>" })</blockquote>"
    }
    return text + "<p class=\"tail\">\(facts(claim, id))</p></li>\n"
  }

  private func facts(_ claim: Claim, _ id: String) -> String {
    var parts: [String] = []
    if let address = MarkupEscape.webAddress(claim.url) {
      let target =
        claim.expression.isEmpty ? "" : "#:~:text=" + MarkupEscape.percentEncoded(claim.expression)
      parts.append(
        "<a href=\"\(escape(address + (address.contains("#") ? "" : target)))\" rel=\"noreferrer\">\(escape(claim.documentID))</a>"
      )
    } else {
      parts.append(escape(claim.documentID))
    }
    if let span = claim.span {
      parts.append(
        words.markup(
          .claimPlace, ["start": String(span.start), "end": String(span.end)]))
    }
    if let dates = words.dates(from: claim.from, to: claim.to) { parts.append(dates) }
    if !claim.when.isEmpty { parts.append("“\(escape(claim.when))”") }
    if !claim.place.isEmpty { parts.append(escape(claim.place)) }
    if !claim.attribution.cue.isEmpty {
      parts.append(words.markup(.claimCue, ["cue": escape(claim.attribution.cue)]))
    }
    if let whole = claim.partOf, !whole.isEmpty {
      parts.append(words.markup(.claimPartOf, ["claim": reference(whole)]))
    }
    let interval = style.interval(claim.interval)
    if interval != report.figure(claim) {
      parts.append(words.markup(.claimReadAs, ["interval": escape(interval)]))
    }
    parts.append("<code>\(escape(id))</code>")
    return parts.joined(separator: " <span aria-hidden=\"true\">·</span> ")
  }

  func writeSetAside(to output: inout TextOutput) throws {
    guard !report.setAsideByReason().isEmpty else { return }
    try output.write(
      section(
        "set-aside", .partSetAside, .leadSetAside))
    try output.write(table(words[.captionSetAside], classes: "data"))
    try output.write(
      "<thead><tr>" + head(.columnReason) + head(.columnClaims, " class=\"n\"") + head(.columnWhich)
        + "</tr></thead>\n<tbody>\n"
    )
    for group in report.setAsideByReason() {
      try output.write(
        "<tr><th scope=\"row\" dir=\"auto\">\(escape(group.reason))</th><td class=\"n\">\(style.count(group.count))</td>"
          + "<td>\(references(group.ids, limit: 40, of: group.count))</td></tr>\n"
      )
    }
    try output.write("</tbody></table></div>\n</section>\n")
  }

  func writeMethod(to output: inout TextOutput) throws {
    try output.write(section("method", .partMethod))
    try output.write("<p>\(escape(words[.methodRanges]))</p>\n")
    if !report.notes.method.isEmpty {
      try output.write("<dl>\n")
      for note in report.notes.method {
        try output.write(
          "<dt>\(escape(note.term))</dt><dd dir=\"auto\">\(escape(note.text))</dd>\n")
      }
      try output.write("</dl>\n")
    }
    if !report.notes.faults.isEmpty {
      try output.write("<h3>\(words.markup(.partFaults))</h3>\n<ul>\n")
      for fault in report.notes.faults.prefix(limits.findings) {
        try output.write("<li dir=\"auto\">\(escape(fault.description))</li>\n")
      }
      try output.write("</ul>\n")
      try output.write(
        more(
          report.notes.faults.count - limits.findings, .faultsCount, .whereFaults))
    }
    try output.write("</section>\n")
  }

  func writeDocuments(to output: inout TextOutput) throws {
    try output.write(section("documents", .partDocuments))
    guard report.documentCount > 0 else {
      try output.write("<p>\(words.markup(.none))</p>\n</section>\n")
      return
    }
    let shown = report.documents.prefix(limits.documents)
    for start in stride(from: 0, to: shown.count, by: Self.documentsAtOnce) {
      let rows = shown[start..<min(start + Self.documentsAtOnce, shown.count)]
      if start > 0 {
        try output.write(
          "<details class=\"fold\"><summary>\(range(.foldDocuments, start + 1, rows.endIndex))</summary>\n"
        )
      }
      try writeTable(of: rows, to: &output)
      if start > 0 { try output.write("</details>\n") }
    }
    try output.write(
      more(
        report.documentCount - limits.documents, .documentsCount, .whereDocuments))
    try output.write("</section>\n")
  }

  private func writeTable(
    of rows: ArraySlice<ReportDocument>, to output: inout TextOutput
  ) throws {
    let name =
      rows.startIndex == 0
      ? words[.captionDocuments]
      : words(.captionDocumentsFrom, ["number": style.count(rows.startIndex + 1)])
    try output.write(table(name, classes: "data sortable"))
    try output.write(
      "<thead><tr>" + head(.columnDocument) + head(.columnPublisher) + head(.columnPublished)
        + head(.columnClaims, " class=\"n\" data-sort=\"number\"") + "</tr></thead>\n<tbody>\n"
    )
    for (index, document) in zip(rows.indices, rows) {
      let name = escape(document.title.isEmpty ? document.id : document.title)
      let link =
        MarkupEscape.webAddress(document.url).map {
          "<a href=\"\(escape($0))\" rel=\"noreferrer\">\(name)</a>"
        } ?? name
      let id = document.title.isEmpty ? "" : "<small>\(escape(document.id))</small>"
      let claims = report.claimCount(ofDocument: document.id)
      try output.write(
        "<tr id=\"d\(index + 1)\"><th scope=\"row\" dir=\"auto\">\(link)\(id)</th><td dir=\"auto\">\(document.publisher.isEmpty ? style.missing : escape(document.publisher))</td>"
          + "<td>\(document.published?.description ?? style.missing)</td><td class=\"n\" data-v=\"\(claims)\">\(claims == 0 ? style.missing : style.count(claims))</td></tr>\n"
      )
    }
    try output.write("</tbody></table></div>\n")
  }
}
