internal import ClaimModel
internal import Lexicons

extension SentenceGrammar {
  /// 'the death of 12 people', 'deaths of 12', 'losses of 3,000', 'deaths rose to 12'.
  mutating func linkEvent(_ outcome: Outcome, at noun: Int) {
    guard !isVerbFollowedByObject(noun) else { return }
    var outcome = combined(outcome, at: noun)
    // 'the loss in killed was 12'
    if outcome == .casualties, isWord("in", noun + 1), has(noun + 2, .participle),
      let own = senses(min(noun + 2, units.count - 1)).first(where: { $0.frame == .harm })?.outcome
    {
      outcome = combined(own, at: noun + 2)
    }
    // 'sank with the loss of all 200 aboard'
    if outcome == .casualties, isWord("of", noun + 1),
      (noun + 2..<min(noun + 7, units.count)).contains(where: {
        isWord("aboard", $0) || isWord("on board", $0)
      })
    {
      outcome = .killed
    }
    linkBrackets(outcome, at: noun)
    var next = noun + 1
    // 'with the loss, however, of 784 men'
    if isMark(0x2C, next), has(next + 1, [.adverb, .aside]), isMark(0x2C, next + 2),
      isWord("of", next + 3)
    {
      next += 3
    }
    // 'deaths and injuries of 12'
    if next + 1 < units.count, has(next, .conjunction), has(next + 1, .outcome) { next += 2 }
    if isWord("of", next) || isWord("by", next) && isWord("drowning", noun) {
      linkList(from: next + 1, outcome, trigger: noun, rule: .ofNoun)
    } else if isWord("to", next) || isWord("on", next) || isWord("among", next),
      has(noun, .plural), !isCounted(noun), isPeopleMention(at: next + 1)
    {
      // 'caused injuries to three drivers', 'inflicted wounds on nine officers'
      linkList(from: next + 1, outcome, trigger: noun, rule: .ofNoun)
    }
    // 'most of the deaths – some 300 – were due to shelling'
    if isDash(noun + 1), let index = mention(at: noun + 2), mentions[index].kind == .none,
      isDash(mentions[index].end + 1), !isCounted(noun)
    {
      assign(index, outcome, trigger: noun, rule: .part)
    }
    linkPredicateNumber(outcome, of: noun)
    // 'Four children among deaths'
    if isWord("among", noun - 1), noun > 1 { linkAmong(outcome, at: noun) }
  }

