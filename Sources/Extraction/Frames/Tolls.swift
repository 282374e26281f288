internal import ClaimModel
internal import Lexicons

/// Nouns for counts, whose number stands behind them: 'a death toll of 46,000'.
extension SentenceGrammar {
  /// 'The toll rose to 25 after three more bodies were found': of the dead, where the sentence
  /// speaks of deaths and of nobody hurt.
  private func tollOutcome(_ outcome: Outcome, at noun: Int) -> Outcome {
    guard outcome == .casualties, isWord("toll", noun) else { return outcome }
    var told: Set<Outcome> = []
    for unit in units.indices where unit != noun {
      for sense in senses(unit) where sense.frame != .leave && sense.frame != .take {
        told.insert(sense.outcome)
      }
    }
    return told.contains(.killed) && told.isDisjoint(with: [.injured, .casualties])
      ? .killed : outcome
  }

  /// 'a death toll of 46,000', 'the toll rose to 46,000 from 45,000', 'bringing the toll to 120'.
  mutating func linkToll(_ stated: Outcome, from noun: Int, after: Int) {
    let outcome = tollOutcome(stated, at: noun)
    var next = after + 1
    var steps = 0
    var isReady = false
    var sawFirst = false
    while next < units.count, steps < 30 {
      if let index = mention(at: next) {
        var before = next - 1
        while before > after, has(before, .adverb), !has(before, [.level, .preposition]) {
          before -= 1
        }
        let isHeadline = isOnlyQualified(index, behind: after)
        let leads =
          isHeadline || isReady || has(before, .level) || isWord("of", before)
          || isWord("to", before)
          || isWord("at", before) || isMark(0x3A, before) || before == after || isQuote(before)
          || isDash(before) && mentions[index].kind == .none || isSetApart(index)
        // 'will rise when the fate of hundreds becomes clear'
        let isElsewhere =
          isWord("of", before) && (after + 1..<before).contains { opensOtherClause($0) }
        if leads, !isElsewhere, mentions[index].reason == nil, mentions[index].outcome == nil,
          mentions[index].kind != .thing, !isWord("in", before), !isWord("from", before),
          !isWord("by", before)
        {
          // 'put the casualties at 12 dead'
          let state = mentions[index].end + 1
          let own = outcome == .casualties ? senses(state).first { $0.frame == .state } : nil
          assign(
            index, own?.outcome ?? outcome, trigger: own == nil ? noun : state,
            rule: own == nil ? .toll : .subject)
          if before == after { settleUpTo(index) }
          linkSecondOfToll(outcome, from: noun, after: index)
          return
        }
        if isWord("from", before), !sawFirst, has(before - 1, .level),
          mentions[index].reason == nil
        {
          assign(index, outcome, trigger: noun, rule: .toll)
          sawFirst = true
        }
        next = mentions[index].end + 1
        steps += 1
        continue
      }
      // 'a casualty figure with a death toll of 1,351': the nearer noun has it.
      if steps > 0, senses(next).contains(where: { $0.frame == .toll }),
        isWord("of", next + 1) || isWord("to", next + 1)
      {
        return
      }
      // 'the toll rose, as they raised the number of people affected to 12 million'
      if steps > 0, isCountNoun(next), isWord("of", next + 1) || isWord("for", next + 1),
        mention(at: next + 2) == nil
      {
        return
      }
      if isMark(0x3B, next) || has(next, .relative) && !isMark(0x2C, next - 1) && steps > 6 {
        return
      }
      if has(next, .outcome), has(next, .verb), !has(next, .level),
        startOfVerbGroup(endingAt: next) < next, next > after + 1, !isWord("take", next)
      {
        return
      }
      isReady = isWord("to", next) || isWord("at", next) || isWord("of", next) || has(next, .level)
      next += 1
      steps += 1
    }
    linkTollBefore(outcome, noun: noun)
  }

  /// 'Town death toll for week more than 600': in a headline a qualifier alone leads to the number.
  private func isOnlyQualified(_ index: Int, behind noun: Int) -> Bool {
    let mention = mentions[index]
    guard mention.kind == .none, mention.unit - noun < 7,
      mention.number.qualifier != .exact || isAddedUp(noun),
      mention.end + 1 == units.count || has(mention.end + 1, .preposition)
        || units[mention.end + 1].kind == .mark
    else { return false }
    return (noun + 1..<mention.unit).allSatisfy {
      units[$0].kind == .word && (!isVerb($0) || has($0, .ambiguousVerb))
        && !has($0, [.be, .have, .modal, .outcome])
    }
  }

  /// 'the last toll given by the ministry, 19, came on Friday': the number alone between commas.
  private func isSetApart(_ index: Int) -> Bool {
    let behind = mentions[index].end + 1
    return mentions[index].kind == .none && isMark(0x2C, mentions[index].unit - 1)
      && isMark(0x2C, behind) && has(behind + 1, [.verbPast, .be, .have])
  }

  /// 'making the toll this month 21': the verb leads to the number by itself.
  private func isAddedUp(_ noun: Int) -> Bool {
    var at = noun - 1
    while at > 0, noun - at < 4, has(at, .determiner) || units[at].isContent, !has(at, .adding) {
      at -= 1
    }
    return has(at, .adding) && has(at + 1, .determiner)
  }

