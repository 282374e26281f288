internal import ClaimModel
internal import Lexicons

/// Reads the place words that scope a sentence's figures.
///
/// A phrase of place is a preposition of the lexicon (`places.csv`) and a noun phrase with a name in
/// it: one of the registers, or any name behind such a preposition that is no time, no person's
/// title, no source and no armed group.
struct PlaceReader {
  private let grammar: SentenceGrammar
  private let knowledge: Knowledge
  /// Which units are words of time.
  private let isTime: [Bool]
  private var phrases: [Range<Int>] = []

  private var units: [Unit] { grammar.units }

  init(grammar: SentenceGrammar, knowledge: Knowledge) {
    self.grammar = grammar
    self.knowledge = knowledge
    isTime = TimePhraseReader(grammar: grammar, published: nil).phrases()
      .marks(of: grammar.units.count)
    var index = 0
    while index < units.count {
      if !isTime[index], let phrase = phrase(at: index) {
        phrases.append(phrase)
        index = phrase.upperBound
      } else {
        index += 1
      }
    }
  }

  /// The units of the phrase of place that scopes a mention; nil for none.
  func place(of mention: Mention) -> Range<Int>? {
    let path = ScopePath(grammar: grammar, free: isTime, relativeCost: 12)
    var best: (cost: Int, phrase: Range<Int>)?
    for phrase in phrases where !isSpeakers(phrase, mention) {
      let cost = path.cost(from: phrase, to: mention) + doubt(phrase)
      guard cost < ScopePath.limit else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, phrase) }
    }
    return best?.phrase
  }

  // MARK: Phrases

  /// The phrase of place that starts with a preposition at a unit.
  private func phrase(at index: Int) -> Range<Int>? {
    guard role(index) == .opener else { return nil }
    var at = index + 1
    // 'in and around Mosul'
    if grammar.has(at, .conjunction), role(at + 1) == .opener { at += 2 }
    if grammar.has(at, .determiner), units[at].quantity < 0 { at += 1 }
    if at < units.count, units[at].quantity >= 0 { at += 1 }
    while isModifier(at) { at += 1 }
    // 'the town of', 'the outskirts of', 'the border with'
    while role(at) == .head, !isNamePart(at), isLink(at + 1) {
      at += 2
      if grammar.has(at, .determiner) { at += 1 }
      while isModifier(at) { at += 1 }
    }
    // 'the Shiite bastion of Sadr City'
    if let name = nounWithName(at) { at = name }
    guard let end = name(from: at) else { return bareHead(index, at) }
    return index..<larger(end)
  }

  /// Where a name starts behind a noun and 'of': 'the Shiite bastion of Sadr City'.
  private func nounWithName(_ index: Int) -> Int? {
    var at = index
    while at < units.count, units[at].isDemonym, units[at].place < 0 { at += 1 }
    guard at < units.count, units[at].kind == .word, units[at].quantity < 0, units[at].isContent,
      !units[at].isCapital, !isEvent(at),
      !grammar.has(at, [.outcome, .person, .timeUnit, .gerund]),
      isLink(at + 1)
    else { return nil }
    at += 2
    if grammar.has(at, .determiner) { at += 1 }
    while isModifier(at) { at += 1 }
    return isNamePart(at) ? at : nil
  }

  /// 'in the region', 'at a checkpoint': a head noun with an article and no name.
  private func bareHead(_ index: Int, _ end: Int) -> Range<Int>? {
    guard role(end) == .head, !units[end].isCapital, !isEvent(end),
      (index + 1..<end).contains(where: { grammar.has($0, .determiner) || units[$0].quantity >= 0 })
    else { return nil }
    return index..<end + 1
  }

  private func isLink(_ index: Int) -> Bool {
    let time = index < units.count && units[index].quantity < 0 ? grammar.term(index)?.time : nil
    return time == .of || grammar.isWord("between", index) || grammar.isWord("with", index)
  }

  /// Whether a unit stands before a name of a place: 'southern', 'besieged', a head with a name
  /// behind it.
  private func isModifier(_ index: Int) -> Bool {
    guard index < units.count, units[index].kind == .word, units[index].quantity < 0 else {
      return index < units.count && grammar.isMark(0x2D, index) && !units[index].isSpaced
    }
    let unit = units[index]
    guard !unit.isCapital, unit.isContent, !isEvent(index) else { return false }
    if role(index) == .head, isLink(index + 1) { return false }
    return !grammar.has(index, [.outcome, .cue, .timeUnit, .gerund]) && index + 1 < units.count
      && (units[index + 1].kind == .word || grammar.isMark(0x2D, index + 1))
      && !grammar.has(index + 1, [.preposition, .be, .have, .cue])
  }

  /// Where a name of a place ends; nil where there is none.
  private func name(from index: Int) -> Int? {
    var at = index
    var isKnown = false
    var isName = false
    while at < units.count, isNamePart(at) {
      if units[at].kind == .word {
        isName = true
        if isKnownPlace(at) { isKnown = true }
      }
      at += 1
    }
    guard isName else { return nil }
    if at < units.count, units[at].kind == .possessive { return possessive(at) }
    // 'in Hamas-led raids'
    if grammar.isMark(0x2D, at), !units[at].isSpaced { return nil }
    var end = at
    while end < units.count, units[end].kind == .word, units[end].quantity < 0,
      !units[end].isCapital,
      role(end) == .head
    {
      end += 1
    }
    if end < units.count, end == at, !isKnown || units[at - 1].isDemonym {
      // 'in the Brenholt fire', 'in Russian strikes': the name belongs to something else.
      if isEvent(end) { return nil }
      let isMore = units[end].isContent && units[end].quantity < 0 && !grammar.isVerb(end)
      if isMore,
        !grammar.has(end, [.adverb, .outcome, .cue, .timeUnit, .timeModifier, .day, .weekday])
      {
        return nil
      }
    }
    if end == at, units[index..<at].allSatisfy({ $0.isDemonym || $0.kind != .word }) { return nil }
    return end
  }

  /// "in Gaza's hospitals", "in Ukraine's Donetsk region".
  private func possessive(_ index: Int) -> Int? {
    var at = index + 1
    let start = at
    while at < units.count, units[at].kind == .word, units[at].quantity < 0,
      isNamePart(at) || role(at) == .head || isModifier(at)
    {
      at += 1
    }
    guard at > start, role(at - 1) == .head || isNamePart(at - 1) else { return nil }
    return at
  }

  /// The end of a phrase with the larger place that follows: ', Russia', 'of Ukraine'.
  private func larger(_ index: Int) -> Int {
    var end = index
    while end + 1 < units.count {
      if grammar.isMark(0x2C, end), isKnownPlace(end + 1), !units[end + 1].isDemonym {
        end += 2
      } else if grammar.isWord("of", end), isNamePart(end + 1) {
        end += 2
      } else {
        break
      }
      while end < units.count, isNamePart(end) { end += 1 }
      while role(end) == .head, end < units.count, !units[end].isCapital { end += 1 }
    }
    return end
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard index >= 0, index < units.count else { return false }
    let unit = units[index]
    if grammar.isMark(0x2D, index), !unit.isSpaced, index + 1 < units.count,
      units[index + 1].isCapital
    {
      return !units[index + 1].isSpaced
    }
    // 'Batn al-Sameen'
    if unit.kind == .word, grammar.isMark(0x2D, index + 1), !units[index + 1].isSpaced,
      index + 2 < units.count, !units[index + 2].isSpaced, units[index + 2].isCapital,
      index > 0, units[index - 1].isCapital
    {
      return true
    }
    guard unit.kind == .word, unit.quantity < 0, unit.isCapital else { return false }
    guard unit.classes.isDisjoint(with: [.month, .weekday, .day, .title, .outcome, .pronoun]),
      unit.classes.isDisjoint(with: .function) || unit.isName
    else { return false }
    if unit.source >= 0, unit.place < 0, unit.party < 0 { return false }
    return knowledge.partyKind(of: unit) != .armedGroup
  }

  private func isKnownPlace(_ index: Int) -> Bool {
    guard index < units.count else { return false }
    return units[index].place >= 0 || knowledge.partyKind(of: units[index]) == .country
      || knowledge.partyKind(of: units[index]) == .territory
  }

  private func isRegistered(_ phrase: Range<Int>) -> Bool { phrase.contains(where: isKnownPlace) }

  /// What it costs that a phrase names no place of the registers, or nothing at all.
  private func doubt(_ phrase: Range<Int>) -> Int {
    isRegistered(phrase) ? 0 : phrase.contains(where: isNamePart) ? 4 : 16
  }

  private func isEvent(_ index: Int) -> Bool {
    grammar.term(index)?.time == .incident || grammar.term(index)?.time == .course
  }

  private func role(_ index: Int) -> PlaceWord? {
    guard index >= 0, index < units.count, units[index].quantity < 0 else { return nil }
    return grammar.term(index)?.place
  }

  // MARK: Speakers

  /// Whether a phrase tells where a speaker is: 'officials in Kyiv said', 'said a medic in Rafah'.
  private func isSpeakers(_ phrase: Range<Int>, _ mention: Mention) -> Bool {
    if phrase.contains(mention.unit) { return true }
    let before = phrase.lowerBound - 1
    let isVictims = mention.phrase.contains(before)
    if before >= 0, grammar.has(before, [.speaker, .title]), !isVictims,
      !grammar.has(before, [.outcome, .person]) || saysBefore(before)
    {
      return true
    }
    var at = phrase.upperBound
    while at < units.count, isTime[at] || grammar.has(at, [.adverb, .have]) { at += 1 }
    guard let cue = grammar.has(at, .cue) ? grammar.term(at)?.cue : nil else { return false }
    return cue != .none && cue != .according && !isVictims
      && !(0..<phrase.lowerBound).contains {
        grammar.mention(at: $0).map { grammar.mentions[$0].outcome != nil } ?? false
      }
  }

  /// Whether a cue stands shortly before a unit: 'said a doctor in Rafah', 'according to police in'.
  private func saysBefore(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 6, units[at].kind == .word {
      if let cue = grammar.term(at)?.cue, grammar.has(at, .cue), cue != .none { return true }
      at -= 1
    }
    return false
  }
}
