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
    let weightiest =
      Self.weightiest(of: moves)
      ?? diff.changes.lazy.compactMap(Self.claimMove).max(by: Move.isLess)?.clause
    self.init(weightiest, moves, otherwise: Self.tally(diff))
  }

  /// The headline of questions alone.
  package init(ofQuestions moves: [QuestionMove]) {
    self.init(Self.weightiest(of: moves), moves, otherwise: "no range moved")
  }

  private init(_ weightiest: String?, _ moves: [QuestionMove], otherwise: String) {
    var clauses = weightiest.map { [$0] } ?? []
    clauses += Self.comingsAndGoings(moves)
    clauses += Self.findings(moves)
    if clauses.isEmpty { clauses = [otherwise] }
    let text = clauses.joined(separator: "; ")
    sentence = text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A figure that moved, with how much it matters.
  private struct Move {
    /// Whether it is a side's own count of all its losses, which is news whatever else moved.
    var isOwn: Bool
    var clause: String
    var old: Int
    var new: Int

    /// By how many thousandths the greater number is above the lesser, times the digits that the
    /// greater has as a binary number: of equal ratios, the one of more people weighs more.
    var weight: Int {
      let (scaled, overflow) = max(old, new).multipliedReportingOverflow(by: 1000)
      if overflow { return Int.max }
      let size = Int.bitWidth - max(old, new, 1).leadingZeroBitCount
      let (weight, isTooMuch) = (scaled / max(1, min(old, new)) - 1000)
        .multipliedReportingOverflow(by: size)
      return isTooMuch ? Int.max : weight
    }

    static func isLess(_ a: Move, _ b: Move) -> Bool {
      (a.isOwn ? 1 : 0, a.weight, b.clause) < (b.isOwn ? 1 : 0, b.weight, a.clause)
    }
  }

  private static func weightiest(of moves: [QuestionMove]) -> String? {
    moves.flatMap { ownMoves($0) + rangeMoves($0) }.max(by: Move.isLess)?.clause
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
    let subject = "\(possessive(new.party)) own count of its \(people(new.outcome))" + setting(new)
    let isWhole = new.scope == .cumulative && new.part.isEmpty
    return pairs.compactMap { old, new in
      guard let from = old.interval.low ?? old.interval.high,
        let to = new.interval.low ?? new.interval.high
      else { return nil }
      let isOneOfSeveral = (before.count > 1 || now.count > 1) && new.origin != move.new?.party
      let name = isOneOfSeveral ? " (\(new.origin))" : ""
      let text = clause(subject, old.figure, new.figure, from, to) + name
      return Move(isOwn: isWhole, clause: text, old: from, new: to)
    }
  }

  /// How the ends of a question's range moved, or the figure of its only origin.
  private static func rangeMoves(_ move: QuestionMove) -> [Move] {
    guard let old = move.old, let new = move.new else { return [] }
    let victims = victims(new.party, new.outcome) + setting(new)
    if old.origins.count == 1, new.origins.count == 1, let revision = move.revisions.first {
      let (before, now) = (revision.old.interval, revision.new.interval)
      guard let from = before.low ?? before.high, let to = now.low ?? now.high else { return [] }
      let subject = "\(possessive(revision.new.origin)) figure for \(victims)"
      let text = clause(subject, revision.old.figure, revision.new.figure, from, to)
      return [Move(isOwn: false, clause: text, old: from, new: to)]
    }
    var moves: [Move] = []
    for (end, before, now) in [
      ("lowest", old.range.low, new.range.low), ("highest", old.range.high, new.range.high),
    ] {
      guard let before, let now, before != now else { continue }
      let text = clause(
        "the \(end) figure for \(victims)", FigureWords.grouped(before),
        FigureWords.grouped(now), before, now)
      moves.append(Move(isOwn: false, clause: text, old: before, new: now))
    }
    return moves
  }

  /// What sets a count apart from that of a whole war: its part and its event.
  private static func setting(_ question: QuestionSummary) -> String {
    let subject = question.scope == .cumulative ? "" : question.subject
    let part = question.part.isEmpty ? "" : "of them \(question.part)"
    let words = [part, subject].filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty ? "" : " (\(words))"
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
    let text = clause(
      subject, FigureWords.figure(of: old), FigureWords.figure(of: new), from, to)
    return Move(isOwn: isOwn, clause: text, old: from, new: to)
  }

  private static func clause(
    _ subject: String, _ before: String, _ now: String, _ from: Int, _ to: Int
  ) -> String {
    let verb = to == from ? "moved" : to > from ? "rose" : "fell"
    return "\(subject) \(verb) from \(before) to \(now)"
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
    // One that touches several questions is told with each of them, and counted once.
    let raised = Set(moves.flatMap(\.findingsRaised)).count
    let settled = Set(moves.flatMap(\.findingsSettled)).count
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
