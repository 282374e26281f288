internal import ClaimModel
internal import Lexicons

/// Works out which side, nation or group the victims belong to.
///
/// First what the victims' phrase says, then what the sentence says of them, then, in a war or
/// political violence, the country in which they were hurt. The victims of disasters, accidents
/// and crimes belong to no side unless a nationality is named.
struct PartyReader {
  let knowledge: Knowledge
  let setting: DocumentSetting

  /// The canonical name of the victims' party, empty where there is none, and whether it is only the
  /// country of the scene.
  func party(
    of index: Int, in sentence: Int, _ grammar: SentenceGrammar, victims: Range<Int>?,
    status: VictimStatus, saying: Saying?
  ) -> (name: String, isGuess: Bool) {
    if let victims, let named = named(in: victims, grammar) { return (named, false) }
    if let victims, let home = home(behind: victims.upperBound, grammar) { return (home, false) }
    let mention = grammar.mentions[index]
    for other in [mention.antecedent, mention.whole] {
      if let other, other != index,
        let phrase = VictimReader(grammar: grammar).phrase(of: other),
        let named = named(in: phrase, grammar),
        victims == nil || mention.whole != nil || grammar.namesNobody(index)
      {
        return (named, false)
      }
    }
    if let trigger = mention.trigger {
      if let owner = owner(of: mention, trigger: trigger, in: sentence, grammar) {
        return (owner, false)
      }
    }
    if let victims, victims.contains(where: { grammar.isWord("foreign", $0) }) {
      return ("", false)
    }
    if status == .military, let group = setting.armedGroup(for: index, grammar, knowledge) {
      return (group, false)
    }
    if mention.rule == .toll || grammar.namesNobody(index), victims == nil, let saying,
      !saying.speaker.side.isEmpty, mention.outcome == .casualties
    {
      return (knowledge.canonical(saying.speaker.side), false)
    }
    let country = setting.country(
      of: mention.outcome, in: sentence, near: mention.unit, home: home(of: saying), grammar,
      knowledge)
    return (country, true)
  }

  /// Officials, police and rescuers count the people hurt in their own country.
  private func home(of saying: Saying?) -> String {
    guard let saying, !saying.speaker.side.isEmpty else { return "" }
    switch saying.speaker.type {
    case .official, .police, .emergency, .health, .government:
      let side = knowledge.canonical(saying.speaker.side)
      return side == setting.mainCountry ? side : ""
    default: return ""
    }
  }

  /// 'refugees from Ukraine', 'journalists from Al Jazeera': where the people come from.
  private func home(behind end: Int, _ grammar: SentenceGrammar) -> String? {
    guard grammar.isWord("from", end) else { return nil }
    var index = end + 1
    while index < grammar.units.count, index < end + 4, grammar.has(index, .determiner) {
      index += 1
    }
    guard index < grammar.units.count else { return nil }
    let unit = grammar.units[index]
    let name = knowledge.partyName(of: unit)
    return name.isEmpty || unit.isDemonym ? nil : name
  }

