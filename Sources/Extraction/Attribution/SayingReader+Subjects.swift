internal import ClaimModel
internal import Lexicons

/// Who is the subject of an attributing word: before it, before its relative clause, or at the head
/// of the sentence.
extension SayingReader {
  /// 'Medical sources quoted by the coordinator said': the ones who are quoted.
  func origin(quotedBy relay: Int) -> Speaker? {
    guard grammar.isWord("by", relay - 1), grammar.has(relay - 2, .cue),
      grammar.has(relay - 2, .participle),
      // 'Figures compiled by the ministry show' are the ministry's.
      grammar.term(relay - 2)?.cue != .tally
    else { return nil }
    return reader.speaker(endingBefore: relay - 2)
  }

  /// The subject of a cue: before it, or before the relative or the comma that it hangs on.
  func subject(of cue: Int, group: Int, after earlier: Saying?) -> Speaker? {
    // 'is reporting', 'are saying' are finite.
    if grammar.has(cue, .gerund), !grammar.has(cue, .participle),
      !(group..<cue).contains(where: { grammar.has($0, .be) })
    {
      // 'with the World Health Organization confirming 450 deaths'
      if let speaker = reader.speaker(endingBefore: group),
        grammar.isWord("with", speaker.units.lowerBound - 1)
          || grammar.has(speaker.units.lowerBound - 1, .conjunction) && earlier != nil
      {
        return speaker
      }
      // ', adding that', ', saying': the one who spoke, or the subject of the main clause.
      return earlier?.speaker ?? mainSubject(before: group) ?? openingReports()
    }
    let clause = reader.startWithoutAdjuncts(endingBefore: group)
    if clause > 0, grammar.has(clause - 1, .relative), !grammar.isWord("that", clause - 1) {
      // 'Hamas, which said', 'the UN, which last month said'
      var end = clause - 1
      if end > 0, grammar.isMark(0x2C, end - 1) { end -= 1 }
      return reader.speaker(endingBefore: end)
    }
    let end = startOfInsertion(before: group)
    if let speaker = headOfRelative(before: end) ?? headOfParticiple(before: end) {
      return speaker
    }
    // 'Moscow denies the claim, says 89 died': a headline's second verb.
    if group > 2, grammar.isMark(0x2C, group - 1), grammar.has(cue, .verbS),
      !(0..<group - 1).contains(where: { grammar.isMark(0x2C, $0) || grammar.isQuote($0) }),
      let speaker = mainSubject(before: group - 1)
    {
      return speaker
    }
    let near = reader.speaker(endingBefore: group)
    let isSaid = grammar.term(cue)?.cue == .say || grammar.term(cue)?.cue == .tell
    if let far = clauseSubject(before: end, admitsAnyone: isSaid),
      far.units.lowerBound < near?.units.lowerBound ?? group,
      // 'others, including Ambassador Nils Berg, have put'
      !(near?.kind == .person && far.units.allSatisfy { grammar.isWord("others", $0) })
    {
      return far
    }
    if let near, !isSetting(near) {
      return holder(ofBasis: near) ?? report(addressedTo: near) ?? near
    }
    // 'He … and claimed': a second verb of the same subject.
    if group > 0, grammar.isWord("and", group - 1) || grammar.isWord("but", group - 1) {
      return mainSubject(before: group - 1)
    }
    return nil
  }

  /// 'A plaque outside the mill, on the road to the port, says': where the clause breaks off for a
  /// phrase between two commas; the verb group itself where it does not.
  private func startOfInsertion(before group: Int) -> Int {
    guard group > 3, grammar.isMark(0x2C, group - 1),
      let open = (max(1, group - 24)..<group - 2).last(where: { grammar.isMark(0x2C, $0) }),
      grammar.has(open + 1, [.preposition, .relative]), grammar.term(open + 1)?.cue == nil
    else { return group }
    return open
  }

  /// 'A tally based on official figures shows': what rests on them.
  private func holder(ofBasis basis: Speaker) -> Speaker? {
    let start = basis.units.lowerBound
    guard start > 2, grammar.has(start - 1, .preposition), !grammar.isWord("by", start - 1),
      grammar.has(start - 2, .participle), grammar.has(start - 3, .speaker),
      grammar.term(start - 3)?.sourceType == .research
    else { return nil }
    return reader.speaker(endingBefore: start - 2)
  }

