internal import ClaimModel
internal import Lexicons

/// Figures that are stated parts of others, and words for nobody.
extension SentenceGrammar {
  /// 'including 12 children', '12 of them women', 'of whom 3', 'among them 2 journalists'.
  mutating func linkParts() {
    linkFatalShares()
    linkSubjectsWithInclusions()
    for index in mentions.indices where mentions[index].reason == nil {
      if linkSharesBefore(index) { continue }
      let mention = mentions[index]
      guard mention.whole == nil, !isWord("first", mention.unit - 1) || mention.kind == .people
      else { continue }
      let isMarked =
        isPartPhrase(index) || isInPartList(index) || isOpenedByWhole(index)
        || isHowBadly(index) || isBracketedShare(index) || isAmongWhole(index)
        || isBehindColon(index) || isOfTheHurt(index) || isOneOfThem(index)
        || isWithCause(index) || goesOnWithShares(index)
      guard isMarked,
        mention.outcome != nil || !hasFateOfItsOwn(index)
          || isOpenedByWhole(index) && mention.kind == .none
      else { continue }
      if isPartOfUntold(index) { continue }
      // 'one of the dead was a girl, while the injured included five others'
      if mention.outcome == nil, let noun = sufferersIncluding(index) {
        assign(index, noun.outcome, trigger: noun.unit, rule: .part)
        mentions[index].whole = lastWhole(before: index, of: noun.outcome)
        continue
      }
      // 'The death toll, including seven children, was to rise as 17 were missing'
      if mention.outcome == nil, let noun = countedNounBefore(index) {
        linkList(from: mention.unit, noun.outcome, trigger: noun.unit, rule: .part)
        continue
      }
      guard
        let whole = mention.outcome.flatMap({ lastWhole(before: index, of: $0) })
          ?? lastWhole(before: index, of: nil, atLeast: mention.number.low)
          ?? lastWhole(before: index, of: nil)
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
        whole == index - 1 && isPartPhrase(index) && mentions[whole].outcome != .killed
        && mentions[index].number.high.isLess(than: mentions[whole].number.low)
      guard
        mentions[index].outcome == mentions[whole].outcome
          || mentions[whole].outcome == .casualties || isShare
      else { continue }
      mentions[index].whole = whole
    }
    linkSums()
  }

  /// The last figure before another that is no part itself, of an outcome where one is given.
  ///
  /// 'left 12 dead and two wounded, including four herders': a share is no more than its whole.
  private func lastWhole(
    before index: Int, of outcome: Outcome?, atLeast least: ExactNumber = ExactNumber(0)
  ) -> Int? {
    mentions[..<index].lastIndex {
      $0.outcome != nil && $0.reason == nil && $0.whole == nil && !$0.number.isZeroWord
        && (outcome == nil || $0.outcome == outcome) && !$0.number.high.isLess(than: least)
    }
  }

  /// 'Four villagers including two women and two men lost their lives': the verb's subject is the
  /// whole, before what it includes.
  private mutating func linkSubjectsWithInclusions() {
    for index in mentions.indices.dropLast()
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .people
    {
      // 'Seven miners, including two boys and a cook were killed': nothing closes what a comma opens.
      let comma = isMark(0x2C, mentions[index].end + 1) ? 1 : 0
      guard has(mentions[index].end + comma + 1, .part) else { continue }
      let part = mentions[index + 1]
      guard let outcome = part.outcome, let trigger = part.trigger, trigger > part.end,
        // 'Eighty miners, including 14 who were injured, escaped'
        !(part.end + 1..<trigger).contains(where: { has($0, .relative) }),
        part.number.high.isLess(than: mentions[index].number.low),
        !(mentions[index].end + comma + 1..<part.unit).contains(where: {
          isMark(0x2C, $0) || has($0, [.be, .have, .modal, .relative])
        })
      else { continue }
      mentions[index].outcome = outcome
      mentions[index].trigger = trigger
      mentions[index].rule = .subject
    }
  }

