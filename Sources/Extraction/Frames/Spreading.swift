internal import ClaimModel
internal import Lexicons

extension SentenceGrammar {
  /// '1,000 tank losses': what is lost stands before the noun, and is no people.
  private func losesThings(_ mention: Mention, _ head: Int) -> Bool {
    guard head > mention.phrase.lowerBound, senses(head).contains(where: { $0.frame == .loss })
    else { return false }
    // 'battle losses' are of people, 'drone losses' are not.
    let isThing = !has(head - 1, .conflictSetting) || has(head - 1, .attack)
    return isThing && has(head - 1, .measure) && !has(head - 1, [.person, .outcome])
      && !units[head - 1].isName
  }

  /// Mentions whose own head noun tells the outcome: '12 deaths', '33 injuries', '300 prisoners'.
  mutating func linkHeads() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil {
      let mention = mentions[index]
      guard let head = mention.head else {
        if let whole = complement(of: index), let head = mentions[whole].head,
          let sense = headSense(head)
        {
          assign(index, sense.outcome, trigger: head, rule: .part)
          mentions[index].whole = whole
        }
        continue
      }
      if losesThings(mention, head) {
        mentions[index].reason = "thing"
        continue
      }
      // 'the two bodies issued a statement': the dead do nothing.
      if isWord("bodies", head), isWord("the", mention.unit - 1),
        has(head + 1, [.verbPast, .verbS]),
        !has(head + 1, [.be, .have, .copula]), !has(head + 1, .lastRite)
      {
        mentions[index].reason = "no_outcome"
        continue
      }
      if let sense = headSense(head) {
        assign(index, combined(sense.outcome, at: head), trigger: head, rule: .noun)
        continue
      }
      // '10 of the 26 deaths'
      if let whole = complement(of: index), let head = mentions[whole].head,
        let sense = headSense(head)
      {
        assign(index, sense.outcome, trigger: head, rule: .part)
        mentions[index].whole = whole
        continue
      }
      // '12 injured soldiers', '20 dead people', 'one of the dead'
      for unit in mention.phrase.lowerBound..<(mention.end + 1)
      where unit != head && has(unit, .outcome) {
        if let sense = premodifierSense(unit),
          unit < head || isWord("of", head + 1) && !has(head, .bereaved)
        {
          assign(index, sense.outcome, trigger: unit, rule: .noun)
          break
        }
      }
    }
  }

  /// The mention that stands behind 'of' as the whole of another: '26' in '10 of the 26 deaths'.
  private func complement(of index: Int) -> Int? {
    index + 1 < mentions.count && isComplement(index + 1) ? index + 1 : nil
  }

  private func headSense(_ head: Int) -> OutcomeSense? {
    senses(head).first {
      $0.frame == .event || $0.frame == .people || $0.frame == .loss && has(head, .plural)
    }
  }

  private func premodifierSense(_ unit: Int) -> OutcomeSense? {
    senses(unit).first { sense in
      sense.frame == .state || sense.frame == .people
        || sense.frame == .harm && units[unit].classes.contains(.participle)
        || sense.frame == .event && has(unit, .plural)
    }
  }

  /// Carries an outcome over to mentions that are coordinated with one that has it.
  mutating func spread() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil {
      guard let source = carrier(of: index), let outcome = mentions[source].outcome else {
        continue
      }
      mentions[index].outcome = outcome
      mentions[index].trigger = mentions[source].trigger
      mentions[index].rule = mentions[index].head == nil ? .gapping : .coordination
      mentions[index].whole = mentions[index].whole ?? mentions[source].whole
      if mentions[index].head == nil { mentions[index].antecedent = source }
    }
    // A noun left out is carried over: '12 soldiers were killed and 30 wounded'.
    for index in mentions.indices
    where mentions[index].outcome != nil && mentions[index].antecedent == nil {
      guard namesNobody(index),
        let previous = mentions[..<index].lastIndex(where: {
          $0.outcome != nil && !$0.number.isZeroWord
        })
      else { continue }
      if !hasFiniteBreak(from: mentions[previous].end, to: mentions[index].unit) {
        mentions[index].antecedent = previous
      }
    }
  }

  /// Whether a mention has no noun of its own: '30', 'eight more', '12 dead'.
  func namesNobody(_ index: Int) -> Bool {
    guard let head = mentions[index].head else { return true }
    if has(head, .more) { return true }
    return false
  }

  /// Whether a sentence-like break lies between two units.
  private func hasFiniteBreak(from start: Int, to end: Int) -> Bool {
    guard start + 1 < end else { return false }
    return (start + 1..<end).contains {
      isMark(0x3B, $0)
        || has($0, .subordinator) && !has($0, [.preposition, .relative]) && !isWord("while", $0)
    }
  }

  /// The mention from which an outcome is carried to a free one; nil for none.
  private func carrier(of index: Int) -> Int? {
    let mention = mentions[index]
    guard mention.kind != .thing, !hasVerbOfItsOwn(index) else { return nil }
    // 'nine bodies and 12 survivors'
    if let head = mention.head, term(head)?.reason == "other_people" || has(head, .sickness) {
      return nil
    }
    guard
      let previous = mentions[..<index].lastIndex(where: {
        $0.reason == nil && !$0.number.isZeroWord
          && (!isInBrackets($0.unit) || isInBrackets(mention.unit))
      }),
      mentions[previous].outcome != nil
    else { return nil }
    // '…; the government says 1,200'
    if mention.kind == .none, has(mention.unit - 1, .cue), !has(mention.unit - 1, .preposition),
      (mentions[previous].end + 1..<max(mention.unit, mentions[previous].end + 1)).contains(where: {
        isMark(0x3B, $0) || isMark(0x2C, $0) || has($0, .conjunction) || isWord("while", $0)
      })
    {
      return previous
    }
    // 'eight men were killed, as were five women', '… and so did five women'
    if has(mention.unit - 1, [.be, .do, .have]),
      isWord("as", mention.unit - 2) || isWord("so", mention.unit - 2)
    {
      return previous
    }
    // Between the two only joints, small words and phrases that scope the first.
    var at = mentions[previous].end + 1
    var joints = 0
    var lastJoint = -1
    while at < mention.unit {
      if isJoint(at) || isMark(0x3B, at) || isDash(at) {
        joints += 1
        lastJoint = at
      } else if has(at, [.be, .have, .modal]), isInVerbGroup(at, of: previous) {
        // The verb of the first: 'five have died in the east, three in the west'.
      } else if has(at, [.be, .have, .modal, .relative]) {
        return nil
      } else if has(at, .verb), !has(at, [.outcome, .preposition]), !isPeople(at),
        !units[at].isName,
        !has(at, .ambiguousVerb) || has(at, .verbPast)
      {
        return nil
      }
      at += 1
    }
    guard joints > 0, lastJoint >= 0 else { return nil }
    // Right behind the joint stands the number, or 'another', 'some', 'for X'.
    var next = lastJoint + 1
    while next < mention.unit {
      guard
        has(next, [.adverb, .determiner, .more]) || isQuote(next)
          || units[next].isName && mention.head == nil
          || isWord("another", next) || isWord("as", next)
      else { return nil }
      next += 1
    }
    if mention.kind == .unknown, mentions[previous].kind == .people, !isPluralUnknown(index) {
      return nil
    }
    return previous
  }

  private func isInVerbGroup(_ unit: Int, of index: Int) -> Bool {
    guard let trigger = mentions[index].trigger, trigger > mentions[index].unit else {
      return false
    }
    return (startOfVerbGroup(endingAt: trigger)..<trigger + 1).contains(unit)
  }

  private func isPluralUnknown(_ index: Int) -> Bool {
    guard let head = mentions[index].head else { return false }
    let token = text.tokens[units[head].last]
    return text.bytes[token.end - 1] | 0x20 == 0x73
  }

  /// Whether a free mention is the subject of some verb: then nothing is carried to it.
  private func hasVerbOfItsOwn(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    if has(next, .part), has(next, .relative) { next += 1 }
    guard next < units.count else { return false }
    if has(next, [.be, .have, .modal]) { return true }
    return has(next, .verb) && has(next, [.verbPast, .verbS])
      && !has(next, [.outcome, .preposition, .reporting])
      && !isPeople(next)
  }

  // MARK: Parts

  /// 'including 12 children', '12 of them women', 'of whom 3', 'among them 2 journalists'.
  mutating func linkParts() {
    for index in mentions.indices where mentions[index].reason == nil {
      let mention = mentions[index]
      guard mention.whole == nil, !isWord("first", mention.unit - 1) || mention.kind == .people
      else { continue }
      let isMarked =
        isPartPhrase(index) || isInPartList(index) || isOpenedByWhole(index)
        || isHowBadly(index) || isBracketedShare(index) || isAmongWhole(index)
        || isBehindColon(index)
      guard isMarked, mention.outcome != nil || !hasFateOfItsOwn(index) else { continue }
      guard
        let whole = mentions[..<index].lastIndex(where: {
          $0.outcome != nil && $0.reason == nil && $0.whole == nil && !$0.number.isZeroWord
        })
          ?? mentions[(index + 1)...].firstIndex(where: {
            $0.outcome != nil && !has($0.unit - 1, .part) && !mention.number.isOne
          })
      else {
        linkPartOfPlain(index)
        continue
      }
      if mentions[index].outcome == nil {
        mentions[index].outcome = mentions[whole].outcome
        mentions[index].trigger = mentions[whole].trigger
        mentions[index].rule = .part
      }
      // '150 hostages, including 33 wounded', 'sixty were captured, of whom ten were killed'
      let isShare =
        whole == index - 1 && isPartPhrase(index)
        && mentions[index].number.high.isLess(than: mentions[whole].number.low)
      guard
        mentions[index].outcome == mentions[whole].outcome
          || mentions[whole].outcome == .casualties || isShare
      else { continue }
      mentions[index].whole = whole
    }
    linkSums()
  }

  /// 'twelve were injured, four seriously': how badly some of them were.
  private func isHowBadly(_ index: Int) -> Bool {
    let next = mentions[index].unit + 1
    return mentions[index].kind == .none && has(next, .wound) && has(next, .adverb)
      && (next + 1 == units.count || units[next + 1].kind == .mark)
      && isMark(0x2C, mentions[index].unit - 1)
  }

  /// Whether a figure stands behind its whole turned round: 'Among the 13 killed were five children'.
  private func isAmongWhole(_ index: Int) -> Bool {
    guard index > 0, isWord("among", 0), isPartitiveWhole(index - 1),
      mentions[index - 1].outcome != nil
    else { return false }
    return has(mentions[index].unit - 1, .be)
  }

  /// 'left 10 people dead: nine shoppers and a policeman': what they were.
  private func isBehindColon(_ index: Int) -> Bool {
    guard index > 0, mentions[index].kind == .people, mentions[index].number.qualifier == .exact,
      let whole = mentions[..<index].last(where: { $0.outcome != nil && $0.reason == nil }),
      !whole.number.isZeroWord, whole.whole == nil,
      mentions[index].outcome == nil || mentions[index].outcome == whole.outcome,
      !whole.number.low.isLess(than: mentions[index].number.low), let trigger = whole.trigger
    else { return false }
    return isMark(0x3A, mentions[index].unit - 1)
      && max(trigger, whole.end) < mentions[index].unit - 1
  }

  /// '25,600 dead (6,000 from disease)': how many of them, and of what.
  private func isBracketedShare(_ index: Int) -> Bool {
    guard mentions[index].kind == .none, isMark(0x28, mentions[index].unit - 1), index > 0,
      mentions[index - 1].outcome != nil,
      mentions[index].number.high.isLess(than: mentions[index - 1].number.low)
    else { return false }
    return has(mentions[index].end + 1, .preposition) && has(mentions[index].unit - 2, .outcome)
  }

  /// 'of whom 12 were rescued': a part with a verb that is no outcome.
  func hasFateOfItsOwn(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    if has(next, .part) { next += 1 }
    guard has(next, [.be, .have, .modal]) else { return false }
    while next < units.count,
      has(next, [.be, .have, .modal, .adverb, .negation]) || isWord("since", next)
    {
      next += 1
    }
    return next < units.count && isVerb(next) && !has(next, .outcome) && !isPeople(next)
  }

  /// '700 casualties, with 129 people killed and 574 injured': the sum and what it is made of.
  private mutating func linkSums() {
    for index in mentions.indices.dropFirst()
    where mentions[index].outcome != nil && mentions[index].whole == nil {
      let previous = mentions[index - 1]
      guard previous.reason == nil, mentions[index].reason == nil,
        mentions[index].outcome != .casualties,
        (mentions[index].number.high.whole ?? 0) <= (previous.number.high.whole ?? 0)
          || previous.whole != nil
      else { continue }
      let between = previous.end + 1..<max(previous.end + 1, mentions[index].unit)
      if previous.outcome == .casualties,
        isWord("with", mentions[index].unit - 1) || isMark(0x3A, mentions[index].unit - 1)
          || isDash(mentions[index].unit - 1)
      {
        mentions[index].whole = index - 1
      } else if let whole = previous.whole, mentions[whole].outcome == .casualties,
        between.contains(where: { isWord("and", $0) })
      {
        mentions[index].whole = whole
      }
    }
  }

  /// 'the dead included 3 children', 'among the wounded were 12 soldiers'.
  private mutating func linkPartOfPlain(_ index: Int) {
    guard mentions[index].outcome == nil else { return }
    var at = mentions[index].unit - 1
    var steps = 0
    while at >= 0, steps < 14 {
      if isWord("of", at - 1), has(at - 2, .bereaved) { return }
      if let sense = senses(at).first(where: {
        [.event, .people, .state, .harm, .remove].contains($0.frame)
      }) {
        assign(index, sense.outcome, trigger: at, rule: .part)
        return
      }
      if mention(at: at) != nil { return }
      at -= 1
      steps += 1
    }
  }

  /// 'Of the dead, 14 were tourists': the sentence opens with the whole.
  private func isOpenedByWhole(_ index: Int) -> Bool {
    guard isWord("of", 0) || isWord("among", 0) else { return false }
    guard let comma = units.indices.first(where: { isMark(0x2C, $0) }), comma < 8,
      mentions[index].unit > comma, mentions[index].unit < comma + 4
    else { return false }
    return (1..<comma).contains {
      senses($0).contains { [.people, .event, .harm].contains($0.frame) }
    }
      && !(1..<comma).contains { mention(at: $0) != nil }
  }

  /// Whether a mention goes on with a list that 'including' opened.
  private func isInPartList(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].whole != nil || isPartPhrase(index - 1) else {
      return false
    }
    let start = mentions[index - 1].end + 1
    let end = mentions[index].unit
    guard start < end else { return false }
    // ', and' behind a single part closes the bracket that 'including' opened.
    let closes = isMark(0x2C, start) && has(start + 1, .conjunction)
    if closes, index < 2 || mentions[index - 2].whole == nil { return false }
    return (start..<end).allSatisfy { isJoint($0) || has($0, [.adverb, .determiner]) }
      && (start..<end).contains { isJoint($0) }
  }

  /// Words for nobody are claims only where an outcome word governs them.
  mutating func settleZeroWords() {
    for index in mentions.indices where mentions[index].number.isZeroWord {
      guard let head = mentions[index].head else { continue }
      let frames = senses(head).map(\.frame)
      if mentions[index].outcome == nil,
        frames.contains(.event) || frames.contains(.people), let sense = headSenseOfZero(head)
      {
        mentions[index].outcome = sense.outcome
        mentions[index].trigger = head
      }
      mentions[index].rule = mentions[index].outcome == nil ? nil : .zero
    }
  }

  private func headSenseOfZero(_ head: Int) -> OutcomeSense? {
    senses(head).first { $0.frame == .event || $0.frame == .people }
  }
}