  /// The party that a phrase names; two nations in one sum are both.
  private func named(in range: Range<Int>, _ grammar: SentenceGrammar) -> String? {
    var names: [String] = []
    for index in range {
      let name = knowledge.partyName(of: grammar.units[index])
      // 'Kurdish peshmerga fighters' are Kurds.
      if knowledge.partyKind(of: grammar.units[index]) == .people { return name }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    if names.count == 2, range.contains(where: { grammar.isWord("and", $0) }) {
      return names.joined(separator: " and ")
    }
    if let last = names.last { return last }
    if let group = unknownGroup(in: range, grammar) { return group }
    // 'his army': the side of the one it belongs to.
    for index in range where grammar.isWord("his", index) || grammar.isWord("their", index) {
      if let owner = antecedentParty(before: index, grammar) { return owner }
    }
    return nil
  }

  /// 'members of Ahrar al-Sham': a group that the register does not know, by its own name.
  private func unknownGroup(in range: Range<Int>, _ grammar: SentenceGrammar) -> String? {
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
      !grammar.has(last, .person)
    else { return nil }
    return grammar.text.string(
      tokens: grammar.units[first].first, through: grammar.units[last].last)
  }

  private func antecedentParty(before index: Int, _ grammar: SentenceGrammar) -> String? {
    var at = index - 1
    while at >= 0 {
      if let source = knowledge.source(of: grammar.units[at]), !source.side.isEmpty {
        return knowledge.canonical(source.side)
      }
      let name = knowledge.partyName(of: grammar.units[at])
      if !name.isEmpty { return name }
      at -= 1
    }
    return nil
  }

  /// 'The British losses were three officers and five men killed': whose losses a list gives.
  private func ownerOfLosses(before unit: Int, _ grammar: SentenceGrammar) -> String? {
    var at = unit - 1
    while at > 0 {
      if grammar.senses(at).contains(where: {
        $0.frame == .loss || $0.frame == .event && $0.outcome == .casualties
      }),
        grammar.has(at + 1, [.be, .level]) || grammar.isMark(0x3A, at + 1)
      {
        let name = knowledge.partyName(of: grammar.units[at - 1])
        return name.isEmpty ? nil : name
      }
      at -= 1
    }
    return nil
  }

  private func firstParty(before end: Int, _ grammar: SentenceGrammar) -> String? {
    for index in 0..<end {
      if let source = knowledge.source(of: grammar.units[index]), !source.side.isEmpty {
        return knowledge.canonical(source.side)
      }
      let name = knowledge.partyName(of: grammar.units[index])
      if !name.isEmpty { return name }
    }
    return nil
  }

  /// The loser of 'lost 3,000 men', 'suffered 300 casualties', 'cost his army 12 men', 'Russian
  /// losses'.
  private func owner(
    of mention: Mention, trigger: Int, in sentence: Int, _ grammar: SentenceGrammar
  ) -> String? {
    let frames = grammar.senses(trigger).map(\.frame)
    if frames.contains(.take) {
      for index in (trigger..<mention.unit) {
        if grammar.isWord("his", index) || grammar.isWord("its", index)
          || grammar.isWord("their", index)
        {
          return antecedentParty(before: index, grammar)
        }
        let name = knowledge.partyName(of: grammar.units[index])
        if !name.isEmpty { return name }
      }
      return nil
    }
    // 'Russian losses', 'Ukraine's death toll', 'losses of Russia'
    if frames.contains(.event) || frames.contains(.toll) || frames.contains(.loss)
      || frames.contains(.people)
    {
      var at = trigger - 1
      while at >= 0, trigger - at < 5, grammar.units[at].kind != .mark,
        grammar.mention(at: at) == nil
      {
        let name = knowledge.partyName(of: grammar.units[at])
        if !name.isEmpty { return name }
        if grammar.has(at, [.be, .have, .cue]) { break }
        at -= 1
      }
    }
    if frames.contains(.lose) {
      return antecedentParty(before: trigger, grammar)
    }
    // 'Ukraine has close to 70,000 dead', but not 'has killed 12'.
    let isNoun = frames.contains { [.event, .people, .state, .loss].contains($0) }
    var at = min(mention.unit, trigger) - 1
    while at >= 0, mention.unit - at < 6 {
      if grammar.has(at, .suffering)
        || isNoun && grammar.has(at, .have) && at == mention.unit - 1
      {
        // 'while suffering': the subject is that of the whole sentence.
        if grammar.has(at, .gerund) { return firstParty(before: at, grammar) }
        // 'It also suffered 300 casualties': the one the sentence before speaks of.
        if grammar.has(0, .pronoun) { return setting.partyNamed(before: sentence) }
        return antecedentParty(before: at, grammar)
      }
      at -= 1
    }
    return ownerOfLosses(before: mention.unit, grammar)
  }
}

extension Knowledge {
  /// The canonical name of a party by any of its names, a territory being its country.
  func canonical(_ name: String) -> String {
    guard let party = registers.parties.resolve(name) else { return name }
    return registers.parties.principal(of: party).name
  }
}
