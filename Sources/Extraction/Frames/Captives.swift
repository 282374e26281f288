internal import ClaimModel
internal import Lexicons

/// People in somebody's hands or out of reach, told by who does what: 'rebels hold 80 soldiers',
/// 'divers are looking for 14 crew'. The verbs tell nothing by themselves.
extension SentenceGrammar {
  /// 'gunmen took five villagers', 'the rebels are holding 80 soldiers': armed people hold others.
  mutating func linkHeld() {
    for verb in units.indices where has(verb, .holding) && voice(ofVerb: verb) == .active {
      var next = verb + 1
      while has(next, [.determiner, .adverb]), mention(at: next) == nil { next += 1 }
      guard let index = mention(at: next), mentions[index].kind == .people,
        isArmed(startOfVerbGroup(endingAt: verb) - 1), !isLedElsewhere(mentions[index].end + 1)
      else { continue }
      linkList(from: next, .captured, trigger: verb, rule: .object)
    }
  }

  /// '310 men fell in the first charge': soldiers who fall are killed, where they do not fall ill or back.
  mutating func linkFallen() {
    for verb in units.indices where has(verb, .falling) {
      let next = verb + 1
      guard
        endsPhrase(at: next) || has(next, .conjunction)
          || has(next, .preposition) && !isWord("to", next) && !isWord("into", next)
            && !isWord("from", next) && !isWord("off", next) && !isWord("for", next)
            && !isWord("behind", next) && !isWord("by", next),
        let index = subject(before: startOfVerbGroup(endingAt: verb)),
        !isFollowedByParticle(next),
        mentions[index].head.map({ isWord("men", $0) || term($0)?.status == .military })
          ?? (isPartitiveOfArms(index) || classes.contains(.charge))
      else { continue }
      linkSubject(of: verb, .killed, rule: .subject)
    }
  }

  /// 'fell in love', 'fell on hard times': set phrases of a living subject.
  private func isFollowedByParticle(_ next: Int) -> Bool {
    has(next + 1, .remainder) || isWord("love", next + 1) || isWord("line", next + 1)
  }

  /// Whether an object stands right behind a verb: a number, a determiner or a name.
  func hasObject(_ verb: Int) -> Bool {
    let next = verb + 1
    guard next < units.count, units[next].kind == .word || units[next].quantity >= 0 else {
      return false
    }
    return mention(at: next) != nil || has(next, [.determiner, .pronoun])
      || units[next].isContent && !isVerb(next) && !has(next, [.adverb, .weekday, .day])
  }

  /// Whether those of whom a figure is a share bore arms: 'out of 700 rank and file, 310 fell'.
  private func isPartitiveOfArms(_ index: Int) -> Bool {
    index > 0 && isPartitiveWhole(index - 1)
      && mentions[index - 1].head.map { isWord("men", $0) || term($0)?.status == .military }
        ?? false
  }

  /// 'thirteen were taken to Green Valley Hospital', 'were airlifted to a clinic in the capital'.
  mutating func linkTakenToHospital() {
    for verb in units.indices
    where has(verb, .aftercare) && !senses(verb).contains(where: { $0.frame == .harm })
      && voice(ofVerb: verb) == .passive
    {
      let next = verb + 1
      guard isWord("to", next) || isWord("at", next) || isWord("by", next),
        let ward = (next + 1..<min(next + 9, units.count)).first(where: {
          has($0, .clinic)
        }),
        !(next..<ward).contains(where: { has($0, [.verb, .be, .have]) && !units[$0].isCapital }),
        startOfVerbGroup(endingAt: verb) < verb
      else { continue }
      linkSubject(of: verb, .injured, rule: .idiom)
    }
  }

