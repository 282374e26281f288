internal import ClaimModel
internal import Lexicons

/// Rungs of the ladder that tell people's side from the side that hurt them or that tells of them.
extension PartyReader {
  /// 'Ukraine's General Staff said that the enemy had lost 870 men': the enemy as the one who is
  /// quoted sees it.
  func enemyOfSpeaker(_ figure: Figure) -> String? {
    guard let side = sideOfSpeaker(figure),
      Belligerents.countsEnemies(
        figure.mention, grammar, callsThemRebels: false, speaks: true) == true
        || isOfEnemyNamedBefore(figure.mention)
    else { return nil }
    let foe = setting.foes.foe(of: side, kind: .country) ?? setting.foes.foe(of: side)
    return foe.map { setting.foes.leader(of: $0, against: side) }
  }

  /// 'The enemy suffers. In May they lost 9,000 men.'
  private func isOfEnemyNamedBefore(_ mention: Mention) -> Bool {
    guard sentence > 0, setting.namesEnemy[sentence - 1], let trigger = mention.trigger,
      trigger < mention.unit,
      grammar.senses(trigger).contains(where: { [.lose, .loss].contains($0.frame) })
    else { return false }
    let subject = grammar.startOfVerbGroup(endingAt: trigger) - 1
    return grammar.isWord("they", subject) || grammar.isWord("he", subject)
  }

  /// '"We lost 12 men," the Kurdish commander said', 'of our soldiers': the people of the one who is
  /// quoted.
  func ownOfSpeaker(_ figure: Figure) -> String? {
    guard let side = sideOfSpeaker(figure), !setting.isCalamity(in: sentence) else { return nil }
    let mention = figure.mention
    let isOwned = (max(0, mention.unit - 1)..<mention.end + 1).contains {
      Belligerents.isOwn($0, grammar)
    }
    if isOwned { return side }
    guard let trigger = mention.trigger,
      grammar.senses(trigger).contains(where: { $0.frame == .lose }),
      let we = (0..<trigger).last(where: { grammar.isWord("we", $0) }), trigger - we < 4
    else { return nil }
    return side
  }

  /// 'Our military said two soldiers died in Anbar': an army that fights no other army tells of
  /// its own soldiers.
  func comrades(of figure: Figure) -> String? {
    guard areRegulars(figure), figure.saying?.speaker.type == .military,
      let side = sideOfSpeaker(figure), !setting.foes.isAtWar(side),
      agents.agent(of: figure.mention, in: setting) != side
    else { return nil }
    return side
  }

  /// The side, a country or an armed group, that the one who gives a figure speaks for.
  private func sideOfSpeaker(_ figure: Figure) -> String? {
    guard let side = figure.saying?.speaker.side, !side.isEmpty, !isNamed(figure) else {
      return nil
    }
    let name = knowledge.canonical(side)
    switch knowledge.registers.parties[name]?.kind {
    case .country, .territory, .armedGroup: return name
    default: return nil
    }
  }

  /// 'Hamas's raid killed 1,200 people', 'A Palestinian bomber killed three': whom people kill whose
  /// land another's army meets, they kill of that other's, in his land or in theirs.
  func hurtAcrossTheLine(_ figure: Figure) -> String? {
    guard figure.outcome != .displaced, !isNamed(figure), !areIrregular(figure),
      !setting.isCalamity(in: sentence), let agent = agents.namedAgent(of: figure.mention),
      let enemy = setting.foes.armyAgainst(agent)
    else { return nil }
    let told = setting.toldScene(in: sentence, near: figure.mention.unit)
    let lands = knowledge.registers.parties.lineage(of: agent) + [enemy]
    return told.map { lands.contains($0) } ?? true ? enemy : nil
  }

