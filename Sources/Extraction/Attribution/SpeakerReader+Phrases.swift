internal import ClaimModel
internal import Lexicons

/// How far back the noun phrase of a speaker reaches.
extension SpeakerReader {
  /// Where the noun phrase starts that ends at a unit; behind the unit where none does.
  func startOfPhrase(endingAt last: Int) -> Int {
    var index = last
    var first = last + 1
    while index >= 0, takes(index, intoPhraseEndingAt: last) {
      let unit = units[index]
      if unit.kind == .word || unit.kind == .quantity || unit.mark == 0x40 { first = index }
      if index == last && isBarePronoun(index) || opensPhrase(index) { break }
      index -= 1
    }
    return first
  }

  /// Whether a unit can belong to the noun phrase that ends at another.
  private func takes(_ index: Int, intoPhraseEndingAt last: Int) -> Bool {
    let unit = units[index]
    switch unit.kind {
    case .possessive: return true
    case .quantity:
      return isYear(index)
        || grammar.mention(at: index).map {
          [nil, "ordinal", "thing", "pronoun"].contains(grammar.mentions[$0].reason)
        } ?? false
    case .number: return !unit.isSpaced
    case .mark:
      return unit.mark == 0x2D && !unit.isSpaced || unit.mark == 0x40
        || unit.mark == 0x29 || unit.mark == 0x5D
        // 'had died (Helmand Count': what a bracket opens has no part in what stands before it.
        || (unit.mark == 0x28 || unit.mark == 0x5B)
          && (index..<last + 1).contains {
            grammar.isMark(0x29, $0) || grammar.isMark(0x5D, $0)
          }
        || unit.mark == 0x2E && !unit.isSpaced && index < last && units[index + 1].isCapital
          && index > 0 && units[index - 1].isCapital
    case .word:
      if unit.isName || grammar.has(index, [.speaker, .title]) { return true }
      // 'Now Eritrea says', 'even Russian bloggers say'
      if index < last, grammar.has(index, .adverb), units[index + 1].isCapital { return false }
      if isAccording(index) { return false }
      // 'the self-proclaimed republic'
      if index < last, !unit.isSpaced, grammar.isMark(0x2D, index - 1) { return true }
      if isBarePronoun(index) { return index == last }
      if grammar.has(index, .determiner), !grammar.has(index, .relative) { return true }
      return joins(index, inPhraseEndingAt: last) ?? describes(index, inPhraseEndingAt: last)
    }
  }

  /// 'a 2019 study': a year behind an article, which tells what it is of.
  func isYear(_ index: Int) -> Bool {
    index > 0 && isArticle(index - 1)
      && grammar.mention(at: index).map { grammar.mentions[$0].reason == "year" } ?? false
  }

