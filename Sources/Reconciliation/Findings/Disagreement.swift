internal import ClaimModel

/// Findings on origins whose current figures cannot both be right.
extension Assembly {
  /// `disjoint`: two origins' current intervals do not meet.
  func disjointFindings(_ question: Question) -> [Finding] {
    let currents = question.currents
    let origins = question.histories.map(\.origin)
    return pairs(of: currents).compactMap { a, b in
      disjoint(question, (origins[a], currents[a]), (origins[b], currents[b]))
    }
  }

  /// Which statements are compared: each with each, or each with the extremes where they are many.
  private func pairs(of statements: [Statement]) -> [(Int, Int)] {
    let count = statements.count
    guard count > 1 else { return [] }
    if count * (count - 1) / 2 <= options.pairLimit {
      return (0..<count - 1).flatMap { a in (a + 1..<count).map { (a, $0) } }
    }
    let known = statements.indices
    guard
      let lowest = known.filter({ statements[$0].claim.high != .min })
        .min(by: { statements[$0].claim.high < statements[$1].claim.high }),
      let highest = known.max(by: { statements[$0].claim.low < statements[$1].claim.low })
    else { return [] }
    var pairs: [(Int, Int)] = []
    for index in known where index != lowest {
      pairs.append((min(index, lowest), max(index, lowest)))
    }
    for index in known where index != highest && index != lowest {
      pairs.append((min(index, highest), max(index, highest)))
    }
    return pairs
  }

  private func disjoint(
    _ question: Question, _ a: (origin: Int32, statement: Statement),
    _ b: (origin: Int32, statement: Statement)
  ) -> Finding? {
    guard !a.statement.claim.interval.meets(b.statement.claim.interval) else { return nil }
    let aIsHigher =
      (a.statement.claim.interval.low ?? .min) > (b.statement.claim.interval.high ?? .max)
    let (high, low) = aIsHigher ? (a, b) : (b, a)
    guard let bottom = high.statement.claim.interval.low,
      let top = low.statement.claim.interval.high
    else { return nil }
    let comparison = comparison(
      bottom: bottom, top: top,
      isPlain: isPlain(high.statement, at: bottom) && isPlain(low.statement, at: top))
    let sentence =
      "\(puts(high.origin)) \(victims(question.key)) at \(figure(high.statement)), \(comparison) "
      + "\(Wording.possessive(name(low.origin))) \(figure(low.statement))"
      + "\(apart(high.statement, low.statement))."
    return finding(
      .disjoint, on: question, severity: OrderOfMagnitude.severity(bottom, over: top),
      claims: [high.statement.claim.id, low.statement.claim.id],
      origins: [high.origin, low.origin], low: top, high: bottom,
      ratio: OrderOfMagnitude.ratio(bottom, over: top), sentence: sentence)
  }

  /// Whether a statement's figure is the number that is compared, with no bound or rounding.
  func isPlain(_ statement: Statement, at number: Int) -> Bool {
    statement.claim.low == number && statement.claim.high == number
  }

  /// `partisan`: the victims' own side and its adversaries give ranges that do not meet.
  func partisanFindings(_ question: Question) -> [Finding] {
    let own = members(of: question, .own)
    let adversary = members(of: question, .adversary)
    guard let ours = hull(own), let theirs = hull(adversary), !ours.meets(theirs) else { return [] }
    let theirsIsHigher = (theirs.low ?? .min) > (ours.high ?? .max)
    guard let bottom = theirsIsHigher ? theirs.low : ours.low,
      let top = theirsIsHigher ? ours.high : theirs.high
    else { return [] }
    let third = members(of: question, .thirdParty)
    let ratio = OrderOfMagnitude.ratio(bottom, over: top)
    var sentence = "\(sides(own)) \(put(own)) \(victims(question.key)) at \(span(own))"
    sentence += ", \(sides(adversary)) at \(span(adversary))"
    if let ratio, ratio >= 1095 {
      let side = theirsIsHigher ? "the adversary's count" : "the side's own count"
      sentence += ": \(side) is at least \(Wording.times(ratio)) times the other"
    }
    sentence += third.isEmpty ? "." : "; third parties (\(sides(third))) say \(span(third))."
    let all = own + adversary + third
    return [
      finding(
        .partisan, on: question, severity: OrderOfMagnitude.severity(bottom, over: top),
        claims: all.map(\.statement.claim.id), origins: all.map(\.origin), low: top, high: bottom,
        ratio: ratio, sentence: sentence)
    ]
  }

  private typealias Member = (origin: Int32, statement: Statement)

  private func members(of question: Question, _ perspective: Perspective) -> [Member] {
    zip(question.histories, question.perspectives).filter {
      $1 == perspective && !$0.current.claim.isBlank
    }
    .map { ($0.0.origin, $0.0.current) }
  }

  private func hull(_ members: [Member]) -> Interval? {
    guard !members.isEmpty else { return nil }
    let intervals = members.map(\.statement.claim.interval)
    return Interval(
      low: intervals.contains { $0.low == nil } ? nil : intervals.compactMap(\.low).min(),
      best: nil,
      high: intervals.contains { $0.high == nil } ? nil : intervals.compactMap(\.high).max())
  }

  private func sides(_ members: [Member]) -> String {
    Wording.list(members.map { name($0.origin) })
  }

  private func put(_ members: [Member]) -> String {
    members.count > 1 || Wording.isPlural(name(members[0].origin)) ? "put" : "puts"
  }

  private func span(_ members: [Member]) -> String {
    if members.count == 1 { return figure(members[0].statement) }
    return hull(members).map(Wording.ends) ?? "an unknown number"
  }
}
