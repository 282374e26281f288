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
      // 'nine of the 14 who died were shot in the back'
      if let whole = complement(of: index), let outcome = mentions[whole].outcome,
        let trigger = mentions[whole].trigger, trigger > mentions[whole].end,
        has(mentions[whole].end + 1, .relative), mention.kind != .thing
      {
        assign(index, outcome, trigger: trigger, rule: .part)
        mentions[index].whole = whole
        continue
      }
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
      if let source = listBefore(index, head: head) {
        assign(
          index, mentions[source].outcome ?? .killed, trigger: mentions[source].trigger ?? head,
          rule: .coordination)
        continue
      }
      // 'one victim had a bullet in his leg': what befell him is told apart.
      if mention.number.isOne, namesVictimsByHead(head), has(head + 1, [.have, .verbPast, .verbS]),
        !has(head + 1, [.be, .outcome])
      {
        continue
      }
      // 'one of the deceased victims', 'twelve injured victims'
      if namesVictimsByHead(head), let own = premodifier(ofHead: head, in: mention.phrase) {
        assign(index, own.outcome, trigger: head, rule: .noun)
        continue
      }
      if let sense = headSense(head) {
        // 'one of the injured said that …': it is told by one, not of one.
        if mention.number.isOne, sense.frame == .people, has(head + 1, .cue) { continue }
        // 'killing 22 people, including four hostages': they are killed, too.
        if sense.frame == .people, sense.outcome == .captured || sense.outcome == .displaced,
          isPartPhrase(index),
          let whole = mentions[..<index].last(where: { $0.reason == nil && $0.outcome != nil }),
          whole.outcome == .killed || whole.outcome == .injured
        {
          continue
        }
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
        // '… out of control,' said one injured passenger
        if mention.number.isOne, isSaying(mention.unit - 1) || isSaying(mention.end + 1) { break }
        if let sense = premodifierSense(unit),
          unit < head || isWord("of", head + 1) && !has(head, .bereaved)
        {
          assign(index, sense.outcome, trigger: unit, rule: .noun)
          break
        }
      }
    }
  }

  /// 'killed six people in a house and nine displaced people in tents': the figure of a list of the
  /// killed or hurt that goes on with people who fled before; nil where there is none.
  private mutating func listBefore(_ index: Int, head: Int) -> Int? {
    let phrase = mentions[index].phrase
    guard !phrase.isEmpty,
      phrase.contains(where: { unit in senses(unit).contains { $0.outcome == .displaced } })
    else { return nil }
    // 'killed six in a house, two in a flat and nine displaced people': the bare number first.
    if index > 0, mentions[index - 1].kind == .none, let first = carrier(of: index - 1),
      mentions[index - 1].outcome == nil, mentions[index - 1].reason == nil,
      let outcome = mentions[first].outcome
    {
      assign(
        index - 1, outcome, trigger: mentions[first].trigger ?? mentions[first].unit, rule: .gapping
      )
      mentions[index - 1].antecedent = first
    }
    guard
      let source = carrier(of: index), let trigger = mentions[source].trigger,
      mentions[source].outcome == .killed || mentions[source].outcome == .injured,
      trigger < mentions[index].unit, senses(trigger).contains(where: { $0.frame == .harm }),
      voice(ofVerb: trigger) == .active
    else { return nil }
    return source
  }

  /// '12 civilian and four military deaths': the noun stands with the last of them.
  mutating func linkSharedHeads() {
    for index in mentions.indices.dropLast()
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .people
    {
      let next = mentions[index + 1]
      guard next.rule == .noun || next.rule == .object || next.rule == .subject, next.reason == nil,
        let outcome = next.outcome, let head = next.head, hasOwnOutcome(index + 1),
        let own = mentions[index].head, !has(own, .plural), !has(own, .outcome),
        mentions[index].phrase.count == 1, isJoint(mentions[index].end + 1),
        jointBehind(mentions[index].end + 1) == next.unit, next.phrase.count > 1
      else { continue }
      assign(index, outcome, trigger: head, rule: .coordination)
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

  /// Whether a unit is a verb of saying: not 'received', which attributes counts alone.
  private func isSaying(_ unit: Int) -> Bool {
    unit >= 0 && unit < units.count && term(unit)?.cue == .say
  }

  private func premodifier(ofHead head: Int, in phrase: Range<Int>) -> OutcomeSense? {
    phrase.lazy.filter { $0 < head }.compactMap { premodifierSense($0) }.first
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
      if mentions[source].rule == .part, mentions[source].whole == nil, !isIncrement(index) {
        mentions[index].rule = .part
      }
      if mentions[index].whole == nil, let whole = mentions[source].whole, !isIncrement(index),
        !mentions[whole].number.high.isLess(than: mentions[index].number.low)
      {
        mentions[index].whole = whole
      }
      if mentions[index].head == nil { mentions[index].antecedent = source }
    }
    // A noun left out is carried over: '12 soldiers were killed and 30 wounded'.
    for index in mentions.indices
    where mentions[index].outcome != nil && mentions[index].antecedent == nil {
      guard namesNobody(index),
        let previous = mentions[..<index].lastIndex(where: {
          $0.outcome != nil && !$0.number.isZeroWord
            && !(has($0.unit + 1, .part) && $0.whole != index)
        }), mentions[previous].whole != index
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

  /// Whether a figure counts people of another fate: 'survivors', 'infections'.
  func countsOtherPeople(_ index: Int) -> Bool {
    guard let head = mentions[index].head else { return false }
    return term(head)?.reason == .otherPeople || has(head, .sickness)
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
    // 'lost 301 men, with 20 officers, out of 450'
    if isWord("of", mention.unit - 1), isWord("out", mention.unit - 2) { return nil }
    // 'nine bodies and 12 survivors'
    if countsOtherPeople(index) { return nil }
    // 'left nine dead and 1.2 million without power'
    if isWord("without", mention.end + 1) { return nil }
    guard
      let previous = mentions[..<index].lastIndex(where: {
        $0.reason == nil && !$0.number.isZeroWord
          && (!isInBrackets($0.unit) || isInBrackets(mention.unit))
      }),
      mentions[previous].outcome != nil
    else { return nil }
    // 'left 12 dead and two wounded, including four herders'
    if isPartPhrase(index), mentions[previous].number.high.isLess(than: mention.number.low) {
      return nil
    }
    // 'more than 2,000 households (12,000 people) were displaced': the same people, counted by head
    if index - 1 == previous, isMark(0x28, mention.unit - 1), isMark(0x29, mention.end + 1),
      mentions[previous].end + 1 == mention.unit - 1, mention.kind == .people,
      mentions[previous].number.low.isLess(than: mention.number.low)
    {
      return previous
    }
    if isNextInOrder(index, behind: previous) || isChange(index)
      || goesOnWithLevel(index, behind: previous) || isRange(index, of: previous)
      || isNextOfToll(index, behind: previous)
    {
      return previous
    }
    // 'lost 400 men to the enemy's 3,000', 'against 3,000 of the enemy'
    let joint = mentions[previous].end + 1
    if mention.kind == .none || mention.head.map({ has($0, .enemy) }) ?? false,
      isWord("to", joint) && units[mention.unit - 1].kind == .possessive
        || isWord("against", joint) && joint + 1 == mention.unit,
      mention.unit - joint < 6
    {
      return previous
    }
    if repeatsActiveVerb(index, of: previous) { return previous }
    // '…; the government says 1,200', '…, while Hesk had 30'
    if mention.kind == .none,
      has(mention.unit - 1, .cue) && !has(mention.unit - 1, .preposition)
        || has(mention.unit - 1, .have) && endsPhrase(at: mention.end + 1)
          && (units[mention.unit - 2].isCapital || has(mention.unit - 2, .pronoun)),
      (mentions[previous].end + 1..<mention.unit).contains(where: {
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
      if let close = endOfRelativeAside(from: at), close < mention.unit {
        at = close
        continue
      }
      if isJoint(at) || isMark(0x3B, at) || isDash(at) {
        joints += 1
        lastJoint = at
      } else if has(at, .be), mentions[previous].rule == .part, at == mentions[previous].end + 1,
        isSaidWhoTheyAre(previous)
      {
        // '40 were children and up to 45 women'
      } else if has(at, [.be, .have, .modal, .verb]), isInVerbGroup(at, of: previous) {
        // The verb of the first: 'five have died in the east, three in the west'.
      } else if has(at, [.be, .have, .modal, .relative]) {
        return nil
      } else if has(at, .verb), !has(at, [.outcome, .preposition, .part]), !isPeople(at),
        !units[at].isName, !isInCapitalName(at),
        !has(at, .ambiguousVerb) || has(at, .verbPast)
      {
        return nil
      }
      at += 1
    }
    guard joints > 0, lastJoint >= 0 else { return nil }
    // Right behind the joint stands the number, or 'another', 'some', 'for X'.
    let opener = isMark(0x2C, mention.unit - 1) ? placeOpener(before: mention.unit - 1) : lastJoint
    var next = isPlaceBefore(index, behind: opener) ? mention.unit : lastJoint + 1
    while next < mention.unit {
      guard
        has(next, [.adverb, .determiner, .more, .negation]) || isQuote(next)
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
    // '34 taken into custody'
    if has(next, .participle), isWord("into", next + 1), !senses(next).isEmpty,
      senses(next).allSatisfy({ $0.frame == .take })
    {
      return true
    }
    return has(next, .verb) && has(next, [.verbPast, .verbS])
      && !has(next, [.outcome, .preposition, .reporting])
      && !isPeople(next)
  }
}
