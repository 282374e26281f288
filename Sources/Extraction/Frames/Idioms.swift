internal import ClaimModel
internal import Lexicons

/// Set phrases in which an outcome takes two words: 'claimed 12 lives', 'left 12 dead'.
extension SentenceGrammar {
  /// '12 lives were lost', 'the loss of 12 lives', 'claimed the lives of 12 people'.
  mutating func linkLives(at noun: Int) {
    if isWord("of", noun + 1), !isCounted(noun) {
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
      if isWord("toll", at) { return true }
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
        // '76 of the ferry's 118 passengers missing'
        if mentions[index].reason == nil, !isComplement(index) || open.isEmpty {
          open.append(index)
        }
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
      // 'left 1.2 million without power and killed nine'
      if has(next - 1, .conjunction), has(next, [.verbPast, .gerund]),
        mention(at: next + 1) != nil || has(next + 1, [.determiner, .qualifierBefore])
      {
        return
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
          mentions[index].kind == .people, mentions[index].head != nil
        {
          // 'cost 14 civilians their lives', 'cost the lives of 14 civilians'
          let tellsOfLives = (verb..<min(mentions[index].end + 3, units.count)).contains {
            senses($0).contains { $0.frame == .lives }
          }
          let outcome: Outcome = tellsOfLives ? .killed : .casualties
          assign(index, outcome, trigger: verb, rule: .idiom)
        }
        if has(at, [.relative, .subordinator, .be]) { break }
        at += 1
      }
      return
    }
    while isWord("another", next) || isWord("a further", next) || has(next, .adverb) { next += 1 }
    // 'took 300 prisoners', 'took 12 hostage'
    guard let index = mention(at: next), mentions[index].reason == nil else { return }
    // 'Bus crash claims 14'
    let group = startOfVerbGroup(endingAt: verb)
    if mentions[index].kind == .none
      || mentions[index].head.map({ has($0, .more) && mentions[index].phrase.count == 1 }) ?? false,
      has(verb, .cue) || group > 0 && has(group - 1, .calamitySetting), isEvent(group - 1),
      mentions[index].end + 1 == units.count || has(mentions[index].end + 1, .preposition)
        || units[mentions[index].end + 1].kind == .mark
    {
      assign(index, .killed, trigger: verb, rule: .idiom)
      return
    }
    let state = mentions[index].end + 1
    for at in [mentions[index].head ?? -1, state] where at >= 0 && at < units.count {
      if senses(at).contains(where: { $0.outcome == .captured }) {
        assign(index, .captured, trigger: at, rule: .idiom)
      }
    }
  }

  /// Whether a unit names something that happens and kills: 'crash', 'quake', 'raid'.
  func isEvent(_ unit: Int) -> Bool {
    guard unit >= 0 else { return false }
    return has(unit, [.calamitySetting, .attack]) || term(unit)?.time == .incident
  }

  /// Whether a sentence speaks of fighting, so that a number lost is of men.
  private var tellsOfFighting: Bool {
    !classes.isDisjoint(with: [.conflictSetting, .enemy, .formation])
  }

