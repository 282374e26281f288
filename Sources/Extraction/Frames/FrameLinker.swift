internal import ClaimModel
internal import Lexicons

extension SentenceGrammar {
  /// Gives every mention its outcome, where a word of the sentence governs it.
  mutating func link() {
    let triggers = units.indices.filter { has($0, .outcome) && units[$0].kind == .word }
    // Verbs and states name the outcome itself; tolls and losses take what these leave free.
    for isGeneral in [false, true] {
      for unit in triggers {
        for sense in senses(unit) where isGeneral == Self.general.contains(sense.frame) {
          link(sense, at: unit)
        }
      }
    }
    linkTollPhrases()
    linkLossPronouns()
    linkLabels()
    linkFallen()
    linkSentToHospital()
    linkTakenToHospital()
    linkConditions()
    linkHurts()
    linkHeld()
    linkDriven()
    linkSought()
    linkLodged()
    linkReturns()
    linkNames()
    linkHeads()
    linkNamedBrackets()
    linkSharedHeads()
    linkCompelled()
    linkTrapped()
    linkBecame()
    linkSharesOfDescribed()
    linkInKilled()
    linkAlive()
    linkRemains()
    linkFreed()
    linkKillers()
    spreadOverReports()
    spread()
    spreadToNamedShares()
    linkSuffered()
    linkParts()
    spread()
    linkAddends()
    linkMakeups()
    linkTotals()
    linkOutOfTotals()
    settleZeroWords()
    passOverRates()
    passOverProportions()
    passOverRescued()
    passOverReturned()
    passOverThings()
  }

  private static let general: Set<OutcomeFrame> = [.event, .loss, .toll, .lives, .take, .lose]

  private mutating func link(_ sense: OutcomeSense, at unit: Int) {
    switch sense.frame {
    case .harm, .remove: linkHarm(sense.outcome, at: unit)
    case .suffer:
      // 'the rebels surrendered 300 rifles'
      if sense.outcome == .captured, voice(ofVerb: unit) == .active, hasObject(unit) { return }
      // 'the surrendered numbered 28,000'
      if has(unit, .participle), has(unit - 1, .determiner), !has(unit - 1, .relative),
        has(unit + 1, .level)
      {
        linkPredicateNumber(sense.outcome, of: unit)
      }
      // 'have died or been injured'
      let outcome = sense.outcome == .killed ? combined(.killed, at: unit) : sense.outcome
      linkSubject(of: unit, outcome, rule: .subject)
    case .event, .loss: linkEvent(sense.outcome, at: unit)
    case .toll: linkToll(sense.outcome, from: unit, after: unit)
    case .people: linkPeopleNoun(sense.outcome, at: unit)
    case .state: linkState(sense.outcome, at: unit)
    case .lives: linkLives(at: unit)
    case .leave: linkResult(at: unit)
    case .take: linkTake(at: unit)
    case .lose: linkLose(at: unit)
    case .treat: linkTreated(sense.outcome, at: unit)
    case .bury: linkBuried(sense.outcome, at: unit)
    case .shoot: linkShot(sense.outcome, at: unit)
    }
  }

  /// Ties a mention to an outcome word unless something nearer has it already.
  mutating func assign(_ index: Int, _ outcome: Outcome, trigger: Int, rule: Mention.Rule) {
    guard mentions[index].reason == nil,
      mentions[index].outcome == nil
        || rule == .subject && outcome != mentions[index].outcome
          && outcome != .displaced && isOnlyDescribed(index, before: trigger)
        || rule == .ofNoun && outcome == .killed && isDescribedBehind(index)
    else { return }
    if mentions[index].kind != .people,
      senses(trigger).allSatisfy({ $0.frame == .remove || $0.frame == .take })
    {
      guard senses(trigger).isEmpty || [.idiom, .coordination, .toll].contains(rule) else {
        return
      }
    }
    // 'twelve gunmen fled': who fights or kills and flees is not displaced.
    // Nor are 'hundreds' of them behind 'ninety rebels'.
    if outcome == .displaced {
      let named = mentions[index].head ?? (index > 0 ? mentions[index - 1].head : nil)
      if let named, has(named, [.irregular, .captor, .assailant]) { return }
    }
    mentions[index].outcome = outcome
    if outcome == .casualties, let own = specificOutcome(of: index) {
      mentions[index].outcome = own
    } else if outcome == .displaced, countsHurt(index) {
      // 'evacuated 92 injured people to hospitals'
      mentions[index].outcome = .injured
    }
    mentions[index].trigger = trigger
    mentions[index].rule = rule
  }

  /// 'the beheading of three fighters captured in May': the participle behind tells of them before.
  private func isDescribedBehind(_ index: Int) -> Bool {
    guard let trigger = mentions[index].trigger, trigger == mentions[index].end + 1 else {
      return false
    }
    return mentions[index].outcome == .captured || mentions[index].outcome == .missing
      || mentions[index].outcome == .displaced
  }

