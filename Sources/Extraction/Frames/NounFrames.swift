internal import ClaimModel
internal import Lexicons

extension SentenceGrammar {
  /// 'the death of 12 people', 'deaths of 12', 'losses of 3,000', 'deaths rose to 12'.
  mutating func linkEvent(_ outcome: Outcome, at noun: Int) {
    guard !isVerbFollowedByObject(noun) else { return }
    let outcome = combined(outcome, at: noun)
    var next = noun + 1
    // 'deaths and injuries of 12'
    if next + 1 < units.count, has(next, .conjunction), has(next + 1, .outcome) { next += 2 }
    if isWord("of", next) || isWord("by", next) && isWord("drowning", noun) {
      linkList(from: next + 1, outcome, trigger: noun, rule: .ofNoun)
    } else if isWord("to", next), has(noun, .plural) {
      linkList(from: next + 1, outcome, trigger: noun, rule: .ofNoun)
    }
    linkPredicateNumber(outcome, of: noun)
  }

  /// 'The British losses were three officers', 'casualties number 1,200', 'deaths: 12'.
  private mutating func linkPredicateNumber(_ outcome: Outcome, of noun: Int) {
    var next = noun + 1
    guard next < units.count else { return }
    if isMark(0x3A, next) {
      linkList(from: next + 1, outcome, trigger: noun, rule: .list)
      return
    }
    // Only a noun that no quantity counts has its number behind a verb.
    guard !isCounted(noun) else { return }
    // 'casualties in the camp were not less than a hundred'
    if has(next, .preposition), !isWord("of", next), let end = plainPhrase(at: next + 1),
      has(end + 1, [.level, .be, .modal])
    {
      next = end + 1
    }
    guard has(next, [.level, .be, .modal, .have]) else { return }
    var steps = 0
    while next < units.count, steps < 7,
      has(next, [.level, .be, .modal, .have, .adverb, .preposition, .negation, .reporting])
    {
      next += 1
      steps += 1
      if mention(at: next) != nil { break }
    }
    guard let index = mention(at: next) else { return }
    let before = units[next - 1].classes
    if before.contains(.preposition), !isWord("to", next - 1), !isWord("at", next - 1),
      !before.contains(.level)
    {
      return
    }
    if mentions[index].head != nil, mentions[index].kind == .thing { return }
    linkList(from: next, outcome, trigger: noun, rule: .toll)
  }

  /// Whether a quantity counts a noun: it is the head of a mention's phrase.
  func isCounted(_ noun: Int) -> Bool {
    mentions.contains { $0.phrase.contains(noun) }
  }

  private func isVerbFollowedByObject(_ noun: Int) -> Bool {
    // 'killing 12': the gerund's own frame reads it.
    units[noun].classes.contains(.gerund) && noun + 1 < units.count
      && (mention(at: noun + 1) != nil || has(noun + 1, .determiner))
  }

  /// 'the bodies of 12 people', 'the dead included 3 children', 'the wounded number 12'.
  mutating func linkPeopleNoun(_ outcome: Outcome, at noun: Int) {
    let next = noun + 1
    if isWord("of", next), !isCounted(noun) {
      linkList(from: next + 1, outcome, trigger: noun, rule: .ofNoun)
    }
    if has(noun - 1, .determiner) || has(noun, .plural) || noun == 0 {
      linkPredicateNumber(outcome, of: noun)
    }
    if isMark(0x3A, next) { linkList(from: next + 1, outcome, trigger: noun, rule: .list) }
    linkAmong(outcome, at: noun)
    linkBrackets(outcome, at: noun)
    // '24 killed', '12 dead': the noun stands behind its number as a state does.
    if isState(noun) { linkState(outcome, at: noun) }
  }

  /// '12 children are among the dead', 'among those killed were 3 women'.
  mutating func linkAmong(_ outcome: Outcome, at noun: Int) {
    var index = noun - 1
    while index >= 0, noun - index < 4, has(index, .determiner) { index -= 1 }
    if isWord("among those", noun - 1) { index = noun - 1 }
    guard isWord("among", index) || isWord("amongst", index) || isWord("among those", index) else {
      return
    }
    let isOpening = index == 0 || isMark(0x2C, index - 1)
    if isOpening || isWord("were", noun + 1) || isWord("was", noun + 1) || isWord("are", noun + 1) {
      var next = noun + 1
      while next < units.count, next < noun + 4, has(next, [.be, .have, .adverb]) { next += 1 }
      if next > noun + 1 { linkList(from: next, outcome, trigger: noun, rule: .part) }
      return
    }
    guard var subject = subject(before: startOfVerbGroup(endingAt: index)) else { return }
    assign(subject, outcome, trigger: noun, rule: .part)
    while let previous = coordinatedBefore(subject) {
      assign(previous, outcome, trigger: noun, rule: .part)
      subject = previous
    }
  }