  /// 'the condition of at least 15 of them is serious': of those who are hurt.
  mutating func linkConditions() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && (mentions[index].kind == .people || mentions[index].kind == .none)
      && isWord("of", mentions[index].unit - 1)
    {
      let noun = mentions[index].unit - 2
      guard has(noun, .ailing),
        has(mentions[index].end + 1, [.be, .copula]) || has(noun - 1, .determiner)
      else { continue }
      assign(index, .injured, trigger: noun, rule: .ofNoun)
    }
  }

  /// 'put six people in hospital', 'killed four and sent 15 to hospital': something that hurts did.
  mutating func linkSentToHospital() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && (mentions[index].kind == .people || mentions[index].kind == .none)
    {
      let next = mentions[index].end + 1
      guard has(next, .ward) else { continue }
      var verb = mentions[index].unit - 1
      while has(verb, [.determiner, .more]) || isWord("another", verb) { verb -= 1 }
      let isSent = has(verb, .sending)
      let isBeside =
        units[next].classes.contains(.severity) && index > 0 && isJoint(verb)
        && [.killed, .injured].contains(mentions[index - 1].outcome)
        && !diedSomewhere(index - 1, before: verb)
      guard isSent || isBeside,
        classes.contains(.outcome) || units.indices.contains(where: { isEvent($0) })
      else { continue }
      assign(index, .injured, trigger: next, rule: .resultative)
    }
  }

  /// 'nine died at the scene and two in hospital': where each of them died.
  private func diedSomewhere(_ index: Int, before joint: Int) -> Bool {
    guard let verb = mentions[index].trigger, verb < joint,
      senses(verb).contains(where: { $0.frame == .suffer && $0.outcome == .killed })
    else { return false }
    return has(verb + 1, .preposition)
  }

  /// 'the fighting drove 9,000 villagers out of the district': they were displaced.
  mutating func linkDriven() {
    for verb in units.indices where has(verb, .driving) && voice(ofVerb: verb) == .active {
      guard let index = mention(at: verb + 1), mentions[index].kind == .people,
        mentions[index].head.flatMap({ term($0)?.status }) != .military,
        isAway(behindDashes(mentions[index].end + 1))
      else { continue }
      assign(index, .displaced, trigger: verb, rule: .object)
    }
  }

  /// The unit behind an aside between dashes that opens at a unit; the unit itself for none.
  private func behindDashes(_ start: Int) -> Int {
    guard isDash(start),
      let close = (start + 1..<min(start + 12, units.count)).first(where: {
        isDash($0)
      })
    else { return start }
    return close + 1
  }

  /// 'the refugee camps hold some 90,000 people': those whom a camp of refugees holds.
  mutating func linkLodged() {
    for verb in units.indices where has(verb, .lodging) && voice(ofVerb: verb) == .active {
      let group = startOfVerbGroup(endingAt: verb)
      guard let index = mention(at: verb + 1), mentions[index].kind == .people,
        mentions[index].outcome == nil, group > 0, !isPeople(group - 1),
        (max(0, group - 3)..<group).contains(where: { unit in
          senses(unit).contains { $0.outcome == .displaced }
        })
      else { continue }
      linkList(from: verb + 1, .displaced, trigger: verb, rule: .object)
    }
  }

  /// 'out of', 'across the border', 'into exile', 'from their'.
  private func isAway(_ next: Int) -> Bool {
    isWord("out", next) || isWord("across", next)
      || isWord("over", next) && isWord("the", next + 1)
      || isWord("into", next)
        && (isWord("exile", next + 1) || isWord("neighbouring", next + 1)
          || next + 1 < units.count && units[next + 1].isCapital)
      || isWord("from", next) && (isWord("their", next + 1) || isWord("homes", next + 1))
      || isWord("abroad", next)
  }

  private func isArmed(_ unit: Int) -> Bool {
    unit >= 0 && (term(unit)?.status == .military || has(unit, [.irregular, .captor]))
  }

  /// 'took 12 people to hospital', 'hold 300 men in reserve', 'held 20 officials responsible'.
  private func isLedElsewhere(_ next: Int) -> Bool {
    guard next < units.count, units[next].kind == .word else { return false }
    return
      !(isWord("in", next) && (isWord("revenge", next + 1) || isWord("retaliation", next + 1))
      || isWord("from", next) || isWord("in captivity", next)
      || isWord("after", next) || isWord("during", next) || has(next, [.weekday, .day, .relative])
      || has(next, .conjunction) || isWord("away", next))
  }

  /// 'rescuers are searching for 14 people': they are missing.
  mutating func linkSought() {
    let tellsOfRescue = !classes.isDisjoint(with: [.rescue, .calamitySetting])
    // 'about ten soldiers are still being sought'
    for verb in units.indices where has(verb, .searching) && voice(ofVerb: verb) == .passive {
      let group = startOfVerbGroup(endingAt: verb)
      guard isWord("sought", verb), (group..<verb).contains(where: { isWord("still", $0) }),
        let index = subject(before: group), mentions[index].outcome == nil,
        mentions[index].head.map({ !hasOutcomeOrArms($0) && !has($0, [.assailant, .captor]) })
          ?? false,
        tellsOfRescue
          || mentions[index].head.flatMap({ term($0)?.status }) == .military
          || mentions[..<index].contains(where: { $0.outcome == .killed })
      else { continue }
      assign(index, .missing, trigger: verb, rule: .idiom)
    }
    guard tellsOfRescue else { return }
    for index in mentions.indices
    where mentions[index].kind == .people && mentions[index].reason == nil {
      var before = mentions[index].unit - 1
      while has(before, .determiner) || isWord("remaining", before) { before -= 1 }
      guard isWord("for", before),
        let verb = (max(0, before - 4)..<before).last(where: { has($0, .searching) }),
        mentions[index].head.map({ !hasOutcomeOrArms($0) }) ?? true
      else { continue }
      linkList(from: mentions[index].unit, .missing, trigger: verb, rule: .object)
    }
  }

  private func hasOutcomeOrArms(_ head: Int) -> Bool {
    has(head, .outcome) || isWord("suspects", head) || isWord("suspect", head)
      || has(head, .irregular)
  }
}
