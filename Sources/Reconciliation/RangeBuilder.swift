internal import ClaimModel

/// Makes the row of `ranges.csv` of one question.
struct RangeBuilder {
  let key: QuestionKey
  let id: String
  let histories: [OriginHistory]
  let perspectives: [Perspective]
  let assembly: Assembly

  /// The range; claims and dates are the caller's to fill in.
  var range: QuestionRange {
    var range = QuestionRange(id: id, key: key)
    range.echoes = histories.reduce(0) { $0 + $1.echoes }
    range.answers = zip(histories, perspectives).map(answer)
    setEnds(of: &range)
    range.best = best(under: assembly.options.rule)
    range.agreements = Marzullo.agreements(of: range.answers.map(\.interval)).map { found in
      Agreement(
        interval: found.interval, origins: found.members.map { range.answers[$0].origin })
    }
    if let low = range.low, let high = range.high {
      range.spreadRatio = OrderOfMagnitude.ratio(high, over: low)
    }
    range.grade = Self.grade(of: range.answers)
    for perspective in Perspective.allCases {
      let answers = range.answers.filter { $0.perspective == perspective }
      if answers.isEmpty { continue }
      range.perspectives[perspective] = PerspectiveRange(
        low: answers.compactMap(\.interval.low).min(),
        high: answers.compactMap(\.interval.high).max(), origins: answers.count)
    }
    return range
  }

  private func answer(_ history: OriginHistory, _ perspective: Perspective) -> OriginAnswer {
    let current = history.current
    let entry = assembly.origins[Int(history.origin)]
    let limit = assembly.options.listLimit ?? .max
    let names = assembly.names
    return OriginAnswer(
      origin: entry.name, perspective: perspective, interval: current.claim.interval,
      current: names.name(of: current.claim.id),
      echoes: history.statements.reversed().lazy.flatMap(\.echoes).prefix(limit)
        .map { names.name(of: $0) },
      revisions: history.statements.dropLast().suffix(limit).map { names.name(of: $0.claim.id) },
      quantity: current.claim.quantity, expression: assembly.strings[current.claim.expression],
      asOf: date(of: current), side: entry.side, type: entry.type,
      isDocument: entry.isDocument)
  }

  /// When a statement's figure was so, as far as anything says.
  private func date(of statement: Statement) -> PartialDate? {
    let claim = statement.claim
    return [statement.date, claim.to, claim.from, claim.published].lazy.compactMap(\.date).first
  }

  /// The hull of the current answers, and who stands at its ends: of several, the first by name.
  private func setEnds(of range: inout QuestionRange) {
    for answer in range.answers {
      if let low = answer.interval.low, low < range.low ?? .max {
        range.low = low
        range.lowOrigin = answer.origin
      }
      if let high = answer.interval.high, high > range.high ?? .min {
        range.high = high
        range.highOrigin = answer.origin
      }
      if answer.interval.high == nil, answer.interval.low != nil { range.highOpen = true }
    }
    if assembly.options.rule == .airwars { setReportedEnds(of: &range) }
  }

  /// Airwars counts 'at least 20' as a report of 20: the range ends at the highest number reported.
  private func setReportedEnds(of range: inout QuestionRange) {
    for answer in range.answers {
      let reported = answer.interval.high ?? answer.interval.best ?? answer.interval.low
      if let reported, reported > range.high ?? .min {
        range.high = reported
        range.highOrigin = answer.origin
      }
    }
  }

  private func best(under rule: RangeRule) -> Int? {
    let currents = histories.map(\.current).filter { $0.claim.best != .min }
    let figures = currents.map(\.claim.best)
    switch rule {
    case .median: return Self.median(figures)
    case .airwars: return nil
    case .acled: return figures.min()
    case .gtd:
      let newest = Self.newest(currents)
      var votes: [Int: Int] = [:]
      for figure in newest { votes[figure, default: 0] += 1 }
      return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    case .latest: return Self.median(Self.newest(currents))
    }
  }

  private static func newest(_ statements: [Statement]) -> [Int] {
    let day = statements.map(\.day).max()
    return statements.filter { $0.day == day }.map(\.claim.best)
  }

  /// The middle figure; of an even number the mean of the two in the middle, rounded down.
  static func median(_ figures: [Int]) -> Int? {
    guard !figures.isEmpty else { return nil }
    let sorted = figures.sorted()
    let upper = sorted[sorted.count / 2]
    if sorted.count % 2 == 1 { return upper }
    let lower = sorted[sorted.count / 2 - 1]
    return lower + (upper - lower) / 2
  }

  /// How firm an answer is, after Airwars' grading.
  ///
  /// Contested comes first: where two current intervals do not meet, no agreement of others makes
  /// the answer firm. Confirmed needs the victims' own side, or the side that fights it, to meet
  /// another origin.
  static func grade(of answers: [OriginAnswer]) -> Grade {
    let known = answers.filter { $0.interval.low != nil || $0.interval.high != nil }
    if known.count < 2 { return .weak }
    let highestLow = known.compactMap(\.interval.low).max() ?? .min
    let lowestHigh = known.compactMap(\.interval.high).min() ?? .max
    if highestLow > lowestHigh { return .contested }
    // On a line, intervals that meet in pairs meet all together.
    let isInvolved = known.contains { $0.perspective == .own || $0.perspective == .adversary }
    return isInvolved ? .confirmed : .fair
  }
}
