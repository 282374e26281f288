internal import ClaimModel
internal import Lexicons

/// Reads how firmly a figure is put forward.
struct StanceReader {
  let grammar: SentenceGrammar

  private var units: [Unit] { grammar.units }

  /// The stance of a mention that is said in a saying; nil for the author's own voice.
  func stance(of index: Int, in saying: Saying?) -> Stance {
    let mention = grammar.mentions[index]
    if isDeniedIndirectly(mention) { return .denied }
    if isDoubted(mention) { return .doubted }
    // 'a highly contested survey'
    if let saying, saying.speaker.units.contains(where: { grammar.has($0, .discredit) }) {
      return .doubted
    }
    if let saying, saying.stance == .denied, saying.scope.contains(mention.unit) { return .denied }
    if isHypothetical(mention) || isFeared(mention) { return .hypothetical }
    // '50 were missing, and officials expected the toll to mount': their fear is of something else.
    // 'feared for the safety of 300 people'
    if let saying, saying.stance == .hypothetical, !grammar.isWord("for", saying.cue.upperBound),
      saying.cue.lowerBound < mention.unit
        || !grammar.has(saying.speaker.units.lowerBound - 1, .conjunction)
    {
      return .hypothetical
    }
    if isNegated(mention) { return .denied }
    return .asserted
  }

  /// 'a ridiculously unbelievable toll of 46,000': the author's doubt stands before the figure.
  private func isDoubted(_ mention: Mention) -> Bool {
    var starts = [mention.unit]
    if let trigger = mention.trigger { starts.append(trigger) }
    for start in starts {
      var index = start - 1
      while index >= 0, start - index < 6, units[index].kind == .word {
        if grammar.has(index, .doubt) { return true }
        if grammar.has(index, [.be, .have, .cue]) { break }
        index -= 1
      }
    }
    // 'the widely disputed claim that 700 were killed', 'claims, implausibly, that 700 were killed'
    guard let joint = clauseOpener(before: mention), grammar.isWord("that", joint) else {
      return false
    }
    return (max(0, joint - 4)..<joint).contains { grammar.has($0, .doubt) }
  }

  /// 'denied reports that 20 had died', 'there is no evidence that 20 died', 'and not 41': the words
  /// that lead to the figure deny it.
  private func isDeniedIndirectly(_ mention: Mention) -> Bool {
    if mention.number.isZeroWord { return false }
    let before = mention.unit - 1
    // 'were killed and not 41', 'instead of nine'
    if grammar.isWord("not", before), grammar.isJoint(before - 1) || mention.kind == .none,
      !grammar.has(before - 1, [.be, .modal, .do])
    {
      return true
    }
    if grammar.isWord("instead of", before) || grammar.isWord("rather than", before) { return true }
    if let joint = clauseOpener(before: mention) {
      var at = joint - 1
      while at >= 0, joint - at < 12, !grammar.isMark(0x2C, at), !grammar.isMark(0x3B, at) {
        if grammar.has(at, .denial)
          || grammar.term(at)?.cueStance == .denied
            && grammar.has(at, .verb) && !isNegation(at - 1)
        {
          return true
        }
        // 'denied Ukraine's claims of 400 killed': they are still Ukraine's.
        if units[at].kind == .possessive { return false }
        if grammar.mention(at: at) != nil || grammar.has(at, .conjunction)
          || grammar.has(at, .cue) && grammar.has(at, .verb) && !grammar.has(at, .report)
          || grammar.has(at, .verbBase) && grammar.isWord("to", at - 1)
          || joint - at > 3 && grammar.isVerb(at) && !grammar.has(at, [.preposition, .report])
            && !grammar.has(at - 1, .determiner)
        {
          break
        }
        at -= 1
      }
    }
    // 'nowhere near 10,000', 'the massacre of 300 villagers never took place'
    if grammar.has(before, .denial)
      || mention.rule == .ofNoun && grammar.has(mention.end + 1, .denial)
    {
      return true
    }
    // 'Reports that 40 people died are false'
    guard let joint = clauseOpener(before: mention), joint > 0,
      joint < 3 || grammar.has(joint - 1, .report)
    else { return false }
    let last = max(mention.end, mention.trigger ?? 0)
    return (last + 1..<min(last + 9, units.count)).contains {
      grammar.has($0, .denial) && grammar.has($0 - 1, [.be, .adverb])
    }
  }