  /// Whether a word joins two parts of the phrase that ends at another; nil for a word that never
  /// does.
  private func joins(_ index: Int, inPhraseEndingAt last: Int) -> Bool? {
    if grammar.isWord("of", index) || grammar.isWord("for", index) { return index < last }
    let isInside = index < last && index > 0
    // 'the UN's mission to Mali', 'the envoy to Kabul'
    if isInside, grammar.isWord("to", index), grammar.has(index - 1, [.speaker, .title]),
      units[index + 1].isCapital, !grammar.isVerb(index - 1), !grammar.has(index - 1, .telling)
    {
      return true
    }
    // 'villagers in the south', 'people near the river', 'a spokesman with the agency'
    if isInside, grammar.has(index, .whereabouts), units[index].last > units[index].first,
      grammar.has(index - 1, .determiner)
    {
      return true
    }
    if isInside, grammar.has(index, .whereabouts) || grammar.isWord("with", index),
      units[index - 1].kind == .word, grammar.has(index - 1, [.speaker, .title, .person]),
      !grammar.has(index + 1, [.weekday, .day, .month, .timeModifier]),
      units[index + 1].quantity < 0,
      !grammar.isVerb(index - 1) || grammar.has(index - 1, .plural)
    {
      return true
    }
    if grammar.isWord("in", index) || grammar.isWord("at", index) || grammar.isWord("from", index)
      || grammar.isWord("on", index) && index < last && units[index + 1].isCapital
        && !grammar.has(index + 1, [.weekday, .month])
    {
      return isInside
        && (grammar.has(index - 1, [.speaker, .title]) || units[index - 1].isCapital
          || grammar.term(index - 1)?.place == .head || grammar.isMark(0x29, index - 1))
        && (units[index - 1].kind == .word
          && (!grammar.isVerb(index - 1) || units[index - 1].isCapital && index > 1
            || isPluralNoun(index - 1))
          || grammar.isMark(0x29, index - 1))
    }
    // 'a count by the university'
    if grammar.isWord("by", index) {
      return isInside && grammar.has(index - 1, .speaker)
        && (grammar.term(index - 1)?.sourceType == .research || grammar.has(index - 1, .telling))
    }
    guard grammar.isWord("and", index) else { return nil }
    // 'police and medical officials'
    if isInside, grammar.has(index - 1, .speaker), units[index + 1].isContent,
      !grammar.has(index + 1, [.speaker, .title, .person]), grammar.has(index + 2, .speaker),
      grammar.has(index + 2, .plural), index + 2 <= last
    {
      return true
    }
    // 'a policeman and a hospital worker'
    if isInside, grammar.has(index - 1, [.speaker, .person]),
      grammar.isIndefiniteArticle(index + 1),
      (index + 2...max(index + 2, last)).contains(where: { grammar.has($0, [.speaker, .person]) }),
      grammar.isIndefiniteArticle(startOfPhrase(endingAt: index - 1))
    {
      return true
    }
    // 'Amina and other survivors'
    if isInside, grammar.isWord("other", index + 1), units[index - 1].isCapital { return true }
    return isInside && !grammar.has(index - 1, .outcome)
      && (grammar.has(index + 1, [.speaker, .title, .person]) || units[index + 1].isCapital)
      && (grammar.has(index - 1, [.speaker, .title, .person]) || units[index - 1].isCapital)
      // 'in Bangladesh and police estimate'
      && (units[index - 1].place < 0 && units[index - 1].party < 0
        || units[index + 1].isCapital || grammar.has(index + 1, .title))
  }

  /// Whether a word is a noun or adjective of the phrase that ends at another.
  private func describes(_ index: Int, inPhraseEndingAt last: Int) -> Bool {
    let unit = units[index]
    guard unit.classes.isDisjoint(with: .function), !grammar.has(index, [.weekday, .day]),
      !grammar.isVerb(index) || unit.isCapital
        // 'the rescue headquarters', 'the search team'
        || index < last && index > 0 && isArticle(index - 1)
          && grammar.has(index + 1, [.speaker, .title])
        // 'survivors of the blast'
        || index == last && index > 1 && isArticle(index - 1)
          && grammar.has(index - 2, .preposition)
        || isNounForm(index)
        || grammar.has(index, [.ambiguousVerb, .participle]) && index < last
          && (!grammar.has(index, .cue) || grammar.has(index, .ambiguousVerb))
    else { return false }
    // 'a great number Ukraine lists': a common noun before a country's name ends before it.
    return index == last || unit.isCapital || !isCountryName(index + 1)
      || grammar.has(index - 1, .determiner)
  }

  /// 'the search': a verb's first form behind an article is a noun.
  private func isNounForm(_ index: Int) -> Bool {
    grammar.has(index, .verbBase) && !grammar.has(index, [.verbPast, .cue])
      && grammar.has(index - 1, .determiner)
  }

  /// 'According to' is no name for its capital; 'Per' may be one.
  func isAccording(_ index: Int) -> Bool {
    units[index].last > units[index].first && grammar.term(index)?.cue == .according
  }

  /// 'he', 'they': a pronoun that is a phrase of its own.
  private func isBarePronoun(_ index: Int) -> Bool {
    grammar.has(index, .pronoun) && !grammar.has(index, .determiner) && !units[index].isName
      && !grammar.has(index, [.speaker, .title])
  }

  /// 'the 30 deaths the army admits': an article opens the phrase.
  private func opensPhrase(_ index: Int) -> Bool {
    index > 0 && isArticle(index)
      && (units[index - 1].kind == .quantity
        || units[index - 1].isContent)
  }

  private func isArticle(_ index: Int) -> Bool {
    !units[index].isName && (grammar.isWord("the", index) || grammar.isIndefiniteArticle(index))
  }

  /// 'Reports from the scene': at the start of a sentence a word for speakers in the plural is no verb.
  private func isPluralNoun(_ index: Int) -> Bool {
    index == 0 && grammar.has(index, .speaker) && grammar.has(index, [.plural, .verbS])
      && !grammar.has(index, .verbPast)
  }
}