  /// 'The British losses were three officers', 'casualties number 1,200', 'deaths: 12'.
  mutating func linkPredicateNumber(_ outcome: Outcome, of noun: Int) {
    var next = noun + 1
    guard next < units.count else { return }
    if isMark(0x3A, next) {
      // 'Casualties: 3 KIA, 11 WIA.'
      if let index = mention(at: next + 1), hasOwnTrigger(index) { return }
      linkList(from: next + 1, outcome, trigger: noun, rule: .list)
      return
    }
    // Only a noun that no quantity counts has its number behind a verb; 'reduced by sickness and
    // casualties to 400 men' tells how many were left.
    guard !isCounted(noun), !isMeans(noun) else { return }
    // 'deaths by country: Nigeria 12, Ghana four'
    if isWord("by", next), isMark(0x3A, next + 2),
      let index = mentions.firstIndex(where: { $0.unit > next + 2 }), mentions[index].kind == .none,
      (next + 3..<mentions[index].unit).allSatisfy({ units[$0].isCapital })
    {
      assign(index, outcome, trigger: noun, rule: .list)
      return
    }
    // 'the toll, while uncertain, is thought to be …', 'casualties (killed and wounded) were …'
    next = behindAside(next)
    while has(next, .adverb) { next += 1 }
    // 'deaths so far this year are 1,809'
    if has(next, [.determiner, .timeModifier]), has(next + 1, .timeUnit),
      has(next + 2, [.be, .have])
    {
      next += 2
    }
    // 'civilian losses exceeded 4,000': the verb is a part of the number.
    if let index = mention(at: next), mentions[index].kind != .thing,
      mentions[index].number.isLedByVerb || isTableEntry(noun, before: index)
    {
      assign(index, outcome, trigger: noun, rule: .toll)
      return
    }
    // 'Army casualties to exceed 230,000 by autumn'
    if isWord("to", next), !isLedByLevel(noun),
      let index = mention(at: next + 1) ?? (has(next + 1, .level) ? mention(at: next + 2) : nil),
      mentions[index].number.isLedByVerb || has(next + 1, .level), mentions[index].kind == .none
    {
      assign(index, outcome, trigger: noun, rule: .toll)
      return
    }
    // 'bringing the overall fatalities so far to 146', '… and the injuries to about 200'
    if isWord("to", next) || isWord("at", next), let index = mention(at: next + 1),
      mentions[index].kind == .none || mentions[index].kind == .people, isLedByLevel(noun)
    {
      // 'put the casualties at 14 dead'
      if hasOwnTrigger(index) { return }
      linkList(from: next + 1, outcome, trigger: noun, rule: .toll)
      return
    }
    if !has(next, [.level, .be, .modal, .have]) || has(next, .preposition) && !isWord("as", next) {
      guard let verb = predicate(behind: next, of: noun) else { return }
      next = verb
    }
    var steps = 0
    while next < units.count, steps < 7,
      has(next, [.level, .be, .modal, .have, .adverb, .preposition, .negation, .reporting])
        || has(next, .cue) && has(next - 1, .be)
    {
      next += 1
      steps += 1
      if mention(at: next) != nil { break }
    }
    if isWord("the", next), isWord("in", next - 1), mention(at: next + 1) != nil { next += 1 }
    // 'our loss was severe: 18 officers and 240 men'
    if let colon = (next..<min(next + 4, units.count)).first(where: { isMark(0x3A, $0) }),
      mention(at: colon + 1).map({ !hasOwnTrigger($0) }) ?? false
    {
      linkList(from: colon + 1, outcome, trigger: noun, rule: .list)
      return
    }
    // 'our loss was severe, being nearly ninety'
    if let being = (next..<min(next + 4, units.count)).first(where: { isWord("being", $0) }),
      isMark(0x2C, being - 1), mention(at: being + 1).map({ !hasOwnTrigger($0) }) ?? false
    {
      linkList(from: being + 1, outcome, trigger: noun, rule: .toll)
      return
    }
    // 'deaths are in the 150,000–400,000 range'
    if let range = mention(at: next),
      mentions[range].kind == .thing || mentions[range].kind == .unknown,
      let head = mentions[range].head, isWord("range", head), isWord("the", next - 1),
      isWord("in", next - 2)
    {
      mentions[range].kind = .none
      mentions[range].reason = nil
      mentions[range].head = nil
      assign(range, outcome, trigger: noun, rule: .toll)
      return
    }
    guard let index = mention(at: next), !hasOwnTrigger(index) else { return }
    // 'deaths rose by 41 to 2,100'
    let behind = mentions[index].end + 1
    if isWord("by", next - 1), isWord("to", behind), mention(at: behind + 1) != nil {
      linkList(from: behind + 1, outcome, trigger: noun, rule: .toll)
      return
    }
    // 'deaths rose from 250 in 2018 to 300 in 2019'
    if isWord("from", next - 1), has(next - 2, .level), mentions[index].kind == .none,
      let joint = (behind..<min(behind + 6, units.count)).first(where: { isWord("to", $0) }),
      let second = mention(at: joint + 1), mentions[second].kind != .thing
    {
      assign(index, outcome, trigger: noun, rule: .toll)
      assign(second, outcome, trigger: noun, rule: .toll)
      return
    }
    let before = units[next - 1].classes
    if isMark(0x2C, next - 1) { return }
    if before.contains(.preposition), !isWord("to", next - 1), !isWord("at", next - 1),
      !(isWord("of", next - 1) && has(next - 2, .be)),
      !(isWord("from", next - 1) && mentions[index].number.qualifier == .range),
      !before.contains(.level)
    {
      return
    }
    if mentions[index].head != nil, mentions[index].kind == .thing { return }
    linkList(from: next, outcome, trigger: noun, rule: .toll)
    // 'deaths fell to 608,000 from 622,000'
    linkSecondOfToll(outcome, from: noun, after: index)
  }

