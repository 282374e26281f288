internal import ClaimModel
internal import Lexicons

/// Losses of bodies of soldiers: 'the division's casualties were 4,200'.
extension StatusReader {
  /// Whether a figure is told of a body of soldiers that bears it, and does not inflict it.
  ///
  /// 'in one brigade 500 were missing', 'cholera killed 900 of the garrison', 'it lost 300 men'.
  func isOfForce(_ figure: PartyReader.Figure) -> Bool {
    let mention = figure.mention
    guard figure.isOfMen(grammar) || isNameless(figure), figure.outcome != .displaced,
      figure.outcome != .captured, !setting.isCalamity(in: sentence), let trigger = mention.trigger
    else { return false }
    if grammar.isWord("of", mention.unit + 1), grammar.has(mention.unit + 2, .determiner),
      isForce(mention.unit + 3)
    {
      return true
    }
    // 'killed, wounded and prisoners' are counted together by armies alone.
    let last = max(mention.end, trigger)
    if figure.outcome == .casualties,
      (last + 1..<last + 6).contains(where: {
        grammar.isWord("prisoners", $0) && grammar.has($0 - 1, .conjunction)
      })
    {
      return true
    }
    if grammar.isWord("prisoners of war", trigger) { return true }
    if isAmongForce(behind: last) || figure.outcome == .casualties && isSuffered(mention) {
      return true
    }
    let isOfMen = mention.head.map { grammar.isWord("men", $0) } ?? false
    if isLoss(trigger) || isLoss(mention.unit - 1), isOfMen { return true }
    // 'a total loss of 495'
    if mention.rule == .ofNoun, isLoss(trigger) { return true }
    // 'the patrol killed 12' is what it did to others.
    let isInflicted =
      trigger < mention.unit && grammar.senses(trigger).contains { $0.frame == .harm }
      && !grammar.has(trigger - 1, .preposition)
    return !isInflicted && isBorneByForce(mention, before: min(mention.unit, trigger))
  }

  /// 'suffered 7,000 casualties', '4,400 casualties were incurred by the 21st Division': so it is said
  /// of armies alone.
  private func isSuffered(_ mention: Mention) -> Bool {
    let before = (max(0, mention.unit - 2)..<mention.unit).contains {
      grammar.has($0, .suffering) && grammar.isVerb($0)
    }
    if before { return true }
    guard let by = (mention.end + 1..<mention.end + 10).first(where: { grammar.isWord("by", $0) }),
      (mention.end + 1..<by).contains(where: { grammar.has($0, .suffering) })
    else { return false }
    return (by + 1..<by + 6).contains { isForce($0) }
  }

  /// 'three hundred casualties in one battalion', 'nine dead from the 10th Column'.
  private func isAmongForce(behind last: Int) -> Bool {
    guard grammar.has(last + 1, .preposition),
      grammar.isWord("in", last + 1) || grammar.isWord("from", last + 1)
        || grammar.isWord("among", last + 1)
    else { return false }
    var end = last + 2
    while end < grammar.units.count, grammar.units[end].kind != .mark,
      !grammar.has(end, [.preposition, .conjunction, .be, .have, .relative])
    {
      end += 1
    }
    return end > last + 2 && isForce(end - 1)
  }

  /// Whether a word for a body of soldiers stands before a figure with a word for bearing losses
  /// behind it, and nobody else's words between.
  private func isBorneByForce(_ mention: Mention, before end: Int) -> Bool {
    let reach = max(0, end - 12)..<end
    guard let force = reach.last(where: { isForce($0) }), !isAgent(force),
      !(force..<end).contains(where: {
        grammar.has($0, .cue) && grammar.isVerb($0) && !isLoss($0 + 1) || grammar.isMark(0x3B, $0)
      })
    else { return false }
    return (force + 1..<mention.unit).contains {
      grammar.has($0, [.suffering, .level]) || isLoss($0)
        || grammar.has($0, .have) && $0 + 1 == mention.unit
        || grammar.senses($0).contains { $0.frame == .leave || $0.frame == .toll }
    }
  }

  /// 'by the army', 'an attack on the patrol'.
  private func isAgent(_ force: Int) -> Bool {
    var at = force - 1
    while at > 0, grammar.has(at, .determiner) || grammar.units[at].isContent, !grammar.isVerb(at) {
      at -= 1
    }
    return grammar.isWord("by", at) || grammar.isWord("against", at) || grammar.isWord("on", at)
  }

  /// Whether a noun names a body of soldiers, and no business, or soldiers.
  private func isForce(_ unit: Int) -> Bool {
    grammar.has(unit, .formation)
      && (!grammar.isWord("company", unit) && !grammar.isWord("companies", unit)
        || grammar.isWord("my", unit - 1) || grammar.isWord("our", unit - 1))
      || unit < grammar.units.count
        && knowledge.source(of: grammar.units[unit])?.type == .military
      || grammar.has(unit, [.person, .plural]) && grammar.term(unit)?.status == .military
  }

  private func isLoss(_ unit: Int) -> Bool {
    grammar.senses(unit).contains { $0.frame == .lose || $0.frame == .loss }
  }

  private func isNameless(_ figure: PartyReader.Figure) -> Bool {
    VictimReader(grammar: grammar).isNameless(figure.victims)
  }

  /// 'the army admitted to 1,042 killed': losses that are admitted are those of soldiers.
  func isAdmitted(_ figure: PartyReader.Figure, _ party: PartyReading) -> Bool {
    guard isNameless(figure), figure.outcome != .displaced, !setting.isCalamity(in: sentence) else {
      return false
    }
    return party.reason == .admission
      || party.reason == .speaker && figure.saying?.speaker.type == .military
  }
}
