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

    /// '225 men': privates, where a text speaks of an army.
    func isOfMen(_ grammar: SentenceGrammar) -> Bool {
      mention.head.map { grammar.isWord("men", $0) } ?? (victims == nil)
    }
  }

  /// The victims' party and the reason for it.
  func party(of figure: Figure) -> PartyReading {
    let rungs: [(PartyReason, () -> String?)] = [
      (.origin, { home(behind: figure.mention.unit + 1) }),
      (.owner, { owners.loserInKilled(figure.mention) ?? ownLoss(figure) }),
      (.words, { peopleOfTheTopic(figure) }),
      (.words, { isOnlyPlace(figure) ? nil : ethnic(figure) ?? figure.victims.flatMap(named) }),
      (.origin, { figure.victims.flatMap { home(behind: $0.upperBound) } }),
      (.origin, { homeElsewhere(of: figure) }),
      (.words, { ownPeople(of: figure) }),
      (.sides, { bothSides(of: figure) }),
      (.side, { enemyOfSpeaker(figure) }),
      (.speaker, { ownOfSpeaker(figure) }),
      (.side, { setting.belligerents?.side(of: figure.mention, grammar) }),
      (.owner, { owners.gappedSubject(of: figure.mention) }),
      (.words, { joinedToPerson(figure) ?? ownersOfList(figure) }),
      (.antecedent, { antecedent(of: figure) }),
      (.owner, { namedSide(of: figure) ?? owners.owner(of: figure.mention, in: sentence) }),
      (.antecedent, { partOfSoldiers(figure) }),
      (.captive, { prisoners(of: figure) ?? captive(of: figure) }),
      (.admission, { admitted(in: figure) }),
      (.foreign, { isForeign(figure) ? "" : nil }),
      (.group, { group(of: figure) }),
      (.speaker, { counter(of: figure) ?? comrades(of: figure) }),
      (.foe, { hurtAcrossTheLine(figure) ?? targetOfAttack(figure) ?? foeOfAgent(figure) }),
      (.neighbour, { moreOfSentence(figure) }),
      (.army, { army(of: figure) ?? namedArmy(of: figure) }),
      (.neighbour, { sameAsBefore(figure) ?? neighbour(of: figure) ?? diedCaptive(figure) }),
      (.topic, { topic(of: figure) ?? soldiersNamedBefore(figure) }),
      (.neighbour, { onTheSameSide(figure) }),
      (.scene, { scene(of: figure) }),
      (.army, { onlyArmy(of: figure) }),
    ]
    for (reason, name) in rungs {
      if let name = name() { return PartyReading(name: name, reason: reason) }
    }
    return PartyReading(name: "", reason: .none)
  }

  /// 'the Philippines typhoon death toll': where a disaster was, and no side.
  private func isOnlyPlace(_ figure: Figure) -> Bool {
    guard let victims = figure.victims, setting.isCalamity(in: sentence) else { return false }
    // 'the Philippine quake': the nation of the disaster rather than of its victims.
    let ofDisaster = victims.contains {
      grammar.units[$0].isDemonym && grammar.has($0 + 1, .calamitySetting)
    }
    if ofDisaster { return true }
    guard !victims.contains(where: { grammar.has($0, .person) || grammar.units[$0].isDemonym })
    else { return false }
    return victims.contains { knowledge.partyKind(of: grammar.units[$0]) == .country }
  }

  /// 'ethnic Uzbeks' are people of the land where they were hurt, and so are all those whom a text
  /// calls so somewhere.
  private func ethnic(_ figure: Figure) -> String? {
    guard let victims = figure.victims,
      let unit = victims.last(where: {
        setting.ethnics.contains(knowledge.partyName(of: grammar.units[$0]))
          && grammar.units[$0].isDemonym
      }),
      !victims.contains(where: { knowledge.partyKind(of: grammar.units[$0]) == .armedGroup })
    else { return nil }
    let name = knowledge.partyName(of: grammar.units[unit])
    guard let land = scene(of: figure), land != name else { return nil }
    let isCalledSo = victims.contains { grammar.isWord("ethnic", $0) }
    return isCalledSo || figure.status != .military && !setting.foes.fight(name, land) ? land : nil
  }

  /// 'while the Iraqis admitted losing 6,000': people of whom the words of the figure before it do not
  /// tell.
  private func ownLoss(_ figure: Figure) -> String? {
    guard figure.index > 0,
      figure.victims.map({ $0.upperBound <= figure.mention.number.first }) ?? true
    else { return nil }
    return owners.ownSubject(of: figure.mention, behind: grammar.mentions[figure.index - 1])
  }

  // MARK: Figures

  /// Whether the victims' own words say whose people they are.
  func isNamed(_ figure: Figure) -> Bool { figure.victims.map(isNaming) ?? false }

  /// 'soldiers', but not 'rebels': a noun for those who bear arms for a state.
  func areRegulars(_ figure: Figure) -> Bool {
    figure.status == .military && figure.mention.head != nil
      && !areIrregular(figure)
  }

  /// 'rebels', 'rebel sailors', 'the bodies of guerrillas': people who bear arms for no state.
  func areIrregular(_ figure: Figure) -> Bool {
    grammar.has(headOf: figure.mention, .irregular)
      || figure.victims?.contains { at in
        grammar.has(at, .irregular) && !knowledge.isBound(at, grammar)
          && !grammar.isMark(0x2D, at + 1)
      } ?? false
  }

  // MARK: Rungs

  /// Finds whose losses a figure is.
  var owners: LossOwnerReader {
    LossOwnerReader(grammar: grammar, knowledge: knowledge, setting: setting)
  }

  /// Finds who did it.
  var agents: AgentReader { AgentReader(grammar: grammar, knowledge: knowledge) }

  private func isForeign(_ figure: Figure) -> Bool {
    figure.victims?.contains {
      grammar.isWord("foreign", $0) || grammar.isWord("foreigners", $0)
        || grammar.isWord("foreigner", $0) || isNegatedNation($0)
    } ?? false
  }

  /// 'non-Syrian', 'non Syrian': people of any other nation.
  private func isNegatedNation(_ unit: Int) -> Bool {
    let non = grammar.isMark(0x2D, unit - 1) ? unit - 2 : unit - 1
    return grammar.units[unit].isDemonym && grammar.isWord("non", non)
  }

  /// A speaker for a side who counts casualties of nobody named counts their own.
  private func counter(of figure: Figure) -> String? {
    if let teller = tellerOfOwn(figure) { return teller }
    guard figure.victims == nil, figure.outcome == .casualties,
      figure.mention.rule == .toll || grammar.namesNobody(figure.index),
      let side = figure.saying?.speaker.side, !side.isEmpty
    else { return nil }
    let name = knowledge.canonical(side)
    // Who counts for the United Nations counts others.
    if knowledge.registers.parties[name]?.kind == .alliance,
      figure.saying?.speaker.type != .military
    {
      return nil
    }
    // 'A bomb killed 18 in Baghdad. The U.S. military put the toll at 17': that of what was told.
    if let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence <= 2, last.outcome == .killed, !last.party.isEmpty,
      last.party != name, earlier.reasons.last?.isFirm == false
    {
      return nil
    }
    return lossesOfOne.map { $0 == name } ?? true ? name : nil
  }

  /// The country that speaks by its own name, or by 'it' where it was named before.
  private func country(of speaker: Speaker, at last: Int) -> String? {
    guard grammar.has(last, .pronoun) else {
      return knowledge.partyKind(of: grammar.units[last]) == .country
        ? knowledge.partyName(of: grammar.units[last]) : nil
    }
    let party = knowledge.registers.parties.resolve(speaker.name)
    return party?.kind == .country ? party?.name : nil
  }

  /// 'Azerbaijan reported 50 dead', 'Israel says two soldiers were killed': a country at war that
  /// gives no other place tells of its own.
  private func tellerOfOwn(_ figure: Figure) -> String? {
    guard let saying = figure.saying, let last = saying.speaker.units.last,
      saying.cue.upperBound <= figure.mention.number.first, last < figure.mention.number.first,
      let side = country(of: saying.speaker, at: last)
    else { return nil }
    let between = last + 1..<figure.mention.number.first
    if figure.victims == nil {
      guard between.allSatisfy({ saying.cue.contains($0) }) else { return nil }
    } else {
      guard areRegulars(figure), !isNamed(figure), figure.mention.rule != .object,
        !between.contains(where: { !knowledge.sideName(of: grammar.units[$0]).isEmpty }),
        agents.agentBehind(figure.mention) != side
      else { return nil }
    }
    guard setting.foes.isAtWar(side), !setting.isCalamity(in: sentence),
      [nil, side].contains(setting.toldScene(in: sentence, near: figure.mention.unit))
    else { return nil }
    return side
  }

  /// 'two alleged drug traffickers': crime has no sides.
  private func areCriminals(_ figure: Figure) -> Bool {
    figure.victims?.contains { grammar.has($0, .crimeSetting) } ?? false
  }

  /// The one side whose losses all figures so far are by their own words; nil for none or several.
  private var lossesOfOne: String? {
    var name: String?
    for index in earlier.claims.indices.suffix(20) where earlier.reasons[index].isFirm {
      let claim = earlier.claims[index]
      guard claim.status == .military || earlier.reasons[index] == .owner else { return nil }
      let party = claim.party
      guard !party.isEmpty, name ?? party == party else { return nil }
      name = party
    }
    return name
  }

  /// People of nobody named, after a sentence about the losses of a side: 'Russia hides its losses'
  /// and then 'Journalists have counted 50,000 dead'.
  private func topic(of figure: Figure) -> String? {
    let isAnybody =
      figure.victims == nil && figure.mention.head.map { !grammar.senses($0).isEmpty } ?? true
    guard isAnybody || isOfNobody(figure), figure.mention.rule != .object,
      figure.outcome == .killed || figure.outcome == .casualties
    else { return nil }
    // What a disaster cost a land is no side's loss.
    guard !setting.isOfCalamity else { return nil }
    if !isAnybody, setting.toldScene(in: sentence, near: figure.mention.unit) != nil { return nil }
    if let loser = setting.loser(before: sentence),
      isAnybody || knowledge.registers.parties[loser]?.kind == .country
    {
      return loser
    }
    guard isAnybody else { return nil }
    guard setting.toldScene(in: sentence, near: figure.mention.unit) == nil,
      !setting.isCalamity(in: sentence), setting.belligerents == nil,
      let last = earlier.origins.last, (1..<5).contains(sentence - last.sentence)
    else { return nil }
    return lossesOfOne
  }

  /// '3,500 people', 'a thousand soldiers': a word that fits the people of any side.
  private func isOfNobody(_ figure: Figure) -> Bool {
    guard figure.victims != nil, !isNamed(figure), !areIrregular(figure),
      figure.saying != nil
    else { return false }
    return figure.mention.head.map { grammar.isWord("people", $0) } ?? false || areRegulars(figure)
  }

  /// '800,000 people were displaced in Lebanon, and another 200,000 in Israel': the land at war that
  /// stands behind those who were displaced in it.
  private func landOfDisplaced(_ figure: Figure) -> String? {
    guard !setting.isOfCalamity, let trigger = figure.mention.trigger,
      grammar.senses(trigger).contains(where: { $0.frame != .people }),
      !grammar.has(headOf: figure.mention, .outcome)
    else { return nil }
    let last = max(figure.mention.end, trigger > figure.mention.unit ? trigger : 0)
    guard grammar.isWord("in", last + 1),
      let told = setting.scenesOfSentence[sentence].first(where: { $0.unit > last })
    else { return nil }
    return told.unit <= last + 3 && setting.isTheatre(told.country) ? told.country : nil
  }

  /// The country of the scene, in war and political violence.
  func scene(of figure: Figure) -> String? {
    let cause = CauseReader(grammar: grammar)
    if cause.isCalamity(of: figure.mention) || areCriminals(figure) { return nil }
    if figure.outcome == .displaced, let land = landOfDisplaced(figure) { return land }
    let country = setting.country(
      of: figure.outcome, in: sentence, near: figure.mention.unit, home: home(of: figure),
      speaker: knowledge.canonical(figure.saying?.speaker.side ?? ""), grammar, knowledge)
    if figure.status == .military || figure.outcome == .casualties || figure.isOfMen(grammar),
      let army = setting.armies.army(outside: country)
    {
      return army
    }
    if areRegulars(figure), let army = setting.foes.army(in: country) { return army }
    return country.isEmpty ? nil : country
  }
}

extension SentenceGrammar {
  /// 'Of these, 70,000 were killed', 'Of this figure, …': the sentence begins by pointing back to the
  /// people before.
  var pointsBackToClaim: Bool {
    isWord("of these", 0) || isWord("of those", 0) || isWord("of them", 0)
      || isWord("of", 0) && has(1, .determiner) && (has(2, .figures) || isWord("number", 2))
  }
}