  /// The noun for a count right before the word that opens a figure's part; nil where a figure stands
  /// there.
  private func countedNounBefore(_ index: Int) -> (unit: Int, outcome: Outcome)? {
    var at = mentions[index].unit - 1
    while has(at, [.determiner, .adverb]) { at -= 1 }
    guard has(at, .part), !has(at, .verb) || has(at, .gerund) else { return nil }
    at -= 1
    if isMark(0x2C, at) || isDash(at) || isMark(0x28, at) { at -= 1 }
    guard at >= 0, !isCounted(at),
      let sense = senses(at).first(where: { $0.frame == .toll || $0.frame == .event })
    else { return nil }
    return (at, sense.outcome)
  }

  /// 'nine were shot, three fatally', 'three of them fatally'.
  private mutating func linkFatalShares() {
    for index in mentions.indices
    where mentions[index].kind == .none && mentions[index].reason == nil {
      let next = mentions[index].end + 1
      guard isWord("fatally", next) || isWord("mortally", next),
        endsPhrase(at: next + 1)
      else { continue }
      mentions[index].outcome = .killed
      mentions[index].trigger = next
      mentions[index].rule = .part
      mentions[index].whole = nil
      if index > 0, mentions[index - 1].reason == nil {
        mentions[index].antecedent = index - 1
        if mentions[index - 1].outcome != nil { mentions[index].whole = index - 1 }
      }
    }
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
      && !reportsOutcome(next)
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
      let between = previous.end + 1..<mentions[index].unit
      if previous.outcome == .casualties,
        isWord("with", mentions[index].unit - 1) || isMark(0x3A, mentions[index].unit - 1)
          || isDash(mentions[index].unit - 1)
      {
        mentions[index].whole = index - 1
      } else if let whole = sum(above: previous), mentions[whole].outcome == .casualties,
        between.contains(where: { isWord("and", $0) })
      {
        mentions[index].whole = whole
      }
    }
  }

  /// What a figure is a part of, and that of: '900' for '40' in '900 casualties, with 300 deaths,
  /// including 40 children'.
  private func sum(above mention: Mention) -> Int? {
    guard let whole = mention.whole else { return nil }
    return mentions[whole].outcome == .casualties ? whole : mentions[whole].whole ?? whole
  }

  /// 'the dead included 3 children', 'among the wounded were 12 soldiers'.
  private mutating func linkPartOfPlain(_ index: Int) {
    guard mentions[index].outcome == nil else { return }
    var at = mentions[index].unit - 1
    var steps = 0
    while at >= 0, steps < 14 {
      if isWord("of", at - 1), has(at - 2, .bereaved) { return }
      if let sense = senses(at).first(where: {
        [.event, .people, .state, .harm, .remove, .toll].contains($0.frame)
      }) {
        assign(index, sense.outcome, trigger: at, rule: .part)
        return
      }
      // 'The dead were 13 to 32 years old, including six women'
      if let other = mention(at: at), !isAgeOfSome(other) { return }
      at -= 1
      steps += 1
    }
  }

  /// 'Two cousins and three neighbours were dead, among the more than 900 people killed': the whole
  /// stands behind its shares.
  private mutating func linkSharesBefore(_ whole: Int) -> Bool {
    var among = mentions[whole].unit - 1
    guard has(among, .determiner) else { return false }
    while has(among, .determiner) { among -= 1 }
    guard isWord("among", among), isMark(0x2C, among - 1), let outcome = mentions[whole].outcome,
      let trigger = mentions[whole].trigger, trigger > among
    else { return false }
    for part in mentions.indices[..<whole].reversed() {
      guard mentions[part].outcome == outcome, mentions[part].reason == nil,
        !mentions[whole].number.low.isLess(than: mentions[part].number.high)
      else { break }
      mentions[part].whole = mentions[part].whole ?? whole
    }
    return true
  }

  private func isAgeOfSome(_ index: Int) -> Bool {
    mentions[index].reason == "age" || isWord("aged", mentions[index].unit - 1)
  }

  /// 'Of the dead, 14 were tourists': the sentence opens with the whole.
  func isOpenedByWhole(_ index: Int) -> Bool {
    // 'The agency stated that of those killed, three were porters'
    let start = (0..<mentions[index].unit).last { isWord("that", $0) }.map { $0 + 1 } ?? 0
    guard
      isWord("of", start) || isWord("among", start) || isWord("of those", start)
        || isWord("among those", start),
      let comma = units[start...].indices.first(where: { isMark(0x2C, $0) }), comma < start + 8,
      mentions[index].unit > comma, mentions[index].unit < comma + 4 || goesOnWithShares(index)
    else { return false }
    return (start + 1..<comma).contains {
      senses($0).contains { [.people, .event, .harm].contains($0.frame) }
    }
      && !(start + 1..<comma).contains { mention(at: $0) != nil || has($0, .bereaved) }
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
      // 'no more lives should be lost': a wish
      // 'it gave no casualties for its own units'
      if has(mentions[index].unit - 1, .giving) || isWord("should", head + 1)
        || isWord("must", head + 1)
        || isWord("more", head - 1) && isWord("will", head + 1)
      {
        mentions[index].outcome = nil
        mentions[index].rule = nil
        continue
      }
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

  /// Whether a mention is 'N of them', 'N of whom' or stands behind 'including'.
  func isPartPhrase(_ index: Int) -> Bool {
    let mention = mentions[index]
    // 'not counting 30,000 civilians'
    if has(mention.unit - 1, .part), has(mention.unit - 2, .negation) { return false }
    // 'Of these 92, 12 were killed': all that were told before.
    if mention.unit == 1, isWord("of these", 0) || isWord("of those", 0) {
      return has(mention.end + 1, .be)
    }
    if has(mention.unit - 1, .part) || has(mention.unit - 2, .part) && !isJoint(mention.unit - 1) {
      return true
    }
    // ', of which, 44 in the north'
    if isMark(0x2C, mention.unit - 1), has(mention.unit - 2, .part),
      has(mention.unit - 2, .relative)
    {
      return true
    }
    if isBehindPartWord(mention.unit) { return true }
    // 'including those of two children'
    if isWord("of", mention.unit - 1), isWord("those", mention.unit - 2),
      has(mention.unit - 3, .part)
    {
      return true
    }
    // ', 650 children included,'
    if isWord("included", mention.end + 1), isMark(0x2C, mention.unit - 1) { return true }
    // 'five children among them'
    if isWord("among them", mention.end + 1),
      mention.end + 2 >= units.count
        || units[mention.end + 2].kind == .mark || has(mention.end + 2, [.be, .have])
    {
      return true
    }
    let next = mention.unit + 1
    return has(next, .part)
      || isWord("of", next)
        && (isWord("them", next + 1) || isWord("whom", next + 1) || isWord("which", next + 1))
  }

  /// 'including a woman and two children': another phrase stands between the word and the number.
  private func isBehindPartWord(_ unit: Int) -> Bool {
    var at = unit - 1
    while at > 0, has(at, .determiner) { at -= 1 }
    guard has(at, .conjunction) || isMark(0x2C, at) else { return false }
    while at > 0, unit - at < 10 {
      if has(at, .part) {
        return has(at, .verb) || isWord("including", at) || isWord("among them", at)
      }
      guard
        isJoint(at) || has(at, .determiner) || mention(at: at) != nil
          || units[at].isContent && !isVerb(at)
      else {
        return false
      }
      // ', and' closes what 'including' opened.
      if isMark(0x2C, at), has(at + 1, .conjunction) { return false }
      at -= 1
    }
    return false
  }
}
