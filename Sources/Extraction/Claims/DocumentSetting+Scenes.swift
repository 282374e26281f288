internal import ClaimModel
internal import Lexicons

/// Which names of a sentence are scenes, and which are those of attackers.
extension DocumentSetting {
  /// Whether a name stands for a scene: behind a preposition of place, or a place that is no
  /// government ('Moscow said').
  static func isScene(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    let unit = grammar.units[index]
    guard unit.kind == .word, !isAttacker(index, grammar) else { return false }
    // 'the Bosnian war', but not 'the Franco-Prussian war'.
    if unit.party >= 0, grammar.has(index + 1, .warName),
      !(grammar.isMark(0x2D, index - 1) || grammar.isDash(index - 1))
    {
      return true
    }
    // 'Bangladeshi protests'
    if unit.isDemonym, grammar.has(index + 1, .politicalSetting), !grammar.has(index + 1, .person) {
      return true
    }
    // 'stormed Beni, Nepal'
    if unit.party >= 0, !unit.isDemonym, index > 1, grammar.isMark(0x2C, index - 1),
      grammar.units[index - 2].place >= 0, grammar.units[index - 2].party < 0,
      index + 1 >= grammar.units.count || grammar.units[index + 1].kind == .mark
    {
      return true
    }
    // 'Israel was shaken by a series of bombings'
    if unit.party >= 0, !unit.isDemonym, grammar.has(index + 1, .be),
      grammar.has(index + 2, .participle), grammar.isWord("by", index + 3)
    {
      return true
    }
    // A sign that says 'Kuwaiti Camp'.
    if unit.isDemonym, unit.place < 0 {
      // 'the ex-Soviet state'
      if grammar.isMark(0x2D, index - 1), !grammar.units[index].isSpaced { return false }
      return !grammar.isQuote(index - 1) && isBeforePlaceNoun(index, grammar)
        && !isOfNamedHouse(index, grammar) && !grammar.isWord("border", index + 1)
    }
    if isSeatedThere(index, grammar) || isPartOfLongerName(index, grammar) { return false }
    // 'Captain Aden Yusuf'
    if unit.party < 0, grammar.has(index - 1, .title), index > 0,
      grammar.units[index - 1].isCapital
    {
      return false
    }
    // 'near the U.S. embassy'
    if unit.place < 0, grammar.has(index + 1, .seat) { return false }
    // 'Beni Messous' is not Beni.
    if unit.place >= 0, unit.party < 0, index + 1 < grammar.units.count {
      let next = grammar.units[index + 1]
      if next.kind == .word, next.isCapital, next.isSpaced, !next.isName, next.term < 0 {
        return false
      }
    }
    // 'Karm al-Zeitoun' is not Zeitoun.
    if index > 2, grammar.isMark(0x2D, index - 1), !grammar.units[index - 1].isSpaced,
      grammar.isWord("al", index - 2), grammar.units[index - 3].isCapital,
      grammar.units[index - 3].kind == .word
    {
      return false
    }
    // 'the French Riviera': the nation before it tells where it is.
    if unit.party < 0, index > 0, grammar.units[index - 1].isDemonym { return false }
    // 'near the border with Iran'
    if grammar.isWord("with", index - 1) { return false }
    let preposition = placePreposition(before: index, grammar)
    if let preposition, isSeat(preposition, grammar) { return false }
    // '(9:15 p.m. in Bangkok)'
    if let preposition, preposition > 0, grammar.term(preposition - 1)?.reason == .time,
      (max(0, preposition - 7)..<preposition).contains(where: { grammar.isMark(0x28, $0) })
    {
      return false
    }
    // 'in US-led strikes'
    if grammar.isMark(0x2D, index + 1), !grammar.units[index + 1].isSpaced, unit.place < 0 {
      return false
    }
    if index + 1 < grammar.units.count, grammar.units[index + 1].kind == .possessive,
      unit.place < 0
    {
      return preposition != nil
    }
    if preposition != nil { return true }
    // 'missiles hit Israel'
    if unit.party >= 0, !unit.isDemonym, grammar.has(index - 1, .assailing) { return true }
    guard unit.place >= 0, unit.party < 0, !isSurname(index, grammar) else { return false }
    return
      !(index + 1 < grammar.units.count
      && grammar.has(index + 1, [.cue, .have, .modal, .verbPast]))
  }

  /// 'Nyala's Turkish Hospital': a house that bears a nation's name stands anywhere.
  static func isOfNamedHouse(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.has(index + 1, .clinic) && grammar.units[index + 1].isCapital
  }

  /// 'London-based': where somebody sits.
  static func isSeatedThere(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.isMark(0x2D, index + 1) && !grammar.units[index + 1].isSpaced
      && grammar.has(index + 2, .seat)
  }

