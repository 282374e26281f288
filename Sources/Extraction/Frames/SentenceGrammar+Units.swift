internal import Lexicons

extension [SentenceGrammar] {
  /// Whether a sentence of a document is the first of its line.
  func startsLine(_ index: Int) -> Bool {
    guard index > 0, let first = self[index].units.first, let last = self[index - 1].units.last
    else { return true }
    let text = self[index].text
    let gap = text.tokens[last.last].end..<text.tokens[first.first].start
    return gap.contains { text.bytes[$0] == 0x0A }
  }
}

/// Looking at the units of a sentence.
extension SentenceGrammar {
  /// The text of a run of units; empty for none.
  func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text.string(tokens: units[first].first, through: units[last].last)
  }

  /// The text of a unit.
  func string(at index: Int) -> String {
    text.string(tokens: units[index].first, through: units[index].last)
  }

  /// The word that ends a unit, as the lexicon numbers it.
  func word(of index: Int) -> Int32 { text.tokens[units[index].last].word }

  /// The readings of a unit as an outcome word.
  func senses(_ index: Int) -> [OutcomeSense] {
    units.indices.contains(index) && units[index].term >= 0
      && units[index].classes.contains(.outcome)
      ? lexicon.senses(of: units[index].term) : []
  }

  /// The lexicon's term of a unit.
  ///
  /// Inlined, so that who asks for one of its fields loads no more than that.
  @inline(__always)
  func term(_ index: Int) -> LexicalTerm? {
    units[index].term >= 0 ? lexicon.terms[Int(units[index].term)] : nil
  }

  /// Whether a unit is a word or phrase of one given spelling.
  func isWord(_ word: StaticString, _ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .word else { return false }
    return text.isWord(word, units[index].first, units[index].last)
  }

  /// Whether a unit is 'a' or 'an'.
  func isIndefiniteArticle(_ index: Int) -> Bool { isWord("a", index) || isWord("an", index) }

  /// Whether a unit is a mark that opens an item of a list: a bullet or a short dash.
  func isBullet(_ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .mark else { return false }
    switch units[index].mark {
    case 0x2022, 0xB7, 0x2A, 0x2D, 0x2013, 0x25CF, 0x25AA: return true
    default: return false
    }
  }

  /// Whether a unit is a certain mark.
  func isMark(_ mark: UInt32, _ index: Int) -> Bool {
    index >= 0 && index < units.count && units[index].kind == .mark && units[index].mark == mark
  }

  /// Whether no word follows what was read: the sentence is over, or a mark stands at the unit.
  func endsPhrase(at index: Int) -> Bool {
    index >= units.count || units[index].kind == .mark
  }

  /// Whether a unit is a quotation mark.
  func isQuote(_ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .mark else { return false }
    switch units[index].mark {
    case 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0xAB, 0xBB, 0x201E: return true
    default: return false
    }
  }

  /// Whether a unit is a dash that sets words apart.
  func isDash(_ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .mark else { return false }
    return [0x2013, 0x2014].contains(units[index].mark)
      || units[index].mark == 0x2D && units[index].isSpaced
  }

  /// Whether a unit has one of some classes.
  func has(_ index: Int, _ classes: WordClasses) -> Bool {
    index >= 0 && index < units.count && !units[index].classes.isDisjoint(with: classes)
  }

  /// Whether the noun that a figure counts belongs to a class; never where no noun is said.
  func has(headOf mention: Mention, _ classes: WordClasses) -> Bool {
    mention.head.map { has($0, classes) } ?? false
  }

  /// Whether a unit joins two of a kind: 'and', a comma, 'along with'.
  func isJoint(_ index: Int) -> Bool {
    isMark(0x2C, index) || has(index, .conjunction)
  }

  /// Whether a unit reads as a verb where a noun phrase might go on.
  func isVerb(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.kind == .word, unit.classes.contains(.verb) else { return false }
    if unit.classes.contains(.person) && unit.classes.contains(.plural) { return false }
    if unit.isCapital, unit.isName { return false }
    return true
  }

  /// Whether a unit reads as a verb where it stands.
  func readsAsVerb(_ index: Int) -> Bool {
    isVerb(index) && !isNounByPlace(index) && !isSecondOfCompound(index)
  }

  /// Whether a participle ends a compound adjective: 'war-wounded', 'foreign-backed'.
  private func isSecondOfCompound(_ index: Int) -> Bool {
    has(index, .participle) && isMark(0x2D, index - 1) && !units[index].isSpaced
      && !units[index - 1].isSpaced
  }

  /// Whether 'May' is a month: behind a preposition or beside a number.
  func isMonthName(_ index: Int) -> Bool {
    guard has(index, .month), units[index].isCapital, index > 0 else { return false }
    return has(index - 1, .preposition) || units[index - 1].quantity >= 0
      || units[index - 1].kind == .number
      || index + 1 < units.count
        && (units[index + 1].quantity >= 0 || units[index + 1].kind == .number)
  }

  /// Whether a word that could be a verb stands where only a noun can: 'a guide', 'the two cooks'.
  ///
  /// Behind an article or a possessive stands no finite verb; behind a number greater than one no
  /// verb in the singular, for it would not agree.
  func isNounByPlace(_ index: Int) -> Bool {
    guard has(index, [.verbBase, .verbS]), index > 0,
      !has(index, [.verbPast, .participle, .gerund, .be, .have, .modal]),
      !has(index, .outcome) || has(index, .measure)
    else { return false }
    let before = index - 1
    // 'one guide', 'one mountain guide'
    let one = units[before].quantity >= 0 ? before : before - 1
    if has(index, .verbBase), one >= 0, units[one].quantity >= 0, isWordOne(one),
      one == before || units[before].isContent && !has(before, [.verb, .outcome])
    {
      return true
    }
    if has(index, .verbS), units[before].quantity >= 0 {
      return !text.isWord("one", units[before].first, units[before].last)
        && !text.isWord("a", units[before].first, units[before].last)
    }
    if has(index, .verbBase), !has(index, .verbS) {
      if isArticle(before) { return true }
      // 'a local guide'
      return isIndefiniteArticle(before - 1) && units[before].isContent
        && !has(before, [.verb, .outcome])
    }
    return isArticle(before)
  }

  private func isWordOne(_ unit: Int) -> Bool {
    text.isWord("one", units[unit].first, units[unit].last)
  }

  /// Whether a unit is an article or a possessive, which a noun follows.
  private func isArticle(_ index: Int) -> Bool {
    isWord("the", index) || isIndefiniteArticle(index) || isPossessivePronoun(index)
  }

  /// Whether a unit is a possessive: 'his', 'their'.
  func isPossessivePronoun(_ index: Int) -> Bool {
    isWord("his", index) || isWord("her", index) || isWord("its", index) || isWord("their", index)
      || isWord("our", index)
  }

  /// Whether a word of the sentence tells of one event or of the course of many.
  func tellsOf(_ word: TimeWord) -> Bool {
    units.indices.contains { units[$0].quantity < 0 && term($0)?.time == word }
  }
}
