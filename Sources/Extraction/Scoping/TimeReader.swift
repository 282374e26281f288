internal import ClaimModel
internal import Lexicons

/// When the people of a mention were hurt, as the sentence says.
struct Timing {
  /// The time words; nil for none.
  var words: Range<Int>?
  var from: PartialDate?
  var to: PartialDate?
  var scope: Scope
}

/// Reads the time words that scope a sentence's figures and resolves them against the document's
/// date.
struct TimeReader {
  private let grammar: SentenceGrammar
  private let phrases: [TimePhrase]
  /// The units of the phrases.
  private let isTime: [Bool]

  init(grammar: SentenceGrammar, published: PartialDate?) {
    self.grammar = grammar
    phrases = TimePhraseReader(grammar: grammar, published: published).phrases()
    isTime = phrases.marks(of: grammar.units.count)
  }

  /// The timing of a mention.
  func timing(of mention: Mention) -> Timing {
    guard let phrase = nearest(to: mention) else {
      if let day = dayOfTelling(before: mention) {
        return Timing(
          words: day.units, from: nil, to: day.span.to, scope: untimedScope(of: mention))
      }
      return Timing(words: nil, from: nil, to: nil, scope: untimedScope(of: mention))
    }
    return Timing(
      words: phrase.units, from: phrase.span.from, to: phrase.span.to,
      scope: scope(of: phrase, mention))
  }

  // MARK: The phrase

  /// 'On 4 February he had spoken of 45,100 dead': the day up to which was counted, where a count is
  /// told that somebody gave before.
  private func dayOfTelling(before mention: Mention) -> TimePhrase? {
    guard
      let cue = (0..<mention.unit).last(where: { spokenCue($0) != nil }),
      case let group = grammar.startOfVerbGroup(endingAt: cue),
      (group..<cue).contains(where: { grammar.isWord("had", $0) })
    else { return nil }
    return phrases.last { $0.extent == .day && $0.units.upperBound <= group }
  }

  private func nearest(to mention: Mention) -> TimePhrase? {
    let path = ScopePath(grammar: grammar, free: isTime, relativeCost: 60)
    var best: (cost: Int, phrase: TimePhrase)?
    for phrase in phrases where !phrase.units.contains(mention.unit) {
      let cost =
        path.cost(from: phrase.units, to: mention, isWide: phrase.extent != .day)
        + speechCost(phrase)
      guard cost < ScopePath.limit else { continue }
      if best.map({ cost < $0.cost }) ?? true { best = (cost, phrase) }
    }
    return best?.phrase
  }

  /// What it costs that a phrase tells when somebody spoke: 'officials said on Tuesday'.
  private func speechCost(_ phrase: TimePhrase) -> Int {
    let next = phrase.units.upperBound
    if next < grammar.units.count, grammar.units[next].kind == .possessive { return 0 }
    // 'officials said last month was deadly': the phrase is a subject.
    if grammar.has(next, .be) { return 0 }
    guard phrase.extent != .running, !isAttribute(phrase.units) else { return 0 }
    if let cue = cue(before: phrase.units.lowerBound) {
      return cue == .tally && isFigure(next) ? 8 : ScopePath.limit
    }
    var at = next
    while grammar.has(at, [.adverb, .have]) { at += 1 }
    if let cue = spokenCue(at), at > 0, !grammar.isMark(0x2C, at - 1) {
      return cue == .tally ? 8 : ScopePath.limit
    }
    return 0
  }

  /// 'the August 17 bombing': the phrase belongs to the noun behind it.
  private func isAttribute(_ phrase: Range<Int>) -> Bool {
    let next = phrase.upperBound
    return grammar.has(phrase.lowerBound - 1, .determiner) && next < grammar.units.count
      && grammar.units[next].isContent && grammar.units[next].quantity < 0
  }

  /// The cue that a phrase hangs on: it stands before it with no more than a hearer, a speaker or a
  /// paper between.
  private func cue(before start: Int) -> CueKind? {
    var at = start - 1
    var steps = 0
    while at >= 0, steps < 9 {
      let unit = grammar.units[at]
      if let cue = spokenCue(at) { return cue }
      if unit.kind == .mark, !(unit.mark == 0x2D && !unit.isSpaced) { return nil }
      if unit.quantity >= 0 || grammar.has(at, [.outcome, .be, .modal, .relative]) { return nil }
      if grammar.isVerb(at), grammar.has(at, [.verbPast, .verbS]), !grammar.has(at, .ambiguousVerb)
      {
        return nil
      }
      at -= 1
      steps += 1
    }
    return nil
  }

  private func spokenCue(_ index: Int) -> CueKind? {
    guard grammar.has(index, .cue), let cue = grammar.term(index)?.cue else { return nil }
    return cue == .none || cue == .according ? nil : cue
  }

  private func isFigure(_ index: Int) -> Bool {
    grammar.mention(at: index).map { grammar.mentions[$0].outcome != nil } ?? false
  }

  // MARK: The scope

  private func scope(of phrase: TimePhrase, _ mention: Mention) -> Scope {
    switch phrase.extent {
    case .running: return .cumulative
    case .period: return .period
    case .day: return mention.rule == .toll && !hasIncident ? .cumulative : .incident
    }
  }

  /// The scope of a figure that no time words scope.
  private func untimedScope(of mention: Mention) -> Scope {
    let hasCourse = isThere(.course)
    if hasIncident, !hasCourse { return .incident }
    if mention.rule == .toll || hasCourse && (isPerfect(mention) || isThere(.total)) {
      return .cumulative
    }
    return .unknown
  }

  /// Whether a toll stands in a sentence that tells of no time, no event and no war: 'the number of
  /// dead has risen to 33' counts on whatever the text is about.
  func isBareToll(_ mention: Mention) -> Bool {
    mention.rule == .toll && nearest(to: mention) == nil && !hasIncident && !isThere(.course)
      && !isThere(.total)
  }

  private var hasIncident: Bool { isThere(.incident) }

  private func isThere(_ word: TimeWord) -> Bool {
    grammar.tellsOf(word)
  }

  /// Whether the outcome stands in the perfect: 'have been killed'.
  private func isPerfect(_ mention: Mention) -> Bool {
    guard let trigger = mention.trigger, grammar.has(trigger, .verb) else { return false }
    let start = grammar.startOfVerbGroup(endingAt: trigger)
    return (start..<trigger + 1).contains { grammar.has($0, .have) }
  }
}
