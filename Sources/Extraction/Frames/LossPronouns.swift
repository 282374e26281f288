internal import ClaimModel
internal import Lexicons

/// Losses that a word only points to: 'the enemy's loss at 9,000 and his own at 3,500', 'our loss was
/// 39; that of the enemy could not have been less than 200'.
extension SentenceGrammar {
  /// Ties the numbers of such words to the outcome of the loss told before.
  mutating func linkLossPronouns() {
    for unit in units.indices where standsForLoss(unit) {
      guard let told = lossBefore(unit) else { continue }
      linkPredicateNumber(told, of: unit)
    }
  }

  /// 'combat losses are: personnel – about 23,500, tanks – 1,048': people behind a label of their own.
  mutating func linkLabels() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].kind == .none
      && mentions[index].reason == nil
    {
      let mark = mentions[index].unit - 1
      guard isDash(mark) || isMark(0x3A, mark), mark > 0, isPeople(mark - 1),
        mark < 2 || units[mark - 2].kind == .mark || has(mark - 2, .conjunction),
        let told = lossBefore(mark - 1)
      else { continue }
      assign(index, told, trigger: mark - 1, rule: .list)
    }
  }

  /// 'inflicted 3,000 casualties while suffering 400': a bare number behind a verb of suffering.
  mutating func linkSuffered() {
    for index in mentions.indices.dropFirst()
    where mentions[index].outcome == nil && mentions[index].kind == .none
      && mentions[index].reason == nil && has(mentions[index].unit - 1, .suffering)
    {
      let behind = mentions[index].end + 1
      guard endsPhrase(at: behind) || has(behind, .preposition),
        let previous = mentions[..<index].last(where: { $0.outcome != nil && $0.reason == nil }),
        previous.outcome == .casualties, previous.rule == .noun || previous.rule == .object
      else { continue }
      assign(index, .casualties, trigger: mentions[index].unit - 1, rule: .object)
    }
  }

  /// Whether a word may stand for a loss: 'own' behind a possessive, 'theirs', 'that of', 'that on'.
  private func standsForLoss(_ unit: Int) -> Bool {
    if isWord("own", unit) {
      return has(unit - 1, .determiner) || unit > 0 && units[unit - 1].kind == .possessive
    }
    if isWord("theirs", unit) || isWord("ours", unit) { return true }
    return (isWord("that", unit) || isWord("those", unit))
      && (isWord("of", unit + 1) || isWord("on", unit + 1) || isWord("in", unit + 1))
      && (unit == 0 || units[unit - 1].kind == .mark
        || has(unit - 1, [.conjunction, .subordinator]))
  }

  /// The outcome of the count that a word before one told; nil where the last figure is no loss.
  private func lossBefore(_ unit: Int) -> Outcome? {
    for noun in (0..<unit).reversed() where !isCounted(noun) {
      guard
        let sense = senses(noun).first(where: {
          $0.frame == .loss || $0.frame == .toll || $0.frame == .event
        })
      else { continue }
      return combined(sense.outcome, at: noun)
    }
    return nil
  }
}
