package import ClaimModel

/// How an origin stands to the victims of a question.
package enum Perspective: String, Hashable, Sendable, CaseIterable {
  case own, adversary, ally
  case thirdParty = "third_party"
  case unknown
}

/// How firm a question's answer is, after Airwars' grading.
package enum Grade: String, Hashable, Sendable, CaseIterable {
  case confirmed, fair, weak, contested
}

/// What kind of discrepancy a finding reports.
package enum FindingKind: String, Hashable, Sendable, CaseIterable {
  case disjoint, partisan, `self`, revision, regress, definition, whole, echo, gap, unbounded
}

/// What makes claims comparable: they answer one question.
package struct QuestionKey: Hashable, Sendable {
  package var party: String
  package var status: VictimStatus
  package var outcome: Outcome
  package var scope: Scope
  package var event: String
  package var conflict: String
  /// The id of the question that this one asks a part of; empty for a whole.
  package var whole: String
  /// Which part: the victims' words, without article and in lower case; empty for a whole.
  package var part: String
  /// Values of further columns that `--by` asked for, as `column=value`; mostly empty.
  package var also: String

  package init(
    party: String, status: VictimStatus, outcome: Outcome, scope: Scope, event: String = "",
    conflict: String = "", whole: String = "", part: String = "", also: String = ""
  ) {
    self.party = party
    self.status = status
    self.outcome = outcome
    self.scope = scope
    self.event = event
    self.conflict = conflict
    self.whole = whole
    self.part = part
    self.also = also
  }

  /// The id of the question: sixteen hexadecimal digits, made of the key alone.
  package var id: String { hash.hexadecimal }

  /// The id as a number.
  var number: UInt64 { hash.value }

  private var hash: StableHash {
    var hash = StableHash()
    for field in [
      party, status.rawValue, outcome.rawValue, scope.rawValue, event, conflict, whole, part, also,
    ] {
      hash.combine(field)
    }
    return hash
  }
}

/// The smallest interval on which the most origins agree (Marzullo); open ends are nil.
package struct Agreement: Hashable, Sendable {
  package var interval: Interval
  package var origins: [String]

  package init(interval: Interval, origins: [String]) {
    self.interval = interval
    self.origins = origins
  }
}

/// The lowest low and highest high of the origins of one perspective.
package struct PerspectiveRange: Hashable, Sendable {
  package var low: Int?
  package var high: Int?
  package var origins: Int

  package init(low: Int? = nil, high: Int? = nil, origins: Int = 0) {
    self.low = low
    self.high = high
    self.origins = origins
  }
}

/// One origin's current answer to a question, with all that repeats it.
package struct OriginAnswer: Hashable, Sendable {
  /// The origin's canonical name.
  package var origin: String
  /// How it stands to the victims.
  package var perspective: Perspective
  /// Its latest claim's interval.
  package var interval: Interval
  /// Its latest claim.
  package var current: String
  /// Claims that repeat the current one.
  package var echoes: [String]
  /// Its earlier claims, oldest first.
  package var revisions: [String]
  /// The number as the current claim says it.
  package var quantity: Quantity
  /// The words of the current claim's number where they are no plain number; else empty.
  package var expression: String
  /// The time that the current claim counts up to, else when it was published, else any date of it.
  package var asOf: PartialDate?
  /// The party that the origin belongs to or speaks for; empty where none is known.
  package var side: String
  /// What kind of body or person the origin is.
  package var type: SourceType
  /// Whether nobody is named and the origin is the document itself.
  package var isDocument: Bool

  package init(
    origin: String, perspective: Perspective, interval: Interval, current: String,
    echoes: [String] = [], revisions: [String] = [], quantity: Quantity = Quantity(.exact, 0),
    expression: String = "", asOf: PartialDate? = nil, side: String = "",
    type: SourceType = .unknown, isDocument: Bool = false
  ) {
    self.quantity = quantity
    self.expression = expression
    self.asOf = asOf
    self.side = side
    self.type = type
    self.isDocument = isDocument
    self.origin = origin
    self.perspective = perspective
    self.interval = interval
    self.current = current
    self.echoes = echoes
    self.revisions = revisions
  }
}