  /// 'La Palma' is not Palma: whether a capital word that nothing knows stands between a preposition
  /// and a town.
  private static func isPartOfLongerName(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.units[index].party < 0 && grammar.units[index].place >= 0 && index > 1
      && isSurname(index, grammar) && grammar.has(index - 2, .preposition)
  }

  /// 'a British cable', 'the French study': whose paper it is tells nothing of where it was.
  static func isOfPaper(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    guard grammar.units[index].isDemonym,
      let noun = (index + 1..<min(index + 4, grammar.units.count))
        .prefix(while: { grammar.units[$0].isContent && !grammar.isVerb($0) }).last
    else { return false }
    return grammar.has(noun, .telling)
      || grammar.has(noun, .speaker)
        && [.research, .media].contains(grammar.term(noun)?.sourceType ?? .unknown)
  }

  /// 'Omar Safi' is not Safi: whether a capital word that nothing knows stands before a name, within
  /// the sentence.
  private static func isSurname(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    guard index > 1, grammar.units[index].isSpaced else { return false }
    let before = grammar.units[index - 1]
    return before.kind == .word && before.isCapital && !before.isName && before.term < 0
  }

  /// The lands whose wars a sentence names: 'the war in Bosnia', 'the Salvadoran civil war'.
  static func landsOfWars(in grammar: SentenceGrammar, _ knowledge: Knowledge) -> [String] {
    grammar.units.indices.compactMap { index in
      let land = country(of: grammar.units[index], knowledge)
      guard !land.isEmpty else { return nil }
      let isWar =
        grammar.units[index].isDemonym && grammar.has(index + 1, .warName)
        || grammar.isWord("in", index - 1) && grammar.has(index - 2, .warName)
        || index + 1 < grammar.units.count && grammar.units[index + 1].kind == .possessive
          && grammar.has(index + 2, .warName)
      return isWar ? land : nil
    }
  }

  /// Whether a name is that of the one who attacks: 'Russia's full-scale invasion', 'Israeli
  /// strikes'.
  static func isAttacker(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    attack(by: index, grammar) != nil
  }

  /// The word for an attack by the one whom a unit names; nil for none.
  static func attack(by index: Int, _ grammar: SentenceGrammar) -> Int? {
    let unit = grammar.units[index]
    var at = index + 1
    guard at < grammar.units.count else { return nil }
    if grammar.units[at].kind == .possessive {
      at += 1
    } else if !unit.isDemonym {
      return nil
    }
    while at < grammar.units.count, at < index + 8, grammar.units[at].isContent,
      !grammar.units[at].isName, grammar.units[at].quantity < 0
    {
      if grammar.has(at, .attack) {
        // 'the Indian special forces chief'
        return grammar.has(at + 1, [.speaker, .title]) ? nil : at
      }
      if grammar.has(at, .outcome) { return nil }
      at += 1
      if grammar.isMark(0x2D, at), !grammar.units[at].isSpaced { at += 1 }
    }
    return nil
  }

  /// Whether a nation attacks, as it does in a war: 'Russian attacks', but not 'Russian forces'.
  static func isNationsAttack(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    guard grammar.units[index].party >= 0, let attack = attack(by: index, grammar) else {
      return false
    }
    return grammar.isWord("attack", attack) || grammar.isWord("attacks", attack)
      || grammar.isWord("assault", attack)
  }

  /// 'the Peruvian capital', 'the Kenyan port of Mombasa'.
  static func isBeforePlaceNoun(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    var at = index + 1
    while at < grammar.units.count, at < index + 4, grammar.units[at].isContent {
      if grammar.term(at)?.place == .head { return !grammar.has(at, [.speaker, .person]) }
      at += 1
    }
    return false
  }

  /// 'based in Geneva', 'told reporters in Kabul': where somebody sits or speaks.
  static func isSeat(_ preposition: Int, _ grammar: SentenceGrammar) -> Bool {
    let at = preposition - 1
    if grammar.has(at, .seat) { return true }
    if grammar.has(at, [.person, .speaker]) { return grammar.has(at - 1, .cue) }
    return grammar.has(at, .cue) && grammar.units[at].last > grammar.units[at].first
  }

