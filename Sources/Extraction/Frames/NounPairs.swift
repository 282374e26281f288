internal import Lexicons

extension SentenceGrammar {
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
