internal import ClaimModel
internal import Lexicons

/// Works out which side, nation or group the victims belong to.
///
/// A ladder of reasons, ``PartyReason``: the first that says something decides.
struct PartyReader {
  let knowledge: Knowledge
  let setting: DocumentSetting
  let grammar: SentenceGrammar
  /// The sentence's place in the document.
  let sentence: Int
  let earlier: EarlierClaims

  /// What a figure's claim already says of it.
  struct Figure {
    /// The mention's place in the sentence.
    var index: Int
    var mention: Mention
    /// The units of the victims' phrase; nil for none.
    var victims: Range<Int>?
    var status: VictimStatus
    var outcome: Outcome
    /// The source credited; empty for the author's own voice.
    var source: String
    var saying: Saying?
  }

  /// The victims' party and the reason for it.
  func party(of figure: Figure) -> PartyReading {
    let rungs: [(PartyReason, () -> String?)] = [
      (.words, { isOnlyPlace(figure) ? nil : figure.victims.flatMap { named(in: $0) } }),
      (.origin, { figure.victims.flatMap { home(behind: $0.upperBound) } }),
      (.words, { ownPeople(of: figure) }),
      (.sides, { bothSides(of: figure) }),
      (.side, { enemyOfSpeaker(figure) }),
      (.speaker, { ownOfSpeaker(figure) }),
      (.side, { setting.belligerents?.side(of: figure.mention, grammar) }),
      (.owner, { gappedSubject(of: figure) }),
      (.antecedent, { antecedent(of: figure) }),
      (.owner, { namedSide(of: figure) ?? owner(of: figure) }),
      (.captive, { captive(of: figure) }),
      (.admission, { admitted(in: figure) }),
      (.foreign, { isForeign(figure) ? "" : nil }),
      (.group, { group(of: figure) }),
      (.speaker, { counter(of: figure) ?? comrades(of: figure) }),
      (.foe, { foeOfAgent(figure) }),
      (.army, { army(of: figure) }),
      (.neighbour, { neighbour(of: figure) }),
      (.scene, { scene(of: figure) }),
    ]
    for (reason, name) in rungs {
      if let name = name() { return PartyReading(name: name, reason: reason) }
    }
    return PartyReading(name: "", reason: .none)
  }

  /// 'the Philippines typhoon death toll': where a disaster was, and no side.
  private func isOnlyPlace(_ figure: Figure) -> Bool {
    guard let victims = figure.victims, setting.isCalamity(in: sentence),
      !victims.contains(where: { grammar.has($0, .person) || grammar.units[$0].isDemonym })
    else { return false }
    return victims.contains { knowledge.partyKind(of: grammar.units[$0]) == .country }
  }

  // MARK: Rungs

  /// The words of the people that the figure points back to or is a part of.
  private func antecedent(of figure: Figure) -> String? {
    let mention = figure.mention
    let pointsBack = grammar.namesNobody(figure.index)
    if pointsBack, let antecedent = mention.antecedent,
      figure.victims.map({ !isNaming($0) }) ?? true,
      let claim = earlier.index(ofMention: antecedent, in: sentence)
    {
      return earlier.claims[claim].party
    }
    guard figure.victims == nil || mention.whole != nil || pointsBack else { return nil }
    for other in [mention.antecedent, mention.whole] {
      if let other, other != figure.index,
        let phrase = VictimReader(grammar: grammar).phrase(of: other),
        let named = named(in: phrase)
      {
        return named
      }
    }
    return nil
  }

  private func owner(of figure: Figure) -> String? {
    LossOwnerReader(grammar: grammar, knowledge: knowledge, setting: setting)
      .owner(of: figure.mention, in: sentence)
  }

  private func gappedSubject(of figure: Figure) -> String? {
    LossOwnerReader(grammar: grammar, knowledge: knowledge, setting: setting)
      .gappedSubject(of: figure.mention)
  }

  private func isForeign(_ figure: Figure) -> Bool {
    figure.victims?.contains {
      grammar.isWord("foreign", $0) || grammar.isWord("foreigners", $0)
        || grammar.isWord("foreigner", $0)
    } ?? false
  }

  /// The one armed group that fighters of no named side belong to.
  private func group(of figure: Figure) -> String? {
    guard
      figure.status == .military
        || figure.mention.head.map({ grammar.has($0, .faction) }) ?? false
    else { return nil }
    if let group = setting.armedGroup(for: figure.index, grammar, knowledge) { return group }
    // 'separatists', 'Maoists': the group that goes by the word in the land of the war.
    guard let head = figure.mention.head, grammar.has(head, .faction) else { return nil }
    let land = setting.country(
      of: nil, in: sentence, near: figure.mention.unit, home: "", speaker: "", grammar, knowledge)
    return setting.group(called: grammar.string(at: head), in: land, sentence: sentence)
  }