  /// 'lost 3,000 men', 'Russia lost 10 men, Ukraine 12', '2,000 souls were lost'.
  mutating func linkLose(at verb: Int) {
    let isAside = isMark(0x2C, verb + 1) && startOfVerbGroup(endingAt: verb) == verb
    if voice(ofVerb: verb) == .passive, !isAside {
      guard let subject = subject(before: startOfVerbGroup(endingAt: verb)),
        mentions[subject].kind == .people
          || mentions[subject].kind == .none && isWord("aboard", mentions[subject].end + 1)
          || mentions[subject].kind == .none && isWord("on board", mentions[subject].end + 1)
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
    // 'lost, in killed and wounded, 900 men'
    if isMark(0x2C, next), isWord("in", next + 1), has(next + 2, .outcome),
      let close = (next + 3..<min(next + 9, units.count)).first(where: { isMark(0x2C, $0) }),
      mention(at: close + 1) != nil
    {
      next = close + 1
    }
    // 'lost, at the ford, 178'
    if isMark(0x2C, next), has(next + 1, .preposition), let end = plainPhrase(at: next + 2),
      isMark(0x2C, end + 1)
    {
      next = end + 2
    }
    // 'lost 4,000 of its 9,000 men'
    if let index = mention(at: next), index + 1 < mentions.count, isComplement(index + 1),
      mentions[index].reason == nil, mentions[index + 1].kind == .people
    {
      assign(index, .casualties, trigger: verb, rule: .object)
      return
    }
    if let index = mention(at: next), mentions[index].kind == .none,
      tellsOfFighting || isOutOf(index) || index > 0 && isPartitiveWhole(index - 1)
        || isNumbered(startOfVerbGroup(endingAt: verb) - 1)
        || isNamedSide(startOfVerbGroup(endingAt: verb) - 1)
          && !mentions[index].number.low.isLess(than: ExactNumber(500)),
      isBareCount(index)
    {
      linkList(from: next, outcomeOfLoss(verb, index), trigger: verb, rule: .object)
      return
    }
    // 'lost 12 ships and 900 men'
    while let index = mention(at: next), mentions[index].kind == .thing, index + 1 < mentions.count,
      let behind = jointBehind(mentions[index].end + 1), mentions[index + 1].unit == behind
    {
      next = behind
    }
    guard let index = mention(at: next), mentions[index].reason == nil,
      let head = mentions[index].head,
      units[head].classes.contains(.person) || units[head].isDemonym || isWord("number", head),
      !hasOwnTrigger(index)
    else { return }
    if senses(head).contains(where: { $0.frame == .lives }) {
      assign(index, .killed, trigger: verb, rule: .idiom)
      return
    }
    linkList(from: next, outcomeOfLoss(verb, index), trigger: verb, rule: .object)
  }

  /// What those whom somebody lost suffered: death where their kin or a disaster lost them, where
  /// the wounded or missing are told beside them, or where the same forces tell whom they killed.
  private func outcomeOfLoss(_ verb: Int, _ index: Int) -> Outcome {
    let mention = mentions[index]
    if let head = mention.head, has(head, .kin) { return .killed }
    // 'have taken 90,000 prisoners and lost 40,000'
    if mention.kind == .none, index > 0, let head = mentions[index - 1].head,
      senses(head).contains(where: { $0.frame == .people && $0.outcome == .captured }),
      mentions[index - 1].reason == nil
    {
      return .captured
    }
    // 'the rebels said they lost 16 of their fighters'
    let subject = startOfVerbGroup(endingAt: verb) - 1
    if isWord("they", subject) || isWord("it", subject),
      has(subject - 1, .cue) || isWord("that", subject - 1) && has(subject - 2, .cue)
    {
      return .killed
    }
    if !tellsOfFighting, classes.contains(.calamitySetting) { return .killed }
    // 'lost 43 soldiers, with another 33 missing', 'lost 12 men and had 30 wounded'
    if mention.end + 1 < units.count,
      (mention.end + 1..<units.count).contains(where: { unit in
        senses(unit).contains { $0.outcome == .injured || $0.outcome == .missing }
          && mentions.contains {
            ($0.end == unit - 1 || has(unit - 1, .be) && $0.end == unit - 2)
              && $0.unit > mention.unit && ($0.kind == .none || has(headOf: $0, .more))
          }
      })
    {
      return .killed
    }
    // 'killed 12 rebels while losing three of their own'
    return mentions[..<index].contains { other in
      other.trigger.map { $0 < verb && has($0, .verb) && voice(ofVerb: $0) == .active } ?? false
        && other.outcome == .killed && !(other.end..<verb).contains { isMark(0x3B, $0) }
    } ? .killed : .casualties
  }

  /// 'twelve people suffered minor injuries': the subject of a verb of suffering, with a hurt behind
  /// it that no number counts.
  mutating func linkHurts() {
    for noun in units.indices where isHurt(noun) && !has(noun, .adverb) && !isCounted(noun) {
      var verb = noun - 1
      while verb > 0, noun - verb < 8,
        units[verb].kind == .word || isQuote(verb) || isMark(0x2D, verb),
        !has(verb, .suffering),
        units[verb].isContent || has(verb, [.adverb, .determiner]) || isWord("of", verb)
          || units[verb].kind == .mark || has(verb, .conjunction) && units[verb - 1].isContent
      {
        verb -= 1
      }
      guard verb > 0, has(verb, .suffering), mention(at: verb) == nil else { continue }
      linkSubject(of: verb, .injured, rule: .subject)
    }
  }

  /// Whether a noun names a hurt: 'burns', 'serious injuries'.
  private func isHurt(_ noun: Int) -> Bool {
    has(noun, .wound)
      || has(noun, .plural)
        && senses(noun).contains { $0.frame == .event && $0.outcome == .injured }
  }

  private func isNamedSide(_ subject: Int) -> Bool { subject >= 0 && units[subject].party >= 0 }

  /// 'The Twelfth', 'the Twenty-sixth': a regiment of which only the number is told.
  private func isNumbered(_ subject: Int) -> Bool {
    guard subject > 0, units[subject].kind == .word, units[subject].first < text.tokens.count else {
      return false
    }
    let isCapital =
      units[subject].isCapital || isMark(0x2D, subject - 1) && units[subject - 2].isCapital
    let token = text.tokens[units[subject].last]
    guard isCapital, token.end - token.start > 3 else { return false }
    let end = (text.bytes[token.end - 2] | 0x20, text.bytes[token.end - 1] | 0x20)
    let isOrdinal =
      end == (0x74, 0x68) || isWord("first", subject) || isWord("second", subject)
      || isWord("third", subject)
    let first = isMark(0x2D, subject - 1) ? subject - 2 : subject
    return isOrdinal && isWord("the", first - 1)
  }

  /// 'lost 60 out of 400': of so many men.
  private func isOutOf(_ index: Int) -> Bool {
    let next = mentions[index].end + 1
    return isWord("out", next) && isWord("of", next + 1)
  }

  /// Whether a bare number stands behind 'lost': of what is told only by the sentences before.
  func isBareLoss(_ index: Int) -> Bool {
    let verb = mentions[index].unit - 1
    return mentions[index].kind == .none && senses(max(0, verb)).contains { $0.frame == .lose }
      && verb > 0 && isBareCount(index)
  }

  /// 'lost 164 at the ford', 'lost 227 out of 410': nothing is counted but men.
  private func isBareCount(_ index: Int) -> Bool {
    let next = mentions[index].end + 1
    return mentions[index].reason == nil && !isWord("to", next) && !isWord("of", next)
      && (endsPhrase(at: next) || has(next, .preposition)
        || isWord("out", next))
  }

  /// 'treated 85 people for burns', '85 people were treated for cuts': a wound stands behind 'for'.
  mutating func linkTreated(_ outcome: Outcome, at verb: Int) {
    if voice(ofVerb: verb) == .passive {
      if isTreatedForWound(verb + 1) { linkSubject(of: verb, outcome, rule: .subject) }
      return
    }
    if mention(at: verb + 1) == nil, isTreatedForWound(verb + 1) {
      // 'thirty people needed hospital treatment for burns'
      linkSubject(of: verb, outcome, rule: .subject)
    }
    guard let index = mention(at: verb + 1), mentions[index].kind != .thing,
      isTreatedForWound(mentions[index].end + 1)
    else { return }
    linkList(from: verb + 1, outcome, trigger: verb, rule: .object)
  }

  /// Whether 'for' or 'with' and a hurt follow within a few words: 'there for minor burns'.
  private func isTreatedForWound(_ start: Int) -> Bool {
    guard start < units.count,
      let joint = (start..<min(start + 6, units.count)).first(where: {
        isWord("for", $0) || isWord("with", $0)
      })
    else { return isTreatedAfterEvent(start) || has(start, .ward) && !tellsOfSickness }
    return (joint + 1..<min(joint + 5, units.count)).contains { has($0, .wound) }
  }

  /// Whether a sentence speaks of an illness, of which people are treated, too.
  private var tellsOfSickness: Bool { !classes.isDisjoint(with: .sickness) }

  /// Whether what hurt people stands behind 'after': 'treated in hospital after the explosion'.
  private func isTreatedAfterEvent(_ start: Int) -> Bool {
    guard let after = (start..<min(start + 5, units.count)).first(where: { isWord("after", $0) })
    else { return false }
    return (after + 1..<min(after + 5, units.count)).contains { isEvent($0) }
  }

  /// 'the villagers buried 60 of the enemy', 'the other 14 were buried on Sunday': the dead are
  /// buried by people, the living by a collapse or in rubble.
  mutating func linkBuried(_ outcome: Outcome, at verb: Int) {
    if voice(ofVerb: verb) == .passive {
      var next = verb + 1
      // 'were buried by our men'
      if isWord("by", next) {
        var agent = next + 1
        while has(agent, .determiner) || agent < units.count && units[agent].isDemonym {
          agent += 1
        }
        if agent < units.count, isPeople(agent) { next = agent + 1 }
      }
      if isWord("by", next) || isWord("under", next) || isWord("beneath", next) { return }
      if (next..<min(next + 5, units.count)).contains(where: {
        has($0, .calamitySetting) || isWord("debris", $0) || isWord("mud", $0)
          || isWord("snow", $0)
      }) {
        return
      }
      linkSubject(of: verb, outcome, rule: .subject)
      return
    }
    let group = startOfVerbGroup(endingAt: verb)
    guard group > 0, !has(verb, .gerund),
      !has(group - 1, [.calamitySetting, .attack, .relative]),
      !has(group - 1, .measure) || isPeople(group - 1)
    else {
      return
    }
    linkList(from: verb + 1, outcome, trigger: verb, rule: .object)
  }

  /// 'gunmen shot four farmers', but not 'four were shot' nor 'shot and wounded four'.
  mutating func linkShot(_ outcome: Outcome, at verb: Int) {
    guard voice(ofVerb: verb) == .active else { return }
    let next = verb + 1
    guard let index = mention(at: next), mentions[index].kind == .people else { return }
    let behind = mentions[index].end + 1
    if isWord("in", behind), isWord("the", behind + 1), has(behind + 2, .measure) { return }
    linkList(from: next, outcome, trigger: verb, rule: .object)
  }
}
