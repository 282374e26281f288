import ClaimModel
import Mustache
import Reconciliation

/// The names that a template can use, with values that are made when they are asked for.
///
/// - `title`, `subtitle`, `how_to_read` (list of texts); `document_count`, `claim_count`,
///   `source_count`, `question_count`, `finding_count`
/// - `headlines`, `findings`: lists of findings: `number`, `id`, `kind`, `kind_words`, `sentence`,
///   `ratio`, `question_number`, `question`, `claims`, `quotes` (list of texts)
/// - `questions`: `number`, `id`, `title`, `context`, `party`, `status`, `outcome`, `event`,
///   `conflict`, `low`, `best`, `high`, `range`, `low_value`, `best_value`, `high_value` (digits only),
///   `agreement`, `agreement_count`, `grade`, `sources`, `echoes`, `own`, `adversary`,
///   `third_party`, `answers`, `findings` (the first 50), `finding_count`; in HTML `forest` and
///   `timeline`, the plots as SVG
/// - `answers` of a question: `source`, `side`, `perspective`, `figure`, `read_as`, `as_of`, `claims`
///   (the current one first), `echoes`, `earlier`
/// - `claims`, at the top in full: `number`, `id`, `anchor`, `figure`, `people`, `party`, `source`,
///   `via`, `stance`, `quote` (with the number marked), `expression`, `document`, `publisher`,
///   `published`, `url`, `start`, `end`, `when`, `place`, `cue`, `set_aside`, `reviewed`; the same
///   names wherever else claims are listed
/// - `coverage`: `parties` (list of `name`), `rows`: `side`, `cells`: `claims`, `sources`
/// - `set_aside`: `reason`, `count`, `claims`
/// - `method`: `term`, `text`; `faults` (list of texts)
/// - `documents`: `number`, `id`, `title`, `publisher`, `published`, `url`, `claim_count`
/// - in HTML: `style`, `script`, and the parts of the built-in page: `part_headlines`,
///   `part_how_to_read`, `part_ranges`, `part_questions`, `part_bias`, `part_coverage`,
///   `part_findings`, `part_claims`, `part_set_aside`, `part_method`, `part_documents`
struct TemplateContext: MustacheParent {
  let report: Report
  let format: ReportTemplate.Format
  let limits: ReportLimits

  init(_ report: Report, format: ReportTemplate.Format, limits: ReportLimits) {
    self.report = report
    self.format = format
    self.limits = limits
  }

  func child(named name: String) -> Any? {
    let style = report.style
    switch name {
    case "title": return text(report.notes.title)
    case "subtitle": return text(report.notes.subtitle)
    case "how_to_read": return texts(report.words.howToRead)
    case "document_count": return style.count(report.documentCount)
    case "claim_count": return style.count(report.claimCount)
    case "source_count": return style.count(report.originCount)
    case "question_count": return style.count(report.questionCount)
    case "finding_count": return style.count(report.findingCount)
    case "headlines": return report.headlines().map(finding)
    case "findings": return report.findings.prefix(limits.findings).map(finding)
    case "questions":
      return report.questions(within: limits).enumerated().map { index, range in
        QuestionContext(context: self, range: range, number: index + 1)
      }
    case "claims": return claims(report.claimIDs(within: limits))
    case "coverage": return coverage
    case "set_aside":
      return report.setAsideByReason().map { group in
        values([
          "reason": text(group.reason), "count": style.count(group.count),
          "claims": claims(group.ids),
        ])
      }
    case "method":
      return report.notes.method.map { values(["term": text($0.term), "text": text($0.text)]) }
    case "faults": return texts(report.notes.faults.map(\.description))
    case "documents": return report.documents.prefix(limits.documents).map(document)
    default: return format == .html ? part(name) : nil
    }
  }

  /// A text escaped for the format; nil where it is empty, so that sections on it are left out.
  func text(_ text: String) -> String? {
    guard !text.isEmpty else { return nil }
    return format == .html ? MarkupEscape.text(text) : MarkdownEscape.text(text)
  }

  func texts(_ texts: [String]) -> [String] { texts.compactMap { text($0) } }

  /// A context without its missing values.
  func values(_ values: [String: Any?]) -> [String: Any] { values.compactMapValues { $0 } }

  func claims(_ ids: [String]) -> [ClaimContext] {
    ids.compactMap { id in
      report.claim(id).map { ClaimContext(context: self, id: id, claim: $0) }
    }
  }

  func finding(_ finding: Finding) -> [String: Any] {
    let question = report.question(finding.questionID)
    return values([
      "number": report.number(ofFinding: finding.id).map { String($0) }, "id": text(finding.id),
      "kind": finding.kind.rawValue, "kind_words": report.words.kind(finding.kind),
      "sentence": text(finding.sentence), "ratio": finding.ratio.map(report.style.ratio),
      "question_number": report.number(ofQuestion: finding.questionID).map { String($0) },
      "question": question.flatMap { text(report.words.question($0.key)) },
      "claims": claims(finding.claims), "quotes": texts(finding.quotes),
    ])
  }

  private func document(_ document: ReportDocument) -> [String: Any] {
    values([
      "number": report.number(ofDocument: document.id).map { String($0) }, "id": text(document.id),
      "title": text(document.title), "publisher": text(document.publisher),
      "published": document.published?.description, "url": address(document.url),
      "claim_count": report.style.count(report.claimCount(ofDocument: document.id)),
    ])
  }

  /// An address of the web, for an attribute or the brackets of a link; nil where it is none.
  func address(_ url: String) -> String? {
    format == .html
      ? MarkupEscape.webAddress(url).map(MarkupEscape.text) : MarkdownEscape.address(url)
  }

  private var coverage: [String: Any] {
    let coverage = report.coverage
    let style = report.style
    let rows = coverage.sides.map { side in
      values([
        "side": text(side.isEmpty ? report.words[.thirdParties] : side),
        "cells": coverage.parties.map { party in
          let cell = coverage.cell(side: side, party: party)
          return [
            "claims": cell.map { style.count($0.claims) } ?? style.missing,
            "sources": cell.map { style.count($0.origins) } ?? style.missing,
          ]
        },
      ])
    }
    let parties = coverage.parties.map {
      values(["name": text($0.isEmpty ? report.words[.partyUnknown] : $0)])
    }
    return ["parties": parties, "rows": rows]
  }

  /// A part of the built-in page.
  private func part(_ name: String) -> String? {
    let page = HTMLPage(report, limits: limits)
    return try? TextOutput.string { output in
      switch name {
      case "style": try output.write(HTMLStyle.text)
      case "script": try output.write(HTMLScript.text(report.words))
      case "part_headlines": try page.writeHeadlines(to: &output)
      case "part_how_to_read": try page.writeHowToRead(to: &output)
      case "part_ranges": try page.writeRanges(to: &output)
      case "part_questions": try page.writeQuestions(to: &output)
      case "part_bias": try page.writeBias(to: &output)
      case "part_coverage": try page.writeCoverage(to: &output)
      case "part_findings": try page.writeFindings(to: &output)
      case "part_claims": try page.writeClaims(to: &output)
      case "part_set_aside": try page.writeSetAside(to: &output)
      case "part_method": try page.writeMethod(to: &output)
      case "part_documents": try page.writeDocuments(to: &output)
      default: break
      }
    }
  }
}
