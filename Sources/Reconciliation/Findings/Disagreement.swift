internal import ClaimModel

/// The gap between two intervals that do not meet.
struct Gap {
  /// The low of the higher interval.
  let bottom: Int
  /// The high of the lower interval.
  let top: Int
  /// Whether the first of the two is the higher one.
  let firstIsHigher: Bool

  /// - Returns: nil where the two intervals meet.
  init?(_ a: Statement, _ b: Statement) {
    let first = a.claim.interval
    let second = b.claim.interval
    guard !first.meets(second) else { return nil }
    firstIsHigher = (first.low ?? .min) > (second.high ?? .max)
    guard let bottom = firstIsHigher ? first.low : second.low,
      let top = firstIsHigher ? second.high : first.high
    else { return nil }
    self.bottom = bottom
    self.top = top
  }
}

/// Findings on origins whose current figures cannot both be right.
extension Assembly {
  /// `disjoint`: two origins' current intervals do not meet.
  ///
  /// Running counts of different days differ because time went by. Where both origins counted at
  /// about one time, that is what is compared: a gap that was there already is told by the figures
  /// of that time, and one that was not is told as such, with no severity.
  func disjointFindings(_ question: Question) -> [Finding] {
    let histories = question.histories
    return pairs(of: question.currents).compactMap { a, b in
      disjoint(question, histories[a], histories[b])
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
    // Of very many, the widest gaps: nobody reads thousands of findings on one question.
    let gaps = pairs.compactMap { pair in
      Gap(statements[pair.0], statements[pair.1]).map {
        (pair: pair, severity: OrderOfMagnitude.severity($0.bottom, over: $0.top))
      }
    }
    let widest = gaps.sorted {
      ($1.severity, $0.pair.0, $0.pair.1) < ($0.severity, $1.pair.0, $1.pair.1)
    }
    return widest.prefix(options.pairLimit).map(\.pair)
  }

  private typealias Member = (origin: Int32, statement: Statement)

  private func disjoint(
    _ question: Question, _ a: OriginHistory, _ b: OriginHistory
  ) -> Finding? {
    let currents: (Member, Member) = ((a.origin, a.current), (b.origin, b.current))
    guard let gap = Gap(currents.0.statement, currents.1.statement) else { return nil }
    let (high, low) = gap.firstIsHigher ? currents : (currents.1, currents.0)
    let isRunning = question.key.scope == .cumulative
    // A running count that is not twice an older one may have grown.
    let isGrowth =
      isRunning && low.statement.day < high.statement.day && gap.bottom / 2 < gap.top
    let apart = apart(high.statement, low.statement, isGrowth: isGrowth)
    guard isRunning, let sameTime = sameTime(a, b) else {
      return disjoint(question, high, low, gap, note: apart + ".", isGrave: true)
    }
    guard let then = Gap(sameTime.0, sameTime.1) else {
      let date = older(sameTime).date.date
      let note = "\(apart), and agreed\(date.map { " on \($0)" } ?? "")."
      return disjoint(question, high, low, gap, note: note, isGrave: false)
    }
    let first: Member = (a.origin, sameTime.0)
    let second: Member = (b.origin, sameTime.1)
    let (higher, lower) = then.firstIsHigher ? (first, second) : (second, first)
    let isCurrent = sameTime.0.day == a.current.day && sameTime.1.day == b.current.day
    let date = older(sameTime).date.date
    let note = isCurrent ? apart + "." : date.map { ", as of \($0)." } ?? "."
    return disjoint(question, higher, lower, then, note: note, isGrave: true)
  }

  private func disjoint(
    _ question: Question, _ high: Member, _ low: Member, _ gap: Gap, note: String, isGrave: Bool
  ) -> Finding {
    let comparison = comparison(
      bottom: gap.bottom, top: gap.top,
      isPlain: isPlain(high.statement, at: gap.bottom) && isPlain(low.statement, at: gap.top))
    let sentence =
      "\(puts(high.origin)) \(victims(question.key)) \(Wording.at(figure(high.statement))), \(comparison) "
      + "\(possessive(low.origin)) \(figure(low.statement))\(note)"
    return finding(
      .disjoint, on: question,
      severity: isGrave ? OrderOfMagnitude.severity(gap.bottom, over: gap.top) : 0,
      claims: [high.statement.claim.id, low.statement.claim.id],
      origins: [high.origin, low.origin], low: gap.top, high: gap.bottom,
      ratio: OrderOfMagnitude.ratio(gap.bottom, over: gap.top), sentence: sentence)
  }

  private func older(_ pair: (Statement, Statement)) -> Statement {
    pair.0.day <= pair.1.day ? pair.0 : pair.1
  }

  /// What two origins said at about one time: the older of their current statements, and what the
  /// other said around that day; nil where that tells nothing.
  private func sameTime(_ a: OriginHistory, _ b: OriginHistory) -> (Statement, Statement)? {
    guard a.current.day != .min, b.current.day != .min else { return nil }
    if a.current.day <= b.current.day {
      return counterpart(of: a.current, in: b).map { (a.current, $0) }
    }
    return counterpart(of: b.current, in: a).map { ($0, b.current) }
  }

  /// What a running count is compared with: the other's latest up to its day; where the other was
  /// below it then and above it soon after, the figure that it passed; where the other began after
  /// it, its first, as long as that is not higher, which time alone may have made it.
  private func counterpart(of statement: Statement, in other: OriginHistory) -> Statement? {
    let (before, after) = other.statements(around: statement.day)
    guard let before else {
      return after.flatMap { after in
        Gap(statement, after).map { $0.firstIsHigher } ?? true ? after : nil
      }
    }
    guard let after, before.day < statement.day, let gap = Gap(statement, before),
      gap.firstIsHigher
    else { return before }
    var between = before
    between.claim.high = after.claim.high == .min ? .min : max(before.claim.high, after.claim.high)
    return Gap(statement, between) == nil ? between : after
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
    var sentence = "\(sides(own)) \(put(own)) \(victims(question.key)) \(Wording.at(span(own)))"
    sentence += ", \(sides(adversary)) \(Wording.at(span(adversary)))"
    if let ratio, ratio >= 1095 {
      let side = theirsIsHigher ? "the adversary's count" : "the side's own count"
      sentence += ": \(side) is at least \(Wording.times(ratio)) times the other"
    }
    sentence += third.isEmpty ? "." : "; \(say(third))."
    let all = own + adversary + third
    return [
      finding(
        .partisan, on: question, severity: OrderOfMagnitude.severity(bottom, over: top),
        claims: all.map(\.statement.claim.id), origins: all.map(\.origin), low: top, high: bottom,
        ratio: ratio, sentence: sentence)
    ]
  }

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

  /// What third parties say: each by name where they are few.
  private func say(_ third: [Member]) -> String {
    if third.count > 3 { return "third parties (\(sides(third))) say \(span(third))" }
    let figures = third.map { "\(name($0.origin)) \(figure($0.statement))" }
    return (third.count == 1 ? "a third party says: " : "third parties say: ")
      + Wording.list(figures)
  }

  private func sides(_ members: [Member]) -> String {
    Wording.list(members.map { name($0.origin) })
  }

  private func put(_ members: [Member]) -> String {
    members.count > 1 || isPlural(members[0].origin) ? "put" : "puts"
  }

  private func span(_ members: [Member]) -> String {
    if members.count == 1 { return figure(members[0].statement) }
    return hull(members).map(Wording.ends) ?? "an unknown number"
  }
}
