internal import ClaimModel
internal import Lexicons

/// Rungs of the ladder that read the words about the people themselves.
extension PartyReader {
  /// Whether a phrase says whose people they are.
  func isNaming(_ phrase: Range<Int>) -> Bool {
    phrase.contains {
      !knowledge.sideName(of: grammar.units[$0]).isEmpty
        && (!DocumentSetting.isCommonName($0, grammar, knowledge)
          || setting.sidesNamed.contains(knowledge.sideName(of: grammar.units[$0])))
        || grammar.isWord("his", $0)
    }
      || grammar.isWord("from", phrase.upperBound)
  }

  /// Officials, police and rescuers count the people hurt in their own country.
  func home(of figure: Figure) -> String {
    guard let saying = figure.saying, !saying.speaker.side.isEmpty,
      !saying.speaker.units.contains(where: { DocumentSetting.isOfNamedHouse($0, grammar) })
    else { return "" }
    switch saying.speaker.type {
    case .official, .police, .emergency, .health, .government:
      // Whom a group has in its pay counts the people of its land.
      let parties = knowledge.registers.parties
      let side = parties.lineage(of: knowledge.canonical(saying.speaker.side)).last ?? ""
      guard parties[side]?.kind != .armedGroup else { return "" }
      if side == setting.mainCountry { return side }
      // Hospitals and rescuers count the people of their own land.
      if setting.isTheatre(side),
        saying.speaker.type == .health || saying.speaker.type == .emergency
      {
        return side
      }
      // 'Pakistan reported that 31 civilians died': each side counts its own civilians.
      return figure.status == .civilian && figure.mention.rule != .object
        && setting.foes.isAtWar(side) ? side : ""
    default: return ""
    }
  }

  /// 'refugees from Ukraine', 'militants linked to Hamas': where the people come from or whom they
  /// belong to.
  func home(behind end: Int) -> String? {
    guard let joint = joint(behind: end) else { return nil }
    var index = joint + 1
    while index < grammar.units.count, index < end + 4, grammar.has(index, .determiner) {
      index += 1
    }
    guard index < grammar.units.count, !knowledge.isBound(index, grammar) else { return nil }
    let unit = grammar.units[index]
    let name = knowledge.partyName(of: unit)
    if name.isEmpty, joint > end { return government(behind: index) ?? unknownName(at: index) }
    return name.isEmpty || unit.isDemonym ? nil : name
  }

  /// 'Two camps of Eritrean refugees … 20,000 refugees are missing': of the one nation whose refugees
  /// the document speaks of.
  func homeElsewhere(of figure: Figure) -> String? {
    guard let head = figure.mention.head, DocumentSetting.isFarFromHome(head, grammar),
      figure.victims != nil, !isNamed(figure),
      let homes = setting.homes[grammar.string(at: head).lowercasedASCII], homes.count == 1
    else { return nil }
    return homes.first
  }

  /// 'the internationally recognised government of Yemen', '… of President Hadi': the side of a body
  /// that is named by its land or its head.
  private func government(behind start: Int) -> String? {
    let phrase = (start..<min(grammar.units.count, start + 8)).prefix {
      grammar.units[$0].kind == .word && !grammar.has($0, .conjunction)
        && (!grammar.has($0, .preposition) || grammar.isWord("of", $0))
        || grammar.isMark(0x2D, $0)
    }
    guard let of = phrase.last(where: { grammar.isWord("of", $0) }),
      phrase.contains(where: { $0 < of && grammar.has($0, .speaker) })
    else { return nil }
    return (of + 1..<min(grammar.units.count, of + 6)).lazy
      .map { knowledge.sideName(of: grammar.units[$0]) }.first { !$0.isEmpty }
  }

  /// The preposition that leads from people to whom they belong: 'from', 'belonging to', 'linked
  /// to', 'loyal to'.
  private func joint(behind end: Int) -> Int? {
    if grammar.isWord("from", end) { return end }
    guard grammar.has(end, .belonging) else { return nil }
    if grammar.isWord("to", end + 1) || grammar.isWord("with", end + 1) { return end + 1 }
    return nil
  }