  /// What a mention's own head says more exactly: 'a loss of 12 lives', 'a toll of 30 martyrs'.
  private func specificOutcome(of index: Int) -> Outcome? {
    guard let head = mentions[index].head else { return nil }
    return senses(head).first {
      combined($0.outcome, at: head) != .casualties && [.lives, .people, .event].contains($0.frame)
        && $0.outcome != .captured && $0.outcome != .displaced
    }?.outcome
  }

  /// Whether a mention's phrase says that its people are hurt.
  private func countsHurt(_ index: Int) -> Bool {
    (mentions[index].unit + 1..<min(mentions[index].end + 2, units.count)).contains { unit in
      senses(unit).contains { $0.outcome == .injured }
    }
  }

  /// Whether an adjective of a mention's own tells what befell its people: 'one dead policeman'.
  func isDescribedBefore(_ index: Int) -> Bool {
    guard let head = mentions[index].head else { return false }
    return mentions[index].phrase.contains { unit in
      unit < head
        && senses(unit).contains {
          [.killed, .injured].contains($0.outcome) && [.state, .harm, .people].contains($0.frame)
        }
    }
  }

  /// Whether a mention's own head noun names an outcome: '30 deaths'.
  func hasOwnOutcome(_ index: Int) -> Bool {
    guard let head = mentions[index].head else { return false }
    return senses(head).contains {
      $0.frame == .event || $0.frame == .toll || $0.frame == .lives
        || $0.frame == .people && $0.outcome == .killed
    }
  }

  // MARK: Verbs

  private mutating func linkHarm(_ outcome: Outcome, at verb: Int) {
    if has(verb, .participle),
      has(verb - 1, .determiner) || isWord("among those", verb - 1)
        || mentions.contains(where: { $0.end == endOfCounted(before: verb) && isAmong($0) })
    {
      linkAmong(outcome, at: verb)
    }
    // 'our killed amounted to 19 officers'
    if has(verb, .participle), has(verb - 1, .determiner), !has(verb - 1, .relative),
      has(has(verb + 1, .adverb) ? verb + 2 : verb + 1, .level)
    {
      linkPredicateNumber(combined(outcome, at: verb), of: verb)
    }
    // 'the soldiers killed in the strike have reached 89'
    if has(verb, .participle), verb > 0, isPeople(verb - 1), has(verb - 1, .plural),
      !isCounted(verb - 1), has(verb + 1, [.preposition, .level])
    {
      linkPredicateNumber(combined(outcome, at: verb), of: verb)
    }
    // 'the killed and wounded numbered 82'
    if has(verb, .participle), has(verb - 1, .conjunction), has(verb + 1, .level),
      has(verb - 2, .participle),
      has(verb - 3, .determiner) && !has(verb - 3, .relative)
        || verb > 2 && (isPeople(verb - 3) || units[verb - 3].isDemonym) && !isCounted(verb - 3),
      combined(outcome, at: verb) == .casualties
    {
      linkPredicateNumber(.casualties, of: verb)
    }
    // 'Killed were a doctor and two nurses.'
    if has(verb, .participle), has(verb + 1, .be), startsClause(verb) {
      linkList(from: verb + 2, combined(outcome, at: verb), trigger: verb, rule: .subject)
      return
    }
    // 'Killed in the clash were two policemen and a bystander'
    if has(verb, .participle), startsClause(verb), has(verb + 1, .preposition),
      let be = beBehindPlace(verb + 2), mention(at: be + 1) != nil || has(be + 1, .determiner)
    {
      linkList(from: be + 1, combined(outcome, at: verb), trigger: verb, rule: .subject)
      return
    }
    // 'those killed were two teachers'
    if has(verb, .participle), isWord("those", verb - 1), has(verb + 1, .be) {
      linkPredicateNumber(combined(outcome, at: verb), of: verb)
    }
    // 'the injuring of six civilians'
    if has(verb, .gerund), has(verb - 1, .determiner), isWord("of", verb + 1) {
      linkList(from: verb + 2, outcome, trigger: verb, rule: .ofNoun)
      return
    }
    guard isVerbUse(verb) else { return }
    let outcome = isDeadly(verb) ? .killed : combined(outcome, at: verb)
    // 'Killed: 12. Wounded: 30.', but not '13 people were killed: eight men and five women'
    let isLabel =
      (startOfVerbGroup(endingAt: verb) == verb || has(verb - 1, .reporting))
      && !mentions.contains { $0.end == verb - 1 }
    let opensEntry = isMark(0x3A, verb + 1) || isDash(verb + 1) && isBareEntry(verb + 2)
    if isLabel && opensEntry || isEntry(verb) {
      linkList(from: verb + 2, outcome, trigger: verb, rule: .list)
    } else if voice(ofVerb: verb) == .active {
      linkObjects(of: verb, outcome)
    } else {
      linkSubject(of: verb, outcome, rule: .subject)
      // 'was killed alongside two of his daughters'
      if let beside = (verb + 1..<min(verb + 6, units.count)).first(where: {
        isWord("alongside", $0) || isWord("along with", $0) || isWord("together with", $0)
      }), (verb..<beside).allSatisfy({ units[$0].kind == .word && mention(at: $0) == nil }) {
        linkList(from: beside + 1, outcome, trigger: verb, rule: .coordination)
      }
    }
  }