  private func isNegation(_ unit: Int) -> Bool { grammar.has(unit, .negation) }

  /// The 'that' or 'of' that opens the clause or phrase of a figure.
  private func clauseOpener(before mention: Mention) -> Int? {
    var at = min(mention.unit, mention.trigger ?? mention.unit) - 1
    let start = at
    while at > 0, start - at < 9 {
      if units[at].kind == .mark, !grammar.isQuote(at) { return nil }
      if grammar.isWord("that", at) { return at }
      if grammar.isWord("of", at), grammar.has(at - 1, .report) { return at }
      at -= 1
    }
    return nil
  }

  /// 'there are fears that 40 people have died', 'it was feared that 40 had died'.
  private func isFeared(_ mention: Mention) -> Bool {
    guard let joint = clauseOpener(before: mention), grammar.isWord("that", joint) else {
      return false
    }
    return grammar.has(joint - 1, .fearing)
  }

  /// 'could', 'may', but not the month of 'in May to 476'.
  private func isPossibility(_ index: Int) -> Bool {
    guard grammar.has(index, .possibility) else { return false }
    guard grammar.has(index, .month) else { return true }
    return grammar.isWord("may", index)
      && (!grammar.units[index].isCapital || index == 0 || grammar.has(index + 1, [.be, .have])
        || grammar.has(index + 1, .verbBase) && grammar.isVerb(index + 1))
  }

  /// 'could kill 12', 'feared dead', 'threatened to execute 12', 'if … 12 died'.
  private func isHypothetical(_ mention: Mention) -> Bool {
    guard let trigger = mention.trigger else { return false }
    if isForecast(mention) || isNotRuledOut(mention) { return true }
    // 'two dead men may be the gunmen': that they are dead is certain.
    if mention.rule == .noun, mention.unit < trigger, trigger < mention.end,
      isPossibility(mention.end + 1), grammar.has(mention.end + 2, .be),
      !grammar.has(mention.unit - 1, [.possibility, .verb, .adverb, .preposition])
    {
      return false
    }
    if grammar.has(trigger, .verb) || grammar.has(trigger, .outcome) {
      var index = grammar.startOfVerbGroup(endingAt: trigger)
      if trigger > 0, grammar.isWord("to", trigger - 1) {
        // 'threatened to kill', 'threats to execute', 'planned to kill'
        var at = trigger - 2
        while at >= 0, trigger - at < 5 {
          if grammar.has(at, .unreal) { return true }
          at -= 1
        }
      }
      while index <= trigger {
        if isPossibility(index), !grammar.has(index + 1, .negation) { return true }
        if grammar.isWord("feared", index) || grammar.isWord("will", index) { return true }
        index += 1
      }
    }
    if isForeseen(mention) || isLargerGuess(mention) { return true }
    // 'may have left 12 dead', 'would bring the toll to 30'
    var at = min(trigger, mention.unit) - 1
    while at >= 0, mention.unit - at < 12, !grammar.isMark(0x2C, at), !grammar.isMark(0x3B, at),
      !grammar.has(at, .relative)
    {
      // 'there would be 300 dead', 'there could have been 300 dead'
      if grammar.has(at, .be), mayBe(at, before: mention) { return true }
      if grammar.has(at, .verb), !grammar.has(at, .gerund),
        !grammar.has(at, .cue) || mention.rule == .idiom,
        !grammar.has(at, [.person, .preposition])
      {
        var group = grammar.startOfVerbGroup(endingAt: at)
        // 'would destroy the town and cause 12 deaths'
        if grammar.has(at, .verbBase), grammar.has(group - 1, .conjunction) {
          while group > 0, !grammar.isMark(0x2C, group), !isPossibility(group) {
            group -= 1
          }
        }
        if (group..<at).contains(where: {
          isPossibility($0) || grammar.isWord("will", $0)
        }) {
          return true
        }
        break
      }
      at -= 1
    }
    // 'the toll could reach 500', 'may be as high as 300'
    let first = min(trigger, mention.unit)
    let last = max(trigger, mention.unit)
    for index in first..<last {
      if isPossibility(index), !grammar.has(index + 1, .negation) { return true }
      if grammar.isWord("feared", index) { return true }
      if grammar.has(index, .unreal), grammar.isWord("to", index + 1) { return true }
    }
    let behind = mention.end + 1
    if grammar.isWord("feared", behind) || grammar.isWord("feared", behind + 1) { return true }
    // 'If 40,000 dead soldiers do not convince them': that they are dead is certain.
    if mention.unit < trigger, trigger < mention.end { return false }
    return isConditional(before: first)
  }