  /// 'Maoist rebels killed 40 soldiers': those whom a side hurts are of the other.
  func foeOfAgent(_ figure: Figure) -> String? {
    guard figure.outcome != .displaced, !isNamed(figure) else { return nil }
    guard let agent = agents.agent(of: figure.mention, in: setting) else {
      return soldiersHurtByRebels(figure)
    }
    let land = scene(of: figure) ?? ""
    // 'In Peru the Shining Path killed 69 villagers': people of the land in which the group fights.
    if figure.status != .military, land.isEmpty,
      knowledge.registers.parties[agent]?.kind == .armedGroup,
      let told = setting.toldScene(in: sentence, near: figure.mention.unit),
      setting.foes.fight(agent, told)
    {
      return told
    }
    if figure.status == .military {
      let head = figure.mention.head ?? figure.mention.unit
      // 'Terrorists' is what a state calls them; whom it means only their group's name tells.
      if grammar.has(head, .terrorSetting) { return nil }
      if grammar.has(head, .irregular) {
        guard let foe = setting.foes.foe(of: agent, kind: .armedGroup) else { return nil }
        return setting.isDistant(foe, from: sentence)
          ? knowledge.registers.parties.lineage(of: foe).last : foe
      }
      if knowledge.registers.conflicts.haveFought(agent, land) {
        let told = setting.toldScene(in: sentence, near: figure.mention.unit)
        return told == land && knowledge.registers.parties[agent]?.kind == .armedGroup ? land : nil
      }
      // 'One more serviceman' of those whose dead were counted last
      if let last = earlier.claims.last, let origin = earlier.origins.last,
        last.status == .military,
        sentence - origin.sentence <= 2, setting.foes.fight(agent, last.party)
      {
        return last.party
      }
      let foe = setting.foes.foe(of: agent, kind: .country)
      // Where a group strikes in a land that the text names, and no foe of it, it is that land's army.
      if let foe, !setting.foes.isNamed(foe), areRegulars(figure), setting.isTheatre(land),
        setting.toldScene(in: sentence, near: figure.mention.unit) == land,
        knowledge.registers.parties[agent]?.kind == .armedGroup
      {
        return land
      }
      return foe
    }
    // Where nothing tells where it was, a side kills in the land of its only foe.
    guard figure.victims != nil, land.isEmpty, !setting.isCalamity(in: sentence),
      knowledge.registers.parties[agent]?.kind == .armedGroup
    else { return nil }
    return setting.foes.onlyVictim(of: agent)
  }

  /// 'Guerrillas ambushed an Israeli squad, killing two officers', 'took the Kenyan camp and killed
  /// 58 soldiers': those whom the verb before hits.
  func targetOfAttack(_ figure: Figure) -> String? {
    guard let trigger = figure.mention.trigger, trigger < figure.mention.unit, !isNamed(figure),
      figure.status != .civilian, figure.outcome != .displaced, !areIrregular(figure)
    else { return nil }
    // 'struck out and fell upon a Boer camp': the last verb that hits somebody.
    let first = grammar.clauseVerb(of: trigger)
    guard first < trigger else { return nil }
    let verb = (first..<trigger).last { grammar.has($0, .assailing) } ?? first
    let object = (verb + 1..<min(trigger, verb + 10)).prefix { at in
      !grammar.isMark(0x2C, at) && !grammar.has(at, .conjunction)
        && (at <= verb + 1 || !grammar.has(at, .preposition))
    }
    guard
      let owner = object.last(where: {
        grammar.units[$0].isDemonym && !knowledge.isBound($0, grammar)
          && (knowledge.partyKind(of: grammar.units[$0]) != .people
            || setting.foes.foe(of: knowledge.sideName(of: grammar.units[$0])) != nil)
      })
    else { return nil }
    let name = knowledge.sideName(of: grammar.units[owner])
    if grammar.has(verb, .assailing) { return name }
    guard areRegulars(figure) else { return nil }
    guard let agent = agents.subject(of: trigger) else {
      return (max(0, verb - 5)..<verb).contains { grammar.has($0, .irregular) } ? name : nil
    }
    return setting.foes.fight(agent, name) ? name : nil
  }

  /// 'The Iranians took 19,000 prisoners', '26,000 prisoners in Russian hands': people of the other
  /// side.
  func prisoners(of figure: Figure) -> String? {
    guard figure.outcome == .captured, !isNamed(figure),
      grammar.has(headOf: figure.mention, .outcome) || figure.mention.head == nil
        || areRegulars(figure), let captor = captor(of: figure)
    else { return nil }
    return setting.foes.foe(of: captor)
  }

  /// The side that takes or holds the captives of a figure.
  private func captor(of figure: Figure) -> String? {
    let mention = figure.mention
    let behind = mention.end + 1..<min(grammar.units.count, mention.end + 9)
    if let hands = behind.first(where: { grammar.has($0, .custody) }) {
      let name = knowledge.partyName(of: grammar.units[hands - 1])
      if !name.isEmpty { return name }
    }
    guard grammar.has(headOf: mention, .outcome), mention.rule != .subject,
      let verb = (max(0, mention.unit - 5)..<mention.unit).last(where: {
        grammar.isVerb($0)
          && grammar.senses($0).contains { $0.frame == .take || $0.frame == .harm }
      })
    else { return nil }
    return agents.subject(of: verb)
  }

  /// 'The rebels said they had killed 60 troops': soldiers of the land whose war it is.
  private func soldiersHurtByRebels(_ figure: Figure) -> String? {
    guard areRegulars(figure), let trigger = figure.mention.trigger,
      trigger < figure.mention.unit, scene(of: figure) == nil,
      (0..<grammar.clauseVerb(of: trigger)).contains(where: { grammar.has($0, .irregular) })
    else { return nil }
    return setting.mainTheatre
  }
}
