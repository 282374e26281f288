internal import ClaimModel
internal import Lexicons

/// Sums that stand behind what they are made of: '31 killed, 90 wounded and 4 missing, a total of
/// 125'.
extension SentenceGrammar {
  /// Ties a total to the figures before it that add up to it; those are its parts.
  mutating func linkTotals() {
    for index in mentions.indices.dropFirst()
    where mentions[index].reason == nil && mentions[index].kind != .thing && isTotal(index) {
      // '14 deaths, for a total of 212'
      if mentions[index].outcome == nil, mentions[index].kind == .none,
        isWord("for", mentions[index].unit - 1), mentions[index - 1].outcome != nil
      {
        mentions[index].outcome = mentions[index - 1].outcome
        mentions[index].trigger = mentions[index - 1].trigger
        mentions[index].rule = .toll
        continue
      }
      // 'making a total of 80,000', 'give a total of at least 600,000'
      if mentions[index].outcome == nil, mentions[index].kind == .none,
        mentions[index - 1].reason == nil, let outcome = mentions[index - 1].outcome,
        has(mentions[index].unit - 1, .adding)
      {
        mentions[index].outcome = outcome
        mentions[index].trigger = mentions[index - 1].trigger
        mentions[index].rule = .toll
        continue
      }
      guard let total = mentions[index].number.low.whole,
        let parts = addendsBefore(index, total: total), let first = mentions[parts[0]].outcome
      else {
        settleTotal(index)
        continue
      }
      let isOneOutcome = parts.allSatisfy { mentions[$0].outcome == first }
      mentions[index].outcome = isOneOutcome ? first : .casualties
      mentions[index].trigger = mentions[parts[0]].trigger
      mentions[index].rule = .apposition
      mentions[index].whole = nil
      for part in parts { mentions[part].whole = index }
    }
  }

  /// '90,000 were killed, out of a total casualty count of 300,000': what was told before is a part.
  mutating func linkOutOfTotals() {
    for index in mentions.indices.dropFirst()
    where mentions[index].outcome != nil && mentions[index].reason == nil {
      let unit = mentions[index].unit
      guard mentions[index - 1].outcome != nil, mentions[index - 1].whole == nil,
        mentions[index - 1].reason == nil,
        let out = (mentions[index - 1].end..<unit).last(where: { isWord("out", $0) }),
        isWord("of", out + 1), unit - out < 9,
        mentions[index - 1].outcome == mentions[index].outcome
          || mentions[index].outcome == .casualties,
        mentions[index - 1].number.low.isLess(than: mentions[index].number.high)
      else { continue }
      mentions[index - 1].whole = index
    }
  }

  /// 'killed …, wounded …, missing …; total, 8 officers and 349 men': of all that was told.
  private mutating func settleTotal(_ index: Int) {
    guard mentions[index].rule == .coordination || mentions[index].rule == .gapping,
      isWord("total", mentions[index].unit - 2) || isWord("total", mentions[index].unit - 1),
      Set(mentions[..<index].filter { $0.reason == nil }.compactMap(\.outcome)).count > 1
    else { return }
    let told = mentions[index].outcome
    for next in mentions.indices[index...] where mentions[next].outcome == told {
      mentions[next].outcome = .casualties
      mentions[next].whole = nil
    }
  }

  /// The mentions with an outcome right before one whose sum it is; nil where they do not add up.
  ///
  /// Where one of them is no exact number, or the total is not, they may miss it by a fiftieth.
  private func addendsBefore(_ index: Int, total: Int) -> [Int]? {
    var sum = 0
    var parts: [Int] = []
    var isExact = mentions[index].number.qualifier == .exact
    for other in mentions.indices[..<index].reversed() {
      let mention = mentions[other]
      if mention.reason != nil || mention.whole != nil { continue }
      guard mention.outcome != nil, let value = mention.number.low.whole, value > 0,
        mention.number.qualifier != .indefinite, mention.number.qualifier != .range
      else { return nil }
      if mention.number.qualifier != .exact { isExact = false }
      sum += value
      parts.append(other)
      let misses = abs(sum - total)
      if parts.count > 1, misses == 0 || !isExact && misses <= total / 50 {
        return parts.reversed()
      }
      if sum > total { return nil }
    }
    return nil
  }

  /// Whether a number is said to be a total: 'a total of 125', 'total, 121', 'in all 960'.
  func isTotal(_ index: Int) -> Bool {
    let number = mentions[index].unit
    let words =
      text.isWord(
        "a total of", units[number].first, min(units[number].first + 2, units[number].last))
      || text.isWord(
        "a total of about", units[number].first, min(units[number].first + 3, units[number].last))
    if words {
      return isMark(0x2C, number - 1) || has(number - 1, .conjunction) || isDash(number - 1)
        || isMark(0x28, number - 1) || isWord("for", number - 1) || has(number - 1, .adding)
    }
    // 'making a total loss of 92'
    if isWord("of", number - 1), number > 3,
      let loss = senses(number - 2).first(where: { $0.frame == .loss || $0.frame == .event }),
      loss.outcome == .casualties, isWord("total", number - 3) || isWord("aggregate", number - 3)
    {
      return true
    }
    for at in [mentions[index].end + 1, number - 1, number - 2] {
      if isWord("aggregate", at) || isWord("total", at) || isWord("altogether", at)
        || isWord("in all", at)
        || isWord("all told", at) || isWord("in total", at)
      {
        return true
      }
    }
    return false
  }
}
