internal import ClaimModel
internal import Lexicons

/// Whether a word that can attribute does so where it stands.
extension SayingReader {
  /// 'the agency revised the number to 500', 'it gave a total of 98 dead': a verb that is no cue
  /// elsewhere, with a noun for a count.
  func restatesCount(_ index: Int) -> Bool {
    // 'The survey asked 900 families, yielding an estimate of 31,000 deaths'
    if grammar.has(index, .gerund), grammar.has(index, .giving), !grammar.has(index, .cue),
      grammar.isMark(0x2C, index - 1), countNoun(takenBy: index) != nil
    {
      return mainSubject(before: index)?.type == .research
    }
    guard grammar.has(index, [.restating, .giving]),
      !grammar.has(index, [.cue, .gerund, .preposition]) || grammar.term(index)?.cue == .conclude,
      index > 0,
      grammar.isVerb(index)
        && (grammar.has(index, [.verbPast, .verbS])
          || grammar.has(index, [.verbBase]) && hasPluralSubject(index))
        || !grammar.isVerb(index) && grammar.string(at: index).hasSuffix("ed")
    else { return false }
    guard let noun = countNoun(takenBy: index) else { return givesFigure(index) }
    // 'makes his entire loss 469', but no 'updated a previous toll of 190'
    return !grammar.has(index, .restating)
      || !(index + 1..<noun).contains { grammar.has($0, [.timeModifier, .backdrop]) }
  }

