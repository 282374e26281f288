import ClaimModel
import CorpusDiff
import Reconciliation

extension Reconciliation {
  /// The questions as a diff compares them.
  var questionSummaries: [QuestionSummary] {
    let findings = Dictionary(
      self.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ranges.map { range in
      var summary = QuestionSummary(
        id: range.id, party: range.key.party, status: range.key.status,
        outcome: range.key.outcome, scope: range.key.scope,
        subject: range.key.event.isEmpty ? range.key.conflict : range.key.event,
        range: Interval(low: range.low, best: range.best, high: range.high))
      summary.isOpen = range.highOpen
      summary.agreements = range.agreements.map(\.interval)
      summary.agreeing = range.agreements.first?.origins.count ?? 0
      summary.grade = range.grade.rawValue
      summary.origins = range.answers.map {
        OriginFigure(
          origin: $0.origin, perspective: $0.perspective.rawValue, interval: $0.interval,
          quantity: $0.quantity, expression: $0.expression)
      }
      let isPart = !range.key.whole.isEmpty
      summary.part = range.key.part.isEmpty && isPart ? "some" : range.key.part
      summary.claims = range.answers.flatMap { [$0.current] + $0.echoes + $0.revisions }
      summary.findings = range.findings.compactMap { findings[$0] }.map {
        FindingSummary(
          kind: $0.kind.rawValue, severity: $0.severity, origins: $0.origins,
          sentence: $0.sentence)
      }
      return summary
    }
  }
}
