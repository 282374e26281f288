internal import ClaimModel

/// Findings on what is missing: independent sources, a side's own figure, an upper bound.
extension Assembly {
  /// `echo`: several outlets carry one origin's figure.
  func echoFindings(_ question: Question) -> [Finding] {
    question.histories.compactMap { history in
      // The statement that the most outlets carry; of several the latest.
      guard let most = history.statements.max(by: { carriers($0) < carriers($1) }),
        carriers(most) > 1
      else { return nil }
      let outlets = most.publishers.filter { $0 >= 0 }.map { name($0) }.sorted()
      let sentence =
        "\(Wording.grouped(outlets.count)) outlets (\(Wording.list(outlets))) carry "
        + "\(possessive(history.origin)) \(figure(most)) for "
        + "\(victims(question.key)): one origin, not \(Wording.grouped(outlets.count))."
      return finding(
        .echo, on: question, severity: OrderOfMagnitude.severity(outlets.count, over: 1),
        claims: [most.claim.id] + most.echoes.prefix(options.listLimit ?? .max),
        origins: [history.origin], low: most.claim.interval.low, high: most.claim.interval.high,
        ratio: outlets.count * 1000, sentence: sentence)
    }
  }

  private func carriers(_ statement: Statement) -> Int {
    statement.publishers.count { $0 >= 0 }
  }

  /// `unbounded`: only lower or only upper bounds are known.
  func unboundedFindings(_ question: Question) -> [Finding] {
    let known = zip(question.histories, question.currents).filter { !$1.claim.isBlank }
    guard !known.isEmpty else { return [] }
    let isOpenAbove = known.allSatisfy { $1.claim.high == .min }
    // 'Up to 20' has 0 as its low, which bounds nothing.
    let isOpenBelow = known.allSatisfy {
      $1.claim.low == .min || ($1.claim.low == 0 && $1.claim.best == .min)
    }
    guard isOpenAbove || isOpenBelow else { return [] }
    let bounds = known.map { isOpenAbove ? $1.claim.low : $1.claim.high }
    guard let bound = isOpenAbove ? bounds.max() : bounds.min(),
      let tightest = known.first(where: { (isOpenAbove ? $1.claim.low : $1.claim.high) == bound })
    else { return [] }
    let sentence =
      "Only \(isOpenAbove ? "lower" : "upper") bounds are known for \(victims(question.key)): "
      + "\(puts(tightest.0.origin)) them \(Wording.at(figure(tightest.1)))"
      + (known.count > 1 ? ", the tightest of \(Wording.grouped(known.count))." : ".")
    return [
      finding(
        .unbounded, on: question, severity: 0, claims: [tightest.1.claim.id],
        origins: [tightest.0.origin], low: isOpenAbove ? bound : nil,
        high: isOpenAbove ? nil : bound, sentence: sentence)
    ]
  }

  /// `gap`: the victims' own side gives no figure where others do.
  ///
  /// It is looked for where a conflict is known, or where the adversary counts and the side itself
  /// does not; any outcome or status that the side counts fills the gap.
  func gapFindings(_ family: Family) -> [Finding] {
    let key = family.key
    guard !key.party.isEmpty, parties.members(key.party).count == 1 else { return [] }
    let perspectives = family.questions.flatMap(\.perspectives)
    guard !perspectives.contains(.own) else { return [] }
    let quotes = silences.filter { silence in
      silence.party == key.party || facts.party(silence.party) == key.party
    }
    let isWar = !key.conflict.isEmpty || perspectives.contains(.adversary)
    guard isWar || !quotes.isEmpty, parties.knows(key.party) || !quotes.isEmpty else {
      return []
    }
    let answers = family.questions.flatMap { question in
      question.histories.map { (question: question, history: $0) }
    }
    .filter { !$0.history.current.claim.isBlank }
    .sorted {
      let a = $0.history.current.claim
      let b = $1.history.current.claim
      let aLow = max(a.low, a.best)
      let bLow = max(b.low, b.best)
      return aLow != bLow ? aLow > bLow : name($0.history.origin) < name($1.history.origin)
    }
    guard !answers.isEmpty else { return [] }
    let shown = answers.prefix(3).map {
      "\(puts($0.history.origin)) \(victims($0.question.key)) \(Wording.at(figure($0.history.current)))"
    }
    let side = parties.adjective(key.party).map { "\($0) source" } ?? "source of \(key.party)'s own"
    let event = key.event.isEmpty ? "" : " (\(key.event))"
    var sentence =
      "No \(side) gives a figure of \(possessive(party: key.party)) own losses\(event), though "
      + Wording.list(Array(shown), atMost: 3)
    if answers.count > shown.count {
      sentence += "; \(Wording.grouped(answers.count - shown.count)) more figures come from others"
    }
    if let said = quotes.first { sentence += "; \(said.documentID) says so: '\(said.quote)'" }
    var questions = family.questions.map(\.id)
    questions.sort()
    let origins = Set(answers.map(\.history.origin))
    let lows = answers.compactMap(\.history.current.claim.interval.low)
    let highs = answers.compactMap(\.history.current.claim.interval.high)
    return [
      finding(
        .gap, on: family.questions.count == 1 ? family.questions[0] : nil,
        severity: OrderOfMagnitude.severity(origins.count + 1, over: 1),
        claims: answers.map(\.history.current.claim.id), origins: answers.map(\.history.origin),
        low: lows.min(), high: highs.max(),
        sentence: sentence + (sentence.hasSuffix("'") ? "" : "."),
        quotes: quotes.map(\.quote), questions: questions, apart: key.party)
    ]
  }
}