  /// The preposition of place that a name stands behind; nil for none.
  static func placePreposition(before index: Int, _ grammar: SentenceGrammar) -> Int? {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 4 {
      if grammar.isWord("in", at) || grammar.isWord("at", at) || grammar.isWord("near", at)
        || grammar.isWord("across", at) || grammar.isWord("outside", at)
        || grammar.isWord("inside", at)
        || grammar.isWord("on", at) || grammar.isWord("throughout", at)
        || grammar.isWord("around", at)
        || grammar.isWord("within", at) || grammar.isWord("over", at)
        || grammar.isWord("west of", at) || grammar.isWord("east of", at)
        || grammar.isWord("north of", at) || grammar.isWord("south of", at)
      {
        return at
      }
      // 'the invasion of Ukraine', 'large parts of Syria'
      if steps == 0, grammar.isWord("of", at),
        grammar.has(at - 1, .conflictSetting) || grammar.has(at - 1, .measure)
      {
        return at
      }
      let isPassable =
        grammar.units[at].kind == .word
        && (grammar.units[at].isContent || grammar.has(at, .determiner)
          || grammar.isWord("of", at))
        && !grammar.isVerb(at) || grammar.units[at].kind == .possessive
      guard isPassable else { return nil }
      at -= 1
      steps += 1
    }
    return nil
  }

  /// 'fled from Kyrgyzstan', '121,000 residents of Kursk': the land at war where people lived.
  func origin(
    of unit: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String? {
    for index in grammar.units.indices where !grammar.units[index].isDemonym {
      let name = Self.country(of: grammar.units[index], knowledge)
      guard !name.isEmpty, isTheatre(name) else { continue }
      let isHome =
        grammar.isWord("from", index - 1)
        || grammar.isWord("of", index - 1) && grammar.has(index - 2, .person)
      if isHome { return name }
    }
    return nil
  }

  /// '• An earthquake …', 'BONN - A ferry …': a bullet or a dateline begins another item.
  static func startsItem(_ grammar: SentenceGrammar) -> Bool {
    if let first = grammar.units.first, first.kind == .word,
      grammar.text.tokens[first.first].isUpper,
      (1..<min(8, grammar.units.count)).contains(where: {
        grammar.units[$0].isSpaced && (grammar.isDash($0) || grammar.isMark(0x2D, $0))
      })
    {
      return true
    }
    return grammar.isMark(0x2022, 0) || grammar.isMark(0x25CF, 0) || grammar.isMark(0x25AA, 0)
      || grammar.isMark(0x2A, 0)
  }

  /// 'Palestinian gunmen opened fire on an Israeli bus': the nation whose things its foes attack.
  func target(in grammar: SentenceGrammar, _ knowledge: Knowledge) -> String? {
    for index in grammar.units.indices.dropFirst(2) {
      let unit = grammar.units[index]
      guard unit.isDemonym, knowledge.partyKind(of: unit) == .country,
        let thing = (index + 1..<min(index + 4, grammar.units.count))
          .prefix(while: { grammar.units[$0].isContent && !grammar.isVerb($0) }).last,
        !grammar.has(thing, [.person, .speaker, .outcome, .attack]),
        let verb = (max(0, index - 4)..<index).last(where: {
          grammar.has($0, [.attack, .conflictSetting]) || grammar.isVerb($0)
        }),
        (max(0, index - 4)..<index).contains(where: {
          grammar.has($0, [.attack, .conflictSetting])
        })
      else { continue }
      let name = knowledge.partyName(of: unit)
      let isByFoe = (0..<verb).contains { at in
        let agent = knowledge.sideName(of: grammar.units[at])
        return !agent.isEmpty && agent != name && foes.fight(agent, name)
          && !grammar.isBehindPreposition(at)
      }
      if isByFoe { return name }
    }
    return nil
  }

  /// How often each country is named other than by a town.
  static func countriesNamed(
    in sentences: [SentenceGrammar], _ knowledge: Knowledge
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for unit in sentences.lazy.flatMap(\.units) where unit.party >= 0 {
      let name = country(of: unit, knowledge)
      if !name.isEmpty { counts[name, default: 0] += 1 }
    }
    return counts
  }

  /// Whether a name's land is one that the text may be about: a town whose land it never names is
  /// rather its namesake in the land that it names often, as there is a Jalalabad in Kyrgyzstan.
  func isTrusted(
    _ country: String, _ index: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> Bool {
    guard grammar.units[index].party < 0 else { return true }
    // 'the National Intelligence Service (NIS)' is not Niš.
    if grammar.text.tokens[grammar.units[index].first].isUpper, index > 0,
      grammar.isWord("the", index - 1) || grammar.isMark(0x28, index - 1)
    {
      return false
    }
    // 'Beni, Nepal'
    if grammar.isMark(0x2C, index + 1), index + 2 < grammar.units.count {
      let behind = grammar.units[index + 2]
      let land = behind.isDemonym ? "" : Self.country(of: behind, knowledge)
      if behind.party >= 0, !land.isEmpty, land != country { return false }
    }
    if named[country] != nil { return true }
    let most = named.values.max() ?? 0
    return most < 3 || 2 * most < named.values.reduce(0, +)
  }
}