  /// Whether a noun is that by which something was made less: 'thinned by disease and casualties'.
  private func isMeans(_ noun: Int) -> Bool {
    var at = noun - 1
    while at > 0, noun - at < 6, units[at].isContent || isJoint(at) || has(at, .determiner),
      !isVerb(at)
    {
      at -= 1
    }
    return isWord("by", at) && has(at - 1, .participle) && isWord("to", noun + 1)
  }

  /// The verb behind an aside that opens at a unit and holds no figure; the unit itself where none does.
  private func behindAside(_ start: Int) -> Int {
    guard isMark(0x2C, start) || isMark(0x28, start) || isDash(start) else { return start }
    for unit in start + 1..<min(start + 10, units.count) {
      if mention(at: unit) != nil || isMark(0x3B, unit) { return start }
      guard units[unit].kind == .mark, units[unit].mark != 0x2D || isDash(unit),
        has(unit + 1, [.be, .have, .modal, .level])
      else { continue }
      return unit + 1
    }
    return start
  }

  /// Whether a number that is no count stands at a unit: 'losses in the 1979-89 war were …'.
  private func isPassedOver(_ unit: Int) -> Bool {
    guard let index = mention(at: unit) else { return false }
    return mentions[index].reason != nil
  }

  /// Whether a mark before a finite verb closes an aside: ', three men and a woman, were …'.
  private func closesAside(from start: Int, with mark: UInt32) -> Bool {
    (start..<min(start + 14, units.count)).contains {
      isMark(mark, $0)
        && (has($0 + 1, [.be, .have, .modal]) || isDash($0) && has($0 + 1, .verb))
    }
  }

  /// 'deaths 12, injuries 30', 'with injuries up to 11,530': a noun and its number set apart.
  private func isTableEntry(_ noun: Int, before index: Int) -> Bool {
    let behind = mentions[index].end + 1
    if mentions[index].kind == .people, behind == units.count,
      (0..<noun).allSatisfy({ units[$0].kind == .possessive || units[$0].isContent && !isVerb($0) })
    {
      return true
    }
    return mentions[index].kind == .none
      && (has(noun, .plural) || text.isWord("with", units[noun].first, units[noun].first))
      && (endsPhrase(at: behind) || has(behind, .conjunction))
      && (noun == 0 || units[noun - 1].kind == .mark || has(noun - 1, [.conjunction, .preposition])
        || has(noun - 1, .determiner) && noun > 1 && isJoint(noun - 2)
        || noun < 3 && (0..<noun).allSatisfy { units[$0].isContent }
        || text.isWord("with", units[noun].first, units[noun].first))
  }

  /// Whether a verb of counts stands before a noun, in its own clause or in that of the figure it is
  /// coordinated to: 'put the death toll at 30 and the injuries at 100'.
  private func isLedByLevel(_ noun: Int) -> Bool {
    var joints = 0
    for at in stride(from: noun - 1, to: max(-1, noun - 18), by: -1) {
      if isMark(0x3B, at) || isMark(0x3A, at) { return false }
      if isJoint(at) { joints += 1 }
      if has(at, .level), at > noun - 7 || joints > 0,
        has(at, .verb) || units[at].last > units[at].first
      {
        return true
      }
    }
    return false
  }

