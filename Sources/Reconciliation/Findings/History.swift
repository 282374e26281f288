internal import ClaimModel

/// Findings on what one origin said over time.
extension Assembly {
  /// `self`, `revision` and `regress` of every origin of a question.
  func historyFindings(_ question: Question) -> [Finding] {
    question.histories.filter { $0.statements.count > 1 }.flatMap { history in
      [
        selfFinding(question, history), revisionFinding(question, history),
        regressFinding(question, history),
      ].compactMap(\.self)
    }
  }

  /// The `self` finding: one origin, same as-of, numbers that do not meet.
  ///
  /// The widest is told, others are counted.
  private func selfFinding(_ question: Question, _ history: OriginHistory) -> Finding? {
    var widest: (low: Statement, high: Statement, severity: Int)?
    var days = 0
    for range in Self.sameDays(history.statements) where range.count > 1 {
      let statements = history.statements[range]
      guard
        let low = statements.filter({ $0.claim.high != .min })
          .min(by: { $0.claim.high < $1.claim.high }),
        let high = statements.max(by: { $0.claim.low < $1.claim.low }),
        high.claim.low > low.claim.high
      else { continue }
      days += 1
      let severity = OrderOfMagnitude.severity(high.claim.low, over: low.claim.high)
      if severity > widest?.severity ?? -1 { widest = (low, high, severity) }
    }
    guard let (low, high, severity) = widest else { return nil }
    let differ = isPlural(history.origin) ? "differ from themselves" : "differs from itself"
    let others =
      switch days {
      case 1: ""
      case 2: ", and \(differ) on one other date"
      default: ", and \(differ) on \(Wording.grouped(days - 1)) other dates"
      }
    let date = low.date.date.map { " for \($0)" } ?? ""
    let sentence =
      "\(puts(history.origin)) \(victims(question.key))\(date) at both \(figure(low)) and "
      + "\(figure(high))\(others)\(many(history.origin))."
    return finding(
      .self, on: question, severity: severity, claims: [low.claim.id, high.claim.id],
      origins: [history.origin], low: low.claim.high, high: high.claim.low,
      ratio: OrderOfMagnitude.ratio(high.claim.low, over: low.claim.high), sentence: sentence)
  }

  /// Warns of a name under which several may speak, who need not agree.
  private func many(_ origin: Int32) -> String {
    isPlural(origin) ? "; several may speak under this name" : ""
  }

  /// The stretches of statements that are for one day.
  static func sameDays(_ statements: [Statement]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 1...statements.count
    where index == statements.count || statements[index].day != statements[start].day {
      ranges.append(start..<index)
      start = index
    }
    return ranges
  }

  /// `revision`: one origin's number changed over time.
  private func revisionFinding(_ question: Question, _ history: OriginHistory) -> Finding? {
    let dated = history.statements.filter { $0.day != .min }
    guard let first = dated.first, let last = dated.last, first.day < last.day else { return nil }
    var changes = 0
    for (a, b) in zip(dated, dated.dropFirst())
    where a.day < b.day
      && (a.claim.statedLow != b.claim.statedLow || a.claim.statedHigh != b.claim.statedHigh)
    {
      changes += 1
    }
    guard changes > 0 else { return nil }
    let from = Self.middle(first)
    let to = Self.middle(last)
    let steps = changes == 1 ? "" : " in \(Wording.grouped(changes)) steps"
    let ends = "from \(figure(first))\(on(first)) to \(figure(last))\(on(last))\(steps)."
    let sentence =
      "\(possessive(history.origin)) figure for \(victims(question.key)) "
      + (to == from ? "changed and came back, " : to > from ? "rose " : "fell ") + ends
    return finding(
      .revision, on: question,
      severity: OrderOfMagnitude.severity(max(from, to), over: min(from, to)),
      claims: [first.claim.id, last.claim.id], origins: [history.origin], low: min(from, to),
      high: max(from, to), ratio: OrderOfMagnitude.ratio(max(from, to), over: min(from, to)),
      sentence: sentence)
  }

  /// The number that stands for a statement in a comparison over time.
  private static func middle(_ statement: Statement) -> Int {
    let claim = statement.claim
    if claim.best != .min { return claim.best }
    if claim.high != .min { return claim.high }
    return claim.low != .min ? claim.low : claim.statedLow
  }

  /// The `regress` finding: a cumulative count goes down.
  ///
  /// The furthest fall is told, others are counted.
  private func regressFinding(_ question: Question, _ history: OriginHistory) -> Finding? {
    guard question.key.scope == .cumulative else { return nil }
    let dated = history.statements.filter { $0.day != .min }
    var furthest: (before: Statement, after: Statement, severity: Int)?
    var falls = 0
    for (before, after) in zip(dated, dated.dropFirst())
    where before.day < after.day && after.claim.high != .min && before.claim.low > after.claim.high
    {
      falls += 1
      let severity = OrderOfMagnitude.severity(before.claim.low, over: after.claim.high)
      if severity > furthest?.severity ?? -1 { furthest = (before, after, severity) }
    }
    guard let (before, after, severity) = furthest else { return nil }
    let others = falls > 1 ? "; it goes down \(Wording.grouped(falls)) times in all" : ""
    let sentence =
      "\(possessive(history.origin)) running count of \(victims(question.key)) goes "
      + "down, from \(figure(before))\(on(before)) to \(figure(after))\(on(after))\(others)\(many(history.origin))."
    return finding(
      .regress, on: question, severity: severity, claims: [before.claim.id, after.claim.id],
      origins: [history.origin], low: after.claim.high, high: before.claim.low,
      ratio: OrderOfMagnitude.ratio(before.claim.low, over: after.claim.high), sentence: sentence)
  }
}
