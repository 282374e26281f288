internal import ClaimModel
internal import Lexicons

/// The two sides of a war as a text of one of them sees it: 'our loss', 'the enemy's dead'.
///
/// Only texts that speak of an enemy have them. The two are the adversaries of the conflicts
/// register that the text names most, by themselves, their armies and their commanders. Who calls
/// the others rebels stands on the side of the government, which the register lists first; else the
/// author's side is the one named beside 'our' and 'the enemy', since it meets them, else the one
/// named more.
struct Belligerents {
  /// The author's side.
  let own: String
  /// The other.
  let enemy: String
  /// Whether the text calls the other side rebels.
  private let callsThemRebels: Bool

  /// The sides that a document's sentences tell; nil where they tell of no enemy or of no war.
  init?(sentences: [SentenceGrammar], knowledge: Knowledge) {
    guard
      sentences.contains(where: { grammar in
        grammar.units.indices.contains { index in
          grammar.has(index, .enemy) && !Self.isQuoted(index, grammar)
        }
      }) || Self.tellsOfOwnLoss(sentences)
    else { return nil }
    var weights: [String: Int] = [:]
    var meetings: [String: Int] = [:]
    for grammar in sentences {
      let names = grammar.units.map { knowledge.sideName(of: $0) }.filter { !$0.isEmpty }
      for name in names { weights[name, default: 0] += 1 }
      let meets = grammar.units.indices.contains {
        grammar.has($0, .enemy) || Self.isOwn($0, grammar)
      }
      if meets { for name in Set(names) { meetings[name, default: 0] += 1 } }
    }
    let parties = weights.keys.sorted()
    var best: (one: String, other: String, weight: Int)?
    for (index, one) in parties.enumerated() {
      for other in parties[(index + 1)...]
      where knowledge.registers.conflicts.haveFought(one, other) {
        let weight = (weights[one] ?? 0) + (weights[other] ?? 0)
        if best.map({ weight > $0.weight }) ?? true { best = (one, other, weight) }
      }
    }
    guard let best = best ?? Self.pair(named: weights, knowledge) else { return nil }
    let rebels = sentences.contains { grammar in
      grammar.units.indices.contains { Self.saysRebel($0, grammar) }
    }
    let ranks = [best.one, best.other].map { (meetings[$0] ?? 0, weights[$0] ?? 0) }
    let government = rebels ? Self.government(best.one, best.other, knowledge) : nil
    // Where the text names but one side, it is the author's.
    guard government != nil || ranks[0] != ranks[1] else { return nil }
    own = government ?? (ranks[0] > ranks[1] ? best.one : best.other)
    enemy = own == best.one ? best.other : best.one
    callsThemRebels = government != nil
  }

  /// Whether a unit stands in a quotation: 'the enemy' there is that of the one who is quoted.
  private static func isQuoted(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    let marks = (0..<index).filter {
      grammar.isMark(0x22, $0) || grammar.isMark(0x201C, $0) || grammar.isMark(0x201D, $0)
    }.count
    return marks % 2 == 1
  }

  /// Whether a text tells of 'our loss' and of rebels: it was written by the other side.
  private static func tellsOfOwnLoss(_ sentences: [SentenceGrammar]) -> Bool {
    sentences.contains { grammar in
      grammar.units.indices.contains { index in
        isOwn(index, grammar) && !isQuoted(index, grammar)
          && grammar.senses(min(index + 1, grammar.units.count - 1))
            .contains { $0.frame == .loss || $0.outcome == .casualties }
      }
    }
      && sentences.contains { grammar in grammar.units.indices.contains { saysRebel($0, grammar) } }
  }

  /// The sides of a text that names but one: a party that fought in one conflict alone and its
  /// only adversary there.
  private static func pair(
    named weights: [String: Int], _ knowledge: Knowledge
  ) -> (one: String, other: String, weight: Int)? {
    for (party, weight) in weights.ranked {
      let rows = knowledge.registers.conflicts.sides(ofParty: party)
      guard rows.count == 1, let row = rows.first else { continue }
      let others = knowledge.registers.conflicts.sides(of: row.conflict)
        .filter { $0.side != row.side }
      if others.count == 1, let other = others.first { return (party, other.party, weight) }
    }
    return nil
  }

  /// Of two adversaries the one whose side the conflicts register lists first.
  private static func government(_ one: String, _ other: String, _ knowledge: Knowledge) -> String?
  {
    let conflicts = knowledge.registers.conflicts
    guard let conflict = conflicts.conflict(between: one, and: other) else { return nil }
    let sides = conflicts.sides(of: conflict)
    guard let first = sides.first?.side else { return nil }
    return [one, other].first { party in
      sides.contains { $0.side == first && $0.party == party }
    }
  }

  private static func saysRebel(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.isWord("rebel", index) || grammar.isWord("rebels", index)
  }

  /// Whether a unit says 'our'.
  static func isOwn(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.isWord("our", index) || grammar.isWord("ours", index)
  }

  /// The side whose people a mention counts, by the nearest 'our' or 'enemy' before it in the clause
  /// or within its own phrase; nil where neither stands there.
  func side(of mention: Mention, _ grammar: SentenceGrammar) -> String? {
    Self.countsEnemies(mention, grammar, callsThemRebels: callsThemRebels, speaks: false)
      .map { $0 ? enemy : own }
  }

  /// Whether a mention counts the enemy's people; false for one's own, nil where no word tells.
  ///
  /// - Parameters:
  ///   - mention: the figure.
  ///   - grammar: its sentence.
  ///   - callsThemRebels: whether rebels are the enemy.
  ///   - speaks: whether the sentence is what one side says, so that 'invaders' tells.
  /// - Returns: true for the enemy's people.
  static func countsEnemies(
    _ mention: Mention, _ grammar: SentenceGrammar, callsThemRebels: Bool, speaks: Bool
  ) -> Bool? {
    // What 'our troops killed' is the enemy's loss; what 'we lost' is ours.
    let isDoneToOthers =
      mention.rule == .object
      && mention.trigger.map { trigger in
        grammar.senses(trigger).contains { $0.frame == .harm }
      } ?? false
    let verb = mention.trigger.map { grammar.clauseVerb(of: $0) } ?? 0
    var at = mention.end
    while at >= 0, !grammar.isMark(0x3B, at) {
      let isEnemy =
        grammar.has(at, .enemy) || callsThemRebels && saysRebel(at, grammar)
        || speaks && grammar.has(at, .invader)
      if isEnemy || isOwn(at, grammar) {
        // 'enemy strikes' hurt one's own; 'sank rebel boats, killing 40' hurts those who are attacked.
        let isFlipped =
          isDoneToOthers && at < verb
          || (at + 1...at + 2).contains {
            $0 < mention.unit && grammar.has($0, .attack) && !grammar.has($0, .person)
              && grammar.term($0)?.status == nil
          }
        return isEnemy != isFlipped
      }
      at -= 1
    }
    return nil
  }
}
