package import ClaimModel
package import Reconciliation

/// The words for the values of the tables.
extension ReportWords {
  /// What the people of a question suffered: 'military killed', 'civilians injured', 'killed'.
  package func people(_ status: VictimStatus, _ outcome: Outcome) -> String {
    let word =
      switch outcome {
      case .killed: self[.peopleKilled]
      case .injured: self[.peopleInjured]
      case .casualties: self[.peopleCasualties]
      case .missing: self[.peopleMissing]
      case .captured: self[.peopleCaptured]
      case .displaced: self[.peopleDisplaced]
      }
    return switch status {
    case .unspecified: word
    case .military: self(.peopleMilitary, ["outcome": word])
    case .civilian where outcome == .casualties: self[.peopleCivilianCasualties]
    case .civilian: self(.peopleCivilian, ["outcome": word])
    }
  }

  /// A question's name: 'Ukraine: military killed'.
  package func question(_ key: QuestionKey) -> String {
    let party = key.party.isEmpty ? self[.questionPartyUnknown] : key.party
    var text = self(
      .questionName, ["party": party, "people": people(key.status, key.outcome)])
    if !key.part.isEmpty { text = self(.questionPart, ["question": text, "part": key.part]) }
    return key.also.isEmpty ? text : self(.questionAlso, ["question": text, "also": key.also])
  }

  /// What sets a question apart from others of the same name: scope, event, conflict, times.
  package func context(_ range: QuestionRange) -> String {
    var parts: [String] = []
    switch range.key.scope {
    case .incident: parts.append(self[.scopeIncident])
    case .period: parts.append(self[.scopePeriod])
    case .cumulative: parts.append(self[.scopeCumulative])
    case .unknown: parts.append(self[.scopeUnknown])
    }
    if !range.key.event.isEmpty { parts.append(range.key.event) }
    if !range.key.conflict.isEmpty { parts.append(range.key.conflict) }
    if let dates = dates(from: range.from, to: range.to) { parts.append(dates) }
    if range.partOf != nil { parts.append(self[.contextPart]) }
    return parts.joined(separator: " · ")
  }

  /// A stretch of time: '2025-02-03 – 2025-02-16'; nil where neither end is known.
  package func dates(from: PartialDate?, to: PartialDate?) -> String? {
    switch (from, to) {
    case (let from?, let to?):
      from == to
        ? "\(from)" : self(.datesBetween, ["from": from.description, "to": to.description])
    case (let from?, nil): self(.datesFrom, ["from": from.description])
    case (nil, let to?): self(.datesTo, ["to": to.description])
    case (nil, nil): nil
    }
  }

  /// How an origin stands to the victims.
  package func perspective(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: self[.sideOwn]
    case .adversary: self[.sideAdversary]
    case .ally: self[.sideAlly]
    case .thirdParty: self[.sideThirdParty]
    case .unknown: self[.sideUnknown]
    }
  }

  /// The same in one word.
  func side(_ perspective: Perspective) -> String {
    switch perspective {
    case .own: self[.shortOwn]
    case .adversary: self[.shortAdversary]
    case .ally: self[.shortAlly]
    case .thirdParty: self[.shortThirdParty]
    case .unknown: self[.shortUnknown]
    }
  }

  /// What a kind of finding is called.
  package func kind(_ kind: FindingKind) -> String {
    switch kind {
    case .disjoint: self[.kindDisjoint]
    case .partisan: self[.kindPartisan]
    case .self: self[.kindSelf]
    case .revision: self[.kindRevision]
    case .regress: self[.kindRegress]
    case .definition: self[.kindDefinition]
    case .whole: self[.kindWhole]
    case .echo: self[.kindEcho]
    case .gap: self[.kindGap]
    case .unbounded: self[.kindUnbounded]
    }
  }

  /// What a kind of finding means.
  package func meaning(_ kind: FindingKind) -> String {
    switch kind {
    case .disjoint: self[.meaningDisjoint]
    case .partisan: self[.meaningPartisan]
    case .self: self[.meaningSelf]
    case .revision: self[.meaningRevision]
    case .regress: self[.meaningRegress]
    case .definition: self[.meaningDefinition]
    case .whole: self[.meaningWhole]
    case .echo: self[.meaningEcho]
    case .gap: self[.meaningGap]
    case .unbounded: self[.meaningUnbounded]
    }
  }

  /// A grade.
  package func grade(_ grade: Grade) -> String {
    switch grade {
    case .confirmed: self[.gradeConfirmed]
    case .fair: self[.gradeFair]
    case .weak: self[.gradeWeak]
    case .contested: self[.gradeContested]
    }
  }

  /// What a grade means.
  package func meaning(_ grade: Grade) -> String {
    switch grade {
    case .confirmed: self[.gradeMeaningConfirmed]
    case .fair: self[.gradeMeaningFair]
    case .weak: self[.gradeMeaningWeak]
    case .contested: self[.gradeMeaningContested]
    }
  }

  /// How firmly a figure is put forward.
  package func stance(_ stance: Stance) -> String {
    switch stance {
    case .asserted: self[.stanceAsserted]
    case .denied: self[.stanceDenied]
    case .hypothetical: self[.stanceHypothetical]
    case .doubted: self[.stanceDoubted]
    }
  }

  /// How to read a report, a paragraph each.
  var howToRead: [String] { [self[.howQuestions], self[.methodRanges], self[.howNumbers]] }

  /// How many of a question's sources agree: '3 of 5'.
  func agreement(_ count: Int, of all: Int) -> String {
    self(.agreementCount, ["count": String(count), "all": String(all)])
  }
}
