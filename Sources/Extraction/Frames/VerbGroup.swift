internal import Lexicons

extension SentenceGrammar {
  /// How an outcome verb stands in its clause.
  enum Voice {
    case active, passive
  }

  /// The first unit of the verb group that ends at a verb: auxiliaries, adverbs and negations
  /// before it.
  func startOfVerbGroup(endingAt verb: Int) -> Int {
    var start = verb
    var index = verb - 1
    while index >= 0 {
      let unit = units[index]
      if unit.kind == .word, unit.quantity < 0,
        has(index, [.be, .have, .do, .modal, .negation, .copula])
      {
        start = index
      } else if unit.kind == .word, unit.quantity < 0, unit.classes.contains(.adverb),
        !unit.classes.contains(.more), !unit.classes.contains(.person),
        !unit.classes.contains(.preposition)
      {
        start = index
      } else if isWord("either", index), index > 0, has(index - 1, [.be, .have]) {
        // 'were either killed or captured'
        start = index
      } else if isWord("since", index), has(index - 1, .have) {
        // 'have since died'
        start = index
      } else if isQuote(index), has(index - 1, [.be, .have, .modal, .adverb]) {
        // 'were “summarily executed”'
        start = index
      } else if unit.kind == .word, unit.classes.contains(.reporting), index > 0,
        has(index - 1, [.be, .copula, .have, .adverb, .reporting, .negation])
      {
        start = index
      } else if index == verb - 1, has(index, .reporting),
        mentions.contains(where: { $0.end == index - 1 }),
        senses(verb).contains(where: { $0.frame == .state })
      {
        // '13 confirmed dead'
        start = index
      } else if isWord("as", index), index == verb - 1, has(index - 1, .reporting),
        mentions.contains(where: { $0.end == index - 2 }),
        senses(verb).contains(where: { $0.frame == .state })
      {
        // '94 people confirmed as missing'
        start = index - 1
        index -= 1
      } else if index == verb - 1, has(index, .participle), units[verb].last > units[verb].first,
        !has(verb, .verb), senses(verb).contains(where: { $0.frame == .state }),
        has(index - 1, [.be, .have, .adverb])
      {
        // 'were released from captivity'
        start = index
      } else if index == verb - 1, has(verb, .outcome), !has(verb, .verb),
        senses(index).contains(where: { $0.frame == .leave })
      {
        // '15,000 people left homeless'
        start = index
      } else if has(index, .conjunction), has(index - 1, .wound), has(index - 1, .adverb),
        has(index + 1, .adverb)
      {
        // 'were seriously or very seriously injured'
        start = index
      } else if has(index, .conjunction), index > 1, has(index - 1, [.participle, .verbPast]),
        has(index - 2, [.be, .have, .adverb]), !isPeople(index - 1)
      {
        // 'were knifed and shot to death'
        start = index - 1
        index -= 1
      } else if index == verb - 1, has(index, .severity) {
        // 'are in hospital with injuries'
        start = index
      } else if isWord("as", index), index > 0, has(index - 1, .reporting) {
        start = index
      } else if isWord("to", index), index > 0,
        has(index - 1, [.reporting, .have, .modal, .copula])
          || has(index - 1, .compelling)
      {
        start = index - 1
        index -= 1
      } else {
        break
      }
      index -= 1
    }
    return start
  }

  /// Whether an outcome verb is active or passive where it stands.
  func voice(ofVerb verb: Int) -> Voice {
    let classes = units[verb].classes
    if classes.contains(.gerund), !classes.contains(.participle) {
      return isPassiveGerund(verb) ? .passive : .active
    }
    // 'the plan was to kill 300 people'
    if isWord("to", verb - 1), classes.contains(.verbBase),
      !classes.contains(.participle) || mention(at: verb + 1) != nil, has(verb - 2, .be)
    {
      return .active
    }
    let start = startOfVerbGroup(endingAt: verb)
    var index = verb - 1
    while index >= start {
      // 'is believed to have killed': what stands before 'to have' is another verb's.
      if isWord("to", index), has(index + 1, .have) { break }
      if has(index, .be), !has(index, .gerund) || isWord("being", index) { return .passive }
      if has(index, .copula), !has(index, .level) || isWord("remain", index) { return .passive }
      index -= 1
    }
    if classes.contains(.verbS) && !classes.contains(.participle) { return .active }
    if classes.contains(.verbBase), !classes.contains(.verbPast), !classes.contains(.participle) {
      return .active
    }
    if start < verb, has(start, [.have, .modal, .do]) { return .active }
    if verb > 0, isWord("to", verb - 1) { return .active }
    return isBarePastActive(verb) ? .active : .passive
  }

  private func isPassiveGerund(_ verb: Int) -> Bool {
    verb > 0 && isWord("being", verb - 1)
  }

  /// Whether a past form without an auxiliary is active: its object follows at once.
  private func isBarePastActive(_ verb: Int) -> Bool {
    var next = verb + 1
    while next < units.count, has(next, .adverb), !has(next, [.more, .preposition]),
      units[next].quantity < 0
    {
      next += 1
    }
    // 'buried “about 2,700” of the enemy'
    if isQuote(next), next + 1 < units.count, units[next + 1].quantity >= 0 { next += 1 }
    // 'killed or wounded 12', 'killed and wounded 12'
    if next + 1 < units.count, has(next, .conjunction), has(next + 1, .outcome),
      has(next + 1, .verb)
    {
      return isBarePastActive(next + 1)
    }
    guard next < units.count else { return false }
    if units[next].quantity >= 0 {
      guard let mention = mention(at: next) else { return false }
      // 'captured 3 guns and 200 men'
      let isObject = mentions[mention].reason == nil || mentions[mention].reason == "thing"
      return isObject && !startsClauseOfItsOwn(mention)
    }
    let unit = units[next]
    guard unit.kind == .word else { return false }
    if has(next, [.weekday, .day, .timeModifier, .month]) { return false }
    if has(next, .determiner), !has(next, .relative) {
      return !(next + 1 < units.count && has(next + 1, [.timeUnit, .timeModifier]))
    }
    if has(next, [.pronoun]) { return true }
    return unit.isContent && !isVerb(next) && !has(next, [.outcome, .discredit])
  }

  /// Whether a mention is the subject of a verb of its own: '…, 30 were wounded'.
  func startsClauseOfItsOwn(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    if isMark(0x2C, next) { return false }
    if has(next, .part), has(next, .relative) { next += 1 }
    while next < units.count, has(next, .adverb), !has(next, .preposition) { next += 1 }
    return has(next, [.be, .have, .modal]) && !has(next, .preposition)
  }

  /// The mention whose quantity is a unit; nil for none.
  func mention(at unit: Int) -> Int? {
    guard unit >= 0, unit < mentionOfUnit.count, mentionOfUnit[unit] >= 0 else { return nil }
    return mentionOfUnit[unit]
  }
}