  /// A name in capitals that no register knows, behind 'the group' or by itself.
  private func unknownName(at index: Int) -> String? {
    var first = index
    while first < grammar.units.count,
      grammar.has(first, .determiner) || grammar.isWord("group", first)
        || grammar.isWord("militia", first) || grammar.isQuote(first)
        || grammar.isWord("movement", first)
    {
      first += 1
    }
    var end = first
    while end < grammar.units.count,
      grammar.units[end].kind == .word
        && (grammar.units[end].isCapital || grammar.isWord("al", end))
        || end > first && grammar.isMark(0x2D, end) && !grammar.units[end].isSpaced
    {
      end += 1
    }
    guard end > first, !grammar.has(first, .title), grammar.units[first].source < 0 else {
      return nil
    }
    return grammar.string(first..<end)
  }

  /// '86,692 of their men', 'fourteen of their number', '150,000 of them': the people of the side
  /// that the sentence, else the one before, names.
  func ownPeople(of figure: Figure) -> String? {
    let mention = figure.mention
    let next = mention.unit + 1
    if grammar.isWord("of", next),
      grammar.isWord("their", next + 1) || grammar.isWord("its", next + 1)
        || grammar.isWord("his", next + 1)
    {
      return owners.party(before: next) ?? setting.partyNamed(before: sentence)
    }
    // 'losing three fighters of their own'
    if grammar.isWord("of", mention.end - 2) || grammar.isWord("of", mention.end + 1),
      let own = (mention.end - 1...mention.end + 3).first(where: { grammar.isWord("own", $0) }),
      grammar.isWord("their", own - 1) || grammar.isWord("its", own - 1)
    {
      return owners.party(before: mention.unit)
    }
    // 'The attackers wore uniforms. Ten of them were killed.'
    if sentence > 0, grammar.isWord("of them", next), setting.opensWithFighters[sentence - 1],
      setting.groups.count == 1
    {
      return setting.mainGroup
    }
    guard mention.antecedent == nil, mention.whole == nil, figure.victims == nil,
      grammar.isWord("of them", next), !setting.isCalamity(in: sentence),
      earlier.origins.last?.sentence != sentence,
      earlier.origins.last.map({ sentence - $0.sentence > 1 }) ?? true
    else { return nil }
    return setting.partyNamed(before: sentence)
  }

  /// 'US officials believe that 70,000 of its soldiers have died': not the officials', but of the
  /// side that the sentence before is about.
  func peopleOfTheTopic(_ figure: Figure) -> String? {
    guard let speaker = figure.saying?.speaker, !speaker.units.isEmpty,
      grammar.string(speaker.units).hasSuffix("s"),
      (figure.mention.unit..<figure.mention.end + 1).contains(where: { grammar.isWord("its", $0) })
    else { return nil }
    return setting.partyNamed(before: sentence)
  }