  /// Numbers in brackets: 'the most refugees (3.3 million), followed by Russia (1.2 million)'.
  private mutating func linkBrackets(_ outcome: Outcome, at noun: Int) {
    guard isMark(0x28, noun + 1), !isCounted(noun) else { return }
    for index in mentions.indices
    where mentions[index].unit > noun && isMark(0x28, mentions[index].unit - 1)
      && isMark(0x29, mentions[index].unit + 1)
    {
      assign(index, outcome, trigger: noun, rule: .apposition)
    }
  }

  private func isState(_ noun: Int) -> Bool {
    senses(noun).contains { $0.frame == .state }
  }

  /// '12 are missing', '12 dead', 'with 12 people feared dead'.
  mutating func linkState(_ outcome: Outcome, at state: Int) {
    let next = state + 1
    // 'the dead', 'the missing plane', 'injured people'.
    if has(state - 1, .determiner), !has(state - 1, .relative) { return }
    if next < units.count, units[next].isContent, !has(next, [.adverb, .outcome, .weekday, .day]),
      !isVerb(next), !isMark(0x2C, next), isPeople(next)
    {
      return
    }
    let outcome = combined(outcome, at: state)
    linkSubject(of: state, outcome, rule: .subject)
  }

  // MARK: Tolls

  /// 'a death toll of 46,000', 'the toll rose to 46,000 from 45,000', 'bringing the toll to 120'.
  mutating func linkToll(_ outcome: Outcome, from noun: Int, after: Int) {
    var next = after + 1
    var steps = 0
    var isReady = false
    var sawFirst = false
    while next < units.count, steps < 30 {
      if let index = mention(at: next) {
        let before = next - 1
        let leads =
          isReady || has(before, .level) || isWord("of", before) || isWord("to", before)
          || isWord("at", before) || isMark(0x3A, before) || before == after || isQuote(before)
        if leads, mentions[index].reason == nil, mentions[index].outcome == nil,
          mentions[index].kind != .thing, !isWord("in", before), !isWord("from", before)
        {
          assign(index, outcome, trigger: noun, rule: .toll)
          linkSecondOfToll(outcome, from: noun, after: index)
          return
        }
        if isWord("from", before), !sawFirst, has(before - 1, .level),
          mentions[index].reason == nil
        {
          assign(index, outcome, trigger: noun, rule: .toll)
          sawFirst = true
        }
        next = mentions[index].end + 1
        steps += 1
        continue
      }
      if isMark(0x3B, next) || has(next, .relative) && !isMark(0x2C, next - 1) && steps > 6 {
        return
      }
      if has(next, .outcome), has(next, .verb), !has(next, .level),
        startOfVerbGroup(endingAt: next) < next, next > after + 1, !isWord("take", next)
      {
        return
      }
      isReady = isWord("to", next) || isWord("at", next) || isWord("of", next) || has(next, .level)
      next += 1
      steps += 1
    }
    linkTollBefore(outcome, noun: noun)
  }

  /// 'rose to 46,000 from 45,000', 'from 45,000 to 46,000'.
  private mutating func linkSecondOfToll(_ outcome: Outcome, from noun: Int, after index: Int) {
    let next = mentions[index].end + 1
    guard
      isWord("from", next) || isWord("up from", next) || isWord("to", next)
        || isWord("up", next) && isWord("from", next + 1)
    else { return }
    let unit = isWord("up", next) ? next + 2 : next + 1
    if let second = mention(at: unit), mentions[second].kind != .thing {
      assign(second, outcome, trigger: noun, rule: .toll)
    }
  }

  /// '28 was the official toll'.
  private mutating func linkTollBefore(_ outcome: Outcome, noun: Int) {
    let group = noun - 1
    guard group > 1, has(group, .determiner) || units[group].isContent else { return }
    var at = group
    while at > 0, has(at, .determiner) || units[at].isContent && !isVerb(at) { at -= 1 }
    guard has(at, .be), let index = mention(at: at - 1), mentions[index].kind == .none else {
      return
    }
    assign(index, outcome, trigger: noun, rule: .toll)
  }

  /// 'the number of soldiers killed is 55,000', 'the number of militant casualties to over 300'.
  mutating func linkTollPhrases() {
    for unit in units.indices {
      guard
        isWord("number", unit) || isWord("total", unit) || isWord("figure", unit)
          || isWord("count", unit) || isWord("tally", unit) || isWord("total number", unit)
          || isWord("estimate", unit) || isWord("estimates", unit)
      else { continue }
      guard isWord("of", unit + 1) || isWord("for", unit + 1) else { continue }
      var next = unit + 2
      while next < units.count, next < unit + 9, mention(at: next) == nil, !isMark(0x2C, next) {
        if has(next, .outcome), let sense = countable(next) {
          linkToll(combined(sense.outcome, at: next), from: next, after: next)
          break
        }
        next += 1
      }
    }
  }

  private func countable(_ unit: Int) -> OutcomeSense? {
    senses(unit).first { sense in
      switch sense.frame {
      case .event, .people, .state: true
      case .harm: units[unit].classes.contains(.participle)
      case .suffer: units[unit].classes.contains(.verb)
      default: false
      }
    }
  }

  // MARK: Idioms

