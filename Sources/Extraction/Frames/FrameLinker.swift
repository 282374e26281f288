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
    linkHeads()
    spread()
    linkParts()
    spread()
    settleZeroWords()
    passOverRates()
  }

  /// '26,000 are killed a month': a rate is no count.
  private mutating func passOverRates() {
    for index in mentions.indices where mentions[index].outcome != nil {
      guard let trigger = mentions[index].trigger else { continue }
      for next in [trigger + 1, mentions[index].end + 1] where isRate(at: next) {
        mentions[index].reason = "rate"
      }
      // 'for each village taken, 27 soldiers were killed'
      if units.indices.contains(where: {
        isWord("for", $0) && (isWord("each", $0 + 1) || isWord("every", $0 + 1))
      }) {
        mentions[index].reason = "rate"
      }
    }
  }

  private static let general: Set<OutcomeFrame> = [.event, .loss, .toll, .lives, .take, .lose]

  private mutating func link(_ sense: OutcomeSense, at unit: Int) {
    switch sense.frame {
    case .harm, .remove: linkHarm(sense.outcome, at: unit)
    case .suffer: linkSubject(of: unit, sense.outcome, rule: .subject)
    case .event, .loss: linkEvent(sense.outcome, at: unit)
    case .toll: linkToll(sense.outcome, from: unit, after: unit)
    case .people: linkPeopleNoun(sense.outcome, at: unit)
    case .state: linkState(sense.outcome, at: unit)
    case .lives: linkLives(at: unit)
    case .leave: linkResult(at: unit)
    case .take: linkTake(at: unit)
    case .lose: linkLose(at: unit)
    }
  }

  /// Ties a mention to an outcome word unless something nearer has it already.
  mutating func assign(_ index: Int, _ outcome: Outcome, trigger: Int, rule: Mention.Rule) {
    guard mentions[index].reason == nil, mentions[index].outcome == nil else { return }
    if mentions[index].kind != .people,
      senses(trigger).allSatisfy({ $0.frame == .remove || $0.frame == .take })
    {
      guard senses(trigger).isEmpty || rule == .idiom || rule == .coordination else { return }
    }
    mentions[index].outcome = outcome
    if outcome == .casualties, let own = specificOutcome(of: index) {
      mentions[index].outcome = own
    }
    mentions[index].trigger = trigger
    mentions[index].rule = rule
  }

  /// What a mention's own head says more exactly: 'a loss of 12 lives', 'a toll of 30 martyrs'.
  private func specificOutcome(of index: Int) -> Outcome? {
    guard let head = mentions[index].head else { return nil }
    return senses(head).first {
      $0.outcome != .casualties && [.lives, .people, .event].contains($0.frame)
        && $0.outcome != .captured && $0.outcome != .displaced
    }?.outcome
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
    if has(verb, .participle), has(verb - 1, .determiner) || isWord("among those", verb - 1) {
      linkAmong(outcome, at: verb)
    }
    guard isVerbUse(verb) else { return }
    let outcome = combined(outcome, at: verb)
    if isMark(0x3A, verb + 1) {
      // 'Killed: 12. Wounded: 30.'
      linkList(from: verb + 2, outcome, trigger: verb, rule: .list)
    } else if voice(ofVerb: verb) == .active {
      linkObjects(of: verb, outcome)
    } else {
      linkSubject(of: verb, outcome, rule: .subject)
      // 'was killed alongside two of his daughters'
      if isWord("alongside", verb + 1) || isWord("along with", verb + 1)
        || isWord("together with", verb + 1)
      {
        linkList(from: verb + 2, outcome, trigger: verb, rule: .coordination)
      }
    }
  }

  /// Whether an outcome word that is a verb form is used as one: not 'the injured woman'.
  private func isVerbUse(_ verb: Int) -> Bool {
    let next = verb + 1
    if units[verb].classes.contains(.participle), next < units.count, units[next].quantity < 0,
      verb > 0, has(verb - 1, [.determiner]), !has(verb - 1, .relative)
    {
      return false
    }
    return true
  }

  /// 'killed or wounded', 'dead and injured': one sum of both, where one number counts them.
  func combined(_ outcome: Outcome, at unit: Int) -> Outcome {
    for joint in [unit + 1, unit - 1] {
      let other = joint > unit ? unit + 2 : unit - 2
      guard joint >= 0, joint < units.count, other >= 0, other < units.count,
        isWord("and", joint) || isWord("or", joint)
      else { continue }
      for sense in senses(other) where sense.outcome != outcome {
        if [.killed, .injured, .missing, .captured, .casualties].contains(sense.outcome),
          outcome != .displaced, sameForm(unit, other)
        {
          return .casualties
        }
      }
    }
    return outcome
  }

  private func sameForm(_ a: Int, _ b: Int) -> Bool {
    let forms: WordClasses = [.participle, .gerund, .verbBase, .verbS]
    let shared = units[a].classes.intersection(units[b].classes)
    if !shared.isDisjoint(with: forms) { return true }
    let frames: [OutcomeFrame] = [.event, .people, .state]
    return senses(a).contains { frames.contains($0.frame) }
      && senses(b).contains { frames.contains($0.frame) || has(b, .participle) }
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
    linkList(from: next, outcome, trigger: verb, rule: .object)
  }

  /// A list of noun phrases, of which those with a quantity are tied to the outcome.
  mutating func linkList(from start: Int, _ outcome: Outcome, trigger: Int, rule: Mention.Rule) {
    var next = start
    var count = 0
    while next < units.count, count < 12 {
      while next < units.count, isSkippedBeforeObject(next) { next += 1 }
      guard next < units.count else { return }
      if let index = mention(at: next) {
        if count > 0, startsClauseOfItsOwn(index) || hasOwnTrigger(index) { return }
        if mentions[index].reason == nil {
          assign(index, outcome, trigger: trigger, rule: count == 0 ? rule : .coordination)
        } else if mentions[index].reason != "thing", mentions[index].reason != "duration" {
          return
        }
        next = mentions[index].end + 1
      } else if let end = plainPhrase(at: next) {
        next = end + 1
      } else {
        return
      }
      count += 1
      guard let follower = jointBehind(next) else { return }
      next = follower
    }
  }

  /// Whether a word may stand between a verb and its object's quantity.
  private func isSkippedBeforeObject(_ index: Int) -> Bool {
    if isQuote(index) { return true }
    guard units[index].kind == .word, units[index].quantity < 0 else { return false }
    if has(index, .adverb), !has(index, [.preposition, .conjunction]) { return true }
    if isWord("as", index) || isWord("another", index) || isWord("the", index)
      || isWord("a further", index) || isWord("all", index) || isWord("its", index)
      || isWord("her", index) || isWord("his", index) || isWord("their", index)
      || isWord("these", index) || isWord("those", index) || isWord("both", index)
    {
      // A determiner is skipped only where the quantity follows.
      return index + 1 < units.count
        && (mention(at: index + 1) != nil || isQuote(index + 1)
          || has(index + 1, .adverb))
    }
    return isWord("additional", index) || isWord("further", index)
  }

  /// The last unit of a noun phrase without a quantity at a unit; nil where there is none.
  func plainPhrase(at index: Int) -> Int? {
    guard index < units.count, units[index].kind == .word else { return nil }
    if has(index, .pronoun), !has(index, .determiner) { return index }
    guard has(index, .determiner) || units[index].isContent && !isVerb(index) else { return nil }
    if has(index, [.weekday, .day]) { return nil }
    var start = index
    while start < units.count, has(start, .determiner) { start += 1 }
    let (_, head, end) = nounPhrase(behind: start - 1)
    guard head != nil else { return start > index ? start - 1 : nil }
    return end
  }

  /// The first unit behind ', ' / ' and ' / ', and' that may go on with a list; nil for none.
  func jointBehind(_ index: Int) -> Int? {
    var next = index
    guard next < units.count, isJoint(next) else { return nil }
    if isMark(0x2C, next) { next += 1 }
    if next < units.count, has(next, .conjunction) { next += 1 }
    return next < units.count ? next : nil
  }

  /// Whether an outcome word of its own stands directly behind a mention: '…, 30 wounded'.
  func hasOwnTrigger(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    while next < units.count, has(next, .adverb) || isWord("others", next) { next += 1 }
    guard next < units.count, units[next].kind == .word else { return false }
    let frames: [OutcomeFrame] = [.harm, .suffer, .state, .people]
    return senses(next).contains { frames.contains($0.frame) }
  }

  /// The subject of a verb that stands to the left of it, with what is coordinated to it.
  mutating func linkSubject(
    of verb: Int, _ outcome: Outcome, rule: Mention.Rule
  ) {
    // Another reading of the same word has found its victims.
    if mentions.contains(where: { $0.trigger == verb }) { return }
    let group = startOfVerbGroup(endingAt: verb)
    guard let subject = subject(before: group) else { return }
    assign(subject, outcome, trigger: verb, rule: rule)
    guard mentions[subject].trigger == verb else { return }
    // 'Five children were among nine people killed'
    if isWord("among", mentions[subject].unit - 1), has(mentions[subject].unit - 2, .be),
      let part = self.subject(before: startOfVerbGroup(endingAt: mentions[subject].unit - 1))
    {
      assign(part, outcome, trigger: verb, rule: .part)
      mentions[part].whole = subject
    }
    // '12 soldiers and 3 civilians were killed'
    var current = subject
    while let previous = coordinatedBefore(current) {
      assign(previous, outcome, trigger: verb, rule: .coordination)
      guard mentions[previous].trigger == verb else { return }
      current = previous
    }
  }

  /// The mention that is the subject of the verb group that starts at a unit.
  func subject(before group: Int) -> Int? {
    var index = group - 1
    var depth = 0
    var commas = 0
    var sawNoun = false
    while index >= 0 {
      let unit = units[index]
      if let found = mention(at: index) {
        if depth == 0, canBeSubject(found, commas: commas, verb: group) { return found }
        index -= 1
        continue
      }
      if unit.kind == .mark {
        switch unit.mark {
        case 0x29, 0x5D: depth += 1
        case 0x28, 0x5B: depth = max(0, depth - 1)
        case 0x3B, 0x3A: return nil
        case 0x2C: commas += 1
        default: break
        }
        index -= 1
        continue
      }
      if depth == 0, stopsSubject(at: index, group: group) { return nil }
      // ', and few have died': the clause has a subject of its own.
      if has(index, .conjunction), isMark(0x2C, index - 1) || isWord("but", index), sawNoun,
        !isMark(0x2C, group - 1)
      {
        return nil
      }
      if units[index].isContent || has(index, .pronoun) { sawNoun = true }
      index -= 1
    }
    return nil
  }

  /// Whether the search for a subject ends at a unit: another clause begins there.
  private func stopsSubject(at index: Int, group: Int) -> Bool {
    if has(index, .subordinator), !has(index, [.preposition, .determiner, .relative]) {
      return true
    }
    guard has(index, [.verb, .be, .have, .modal]) else { return false }
    if isPeople(index), units[index].classes.contains(.plural) { return false }
    if units[index].isName || has(index, .speaker) { return false }
    // Verbs in a relative clause or participles behind a noun stand between subject and verb:
    // '12 people who lived there', 'passengers travelling to Kyiv'.
    if has(index, .gerund), !has(index, .be) { return false }
    if isInRelativeClause(index, before: group) { return false }
    if has(index, .outcome), !has(index, [.be, .have]) { return true }
    if has(index, .ambiguousVerb), !has(index, [.verbPast, .participle]) { return false }
    if has(index, .participle), !has(index, .be), index > 0, !has(index - 1, [.have]),
      has(index + 1, .preposition)
    {
      return false
    }
    return true
  }

  private func isInRelativeClause(_ index: Int, before group: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 12 {
      if mention(at: at) != nil { return false }
      if has(at, .relative) {
        guard at > 0 else { return false }
        // ', who were …': the relative clause belongs to the noun before it.
        return !isWord("that", at) || !has(at - 1, .cue)
      }
      if isMark(0x3B, at) || isMark(0x3A, at) { return false }
      at -= 1
    }
    return false
  }

  private func canBeSubject(_ index: Int, commas: Int, verb: Int) -> Bool {
    let mention = mentions[index]
    guard mention.reason == nil else { return false }
    if mention.outcome != nil || hasOwnOutcome(index) { return false }
    let before = mention.unit - 1
    // 'about 220 passengers trapped in …', 'one of them was hurt': what stands right before the
    // verb is its subject.
    if mention.end + 1 == verb, !has(before, .part) || isWord("among", before),
      !isWord("by", before), commas == 0,
      !isComplement(index)
    {
      return true
    }
    if isWord("by", before) || isWord("against", before) || isWord("from", before) { return false }
    if has(before, .preposition), !has(before, [.conjunction, .subordinator]),
      !isWord("of", before),
      !isWord("with", before), !isWord("that", before), !isWord("as", before)
    {
      return false
    }
    if has(before, .part) || has(before - 1, .part) && isMark(0x2C, mention.end + 1) {
      return false
    }
    if isComplement(index) { return false }
    if isWord("of", before), before > 0, !isWord("bodies", before - 1),
      !isWord("total", before - 1),
      !isWord("group", before - 1)
    {
      return has(before - 1, .outcome) || has(before - 1, .person)
    }
    // '10 people, 3 of them children, were killed': the parts are no subject.
    if isPartPhrase(index) { return false }
    return true
  }

  /// 'the eight' in 'seven of the eight crew', 'one family' in '14 members of one family'.
  func isComplement(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].reason == nil || mentions[index - 1].reason == "ratio"
    else {
      return false
    }
    let previous = mentions[index - 1]
    var at = mentions[index].unit - 1
    while at > previous.unit, has(at, .determiner) { at -= 1 }
    guard isWord("of", at) else { return false }
    return at - 1 <= max(previous.unit, previous.head ?? 0)
  }

  /// Whether a mention is 'N of them', 'N of whom' or stands behind 'including'.
  func isPartPhrase(_ index: Int) -> Bool {
    let mention = mentions[index]
    if has(mention.unit - 1, .part) || has(mention.unit - 2, .part) && !isJoint(mention.unit - 1) {
      return true
    }
    let next = mention.unit + 1
    return has(next, .part)
      || isWord("of", next)
        && (isWord("them", next + 1) || isWord("whom", next + 1) || isWord("which", next + 1))
  }

  /// 'Of the 40 passengers, 22 were injured': the whole that a part is taken from.
  func isPartitiveWhole(_ index: Int) -> Bool {
    var at = mentions[index].unit - 1
    while at >= 0, has(at, .determiner) { at -= 1 }
    guard isWord("of", at) || isWord("among", at) || isWord("out of", at) else { return false }
    return at == 0 || units[at - 1].kind == .mark
  }

  /// The mention that is coordinated to a mention and stands before it.
  func coordinatedBefore(_ index: Int) -> Int? {
    guard index > 0 else { return nil }
    let previous = mentions[index - 1]
    guard previous.reason == nil || previous.reason == "thing" else { return nil }
    guard previous.outcome == nil, !hasOwnOutcome(index - 1), !isPartitiveWhole(index - 1) else {
      return nil
    }
    var at = previous.end + 1
    var joints = 0
    var words = 0
    while at < mentions[index].unit {
      if isJoint(at) || isWord("with", at) {
        joints += 1
      } else if has(at, .adverb) || has(at, .determiner) || isQuote(at) || isWord("as", at) {
        // nothing
      } else if has(at, [.verb, .be, .have, .modal, .relative, .part]) {
        return nil
      } else {
        words += 1
      }
      at += 1
    }
    return joints > 0 && words <= 2 ? index - 1 : nil
  }
}