  /// A speaker for a side who counts casualties of nobody named counts their own.
  private func counter(of figure: Figure) -> String? {
    guard figure.victims == nil, figure.outcome == .casualties,
      figure.mention.rule == .toll || grammar.namesNobody(figure.index),
      let side = figure.saying?.speaker.side, !side.isEmpty
    else { return nil }
    return knowledge.canonical(side)
  }

  /// 'Sixty-five servicemen were killed' in a text on Russian losses: soldiers of no named side are
  /// of the side whose soldiers were counted last.
  private func army(of figure: Figure) -> String? {
    guard figure.status == .military, let victims = figure.victims, !isNaming(victims),
      let head = figure.mention.head, grammar.has(head, .person), !grammar.has(head, .irregular)
    else { return nil }
    if let whole = figure.mention.whole, let claim = earlier.index(ofMention: whole, in: sentence),
      knowledge.registers.parties[earlier.claims[claim].party]?.kind == .country
    {
      return earlier.claims[claim].party
    }
    guard
      let last = earlier.claims.indices.last(where: {
        earlier.claims[$0].status == .military && !earlier.areIrregular[$0]
          && knowledge.registers.parties[earlier.claims[$0].party]?.kind == .country
      })
    else { return nil }
    let party = earlier.claims[last].party
    // In a roundup the scene has moved on to a land that has nothing to do with that war.
    let scenes = setting.scenes(after: earlier.origins[last].sentence, through: sentence)
    let isElsewhere = scenes.contains { scene in
      scene != party && knowledge.registers.conflicts.relation(of: scene, to: party) == .thirdParty
    }
    return isElsewhere && !scenes.contains(party) ? nil : party
  }

  /// 'In May he had spoken of 300 dead', 'Dozens more were wounded': people whom only the claim
  /// before names.
  private func neighbour(of figure: Figure) -> String? {
    guard let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence <= 1, !last.party.isEmpty
    else { return nil }
    if isMore(figure) { return last.party }
    if grammar.pointsBackToClaim, figure.victims.map({ !isNaming($0) }) ?? true {
      return last.party
    }
    guard figure.victims == nil else { return nil }
    guard origin.sentence < sentence else { return nil }
    let isSameCount =
      last.outcome == figure.outcome || grammar.has(0, .pronoun)
      || !figure.source.isEmpty && figure.source == last.attribution.source
    return isSameCount ? last.party : nil
  }

  /// 'Dozens more', '30 others', 'another 12': further people of the same kind.
  private func isMore(_ figure: Figure) -> Bool {
    figure.mention.head.map { grammar.has($0, .more) } ?? false
  }

  /// The country of the scene, in war and political violence.
  func scene(of figure: Figure) -> String? {
    let country = setting.country(
      of: figure.outcome, in: sentence, near: figure.mention.unit, home: home(of: figure),
      speaker: knowledge.canonical(figure.saying?.speaker.side ?? ""), grammar, knowledge)
    if figure.status == .military || figure.outcome == .casualties || isOfMen(figure),
      let army = setting.armies.army(outside: country)
    {
      return army
    }
    if figure.status == .military, let head = figure.mention.head, !grammar.has(head, .irregular),
      let army = setting.foes.army(in: country)
    {
      return army
    }
    return country.isEmpty ? nil : country
  }

  /// '225 men': privates, where a text speaks of an army.
  private func isOfMen(_ figure: Figure) -> Bool {
    figure.mention.head.map { grammar.isWord("men", $0) } ?? (figure.victims == nil)
  }

  // MARK: Words

  /// Whether a phrase says whose people they are.
  func isNaming(_ phrase: Range<Int>) -> Bool {
    phrase.contains {
      !knowledge.sideName(of: grammar.units[$0]).isEmpty || grammar.isWord("his", $0)
    }
      || grammar.isWord("from", phrase.upperBound)
  }

