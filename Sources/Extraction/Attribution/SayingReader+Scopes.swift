internal import ClaimModel
internal import Lexicons

/// How far what is said reaches: what counts as content, and where it starts and ends.
extension SayingReader {
  /// Whether something that can be said stands before the speaker: '…, X said'.
  func followsContent(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    let before = start - 1
    guard grammar.isMark(0x2C, before) || grammar.isQuote(before) || grammar.isDash(before) else {
      return false
    }
    return (0..<before).contains {
      grammar.has($0, [.be, .have, .modal, .outcome]) || grammar.mention(at: $0) != nil
        || grammar.isVerb($0)
    }
  }

  /// Where a clause starts that a word joins to the one before: ', while observers predict more
  /// attacks' tells nothing of what stands before it.
  func startOfJoined(_ start: Int) -> Int {
    guard start > 1, !grammar.isWord("as", start - 1),
      grammar.has(start - 1, [.conjunction, .subordinator])
    else { return 0 }
    if grammar.isMark(0x2C, start - 2) { return start - 1 }
    // 'The toll passed 60 and the ministry reported an outbreak', but 'six died, army and police said'
    let comma = (0..<start).last { grammar.isMark(0x2C, $0) } ?? 0
    let hasClause = grammar.mentions.contains {
      $0.outcome != nil && (comma..<start).contains($0.unit)
    }
    return hasClause && grammar.has(start - 1, .conjunction) ? start - 1 : 0
  }

  /// 'The toll rose to 72, rescuers said, as officials turned to the hundreds injured': where what was
  /// said before a cue ends, and the author goes on.
  func endOfClosing(_ cue: Int) -> Int {
    guard
      let aside = (cue + 1..<min(units.count, cue + 5)).first(where: { grammar.isWord("as", $0) }),
      (cue + 1..<aside).allSatisfy({
        grammar.has($0, [.preposition, .weekday, .day]) || grammar.isMark(0x2C, $0)
      })
    else { return units.count }
    return grammar.isMark(0x2C, aside - 1) ? aside - 1 : aside
  }

  /// '…has climbed to 16, authorities said on Wednesday as the search went on': the figure stands
  /// before the speaker, and behind the cue none.
  func closesTelling(_ start: Int, _ content: Int) -> Bool {
    start > 0 && (grammar.isMark(0x2C, start - 1) || grammar.isQuote(start - 1))
      && hasFigure(before: start)
      && !grammar.isWord("that", content)
      && !grammar.mentions.contains {
        $0.outcome != nil && $0.reason == nil
          && (content..<endOfClosing(content - 1)).contains($0.unit)
      }
  }

  /// Whether a figure with an outcome stands at or behind a unit.
  func hasFigure(behind start: Int) -> Bool {
    grammar.mentions.contains { $0.unit >= start && $0.outcome != nil && $0.reason == nil }
  }

  /// Whether a figure with an outcome stands before a unit.
  func hasFigure(before start: Int) -> Bool {
    grammar.mentions.contains { $0.unit < start && $0.outcome != nil && $0.reason == nil }
  }

  /// Whether a clause with something to say follows the cue, and not just a time or a place.
  func hasContent(from start: Int) -> Bool {
    // 'officials expected the toll to mount'
    if grammar.term(start - 1)?.cueStance == .hypothetical,
      (start..<min(units.count, start + 6)).contains(where: { grammar.isWord("to", $0) })
    {
      return true
    }
    var index = start
    while index < units.count {
      if grammar.isWord("that", index) || grammar.isQuote(index) { return true }
      if grammar.isMark(0x2C, index) || grammar.isMark(0x2E, index) {
        // A second clause behind a comma is not the content: ', adding', ', as'.
        return false
      }
      if let mention = grammar.mention(at: index), grammar.mentions[mention].outcome != nil {
        return true
      }
      if grammar.has(index, [.be, .have, .modal]), !grammar.has(index, .preposition) {
        return true
      }
      if grammar.isVerb(index), grammar.has(index, [.verbPast, .verbS]), index > start + 1,
        !grammar.has(index, [.ambiguousVerb])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Where the content of a cue ends: at a joint behind which another speaker starts.
  func endOfContent(from start: Int) -> Int {
    var index = start
    while index < units.count {
      if grammar.isMark(0x3B, index), !goesOnListing(behind: index) { return index }
      // 'Moscow refutes Kyiv's claims of 400 dead, says toll is 89'
      if grammar.isMark(0x2C, index), grammar.has(index + 1, .cue),
        grammar.has(index + 1, .verbS), grammar.term(index + 1)?.cue == .say
      {
        return index
      }
      // 'While the railways said five died, police said seven': the comma parts the two.
      if grammar.isWord("while", index) || grammar.isWord("but", index)
        || grammar.isWord("whereas", index) || grammar.isWord("and", index)
        || grammar.isMark(0x2C, index) && grammar.has(0, .subordinator)
          && !grammar.has(0, .preposition)
      {
        var at = index + 1
        while at < units.count, at < index + 9, !grammar.isMark(0x2C, at) {
          if grammar.has(at, .cue), let kind = grammar.term(at)?.cue, kind != .none,
            kind != .according,
            at > index + 1,
            let other = reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: at)),
            !disputesApposed(other), !other.units.contains(where: { units[$0].quantity >= 0 })
          {
            return index
          }
          at += 1
        }
      }
      index += 1
    }
    return units.count
  }

