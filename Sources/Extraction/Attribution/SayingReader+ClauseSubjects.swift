internal import ClaimModel
internal import Lexicons

/// Subjects that stand apart from their verb: the clause's first noun phrase, with what describes it
/// between the two.
extension SayingReader {
  /// The speaker at the head of the clause of a verb group, described by a participle, an adjective or
  /// a preposition up to the verb.
  ///
  /// 'Rebels fighting the government said', 'people familiar with the matter said', 'shopkeepers in
  /// the old town said'.
  ///
  /// - Parameters:
  ///   - group: the first unit of the verb group.
  ///   - admitsAnyone: whether people of whatever kind can be meant, as with 'said'.
  /// - Returns: nil where the subject stands right before the verb.
  func clauseSubject(before group: Int, admitsAnyone: Bool) -> Speaker? {
    var start = group - 1
    while start >= 0, group - start < 24 {
      if let head = endOfHead(startingAt: start, before: group), startsClause(start) {
        guard head + 1 < group, describesOnly(head + 1..<group) else { return nil }
        if let other = apposed(start) ?? giver(of: head, before: group) { return other }
        return named(start..<head + 1, before: group)
          ?? anyone(start..<head + 1, before: group, admitsAnyone)
      }
      if endsClause(start) { return nil }
      start -= 1
    }
    return nil
  }

  /// 'The Front, an armed group active in the west has claimed': the one whom an apposition describes
  /// that no comma closes.
  private func apposed(_ start: Int) -> Speaker? {
    guard start > 1, grammar.isMark(0x2C, start - 1), grammar.has(start, .determiner),
      units[start - 2].kind == .mark || units[start - 2].isCapital,
      let speaker = reader.speaker(endingBefore: start - 1), speaker.kind != .pronoun,
      startsClause(speaker.units.lowerBound)
    else { return nil }
    return speaker
  }

  /// 'A statement issued by the army said', 'An inquiry by activists found': who speaks through what
  /// was written or counted.
  private func giver(of document: Int, before group: Int) -> Speaker? {
    let isDocument = reader.isDocument(document)
    guard isDocument || grammar.isWord("by", document + 1) && !grammar.has(document, .person) else {
      return nil
    }
    for index in document + 1..<group {
      let isBy = grammar.isWord("by", index) || isDocument && grammar.isWord("from", index)
      // 'A study commissioned by the minister'
      if isBy, grammar.has(index - 1, .founding) { return nil }
      guard isBy || isDocument && grammar.isWord("in", index),
        let speaker = reader.speaker(startingAt: index + 1)
      else { continue }
      // 'A study in the Lancet'
      if isBy
        ? reader.isKnown(speaker) || isNamed(speaker)
        : speaker.units.contains(where: { units[$0].source >= 0 })
      {
        return speaker
      }
    }
    return nil
  }

  /// 'the Herald', 'Delft Watch': a name of no known kind, and of no place.
  private func isNamed(_ speaker: Speaker) -> Bool {
    speaker.kind == .body && speaker.side.isEmpty
      && speaker.units.allSatisfy {
        grammar.has($0, .determiner) || units[$0].isCapital && !units[$0].isName
      }
  }

  /// Whether the subject of a clause can start at a unit: nothing or a joint stands before it.
  private func startsClause(_ start: Int) -> Bool {
    if start == 0 { return true }
    let before = start - 1
    return units[before].kind == .mark && !(grammar.isMark(0x2D, before) && !units[before].isSpaced)
      || grammar.has(before, [.conjunction, .subordinator]) || grammar.isWord("that", before)
      || isTime(before) && !grammar.has(start, .determiner)
  }

  /// 'On Friday rebels …': a day before the subject.
  private func isTime(_ index: Int) -> Bool {
    grammar.has(index, [.weekday, .day])
      && (index == 0 || index == 1 && grammar.has(0, .preposition))
  }

  /// Whether no subject stands before a unit in its clause.
  private func endsClause(_ index: Int) -> Bool {
    units[index].kind == .mark
      && !(grammar.isMark(0x2D, index) && !units[index].isSpaced
        || grammar.isMark(0x2E, index) && !units[index].isSpaced)
      || grammar.has(index, [.be, .have, .modal])
  }

