import ClaimModel

/// The one sentence to read before all others: what moved, who came and who withdrew.
///
/// 'Ukraine's own count of its killed rose from 46,000 to 55,000; two origins withdrew.'
package struct DiffHeadline: Hashable, Sendable {
  /// The sentence.
  package let sentence: String

  /// The headline of a diff.
  ///
  /// - Parameters:
  ///   - diff: what changed claim by claim.
  ///   - moves: what changed question by question; empty where nobody reconciled.
  package init(of diff: CorpusDiff, moves: [QuestionMove] = []) {
    var clauses: [String] = []
    clauses += Self.weightiestMove(moves, diff).map { [$0] } ?? []
    clauses += Self.comingsAndGoings(moves)
    clauses += Self.findings(moves)
    if clauses.isEmpty { clauses = [Self.tally(diff)] }
    let text = clauses.joined(separator: "; ")
    sentence = text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A figure that moved, with how much it matters.
  private struct Move {
    var isOwn: Bool
    var clause: String
    var old: Int
    var new: Int

    /// How many thousandths the greater number is of the lesser.
    var weight: Int {
      let (scaled, overflow) = max(old, new).multipliedReportingOverflow(by: 1000)
      return overflow ? Int.max : scaled / max(1, min(old, new))
    }
  }

  private static func weightiestMove(_ moves: [QuestionMove], _ diff: CorpusDiff) -> String? {
    var found = moves.flatMap { ownMoves($0) + rangeMoves($0) }
    if found.isEmpty { found = diff.changes.compactMap(claimMove) }
    return found.max {
      ($0.isOwn ? 1 : 0, $0.weight, $1.clause) < ($1.isOwn ? 1 : 0, $1.weight, $0.clause)
    }?.clause
  }

  /// How the counts of the victims' own side moved: of each origin that gives one in both corpora,
  /// else from the only one before to the only one now.
  private static func ownMoves(_ move: QuestionMove) -> [Move] {
    guard let old = move.old, let new = move.new, !new.party.isEmpty else { return [] }
    let before = old.origins.filter { $0.perspective == "own" }
    let now = new.origins.filter { $0.perspective == "own" }
    var pairs = move.revisions.filter { $0.new.perspective == "own" }.map { ($0.old, $0.new) }
    if pairs.isEmpty, before.count == 1, now.count == 1, before[0].interval != now[0].interval {
      pairs = [(before[0], now[0])]
    }
    let subject = "\(possessive(new.party)) own count of its \(people(new.outcome))"
    return pairs.compactMap { old, new in
      guard let from = old.interval.low ?? old.interval.high,
        let to = new.interval.low ?? new.interval.high
      else { return nil }
      let name = before.count > 1 || now.count > 1 ? " (\(new.origin))" : ""
      let text = clause(subject, old.interval, new.interval, from, to) + name
      return Move(isOwn: true, clause: text, old: from, new: to)
    }
  }

  /// How the ends of a question's range moved.
  private static func rangeMoves(_ move: QuestionMove) -> [Move] {
    guard let old = move.old, let new = move.new else { return [] }
    var moves: [Move] = []
    let victims = victims(new.party, new.outcome)
    for (end, before, now) in [
      ("lowest", old.range.low, new.range.low), ("highest", old.range.high, new.range.high),
    ] {
      guard let before, let now, before != now else { continue }
      let text = clause(
        "the \(end) figure for \(victims)", Interval(exactly: before), Interval(exactly: now),
        before, now)
      moves.append(Move(isOwn: false, clause: text, old: before, new: now))
    }
    return moves
  }

  /// How a revised claim moved, where no questions were compared.
  private static func claimMove(_ change: ClaimChange) -> Move? {
    guard change.kind == .revised, let old = change.old, let new = change.new else { return nil }
    let isOwn = !new.party.isEmpty && new.attribution.side == new.party
    let name = new.attribution.source.isEmpty ? new.publisher : new.attribution.source
    let subject =
      isOwn
      ? "\(possessive(new.party)) own count of its \(people(new.outcome))"
      : "\(name.isEmpty ? "the" : possessive(name)) figure for \(victims(new.party, new.outcome))"
    let (from, to) = (old.quantity.low, new.quantity.low)
    let verb = to == from ? "moved" : to > from ? "rose" : "fell"
    let text =
      "\(subject) \(verb) from \(FigureWords.figure(of: old)) to \(FigureWords.figure(of: new))"
    return Move(isOwn: isOwn, clause: text, old: from, new: to)
  }

  private static func clause(
    _ subject: String, _ before: Interval, _ now: Interval, _ from: Int, _ to: Int
  ) -> String {
    let verb = to == from ? "moved" : to > from ? "rose" : "fell"
    return "\(subject) \(verb) from \(FigureWords.interval(before)) to \(FigureWords.interval(now))"
  }

  private static func comingsAndGoings(_ moves: [QuestionMove]) -> [String] {
    let before = Set(moves.flatMap { $0.old?.origins ?? [] }.map(\.origin))
    let now = Set(moves.flatMap { $0.new?.origins ?? [] }.map(\.origin))
    return [(now.subtracting(before), "joined"), (before.subtracting(now), "withdrew")]
      .filter { !$0.0.isEmpty }
      .map { names, verb in
        names.count == 1
          ? "\(names.sorted()[0]) \(verb)"
          : "\(FigureWords.counted(names.count, "origin")) \(verb)"
      }
  }

  private static func findings(_ moves: [QuestionMove]) -> [String] {
    let raised = moves.reduce(0) { $0 + $1.findingsRaised.count }
    let settled = moves.reduce(0) { $0 + $1.findingsSettled.count }
    var clauses: [String] = []
    if raised > 0 {
      clauses.append(
        FigureWords.counted(raised, "new discrepancy", plural: "new discrepancies"))
    }
    if settled > 0 {
      clauses.append(
        FigureWords.counted(settled, "discrepancy", plural: "discrepancies") + " settled")
    }
    return clauses
  }

  /// How many claims are of each kind.
  static func tally(_ diff: CorpusDiff) -> String {
    let counted = ChangeKind.allCases.filter { $0 != .unchanged && diff.counts[$0, default: 0] > 0 }
    guard !counted.isEmpty else { return "nothing changed" }
    let parts = counted.enumerated().map { position, kind in
      let count = diff.counts[kind, default: 0]
      return position == 0
        ? "\(FigureWords.counted(count, "claim")) \(kind.rawValue)"
        : "\(FigureWords.counted(count, "").dropLast(count == 1 ? 1 : 2)) \(kind.rawValue)"
    }
    return FigureWords.list(parts, atMost: 8)
  }

  private static func possessive(_ name: String) -> String {
    name.hasSuffix("s") ? name + "'" : name + "'s"
  }

  private static func people(_ outcome: Outcome) -> String {
    switch outcome {
    case .killed: "killed"
    case .injured: "injured"
    case .casualties: "casualties"
    case .missing: "missing"
    case .captured: "captured"
    case .displaced: "displaced"
    }
  }

  private static func victims(_ party: String, _ outcome: Outcome) -> String {
    party.isEmpty ? "the \(people(outcome))" : "\(possessive(party)) \(people(outcome))"
  }
}
