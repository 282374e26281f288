internal import ClaimModel
internal import Lexicons

/// Nouns for what someone tells, and counts that are someone's: 'the army's claim to have killed
/// 30', 'the figure of 30 given by the army', 'by the Pentagon's estimate'.
extension SayingReader {
  /// A noun for what is told, with the one whose it is and the clause or figure that it holds.
  private func told(at noun: Int) -> Saying? {
    guard grammar.has(noun, .telling), !units[noun].isCapital, noun > 0,
      !grammar.isVerb(noun) || grammar.has(noun - 1, [.determiner, .ambiguousVerb, .participle])
        || units[noun - 1].kind == .possessive || units[noun - 1].isContent
    else { return nil }
    if let owner = possessor(of: noun) {
      if let opener = opener(behind: noun) { return telling(owner, noun, from: opener) }
      // 'his last figure was 46,000', 'by the army's own reckoning'
      let isReckoning = grammar.isMark(0x2C, noun + 1) && startsWithBy(noun)
      if isReckoning || grammar.has(noun + 1, .be) && grammar.mention(at: noun + 2) != nil {
        var saying = telling(owner, noun, from: noun)
        if isReckoning { saying.scope = 0..<units.count }
        saying.isCited = false
        return saying
      }
    }
    if let (giver, end) = giver(behind: noun),
      let opener = opener(behind: end) ?? bracketedFigure(behind: end)
    {
      return telling(giver, noun, from: opener)
    }
    // 'released a statement that it had killed eight': the one who did.
    if let opener = opener(behind: noun) ?? sample(behind: noun),
      grammar.isWord("that", opener) || grammar.isQuote(opener),
      let verb = (max(0, noun - 4)..<noun).last(where: {
        grammar.isVerb($0) && grammar.has($0, [.verbPast, .verbS])
      }),
      (verb + 1..<noun).allSatisfy({ grammar.has($0, .determiner) || units[$0].isContent }),
      let speaker = reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: verb)),
      speaker.kind != .body || speaker.type != .unknown || !speaker.side.isEmpty,
      !grammar.has(verb, [.negation, .cue])
    {
      return telling(speaker, noun, from: opener)
    }
    return nil
  }

  /// 'has released a list with the names of 19 killed policemen', 'released the names of 94 missing':
  /// what a body makes public is its own count.
  func published(at verb: Int) -> Saying? {
    guard grammar.has(verb, .publishing), grammar.isVerb(verb),
      grammar.has(verb, [.verbPast, .verbS]), grammar.has(verb + 1, .determiner),
      let mention = grammar.mentions.first(where: { $0.unit > verb }), mention.unit - verb < 12,
      mention.unit > verb + 2, mention.outcome != nil, mention.reason == nil,
      case let object = verb + 2..<mention.unit,
      case let group = grammar.startOfVerbGroup(endingAt: verb),
      let noun = object.first(where: {
        grammar.has($0, [.report, .listing])
      }), noun + 1 == mention.unit || grammar.has(noun + 1, .preposition),
      !object.contains(where: {
        units[$0].kind == .mark || grammar.has($0, [.be, .have, .modal, .relative])
      }), !isPassive(verb, from: group), let speaker = reader.speaker(endingBefore: group),
      speaker.isOfKnownKind
    else { return nil }
    return Saying(
      speaker: speaker, cue: verb..<verb + 1, scope: verb + 1..<endOfContent(from: verb + 1),
      stance: .asserted, isCited: false, hearer: "")
  }

  private func telling(_ speaker: Speaker, _ noun: Int, from opener: Int) -> Saying {
    Saying(
      speaker: speaker, cue: noun..<noun + 1, scope: opener..<endOfContent(from: opener),
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'the minister's recent statement': whose a noun is.
  private func possessor(of noun: Int) -> Speaker? {
    // 'police reports of', 'army claims that'
    if grammar.has(noun, .plural) || grammar.has(noun, .verbS), units[noun - 1].kind == .word,
      !grammar.has(noun - 1, .telling),
      grammar.has(noun - 1, .speaker) && grammar.term(noun - 1)?.isBody == true
        || units[noun - 1].source >= 0,
      let first = (reader.startOfPhrase(endingAt: noun - 1)..<noun).first(where: {
        !grammar.has($0, .determiner)
      })
    {
      return reader.read(first..<noun)
    }
    var owner = noun - 1
    while owner > 0, noun - owner < 5, units[owner].kind == .word, units[owner].isContent {
      owner -= 1
    }
    if units[owner].kind == .possessive { return reader.speaker(endingBefore: owner) }
    guard isPossessivePronoun(owner) else { return nil }
    // 'The ministry has not updated its figure': the subject's own.
    if let subject = mainSubject(before: owner), subject.kind != .pronoun { return subject }
    return reader.pronoun(possessiveAt: owner)
  }

  /// 'a claim by the rebels', 'claims from Moscow': who gives what a noun tells, and where the name
  /// ends.
  private func giver(behind noun: Int) -> (Speaker, end: Int)? {
    // 'claims made by the army', 'figures given by doctors'
    let joint =
      grammar.has(noun + 1, .participle) && grammar.isWord("by", noun + 2) ? noun + 2 : noun + 1
    guard grammar.isWord("by", joint) || grammar.isWord("from", joint),
      let speaker = reader.speaker(startingAt: joint + 1), speaker.kind != .pronoun,
      speaker.isOfKnownKind
        || !speaker.side.isEmpty
    else { return nil }
    return (speaker, speaker.units.upperBound - 1)
  }

  /// 'the figures advanced by Rassin (200 to 500 dead)'.
  private func bracketedFigure(behind end: Int) -> Int? {
    grammar.isMark(0x28, end + 1) && grammar.mention(at: end + 2) != nil ? end + 1 : nil
  }

  /// Where the clause or the figure behind a noun starts: 'that 30 died', 'of 30 dead', 'to have
  /// killed 30'.
  private func opener(behind noun: Int) -> Int? {
    let next = noun + 1
    if grammar.isWord("of", next) { return next }
    if grammar.isWord("to", next), grammar.has(next + 1, [.have, .verbBase]) { return next }
    return (next..<min(units.count, noun + 8)).first {
      grammar.isWord("that", $0)
        && !(next..<$0).contains { grammar.isMark(0x2C, $0) || grammar.has($0, [.be, .have]) }
    }
  }

  /// The mark that opens what is told, for one: 'made claims such as "they killed 30"'.
  private func sample(behind noun: Int) -> Int? {
    (noun + 1..<min(units.count, noun + 4)).first { grammar.isQuote($0) }.flatMap { quote in
      grammar.isWord("such as", quote - 1) || grammar.isWord("like", quote - 1)
        || grammar.isWord("as", quote - 1) && grammar.isWord("such", quote - 2)
        ? quote : nil
    }
  }

  /// 'the figure of 30 dead given by the army': the noun, its figure, and the one who gave it.
  private func given(_ noun: Int) -> Saying? {
    guard noun > 0, grammar.has(noun, .telling), grammar.isWord("of", noun + 1) else { return nil }
    // 'an estimate of 700 dead by the government'
    if let mention = grammar.mention(at: noun + 2), possessor(of: noun) == nil,
      let by = (noun + 3..<min(units.count, noun + 9)).first(where: {
        $0 > grammar.mentions[mention].end && grammar.isWord("by", $0)
      }),
      !(noun + 1..<by).contains(where: {
        units[$0].kind == .mark || grammar.isVerb($0) && !grammar.has($0, .outcome)
      }),
      !grammar.has(by - 1, .participle) || grammar.term(by - 1)?.cue != nil,
      let speaker = reader.speaker(startingAt: by + 1), speaker.kind != .pronoun,
      speaker.isOfKnownKind
    {
      return Saying(
        speaker: speaker, cue: noun..<noun + 1, scope: noun..<by, stance: .asserted, isCited: true,
        hearer: "")
    }
    guard
      let participle = (noun + 2..<min(units.count, noun + 10)).first(where: {
        grammar.has($0, .participle) && !grammar.has($0, .outcome)
          && (grammar.isWord("by", $0 + 1)
            || (grammar.isWord("in", $0 + 1) || grammar.isWord("from", $0 + 1))
              && isDocument(startingAt: $0 + 2))
      }),
      !(noun + 2..<participle).contains(where: {
        units[$0].kind == .mark && units[$0].mark != 0x2D
      }),
      let speaker = reader.speaker(startingAt: participle + 2)
    else { return nil }
    return Saying(
      speaker: speaker, cue: participle..<participle + 1, scope: noun..<participle,
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'a secret cable': a thing that is read and not a body.
  private func isDocument(startingAt start: Int) -> Bool {
    guard let speaker = reader.speaker(startingAt: start), speaker.kind != .person else {
      return false
    }
    return speaker.units.contains { reader.isWritten($0) }
  }

  /// 'The official Myanmar government figure for the missing is 41,000', 'by a police count'.
  private func countOf(_ noun: Int) -> Saying? {
    guard grammar.has(noun, .speaker), !units[noun].isCapital, noun > 0, hasFigure(behind: 0),
      grammar.term(noun)?.sourceType == .research,
      grammar.has(noun - 1, .speaker) && grammar.term(noun - 1)?.isBody == true
        || units[noun - 1].source >= 0,
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

  /// 'the official Chilean records of 640 deaths', 'The official figure for the dead is 5,732': what an
  /// office has put down.
  private func officialCount(_ noun: Int) -> Saying? {
    guard reader.isDocument(noun), !reader.isToll(noun) || grammar.has(noun, .telling),
      let official = (max(0, noun - 3)..<noun).last(where: { grammar.isWord("official", $0) }),
      (official + 1..<noun).allSatisfy({ units[$0].isContent }),
      let mention = grammar.mentions.first(where: { $0.unit > noun }), mention.outcome != nil
    else { return nil }
    let between = noun + 1..<mention.unit
    // 'the official figure of 30 dead' is told by whoever speaks of it.
    let isOf =
      grammar.isWord("of", noun + 1) && between.count == 1 && grammar.has(noun, .speaker)
    let isGiven =
      grammar.has(mention.unit - 1, .be)
      && (between.count == 1 || grammar.has(noun + 1, .preposition))
      && !between.dropLast().contains { grammar.has($0, [.be, .have, .modal, .relative]) }
    guard isOf || isGiven, let speaker = reader.read(official..<noun + 1) else { return nil }
    var saying = Saying(
      speaker: speaker, cue: noun..<noun + 1, scope: noun..<mention.end + 1, stance: .asserted,
      isCited: false, hearer: "")
    saying.isVague = true
    return saying
  }

  /// 'raising the Red Cross total to 217': a count that is a body's.
  private func totalOf(_ noun: Int) -> Saying? {
    guard noun > 1, grammar.has(noun, .count), !units[noun].isCapital,
      units[noun - 1].source >= 0
        || grammar.has(noun - 1, .speaker) && grammar.term(noun - 1)?.isBody == true,
      units[noun - 1].kind == .word, units[noun - 1].party < 0, !grammar.has(noun - 1, .telling),
      grammar.isWord("to", noun + 1) || grammar.isWord("at", noun + 1)
        || grammar.isWord("of", noun + 1),
      let mention = grammar.mention(at: noun + 2), let speaker = reader.speaker(endingBefore: noun)
    else { return nil }
    return Saying(
      speaker: speaker, cue: noun..<noun + 1, scope: noun..<grammar.mentions[mention].end + 1,
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'by a police count'.
  private func startsWithBy(_ noun: Int) -> Bool {
    (max(0, noun - 5)..<noun).contains { grammar.isWord("by", $0) }
  }

  /// 'The Pentagon's estimate is 15,000', 'by the commander's own count'.
  func estimates() -> [Saying] {
    units.indices.compactMap { index in
      // Most words are none of these: one look at their classes spares the rest.
      if grammar.has(index, [.publishing, .speaker, .telling, .count]),
        let saying = published(at: index) ?? countOf(index) ?? told(at: index) ?? given(index)
          ?? totalOf(index) ?? officialCount(index)
      {
        return saying
      }
      let isPronoun =
        grammar.has(index, [.pronoun, .determiner]) && isPossessivePronoun(index)
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
      // 'while Brandt's study yields 400': of the clause before, another tells.
      return Saying(
        speaker: speaker, cue: noun..<noun + 1,
        scope: startOfJoined(speaker.units.lowerBound)..<units.count, stance: .asserted,
        isCited: false, hearer: "")
    }
  }

  func isPossessivePronoun(_ index: Int) -> Bool {
    grammar.isWord("his", index) || grammar.isWord("her", index) || grammar.isWord("its", index)
      || grammar.isWord("their", index)
  }
}