  /// 'the panel's report to the envoy has said': what was handed to someone.
  private func report(addressedTo hearer: Speaker) -> Speaker? {
    let start = hearer.units.lowerBound
    guard start > 1, grammar.isWord("to", start - 1), reader.isDocument(start - 2),
      let report = reader.speaker(endingBefore: start - 1),
      !grammar.has(report.units.lowerBound - 1, .preposition)
    else { return nil }
    return report
  }

  /// 'an armed group active in Western Asia has claimed': the place of the one who speaks.
  func isSetting(_ speaker: Speaker) -> Bool {
    let start = speaker.units.lowerBound
    return start > 1 && (grammar.isWord("in", start - 1) || grammar.isWord("near", start - 1))
      && units[start - 2].kind == .word && !grammar.has(start - 2, .speaker)
      && speaker.headNoun.isEmpty
      && speaker.units.allSatisfy { units[$0].source < 0 && !grammar.has($0, .title) }
  }

  /// 'An official who spoke on condition of anonymity said': the one whom the clause is about.
  func headOfRelative(before group: Int) -> Speaker? {
    guard group > 3,
      let relative = (max(1, group - 14)..<group).last(where: {
        grammar.isWord("who", $0) && !units[$0].isCapital
          || grammar.isWord("that", $0) && grammar.has($0 - 1, .speaker)
            && grammar.isIndefiniteArticle(reader.startOfPhrase(endingAt: $0 - 1))
      }),
      group - relative > 2, units[relative - 1].kind == .word,
      grammar.isVerb(relative + 1) || grammar.has(relative + 1, [.be, .have, .modal, .do]),
      !(relative..<group).contains(where: {
        units[$0].kind == .mark || grammar.has($0, .subordinator)
      })
    else { return nil }
    // 'Volunteers who work with the BBC have confirmed': of the two the named one is known.
    return (relative..<group).contains { units[$0].source >= 0 }
      ? nil : reader.speaker(endingBefore: relative)
  }

  /// 'A cable filed on the same day estimated', 'leaflets circulated on campus said': the document
  /// that a participle describes.
  func headOfParticiple(before group: Int) -> Speaker? {
    guard group > 3,
      let participle = (max(1, group - 12)..<group - 1).last(where: {
        grammar.has($0, .participle) && grammar.isVerb($0) && !units[$0].isCapital
          && units[$0 - 1].isContent
          && (grammar.has($0 + 1, [.preposition, .adverb, .timeModifier])
            || grammar.has($0 + 1, [.weekday, .day]))
      }),
      ![.say, .tell, .conclude].contains(grammar.term(participle)?.cue),
      !(participle..<group).contains(where: {
        units[$0].kind == .mark || grammar.has($0, [.be, .have, .modal, .do, .relative])
          || grammar.has($0, .subordinator) && !grammar.has($0, .preposition)
      }),
      let speaker = reader.speaker(endingBefore: participle),
      let last = speaker.units.last, speaker.kind != .person
    else { return nil }
    let isDocument =
      grammar.has(last, .telling) || [.research, .media].contains(speaker.type)
    // 'survivors interviewed by the court', but 'figures released by the army' are the army's.
    let isPeople = grammar.has(last, .plural) && grammar.term(last)?.isBody == false
    guard grammar.isWord("by", participle + 1) else { return isDocument ? speaker : nil }
    if isPeople { return speaker }
    guard isDocument else { return nil }
    // 'a survey seen by the paper', but 'a report provided by the army to senators' is the army's.
    if grammar.term(participle)?.cue == .witness || grammar.has(participle, .founding) {
      return speaker
    }
    return reader.speaker(startingAt: participle + 2).flatMap {
      $0.units.upperBound < group ? $0 : nil
    }
  }

  /// '…, a top mediator has said.': whoever stands before a verb of saying that ends the sentence.
  func closingSubject(of cue: Int, group: Int) -> Speaker? {
    guard
      cue + 1 >= units.count || units[cue + 1].kind == .mark || grammar.has(cue + 1, .preposition),
      let speaker = reader.whatever(endingBefore: group)
    else { return nil }
    let start = speaker.units.lowerBound
    return start > 1 && (grammar.isMark(0x2C, start - 1) || grammar.isQuote(start - 1))
      && grammar.has(start, .determiner) && hasFigure(before: start) ? speaker : nil
  }