/// A question with its range: a row of `ranges.csv`.
package struct QuestionRange: Hashable, Sendable {
  /// Sixteen hexadecimal digits, made of the key alone.
  package var id: String
  package var key: QuestionKey
  /// The id of the claim that this question's claims are parts of; nil for a whole.
  package var partOf: String?
  /// How many claims are in it, echoes and revisions too.
  package var claims: Int
  /// How many of the claims are echoes.
  package var echoes: Int
  /// The origins' current answers, in the order of their names.
  package var answers: [OriginAnswer]
  package var from: PartialDate?
  package var to: PartialDate?
  package var low: Int?
  package var lowOrigin: String
  package var best: Int?
  package var high: Int?
  package var highOrigin: String
  /// Whether an origin's own claim has no upper bound above `high`.
  package var highOpen: Bool
  /// All agreements of the greatest size, lowest first.
  package var agreements: [Agreement]
  /// high/low in thousandths; nil where low is 0 or an end is missing.
  package var spreadRatio: Int?
  package var grade: Grade
  package var perspectives: [Perspective: PerspectiveRange]
  /// The ids of the findings about it.
  package var findings: [String]

  package init(id: String, key: QuestionKey) {
    self.id = id
    self.key = key
    claims = 0
    echoes = 0
    answers = []
    lowOrigin = ""
    highOrigin = ""
    highOpen = false
    agreements = []
    grade = .weak
    perspectives = [:]
    findings = []
  }
}

/// One discrepancy: a row of `findings.csv`.
package struct Finding: Hashable, Sendable {
  package var id: String
  package var kind: FindingKind
  /// log10 of the gap's ratio, in thousandths.
  package var severity: Int
  /// The question it is about; empty where it spans several.
  package var questionID: String
  /// The ids of the claims that support it.
  package var claims: [String]
  package var origins: [String]
  package var lowValue: Int?
  package var highValue: Int?
  /// The ratio in thousandths; nil where there is none.
  package var ratio: Int?
  /// The finding in one plain sentence with its numbers and names.
  package var sentence: String
  /// Sentences of documents that support it without being claims (a side that publishes nothing).
  package var quotes: [String]
  /// The ids of all questions it touches, in order; `questionID` alone where there is one.
  package var questions: [String]

  package init(
    id: String, kind: FindingKind, severity: Int, questionID: String, claims: [String],
    origins: [String], lowValue: Int? = nil, highValue: Int? = nil, ratio: Int? = nil,
    sentence: String, quotes: [String] = [], questions: [String]? = nil
  ) {
    self.questions = questions ?? (questionID.isEmpty ? [] : [questionID])
    self.id = id
    self.kind = kind
    self.severity = severity
    self.questionID = questionID
    self.claims = claims
    self.origins = origins
    self.lowValue = lowValue
    self.highValue = highValue
    self.ratio = ratio
    self.sentence = sentence
    self.quotes = quotes
  }
}

/// Who has counted whom: a row of `coverage.csv`.
package struct CoverageCell: Hashable, Sendable {
  /// The side of the origins; empty for third parties.
  package var originSide: String
  package var party: String
  package var origins: Int
  package var claims: Int

  package init(originSide: String, party: String, origins: Int, claims: Int) {
    self.originSide = originSide
    self.party = party
    self.origins = origins
    self.claims = claims
  }
}

/// One origin's figure at one date: a row of `timeline.csv`.
package struct TimelinePoint: Hashable, Sendable {
  package var questionID: String
  package var date: PartialDate
  package var origin: String
  package var interval: Interval
  package var claimID: String

  package init(
    questionID: String, date: PartialDate, origin: String, interval: Interval, claimID: String
  ) {
    self.questionID = questionID
    self.date = date
    self.origin = origin
    self.interval = interval
    self.claimID = claimID
  }
}

/// A claim that entered no range, with the reason.
package struct SetAside: Hashable, Sendable {
  package var claimID: String
  package var reason: String

  package init(claimID: String, reason: String) {
    self.claimID = claimID
    self.reason = reason
  }
}
