import ClaimModel
import Mustache
import Reconciliation

/// A question's names in a template.
struct QuestionContext: MustacheParent {
  let context: TemplateContext
  let range: QuestionRange
  let number: Int

  func child(named name: String) -> Any? {
    let report = context.report
    switch name {
    case "number": return String(number)
    case "id": return context.text(range.id)
    case "title": return context.text(context.report.words.question(range.key))
    case "context": return context.text(context.report.words.context(range))
    case "party": return context.text(range.key.party)
    case "status": return range.key.status.rawValue
    case "outcome": return range.key.outcome.rawValue
    case "event": return context.text(range.key.event)
    case "conflict": return context.text(range.key.conflict)
    case "grade": return range.grade.rawValue
    case "sources": return report.style.count(report.sourceCount(range))
    case "echoes": return report.style.count(range.echoes)
    case "answers": return ForestPlot.order(range.answers).map(answer)
    case "findings":
      return report.findings(on: range).prefix(ReportSelection.findingsOfQuestion)
        .map(context.finding)
    case "finding_count": return report.style.count(report.findingCount(on: range))
    case "forest", "timeline": return context.format == .html ? plot(name) : nil
    default: return figure(name)
    }
  }

  private func figure(_ name: String) -> Any? {
    let report = context.report
    switch name {
    case "low": return context.text(report.low(range))
    case "best": return context.text(report.best(range))
    case "high": return context.text(report.high(range))
    case "range": return context.text(report.span(range))
    case "low_value": return range.low.map { String($0) }
    case "best_value": return range.best.map { String($0) }
    case "high_value": return range.high.map { String($0) }
    case "agreement":
      return report.agreementCount(range) == nil ? nil : context.text(report.agreement(range))
    case "agreement_count": return report.agreementCount(range).map { String($0) }
    case "own": return context.text(report.perspective(.own, of: range))
    case "adversary": return context.text(report.perspective(.adversary, of: range))
    case "third_party": return context.text(report.perspective(.thirdParty, of: range))
    default: return nil
    }
  }

  private func answer(_ answer: OriginAnswer) -> [String: Any] {
    let report = context.report
    return context.values([
      "source": context.text(answer.origin),
      "side": context.report.words.perspective(answer.perspective),
      "perspective": answer.perspective.rawValue, "figure": context.text(report.figure(answer)),
      "read_as": context.text(report.readAs(answer)),
      "as_of": report.date(of: answer)?.description, "claims": context.claims([answer.current]),
      "echoes": context.claims(answer.echoes), "earlier": context.claims(answer.revisions),
    ])
  }

  private func plot(_ name: String) -> String? {
    let link = { (id: String) in context.anchor(ofClaim: id).map { "#" + $0 } }
    return try? TextOutput.string { output in
      if name == "forest" {
        try ForestPlot(context.report, range, number: number, link: link)
          .write(standalone: false, to: &output)
      } else {
        try TimelinePlot(context.report, range, number: number, link: link)
          .write(standalone: false, to: &output)
      }
    }
  }
}

/// A claim's names in a template.
struct ClaimContext: MustacheParent {
  let context: TemplateContext
  let id: String
  let claim: Claim

  func child(named name: String) -> Any? {
    let report = context.report
    switch name {
    case "number": return report.number(ofClaim: id).map { String($0) }
    case "id": return context.text(id)
    case "anchor": return context.anchor(ofClaim: id)
    case "figure": return context.text(report.figure(claim))
    case "people": return context.report.words.people(claim.status, claim.outcome)
    case "party": return context.text(claim.party)
    case "source": return context.text(report.origin(of: claim))
    case "via": return context.text(claim.attribution.via.joined(separator: " ‹ "))
    case "stance": return claim.stance.rawValue
    case "quote": return quote
    case "expression": return context.text(claim.expression)
    case "start": return claim.span.map { String($0.start) }
    case "end": return claim.span.map { String($0.end) }
    case "set_aside": return report.setAsideReason(ofClaim: id).flatMap(context.text)
    case "reviewed": return report.notes.reviewed[id].flatMap(context.text)
    default: return origin(name)
    }
  }

  private func origin(_ name: String) -> Any? {
    switch name {
    case "document": context.text(claim.documentID)
    case "publisher": context.text(claim.publisher)
    case "published": claim.published?.description
    case "url": context.address(claim.url)
    case "when": context.text(claim.when)
    case "place": context.text(claim.place)
    case "cue": context.text(claim.attribution.cue)
    default: nil
    }
  }

  private var quote: String? {
    guard !claim.quote.isEmpty else { return nil }
    switch context.format {
    case .html:
      return QuoteMark.text(claim, escape: MarkupEscape.text) { "<mark>\($0)</mark>" }
    case .markdown: return QuoteMark.text(claim, escape: MarkdownEscape.text) { "**\($0)**" }
    }
  }
}

extension TemplateContext {
  /// The anchor of a claim, the same as in the built-in forms.
  func anchor(ofClaim id: String) -> String? {
    switch format {
    case .html: HTMLPage.anchor(ofClaim: id, in: report)
    case .markdown: report.number(ofClaim: id).map { "claim-\($0)" }
    }
  }
}
