internal import ClaimModel
internal import Lexicons

/// Finds the side that did to the people of a mention what they suffered.
struct AgentReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge

  /// The side that killed, wounded or captured; nil where no word of the clause names it.
  ///
  /// - Parameters:
  ///   - mention: the figure.
  ///   - setting: the document, which tells whose attacks a sentence speaks of.
  /// - Returns: its canonical name.
  func agent(of mention: Mention, in setting: DocumentSetting) -> String? {
    guard let trigger = mention.trigger else { return nil }
    if trigger < mention.unit, isActive(trigger) { return subject(of: trigger) }
    return agentBehind(mention) ?? setting.attacker(near: mention.unit, grammar, knowledge)
  }

  /// The side that the sentence's own words say did it: 'Hamas killed 12', '12 were killed by Hamas'.
  func namedAgent(of mention: Mention) -> String? {
    guard let trigger = mention.trigger, trigger < mention.unit, isActive(trigger) else {
      return agentBehind(mention)
    }
    return subject(of: trigger)
  }

  /// Whether a word takes those who suffer as its object: 'killed', 'left' in 'left 12 dead'.
  private func isActive(_ trigger: Int) -> Bool {
    grammar.senses(trigger).contains {
      switch $0.frame {
      case .harm, .shoot, .remove, .take, .leave, .bury: true
      default: false
      }
    } && !grammar.has(trigger - 1, .be)
  }

  /// The side named by the subject of a verb; of verbs joined by 'and', and of a participle behind
  /// a comma, that of the first.
  func subject(of verb: Int) -> String? {
    var at = grammar.clauseVerb(of: verb) - 1
    // 'fighting that killed 40': a relative's subject is the word before it.
    let relative = grammar.startOfVerbGroup(endingAt: at + 1) - 1
    if relative > 0, grammar.has(relative, .relative), !grammar.has(relative - 1, .person),
      grammar.units[relative - 1].kind == .word, !grammar.units[relative - 1].isName
    {
      return nil
    }
    while at >= 0, !grammar.isMark(0x3B, at) {
      if let start = grammar.startOfDashedAside(endingAt: at) {
        at = start
        continue
      }
      let name =
        knowledge.isBound(at, grammar) && !leadsAttack(at)
        ? "" : knowledge.sideName(of: grammar.units[at])
      if !name.isEmpty, !grammar.isBehindPreposition(at) || makesAttack(at), !isHurt(at),
        !DocumentSetting.isDateline(at, grammar)
      {
        return name
      }
      if saysOfAnother(at, before: verb) { return nil }
      at -= 1
    }
    return nil
  }

  /// 'killing two Hamas officials and wounding 30': whether a name is of those whom a verb before it
  /// hurts.
  private func isHurt(_ name: Int) -> Bool {
    grammar.mentions.contains {
      ($0.rule == .object || $0.rule == .coordination) && $0.unit < name && name <= $0.end
        && $0.trigger.map { trigger in trigger < name } ?? false
    }
  }

  /// 'the Hamas-led attack': who is behind it.
  private func leadsAttack(_ name: Int) -> Bool {
    grammar.isWord("led", name + 2) && grammar.has(name + 3, .attack)
  }

  /// 'the attack by Hamas': who made it.
  private func makesAttack(_ name: Int) -> Bool {
    let by = grammar.has(name - 1, .determiner) ? name - 2 : name - 1
    return grammar.isWord("by", by) && grammar.has(by - 1, .attack)
  }

  /// 'The rebels said a raid had killed 30': who says so is not who did it, unless 'they' did.
  func saysOfAnother(_ cue: Int, before verb: Int) -> Bool {
    guard grammar.has(cue, .cue), grammar.isVerb(cue), cue + 1 < verb else { return false }
    let first = grammar.isWord("that", cue + 1) ? cue + 2 : cue + 1
    guard first < verb, grammar.units[first].kind == .word else { return false }
    return !grammar.has(first, [.pronoun, .gerund, .have, .preposition, .cue])
      && !grammar.isWord("their", first) && !grammar.isWord("its", first)
  }

  /// 'were killed by Russian troops'.
  func agentBehind(_ mention: Mention) -> String? {
    guard let trigger = mention.trigger else { return nil }
    let start = max(trigger, mention.unit) + 1
    let end = min(grammar.units.count, start + 8)
    guard start < end,
      let by = (start..<end).first(where: { grammar.isWord("by", $0) }),
      !(start..<by).contains(where: { grammar.isMark(0x2C, $0) || grammar.has($0, .cue) })
    else { return nil }
    var at = by + 1
    while at < min(grammar.units.count, by + 6), grammar.units[at].kind == .word {
      let name = knowledge.isBound(at, grammar) ? "" : knowledge.sideName(of: grammar.units[at])
      if !name.isEmpty { return name }
      if grammar.has(at, .preposition) { return nil }
      at += 1
    }
    return nil
  }
}

extension SentenceGrammar {
  /// The verb that stands directly behind the subject of a verb.
  func clauseVerb(of verb: Int) -> Int {
    var first = verb
    var steps = 0
    while steps < 4 {
      var before = first - 1
      while before >= 0, has(before, [.adverb, .have, .be]) { before -= 1 }
      let isJoined =
        has(before, .conjunction)
        || has(first, .gerund) && isMark(0x2C, before)
      guard isJoined,
        // 'Suspected rebels ambushed and killed': what begins the sentence has no subject.
        let earlier = (1..<before).last(where: {
          (isVerb($0) && has($0, [.verbPast, .verbS, .verbBase]) || has($0, .assailing))
            && !has($0, .gerund)
            && (!has($0, .ambiguousVerb) || has($0, .assailing))
            && !has($0 - 1, [.be, .preposition])
        }),
        !(earlier..<before).contains(where: { isMark(0x3B, $0) })
      else { return first }
      first = earlier
      steps += 1
    }
    return first
  }

  /// Whether a name stands behind a preposition other than 'of'.
  func isBehindPreposition(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, index - at < (isMark(0x2D, index - 2) ? 6 : 4),
      units[at].kind == .word || isMark(0x2D, at) && !units[at].isSpaced
    {
      if units[at].kind == .mark {
        at -= 1
        continue
      }
      if has(at, [.weekday, .day, .month]) || isWord("that", at) { return false }
      if has(at, .preposition) { return !isWord("of", at) }
      guard has(at, .determiner) || units[at].isContent, !isVerb(at) else { return false }
      // 'In Peru the rebels': another phrase begins.
      if has(at, .determiner), at > 0, units[at - 1].isName { return false }
      at -= 1
    }
    return false
  }
}
