internal import ClaimModel
internal import Lexicons

/// Sums and their shares: '600: 100 killed, 450 wounded, and 50 missing', 'Ruvania 30, Old Sarn 15'.
extension SentenceGrammar {
  /// Ties the addends of a figure to it where they stand right behind it and add up to it.
  ///
  /// That they add up is what tells them: a figure without an outcome gets one from its addends, an
  /// addend without one gets that of the sum.
  mutating func linkAddends() {
    for whole in mentions.indices where canBeSum(whole) {
      guard let parts = addends(of: whole), isSetApart(parts[0], from: whole) else { continue }
      let told = parts.compactMap { mentions[$0].outcome }
      if mentions[whole].outcome == nil {
        guard told.count == parts.count, opensList(behind: whole), let first = told.first else {
          continue
        }
        mentions[whole].outcome = told.allSatisfy { $0 == first } ? first : .casualties
        mentions[whole].trigger = mentions[parts[0]].trigger
        mentions[whole].rule = .apposition
      }
      guard let outcome = mentions[whole].outcome else { continue }
      guard told.allSatisfy({ $0 == outcome || outcome == .casualties }),
        parts.allSatisfy({ mentions[$0].outcome != nil || !hasFateOfItsOwn($0) })
      else { continue }
      for part in parts {
        if mentions[part].outcome == nil {
          mentions[part].outcome = outcome
          mentions[part].trigger = mentions[whole].trigger
          mentions[part].rule = mentions[part].head == nil ? .gapping : .coordination
          mentions[part].reason = nil
          if mentions[part].head == nil { mentions[part].antecedent = whole }
        }
        mentions[part].whole = mentions[part].whole ?? whole
      }
    }
  }

  private func canBeSum(_ index: Int) -> Bool {
    let mention = mentions[index]
    return mention.reason == nil && mention.kind != .thing
      && mention.number.qualifier != .indefinite && mention.number.qualifier != .range
      && !mention.number.isZeroWord && (mention.number.low.whole ?? 0) > 2
      && (mention.whole == nil || mention.outcome != nil)
  }

  /// The mentions behind one that add up to it; nil where none do.
  private func addends(of whole: Int) -> [Int]? {
    guard let total = mentions[whole].number.low.whole else { return nil }
    var sum = 0
    var parts: [Int] = []
    for index in mentions.index(after: whole)..<mentions.endIndex {
      let mention = mentions[index]
      if mention.reason == "name", !isNamedShare(index) { continue }
      if let reason = mention.reason, reason != "name" { continue }
      guard mention.number.qualifier == .exact, let value = mention.number.low.whole, value > 0,
        mention.kind != .thing, mention.unit - mentions[whole].unit < 60
      else { return nil }
      sum += value
      parts.append(index)
      if sum == total { return parts.count > 1 ? parts : nil }
      if sum > total { return nil }
    }
    return nil
  }

  /// Whether a mark says that what follows is what a figure is made of: 'six in the north and four in
  /// the south' behind 'ten' is no chance where a colon stands between.
  private func isSetApart(_ part: Int, from whole: Int) -> Bool {
    if isPartitiveWhole(whole) { return true }
    // '13 people, eight men and five women, were killed'
    if isMark(0x2C, mentions[whole].end + 1), mentions[part].unit == mentions[whole].end + 2 {
      return true
    }
    // 'were handed over, 60 from the north, 20 from the coast and 10 from the south'
    if isMark(0x2C, mentions[part].unit - 1), mentions[part].kind == .none,
      has(mentions[part].end + 1, .preposition), mentions[whole].outcome != nil,
      !(mentions[whole].end..<mentions[part].unit).contains(where: {
        word(of: $0) == word(of: mentions[part].end + 1)
      })
    {
      return true
    }
    // 'killed seven Kurds on Monday, six shot dead at a post and one slain in the south'
    if isMark(0x2C, mentions[part].unit - 1), mentions[part].kind == .none,
      mentions[part].trigger.map({ $0 > mentions[part].end }) ?? false, hasOwnTrigger(part)
    {
      return true
    }
    return (mentions[whole].unit + 1..<mentions[part].unit).contains {
      isMark(0x28, $0) || isMark(0x3A, $0) || isDash($0) || has($0, .part) || isWord("with", $0)
    }
  }

