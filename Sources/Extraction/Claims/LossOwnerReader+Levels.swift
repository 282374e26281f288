internal import ClaimModel
internal import Lexicons

/// Sides whose losses are said to have come to a number.
extension LossOwnerReader {
  /// 'Russia has passed 700,000 casualties', 'the army is nearing a milestone of 900,000 losses': the
  /// side that is the subject of a verb for reaching a number of its losses.
  func sideThatReached(_ mention: Mention) -> String? {
    guard let trigger = mention.trigger, trigger > mention.unit,
      grammar.senses(trigger).contains(where: {
        [.event, .loss].contains($0.frame) || $0.frame == .people && $0.outcome == .casualties
      })
    else { return nil }
    // 'topped 900,000' is one quantity, before which the subject stands.
    let first = mention.number.first
    if first > 0, mention.number.qualifier == .moreThan, isSideOrForce(first - 1) {
      return subjectSide(of: first)
    }
    var verb = first - 1
    // 'the mark of', 'a grim milestone of'
    if grammar.isWord("of", verb) {
      let reach = max(0, verb - 5)..<verb
      verb = reach.last { grammar.has($0, .level) } ?? 0
      let isNoun = (verb + 1..<first - 1).allSatisfy {
        grammar.units[$0].isContent || grammar.has($0, .determiner)
      }
      guard isNoun else { return nil }
    }
    guard verb > 0, grammar.has(verb, .level), !grammar.has(verb, [.have, .cue]),
      grammar.isVerb(verb),
      !grammar.has(verb - 1, .preposition)
    else { return nil }
    return subjectSide(of: verb)
  }

  /// 'Russia's losses have been laid bare, with 400,000 soldiers killed': whose losses the main clause
  /// speaks of, where 'with' gives their number.
  func sideWhoseLossesAreGiven(_ mention: Mention) -> String? {
    let with = mention.number.first - 1
    guard with > 1, grammar.isWord("with", with), grammar.isMark(0x2C, with - 1),
      mention.outcome != .displaced,
      let noun = (1..<with).last(where: { at in
        grammar.senses(at).contains { $0.frame == .loss || $0.outcome == .casualties }
          && grammar.units[at].quantity < 0
      }), !grammar.isCounted(noun)
    else { return nil }
    return possessor(of: noun)
  }

  /// The side that stands directly before a verb, by itself or by its forces.
  private func subjectSide(of verb: Int) -> String? {
    var at = grammar.startOfVerbGroup(endingAt: verb) - 1
    while at > 0, grammar.has(at, .adverb) { at -= 1 }
    if at > 0, isForce(at), loser(at).isEmpty { at -= 1 }
    if at > 0, grammar.units[at].kind == .possessive { at -= 1 }
    guard at >= 0, !grammar.isBehindPreposition(at) else { return nil }
    let name = loser(at)
    return name.isEmpty ? nil : name
  }

  private func isSideOrForce(_ unit: Int) -> Bool {
    !loser(unit).isEmpty || isForce(unit)
  }

  /// 'the army', 'the military': no report and no ministry.
  private func isForce(_ unit: Int) -> Bool {
    DocumentSetting.isForce(unit, grammar)
      && (!grammar.has(unit, .speaker) || grammar.has(unit, .conflictSetting))
  }

  /// 'The Russians lost in killed and wounded 627': the subject of the verb from which only words for
  /// what they suffered part the number.
  func loserInKilled(_ mention: Mention) -> String? {
    let before = max(0, mention.number.first - 8)..<mention.number.first
    guard
      let verb = before.last(where: { at in
        grammar.isVerb(at) && grammar.senses(at).contains { $0.frame == .lose }
      }), grammar.isWord("in", verb + 1),
      (verb + 2..<mention.number.first).allSatisfy({
        grammar.has($0, [.outcome, .conjunction, .adverb]) || grammar.isWord("men", $0)
          || grammar.isMark(0x2C, $0)
      })
    else { return nil }
    return party(before: verb)
  }
}