  /// 'The returns give 310 killed and 900 wounded', 'the army gave a total of 61 dead': a document's verb
  /// with the number right behind it, or anybody's with a sum.
  private func givesFigure(_ verb: Int) -> Bool {
    guard grammar.has(verb, .giving), let mention = grammar.mention(at: verb + 1),
      grammar.mentions[mention].outcome != nil,
      let speaker = reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: verb))
    else { return false }
    let first = units[grammar.mentions[mention].unit].first
    let isSum =
      first + 1 < grammar.text.tokens.count && grammar.text.isWord("total", first + 1, first + 1)
    return speaker.type == .research || isSum && grammar.mentions[mention].rule == .subject
  }

  /// The noun for a count that is a verb's object: 'an official count' of 'gave', 'his loss' of 'makes'.
  private func countNoun(takenBy verb: Int) -> Int? {
    // 'revised down the toll'
    let object =
      grammar.isWord("down", verb + 1) || grammar.isWord("up", verb + 1) ? verb + 2 : verb + 1
    guard
      grammar.has(object, [.determiner, .pronoun, .outcome]) || grammar.has(object, .count)
        || isNumbered(object + 1, behind: verb)
    else { return nil }
    for index in object..<min(units.count, object + 5) {
      guard units[index].kind == .word, !grammar.has(index, [.preposition, .be, .modal]) else {
        return nil
      }
      let isTold =
        grammar.has(verb, .giving) && grammar.has(index, .telling)
        && grammar.isWord("of", index + 1)
      let isLoss =
        grammar.senses(index).contains { $0.frame == .toll } || isNumbered(index, behind: verb)
      if grammar.isCountNoun(index) || isTold || isLoss { return index }
    }
    return nil
  }

  /// 'gave the dead as 45', 'gave rebel casualties as 45': those who were hurt, with their number behind
  /// them.
  private func isNumbered(_ harmed: Int, behind verb: Int) -> Bool {
    grammar.has(verb, [.giving, .restating])
      && (grammar.has(harmed, .outcome) || reader.isToll(harmed))
      && (grammar.isWord("the", harmed - 1) || units[harmed - 1].isContent)
      && (grammar.isWord("as", harmed + 1) || grammar.isWord("at", harmed + 1))
      && grammar.mention(at: harmed + 2) != nil
  }

  /// Whether a word that can be a cue stands as a noun or an adjective: 'the report', 'a claim',
  /// 'reports of', 'the reported deaths'.
  func isNounUse(_ cue: Int) -> Bool {
    guard cue > 0 else {
      // 'Counting the wounded, losses came to 300, he said.'
      if grammar.has(cue, .gerund), grammar.term(cue)?.cue == .tally { return true }
      return grammar.has(cue, [.verbBase, .verbS]) && !grammar.has(cue, .verbPast)
        && grammar.has(cue, .speaker)
    }
    // 'they are contending with raids'
    if grammar.has(cue, .gerund), grammar.isWord("with", cue + 1), grammar.term(cue)?.cue == .say {
      return true
    }
    if isNameUse(cue) || takesLives(cue) || isDescribed(cue) || isObjectOfBase(cue) { return true }
    // 'He estimates the toll at 12'
    if grammar.has(cue - 1, .pronoun), !grammar.has(cue - 1, .determiner),
      grammar.has(cue, [.verbS, .verbBase]), !grammar.has(cue - 1, .preposition)
    {
      return false
    }
    // 'Russian media reports that …'
    if grammar.isWord("that", cue + 1), grammar.has(cue, .verbS),
      grammar.has(cue - 1, .speaker) || units[cue - 1].isName
    {
      return false
    }
    return isPhraseHead(cue) || isPluralNounUse(cue) || isSingularNounUse(cue)
      || isAdjectiveUse(cue)
  }

  /// Whether a capitalised cue is part of a name: 'its director, Omar Said, said'.
  private func isNameUse(_ cue: Int) -> Bool {
    guard units[cue].isCapital else { return false }
    if units[cue].isName { return true }
    // 'the body of Ahmed Said alias Abu Nur'
    if cue > 1, units[cue - 1].kind == .word, units[cue - 1].isCapital,
      units[cue - 2].kind == .word, !units[cue - 2].isCapital
    {
      return true
    }
    // 'the State Council', but no headline
    if cue > 0, cue + 1 < units.count, units[cue + 1].kind == .word, units[cue + 1].isCapital,
      units[cue - 1].kind == .word, !units[cue - 1].isCapital || units[cue - 1].isName,
      units.contains(where: { $0.kind == .word && $0.isContent && !$0.isCapital })
    {
      return true
    }
    return reader.isNamePart(cue - 1)
      && (cue + 1..<min(units.count, cue + 4)).contains {
        grammar.has($0, .cue) && !units[$0].isCapital
      }
  }

  /// Whether what stands before makes a cue a noun: 'in western Gujarat state, said', 'Based on
  /// intelligence reports, 27 died'.
  private func isDescribed(_ cue: Int) -> Bool {
    if grammar.has(cue, .verbBase), grammar.term(cue)?.place == .head, units[cue - 1].place >= 0 {
      return true
    }
    guard grammar.has(cue, .verbS), grammar.has(cue, .ambiguousVerb),
      !grammar.isWord("that", cue + 1)
    else { return false }
    let start = reader.startOfPhrase(endingAt: cue - 1)
    return start > 0 && start < cue
      && (grammar.isWord("on", start - 1) || grammar.isWord("with", start - 1))
  }

  /// 'did not release details': a form in -s right behind an infinitive is its object.
  private func isObjectOfBase(_ cue: Int) -> Bool {
    guard cue > 1, grammar.has(cue, .verbS), grammar.isVerb(cue - 1),
      grammar.has(cue - 1, .verbBase),
      !grammar.has(cue - 1, [.speaker, .person, .title])
    else { return false }
    return grammar.has(cue - 2, [.do, .modal, .negation, .adverb]) || grammar.isWord("to", cue - 2)
  }

  /// Whether a present form is the head of a noun phrase: 'a claim', 'Moscow's claims', 'in reports',
  /// 'reports of'.
  private func isPhraseHead(_ cue: Int) -> Bool {
    guard grammar.has(cue, [.verbBase, .verbS]), !grammar.has(cue, [.verbPast]) else {
      return false
    }
    if grammar.has(cue - 1, .determiner), !grammar.has(cue - 1, .relative) { return true }
    if units[cue - 1].kind == .possessive { return true }
    if grammar.has(cue - 1, .preposition), !grammar.isWord("to", cue - 1) { return true }
    if grammar.term(cue - 1)?.cue == .according { return true }
    // 'reports of 12 dead', but 'gives a figure of 12'
    if grammar.isWord("of", cue + 1), !grammar.has(cue + 2, .have),
      units[cue].first == units[cue].last
    {
      return true
    }
    // 'say' is a verb wherever it stands; 'report' only behind those who report.
    return grammar.has(cue, .verbBase) && grammar.has(cue, [.ambiguousVerb, .speaker])
      && !hasPluralSubject(cue)
  }

  /// Whether a form in -s is a plural: 'Other estimates ranged', 'Official records show'.
  private func isPluralNounUse(_ cue: Int) -> Bool {
    guard grammar.has(cue, .verbS), grammar.has(cue, [.speaker, .ambiguousVerb, .telling]) else {
      return false
    }
    // 'Initial estimates by the authorities', 'agreeing with Western estimates'
    if grammar.isWord("by", cue + 1) || grammar.isWord("from", cue + 1)
      || units[cue - 1].isCapital && !units[cue - 1].isName && units[cue - 1].term >= 0
        && !grammar.has(cue - 1, [.speaker, .person, .title])
        // 'A database kept by the Institute for Peace lists 4,300 killings'
        && grammar.mention(at: cue + 1) == nil
    {
      return true
    }
    // 'did not release details on the casualties'
    if grammar.isWord("on", cue + 1) || grammar.isWord("about", cue + 1),
      grammar.term(cue)?.cue == .tally, grammar.isVerb(cue - 1)
    {
      return true
    }
    // 'did not release details', 'Strike kills 20 - reports'
    if grammar.isVerb(cue - 1) && grammar.has(cue - 1, .verbBase)
      && !grammar.has(cue - 1, [.speaker, .person, .adverb])
      || grammar.has(cue, .speaker) && cue == units.count - 1 && units[cue - 1].kind == .mark
    {
      return true
    }
    // 'attacking several army posts'
    let first = reader.startOfPhrase(endingAt: cue - 1)
    if !grammar.has(cue - 1, .plural), (max(0, first - 1)..<cue).contains(where: { isSeveral($0) })
    {
      return true
    }
    // It has a verb of its own.
    let next = cue + 1
    return grammar.has(next, [.be, .have, .modal])
      || next < units.count && grammar.isVerb(next) && grammar.has(next, .verbPast)
        && !grammar.has(next, .outcome)
      || grammar.has(next, .cue) && grammar.has(next, .verbBase)
        && !grammar.has(next, .ambiguousVerb)
  }

  /// 'several', 'three': what it counts is a plural.
  private func isSeveral(_ index: Int) -> Bool {
    guard units[index].quantity >= 0, let mention = grammar.mention(at: index) else { return false }
    let number = grammar.mentions[mention].number
    return number.qualifier == .indefinite || number.high.whole != 1
  }

  /// Whether a base form is a singular: 'Jalisco state kills ten', 'An AFP tally shows'.
  private func isSingularNounUse(_ cue: Int) -> Bool {
    guard grammar.has(cue, .verbBase) else { return false }
    if !grammar.has(cue, .verbPast), grammar.has(cue + 1, .verbS), grammar.has(cue + 1, .outcome) {
      return true
    }
    return grammar.has(cue, .speaker) && cue + 1 < units.count
      && grammar.isIndefiniteArticle(reader.startOfPhrase(endingAt: cue - 1))
  }

  /// Whether a participle describes a noun: 'quoted informed sources', 'the only confirmed deaths'.
  private func isAdjectiveUse(_ cue: Int) -> Bool {
    guard grammar.has(cue, .participle) else { return false }
    // 'militants blamed for the raid', 'a raid attributed to rebels': no accuser is named.
    let kind = grammar.term(cue)?.cue
    if kind == .accuse || kind == .tally && grammar.has(cue, .ascribing),
      grammar.has(cue + 1, .preposition),
      !grammar.isWord("by", cue + 1)
    {
      return true
    }
    if grammar.has(cue + 1, [.speaker, .person]), grammar.has(cue - 1, .cue),
      !grammar.has(cue - 1, .gerund)
    {
      return true
    }
    // 'recorded 3,110 reported deaths'
    if units[cue - 1].quantity >= 0,
      grammar.has(cue + 1, [.outcome, .person, .speaker]) && !grammar.isVerb(cue + 1)
        || units.indices.contains(cue + 2) && units[cue + 1].isContent
          && !grammar.isVerb(cue + 1) && grammar.has(cue + 2, .outcome) && !grammar.isVerb(cue + 2)
    {
      return true
    }
    // '— Suspected members of a sect'
    if grammar.isDash(cue - 1), grammar.has(cue + 1, [.speaker, .person]) { return true }
    return grammar.has(cue - 1, .determiner)
      || grammar.has(cue - 1, .adverb) && grammar.has(cue - 2, .determiner)
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
    if endsInS(index) { return true }
    // 'Doctors at the clinic report', 'Studies by the institute estimate': the noun before the
    // preposition.
    let first = reader.startOfPhrase(endingAt: index)
    guard first < index,
      let joint = (first..<index).first(where: { grammar.has($0, .preposition) }), joint > first,
      grammar.has(joint - 1, .speaker)
    else { return isDescribedPlural(before: cue) }
    return grammar.has(joint - 1, .plural) || endsInS(joint - 1)
  }

  /// 'Experts working for the court estimate': a plural with a participle behind it, before a base form
  /// with something to tell.
  private func isDescribedPlural(before cue: Int) -> Bool {
    guard grammar.mention(at: cue + 1) != nil || grammar.isWord("that", cue + 1),
      let speaker = clauseSubject(before: cue, admitsAnyone: true),
      let head = speaker.units.first(where: { grammar.has($0, [.speaker, .person]) })
    else { return false }
    return grammar.has(head, .plural) || endsInS(head)
  }

  /// Whether the last letter of a word is an 's', as a plural's mostly is.
  private func endsInS(_ index: Int) -> Bool {
    let token = grammar.text.tokens[units[index].last]
    return grammar.text.bytes[token.end - 1] | 0x20 == 0x73
  }

  /// 'Russia said to have lost 12', 'they are reported to be dead': what others say of a subject.
  func isHearsay(_ cue: Int) -> Bool {
    guard grammar.has(cue, [.reporting]), grammar.has(cue, .participle) else { return false }
    if grammar.isWord("to", cue + 1), grammar.has(cue + 2, [.have, .be]) {
      // 'Medics confirmed to have received 14 wounded'
      return grammar.has(cue + 2, .be) || grammar.has(cue + 3, [.be, .outcome])
        || reader.speaker(endingBefore: cue)?.type ?? .unknown == .unknown
    }
    // 'Civilians reported killed: 2'
    if grammar.has(cue + 1, .outcome), grammar.isMark(0x3A, cue + 2) { return true }
    // '700 people believed dead'
    return grammar.has(cue + 1, .outcome) && grammar.mentions.contains { $0.end == cue - 1 }
  }

  /// 'The army did not mention', 'Reuters could not verify the claim': nothing is said.
  func isUnsaid(_ cue: Int, from group: Int) -> Bool {
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
    // 'was yesterday put at 112'
    while index > 0, grammar.has(index, .day) { index -= 1 }
    if index < cue - 1, grammar.has(index, .be) { return true }
    index = cue - 1
    while index >= group {
      // 'is said to have admitted': what stands before is another verb's.
      if grammar.isWord("to", index), grammar.has(index + 1, .have) { return false }
      if grammar.has(index, .be) { return true }
      index -= 1
    }
    return grammar.isWord("by", cue + 1)
  }
}
