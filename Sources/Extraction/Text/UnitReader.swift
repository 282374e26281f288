internal import Lexicons

/// Turns the tokens of a sentence into units: the longest phrase or name at each place.
struct UnitReader {
  let page: Page
  let names: NameTable

  private var text: TokenizedText { page.text }
  private var lexicon: Lexicon { page.lexicon }

  /// The units of a sentence.
  func units(of sentence: Range<Int>) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(sentence.count)
    let shouts = isInCapitals(sentence)
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard var unit = unit(at: index, in: sentence, shouts: shouts) else {
        index += 1
        continue
      }
      index = unit.last + 1
      if unit.place >= 0, let before = units.last, before.isCapital,
        before.classes.contains(.calamitySetting)
      {
        // 'Cyclone Mocha': a storm's own name.
        unit.place = -1
      }
      units.append(unit)
    }
    return units
  }

  private func unit(at index: Int, in sentence: Range<Int>, shouts: Bool) -> Unit? {
    let token = text.tokens[index]
    switch token.kind {
    case .newline: return nil
    case .possessive:
      return Unit(kind: .possessive, first: index, last: index, classes: [], isSpaced: false)
    case .number:
      return Unit(
        kind: .number, first: index, last: index, classes: [], isSpaced: token.isSpaced)
    case .mark:
      if isPluralPossessive(index, in: sentence) {
        return Unit(kind: .possessive, first: index, last: index, classes: [], isSpaced: false)
      }
      var unit = Unit(
        kind: .mark, first: index, last: index, classes: [], mark: token.mark,
        isSpaced: token.isSpaced)
      if let term = lexicon.term(ofMark: token.mark) { unit.classes = term.classes }
      // Two hyphens are a typewriter's dash.
      if token.mark == 0x2D, index + 1 < sentence.upperBound, text.tokens[index + 1].mark == 0x2D,
        text.tokens[index + 1].kind == .mark, !text.tokens[index + 1].isSpaced
      {
        unit.last = index + 1
        unit.mark = 0x2014
      }
      return unit
    case .word:
      var unit = Unit(
        kind: .word, first: index, last: index, classes: [], isCapital: token.isCapital,
        isSpaced: token.isSpaced)
      if token.mark == 0x6E {
        // The n't of didn't, with the apostrophe and the t that follow.
        unit.classes = .negation
        unit.last = min(index + 2, sentence.upperBound - 1)
        return unit
      }
      match(&unit, in: sentence)
      if token.isCapital {
        name(&unit, in: sentence, shouts: shouts)
      } else if text.isCaseless, unit.term < 0 || unit.classes.isDisjoint(with: .function) {
        name(&unit, in: sentence, shouts: true)
        if unit.isName { unit.isCapital = true }
      }
      join(&unit, in: sentence)
      return unit
    }
  }

  /// Makes a name that an apostrophe parts one unit: 'O'Brien', 'Sa'id', 'd'Estaing', but no 'They're'.
  private func join(_ unit: inout Unit, in sentence: Range<Int>) {
    guard unit.first == unit.last, !unit.isName else { return }
    let isParticle = text.tokens[unit.first].end - text.tokens[unit.first].start == 1
    while unit.last + 2 < sentence.upperBound, text.isApostrophe(unit.last + 1),
      case let next = text.tokens[unit.last + 2], next.kind == .word, !next.isSpaced,
      unit.isCapital && next.mark == 0 || isParticle && next.isCapital,
      !Self.endings.contains(text.string(next.start, next.end))
    {
      unit.last += 2
      unit.isCapital = true
      unit.term = -1
      unit.classes = []
    }
  }

  /// What stands behind the apostrophe of 'I'm', 'They're', 'We've', 'He'd', 'She'll'.
  private static let endings: Set<String> = ["m", "re", "ve", "d", "ll", "t", "s"]

  /// 'the rebels' spokesman': an apostrophe behind an s that closes no quotation.
  private func isPluralPossessive(_ index: Int, in sentence: Range<Int>) -> Bool {
    let token = text.tokens[index]
    guard token.mark == 0x27 || token.mark == 0x2019, !token.isSpaced,
      index > sentence.lowerBound, index + 1 < sentence.upperBound,
      text.tokens[index + 1].kind == .word, text.tokens[index + 1].isSpaced
    else { return false }
    let before = text.tokens[index - 1]
    guard before.kind == .word, text.bytes[before.end - 1] | 0x20 == 0x73 else { return false }
    let reach = max(sentence.lowerBound, index - 60)..<index
    return !reach.contains {
      let mark = text.tokens[$0]
      return mark.kind == .mark && [0x27, 0x2018, 0x2019].contains(mark.mark)
        && (mark.isSpaced || $0 == sentence.lowerBound)
    }
  }

  /// Gives the unit the longest phrase of the lexicon that starts at it.
  private func match(_ unit: inout Unit, in sentence: Range<Int>) {
    let word = text.tokens[unit.first].word
    guard word >= 0 else {
      unit.classes = classesByEnding(text.tokens[unit.first])
      return
    }
    let entry = lexicon.entries[Int(word)]
    if let phrase = longest(of: entry.phrases, at: unit.first, in: sentence) {
      unit.last = unit.first + phrase.count - 1
      unit.term = phrase.value
      unit.classes = lexicon.terms[Int(phrase.value)].classes
      if endsInCount(phrase, unit.classes) {
        // 'raising the death toll': it attributes, and its noun still takes the number.
        unit.last = unit.first
        unit.classes.formUnion(entry.classes)
      }
      return
    }
    unit.term = entry.term
    unit.classes =
      entry.term < 0 && entry.startsVerb
      ? classesByEnding(text.tokens[unit.first]) : entry.classes
  }

  /// What the ending of a word tells that the lexicon does not know by itself: 'speedily' is an
  /// adverb, 'knifed' a verb.
  private func classesByEnding(_ token: Token) -> WordClasses {
    guard !token.isCapital, token.end - token.start > 4 else { return [] }
    switch (text.bytes[token.end - 2] | 0x20, text.bytes[token.end - 1] | 0x20) {
    case (0x6C, 0x79): return .adverb
    case (0x65, 0x64): return [.verb, .verbPast, .participle]
    default: return []
    }
  }

  /// Whether a phrase that attributes ends in a noun of its own for a count.
  private func endsInCount(_ phrase: PhraseTable.Phrase, _ classes: WordClasses) -> Bool {
    guard phrase.count > 2, classes.contains(.cue), !classes.contains(.outcome) else {
      return false
    }
    let last = lexicon.phrases.token(phrase.count - 1, of: phrase)
    guard last >= 0 else { return false }
    return !lexicon.entries[Int(last)].classes.isDisjoint(with: [.outcome, .level, .count])
  }

  /// Gives the unit the longest name of the registers that starts at it.
  private func name(_ unit: inout Unit, in sentence: Range<Int>, shouts: Bool) {
    let token = text.tokens[unit.first]
    guard token.word >= 0 else { return }
    for index in names.phrases.indices(startingWith: token.word) {
      let phrase = names.phrases.phrases[Int(index)]
      let entry = names.entries[Int(phrase.value)]
      let last = unit.first + phrase.count - 1
      guard last >= unit.last || entry.party >= 0 && last > unit.first else { continue }
      guard matches(phrase, of: names.phrases, at: unit.first, in: sentence) else { continue }
      if entry.isUpper, phrase.count == 1,
        shouts ? unit.term >= 0 || token.end - token.start < 4 : !token.isUpper
      {
        if !(token.end - token.start >= 3 && text.bytes[token.start + 1] == 0x2E) { continue }
      }
      // 'NIS' is no town of Serbia; a report's 'DOHA' is one.
      if entry.place >= 0, entry.party < 0, entry.source < 0, phrase.count == 1,
        !entry.isUpper, !shouts, token.isUpper, token.end - token.start < 5,
        unit.first > sentence.lowerBound
      {
        return
      }
      // 'WHO' in a sentence that does not shout is no 'who'.
      let isAcronym = entry.isUpper && phrase.count == 1 && token.isUpper && !shouts
      if last > unit.last || isAcronym && !unit.classes.isDisjoint(with: .function) {
        unit.last = last
        unit.term = -1
        unit.classes = []
      }
      unit.party = entry.party
      unit.isDemonym = entry.isDemonym
      unit.source = entry.source
      unit.place = entry.place
      return
    }
  }

  /// The longest of some phrases of the lexicon that stands at a token.
  private func longest(
    of phrases: Range<Int32>, at start: Int, in sentence: Range<Int>
  ) -> PhraseTable.Phrase? {
    guard !phrases.isEmpty, start + 1 < sentence.upperBound else { return nil }
    let second = text.symbol(start + 1)
    for index in phrases {
      let phrase = lexicon.phrases.phrases[Int(index)]
      if phrase.second == second, matches(phrase, of: lexicon.phrases, at: start, in: sentence) {
        return phrase
      }
    }
    return nil
  }

  /// Whether a phrase of which the first word matches stands at a token.
  private func matches(
    _ phrase: PhraseTable.Phrase, of table: PhraseTable, at start: Int, in sentence: Range<Int>
  ) -> Bool {
    guard start + phrase.count <= sentence.upperBound else { return false }
    for offset in 1..<phrase.count
    where text.symbol(start + offset) != table.token(offset, of: phrase) {
      return false
    }
    return true
  }

  /// Whether the sentence is written in capitals throughout, so that capitals tell nothing.
  func isInCapitals(_ sentence: Range<Int>) -> Bool {
    var upper = 0
    var words = 0
    for index in sentence where text.tokens[index].kind == .word {
      let token = text.tokens[index]
      guard token.end - token.start > 2 else { continue }
      words += 1
      if token.isUpper { upper += 1 }
    }
    return words > 3 && upper * 4 > words * 3
  }
}

// What is done for every word stands here and not in the table's module: a function is inlined only
// where its body is known.
extension PhraseTable {
  /// Where the phrases that start with a word stand, longest first.
  func indices(startingWith word: Int32) -> Range<Int32> {
    word >= 0 && Int(word) < rangeOfWord.count ? rangeOfWord[Int(word)] : 0..<0
  }

  /// A token of a phrase by its place in it.
  func token(_ offset: Int, of phrase: Phrase) -> Int32 {
    tokens[phrase.start + offset]
  }
}
