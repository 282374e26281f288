internal import ClaimModel
internal import Lexicons

/// Finds whose losses the figures of a sentence are.
struct LossOwnerReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge
  let setting: DocumentSetting

  /// The party that the subject before a verb or a 'their' names.
  ///
  /// One that stands behind a preposition of place or opposition ('Russian forces in Ukraine lost')
  /// is taken only where there is no other; an aside between dashes is passed over.
  func party(before index: Int) -> String? {
    var at = index - 1
    var fallback: String?
    // 'soldiers from the North, who suffered': those named right before.
    let isRelative = grammar.has(grammar.startOfVerbGroup(endingAt: index) - 1, .relative)
    while at >= 0 {
      if let start = grammar.startOfDashedAside(endingAt: at) {
        at = start
        continue
      }
      let name = DocumentSetting.isDateline(at, grammar) ? "" : loser(at)
      if !name.isEmpty {
        if isRelative || !grammar.isBehindPreposition(at) { return joined(name, at) }
        fallback = fallback ?? name
      }
      // 'The Church said that the army suffered 30 casualties'
      if tellsOfForces(at, before: index) { return fallback }
      // 'other allied forces suffered 47 dead'
      if grammar.has(at, .more), at + 1 < index, DocumentSetting.isForce(index - 1, grammar) {
        return nil
      }
      at -= 1
    }
    return fallback
  }

  /// Whether a verb of saying has a clause behind it whose subject are forces of no named side.
  private func tellsOfForces(_ cue: Int, before verb: Int) -> Bool {
    guard grammar.has(cue, .cue), grammar.isVerb(cue) else { return false }
    let first = grammar.isWord("that", cue + 1) ? cue + 2 : cue + 1
    guard !grammar.isPossessivePronoun(first) else { return false }
    return grammar.plainPhrase(at: first).map {
      $0 < verb && DocumentSetting.isForce($0, grammar)
        && grammar.startOfVerbGroup(endingAt: verb) == $0 + 1
    } ?? false
  }

  /// 'the Americans and South Koreans lost': the party that a unit names, with the one before 'and'.
  private func joined(_ name: String, _ index: Int) -> String {
    var joint = index - 1
    if grammar.has(joint, .determiner) { joint -= 1 }
    guard joint > 0, grammar.isWord("and", joint) else { return name }
    // 'the British Division and the Egyptian Army'
    var before = joint - 1
    if before > 0, grammar.has(before, .formation), grammar.units[before].party < 0 { before -= 1 }
    guard grammar.units[before].party >= 0,
      knowledge.partyKind(of: grammar.units[before]) == .country
    else { return name }
    let other = loser(before)
    return other.isEmpty || other == name ? name : other + " and " + name
  }

  /// 'The offensive left 20,000 Iranian dead, while the Iraqis lost 6,000': whom the subject between
  /// the figure before and this one names, where the verb is one of losing.
  func ownSubject(of mention: Mention, behind other: Mention) -> String? {
    guard
      let verb = (other.end + 1..<mention.unit).last(where: { at in
        grammar.has(at, .suffering) && !grammar.has(at, .have)
          || grammar.senses(at).contains { $0.frame == .lose }
      }), mention.unit - verb < 5,
      (other.end + 1..<verb).contains(where: {
        !loser($0).isEmpty && !grammar.isBehindPreposition($0)
      })
    else { return nil }
    return party(before: verb)
  }

  /// The party that a unit names as one who can lose people: a side, its forces or its leader, and
  /// no hospital or newspaper of its own.
  func loser(_ index: Int) -> String {
    let unit = grammar.units[index]
    guard !knowledge.isBound(index, grammar), !knowledge.isFaith(unit) else { return "" }
    // 'Philippine Marines' are no Americans.
    if knowledge.partyKind(of: unit) == .organization, index > 0,
      grammar.units[index - 1].isDemonym
    {
      return knowledge.sideName(of: grammar.units[index - 1])
    }
    switch knowledge.source(of: unit)?.type {
    case .health, .media, .ngo, .emergency, .research, .court: return knowledge.partyName(of: unit)
    default: return knowledge.sideName(of: unit)
    }
  }

  /// 'The British losses were three officers and five men killed', 'his entire loss in this battle
  /// 12,469': whose losses a list gives.
  private func ownerOfList(before unit: Int, isBare: Bool) -> String? {
    var at = unit - 1
    while at > 0 {
      if grammar.senses(at).contains(where: {
        $0.frame == .loss || $0.frame == .event && $0.outcome == .casualties
      }) {
        let isList =
          givesNumber(at + 1) || grammar.isMark(0x3A, at + 1)
          || levelVerb(behind: at, before: unit)
        let isNear =
          isBare && unit - at < 8 && !(at + 1..<unit).contains { grammar.isVerb($0) }
        // 'A disaster for the French, losses numbered 2,293'
        if isList || isNear {
          if let owner = possessor(of: at) ?? sufferer(behind: at, before: unit) { return owner }
          let isNumbered =
            (max(at + 1, unit - 3)..<unit).contains { grammar.has($0, .level) }
            && !(at + 1..<unit).contains { grammar.has($0, .relative) }
          return isList && isNumbered ? party(before: at) : nil
        }
      }
      at -= 1
    }
    return nil
  }

  /// 'American casualties in Vietnam rose to 58,000': whether the noun's own verb gives the number.
  private func levelVerb(behind noun: Int, before unit: Int) -> Bool {
    guard grammar.has(noun + 1, .preposition),
      let verb = (noun + 1..<unit).first(where: givesNumber)
    else { return false }
    return unit - verb < 5
      && !(noun + 1..<unit).contains {
        $0 != verb && (grammar.has($0, [.cue, .relative]) || grammar.units[$0].kind == .mark)
      }
  }

  /// 'was', 'rose', 'included': a verb behind a noun for losses that leads to their number.
  private func givesNumber(_ unit: Int) -> Bool {
    grammar.has(unit, [.be, .level]) || grammar.has(unit, .part) && grammar.isVerb(unit)
  }

  /// Who stands before a noun as its owner: 'the British losses', 'his entire loss'.
  func possessor(of noun: Int) -> String? {
    var at = noun - 1
    while at >= 0, noun - at < 4 {
      let name = knowledge.partyName(of: grammar.units[at])
      if !name.isEmpty { return joined(name, at) }
      if grammar.isWord("his", at) || grammar.isWord("its", at) || grammar.isWord("their", at) {
        return party(before: at)
      }
      // 'Russia's staggering losses'
      guard grammar.units[at].isContent || grammar.units[at].kind == .possessive,
        !grammar.isVerb(at) || grammar.has(at, .gerund)
      else { return nil }
      at -= 1
    }
    return nil
  }

  /// 'The loss sustained by the British army was 258', 'losses on the part of the French': who
  /// stands behind a noun for losses as the one who bore them.
  private func sufferer(behind noun: Int, before unit: Int) -> String? {
    guard noun < unit,
      grammar.senses(noun).contains(where: { $0.frame == .loss || $0.frame == .toll })
    else { return nil }
    let isBorne =
      grammar.has(noun + 1, .suffering) && grammar.isWord("by", noun + 2)
      || grammar.isWord("of", noun + 1) || grammar.isWord("on the part of", noun + 1)
      || grammar.isWord("among", noun + 1) || grammar.isWord("amongst", noun + 1)
      || grammar.isWord("for", noun + 1)
      || grammar.isWord("on", noun + 1) && grammar.isWord("part", noun + 3)
    guard isBorne else { return nil }
    let end = min(unit, noun + 8)
    return (noun + 1..<end).lazy.filter { !self.knowledge.isBound($0, self.grammar) }
      .map { self.knowledge.sideName(of: self.grammar.units[$0]) }.first { !$0.isEmpty }
  }

  /// 'Napoleon lost 30,000 men, and the Russians 45,000': the subject directly before a number whose
  /// verb is that of the clause before.
  func gappedSubject(of mention: Mention) -> String? {
    guard let trigger = mention.trigger,
      mention.rule == .gapping || mention.rule == .coordination || mention.rule == .object,
      grammar.senses(trigger).contains(where: { [.lose, .loss, .suffer].contains($0.frame) })
    else { return nil }
    var at = mention.unit - 1
    if grammar.units.indices.contains(at), grammar.units[at].kind == .possessive { at -= 1 }
    guard at > 0, trigger < at else { return nil }
    let name = loser(at)
    guard !name.isEmpty, !grammar.isBehindPreposition(at) else { return nil }
    if grammar.has(at - 1, .determiner) { at -= 1 }
    return grammar.isJoint(at - 1) || grammar.isMark(0x3B, at - 1) ? name : nil
  }

  /// 'Russia has not published its own losses since March, when it gave a total of 1,351 killed':
  /// whose losses the sentence spoke of before.
  private func possessorOfLosses(before mention: Mention) -> String? {
    let isBare = mention.head.map { !grammar.senses($0).isEmpty } ?? true
    guard isBare, mention.outcome != .displaced, mention.outcome != .captured else { return nil }
    guard
      let noun = (1..<mention.unit).last(where: { at in
        grammar.senses(at).contains {
          $0.frame == .loss || $0.frame == .event && $0.outcome == .casualties
        } && grammar.units[at].quantity < 0 && !grammar.mentions.contains { $0.head == at }
      }),
      (max(0, noun - 3)..<noun).contains(where: {
        grammar.isWord("its", $0) || grammar.isWord("their", $0) || grammar.isWord("his", $0)
      }),
      !(noun + 1..<mention.unit).contains(where: {
        !knowledge.sideName(of: grammar.units[$0]).isEmpty
      })
    else { return nil }
    return possessor(of: noun)
  }

  /// 'Six officers and fifty men killed made up the British losses': whose losses the figures are
  /// said to be behind them.
  private func ownerBehind(_ mention: Mention) -> String? {
    let end = min(grammar.units.count, mention.end + 16)
    guard mention.outcome != .displaced, mention.end + 1 < end,
      let noun = (mention.end + 1..<end).first(where: { at in
        grammar.senses(at).contains { $0.frame == .loss }
      }),
      grammar.units[noun - 1].isDemonym, grammar.isWord("the", noun - 2),
      behindVerb(noun - 3),
      !(mention.end + 1..<noun - 1).contains(where: {
        grammar.units[$0].isName || grammar.has($0, [.relative, .cue])
      })
    else { return nil }
    return knowledge.partyName(of: grammar.units[noun - 1])
  }

  /// 'was', 'made up': a verb, with its particle or without.
  private func behindVerb(_ index: Int) -> Bool {
    grammar.isVerb(index) || grammar.has(index, .be)
      || grammar.has(index, .preposition) && grammar.isVerb(index - 1)
  }

  /// 'The ministry said it had lost 43 soldiers': the verb of saying whose subject 'it' points to.
  private func cueOfPronoun(before verb: Int) -> Int? {
    let pronoun = grammar.startOfVerbGroup(endingAt: verb) - 1
    guard grammar.isWord("it", pronoun) || grammar.isWord("they", pronoun) else { return nil }
    let cue = grammar.isWord("that", pronoun - 1) ? pronoun - 2 : pronoun - 1
    return grammar.has(cue, .cue) && grammar.isVerb(cue) ? cue : nil
  }

  private func firstParty(before end: Int) -> String? {
    for index in 0..<end {
      if let source = knowledge.source(of: grammar.units[index]), !source.side.isEmpty {
        return knowledge.canonical(source.side)
      }
      let name = knowledge.partyName(of: grammar.units[index])
      if !name.isEmpty { return name }
    }
    return nil
  }

  /// 'The Dervishes left 10,800 dead on the field': the verb of those whose dead they were.
  private func leftOnField(_ mention: Mention) -> Int? {
    guard let verb = (0..<mention.unit).last(where: { grammar.isVerb($0) }),
      grammar.senses(verb).contains(where: { $0.frame == .leave })
    else { return nil }
    let end = min(grammar.units.count, mention.end + 6)
    return (mention.unit..<end).contains { grammar.has($0, .battlefield) } ? verb : nil
  }

  /// The loser of 'lost 3,000 men', 'suffered 300 casualties', 'cost his army 12 men', 'Russian
  /// losses'.
  func owner(of mention: Mention, in sentence: Int) -> String? {
    guard let trigger = mention.trigger else { return nil }
    if let payer = payerOf(mention) { return payer }
    if let side = sideThatReached(mention) ?? sideWhoseLossesAreGiven(mention) { return side }
    let frames = grammar.senses(trigger).map(\.frame)
    if frames.contains(.take) {
      if let payer = payer(of: mention, in: sentence) { return payer }
      for index in trigger..<mention.unit {
        if grammar.isWord("his", index) || grammar.isWord("its", index)
          || grammar.isWord("their", index)
        {
          return party(before: index)
        }
        let name = knowledge.partyName(of: grammar.units[index])
        if !name.isEmpty { return name }
      }
      return nil
    }
    // 'Russian losses', 'Ukraine's death toll', 'losses of Russia'
    let isDone = mention.rule == .part && grammar.has(trigger, .gerund)
    if mention.rule != .object, !isDone,
      frames.contains(where: { [.event, .toll, .loss, .people].contains($0) })
    {
      var at = trigger - 1
      while at >= 0, trigger - at < 5, grammar.units[at].kind != .mark,
        grammar.mention(at: at) == nil
      {
        let name = knowledge.partyName(of: grammar.units[at])
        // 'the Chile earthquake death toll': where it was, and no side.
        if !name.isEmpty, setting.isCalamity(in: sentence),
          !grammar.units[at].isDemonym || grammar.has(at + 1, .calamitySetting)
        {
          return nil
        }
        if !name.isEmpty { return joined(name, at) }
        // 'their total casualties': those named before.
        if grammar.isWord("their", at) || grammar.isWord("its", at) || grammar.isWord("his", at) {
          return party(before: at)
        }
        // 'told reporters in Kabul that the toll': what stands before the article does not own it.
        if grammar.has(at, [.be, .have, .cue, .determiner, .relative]) { break }
        at -= 1
      }
    }
    if let sufferer = sufferer(behind: trigger, before: mention.unit) { return sufferer }
    if trigger == mention.head, grammar.has(trigger + 1, .suffering),
      grammar.isWord("by", trigger + 2), trigger + 4 < grammar.units.count
    {
      let name = knowledge.sideName(of: grammar.units[trigger + 3])
      return name.isEmpty ? knowledge.sideName(of: grammar.units[trigger + 4]) : name
    }
    if !setting.isCalamity(in: sentence), let payer = payer(of: mention, in: sentence) {
      return payer
    }
    // 'lost 12 killed' is what the subject lost as much as 'lost 12 men'.
    let isLost =
      mention.unit > 0 && grammar.senses(mention.unit - 1).contains { $0.frame == .lose }
    if frames.contains(.lose) || isLost {
      let verb = grammar.clauseVerb(of: min(trigger, mention.unit))
      if let cue = cueOfPronoun(before: verb) {
        return AgentReader(grammar: grammar, knowledge: knowledge).subject(of: cue)
      }
      if let party = party(before: verb) { return party }
      // 'They lost 12': those of whom the sentences before speak.
      let isPronoun =
        (0..<trigger).contains {
          grammar.isWord("they", $0) || grammar.isWord("it", $0) || grammar.isWord("he", $0)
        } && !grammar.isWord("we", grammar.startOfVerbGroup(endingAt: verb) - 1)
      // 'The army said it had lost 43 soldiers': it is the army, whosever it is.
      let isSpeakers = (0..<trigger).contains {
        grammar.has($0, .cue) && grammar.has($0 - 1, .speaker)
      }
      return isPronoun && !isSpeakers ? setting.partyNamed(before: sentence, within: 4) : nil
    }
    // 'Ukraine has close to 70,000 dead', but not 'has killed 12'.
    if let verb = leftOnField(mention) { return party(before: verb) }
    let isNoun = frames.contains { [.event, .people, .state, .loss].contains($0) }
    // 'took 12 hostages' is what it did to others, 'taking the toll to 12' nobody's loss.
    if mention.outcome == .captured || grammar.isWord("to", mention.unit - 1) {
      return ownerOfList(before: mention.unit, isBare: mention.head == nil)
    }
    var at = min(mention.unit, trigger) - 1
    while at >= 0, mention.unit - at < 6 {
      // 'had 300 casualties', but 'had killed 12' is what it did to others.
      // What 'lives lost' tells has no subject, what a hospital received is not its loss.
      let isOfLives =
        at > 0
        && (grammar.senses(at - 1).contains { $0.frame == .lives }
          || grammar.has(grammar.startOfVerbGroup(endingAt: at) - 1, .clinic))
      if grammar.has(at, .suffering) && !isOfLives
        && (!grammar.has(at, .have) || at == mention.unit - 1)
        || isNoun && grammar.has(at, .have) && at == mention.unit - 1
      {
        // 'while suffering': the subject is that of the whole sentence.
        if grammar.has(at, .gerund) { return firstParty(before: at) }
        // 'Nigeria has had eight deaths from Ebola'
        if setting.isCalamity(in: sentence) { return nil }
        // 'It also suffered 300 casualties': the one the sentence before speaks of.
        if grammar.has(0, .pronoun) { return setting.partyNamed(before: sentence) }
        return party(before: at)
      }
      at -= 1
    }
    return ownerOfList(before: mention.unit, isBare: mention.head == nil)
      ?? possessorOfLosses(before: mention) ?? ownerBehind(mention)
  }
}