  /// The party that a phrase names; two nations in one sum are both.
  func named(in range: Range<Int>) -> String? {
    var names: [String] = []
    // 'pro-Russian separatists': a name of the register that begins in small letters.
    if range.contains(where: { knowledge.isBound($0, grammar) }),
      let party = knowledge.registers.parties.resolve(grammar.string(range))
    {
      return party.name
    }
    for index in range
    where !knowledge.isBound(index, grammar) && !grammar.isWord("non", index - 1) {
      let name = knowledge.sideName(of: grammar.units[index])
      if DocumentSetting.isCommonName(index, grammar, knowledge),
        !setting.sidesNamed.contains(name)
      {
        continue
      }
      // 'Philippine Marines' are no Americans.
      if knowledge.partyKind(of: grammar.units[index]) == .organization, index > range.lowerBound,
        grammar.units[index - 1].isDemonym, let nation = names.last
      {
        return nation
      }
      // 'Kurdish peshmerga fighters' are Kurds, but a faith alone is no side.
      if knowledge.isFaith(grammar.units[index]) { continue }
      if knowledge.partyKind(of: grammar.units[index]) == .people {
        // 'Iranian Shiite pilgrims' are Iranians, 'Tutsis and moderate Hutus' are both.
        let isSect = knowledge.isSect(grammar.units[index])
        if isSect, let nation = names.last { return nation }
        // 'Kurdish fighters of the YPG'
        let isOfGroup = (index + 1..<range.upperBound).contains {
          knowledge.partyKind(of: grammar.units[$0]) == .armedGroup
        }
        if isOfGroup { continue }
        guard range.contains(where: { grammar.isWord("and", $0) }) else { return name }
      }
      // 'three Chadians of the MINUSMA force': their nation rather than whom they serve.
      if let nation = names.last, index > range.lowerBound + 1, isNationBeforeOf(index, in: range) {
        return nation
      }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    if names.count == 2, range.contains(where: { grammar.isWord("and", $0) }) {
      let areCountries = names.allSatisfy { knowledge.registers.parties[$0]?.kind == .country }
      return (areCountries ? setting.foes.ordered(names) : names).joined(separator: " and ")
    }
    if let last = names.last { return last }
    if let group = unknownGroup(in: range) ?? unknownFighters(in: range) { return group }
    // 'his army': the side of the one it belongs to.
    for index in range
    where grammar.isWord("his", index) || grammar.isWord("their", index)
      || grammar.isWord("its", index) || grammar.isWord("her", index)
    {
      if let owner = owners.party(before: index) { return owner }
    }
    return nil
  }

  /// Whether a unit stands behind a nation's people and 'of' or 'from'.
  private func isNationBeforeOf(_ index: Int, in range: Range<Int>) -> Bool {
    (range.lowerBound + 1..<index).contains {
      (grammar.isWord("of", $0) || grammar.isWord("from", $0) || grammar.isWord("serving", $0))
        && (grammar.units[$0 - 1].isDemonym
          || $0 > range.lowerBound + 1 && grammar.units[$0 - 2].isDemonym
            && grammar.has($0 - 1, .person))
    }
  }

  /// 'two Liwa al-Quds militants', 'nine Lakurawa fighters': a name that no register knows before a
  /// word for fighters of no state.
  private func unknownFighters(in range: Range<Int>) -> String? {
    guard let head = range.last, grammar.has(head, .irregular), head > range.lowerBound else {
      return nil
    }
    var first = head
    while first > range.lowerBound, isPartOfName(first - 1) { first -= 1 }
    while first < head, grammar.isMark(0x2D, first) { first += 1 }
    // One capital word alone is rather an adjective: 'Islamic extremists'.
    guard first < head, grammar.units[first].isCapital,
      head - first > 1 || grammar.text.tokens[grammar.units[first].first].isUpper
    else { return nil }
    return grammar.string(first..<head)
  }

  /// Whether a unit may be part of a group's name: a capital word that nothing else claims.
  private func isPartOfName(_ index: Int) -> Bool {
    let unit = grammar.units[index]
    if grammar.isMark(0x2D, index) || grammar.isWord("al", index) {
      return grammar.isMark(0x2D, index) ? !unit.isSpaced : grammar.isMark(0x2D, index + 1)
    }
    return unit.kind == .word && unit.isCapital && !unit.isName && unit.quantity < 0
      && !grammar.has(index, [.determiner, .person, .title, .month, .weekday, .conflictSetting])
      && !grammar.has(index, .terrorSetting) && !knowledge.isFaith(unit)
  }

  /// 'members of Ahrar al-Sham': a group that the register does not know, by its own name.
  private func unknownGroup(in range: Range<Int>) -> String? {
    guard
      let joint = range.first(where: { grammar.isWord("of", $0) || grammar.isWord("from", $0) }),
      range.contains(where: { $0 < joint && grammar.has($0, .person) })
    else { return nil }
    var first = joint + 1
    while first < range.upperBound, grammar.has(first, .determiner) { first += 1 }
    guard first < range.upperBound, grammar.units[first].isCapital, grammar.units[first].place < 0,
      let last = range.last, grammar.units[last].isCapital,
      range.contains(where: {
        $0 < joint
          && (grammar.term($0)?.status == .military || grammar.isWord("members", $0)
            || grammar.isWord("member", $0))
      }),
      range.contains(where: { $0 < joint && grammar.has($0, .irregular) }) && last > first
        || !grammar.has(last, .person)
          && !range.contains(where: { grammar.has($0, .formation) })
    else { return nil }
    return grammar.text.string(
      tokens: grammar.units[first].first, through: grammar.units[last].last)
  }
}

extension Knowledge {
  /// Whether a unit names people by a branch of their faith, which any nation may have.
  func isSect(_ unit: Unit) -> Bool {
    partyKind(of: unit) == .people && ["Shiites", "Sunnis"].contains(partyName(of: unit))
  }

  /// Whether a unit names people by their faith, which is a side only where nothing else is told.
  func isFaith(_ unit: Unit) -> Bool {
    guard partyKind(of: unit) == .people else { return false }
    return ["Muslims", "Christians", "Hindus", "Sikhs", "Catholics", "Protestants"]
      .contains(partyName(of: unit))
  }

  /// The canonical name of a party by any of its names, a territory being its country.
  func canonical(_ name: String) -> String {
    guard let party = registers.parties.resolve(name) else { return name }
    return registers.parties.principal(of: party).name
  }
}
