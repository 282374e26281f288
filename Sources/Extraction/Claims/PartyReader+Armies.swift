internal import ClaimModel
internal import Lexicons

/// Rungs of the ladder that tell whose soldiers and fighters of no named side are.
extension PartyReader {
  /// The one armed group that fighters of no named side belong to.
  func group(of figure: Figure) -> String? {
    guard figure.status == .military || grammar.has(headOf: figure.mention, .faction) else {
      return nil
    }
    if areIrregular(figure),
      let group = setting.armedGroup(for: figure.index, in: sentence, grammar, knowledge)
    {
      return group
    }
    // 'separatists', 'Maoists': the group that goes by the word in the land of the war.
    guard let head = figure.mention.head,
      grammar.has(head, .faction) || areIrregular(figure) && setting.groups.isEmpty
    else { return nil }
    let land = setting.country(
      of: nil, in: sentence, near: figure.mention.unit, home: "", speaker: "", grammar, knowledge)
    return setting.group(called: grammar.string(at: head), in: land, sentence: sentence)
  }

  /// 'Sixty-five servicemen were killed' in a text on Russian losses: soldiers of no named side are
  /// of the side whose soldiers were counted last.
  func army(of figure: Figure) -> String? {
    guard figure.victims != nil, !isNamed(figure), areRegulars(figure),
      grammar.has(headOf: figure.mention, .person)
    else { return nil }
    if let whole = figure.mention.whole, let claim = earlier.index(ofMention: whole, in: sentence),
      knowledge.registers.parties[earlier.claims[claim].party]?.kind == .country
    {
      return earlier.claims[claim].party
    }
    guard
      let last = earlier.claims.indices.suffix(EarlierClaims.reach).last(where: {
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

  /// Soldiers of the one army that the sentence so far, else the one before it, names.
  ///
  /// 'They attacked the Turkish army twice. Eleven soldiers were killed.'
  func namedArmy(of figure: Figure) -> String? {
    guard figure.victims != nil, !isNamed(figure), areRegulars(figure),
      grammar.has(headOf: figure.mention, .person), figure.mention.rule != .object
    else { return nil }
    let here = setting.armiesOfSentence[sentence].filter { $0.unit < figure.mention.unit }
    let armies = here.isEmpty && sentence > 0 ? setting.armiesOfSentence[sentence - 1] : here
    guard Set(armies.map(\.party)).count == 1, let army = armies.first?.party,
      agents.agentBehind(figure.mention) != army,
      setting.toldScene(in: sentence, near: figure.mention.unit) ?? army == army
    else { return nil }
    return army
  }

  /// The soldiers of whom the sentence before speaks and counts none.
  ///
  /// 'The papers count the Soviet soldiers who fall there. By 1985 about 9,000 had died.'
  func soldiersNamedBefore(_ figure: Figure) -> String? {
    guard figure.victims == nil, figure.mention.rule == .subject, sentence > 0,
      figure.outcome == .killed || figure.outcome == .injured,
      figure.saying.map({ $0.speaker.type == .research && $0.speaker.side.isEmpty }) ?? true,
      earlier.origins.last.map({ $0.sentence < sentence - 1 }) ?? true,
      setting.toldScene(in: sentence, near: figure.mention.unit) == nil
    else { return nil }
    let parties = setting.armiesOfSentence[sentence - 1].map(\.party)
    let names = parties.indices.filter { parties.firstIndex(of: parties[$0]) == $0 }
      .map { parties[$0] }
    return (1...2).contains(names.count) ? names.joined(separator: " and ") : nil
  }

  /// Some of the captives that the sentence before counts.
  ///
  /// 'Nearly 11,000 French troops were taken prisoner. Thousands perished on the march.'
  func diedCaptive(_ figure: Figure) -> String? {
    guard figure.victims == nil, figure.outcome == .killed, figure.mention.unit == 0,
      let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence == 1, last.outcome == .captured
    else { return nil }
    return last.party
  }

  /// 'Five soldiers were wounded' in a text that tells of no place and names one country.
  func onlyArmy(of figure: Figure) -> String? {
    areRegulars(figure) && !setting.isCalamity(in: sentence) && setting.tellsOfWar
      ? setting.foes.onlyArmy : nil
  }
}
