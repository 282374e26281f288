internal import ClaimModel
internal import Lexicons

/// Figures that 'among' makes shares of those who suffered.
extension SentenceGrammar {
  /// '12 children are among the dead', 'among those killed were 3 women'.
  mutating func linkAmong(_ outcome: Outcome, at noun: Int) {
    var index = noun - 1
    // 'among the 90 dead', 'among at least 90 people killed'
    let counted = mentions.firstIndex {
      $0.reason == nil && ($0.phrase.contains(noun) || $0.end == endOfCounted(before: noun))
    }
    if let counted { index = mentions[counted].unit - 1 }
    while index >= 0, noun - index < 9, has(index, .determiner) { index -= 1 }
    if isWord("among those", noun - 1) { index = noun - 1 }
    guard isWord("among", index) || isWord("amongst", index) || isWord("among those", index) else {
      return
    }
    if let counted {
      linkShares(before: index, of: counted, outcome, trigger: noun)
      return
    }
    let isOpening = index == 0 || isMark(0x2C, index - 1)
    if isOpening || isWord("were", noun + 1) || isWord("was", noun + 1) || isWord("are", noun + 1) {
      var next = noun + 1
      // 'Among those killed in the strikes overnight were two children'
      if isOpening, has(next, .preposition), let verb = beBehindPlace(next) { next = verb }
      while next < units.count, next < noun + 12, has(next, [.be, .have, .adverb]) { next += 1 }
      if next > noun + 1 {
        linkList(from: next, outcome, trigger: noun, rule: .part)
        for index in mentions.indices
        where mentions[index].trigger == noun && mentions[index].rule == .coordination {
          mentions[index].rule = .part
        }
      }
      return
    }
    linkBesides(behind: noun, outcome)
    guard var subject = subject(before: startOfVerbGroup(endingAt: index)) else { return }
    assign(subject, outcome, trigger: noun, rule: .part)
    while let previous = coordinatedBefore(subject) {
      assign(previous, outcome, trigger: noun, rule: .part)
      subject = previous
    }
  }

  /// 'Thirty children were among the 90 dead', 'Two soldiers among nine dead in clash'.
  private mutating func linkShares(
    before among: Int, of whole: Int, _ outcome: Outcome, trigger: Int
  ) {
    guard among > 0, var part = shareBefore(among), part < whole else { return }
    assign(whole, outcome, trigger: trigger, rule: .noun)
    while true {
      assign(part, outcome, trigger: trigger, rule: .part)
      guard mentions[part].outcome == outcome,
        !mentions[whole].number.high.isLess(than: mentions[part].number.low)
      else { return }
      mentions[part].whole = whole
      guard let previous = coordinatedBefore(part) else { return }
      part = previous
    }
  }

  /// The mention that is said to be 'among' others: the subject of 'were among' or what stands right
  /// before the word.
  private func shareBefore(_ among: Int) -> Int? {
    if let index = mentions.firstIndex(where: { $0.end == among - 1 }),
      mentions[index].reason == nil, mentions[index].kind == .people
    {
      return index
    }
    let group = startOfVerbGroup(endingAt: among)
    guard group < among else { return nil }
    // 'the bodies of three children were among the six bodies'
    if let index = mentions.firstIndex(where: { $0.end == group - 1 }),
      mentions[index].outcome != nil, mentions[index].reason == nil
    {
      return index
    }
    return subject(before: group)
  }
}
