internal import ClaimModel
internal import Lexicons

/// Rungs of the ladder that find the people in figures told before.
extension PartyReader {
  /// The words of the people that the figure points back to or is a part of.
  func antecedent(of figure: Figure) -> String? {
    let mention = figure.mention
    // 'A total of 36,000 Americans died; of these, 33,000 were killed in action'
    var before = mention.number.first - 1
    if grammar.isMark(0x2C, before) { before -= 1 }
    if figure.victims == nil, figure.index > 0,
      grammar.isWord("of these", before) || grammar.isWord("of those", before)
        || grammar.isWord("of these", before - 1) || grammar.isWord("of those", before - 1),
      let last = earlier.claims.last, earlier.origins.last?.sentence == sentence
    {
      return last.party
    }
    let pointsBack = grammar.namesNobody(figure.index)
    if mention.rule == .toll, isNamed(figure) { return nil }
    if pointsBack, let antecedent = mention.antecedent, !isNamed(figure),
      !isOfAnotherAgent(mention, than: antecedent),
      let claim = earlier.index(ofMention: antecedent, in: sentence),
      !isToldElsewhere(mention, than: earlier.claims[claim].party, earlier.reasons[claim])
    {
      return earlier.claims[claim].party
    }
    guard figure.victims == nil || mention.whole != nil || pointsBack else { return nil }
    for other in [mention.antecedent, mention.whole] {
      if let other, other != figure.index,
        let phrase = VictimReader(grammar: grammar).phrase(of: other),
        let named = named(in: phrase),
        figure.status != .civilian || knowledge.registers.parties[named]?.kind != .armedGroup,
        !areRegulars(figure) || knowledge.registers.parties[named]?.kind != .people
      {
        return named
      }
    }
    return nil
  }

  /// 'Hamas killed 1,200 people, and Israel has since killed 20,000': whether two sides did it.
  private func isOfAnotherAgent(_ mention: Mention, than other: Int) -> Bool {
    guard let one = agents.namedAgent(of: grammar.mentions[other]),
      let agent = agents.namedAgent(of: mention)
    else { return false }
    return one != agent && setting.foes.fight(one, agent)
  }

  /// '9 in Kenya, 14 in Uganda': whether a place of its own stands behind a figure.
  private func isToldElsewhere(
    _ mention: Mention, than party: String, _ reason: PartyReason
  ) -> Bool {
    guard reason.isGuess, grammar.has(mention.end + 1, .preposition),
      let told = setting.scenesOfSentence[sentence].first(where: { $0.unit > mention.end })
    else { return false }
    return told.unit <= mention.end + 3 && told.country != party
  }

  /// 'thirty soldiers, including four commanders': a part of the soldiers of a state, by any rank.
  func partOfSoldiers(_ figure: Figure) -> String? {
    guard figure.status == .military, !isNamed(figure),
      !grammar.has(headOf: figure.mention, .faction),
      let whole = figure.mention.whole, let claim = earlier.index(ofMention: whole, in: sentence),
      earlier.claims[claim].status == .military, !earlier.areIrregular[claim],
      knowledge.registers.parties[earlier.claims[claim].party]?.kind == .country
    else { return nil }
    return earlier.claims[claim].party
  }

  /// Of two sides the one whose people were counted last, where no word tells of the other since.
  ///
  /// 'Nine Israelis were killed, and five people were taken to Gaza. Some 60 people were injured.'
  func onTheSameSide(_ figure: Figure) -> String? {
    guard figure.status != .military, !isNamed(figure), figure.outcome != .displaced,
      setting.toldScene(in: sentence, near: figure.mention.unit) == nil,
      let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence <= 1, let reason = earlier.reasons.last,
      reason.isFirm || reason == .captive,
      knowledge.registers.parties[last.party]?.kind == .country, last.status != .military,
      agents.agent(of: figure.mention, in: setting) == nil,
      figure.saying?.speaker.side.isEmpty ?? true,
      let scene = scene(of: figure), scene != last.party, setting.foes.fight(scene, last.party)
    else { return nil }
    return last.party
  }