  /// The last unit of the noun phrase at a unit: the last word of the run that can speak or names
  /// someone.
  private func endOfHead(startingAt start: Int, before group: Int) -> Int? {
    guard grammar.has(start, .determiner) || canBeHead(start) || units[start].isContent else {
      return nil
    }
    var head: Int?
    var index = start
    while index < group {
      if canBeHead(index) {
        head = index
      } else if units[index].kind == .possessive {
        head = nil
      } else if units[index].kind == .word {
        guard
          index == start && grammar.has(index, .determiner)
            || units[index].isContent && (!isDescribing(index) || head == nil && !isFinite(index))
        else { break }
        if head != nil { break }
      } else if units[index].kind == .quantity {
        // 'A 2019 study in the journal Nature estimated'
        guard head == nil, reader.isYear(index) else { break }
      } else if units[index].kind == .mark {
        guard grammar.isMark(0x2D, index), !units[index].isSpaced else { break }
      } else {
        break
      }
      index += 1
    }
    return head
  }

  /// Whether a unit is a word for those who can speak.
  private func canBeHead(_ index: Int) -> Bool {
    units[index].kind == .word && !isDescribing(index)
      && (grammar.has(index, [.speaker, .person, .title]) || units[index].source >= 0
        || units[index].party >= 0 && !units[index].isDemonym)
  }

  /// Whether a unit is a verb form that describes the noun before it.
  private func isDescribing(_ index: Int) -> Bool {
    grammar.has(index, [.gerund, .participle]) && grammar.isVerb(index)
      && !grammar.has(index, [.speaker, .plural])
  }

  /// Whether words only describe the noun before them: a participle, an adjective or a preposition,
  /// and no finite verb behind it.
  private func describesOnly(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    // 'Sources quoted by the agency said': of the two the agency relays.
    if grammar.has(first, .cue), grammar.isWord("by", first + 1) { return false }
    let isAdjective =
      units[first].isContent && grammar.has(first + 1, .preposition)
      // 'a trader close to the committee'
      && (!grammar.isVerb(first) || !grammar.has(first, [.verbPast, .verbS, .gerund, .participle]))
    guard
      isDescribing(first)
        && (grammar.has(first, .gerund) || grammar.has(first + 1, .preposition))
        || isAdjective
        || grammar.has(first, .preposition) && !grammar.has(first, .subordinator),
      range.count > 1
    else { return false }
    return range.dropFirst().allSatisfy { index in
      switch units[index].kind {
      case .mark:
        return !units[index].isSpaced
          && (grammar.isMark(0x2D, index) || grammar.isMark(0x2E, index))
      case .word:
        if grammar.has(index, [.be, .have, .modal, .do, .relative, .subordinator, .negation]),
          !grammar.has(index, [.preposition, .determiner])
        {
          return false
        }
        return !isFinite(index)
      default: return true
      }
    }
  }

  /// Whether a verb form can be the verb of a clause: no participle behind an article.
  private func isFinite(_ index: Int) -> Bool {
    guard grammar.isVerb(index), grammar.has(index, [.verbPast, .verbS]), !units[index].isCapital,
      !grammar.has(index, [.person, .speaker, .preposition, .adverb])
    else { return false }
    if grammar.has(index - 1, [.determiner, .preposition])
      || index > 0 && units[index - 1].kind == .possessive
    {
      return false
    }
    return !(grammar.has(index, .ambiguousVerb) && grammar.has(index, .verbS))
  }

  /// A speaker of a known kind at the head of a clause, with what belongs to its name.
  private func named(_ head: Range<Int>, before group: Int) -> Speaker? {
    if let speaker = reader.speaker(startingAt: head.lowerBound), speaker.kind != .pronoun,
      speaker.units.upperBound == head.upperBound
        || speaker.units.upperBound > head.upperBound && speaker.units.upperBound < group
          && !units[head.upperBound].isContent,
      !speaker.units.contains(where: { isDescribing($0) && $0 > head.lowerBound })
    {
      return speaker.isOfKnownKind ? whole(speaker, head, before: group) : nil
    }
    guard let speaker = reader.read(head), speaker.kind != .pronoun, speaker.isOfKnownKind else {
      return nil
    }
    return whole(speaker, head, before: group)
  }

  private func anyone(
    _ head: Range<Int>, before group: Int, _ admitsAnyone: Bool
  ) -> Speaker? {
    guard admitsAnyone else { return nil }
    return reader.someone(endingBefore: head.upperBound).map { whole($0, head, before: group) }
  }

  /// 'An adviser to the mayor', 'politicians in the province': a role with whose and where it is.
  private func whole(_ speaker: Speaker, _ head: Range<Int>, before group: Int) -> Speaker {
    guard speaker.kind == .group, grammar.has(head.upperBound, .preposition),
      group - head.upperBound < 7,
      !(head.upperBound..<group).contains(where: {
        grammar.has($0, [.adverb, .weekday, .day, .gerund])
      })
    else { return speaker }
    var whole = speaker
    whole.units = head.lowerBound..<group
    whole.name = grammar.string(whole.units)
    return whole
  }
}