  private func opensOtherClause(_ unit: Int) -> Bool {
    has(unit, .subordinator) && !has(unit, [.preposition, .conjunction]) && !isWord("that", unit)
  }

  /// 'Storm death toll up to 31': it has risen to that; no verb says that it may be less.
  private mutating func settleUpTo(_ index: Int) {
    guard mentions[index].number.qualifier == .atMost,
      isWord("up to", mentions[index].unit - 1)
        || text.isWord(
          "up to", units[mentions[index].unit].first, units[mentions[index].unit].first + 1)
    else { return }
    mentions[index].number.qualifier = .exact
  }

  /// 'rose to 46,000 from 45,000', 'from 45,000 to 46,000'.
  mutating func linkSecondOfToll(_ outcome: Outcome, from noun: Int, after index: Int) {
    var next = mentions[index].end + 1
    if let main = predicateBehindAside(from: noun, closedAt: next) {
      assign(main, outcome, trigger: noun, rule: .toll)
      return
    }
    // 'rose to 14, from 12 on Monday'
    if isMark(0x2C, next), isWord("from", next + 1) { next += 1 }
    if let second = secondPredicate(behind: next) {
      assign(second, outcome, trigger: noun, rule: .toll)
      return
    }
    guard
      isWord("from", next) || isWord("to", next)
        || isWord("up", next) && isWord("from", next + 1)
    else { return }
    let unit = isWord("up", next) ? next + 2 : next + 1
    if let second = mention(at: unit), mentions[second].kind != .thing {
      assign(second, outcome, trigger: noun, rule: .toll)
    }
  }

  /// The number of the main verb in 'The toll, which had stood at 12, rose to 14'.
  private func predicateBehindAside(from noun: Int, closedAt comma: Int) -> Int? {
    guard isMark(0x2C, noun + 1), has(noun + 2, .relative), isMark(0x2C, comma) else { return nil }
    var next = comma + 1
    while has(next, [.modal, .be, .have, .level, .adverb, .preposition]) {
      if let index = mention(at: next + 1) { return mentions[index].kind == .none ? index : nil }
      next += 1
    }
    return nil
  }

  /// 'may be as high as 700,000 and could reach 1 million': the bare number of a second verb of level.
  private func secondPredicate(behind start: Int) -> Int? {
    var next = start
    while next < min(start + 6, units.count), !has(next, .conjunction), mention(at: next) == nil,
      units[next].kind == .word, !has(next, [.be, .have, .modal, .outcome])
    {
      next += 1
    }
    if isMark(0x2C, next) { next += 1 }
    guard has(next, .conjunction) else { return nil }
    let verb = next + 1
    next = verb
    while has(next, [.modal, .be, .have, .level, .adverb]) { next += 1 }
    guard next > verb, let second = mention(at: next), mentions[second].kind == .none,
      (verb..<next).contains(where: { has($0, [.level, .be]) }), !hasOwnTrigger(second)
    else { return nil }
    return second
  }

  /// '28 was the official toll'.
  private mutating func linkTollBefore(_ outcome: Outcome, noun: Int) {
    let group = noun - 1
    guard group > 1, has(group, .determiner) || units[group].isContent else { return }
    var at = group
    while at > 0, has(at, .determiner) || units[at].isContent && !isVerb(at) { at -= 1 }
    guard has(at, .be), let index = mention(at: at - 1), mentions[index].kind == .none else {
      return
    }
    assign(index, outcome, trigger: noun, rule: .toll)
  }

  /// 'the number of soldiers killed is 55,000', 'the number of militant casualties to over 300'.
  mutating func linkTollPhrases() {
    for unit in units.indices
    where (has(unit, .count) || isWord("estimates", unit) || isWord("total of", unit))
      && !isWord("average", unit - 1)
    {
      // 'the number killed', 'the number dead', 'bringing the total of dead to 14'
      let isBare =
        has(unit + 1, .outcome) && (has(unit + 1, .participle) || isState(unit + 1))
        || isWord("total of", unit)
      guard
        isWord("of", unit + 1) || isWord("of those", unit + 1) || isWord("for", unit + 1) || isBare
      else { continue }
      // 'brought to 19 the number of journalists killed'
      let counted = has(unit - 1, .determiner) ? mention(at: unit - 2) : nil
      var next = isBare ? unit + 1 : unit + 2
      while next < units.count, next < unit + 9, mention(at: next) == nil, !isMark(0x2C, next) {
        // 'the number of prisoners of war murdered'
        if has(next, .outcome), isPeople(next), has(next + 1, .outcome), has(next + 1, .participle)
        {
          next += 1
        }
        if has(next, .outcome), let sense = countable(next) {
          if let counted, isWord("to", unit - 3), has(unit - 4, .level) {
            assign(counted, combined(sense.outcome, at: next), trigger: next, rule: .toll)
            break
          }
          linkToll(combined(sense.outcome, at: next), from: next, after: next)
          break
        }
        next += 1
      }
    }
  }

  private func countable(_ unit: Int) -> OutcomeSense? {
    senses(unit).first { sense in
      switch sense.frame {
      case .event, .people, .state: true
      case .harm, .remove: units[unit].classes.contains(.participle)
      case .suffer: units[unit].classes.contains(.verb)
      default: false
      }
    }
  }
}