  /// The subject of the clause that a participle with a cue opens: 'Noting that two had died, Noori
  /// asked'; with where what is told ends.
  func subject(openedByGerund cue: Int) -> (speaker: Speaker, end: Int)? {
    guard cue < 2, grammar.has(cue, .gerund), !grammar.has(cue, .participle) else { return nil }
    for comma in cue + 1..<units.count where grammar.isMark(0x2C, comma) {
      guard let speaker = reader.speaker(startingAt: comma + 1) else { continue }
      let verb = speaker.units.upperBound
      if grammar.has(verb, [.be, .have, .modal])
        || verb < units.count && grammar.isVerb(verb) && grammar.has(verb, [.verbPast, .verbS])
      {
        return (speaker, comma)
      }
    }
    return nil
  }

  /// 'Reports about the dead vary, putting the toll at …': documents that open the sentence.
  private func openingReports() -> Speaker? {
    guard let speaker = reader.speaker(startingAt: 0), speaker.units.lowerBound == 0,
      speaker.kind != .person, speaker.kind != .pronoun,
      speaker.units.contains(where: { grammar.has($0, .telling) })
    else { return nil }
    return speaker
  }

  /// 'President Smith speaking earlier today, however, said': a subject apart from its verb, with no
  /// finite verb between them.
  func openingSubject(of cue: Int, group: Int) -> Speaker? {
    guard !grammar.has(cue, .gerund) || grammar.has(cue, .participle), group > 2,
      let speaker = reader.speaker(startingAt: 0), speaker.units.lowerBound == 0,
      speaker.kind == .person || speaker.type != .unknown,
      case let between = outsideBrackets(speaker.units.upperBound..<group), between.count < 16,
      let next = between.first ?? (speaker.units.upperBound < group ? group : nil)
    else { return nil }
    // ', an armed group in the west': an apposition that no comma closes.
    if grammar.isMark(0x2C, next), grammar.has(next + 1, .determiner) {
      return between.contains { grammar.has($0, [.be, .have, .modal, .relative, .cue]) }
        ? nil : speaker
    }
    guard
      !between.contains(where: {
        grammar.has($0, [.be, .have, .modal, .relative, .subordinator, .conjunction])
          || grammar.isVerb($0) && !grammar.has($0, [.gerund, .ambiguousVerb, .adverb])
          || grammar.isQuote($0)
      })
    else { return nil }
    return speaker
  }

  /// The units of a range that stand in no brackets.
  private func outsideBrackets(_ range: Range<Int>) -> [Int] {
    var isInside = false
    return range.filter { index in
      if grammar.isMark(0x28, index) { isInside = true }
      defer { if grammar.isMark(0x29, index) { isInside = false } }
      return !isInside
    }
  }

  /// The subject of the sentence's first verb, as far as it can speak.
  func mainSubject(before index: Int) -> Speaker? {
    var at = 0
    var described: Int?
    while at < index {
      if let close = endOfDescription(at, before: index) {
        described = described ?? at - 1
        at = close
      }
      let isVerb =
        grammar.has(at, [.be, .have, .modal, .do])
        || grammar.isVerb(at) && grammar.has(at, [.verbPast, .verbS])
          && !grammar.has(at, [.speaker, .person, .preposition])
      if isVerb, at > 0, !grammar.isMark(0x2D, at - 1) {
        return reader.speaker(endingBefore: described ?? grammar.startOfVerbGroup(endingAt: at))
      }
      at += 1
    }
    return nil
  }

  /// 'Another ledger, kept at Riga, includes': the comma that closes a participle's phrase which one
  /// opens before a unit; nil where none does.
  private func endOfDescription(_ participle: Int, before end: Int) -> Int? {
    guard grammar.isMark(0x2C, participle - 1),
      grammar.has(participle, .gerund)
        || grammar.has(participle, .participle) && grammar.has(participle + 1, .preposition)
    else { return nil }
    return (participle + 1..<end).first { grammar.isMark(0x2C, $0) }
  }

  /// 'less than what officials gave in May, when they estimated': the last of several who can speak
  /// before a 'they'.
  func several(before pronoun: Int, _ gender: String) -> Speaker? {
    guard gender == "any" else { return nil }
    guard
      let head = (0..<pronoun).last(where: {
        grammar.has($0, .speaker) && grammar.has($0, .plural)
          // 'U.S. officials', a name of the register
          || units[$0].source >= 0 && reader.knowledge.source(of: units[$0])?.type == .official
      })
    else { return nil }
    var first = head
    while first > 0, units[first - 1].isContent, !grammar.isVerb(first - 1) { first -= 1 }
    return reader.read(first..<head + 1)
  }
}
