internal import ClaimModel
internal import Lexicons

/// Whether a word that can attribute does so where it stands.
extension SayingReader {
  /// 'the agency revised the number to 500': a verb that gives a count anew, and is no cue elsewhere.
  func restatesCount(_ index: Int) -> Bool {
    grammar.has(index, .restating) && !grammar.has(index, [.cue, .gerund, .preposition])
      && grammar.isVerb(index) && grammar.has(index, [.verbPast, .verbS])
      && (index + 1..<min(units.count, index + 4)).contains {
        grammar.isCountNoun($0) && grammar.has($0 - 1, [.determiner, .pronoun, .outcome])
      }
  }

  /// Whether a word that can be a cue stands as a noun: 'the report', 'a claim', 'reports of'.
  func isNounUse(_ cue: Int) -> Bool {
    guard cue > 0 else {
      return grammar.has(cue, [.verbBase, .verbS]) && !grammar.has(cue, .verbPast)
        && grammar.has(cue, .speaker)
    }
    if units[cue].isCapital, units[cue].isName { return true }
    // 'its director, Omar Said, said'
    if units[cue].isCapital, reader.isNamePart(cue - 1),
      (cue + 1..<min(units.count, cue + 4)).contains(where: {
        grammar.has($0, .cue) && !units[$0].isCapital
      })
    {
      return true
    }
    if takesLives(cue) { return true }
    // 'in western Gujarat state, said'
    if grammar.has(cue, .verbBase), grammar.term(cue)?.place == .head, units[cue - 1].place >= 0 {
      return true
    }
    // 'Based on intelligence reports, 27 died'
    if grammar.has(cue, .verbS), grammar.has(cue, .ambiguousVerb), !grammar.isWord("that", cue + 1)
    {
      let start = reader.startOfPhrase(endingAt: cue - 1)
      if start > 0, start < cue,
        grammar.isWord("on", start - 1) || grammar.isWord("with", start - 1)
      {
        return true
      }
    }
    // 'Russian media reports that …'
    if grammar.isWord("that", cue + 1), grammar.has(cue, .verbS),
      grammar.has(cue - 1, .speaker) || units[cue - 1].isName
    {
      return false
    }
    if grammar.has(cue, [.verbBase, .verbS]), !grammar.has(cue, [.verbPast]) {
      if grammar.has(cue - 1, .determiner), !grammar.has(cue - 1, .relative) { return true }
      if units[cue - 1].kind == .possessive { return true }
      if grammar.has(cue - 1, .preposition), !grammar.isWord("to", cue - 1) { return true }
      if grammar.term(cue - 1)?.cue == .according { return true }
      if grammar.isWord("of", cue + 1), !grammar.has(cue + 2, .have) { return true }
      // 'say' is a verb wherever it stands; 'report' only behind those who report.
      if grammar.has(cue, .verbBase), grammar.has(cue, [.ambiguousVerb, .speaker]),
        !hasPluralSubject(cue)
      {
        return true
      }
    }
    // 'Other estimates ranged': a noun with a verb of its own.
    let canBeNoun =
      grammar.has(cue, [.speaker, .ambiguousVerb]) || grammar.term(cue)?.isTelling ?? false
    // 'Initial estimates by the authorities', 'agreeing with Western estimates'
    if grammar.has(cue, .verbS), canBeNoun,
      grammar.isWord("by", cue + 1) || grammar.isWord("from", cue + 1)
        || units[cue - 1].isCapital && !units[cue - 1].isName && units[cue - 1].term >= 0
          && !grammar.has(cue - 1, [.speaker, .person, .title])
    {
      return true
    }
    // 'did not release details', 'Strike kills 20 - reports'
    if grammar.has(cue, .verbS), canBeNoun,
      grammar.isVerb(cue - 1) && grammar.has(cue - 1, .verbBase)
        && !grammar.has(cue - 1, [.speaker, .person, .adverb])
        || grammar.has(cue, .speaker) && cue == units.count - 1 && units[cue - 1].kind == .mark
    {
      return true
    }
    if grammar.has(cue, .verbS), canBeNoun,
      grammar.has(cue + 1, [.be, .have, .modal])
        || cue + 1 < units.count && grammar.isVerb(cue + 1) && grammar.has(cue + 1, .verbPast)
          && !grammar.has(cue + 1, .outcome)
        // 'Official records show'
        || grammar.has(cue + 1, .cue) && grammar.has(cue + 1, .verbBase)
          && !grammar.has(cue + 1, .ambiguousVerb)
    {
      return true
    }
    // 'Jalisco state kills ten'
    if grammar.has(cue, .verbBase), !grammar.has(cue, .verbPast), grammar.has(cue + 1, .verbS),
      grammar.has(cue + 1, .outcome)
    {
      return true
    }
    // 'An AFP tally shows'
    if grammar.has(cue, .verbBase), grammar.has(cue, .speaker), cue + 1 < units.count,
      isIndefinite(reader.startOfPhrase(endingAt: cue - 1))
    {
      return true
    }
    // 'quoted informed sources'
    if grammar.has(cue, .participle), grammar.has(cue + 1, [.speaker, .person]),
      grammar.has(cue - 1, .cue), !grammar.has(cue - 1, .gerund)
    {
      return true
    }
    // 'the reported deaths'
    if grammar.has(cue, .participle),
      grammar.has(cue - 1, .determiner)
        || grammar.has(cue - 1, .adverb) && grammar.has(cue - 2, .determiner)
    {
      return true
    }
    return false
  }