  /// Whether a bracket or a colon opens right behind a mention: what follows says what it is made of.
  private func opensList(behind index: Int) -> Bool {
    let next = mentions[index].end + 1
    return isMark(0x28, next) || isMark(0x3A, next)
  }

  /// Gives the shares of a list of names the outcome of the figure before: 'the coast reported 40,
  /// Ruvania 30, Old Sarn 15'.
  mutating func spreadToNamedShares() {
    for index in mentions.indices.dropFirst() where mentions[index].outcome == nil {
      guard mentions[index].reason == nil || mentions[index].reason == "name",
        mentions[index].kind == .none,
        isNamedShare(index), mentions[index - 1].reason == nil,
        mentions[index - 1].outcome != nil, !mentions[index - 1].number.isZeroWord
      else { continue }
      mentions[index].reason = nil
      mentions[index].outcome = mentions[index - 1].outcome
      mentions[index].trigger = mentions[index - 1].trigger
      mentions[index].rule = .gapping
      mentions[index].whole = mentions[index - 1].whole
      mentions[index].antecedent = index - 1
    }
    linkShares()
  }

  /// 'of 95 deaths, the coast reported 40, Ruvania 30': what is counted behind 'of' is the whole.
  private mutating func linkShares() {
    for whole in mentions.indices
    where mentions[whole].outcome != nil && mentions[whole].reason == nil
      && isPartitiveWhole(whole)
    {
      // 'of the 1,900 deaths, 1,500 were in the north, some 300 in the hills'
      for index in mentions.indices.dropFirst(whole + 1)
      where mentions[index].outcome == nil && mentions[index].kind == .none
        && mentions[index].reason == nil && !hasFateOfItsOwn(index)
        && (isMark(0x2C, mentions[index].unit - 1) || has(mentions[index].unit - 1, .conjunction))
      {
        mentions[index].outcome = mentions[whole].outcome
        mentions[index].trigger = mentions[whole].trigger
        mentions[index].rule = .part
        mentions[index].antecedent = whole
      }
      for index in mentions.indices.dropFirst(whole + 1)
      where mentions[index].whole == nil && mentions[index].reason == nil
        && (mentions[index].outcome == mentions[whole].outcome
          || mentions[whole].outcome == .casualties && mentions[index].outcome != nil)
      {
        let low = mentions[index].number.low
        guard low.isLess(than: mentions[whole].number.high) else { break }
        mentions[index].whole = whole
      }
    }
  }

  /// Whether between a mention and the one before it stand only a joint and a name: ', Old Sarn 15',
  /// ' and the islands 10', ', Khyber (KP) 303'.
  private func isNamedShare(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    var at = mentions[index].unit - 1
    var names = 0
    if isMark(0x29, at) {
      guard isMark(0x28, at - 2) else { return false }
      at -= 3
    }
    let first = mentions[index - 1].end + 1
    while at > first, units[at].kind == .word, !isJoint(at) || isInName(at) {
      if units[at].isCapital { names += 1 }
      guard
        !has(at, .outcome),
        units[at].isCapital || has(at, [.determiner, .preposition]) || isInName(at)
          || has(at - 1, .determiner)
      else { return false }
      if has(at - 1, .determiner), !units[at].isCapital { names += 1 }
      at -= 1
    }
    // A hyphen inside the name: 'Gilgit-Baltistan'.
    while at > first, isMark(0x2D, at), !units[at].isSpaced, units[at - 1].kind == .word {
      at -= 2
    }
    guard names > 0, at >= first else { return false }
    var joint = at
    while joint > first, isJoint(joint) { joint -= 1 }
    return isJoint(at) && (joint == first || isJoint(joint) && joint == first)
      && !isWord("or", at)
  }

  /// Whether 'and' or 'of' stands between two capitalised words: 'Jammu and Kashmir'.
  private func isInName(_ index: Int) -> Bool {
    index > 0 && index + 1 < units.count && isWord("and", index) && units[index - 1].isCapital
      && units[index + 1].isCapital && units[index - 1].kind == .word
  }
}
