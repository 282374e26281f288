internal import ClaimModel
internal import Lexicons

/// What a sentence tells without a figure, for one that comes later: 'how many have died is disputed'.
extension SentenceGrammar {
  /// The outcome of a heading: a few words without a verb that end in a noun for what happened.
  var outcomeOfHeading: Outcome? {
    guard let last = units.indices.last(where: { units[$0].kind == .word }), units.count < 7,
      last >= units.count - 2, !classes.contains(.be),
      !isMark(0x2E, units.count - 1)
    else { return nil }
    return senses(last).first { $0.frame == .event || $0.frame == .loss || $0.frame == .people }?
      .outcome
  }

  /// What a line that opens a list tells of those counted in it.
  var topicOfList: Outcome? {
    topicOfCount
      ?? units.indices.lazy.compactMap { unit in
        senses(unit).first {
          $0.frame == .event || $0.frame == .people || $0.frame == .loss
            || $0.frame == .harm && self.has(unit, .participle)
        }?.outcome
      }.first
  }

  /// What befell those with whom a sentence opens: 'Of the villagers killed, …' behind '310 were killed
  /// and 500 injured'.
  func outcomeOpened(through last: Int) -> Outcome? {
    (0..<last + 1).lazy.flatMap { self.senses($0) }.first {
      $0.outcome != .casualties && [.harm, .people, .event, .state].contains($0.frame)
    }?.outcome
  }

  /// 'killed' in 'far fewer were killed than the 40,000 reported': what was told of an unnamed number.
  func outcomeCompared(before unit: Int) -> Outcome? {
    isWord("than", unit - 2) ? outcomeToldLast(before: unit) : nil
  }

  /// What the nearest verb or noun before a unit tells that people suffered.
  func outcomeToldLast(before unit: Int) -> Outcome? {
    (0..<unit).reversed().lazy.flatMap { self.senses($0) }.first {
      [.harm, .suffer, .event].contains($0.frame)
    }?.outcome
  }

  /// The outcome that a sentence without a figure says people were counted for: 'how many have died
  /// is disputed', 'the number of soldiers killed'.
  var topicOfCount: Outcome? { topicOfCount(before: units.count) }

  /// The outcome that what stands before a unit says people were counted for.
  func topicOfCount(before end: Int) -> Outcome? {
    for start in 0..<end
    where isCountNoun(start) || has(start, .estimates) || isWord("how", start)
      || senses(start).contains(where: { $0.frame == .toll })
    {
      for unit in start..<min(start + 9, end) {
        if let sense = senses(unit).first(where: {
          [.harm, .suffer, .event, .people, .state, .toll, .loss].contains($0.frame)
        }) {
          return sense.outcome
        }
      }
    }
    return nil
  }
}