  /// The unit before a participle and the word that reports it: 'people' in 'people reported killed'.
  func endOfCounted(before participle: Int) -> Int {
    has(participle - 1, .reporting) ? participle - 2 : participle - 1
  }

  /// Whether a mention stands behind 'among'.
  private func isAmong(_ mention: Mention) -> Bool {
    var before = mention.unit - 1
    while has(before, .determiner) { before -= 1 }
    return isWord("among", before) || isWord("amongst", before)
  }

  /// The form of 'be' behind a few words for where it was; nil where a figure or a verb comes first.
  func beBehindPlace(_ start: Int) -> Int? {
    for unit in start..<min(start + 10, units.count) {
      if has(unit, .be) { return unit }
      if mention(at: unit) != nil || units[unit].kind == .mark
        || has(unit, [.have, .modal, .relative])
      {
        return nil
      }
    }
    return nil
  }

  /// Whether a word opens the sentence or follows a mark, 'also' aside.
  private func startsClause(_ unit: Int) -> Bool {
    let before = has(unit - 1, .adverb) ? unit - 2 : unit - 1
    return before < 0 || isMark(0x3B, before) || isMark(0x3A, before)
  }

  /// '14' in 'Killed – 14; wounded – 60': a number that stands alone behind a dash.
  private func isBareEntry(_ unit: Int) -> Bool {
    guard let index = mention(at: unit), mentions[index].kind == .none else { return false }
    let behind = mentions[index].end + 1
    return endsPhrase(at: behind)
  }

  /// 'fatally wounded', 'mortally hit'.
  func isDeadly(_ verb: Int) -> Bool { isWord("fatally", verb - 1) || isWord("mortally", verb - 1) }

  /// Whether a word stands as the entry of a list before its number: 'killed, 210; wounded, 640'.
  func isEntry(_ word: Int) -> Bool {
    guard isMark(0x2C, word + 1), let index = mention(at: word + 2), mentions[index].reason == nil
    else { return false }
    // 'Killed, 3 officers and 20 men; wounded, 5 officers'
    if mentions[index].kind == .people, mentions[index].rule == nil, !hasOwnTrigger(index),
      !startsClauseOfItsOwn(index)
    {
      return (word == 0 || isMark(0x3B, word - 1) || isMark(0x3A, word - 1))
        && !(mentions[index].end + 1..<units.count).contains {
          has($0, [.be, .have, .modal, .verbPast]) && !has($0, .outcome)
        }
    }
    guard mentions[index].kind == .none else { return false }
    let behind = word + 3
    return endsPhrase(at: behind)
      && (word == 0 || units[word - 1].kind == .mark || has(word - 1, [.be, .conjunction]))
  }

  /// Whether an outcome word that is a verb form is used as one: not 'the injured woman'.
  private func isVerbUse(_ verb: Int) -> Bool {
    let next = verb + 1
    if units[verb].classes.contains(.participle), next < units.count, units[next].quantity < 0,
      verb > 0, has(verb - 1, [.determiner]), !has(verb - 1, .relative),
      !isWord("either", verb - 1)
    {
      return false
    }
    return true
  }

  /// The objects of an active verb: 'killed 12 soldiers, 3 civilians and wounded 30'.
  private mutating func linkObjects(of verb: Int, _ outcome: Outcome) {
    var next = verb + 1
    // 'killed or wounded 12': the objects stand behind the second verb.
    if next + 1 < units.count, has(next, .conjunction), has(next + 1, .outcome),
      has(next + 1, .verb)
    {
      next += 2
    }
    if let index = objectMeant(by: next, of: verb) {
      assign(index, outcome, trigger: verb, rule: .object)
      return
    }
    linkList(from: next, outcome, trigger: verb, rule: .object)
  }

  /// Whether an outcome word of its own stands directly behind a mention: '…, 30 wounded'.
  func hasOwnTrigger(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    while next < units.count, has(next, .adverb) || isWord("others", next) { next += 1 }
    guard next < units.count, units[next].kind == .word else { return false }
    let frames: [OutcomeFrame] = [.harm, .suffer, .state, .people]
    return senses(next).contains { frames.contains($0.frame) }
  }
}