  /// The first unit of the verb group behind a noun's modifiers; nil where there is none.
  ///
  /// 'casualties in the camp were …', 'the loss sustained by the garrison has been put at …',
  /// 'the loss in killed, wounded and missing amounted to …'.
  private func predicate(behind start: Int, of noun: Int) -> Int? {
    guard has(start, [.preposition, .participle, .suffering]) else { return nil }
    var next = start
    while next < units.count, next < start + 16 {
      if has(next, [.be, .have, .modal]), !isMonthName(next) { return next }
      // 'total casualties of the five divisions: 113,394'
      if isMark(0x3A, next), let index = mention(at: next + 1), mentions[index].kind == .none {
        return next
      }
      // 'estimate the total losses of the other side at 450,000 people'
      // 'raise army deaths in the province to 14'
      if isWord("at", next) || isWord("to", next), mention(at: next + 1) != nil, isLedByLevel(noun)
      {
        return next
      }
      // '…, and the loss in killed and wounded, to 240': the verb is that of the clause before.
      if isWord("to", next), isMark(0x2C, next - 1),
        let index = mention(at: next + 1), mentions[index].kind == .none
      {
        return next
      }
      if has(next, .level), !has(next, [.preposition, .reporting]), next > start { return next }
      let isListed =
        isJoint(next) && (has(next - 1, .outcome) || isJoint(next - 1))
        || has(next - 1, .conjunction)
        || isMark(0x2C, next) && isPassedOver(next + 1) || units[next].kind == .number
        || isWord("of", start) && isJoint(next) && next + 1 < units.count
          && (units[next + 1].isContent
            || has(next + 1, [.determiner, .preposition, .conjunction]))
      guard
        has(next, [.preposition, .determiner, .participle, .outcome, .adverb])
          || isMonthName(next) || isPassedOver(next) || isMark(0x2D, next) && isPassedOver(next - 1)
          || units[next].kind == .possessive || isListed
          || has(next, .gerund)
            && (has(next + 1, [.be, .have, .preposition]) || has(next - 1, .preposition))
          || units[next].isContent
            && (!isVerb(next) || has(next, [.ambiguousVerb, .attack]) || has(next - 1, .determiner))
      else { return nil }
      next += 1
    }
    return nil
  }

  /// Whether a quantity of people stands at a unit.
  private func isPeopleMention(at unit: Int) -> Bool {
    mention(at: unit).map { mentions[$0].kind == .people && mentions[$0].reason == nil } ?? false
  }

  /// Whether a quantity counts a noun: it is the head of a mention's phrase.
  func isCounted(_ noun: Int) -> Bool {
    mentions.contains { $0.phrase.contains(noun) }
  }

  private func isVerbFollowedByObject(_ noun: Int) -> Bool {
    // 'killing 12': the gerund's own frame reads it.
    units[noun].classes.contains(.gerund) && noun + 1 < units.count
      && (mention(at: noun + 1) != nil || has(noun + 1, .determiner))
  }

  /// 'the bodies of 12 people', 'the dead included 3 children', 'the wounded number 12'.
  mutating func linkPeopleNoun(_ outcome: Outcome, at noun: Int) {
    let next = noun + 1
    if isWord("of", next), !isCounted(noun) {
      linkList(from: next + 1, combined(outcome, at: noun), trigger: noun, rule: .ofNoun)
    }
    linkAmong(combined(outcome, at: noun), at: noun)
    // 'the number of prisoners of war murdered was …' tells of the murdered.
    let isDescribed = has(next, .participle) && has(next, .outcome)
    if !isDescribed, has(noun - 1, .determiner) || has(noun, .plural) || noun == 0 {
      // 'the dead and wounded came to 900'
      let isJoined = isWord("and", next) && combined(outcome, at: noun) == .casualties
      linkPredicateNumber(combined(outcome, at: noun), of: isJoined ? next + 1 : noun)
    }
    // 'the dead, three men and a woman, were …', 'the dead – 60 men and 30 women – were …'
    if isMark(0x2C, next) || isDash(next), has(noun - 1, .determiner), !isCounted(noun),
      let index = mention(at: next + 1), mentions[index].kind == .people,
      mentions[index].reason == nil,
      !hasOwnTrigger(index), closesAside(from: next + 1, with: units[next].mark)
    {
      linkList(from: next + 1, outcome, trigger: noun, rule: .apposition)
    }
    if isMark(0x3A, next) || isEntry(noun), !isCounted(noun), mention(at: noun - 1) == nil,
      !(mention(at: next + 1).map { hasOwnTrigger($0) } ?? false)
    {
      linkList(from: next + 1, combined(outcome, at: noun), trigger: noun, rule: .list)
    }
    linkBrackets(outcome, at: noun)
    // '24 killed', '12 dead': the noun stands behind its number as a state does.
    if isState(noun) { linkState(outcome, at: noun) }
  }

  /// Whether a word is a state that people are in: 'dead', 'missing'.
  func isState(_ noun: Int) -> Bool {
    senses(noun).contains { $0.frame == .state }
  }
}
