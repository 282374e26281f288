internal import ClaimModel
internal import Lexicons

/// Rungs of the ladder that know the sides of a conflict and who fights whom.
extension PartyReader {
  /// 'On the Israeli side 22 soldiers died', 'Iraq - 150,000 killed; 70,000 captured': whose people
  /// the words around the figure are about.
  func namedSide(of figure: Figure) -> String? {
    if isNamed(figure) { return nil }
    return sideOfPhrase(of: figure.mention) ?? headOfList(of: figure.mention)
  }

  /// 'on the Israeli side', 'on Israel's side': the nearest one before the figure, else behind it.
  private func sideOfPhrase(of mention: Mention) -> String? {
    var best: (distance: Int, name: String)?
    for index in grammar.units.indices where grammar.isWord("side", index) {
      var at = index - 1
      if at >= 0, grammar.units[at].kind == .possessive { at -= 1 }
      guard at > 0 else { continue }
      // 'on its side': that of the one who tells.
      let isOwn = grammar.isWord("its", at) || grammar.isWord("their", at)
      let name =
        isOwn ? owners.party(before: at) ?? "" : knowledge.partyName(of: grammar.units[at])
      let isBehindOn = (max(0, at - 2)..<at).contains { grammar.isWord("on", $0) }
      guard !name.isEmpty, isBehindOn else { continue }
      // What stands behind scopes the figure only in its own clause.
      let distance = index < mention.unit ? mention.unit - index : 2 * (index - mention.unit)
      if index > mention.unit,
        (mention.unit..<index).contains(where: { grammar.isMark(0x2C, $0) })
      {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, name) }
    }
    // '12 on the Indian side and 31 in Pakistan'
    let next = mention.unit + 1
    if best != nil, grammar.isWord("in", next), next + 1 < grammar.units.count,
      knowledge.partyKind(of: grammar.units[next + 1]) == .country
    {
      return knowledge.partyName(of: grammar.units[next + 1])
    }
    return best?.name
  }

  /// 'Iraq - 150,000 killed; 400,000 wounded': the party at the head of a list without a verb.
  private func headOfList(of mention: Mention) -> String? {
    let isBare = mention.head.map { !grammar.senses($0).isEmpty } ?? true
    guard isBare, let first = grammar.mentions.first(where: { $0.reason == nil }),
      let unit = grammar.units.first, unit.party >= 0,
      knowledge.partyName(of: unit).utf8.count == grammar.string(at: 0).utf8.count
        || unit.isDemonym,
      grammar.isDash(1) || grammar.isMark(0x3A, 1), first.unit <= 4,
      !(2..<first.unit).contains(where: { grammar.isVerb($0) || grammar.units[$0].isName })
    else { return nil }
    return knowledge.partyName(of: unit)
  }

  /// 'Admitted to 1,042 killed': who admits losses speaks of their own.
  func admitted(in figure: Figure) -> String? {
    let mention = figure.mention
    let isNameless =
      figure.victims == nil
      || mention.phrase.count == 1 && mention.head.map { !grammar.senses($0).isEmpty } ?? false
    guard isNameless || figure.status == .military, mention.rule != .object,
      let cue = (0..<mention.unit).last(where: { grammar.has($0, .admission) }),
      !(cue + 1..<mention.unit).contains(where: { grammar.units[$0].isName })
    else { return nil }
    if let saying = figure.saying, saying.cue.contains(cue), !saying.speaker.side.isEmpty {
      return knowledge.canonical(saying.speaker.side)
    }
    return owners.party(before: cue)
  }

  /// 'Hamas freed four hostages': whom a group holds in its own land is of the other side.
  func captive(of figure: Figure) -> String? {
    // 'Sixty hostages were killed': captives, whatever they suffered.
    let isHeld =
      figure.mention.head.map { head in
        grammar.senses(head).contains { $0.outcome == .captured && $0.frame == .people }
      } ?? false
    guard figure.outcome == .captured || isHeld, figure.status != .military else { return nil }
    if isNamed(figure) { return nil }
    let here = grammar.units.indices.lazy.filter {
      knowledge.partyKind(of: grammar.units[$0]) == .armedGroup
    }.map { knowledge.partyName(of: grammar.units[$0]) }.first
    guard let captor = here ?? setting.mainGroup else { return nil }
    guard let scene = scene(of: figure) else {
      return here == nil || setting.isCalamity(in: sentence)
        ? nil : setting.foes.onlyVictim(of: captor)
    }
    return setting.foes.belongs(captor, to: scene)
      ? setting.foes.foe(of: captor, kind: .country) : nil
  }

  /// '900 were killed on both sides', '100 soldiers and rebels': people of two sides in one sum.
  func bothSides(of figure: Figure) -> String? {
    let mention = figure.mention
    if isNamed(figure) { return nil }
    if !isPart(mention), let both = sidesOfNamedWar(figure) { return both }
    if !isPart(mention), tellsOfBothSides(mention) {
      return setting.foes.bothSides(in: setting.mainTheatre)
    }
    return soldiersAndRebels(of: figure) ?? clashing(figure)
  }

  /// 'In the war between Georgia and Russia 800 people died', 'the Iran-Iraq War': what a war of two
  /// countries cost that are named as its sides.
  private func sidesOfNamedWar(_ figure: Figure) -> String? {
    let mention = figure.mention
    let isAnybody = mention.head.map { !grammar.senses($0).isEmpty || grammar.isWord("people", $0) }
    guard figure.status == .unspecified, isAnybody ?? (figure.victims == nil),
      mention.outcome == .killed || mention.outcome == .casualties,
      setting.toldScene(in: sentence, near: mention.unit) == nil || !hasSceneBehind(mention)
    else { return nil }
    if let both = setting.warsOfTwo[sentence] { return both }
    // 'The Ethiopia-Eritrea War … The war cost 70,000 lives', 'In six years of war 30,000 died'
    let before = 0..<mention.unit
    let tellsOfTheWar = before.contains {
      grammar.has($0, .warName) && (grammar.isWord("the", $0 - 1) || grammar.isWord("of", $0 - 1))
    }
    let namesNobody = grammar.units.allSatisfy { knowledge.sideName(of: $0).isEmpty }
    guard figure.saying?.speaker.side.isEmpty ?? true, tellsOfTheWar || namesNobody else {
      return nil
    }
    if sentence > 0, let both = setting.warsOfTwo[sentence - 1] { return both }
    return tellsOfTheWar && namesNobody ? setting.foes.countriesAtWar : nil
  }

  private func hasSceneBehind(_ mention: Mention) -> Bool {
    setting.scenesOfSentence[sentence].contains {
      $0.unit > mention.unit && $0.unit < mention.end + 5
    }
  }

  /// 'Clashes between troops and suspected militants have killed 57 people': fighters of both.
  private func clashing(_ figure: Figure) -> String? {
    guard figure.status == .unspecified, let trigger = figure.mention.trigger,
      trigger < figure.mention.unit, !isPart(figure.mention),
      let between = (1..<trigger).last(where: { grammar.isWord("between", $0) }),
      grammar.has(between - 1, .conflictSetting), trigger - between < 12
    else { return nil }
    let armed = (between + 1..<trigger).filter { grammar.term($0)?.status == .military }
    guard armed.count == 2, let one = armed.first, let other = armed.last,
      !grammar.has(one, .irregular), grammar.has(other, .irregular),
      (one + 1..<other).contains(where: { grammar.isWord("and", $0) }),
      let country = scene(of: figure),
      let group = setting.foes.foe(of: country, kind: .armedGroup), group == setting.mainGroup
    else { return nil }
    return country + " and " + group
  }

  /// 'on both sides', 'the two armies have lost': a sum of both.
  private func tellsOfBothSides(_ mention: Mention) -> Bool {
    let isLoss =
      mention.trigger.map { trigger in
        grammar.senses(trigger).contains { $0.frame == .lose }
          || grammar.has(trigger - 1, .suffering)
          || (mention.unit - 4..<mention.unit).contains { grammar.has($0, .suffering) }
      } ?? false
    return grammar.units.indices.contains { at in
      guard grammar.has(at, .bothSides) else { return false }
      let first = grammar.isWord("the", at - 1) ? at - 2 : at - 1
      let isScoped =
        grammar.isWord("on", first) || grammar.isWord("from", first) || grammar.isWord("of", first)
        || grammar.isWord("across", first) || grammar.isWord("for", first)
        || grammar.isWord("among", first)
      if isScoped { return at > mention.unit || !isNaming(at + 1..<mention.unit) }
      return isLoss && at < mention.unit && !isNaming(at + 1..<mention.unit)
        && !(at + 1..<mention.unit).contains { grammar.has($0, .cue) }
    }
  }

  private func isPart(_ mention: Mention) -> Bool {
    mention.whole != nil || mention.isPartOfEarlier || mention.rule == .part
  }

  /// '100 soldiers and rebels': the forces of the country and the group that fights it.
  private func soldiersAndRebels(of figure: Figure) -> String? {
    let start = figure.mention.unit
    let kinds = (start + 1..<min(start + 10, grammar.units.count)).prefix {
      !grammar.isMark(0x3B, $0) && grammar.units[$0].quantity < 0
    }.filter { grammar.term($0)?.status == .military }
    guard kinds.count == 2, let one = kinds.first, let other = kinds.last,
      (one + 1..<other).allSatisfy({ grammar.isWord("and", $0) || grammar.units[$0].isContent }),
      (one + 1..<other).contains(where: { grammar.isWord("and", $0) }),
      grammar.has(one, .irregular) != grammar.has(other, .irregular),
      let country = scene(of: figure)
    else { return nil }
    let group = setting.foes.foe(of: country, kind: .armedGroup) ?? setting.mainGroup
    return group.map { country + " and " + $0 }
  }
}

extension Knowledge {
  /// Whether a country's name is bound into a compound that names somebody else: 'Iran-backed',
  /// 'US-led', 'anti-Israeli'.
  func isBound(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    let units = grammar.units
    let kind = partyKind(of: units[index])
    guard kind == .country || kind == .armedGroup else { return false }
    let isJoined = { (at: Int) in
      grammar.isMark(0x2D, at) && !units[at].isSpaced && at + 1 < units.count
        && !units[at + 1].isSpaced
    }
    if isJoined(index + 1), units[index + 2].kind == .word, !units[index + 2].isName {
      return true
    }
    return isJoined(index - 1)
      && (grammar.isWord("anti", index - 2) || grammar.isWord("pro", index - 2)
        || grammar.isWord("non", index - 2) || grammar.isWord("ex", index - 2)
        || grammar.isWord("post", index - 2))
  }
}
