import ClaimModel
import Reconciliation
import Reporting

/// The text of `toll explain`.
struct ClaimExplanation {
  /// The claim.
  let claim: Claim
  /// What all claims come to.
  let reconciliation: Reconciliation
  /// What a reviewer changed about it; nil for nothing.
  let reviewed: String?
  /// Whether the marks are coloured.
  let paints: Bool

  /// All of it.
  var text: String {
    var lines = ["Claim \(claim.id)", "", "  " + markedQuote, ""]
    lines += fields(origin) + [""]
    lines += fields(reading) + [""]
    lines += comparison
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sentence with its number expression and its attributing words marked.
  private var markedQuote: String {
    guard !claim.quote.isEmpty else { return "(no sentence is given)" }
    var quote = Self.mark(claim.expression, in: claim.quote, paints ? "1;33" : nil, "[", "]")
    quote = Self.mark(claim.attribution.cue, in: quote, paints ? "36" : nil, "<", ">")
    return "“\(quote)”"
  }

  private static func mark(
    _ part: String, in text: String, _ color: String?, _ open: String, _ close: String
  ) -> String {
    guard !part.isEmpty, let range = text.firstRange(of: part) else { return text }
    let marked = color.map { "\u{1B}[\($0)m\(part)\u{1B}[0m" } ?? open + part + close
    return text[..<range.lowerBound] + marked + text[range.upperBound...]
  }

  private var origin: [(String, String)] {
    let place = claim.span.map { ", characters \($0.start) to \($0.end)" } ?? ""
    return [
      ("document", claim.documentID.isEmpty ? "" : claim.documentID + place),
      ("publisher", claim.publisher),
      ("published", claim.published?.description ?? ""),
      ("url", claim.url),
    ]
  }

  private var reading: [(String, String)] {
    let attribution = claim.attribution
    let source = [
      attribution.source, attribution.type == .unknown ? "" : "(\(attribution.type.rawValue))",
      attribution.side.isEmpty ? "" : "for \(attribution.side)",
      attribution.via.isEmpty ? "" : "via " + attribution.via.joined(separator: " < "),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let quantity = claim.quantity
    let stated =
      quantity.low == quantity.high ? "\(quantity.low)" : "\(quantity.low) to \(quantity.high)"
    return [
      ("number", "\(claim.expression): \(quantity.qualifier.rawValue) \(stated)"),
      ("interval", "\(Self.interval(claim.interval)) (\(claim.convention))"),
      ("outcome", claim.outcome.rawValue), ("victims", claim.victims), ("party", claim.party),
      ("status", claim.status.rawValue),
      ("source", source.isEmpty ? "the author's own voice" : source),
      ("cue", attribution.cue), ("stance", claim.stance.rawValue),
      ("part of", claim.partOf.map { "claim \($0)" } ?? ""), ("scope", claim.scope.rawValue),
      ("when", claim.when), ("from, to", Self.dates(claim)), ("place", claim.place),
      ("event", claim.event), ("read by", claim.rule),
      ("confidence", claim.confidence.map { "\($0 / 10) %" } ?? ""),
      ("review", reviewed ?? ""),
    ]
  }

  private var comparison: [String] {
    if let aside = reconciliation.setAside.first(where: { $0.claimID == claim.id }) {
      return ["In no range: \(aside.reason)."]
    }
    guard let (range, answer) = place else { return ["It was compared with no other claim."] }
    var lines = [
      ReportWords.english.question(range.key), "  " + ReportWords.english.context(range),
    ]
    lines.append(
      "  range \(Self.interval(Interval(low: range.low, best: range.best, high: range.high)))"
        + (range.highOpen ? " and above" : "") + ", \(range.grade.rawValue): "
        + ReportWords.english.meaning(range.grade))
    lines.append("  this claim: " + role(in: answer))
    for other in range.answers {
      let sign = other.origin == answer.origin ? "*" : " "
      lines.append(
        "  \(sign) \(other.origin) (\(ReportWords.english.perspective(other.perspective))): "
          + Self.interval(other.interval))
    }
    let findings = reconciliation.findings.filter {
      $0.questionID == range.id || $0.claims.contains(claim.id)
    }
    if !findings.isEmpty { lines += ["", "Findings"] }
    for finding in findings {
      let sign = finding.claims.contains(claim.id) ? "*" : " "
      lines.append("  \(sign) \(ReportWords.english.kind(finding.kind)): \(finding.sentence)")
    }
    return lines
  }

  /// The question and the origin's answer that the claim is in.
  private var place: (QuestionRange, OriginAnswer)? {
    for range in reconciliation.ranges {
      for answer in range.answers
      where answer.current == claim.id || answer.echoes.contains(claim.id)
        || answer.revisions.contains(claim.id)
      {
        return (range, answer)
      }
    }
    return nil
  }

  private func role(in answer: OriginAnswer) -> String {
    if answer.current == claim.id { return "the current figure of \(answer.origin)" }
    if answer.echoes.contains(claim.id) {
      return "repeats \(answer.origin), claim \(answer.current)"
    }
    return "an earlier figure of \(answer.origin), now claim \(answer.current)"
  }

  private func fields(_ fields: [(String, String)]) -> [String] {
    fields.filter { !$0.1.isEmpty }.map { name, value in
      "  " + name + String(repeating: " ", count: max(1, 12 - name.utf8.count)) + value
    }
  }

  private static func dates(_ claim: Claim) -> String {
    guard claim.from != nil || claim.to != nil else { return "" }
    return "\(claim.from?.description ?? "…") to \(claim.to?.description ?? "…")"
  }

  private static func interval(_ interval: Interval) -> String {
    func text(_ count: Int?) -> String {
      count.map { NumberStyle.english.count($0) } ?? "open"
    }
    let ends =
      interval.low == interval.high
      ? text(interval.low) : "\(text(interval.low)) to \(text(interval.high))"
    guard let best = interval.best, interval.low != interval.high else { return ends }
    return "\(ends), best \(text(best))"
  }
}