  /// Officials, police and rescuers count the people hurt in their own country.
  private func home(of figure: Figure) -> String {
    guard let saying = figure.saying, !saying.speaker.side.isEmpty else { return "" }
    switch saying.speaker.type {
    case .official, .police, .emergency, .health, .government:
      let side = knowledge.canonical(saying.speaker.side)
      if side == setting.mainCountry { return side }
      // 'Pakistan reported that 31 civilians died': each side counts its own civilians.
      return figure.status == .civilian && figure.mention.rule != .object
        && setting.foes.isAtWar(side) ? side : ""
    default: return ""
    }
  }

  /// 'refugees from Ukraine', 'militants linked to Hamas': where the people come from or whom they
  /// belong to.
  private func home(behind end: Int) -> String? {
    guard let joint = joint(behind: end) else { return nil }
    var index = joint + 1
    while index < grammar.units.count, index < end + 4, grammar.has(index, .determiner) {
      index += 1
    }
    guard index < grammar.units.count, !knowledge.isBound(index, grammar) else { return nil }
    let unit = grammar.units[index]
    let name = knowledge.partyName(of: unit)
    if name.isEmpty, joint > end { return unknownName(at: index) }
    return name.isEmpty || unit.isDemonym ? nil : name
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
  private func ownPeople(of figure: Figure) -> String? {
    let mention = figure.mention
    let next = mention.unit + 1
    if grammar.isWord("of", next),
      grammar.isWord("their", next + 1) || grammar.isWord("its", next + 1)
        || grammar.isWord("his", next + 1)
    {
      return LossOwnerReader(grammar: grammar, knowledge: knowledge, setting: setting)
        .party(before: next) ?? setting.partyNamed(before: sentence)
    }
    guard mention.antecedent == nil, mention.whole == nil, figure.victims == nil,
      grammar.isWord("of them", next), earlier.origins.last?.sentence != sentence,
      earlier.origins.last.map({ sentence - $0.sentence > 1 }) ?? true
    else { return nil }
    return setting.partyNamed(before: sentence)
  }

  /// The party that a phrase names; two nations in one sum are both.
  private func named(in range: Range<Int>) -> String? {
    var names: [String] = []
    // 'pro-Russian separatists': a name of the register that begins in small letters.
    if range.contains(where: { knowledge.isBound($0, grammar) }),
      let party = knowledge.registers.parties.resolve(grammar.string(range))
    {
      return party.name
    }
    for index in range where !knowledge.isBound(index, grammar) {
      let name = knowledge.sideName(of: grammar.units[index])
      // 'Kurdish peshmerga fighters' are Kurds, but a faith alone is no side.
      if knowledge.isFaith(grammar.units[index]) { continue }
      if knowledge.partyKind(of: grammar.units[index]) == .people { return name }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    if names.count == 2, range.contains(where: { grammar.isWord("and", $0) }) {
      return names.joined(separator: " and ")
    }
    if let last = names.last { return last }
    if let group = unknownGroup(in: range) { return group }
    // 'his army': the side of the one it belongs to.
    for index in range
    where grammar.isWord("his", index) || grammar.isWord("their", index)
      || grammar.isWord("its", index) || grammar.isWord("her", index)
    {
      let owners = LossOwnerReader(grammar: grammar, knowledge: knowledge, setting: setting)
      if let owner = owners.party(before: index) { return owner }
    }
    return nil
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
      !grammar.has(last, .person), !range.contains(where: { grammar.has($0, .formation) })
    else { return nil }
    return grammar.text.string(
      tokens: grammar.units[first].first, through: grammar.units[last].last)
  }
}

extension SentenceGrammar {
  /// 'Of these, 70,000 were killed': the sentence begins by pointing back to the people before.
  var pointsBackToClaim: Bool {
    isWord("of these", 0) || isWord("of those", 0) || isWord("of them", 0)
  }
}

extension Knowledge {
  /// Whether a unit names people by their faith, which is a side only where nothing else is told.
  func isFaith(_ unit: Unit) -> Bool {
    guard partyKind(of: unit) == .people else { return false }
    return ["Muslims", "Christians", "Hindus", "Sikhs", "Catholics", "Protestants"]
      .contains(partyName(of: unit))
  }

  /// The party that a unit names, or the side of the body or person that it names: 'Ukrainian
  /// military', 'Putin's supporters'.
  func sideName(of unit: Unit) -> String {
    let name = partyName(of: unit)
    if !name.isEmpty { return name }
    return source(of: unit).map { $0.side.isEmpty ? "" : canonical($0.side) } ?? ""
  }

  /// The canonical name of a party by any of its names, a territory being its country.
  func canonical(_ name: String) -> String {
    guard let party = registers.parties.resolve(name) else { return name }
    return registers.parties.principal(of: party).name
  }
}
