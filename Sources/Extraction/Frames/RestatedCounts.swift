internal import Lexicons

/// Numbers that give a count anew that was given before: 'relief groups put that number at 1,000'.
extension SentenceGrammar {
  /// 'the number rose to 37,633', 'later revised the figure to 320', 'the hospital put it at 19'.
  func pointsBack(_ index: Int) -> Bool {
    if isRestated(index) || isCompared(index) { return true }
    var at = mentions[index].unit - 1
    let isLed = isWord("to", at)
    var sawLevel = false
    while at > 0, mentions[index].unit - at < 7 {
      if has(at, .level), has(at, [.verb, .be]) { sawLevel = true }
      if isCountNoun(at) {
        // 'bringing the total to 312', 'taking the total since May to 12'
        let isBrought = isLed && has(at - 2, .level)
        return (sawLevel || isBrought) && isDefinite(at) && !isWord("of", at + 1)
      }
      if units[at].kind == .mark { return false }
      at -= 1
    }
    return false
  }

  /// 'that is up from 391', 'down from 391 in 2022', 'compared with 45 the day before'.
  private func isCompared(_ index: Int) -> Bool {
    guard mentions[index].kind == .none else { return false }
    let before = mentions[index].unit - 1
    if isWord("from", before), isWord("up", before - 1) || isWord("down", before - 1) {
      return true
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
    has(unit, .count) || isWord("figures", unit) || isWord("numbers", unit) || isWord("toll", unit)
  }
}
