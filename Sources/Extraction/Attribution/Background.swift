internal import Lexicons

/// What an author adds to the words of others: what happened before the matter they speak of.
///
/// 'The minister said the raid answered last month's attack, which killed 26' and '…, according to
/// police, a day after a mine wounded five': neither the minister nor the police counted these.
struct Background {
  /// The sentence.
  let grammar: SentenceGrammar

  private var units: [Unit] { grammar.units }

  /// Whether a figure that stands in the reach of a saying is the author's background to it.
  func isOutside(_ mention: Mention, of saying: Saying) -> Bool {
    if isAsked(mention, before: saying) { return true }
    let cue = saying.cue.upperBound
    guard cue <= mention.unit, saying.scope.contains(mention.unit), !saying.cue.isEmpty,
      let start = startOfRelative(before: mention.unit, after: cue)
        ?? startOfCourse(before: mention.unit, after: cue)
        ?? startOfSequel(before: mention.unit, after: cue)
        ?? startOfPrompting(before: mention.unit, after: cue)
        ?? startOfPluperfect(before: mention.unit, after: cue)
    else { return false }
    return !(start..<mention.unit).contains { grammar.isQuote($0) }
  }

  /// 'Asked about the report of 600 dead, the colonel said': the figure is the one who asks's.
  private func isAsked(_ mention: Mention, before saying: Saying) -> Bool {
    guard !saying.cue.isEmpty, mention.unit < saying.cue.lowerBound,
      let asked = units.indices.prefix(3).first(where: { grammar.has($0, .asking) })
    else { return false }
    return mention.unit > asked
      && (mention.unit..<saying.cue.lowerBound).contains { grammar.isMark(0x2C, $0) }
  }

  /// ', which killed 26' behind an event of another time: 'last month's attack in the valley'.
  private func startOfRelative(before unit: Int, after cue: Int) -> Int? {
    guard
      let relative = (cue..<unit).last(where: {
        grammar.has($0, .relative) && grammar.isMark(0x2C, $0 - 1)
      }), unit - relative < 6
    else { return nil }
    var index = relative - 1
    while index > cue, relative - index < 10, !grammar.has(index, [.be, .have, .modal, .cue]) {
      if grammar.has(index, .timeModifier), grammar.has(index + 1, [.timeUnit, .month, .weekday]),
        units[min(index + 2, units.count - 1)].kind == .possessive
          || grammar.isMark(0x2C, index + 2)
      {
        return relative
      }
      index -= 1
    }
    return nil
  }

  /// ', where the conflict has killed more than 5,350 people since April': how it has gone so far.
  private func startOfCourse(before unit: Int, after cue: Int) -> Int? {
    guard
      let relative = (cue..<unit).last(where: {
        (grammar.isWord("where", $0) || grammar.isWord("which", $0)) && grammar.isMark(0x2C, $0 - 1)
      }), unit - relative < 9,
      (relative..<unit).contains(where: { grammar.has($0, .have) }),
      (unit..<min(units.count, unit + 6)).contains(where: {
        grammar.isWord("since", $0)
          || grammar.has($0, .timeModifier) && grammar.has($0 - 1, .determiner)
      })
    else { return nil }
    return relative
  }

  /// 'sparked by last year's attack on the valley that killed 26', 'in retaliation for a raid which left
  /// five dead': what led to the matter.
  private func startOfPrompting(before unit: Int, after cue: Int) -> Int? {
    guard let prompting = (cue..<unit).last(where: { grammar.has($0, .prompting) }),
      let relative = (prompting..<unit).last(where: { grammar.has($0, .relative) }),
      unit - relative < 7, !grammar.has(relative - 1, .conjunction),
      !(prompting..<unit).contains(where: {
        grammar.isMark(0x2C, $0) || grammar.isMark(0x3B, $0) || grammar.isDash($0)
      })
    else { return nil }
    return prompting
  }

  /// ', which had been imposed after gunmen killed 30': how a thing came about that is spoken of.
  private func startOfPluperfect(before unit: Int, after cue: Int) -> Int? {
    guard
      let relative = (cue..<unit).last(where: {
        grammar.has($0, .relative) && grammar.isMark(0x2C, $0 - 1)
      }), grammar.isWord("had", relative + 1), unit - relative < 14,
      (relative..<unit).contains(where: { grammar.isWord("after", $0) })
    else { return nil }
    return relative
  }

  /// ', a day after a mine wounded five'.
  private func startOfSequel(before unit: Int, after cue: Int) -> Int? {
    (cue..<unit).last { index in
      grammar.isWord("after", index) && index > cue + 1 && grammar.has(index - 1, .timeUnit)
        && (index - 4..<index).contains { grammar.isMark(0x2C, $0) }
    }
  }
}
