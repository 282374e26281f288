internal import Lexicons

/// How far a phrase of time or place stands from a figure, in grammar rather than in words.
///
/// Every unit between the two costs something, and what starts another clause or another's speech
/// costs much; the phrase of the smallest cost scopes the figure, if it is not too far.
struct ScopePath {
  let grammar: SentenceGrammar
  /// Units that cost nothing: phrases of time between a phrase and the figure.
  let free: [Bool]

  /// What a relative clause costs behind the figure: a place may stand in it, a time hardly.
  let relativeCost: Int

  /// A cost that no phrase that scopes the figure reaches.
  static let limit = 48

  /// The cost between a phrase and a mention, by its number or by its outcome word.
  func cost(from phrase: Range<Int>, to mention: Mention, isWide: Bool = false) -> Int {
    let trigger = mention.trigger.map { $0..<$0 + 1 }
    var best = cost(
      phrase, mention.number.first..<max(mention.end, mention.number.last) + 1, trigger)
    if let trigger {
      best = min(best, cost(phrase, trigger, trigger) + sharing(mention))
    }
    // 'In March, …', 'Since 2022 – …': what opens the sentence scopes all of it.
    if phrase.lowerBound == 0, mention.unit > 0 {
      let isSetApart = grammar.isMark(0x2C, phrase.upperBound) || grammar.isDash(phrase.upperBound)
      best = min(best, isWide ? 20 : isSetApart ? max(8, best / 2) : best)
    }
    return best + hanging(phrase, mention)
  }

  /// What it costs to reach a figure by an outcome word that stands nearer to another figure.
  private func sharing(_ mention: Mention) -> Int {
    guard let trigger = mention.trigger else { return 0 }
    let own = abs(mention.unit - trigger)
    let isShared = grammar.mentions.contains {
      $0.trigger == trigger && $0.unit != mention.unit && abs($0.unit - trigger) < own
    }
    return isShared ? 6 : 0
  }

  private func cost(_ phrase: Range<Int>, _ anchor: Range<Int>, _ trigger: Range<Int>?) -> Int {
    if phrase.overlaps(anchor) { return 0 }
    let isBefore = phrase.upperBound <= anchor.lowerBound
    let between =
      isBefore ? phrase.upperBound..<anchor.lowerBound : anchor.upperBound..<phrase.lowerBound
    let group = trigger.map { grammar.startOfVerbGroup(endingAt: $0.lowerBound) } ?? 0
    var cost = 0
    var words = 0
    var isTold = false
    for index in between where !free[index] {
      let isOwn = trigger.map { index >= group && index <= $0.lowerBound } ?? false
      let step = isOwn ? 0 : step(index, isBefore: isBefore, isTold: &isTold)
      if step == 1 { words += 1 } else { cost += step }
    }
    return cost + min(words, 12)
  }

  private func step(_ index: Int, isBefore: Bool, isTold: inout Bool) -> Int {
    let unit = grammar.units[index]
    if unit.kind == .mark {
      switch unit.mark {
      case 0x3B: return 20
      case 0x3A: return 20
      case 0x2C: return isBefore ? 6 : 3
      case 0x28, 0x29: return 5
      default: return grammar.isDash(index) ? 4 : 0
      }
    }
    guard unit.kind == .word, unit.quantity < 0 else { return 1 }
    if let cue = grammar.term(index)?.cue, cue != .none, isFinite(index) {
      return cue == .according ? 10 : isAside(index) ? 6 : 40
    }
    if grammar.has(index, .relative), !grammar.isWord("that", index) || !isDemonstrative(index) {
      if grammar.has(index, .subordinator) || isEvent(before: index) {
        isTold = true
        return 3
      }
      return isBefore ? 8 : relativeCost
    }
    if grammar.has(index, .subordinator) {
      if grammar.has(index, .preposition), !startsClause(index) { return 2 }
      isTold = true
      return isContrast(index) ? 15 : 4
    }
    if isFinite(index) { return isTold ? 1 : 12 }
    if grammar.has(index, .conjunction) { return 3 }
    return 1
  }

  /// Whether a cue stands beside the clause: ', saying', ', officials said,', 'an alleged strike'.
  private func isAside(_ index: Int) -> Bool {
    if grammar.has(index, .gerund) || grammar.has(index - 1, .determiner) { return true }
    return grammar.isMark(0x2C, index + 1) || grammar.isMark(0x2C, index - 1)
  }

  private func isContrast(_ index: Int) -> Bool {
    grammar.isWord("while", index) || grammar.isWord("whereas", index)
      || grammar.isWord("although", index) || grammar.isWord("though", index)
  }

  private func isDemonstrative(_ index: Int) -> Bool {
    index == 0 || grammar.has(index - 1, [.preposition, .cue, .conjunction])
  }

  /// Whether a word of 'after' and the like has a clause behind it, with a verb of its own.
  private func startsClause(_ index: Int) -> Bool {
    var at = index + 1
    while at < grammar.units.count, at < index + 10, grammar.units[at].kind != .mark {
      if isFinite(at) { return true }
      at += 1
    }
    return false
  }

  /// Whether a unit is a verb that makes a clause.
  private func isFinite(_ index: Int) -> Bool {
    if grammar.has(index, [.be, .have, .modal]) { return !grammar.has(index, .gerund) }
    guard grammar.isVerb(index), grammar.has(index, [.verbPast, .verbS, .cue]) else { return false }
    return !grammar.has(index, .ambiguousVerb) || grammar.has(index, .verbPast)
  }

  /// Whether the noun before a relative names an event: its time and place are the figure's.
  private func isEvent(before index: Int) -> Bool {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 5 {
      if !free[at] {
        let time = grammar.units[at].quantity < 0 ? grammar.term(at)?.time : nil
        if time == .incident || time == .course { return true }
        if grammar.isVerb(at), isFinite(at) { return false }
        steps += 1
      }
      at -= 1
    }
    return false
  }

  /// What it costs that a phrase before a figure hangs on a relative clause of somebody else: 'the
  /// soldiers who came on Monday were killed'.
  private func hanging(_ phrase: Range<Int>, _ mention: Mention) -> Int {
    let anchor = max(mention.trigger ?? mention.unit, mention.unit)
    guard phrase.lowerBound < anchor else { return 0 }
    var at = phrase.lowerBound - 1
    var verb: Int?
    while at >= 0 {
      if grammar.units[at].kind == .mark, !grammar.isQuote(at), !grammar.isMark(0x2D, at) {
        return 0
      }
      if at == mention.trigger { return 0 }
      if grammar.has(at, .relative), !grammar.has(at, .subordinator) {
        guard verb != nil else { return 0 }
        return isEvent(before: at) || grammar.has(at - 1, .cue) ? 0 : 60
      }
      if isFinite(at) { verb = at }
      at -= 1
    }
    return 0
  }
}