  /// 'a', 'an'.
  private func isIndefinite(_ index: Int) -> Bool {
    grammar.isWord("a", index) || grammar.isWord("an", index)
  }

  /// Whether a base form has a subject that fits it: 'journalists report', 'they say', 'did say'.
  private func hasPluralSubject(_ cue: Int) -> Bool {
    var index = cue - 1
    while index > 0, grammar.has(index, .adverb), !units[index].isName { index -= 1 }
    guard index >= 0 else { return false }
    if grammar.has(index, [.pronoun, .modal, .do, .plural, .conjunction])
      || grammar.isMark(0x2C, index)
    {
      return true
    }
    if grammar.isWord("to", index) || grammar.isWord("who", index) || units[index].isName {
      return true
    }
    guard units[index].kind == .word else { return false }
    // 'police estimate 100 are missing', but no 'police report'
    if grammar.has(index, .speaker), !units[index].isCapital || index == 0,
      reader.startOfPhrase(endingAt: index) == index || grammar.has(index - 1, .conjunction),
      grammar.mention(at: cue + 1) != nil || grammar.isWord("that", cue + 1)
    {
      return true
    }
    let token = grammar.text.tokens[units[index].last]
    if grammar.text.bytes[token.end - 1] | 0x20 == 0x73 { return true }
    // 'Doctors at the clinic report': the noun before the preposition.
    let first = reader.startOfPhrase(endingAt: index)
    guard first < index, let joint = (first..<index).first(where: { grammar.has($0, .preposition) })
    else { return false }
    return joint > first && grammar.has(joint - 1, .plural) && grammar.has(joint - 1, .speaker)
  }

  /// 'Russia said to have lost 12', 'they are reported to be dead': what others say of a subject.
  func isHearsay(_ cue: Int) -> Bool {
    guard grammar.has(cue, [.reporting]), grammar.has(cue, .participle) else { return false }
    if grammar.isWord("to", cue + 1), grammar.has(cue + 2, [.have, .be]) { return true }
    // '700 people believed dead'
    return grammar.has(cue + 1, .outcome) && grammar.mentions.contains { $0.end == cue - 1 }
  }

  /// 'The army did not mention', 'Reuters could not verify the claim': nothing is said.
  func isUnsaid(_ cue: Int) -> Bool {
    let group = grammar.startOfVerbGroup(endingAt: cue)
    guard (group..<cue).contains(where: { grammar.has($0, .negation) }) else { return false }
    return grammar.has(cue, [.verbBase, .participle]) && !grammar.isWord("that", cue + 1)
      && grammar.term(cue)?.cueStance != .denied
  }

  /// 'the attack claimed the lives of 63': no one speaks.
  private func takesLives(_ cue: Int) -> Bool {
    guard grammar.senses(cue).contains(where: { $0.frame == .take }) else { return false }
    return (cue + 1..<min(units.count, cue + 5)).contains {
      grammar.senses($0).contains { $0.frame == .lives }
    }
  }

  func isPassive(_ cue: Int, from group: Int) -> Bool {
    guard grammar.has(cue, .participle) else { return false }
    // 'said by telephone'
    if grammar.isWord("by", cue + 1), cue + 2 < units.count, units[cue + 2].kind == .word,
      !units[cue + 2].isCapital, !grammar.has(cue + 2, [.determiner, .speaker, .person, .title]),
      !grammar.has(cue + 2, .plural), !units[cue + 2].isName
    {
      return false
    }
    var index = cue - 1
    while index >= group {
      if grammar.has(index, .be) { return true }
      index -= 1
    }
    return grammar.isWord("by", cue + 1)
  }
}