  /// 'The army, which said two had died, killed three more': the mark that ends the relative clause of a
  /// cue, behind which the main clause goes on with its verb; nil where none does.
  func endOfRelative(around cue: Int, from group: Int) -> Int? {
    let clause = reader.startWithoutAdjuncts(endingBefore: group)
    guard clause > 1, grammar.has(clause - 1, .relative), grammar.isMark(0x2C, clause - 2) else {
      return nil
    }
    return (cue + 2..<units.count - 1).first {
      (grammar.isMark(0x2C, $0) || grammar.isDash($0))
        && (grammar.has($0 + 1, [.be, .have])
          || grammar.isVerb($0 + 1) && grammar.has($0 + 1, .verbPast))
    }
  }

  /// 'declared a state of emergency after floods killed 12': where the object ends that is announced,
  /// and the author tells why; nil where something is said in a clause.
  func endOfAnnounced(from start: Int) -> Int? {
    guard grammar.isIndefiniteArticle(start) else { return nil }
    for index in start + 1..<units.count {
      if grammar.isWord("after", index) || grammar.isWord("following", index) { return index }
      if grammar.has(index, [.be, .have, .modal, .relative, .cue, .telling, .count])
        || grammar.mention(at: index) != nil || reader.isToll(index)
        || grammar.isVerb(index) && grammar.has(index, [.verbPast, .verbS])
          && !grammar.has(index, [.speaker, .person, .ambiguousVerb])
      {
        return nil
      }
    }
    return nil
  }

  /// 'gives his loss as follows: killed, 62; wounded, 211': behind the semicolon no new clause starts.
  func goesOnListing(behind semicolon: Int) -> Bool {
    var index = semicolon + 1
    while index < units.count, !grammar.isMark(0x3B, index) {
      if grammar.has(index, [.be, .have, .modal, .do, .cue, .relative])
        || grammar.isVerb(index) && grammar.has(index, [.verbPast, .verbS])
          && !grammar.has(index, [.outcome, .participle])
      {
        return false
      }
      index += 1
    }
    return true
  }

  /// '12 died, an inquiry has found': what was found stands before.
  func closesSentence(_ cue: Int) -> Bool {
    guard cue + 1 >= units.count || units[cue + 1].kind == .mark,
      let speaker = reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: cue)),
      speaker.kind != .pronoun
    else { return false }
    let start = speaker.units.lowerBound
    return start > 1 && (grammar.isMark(0x2C, start - 1) || grammar.isQuote(start - 1))
      && hasFigure(before: start)
  }

  /// The sayings without those of men whose leader speaks: 'says his army counted 2,700', '"Our teams
  /// counted 46," he said'.
  func withoutOwnMen(_ all: [Saying]) -> [Saying] {
    all.filter { saying in
      guard let kind = grammar.term(saying.cue.lowerBound)?.cue,
        kind == .tally || kind == .conclude,
        let first = saying.speaker.units.first,
        isPossessivePronoun(first) || grammar.isWord("our", first)
      else { return true }
      return !all.contains {
        $0.cue != saying.cue && $0.scope.contains(saying.cue.lowerBound)
          && [.say, .tell].contains(grammar.term($0.cue.lowerBound)?.cue)
      }
    }
  }
}
