package import ClaimModel
package import Reconciliation

/// The words that reports use for the values of the tables.
package enum Wording {
  /// What the people of a question suffered: 'military killed', 'civilians injured', 'killed'.
  package static func people(_ status: VictimStatus, _ outcome: Outcome) -> String {
    switch status {
    case .unspecified: outcome.rawValue
    case .military: "military " + outcome.rawValue
    case .civilian where outcome == .casualties: "civilian casualties"
    case .civilian: "civilians " + outcome.rawValue
    }
  }

  /// A question's name: 'Ukraine: military killed'.
  package static func question(_ key: QuestionKey) -> String {
    var text = key.party.isEmpty ? "Party not named" : key.party
    text += ": " + people(key.status, key.outcome)
    if !key.part.isEmpty { text += ", of them " + key.part }
    return key.also.isEmpty ? text : text + " (" + key.also + ")"
  }

  /// What sets a question apart from others of the same name: scope, event, conflict, times.
  package static func context(_ range: QuestionRange) -> String {
    var parts: [String] = []
    switch range.key.scope {
    case .incident: parts.append("one incident")
    case .period: parts.append("one period")
    case .cumulative: parts.append("running total")
    case .unknown: parts.append("time span not said")
    }
    if !range.key.event.isEmpty { parts.append(range.key.event) }
    if !range.key.conflict.isEmpty { parts.append(range.key.conflict) }
    if let dates = dates(from: range.from, to: range.to) { parts.append(dates) }
    if range.partOf != nil { parts.append("part of a larger figure") }
    return parts.joined(separator: " · ")
  }

  /// A stretch of time: '2025-02-03 – 2025-02-16'; nil where neither end is known.
  package static func dates(from: PartialDate?, to: PartialDate?) -> String? {
    switch (from, to) {
    case (let from?, let to?): from == to ? "\(from)" : "\(from) – \(to)"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (nil, nil): nil
    }
  }

  /// How an origin stands to the victims.
  package static func perspective(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: "own side"
    case .adversary: "adversary"
    case .ally: "ally"
    case .thirdParty: "third party"
    case .unknown: "side unknown"
    }
  }

  /// What a kind of finding is called.
  package static func kind(_ kind: FindingKind) -> String {
    switch kind {
    case .disjoint: "disagree"
    case .partisan: "sides differ"
    case .self: "contradicts itself"
    case .revision: "revised"
    case .regress: "total went down"
    case .definition: "what is counted"
    case .whole: "parts and whole"
    case .echo: "one source, many voices"
    case .gap: "no figure published"
    case .unbounded: "open-ended"
    }
  }

  /// What a kind of finding means.
  package static func meaning(_ kind: FindingKind) -> String {
    switch kind {
    case .disjoint: "Two sources' current figures cannot both be right: their ranges do not meet."
    case .partisan:
      "The side that suffered the losses and the side it fights give figures that do not meet."
    case .self: "One source gives different numbers for the same point in time."
    case .revision: "A source's number changed over time. Information, not an error."
    case .regress: "A running total by one source goes down."
    case .definition:
      "One number stands for two different things, such as casualties here and deaths there."
    case .whole: "A part is larger than its whole, or the parts do not add up to it."
    case .echo: "What looks like several sources goes back to one."
    case .gap: "A side publishes no figure where others do."
    case .unbounded: "Only lower bounds, or only upper bounds, are known."
    }
  }

  /// What a grade means.
  package static func meaning(_ grade: Grade) -> String {
    switch grade {
    case .confirmed: "the side concerned gives a figure that meets another source's"
    case .fair: "two or more sources agree"
    case .weak: "one source only, however many outlets repeat it"
    case .contested: "sources' current figures do not meet"
    }
  }

  /// How firmly a figure is put forward.
  package static func stance(_ stance: Stance) -> String {
    switch stance {
    case .asserted: "asserted"
    case .denied: "denied"
    case .hypothetical: "hypothetical"
    case .doubted: "doubted by the author"
    }
  }

  /// A count with its noun: '1 claim', '12 claims'.
  package static func plural(
    _ count: Int, _ one: String, _ many: String, _ style: NumberStyle
  ) -> String {
    style.count(count) + " " + (count == 1 ? one : many)
  }
}
