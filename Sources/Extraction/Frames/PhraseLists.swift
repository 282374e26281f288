internal import ClaimModel
internal import Lexicons

/// Noun phrases joined by commas and 'and', with a number or without.
extension SentenceGrammar {
  /// A list of noun phrases, of which those with a quantity are tied to the outcome.
  mutating func linkList(from start: Int, _ outcome: Outcome, trigger: Int, rule: Mention.Rule) {
    var next = start
    var count = 0
    var sawThing = false
    while next < units.count, count < 12 {
      while next < units.count, isSkippedBeforeObject(next) { next += 1 }
      guard next < units.count else { return }
      if let index = mention(at: next) {
        if count > 0,
          hasOwnTrigger(index) || startsClauseOfItsOwn(index) && !endsComplement(index, rule)
        {
          return
        }
        // 'killing 20-year-old Ana Weil and six children'
        if mentions[index].reason == "age", let end = endOfAged(index) {
          next = end + 1
          count += 1
          guard let follower = jointBehind(next) else { return }
          next = follower
          continue
        }
        if mentions[index].reason == "thing" { sawThing = true }
        // 'captured 12 guns, 3 flags and 600 prisoners': what stands beside things is one.
        if sawThing, mentions[index].reason == nil, mentions[index].kind == .unknown {
          mentions[index].reason = "thing"
        }
        if mentions[index].reason == nil {
          // 'wounded 11, two of whom later died'
          let isShare =
            has(mentions[index].unit + 1, .part) && has(mentions[index].unit + 1, .relative)
          if count == 0 || !isShare {
            assign(index, outcome, trigger: trigger, rule: count == 0 ? rule : .coordination)
          }
        } else if mentions[index].reason != "thing", mentions[index].reason != "duration" {
          return
        }
        next = mentions[index].end + 1
      } else if let end = plainPhrase(at: next) {
        // 'in the worst slaughter of the decade, 3,500 rebels …'
        if rule == .ofNoun, isMark(0x2C, end + 1), has(end, [.timeUnit, .measure]) { return }
        next = end + 1
        if isWord("of", next), let index = mention(at: next + 1), mentions[index].head == nil,
          mentions[index].kind == .people
        {
          assign(index, outcome, trigger: trigger, rule: count == 0 ? rule : .coordination)
          next = mentions[index].end + 1
        }
      } else {
        return
      }
      count += 1
      guard let follower = jointBehind(next) else { return }
      next = follower
    }
  }

  /// Whether a mention before a verb ends the complement of the verb's subject: 'the bodies of two
  /// women and one child have been recovered'.
  private func endsComplement(_ index: Int, _ rule: Mention.Rule) -> Bool {
    guard rule == .ofNoun, mentions[index].kind == .people, mentions[index].head != nil else {
      return false
    }
    var verb = mentions[index].end + 1
    while has(verb, [.be, .have, .modal, .adverb]), !has(verb, .outcome) { verb += 1 }
    return !has(verb, .outcome)
  }

  /// The end of the phrase that an age opens: 'Weil' in '20-year-old Ana Weil'; nil where the age
  /// stands alone.
  private func endOfAged(_ index: Int) -> Int? {
    var next = mentions[index].unit + 1
    while isMark(0x2D, next) || has(next, .timeUnit) || isWord("old", next) { next += 1 }
    guard next > mentions[index].unit + 2 else { return nil }
    return plainPhrase(at: next)
  }

  /// Whether a word may stand between a verb and its object's quantity.
  private func isSkippedBeforeObject(_ index: Int) -> Bool {
    if isQuote(index) { return true }
    guard units[index].kind == .word, units[index].quantity < 0, mention(at: index) == nil else {
      return false
    }
    if has(index, .adverb), !has(index, [.preposition, .conjunction]) { return true }
    if has(index, [.determiner, .more]) || isWord("as", index) || isWord("a further", index)
      || isWord("remaining", index)
    {
      // A determiner is skipped only where the quantity follows.
      var next = index + 1
      while next < units.count, mention(at: next) == nil,
        has(next, .more) || isWord("remaining", next)
      {
        next += 1
      }
      return next < units.count
        && (mention(at: next) != nil || isQuote(next) || has(next, .adverb)
          || isOrderWord(next))
    }
    if has(index - 1, .determiner), isOrderWord(index) { return true }
    return isWord("additional", index) || isWord("further", index)
  }

  /// 'last' in 'the bodies of the last four workers': an adjective before a number.
  private func isOrderWord(_ unit: Int) -> Bool {
    unit < units.count && units[unit].isContent && !isVerb(unit) && !isPeople(unit)
      && !has(unit, [.plural, .outcome]) && mention(at: unit + 1) != nil
  }

  /// The last unit of a noun phrase without a quantity at a unit; nil where there is none.
  func plainPhrase(at index: Int) -> Int? {
    guard index < units.count, units[index].kind == .word else { return nil }
    if has(index, .pronoun), !has(index, .determiner) { return index }
    guard has(index, .determiner) || units[index].isContent && !readsAsVerb(index) else {
      return nil
    }
    if has(index, [.weekday, .day]) { return nil }
    var start = index
    while start < units.count, has(start, .determiner) { start += 1 }
    let (_, head, end) = nounPhrase(behind: start - 1)
    guard head != nil else { return start > index ? start - 1 : nil }
    return end
  }

  /// The first unit behind ', ' / ' and ' / ', and' that may go on with a list; nil for none.
  func jointBehind(_ index: Int) -> Int? {
    var next = index
    guard next < units.count, isJoint(next) else { return nil }
    if isMark(0x2C, next) { next += 1 }
    if next < units.count, has(next, .conjunction) { next += 1 }
    return next < units.count ? next : nil
  }
}