  /// 'In May he had spoken of 300 dead', 'Dozens more were wounded': people whom only the claim
  /// before names.
  func neighbour(of figure: Figure) -> String? {
    guard let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence <= 1, !last.party.isEmpty
    else { return nil }
    if isMore(figure) {
      // 'At least 200 troops and 600 guerrillas died. Thousands more were wounded': of all.
      let parties = earlier.claims.indices.filter {
        earlier.origins[$0].sentence == origin.sentence
      }.map { earlier.claims[$0].party }
      return Set(parties).count == 1 ? last.party : nil
    }
    if grammar.isWord("of them", figure.mention.unit + 1), figure.mention.antecedent == nil,
      figure.mention.whole == nil, !isNamed(figure)
    {
      return last.party
    }
    if isOtherOfTheSame(figure, last, origin) { return last.party }
    if grammar.pointsBackToClaim, !isNamed(figure) {
      return last.party
    }
    guard figure.victims == nil, origin.sentence < sentence else { return nil }
    // 'Hamas killed 1,200. The war in Gaza has killed 30,000.'
    if let told = setting.toldScene(in: sentence, near: figure.mention.unit),
      earlier.reasons.last == .foe, setting.foes.fight(told, last.party)
    {
      return nil
    }
    let isSameCount =
      last.outcome == figure.outcome || grammar.has(0, .pronoun)
      || !figure.source.isEmpty && figure.source == last.attribution.source
    return isSameCount ? last.party : nil
  }

  /// 'the seven killed' after 'seven soldiers': those who were counted before.
  func sameAsBefore(_ figure: Figure) -> String? {
    guard !isNamed(figure),
      grammar.isWord("the", figure.mention.unit - 1), let low = figure.mention.number.low.whole,
      let last = earlier.claims.indices.suffix(20).last(where: {
        earlier.claims[$0].quantity.low == low && earlier.claims[$0].outcome == figure.outcome
      })
    else { return nil }
    return earlier.claims[last].party
  }

  /// 'four other pilgrims' after 'eleven Iranian pilgrims'.
  private func isOtherOfTheSame(
    _ figure: Figure, _ last: Claim, _ origin: (sentence: Int, mention: Int)
  ) -> Bool {
    guard let victims = figure.victims, let head = figure.mention.head, !isNamed(figure),
      victims.contains(where: { grammar.isWord("other", $0) || grammar.isWord("more", $0) })
        || grammar.isWord("another", figure.mention.unit - 1)
        || grammar.isWord("another", figure.mention.number.first)
    else { return false }
    // 'eleven Iranians, and four other pilgrims'
    let isOfTheSentence =
      origin.sentence == sentence && setting.isCalamity(in: sentence)
      && earlier.reasons.last == .words && !grammar.isWord("people", head)
    return isOfTheSentence || last.victims.hasSuffix(grammar.string(at: head))
  }

  /// 'American airmen were killed, and 20 more were injured': more of the people named before.
  func moreOfSentence(_ figure: Figure) -> String? {
    // 'Indonesia's agency said the eruption had wounded 56 others': nobody's people.
    guard isMore(figure), figure.mention.antecedent == nil, figure.mention.whole == nil,
      !setting.isCalamity(in: sentence),
      let person = (0..<figure.mention.unit).last(where: {
        grammar.has($0, .person) && !grammar.has($0, [.speaker, .outcome])
      }),
      !(person..<figure.mention.unit).contains(where: { grammar.isMark(0x3B, $0) })
    else { return nil }
    return (max(0, person - 3)..<person + 1).last {
      !knowledge.sideName(of: grammar.units[$0]).isEmpty
    }
    .map { knowledge.sideName(of: grammar.units[$0]) }
  }

  /// 'Dozens more', '30 others', 'another 12': further people of the same kind.
  private func isMore(_ figure: Figure) -> Bool {
    // 'and another 200,000 in Israel'
    if isToldElsewhere(figure.mention, than: earlier.claims.last?.party ?? "", .scene) {
      return false
    }
    return grammar.has(headOf: figure.mention, .more)
      || figure.mention.head == nil && grammar.isWord("another", figure.mention.unit - 1)
      || figure.outcome == .casualties
        && figure.mention.phrase.contains { grammar.has($0, .more) }
  }
}
