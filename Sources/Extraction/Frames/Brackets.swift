internal import ClaimModel
internal import Lexicons

/// Numbers that stand in brackets behind what they count.
extension SentenceGrammar {
  /// The number in brackets right behind a noun: 'the most refugees (3.3 million)', 'the killing (40)
  /// and maiming (90) of children'.
  mutating func linkBrackets(_ outcome: Outcome, at noun: Int) {
    guard isMark(0x28, noun + 1), !isCounted(noun), let index = mention(at: noun + 2),
      isMark(0x29, mentions[index].end + 1)
    else { return }
    assign(index, outcome, trigger: noun, rule: .apposition)
  }

  /// Whether a bracket holds a name written out, with the noun behind it: 'one KRA (Kelen Royal Army)
  /// soldier'.
  func opensName(_ bracket: Int) -> Bool {
    guard
      let close = (bracket + 1..<min(bracket + 9, units.count)).first(where: { isMark(0x29, $0) }),
      close > bracket + 1, close + 1 < units.count
    else { return false }
    return (bracket + 1..<close).allSatisfy {
      units[$0].kind == .word && (units[$0].isCapital || !units[$0].isContent)
    } && units[bracket + 1].isCapital && units[close + 1].isContent && !readsAsVerb(close + 1)
  }

  /// Numbers in brackets behind names: 'deaths were in Nigeria (12), Ghana (four) and Togo (two)'.
  mutating func linkNamedBrackets() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .none
    {
      let unit = mentions[index].unit
      guard isMark(0x28, unit - 1), isMark(0x29, unit + 1), unit > 1,
        units[unit - 2].isCapital || isPeople(unit - 2) || has(unit - 3, .determiner)
      else {
        continue
      }
      if index > 0, mentions[index - 1].outcome != nil, mentions[index - 1].reason == nil,
        isMark(0x28, mentions[index - 1].unit - 1)
      {
        mentions[index].outcome = mentions[index - 1].outcome
        mentions[index].trigger = mentions[index - 1].trigger
        mentions[index].rule = .gapping
        mentions[index].antecedent = index - 1
      } else if let noun = (0..<unit).last(where: { !senses($0).isEmpty }), !isCounted(noun),
        let sense = senses(noun).first(where: {
          [.event, .people, .toll, .loss].contains($0.frame)
        })
      {
        assign(index, sense.outcome, trigger: noun, rule: .apposition)
      }
    }
  }

  /// Whether a unit stands in brackets.
  func isInBrackets(_ unit: Int) -> Bool {
    var at = unit - 1
    while at >= 0, unit - at < 12, !isMark(0x29, at) {
      if isMark(0x28, at) { return closingBracket(at).map { $0 > unit } ?? false }
      at -= 1
    }
    return false
  }

  /// The bracket that closes the one at a unit, within a few words; nil where there is none.
  func closingBracket(_ open: Int) -> Int? {
    (open..<min(open + 16, units.count)).first { isMark(0x29, $0) }
  }
}
