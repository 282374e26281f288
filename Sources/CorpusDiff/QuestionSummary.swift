package import ClaimModel

/// One origin's current answer to a question.
package struct OriginFigure: Hashable, Sendable {
  /// The origin's canonical name.
  package var origin: String
  /// How it stands to the victims: `own`, `adversary`, `ally`, `third_party` or `unknown`.
  package var perspective: String
  /// Its current interval.
  package var interval: Interval
  /// The number as the origin said it; nil where only the interval is known.
  package var quantity: Quantity?
  /// The words of the number; they matter where it is no plain number.
  package var expression: String

  package init(
    origin: String, perspective: String = "unknown", interval: Interval, quantity: Quantity? = nil,
    expression: String = ""
  ) {
    self.origin = origin
    self.perspective = perspective
    self.interval = interval
    self.quantity = quantity
    self.expression = expression
  }

  /// The figure as it was said: `about 70,000`, `more than 560,000`; else the interval.
  package var figure: String {
    quantity.map { FigureWords.figure($0, expression: expression) }
      ?? FigureWords.interval(interval)
  }

  /// Whether only an upper end was said, and a low of 0 is a convention's.
  var isUpperBound: Bool {
    guard interval.low == 0, interval.high != 0, let quantity else { return false }
    return quantity.qualifier == .atMost || quantity.qualifier == .fewerThan
  }
}

/// One discrepancy, as far as a diff needs it.
package struct FindingSummary: Hashable, Sendable {
  /// What kind of discrepancy it is, by its name in the findings table.
  package var kind: String
  /// log10 of the gap's ratio, in thousandths.
  package var severity: Int
  /// Who is in it.
  package var origins: [String]
  /// The finding in one sentence.
  package var sentence: String

  package init(kind: String, severity: Int, origins: [String], sentence: String) {
    self.kind = kind
    self.severity = severity
    self.origins = origins
    self.sentence = sentence
  }
}

/// A question's range and what was found about it, as far as a diff needs them.
///
/// Those who reconcile fill it in: this module knows nothing of how ranges are made.
package struct QuestionSummary: Hashable, Sendable {
  /// The question's id, the same in both corpora.
  package var id: String
  /// The victims' side.
  package var party: String
  /// Whether the victims bore arms.
  package var status: VictimStatus
  /// What they suffered.
  package var outcome: Outcome
  /// Which stretch of time is counted.
  package var scope: Scope
  /// The event or conflict.
  package var subject: String
  /// Which part of the victims is counted, in the documents' words; empty for all of them.
  package var part: String = ""
  /// The ids of its claims, by which it is found again where it has another id.
  package var claims: [String] = []
  /// The range; an end is nil where nothing is known.
  package var range: Interval
  /// Whether some origin's figure has no upper bound above the range's.
  package var isOpen: Bool = false
  /// The intervals that the most origins agree on.
  package var agreements: [Interval] = []
  /// How many origins agree on them.
  package var agreeing: Int = 0
  /// How firm the answer is: `confirmed`, `fair`, `weak` or `contested`.
  package var grade: String = ""
  /// The origins' current answers, in the order of their names.
  package var origins: [OriginFigure] = []
  /// What was found about the question.
  package var findings: [FindingSummary] = []

  package init(
    id: String, party: String, status: VictimStatus, outcome: Outcome, scope: Scope,
    subject: String = "", range: Interval
  ) {
    self.id = id
    self.party = party
    self.status = status
    self.outcome = outcome
    self.scope = scope
    self.subject = subject
    self.range = range
  }

  /// The question in a phrase: `killed, Ukraine, military, cumulative, Russo-Ukrainian war`.
  package var label: String {
    QuestionLabel(
      party: party, status: status, outcome: outcome, scope: scope, subject: subject, part: part
    ).text
  }

  /// The range as its origins gave it: `about 70,000`, `31,000–75,000`, `at least 12,654`.
  ///
  /// No low of 0 is shown that only a convention gives, nor 560,001 where 'more than 560,000' was said.
  package var figure: String {
    if origins.count == 1, origins[0].quantity != nil { return origins[0].figure }
    var low = range.low
    if low == 0, origins.contains(where: \.isUpperBound) {
      low = origins.filter { !$0.isUpperBound }.compactMap(\.interval.low).min()
    }
    let lowest = origins.filter { $0.interval.low == low }.compactMap(\.quantity)
    let isAbove = !lowest.isEmpty && lowest.allSatisfy { $0.qualifier == .moreThan }
    let start = isAbove ? lowest.map(\.low).min() : low
    guard let low, let start else {
      return FigureWords.interval(Interval(low: nil, best: range.best, high: range.high))
    }
    let words = (isAbove ? "more than " : "") + FigureWords.grouped(start)
    guard let high = range.high, high > low || !isAbove else {
      return isAbove ? words : "at least \(words)"
    }
    let end = FigureWords.grouped(high) + (isOpen ? " or more" : "")
    if low == high { return end }
    return isAbove ? "\(words) to \(end)" : "\(words)–\(end)"
  }

  /// The range that the origins of one perspective give; nil where there are none.
  package func range(of perspective: String) -> Interval? {
    let own = origins.filter { $0.perspective == perspective }.map(\.interval)
    guard !own.isEmpty else { return nil }
    let isOpen = own.contains { $0.high == nil }
    return Interval(
      low: own.compactMap(\.low).min(), best: nil,
      high: isOpen ? nil : own.compactMap(\.high).max())
  }
}

/// The words for a question.
package struct QuestionLabel: Hashable, Sendable {
  package var party: String
  package var status: VictimStatus
  package var outcome: Outcome
  package var scope: Scope
  package var subject: String
  /// Which part of the victims is counted; empty for all of them.
  package var part: String

  package init(
    party: String, status: VictimStatus, outcome: Outcome, scope: Scope, subject: String,
    part: String = ""
  ) {
    self.part = part
    self.party = party
    self.status = status
    self.outcome = outcome
    self.scope = scope
    self.subject = subject
  }

  /// The question of a claim.
  package init(of claim: Claim, options: DiffOptions) {
    self.init(
      party: claim.party, status: claim.status, outcome: claim.outcome, scope: claim.scope,
      subject: options.subject(claim))
  }

  /// What is known of it, parted by commas.
  package var text: String {
    var parts = [party.isEmpty ? "party unknown" : party, outcome.rawValue]
    if status != .unspecified { parts.append(status.rawValue) }
    if scope != .unknown { parts.append(scope.rawValue) }
    if !subject.isEmpty { parts.append(subject) }
    if !part.isEmpty { parts.append("of them \(part)") }
    return parts.joined(separator: ", ")
  }
}
