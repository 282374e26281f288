import ClaimModel
import Reconciliation

/// The claims, the notes and the documents of a terminal report.
extension TextReport {
  func writeClaims(_ report: Report, to output: inout TextOutput) throws {
    let shown = report.claimIDs(within: limits)
    guard !shown.isEmpty else { return }
    try heading(report.words[.partClaims], to: &output)
    for id in shown {
      guard let claim = report.claim(id), let number = report.number(ofClaim: id) else { continue }
      try write(claim, number, report, to: &output)
    }
    try more(report.claimCount - shown.count, .claimsCount, report, to: &output)
  }

  private func write(
    _ claim: Claim, _ number: Int, _ report: Report, to output: inout TextOutput
  ) throws {
    let mark = "[\(number)]"
    let indent = max(6, mark.utf8.count + 1)
    var parts = [
      report.figure(claim) + " "
        + report.words.people(claim.status, claim.outcome),
      claim.party.isEmpty ? report.words[.claimPartyUnknown] : claim.party,
      report.origin(of: claim),
    ]
    if !claim.attribution.via.isEmpty {
      parts.append(
        report.words(.claimVia, ["outlets": claim.attribution.via.joined(separator: " < ")]))
    }
    if claim.stance != .asserted { parts.append(report.words.stance(claim.stance)) }
    if let date = report.date(ofClaim: claim.id) { parts.append(date.description) }
    if let review = report.notes.reviewed[claim.id] {
      parts.append(report.words(.claimReviewed, ["change": review]))
    }
    let lines = PlainText.wrap(
      PlainText.oneLine(parts.joined(separator: " · ")), to: width - indent)
    for (index, line) in lines.enumerated() {
      try output.line((index == 0 ? padded(mark, indent) : spaces(indent)) + line)
    }
    if !claim.quote.isEmpty {
      try paragraph("“" + claim.quote + "”", to: &output, indent: indent)
    }
    try paragraph(Self.place(of: claim), to: &output, indent: indent) { paint.dim($0) }
  }

  /// 'seed.txt 120–126 · The Post, 2025-02-16 · 9f3c…'.
  static func place(of claim: Claim) -> String {
    var parts = [claim.documentID + (claim.span.map { " \($0.start)–\($0.end)" } ?? "")]
    let outlet = [claim.publisher, claim.published?.description ?? ""].filter { !$0.isEmpty }
    if !outlet.isEmpty { parts.append(outlet.joined(separator: ", ")) }
    parts.append(claim.id)
    return parts.joined(separator: " · ")
  }

  func writeSetAside(_ report: Report, to output: inout TextOutput) throws {
    guard !report.setAsideByReason().isEmpty else { return }
    try heading(report.words[.partSetAside], to: &output)
    for group in report.setAsideByReason() {
      let count = report.words.count(.claimsCount, group.count)
      try paragraph(
        "\(group.reason): \(count) \(references(to: group.ids, report, limit: 20))", to: &output)
    }
  }

  func writeNotes(_ report: Report, to output: inout TextOutput) throws {
    try heading(report.words[.partMethod], to: &output)
    for note in report.notes.method {
      try paragraph("\(note.term): \(note.text)", to: &output)
    }
    try paragraph(report.words[.methodRanges], to: &output)
    for fault in report.notes.faults.prefix(limits.findings) {
      try paragraph(report.words(.skipped, ["fault": fault.description]), to: &output)
    }
    try more(report.notes.faults.count - limits.findings, .faultsCount, report, to: &output)
    guard report.documentCount > 0 else { return }
    try heading(report.words[.partDocuments], to: &output)
    for document in report.documents.prefix(limits.documents) {
      let outlet = [document.publisher, document.published?.description ?? ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      let parts = [
        document.id, document.title, outlet,
        report.words.count(.claimsCount, report.claimCount(ofDocument: document.id)),
      ]
      try paragraph(parts.filter { !$0.isEmpty }.joined(separator: " · "), to: &output)
    }
    try more(
      report.documentCount - limits.documents, .documentsCount, report, to: &output)
  }
}