  /// 'thousands, perhaps tens of thousands', 'killed and possibly over 200,000 injured': a figure that
  /// a guess adds to the one before; 'perhaps 1,200' alone is a rough count.
  private func isLargerGuess(_ mention: Mention) -> Bool {
    let guess = mention.unit - 1
    guard grammar.has(guess, .guess) else { return false }
    return grammar.mentions.contains {
      $0.outcome != nil && $0.end < guess && guess - $0.end < 6
    }
  }

  /// 'would be', or 'could have been' right before a number.
  private func mayBe(_ be: Int, before mention: Mention) -> Bool {
    isPossibility(be - 1)
      || be == mention.unit - 1 && grammar.has(be - 1, .have) && isPossibility(be - 2)
  }

  /// 'Casualties to exceed 230,000 by autumn': a headline's infinitive tells of what is to come.
  private func isForecast(_ mention: Mention) -> Bool {
    let verb = mention.number.isLedByVerb ? mention.unit : mention.unit - 1
    let to = verb - 1
    guard verb > 1, mention.number.isLedByVerb || grammar.has(verb, .level),
      grammar.isWord("to", to), !grammar.has(to - 1, [.verb, .adverb, .be, .have]),
      !(0..<to).contains(where: { grammar.has($0, [.be, .have, .modal, .verbPast]) })
    else { return false }
    return true
  }

  /// 'a toll of up to 4,000 cannot be ruled out'.
  private func isNotRuledOut(_ mention: Mention) -> Bool {
    let last = max(mention.end, mention.trigger ?? 0) + 1
    return (last..<min(last + 4, units.count)).contains {
      grammar.isWord("ruled out", $0) || grammar.isWord("be ruled out", $0)
    }
  }

  /// 'the model predicts 60,000 deaths', 'the plan foresaw a million casualties'.
  private func isForeseen(_ mention: Mention) -> Bool {
    var verb = mention.unit - 1
    while grammar.has(verb, [.determiner, .adverb]) { verb -= 1 }
    return verb >= 0 && grammar.has(verb, .verb) && grammar.term(verb)?.cueStance == .hypothetical
  }

  private func isConditional(before index: Int) -> Bool {
    var at = index - 1
    while at >= 0, index - at < 10 {
      if grammar.isMark(0x2C, at) { return false }
      if grammar.isWord("if", at) || grammar.isWord("unless", at) { return true }
      at -= 1
    }
    return false
  }

  /// 'did not kill 12': what is said is that it did not happen.
  private func isNegated(_ mention: Mention) -> Bool {
    guard !mention.number.isZeroWord, let trigger = mention.trigger, grammar.has(trigger, .verb)
    else {
      return false
    }
    let group = grammar.startOfVerbGroup(endingAt: trigger)
    return (group..<trigger).contains {
      grammar.has($0, .negation) && !grammar.isWord("no longer", $0)
    }
  }
}
