internal import Lexicons

/// Numbers that give a count anew that was given before: 'relief groups put that number at 1,000'.
extension SentenceGrammar {
  /// 'the number rose to 37,633', 'later revised the figure to 320', 'the hospital put it at 19'.
  func pointsBack(_ index: Int) -> Bool {
    if isRestated(index) || isCompared(index) || isGivenFigure(index) { return true }
    var at = mentions[index].unit - 1
    if isWord("by", at) { return false }
    let isLed = isWord("to", at)
    var sawLevel = false
    while at >= 0, mentions[index].unit - at < 7 {
      if has(at, .level) && has(at, [.verb, .be]) || isWord("being", at) { sawLevel = true }
      if isCountNoun(at) {
        // 'bringing the total to 312', 'taking the total since May to 12'
        let isBrought = isLed && has(at - 2, .level)
        return (sawLevel || isBrought) && isDefinite(at) && !isWord("of", at + 1)
      }
      // 'Estimates range from 3,000 to 20,000'
      if has(at, .estimates) { return sawLevel && !isWord("of", at + 1) }
      if units[at].kind == .mark { return false }
      at -= 1
    }
    return false
  }

  /// 'the figure of 8,000', 'the 4,000 figure', 'the families have another number: 197': the number of
  /// a count that was told of, with the noun for it.
  func isGivenFigure(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.kind == .none else { return false }
    // '52% of the 800,000 total' is of a strength.
    if mention.end > mention.unit, mention.head == nil, isCountNoun(mention.end) {
      return !isWord("of", mention.unit - 2)
    }
    let before = mention.unit - 1
    // 'the 2 million put forward by the party'
    if isWord("the", before),
      has(mention.end + 1, [.cue, .reporting, .recording, .listing, .giving]),
      has(mention.end + 1, .participle),
      isWord("by", mention.end + 2) || isWord("by", mention.end + 3)
    {
      return true
    }
    guard isCountNoun(before - 1), !has(before - 1, .verb) || has(before - 2, .determiner) else {
      return false
    }
    if isMark(0x3A, before) { return true }
    return isWord("of", before)
      && (isDefinite(before - 1) || isIndefiniteArticle(before - 2))
  }

  /// Makes a number bare where the noun by it is one for a count: 'the 70,000 number conceded', 'the
  /// estimate of 41,300 translates to …'.
  func takeCountNoun(_ mention: inout Mention) {
    guard mention.kind != .people, !mention.number.isOne, let head = mention.head else { return }
    let before = mention.unit - 1
    // 'these two figures' are figures.
    let isNamed =
      has(before, .determiner) && head == mention.unit + 1 && has(head, .count)
      && !mention.number.low.isLess(than: ExactNumber(10))
    let isVerb = isWord("of", before) && has(before - 1, .count) && has(head, .verbS)
    guard isNamed || isVerb else { return }
    mention.kind = .none
    mention.head = nil
    mention.phrase = head..<head
    if isVerb { mention.end = mention.unit }
  }

  /// 'the 14 included nine children': the number of a figure before, named anew.
  func isNamedAnew(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.kind == .none, isWord("the", mention.unit - 1), !mention.number.isOne else {
      return false
    }
    return has(mention.end + 1, [.be, .have, .modal])
      || has(mention.end + 1, .part) && has(mention.end + 1, .verb)
  }

  /// 'that is up from 391', 'down from 391 in 2022', 'compared with 45 the day before'.
  func isCompared(_ index: Int) -> Bool {
    guard mentions[index].kind == .none else { return false }
    let before = mentions[index].unit - 1
    if isWord("from", before), isWord("up", before - 1) || isWord("down", before - 1) {
      return true
    }
    // 'more than double the 45 recorded in 2020'
    if isWholeOfFraction(index), has(mentions[index].end + 1, [.reporting, .recording, .listing]) {
      return true
    }
    // 'fewer died than the 40,000 commonly reported'
    if isWord("than", before - 1), isWord("the", before) {
      let said =
        has(mentions[index].end + 1, .adverb) ? mentions[index].end + 2 : mentions[index].end + 1
      if has(said, .participle), !has(said, .outcome) { return true }
    }
    // '300 deaths, against 250 in 2018'
    if isWord("against", before), isMark(0x2C, before - 1) || has(before - 1, .outcome),
      mentions[index].end + 1 < units.count,
      has(mentions[index].end + 1, [.preposition, .determiner, .timeModifier, .timeUnit])
    {
      return true
    }
    return (isWord("with", before) || isWord("to", before)) && isWord("compared", before - 1)
  }

  /// 'put the figure at 19', 'changed that number to 41', 'estimated them at 300'.
  func isRestated(_ index: Int) -> Bool {
    var at = mentions[index].unit - 1
    while isQuote(at) || has(at, .adverb) && !has(at, .preposition) { at -= 1 }
    if isWord("at", at) || isWord("to", at) || isWord("as", at) { at -= 1 }
    while has(at, .adverb) || isWord("down", at) || isWord("up", at) { at -= 1 }
    return isRestatedCount(at)
      || !mentions[index].number.isOne && isSaidOfCount(mentions[index].unit - 1)
  }

  /// '…; relatives say it is closer to 20,000'.
  private func isSaidOfCount(_ verb: Int) -> Bool {
    var at = verb
    while has(at, [.be, .modal]) { at -= 1 }
    return at < verb && isWord("it", at) && has(at - 1, [.cue, .conjunction, .subordinator])
  }

  /// Whether a unit is the object of a verb of counts, and a word for a count told before.
  private func isRestatedCount(_ object: Int) -> Bool {
    if isWord("it", object) || isWord("them", object) {
      var verb = object - 1
      while has(verb, .adverb), !has(verb, .restating) { verb -= 1 }
      return has(verb, .restating)
    }
    guard isCountNoun(object), isDefinite(object) else { return false }
    var verb = object - 1
    while verb > 0, object - verb < 4, !has(verb, .determiner) { verb -= 1 }
    return has(verb - 1, .restating) || has(verb - 2, .restating)
  }

  /// Whether 'the', 'that' or a possessive opens the phrase of a noun.
  private func isDefinite(_ noun: Int) -> Bool {
    (max(0, noun - 3)..<noun).contains {
      has($0, .determiner) && !isWord("a", $0) && !isWord("no", $0) || units[$0].kind == .possessive
    }
  }

  /// A noun for a count of what was told before.
  func isCountNoun(_ unit: Int) -> Bool {
    has(unit, .count) || isWord("toll", unit)
  }
}
