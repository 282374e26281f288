internal import ClaimModel
internal import Lexicons

/// Figures that got an outcome and yet are no counts of people.
extension SentenceGrammar {
  /// 'Twelve tanks were destroyed and three captured': the bare number counts the things before it.
  mutating func passOverThings() {
    for index in mentions.indices.dropFirst() where mentions[index].outcome != nil {
      guard mentions[index].kind == .none, mentions[index].rule == .subject,
        mentions[..<index].last(where: { $0.kind != .none })?.reason == "thing",
        mentions[index].outcome == .captured, let trigger = mentions[index].trigger,
        has(trigger, .participle),
        trigger == mentions[index].end + 1,
        senses(trigger).contains(where: { $0.frame == .harm || $0.frame == .remove }),
        !mentions[..<index].contains(where: { $0.kind == .people }),
        isMark(0x2C, mentions[index].unit - 1) || has(mentions[index].unit - 1, .conjunction)
      else { continue }
      mentions[index].reason = "thing"
    }
  }

  /// 'four wounded to one killed', 'three wounded men to every one killed': a proportion.
  mutating func passOverProportions() {
    // 'the ratio of losses is three to one'
    if units.indices.contains(where: { isWord("ratio", $0) }) {
      for index in mentions.indices where isWord("to", mentions[index].end + 1) {
        guard let other = mention(at: mentions[index].end + 2) else { continue }
        mentions[index].reason = mentions[index].reason ?? "ratio"
        mentions[other].reason = mentions[other].reason ?? "ratio"
      }
    }
    for one in mentions.indices.dropFirst()
    where mentions[one].outcome != nil || mentions[one].reason == "pronoun" {
      var joint = mentions[one].unit - 1
      let isEach = isWord("every", joint) || isWord("each", joint)
      if isEach { joint -= 1 }
      guard isEach || mentions[one].number.isOne, isWord("to", joint) || isWord("for", joint),
        hasOwnTrigger(one) || mentions[one].trigger.map({ $0 >= mentions[one].unit }) ?? false,
        let other = mentions[..<one].lastIndex(where: { $0.outcome != nil }),
        joint - mentions[other].end < 3
          || isWord("and", mentions[other].end + 1) && joint - mentions[other].end < 6
      else { continue }
      mentions[one].reason = mentions[one].reason ?? "ratio"
      mentions[other].reason = "ratio"
    }
  }

  /// '41 people trapped in the rubble were rescued alive', 'found safe and well': no longer missing.
  mutating func passOverRescued() {
    // 'freed 16 trapped workers'
    for index in mentions.indices
    where mentions[index].outcome == .missing && has(mentions[index].unit - 1, .freeing)
      && voice(ofVerb: mentions[index].unit - 1) == .active
    {
      mentions[index].reason = "no_outcome"
    }
    for index in mentions.indices
    where mentions[index].outcome == .missing && mentions[index].reason == nil
      || mentions[index].rule == .noun && namesVictims(index)
    {
      guard
        let verb = (mentions[index].end + 1..<units.count).first(
          where: {
            has($0, .freeing) || isWord("alive", $0) || isWord("safe", $0) || isWord("saved", $0)
          }),
        !(mentions[index].end + 1..<verb).contains(where: {
          isJoint($0) || units[$0].kind == .mark && !isMark(0x2D, $0)
            || mention(at: $0).map { mentions[$0].reason == nil } ?? false
        }),
        (mentions[index].end + 1..<verb).contains(where: { has($0, [.be, .have]) }),
        !(mentions[index].end + 1..<verb).contains(where: { has($0, [.negation, .modal]) }),
        let trigger = mentions[index].trigger, trigger < verb
      else { continue }
      mentions[index].reason = "no_outcome"
    }
  }

  /// Whether 'every 11 minutes', 'every day' stands in the clause of a verb.
  private func isEverySoOften(behind trigger: Int) -> Bool {
    for unit in trigger + 1..<min(trigger + 14, units.count) {
      if has(unit, [.relative, .subordinator, .be, .have, .modal]) && !has(unit, .preposition)
        || isMark(0x2C, unit)
      {
        return false
      }
      guard isWord("every", unit), unit + 1 < units.count else { continue }
      return has(unit + 1, .timeUnit) || units[unit + 1].quantity >= 0 && has(unit + 2, .timeUnit)
    }
    return false
  }

  /// '26,000 are killed a month': a rate is no count.
  mutating func passOverRates() {
    for index in mentions.indices where mentions[index].outcome != nil {
      guard let trigger = mentions[index].trigger else { continue }
      // 'the monthly death toll may double to 10,000'
      if mentions[index].rule == .toll,
        isWord("daily", trigger - 1) || isWord("monthly", trigger - 1)
          || isWord("weekly", trigger - 1)
          || (max(0, trigger - 3)..<trigger).contains(where: { isWord("average", $0) })
      {
        mentions[index].reason = "rate"
      }
      // 'about ninety killed and wounded every day'
      var behind = trigger + 1
      while behind < units.count,
        has(behind, .outcome) || has(behind, .conjunction) && has(behind + 1, .outcome)
      {
        behind += 1
      }
      for next in [trigger + 1, behind, mentions[index].end + 1] where isRate(at: next) {
        mentions[index].reason = "rate"
      }
      // 'one child dies of it every 11 minutes'
      if isEverySoOften(behind: trigger) { mentions[index].reason = "rate" }
      // 'affects two million people annually, resulting in 80,000 deaths'
      if let yearly = (0..<mentions[index].unit).last(where: {
        isWord("annually", $0) || isWord("yearly", $0)
      }), isMark(0x2C, yearly + 1), has(yearly + 2, .gerund) {
        mentions[index].reason = "rate"
      }
      // 'for each village taken, 27 soldiers were killed', but not '40 died, and for every …'
      let end = mentions[index].end
      if units.indices.contains(where: { each in
        isWord("for", each) && (isWord("each", each + 1) || isWord("every", each + 1))
          && (opensClause(each) || self.mention(at: each + 2) == nil)
          && !mentions.contains(where: { $0.unit > end && $0.unit < each && $0.outcome != nil })
          && (each < end
            ? opensClause(each)
              || has(each - 1, [.conjunction, .relative])
            : !(end..<each).contains { isMark(0x2C, $0) || has($0, .conjunction) })
      }) {
        mentions[index].reason = "rate"
      }
    }
  }

  /// Whether a unit is the first of its clause: 'meaning that for every two killed, …'.
  private func opensClause(_ unit: Int) -> Bool {
    unit == 0 || units[unit - 1].kind == .mark || has(unit - 1, [.conjunction, .relative])
  }
}
