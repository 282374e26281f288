internal import ClaimModel
internal import Lexicons

/// Bare numbers that go on a count told before, with its verb left out or said again.
extension SentenceGrammar {
  /// Carries the outcome of a counted noun over the verb that only reports it.
  ///
  /// 'Six deaths were reported in the north, two in the hills and one at sea', 'four bodies were found
  /// in houses and one was found in a car'.
  mutating func spreadOverReports() {
    for index in mentions.indices.dropFirst()
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .none
    {
      // Between the two may stand the number of a zone or a day.
      guard let previous = mentions[..<index].lastIndex(where: { $0.reason == nil }),
        !mentions[previous].number.isZeroWord,
        let outcome = mentions[previous].outcome,
        isShareOfReport(index, behind: previous) || repeatsVerb(index, of: previous)
      else { continue }
      mentions[index].outcome = outcome
      mentions[index].trigger = mentions[previous].trigger
      mentions[index].rule = .gapping
      mentions[index].antecedent = previous
      mentions[index].whole = mentions[previous].whole
    }
  }

  /// Captives by what becomes of them: 'released 20 hostages and then 30 others', 'nine of the pupils
  /// taken from the school were freed'.
  mutating func linkFreed() {
    guard !classes.isDisjoint(with: .freeing) else { return }
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind != .thing && mentions[index].kind != .unknown
    {
      let before = mentions[index].unit - 1
      let behind = mentions[index].end + 1
      if namesNobody(index), has(before, .freeing) || isJoint(before) || has(before, .adverb),
        let verb = (max(0, before - 2)...max(0, before)).last(where: { has($0, .freeing) }),
        voice(ofVerb: verb) == .active,
        let previous = mentions[..<index].last(where: { $0.reason == nil && $0.outcome != nil }),
        previous.outcome == .captured, has(previous.unit - 1, [.freeing, .determiner]),
        (0..<previous.unit).contains(where: { has($0, .freeing) })
      {
        assign(index, .captured, trigger: verb, rule: .object)
      } else if mentions[index].kind == .people, has(behind, .holding), has(behind, .participle),
        isWord("from", behind + 1) || isWord("by", behind + 1),
        let verb = (behind..<units.count).last(where: { has($0, .freeing) }),
        voice(ofVerb: verb) == .passive, startOfVerbGroup(endingAt: verb) < verb
      {
        assign(index, .captured, trigger: behind, rule: .subject)
      }
    }
  }

  /// 'eight out of 31 kidnapped students': shares of a figure whose own words tell its outcome.
  mutating func linkSharesOfDescribed() {
    for index in mentions.indices.dropLast()
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .none && mentions[index + 1].rule == .noun
      && mentions[index + 1].reason == nil && isComplement(index + 1)
    {
      guard let outcome = mentions[index + 1].outcome, let trigger = mentions[index + 1].trigger
      else { continue }
      assign(index, outcome, trigger: trigger, rule: .part)
      mentions[index].whole = index + 1
    }
  }

  /// ', two in the hills' behind 'six deaths were reported in the north': only joints and places
  /// stand between the number and the verb.
  private func isShareOfReport(_ index: Int, behind previous: Int) -> Bool {
    let mention = mentions[index]
    var at = mentions[previous].end + 1
    if let group = endOfReport(startingAt: at) {
      guard [.noun, .ofNoun].contains(mentions[previous].rule) else { return false }
      at = group + 1
    } else if mentions[previous].rule != .gapping {
      return false
    }
    while has(at, .adverb), !has(at, .preposition) { at += 1 }
    // 'two each in Zones 1 and 8'
    let place = isWord("each", mention.end + 1) ? mention.end + 2 : mention.end + 1
    guard has(place, .preposition), has(at, .preposition),
      isJoint(mention.unit - 1) || isMark(0x3B, mention.unit - 1),
      word(of: place) == word(of: at)
    else { return false }
    return (at..<mention.unit).allSatisfy {
      !has($0, [.be, .have, .modal, .relative, .verbPast, .subordinator]) || has($0, .preposition)
        || units[$0].isCapital
    }
  }

  /// The last unit of 'were reported', 'have been recovered' at a unit; nil for a verb that tells of
  /// another fate.
  private func endOfReport(startingAt start: Int) -> Int? {
    var at = start
    while has(at, [.be, .have, .adverb]) { at += 1 }
    return at > start && has(at, [.reporting, .participle]) && !has(at, .outcome) ? at : nil
  }

  /// 'and one was found in a car' behind 'four bodies were found in houses'.
  private func repeatsVerb(_ index: Int, of previous: Int) -> Bool {
    guard mentions[previous].rule == .noun, let head = mentions[previous].head,
      senses(head).contains(where: {
        $0.frame == .people && $0.outcome == .killed || $0.frame == .event
      })
    else { return false }
    return finiteParticiple(behind: mentions[index].end).map {
      $0 == finiteParticiple(behind: mentions[previous].end)
    } ?? false
  }

  /// The participle of a passive right behind a unit.
  private func finiteParticiple(behind end: Int) -> Int32? {
    var at = end + 1
    guard has(at, [.be, .have]) else { return nil }
    while has(at, [.be, .have, .adverb]), !has(at, .participle) || has(at, .be) { at += 1 }
    return has(at, .participle) ? word(of: at) : nil
  }
}