  /// '12 lives were lost', 'the loss of 12 lives', 'claimed the lives of 12 people'.
  mutating func linkLives(at noun: Int) {
    if isWord("of", noun + 1) {
      guard isLifeTaken(around: noun) else { return }
      linkList(from: noun + 2, .killed, trigger: noun, rule: .idiom)
      return
    }
    guard let index = mentions.firstIndex(where: { $0.head == noun || $0.phrase.contains(noun) })
    else {
      return
    }
    if isLifeTaken(around: mentions[index].unit) || isLifeTaken(around: noun) {
      assign(index, .killed, trigger: noun, rule: .idiom)
    } else if mentions[index].reason == nil, mentions[index].outcome == nil {
      mentions[index].reason = "no_outcome"
    }
  }

  private func isLifeTaken(around unit: Int) -> Bool {
    for at in max(0, unit - 6)..<min(units.count, unit + 7) {
      let frames = senses(at).map(\.frame)
      if frames.contains(.take) || frames.contains(.lose) || frames.contains(.loss) { return true }
      if isWord("lost", at) || isWord("loss", at) || isWord("toll", at) { return true }
    }
    return false
  }

  /// 'left 12 dead and 30 wounded', 'leaving fourteen of their number dead'.
  mutating func linkResult(at verb: Int) {
    var next = verb + 1
    var open: [Int] = []
    var steps = 0
    while next < units.count, steps < 24 {
      if let index = mention(at: next) {
        if mentions[index].reason == nil { open.append(index) }
        next = max(next + 1, mentions[index].head.map { $0 + 1 } ?? 0)
        if let head = mentions[index].head, resultSense(head) != nil { next = head }
        steps += 1
        if next < units.count, mention(at: next) == nil, let sense = resultSense(next) {
          give(open, combined(sense.outcome, at: next), trigger: next)
          open = []
          next += 1
        }
        continue
      }
      if let sense = resultSense(next), !open.isEmpty {
        give(open, combined(sense.outcome, at: next), trigger: next)
        open = []
      } else if isMark(0x3B, next)
        || has(next, .subordinator) && !has(next, [.preposition, .relative])
        || has(next, [.be, .modal])
      {
        return
      }
      next += 1
      steps += 1
    }
  }

  private func resultSense(_ unit: Int) -> OutcomeSense? {
    senses(unit).first {
      $0.frame == .state || $0.frame == .harm && units[unit].classes.contains(.participle)
    }
  }

  private mutating func give(_ open: [Int], _ outcome: Outcome, trigger: Int) {
    for (order, index) in open.enumerated() {
      if isPartPhrase(index) { continue }
      assign(index, outcome, trigger: trigger, rule: order == 0 ? .resultative : .coordination)
    }
  }

  /// 'claimed 12 lives', 'took 12 prisoners', 'cost his army hundreds of thousands of soldiers'.
  mutating func linkTake(at verb: Int) {
    var next = verb + 1
    guard next < units.count else { return }
    if isWord("cost", verb) || isWord("costs", verb) || isWord("costing", verb) {
      if mention(at: next) == nil, let end = plainPhrase(at: next) { next = end + 1 }
      var at = next
      while at < units.count, at < next + 8 {
        if let index = mention(at: at), mentions[index].reason == nil,
          mentions[index].kind == .people,
          let head = mentions[index].head
        {
          let outcome: Outcome =
            senses(head).contains { $0.frame == .lives } ? .killed : .casualties
          assign(index, outcome, trigger: verb, rule: .idiom)
        }
        if has(at, [.relative, .subordinator, .be]) { break }
        at += 1
      }
      return
    }
    // 'took 300 prisoners', 'took 12 hostage'
    guard let index = mention(at: next), mentions[index].reason == nil else { return }
    let state = mentions[index].end + 1
    for at in [mentions[index].head ?? -1, state] where at >= 0 && at < units.count {
      if senses(at).contains(where: { $0.outcome == .captured }) {
        assign(index, .captured, trigger: at, rule: .idiom)
      }
    }
  }

  /// 'lost 3,000 men', 'Russia lost 10 men, Ukraine 12', '2,000 souls were lost'.
  mutating func linkLose(at verb: Int) {
    if voice(ofVerb: verb) == .passive {
      guard let subject = subject(before: startOfVerbGroup(endingAt: verb)),
        mentions[subject].kind == .people
      else { return }
      assign(subject, .killed, trigger: verb, rule: .idiom)
      return
    }
    var next = verb + 1
    while next < units.count, has(next, .adverb) || isWord("but", next) || isWord("some", next) {
      next += 1
    }
    // 'lost both legs and two sons'
    if mention(at: next) == nil, let end = plainPhrase(at: next), let behind = jointBehind(end + 1)
    {
      next = behind
    }
    guard let index = mention(at: next), mentions[index].reason == nil,
      let head = mentions[index].head,
      units[head].classes.contains(.person) || units[head].isDemonym,
      !hasOwnTrigger(index)
    else { return }
    if senses(head).contains(where: { $0.frame == .lives }) {
      assign(index, .killed, trigger: verb, rule: .idiom)
      return
    }
    linkList(from: next, .casualties, trigger: verb, rule: .object)
  }
}
