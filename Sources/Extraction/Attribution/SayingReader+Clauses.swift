internal import ClaimModel
internal import Lexicons

/// Sayings without a verb of saying: any verb of a speaker with a clause behind 'that', a noun for
/// what is told, and counts that are someone's.
extension SayingReader {
  /// 'Britain's ministry shared in an update that …', 'he ventured that …': any verb of one who can
  /// speak with a clause behind 'that' tells what they say.
  func clauseTaken(at that: Int, besides others: [Saying]) -> Saying? {
    guard that + 2 < units.count, grammar.mention(at: that + 1) != nil || opensClause(that + 1),
      !others.contains(where: { $0.cue.lowerBound < that && that - $0.cue.upperBound < 12 })
    else { return nil }
    // Between the verb and 'that' only phrases with a preposition, an adverb or a comma.
    var verb = that - 1
    while verb > 0, that - verb < 10, !isPlainVerb(verb) {
      if grammar.has(verb, [.be, .modal, .relative]) { return nil }
      verb -= 1
    }
    guard verb > 0, isPlainVerb(verb), !grammar.has(verb, [.outcome, .cue]) else { return nil }
    if verb + 1 < that, !grammar.has(verb + 1, .preposition), !grammar.isMark(0x2C, verb + 1),
      !grammar.has(verb + 1, [.adverb, .weekday])
    {
      return nil
    }
    let group = grammar.startOfVerbGroup(endingAt: verb)
    guard (group..<verb).allSatisfy({ !grammar.has($0, .be) }),
      let speaker = reader.speaker(endingBefore: group),
      speaker.kind == .person || speaker.kind == .pronoun || speaker.type != .unknown
    else { return nil }
    return Saying(
      speaker: speaker, cue: verb..<verb + 1, scope: that..<endOfContent(from: that),
      stance: .asserted, isCited: false, hearer: "")
  }

  /// 'media reports that …', 'estimates that …': a noun for what is told, with a clause behind it.
  func reported(at that: Int) -> Saying? {
    guard that > 0, grammar.has(that - 1, .speaker),
      opensClause(that + 1) || grammar.isQuote(that + 1),
      let type = grammar.term(that - 1)?.sourceType, type == .media || type == .research,
      !units[that - 1].isCapital, grammar.has(that - 1, .plural) || that == 1,
      !grammar.has(that - 2, [.be, .have, .preposition]),
      let speaker = reader.speaker(endingBefore: that)
    else { return nil }
    return Saying(
      speaker: speaker, cue: that - 1..<that, scope: that..<endOfContent(from: that),
      stance: .asserted, isCited: false, hearer: "")
  }

  private func isPlainVerb(_ index: Int) -> Bool {
    grammar.isVerb(index) && grammar.has(index, [.verbPast, .verbS])
      && !grammar.has(index, [.preposition, .adverb, .speaker])
  }

  /// Whether a clause with a subject of its own starts at a unit: no verb, as in 'the bomb that hit'.
  private func opensClause(_ index: Int) -> Bool {
    index < units.count && units[index].kind == .word
      && !grammar.has(index, [.be, .have, .modal])
      && (!grammar.isVerb(index) || grammar.has(index, [.person, .speaker]) || units[index].isName)
  }

  /// 'Ukraine's claims of 400 dead', 'the minister's recent statement that 12 had died'.
  private func told(at noun: Int) -> Saying? {
    guard grammar.term(noun)?.isTelling ?? false, !units[noun].isCapital, noun > 1 else {
      return nil
    }
    var owner = noun - 1
    while owner > 0, noun - owner < 4, units[owner].kind == .word, units[owner].isContent {
      owner -= 1
    }
    guard units[owner].kind == .possessive, let speaker = reader.speaker(endingBefore: owner)
    else { return nil }
    let opener = (noun + 1..<min(units.count, noun + 8)).first {
      grammar.isWord("that", $0) || grammar.isWord("of", $0) && $0 == noun + 1
    }
    guard let opener else { return nil }
    return Saying(
      speaker: speaker, cue: noun..<noun + 1, scope: opener..<endOfContent(from: opener),
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'The official Myanmar government figure for the missing is 41,000', 'by a police count'.
  private func countOf(_ noun: Int) -> Saying? {
    guard grammar.has(noun, .speaker), !units[noun].isCapital, noun > 0,
      grammar.term(noun)?.sourceType == .research,
      grammar.has(noun - 1, .speaker) || units[noun - 1].source >= 0,
      !grammar.has(noun - 1, .plural), units[noun - 1].kind == .word,
      grammar.has(noun + 1, [.be, .level, .preposition]) || grammar.isMark(0x2C, noun + 1)
        || grammar.isMark(0x2E, noun + 1),
      grammar.has(noun + 1, .be) || grammar.isWord("for", noun + 1)
        || grammar.isWord("of", noun + 1)
        || startsWithBy(noun),
      let first = (reader.startOfPhrase(endingAt: noun - 1)..<noun).first(where: {
        !grammar.has($0, .determiner)
      }), let speaker = reader.read(first..<noun)
    else { return nil }
    return Saying(
      speaker: speaker, cue: noun..<noun + 1, scope: 0..<units.count, stance: .asserted,
      isCited: false, hearer: "")
  }

  /// 'by a police count'.
  private func startsWithBy(_ noun: Int) -> Bool {
    (max(0, noun - 5)..<noun).contains { grammar.isWord("by", $0) }
  }

  /// 'The Pentagon's estimate is 15,000', 'by the commander's own count'.
  func estimates() -> [Saying] {
    let isOwned = units.contains { $0.kind == .possessive }
    return units.indices.compactMap { index in
      if let saying = countOf(index) ?? (isOwned ? told(at: index) : nil) { return saying }
      let isPronoun =
        grammar.isWord("his", index) || grammar.isWord("her", index) || grammar.isWord("its", index)
        || grammar.isWord("their", index)
      guard units[index].kind == .possessive || isPronoun else { return nil }
      var noun = index + 1
      while noun < units.count, noun < index + 4, !grammar.has(noun, .speaker),
        units[noun].isContent
      {
        noun += 1
      }
      guard noun < units.count, grammar.has(noun, .speaker), !units[noun].isCapital,
        grammar.term(noun)?.sourceType == .research,
        let speaker = isPronoun
          ? reader.pronoun(possessiveAt: index) : reader.speaker(endingBefore: index)
      else { return nil }
      return Saying(
        speaker: speaker, cue: noun..<noun + 1, scope: 0..<units.count, stance: .asserted,
        isCited: false, hearer: "")
    }
  }
}
