internal import Lexicons

extension SentenceGrammar {
  /// 'civilians, soldiers, and rebels': whether 'and' brings the last of several nouns that one number
  /// counts together.
  func closesNounList(_ conjunction: Int) -> Bool {
    var at = conjunction - 2
    var commas = 0
    while at > 0, mention(at: at) == nil, isMark(0x2C, at) || units[at].isContent && !isVerb(at) {
      if isMark(0x2C, at) { commas += 1 }
      at -= 1
    }
    guard commas > 0, let counted = mention(at: at) else { return false }
    return mentions[counted].kind == .people && mentions[counted].head != nil
  }

  /// 'Thirty people including clerks, nurses, and guards were killed': the figure whose people a list
  /// without numbers tells, which ends right before a verb group.
  func subjectOfInclusion(before conjunction: Int, group: Int) -> Int? {
    guard
      let part = (max(0, conjunction - 24)..<conjunction).last(where: {
        has($0, .part) && has($0, .gerund) || isWord("including", $0)
      }), let subject = mentions.last(where: { $0.end < part }), subject.kind == .people,
      subject.reason == nil, subject.outcome == nil,
      subject.end == part - 1 || isMark(0x2C, part - 1) && subject.end == part - 2,
      !(part..<group).contains(where: {
        has($0, [.be, .have, .modal, .relative, .verbPast]) || units[$0].quantity >= 0
          || isMark(0x3B, $0)
      })
    else { return nil }
    return mention(at: subject.unit)
  }

  /// The head of a second noun that one number counts along with the first.
  ///
  /// - Parameters:
  ///   - head: the first noun.
  ///   - unit: the quantity.
  /// - Returns: 'children' in '20 women and children', 'soldiers' in '36 Army and Frontier Corps
  ///   soldiers'; nil where there is none.
  func secondNoun(behind head: Int, from unit: Int) -> Int? {
    // 'twelve men, women and children'
    if isMark(0x2C, head + 1), head + 2 < units.count, isPeople(head), has(head, .plural),
      isPeople(head + 2), has(head + 2, .plural), isWord("and", head + 3),
      head + 4 < units.count, isPeople(head + 4), has(head + 4, .plural)
    {
      return head + 4
    }
    // '7,000 military and civilian deaths'
    if isWord("and", head + 1), head + 3 < units.count, !has(head, [.plural, .outcome]),
      units[head + 2].isContent, !has(head + 2, .outcome), has(head + 3, .plural),
      senses(head + 3).contains(where: { $0.frame == .event })
    {
      return head + 3
    }
    // '12 police and army officers'
    if isWord("and", head + 1), head + 3 < units.count, isPeople(head), !has(head + 2, [.outcome]),
      isPeople(head + 3), has(head + 3, .plural), units[head + 2].isContent,
      has(head + 2, .conflictSetting) || isPeople(head + 2) && !has(head + 2, .plural)
    {
      return head + 3
    }
    let joint = head + 1
    guard isWord("and", joint) || isWord("or", joint), joint + 1 < units.count,
      isPeople(head) && (has(head, .plural) || head == unit + 1 && has(joint + 1, .plural))
        || units[head].isCapital && units[joint + 1].isCapital && !isPeople(head)
    else { return nil }
    guard !has(joint + 1, [.determiner, .outcome]), units[joint + 1].kind == .word else {
      return nil
    }
    let (phrase, second, _) = nounPhrase(behind: joint)
    guard let second, phrase.lowerBound == joint + 1, isPeople(second), has(second, .plural),
      !phrase.contains(where: { has($0, .outcome) }), !has(head, .outcome)
    else { return nil }
    // 'killed two policemen and villagers fled': a clause of its own.
    let next = second + 1
    if has(next, [.verbPast, .verbS]), !has(next, [.outcome, .preposition]) || has(next, .be) {
      return units[..<unit].contains { $0.classes.contains(.outcome) && $0.classes.contains(.verb) }
        ? nil : second
    }
    return second
  }
}
