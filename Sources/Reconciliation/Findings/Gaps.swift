internal import ClaimModel

/// Findings on sides that publish no figure where others do.
extension Assembly {
  private typealias Answer = (question: Question, history: OriginHistory)

  /// `gap`: the victims' own side gives no figure where others do.
  ///
  /// It is looked for where a conflict is known, or where the adversary counts and the side itself
  /// does not; any outcome or status that the side counts fills the gap. Of a conflict's many
  /// periods it is told once.
  func gapFindings(_ questions: [Question]) -> [Finding] {
    Family.gather(questions, periodsTogether: true).compactMap(gapFinding)
  }

  private func gapFinding(_ family: Family) -> Finding? {
    let key = family.key
    guard !key.party.isEmpty, parties.members(key.party).count == 1 else { return nil }
    let perspectives = family.questions.flatMap(\.perspectives)
    guard !perspectives.contains(.own) else { return nil }
    let quotes = silences.filter { silence in
      silence.party == key.party || facts.party(silence.party) == key.party
    }
    let isWar = !key.conflict.isEmpty || perspectives.contains(.adversary)
    guard isWar || !quotes.isEmpty, parties.knows(key.party) || !quotes.isEmpty else { return nil }
    let answers = answers(of: family)
    guard !answers.isEmpty else { return nil }
    let side = parties.adjective(key.party).map { "\($0) source" } ?? "source of \(key.party)'s own"
    let events = Set(family.questions.map(\.key.event)).sorted()
    var sentence =
      "No \(side) gives a figure of \(possessive(party: key.party)) own losses\(span(events, of: key)), though "
      + shown(answers.prefix(3), withEvents: events.count > 1)
    if answers.count > 3 {
      let rest = answers.count - 3
      sentence +=
        "; \(Wording.grouped(rest)) more \(rest == 1 ? "figure comes" : "figures come") from others"
    }
    if let said = quotes.first { sentence += "; \(said.documentID) says so: '\(said.quote)'" }
    let currents = answers.map(\.history.current.claim)
    let origins = answers.map(\.history.origin)
    return finding(
      .gap, on: family.questions.count == 1 ? family.questions[0] : nil,
      severity: OrderOfMagnitude.severity(Set(origins).count + 1, over: 1),
      claims: currents.map(\.id), origins: origins, low: currents.compactMap(\.interval.low).min(),
      high: currents.compactMap(\.interval.high).max(),
      sentence: sentence + (sentence.hasSuffix("'") ? "" : "."), quotes: quotes.map(\.quote),
      questions: family.questions.map(\.id).sorted(), apart: key.party)
  }

  /// The current figures on a side's losses, the largest first.
  private func answers(of family: Family) -> [Answer] {
    family.questions.flatMap { question in
      question.histories.map { (question: question, history: $0) }
    }
    .filter { !$0.history.current.claim.isBlank }
    .sorted {
      let a = $0.history.current.claim
      let b = $1.history.current.claim
      let aLow = max(a.low, a.best)
      let bLow = max(b.low, b.best)
      if aLow != bLow { return aLow > bLow }
      let aName = name($0.history.origin)
      let bName = name($1.history.origin)
      return aName != bName ? aName < bName : $0.question.id < $1.question.id
    }
  }

  /// What the questions are on, for a sentence: an event, a war where the party fights several, or
  /// how many periods.
  private func span(_ events: [String], of key: Family.Key) -> String {
    let conflict = partiesOfSeveralWars.contains(key.party) ? key.conflict : ""
    let isOne = events.count == 1 || events.contains("")
    let named = [isOne ? events.first ?? "" : "", conflict].filter { !$0.isEmpty }
    return (isOne ? "" : " in any of \(Wording.grouped(events.count)) periods")
      + (named.isEmpty ? "" : " (\(named.joined(separator: ", ")))")
  }

  /// Some figures, those of one origin under its one name: 'A puts x at 1 and y at 2, B puts z at 3'.
  private func shown(_ answers: ArraySlice<Answer>, withEvents: Bool) -> String {
    var origins: [Int32] = []
    for answer in answers where !origins.contains(answer.history.origin) {
      origins.append(answer.history.origin)
    }
    return Wording.list(
      origins.map { origin in
        let figures = answers.filter { $0.history.origin == origin }.map {
          "\(victims($0.question.key, withEvent: withEvents)) "
            + Wording.at(figure($0.history.current))
        }
        return "\(puts(origin)) \(Wording.list(figures))"
      })
  }
}
