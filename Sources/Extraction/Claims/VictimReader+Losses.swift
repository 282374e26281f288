internal import ClaimModel
internal import Lexicons

/// Whose losses a figure counts that names nobody itself.
extension VictimReader {
  /// 'the battalion' in 'the battalion suffered 30 casualties': those whose loss is told, where the
  /// figure names nobody.
  func bereft(of index: Int) -> Range<Int>? {
    let mention = grammar.mentions[index]
    guard let head = mention.head, isOutcomeNoun(head), mention.phrase.count == 1,
      mention.outcome == .casualties
    else { return nil }
    var verb = mention.unit - 1
    while verb > 0, grammar.isQuote(verb) || grammar.has(verb, .adverb) { verb -= 1 }
    guard verb > 0, grammar.has(verb, .suffering) else { return nil }
    return subject(of: verb)
  }

  /// 'total Russian' in 'total Russian casualties': the words before a noun for a toll, where they name
  /// a side.
  func nation(before trigger: Int) -> Range<Int>? {
    premodifiers(of: trigger).flatMap { $0.contains { units[$0].party >= 0 } ? $0 : nil }
  }

  /// 'Russian servicemen' in '215,000 dead and wounded Russian servicemen'.
  func peopleBehindStates(of mention: Mention) -> Range<Int>? {
    let first = mention.unit + 1
    guard mention.trigger == first, grammar.has(first + 1, .conjunction),
      grammar.has(first + 2, .outcome), let last = grammar.plainPhrase(at: first + 3),
      (first + 3..<last + 1).contains(where: {
        grammar.has($0, .person) && !grammar.has($0, .outcome)
      }),
      mention.number.first == 0 || !grammar.isVerb(last + 1)
    else { return nil }
    return first + 3..<last + 1
  }

  /// The people before a verb of suffering or losing; nil where no noun for people stands there.
  private func subject(of verb: Int) -> Range<Int>? {
    var last = grammar.startOfVerbGroup(endingAt: verb) - 1
    while last > 0, grammar.isQuote(last) || grammar.has(last, [.adverb, .have]) { last -= 1 }
    guard last >= 0, grammar.has(last, .person), !grammar.has(last, [.speaker, .outcome]) else {
      return nil
    }
    var first = last
    while first > 0,
      units[first - 1].isDemonym || units[first - 1].kind == .possessive
        || units[first - 1].isName || grammar.has(first - 1, .conflictSetting)
    {
      first -= 1
    }
    return first..<last + 1
  }

  /// 'the militia' in 'the militia lost 30 killed and 40 wounded', 'Rebel' in 'the Rebel losses at
  /// 9,000 dead or missing': who bore the loss of a number that stands alone.
  func owners(of index: Int) -> Range<Int>? {
    let mention = grammar.mentions[index]
    guard mention.head == nil,
      mention.rule == .subject || mention.rule == .list
        || mention.rule == .apposition || mention.rule == .toll || mention.rule == .ofNoun
    else { return nil }
    for unit in (0..<mention.unit).reversed() {
      if grammar.isMark(0x3B, unit), mention.rule != .list { return nil }
      let frames = grammar.senses(unit).map(\.frame)
      if frames.contains(.loss) || frames.contains(.event), !grammar.isCounted(unit) {
        return premodifiers(of: unit) ?? sufferers(behind: unit, before: mention.unit)
      }
      if frames.contains(.lose) || grammar.has(unit, .suffering) { return subject(of: unit) }
      // 'gave rebel casualties as three killed'
      if unit + 1 < mention.unit, grammar.has(unit, [.subordinator, .relative]),
        !grammar.has(unit, .preposition)
      {
        return nil
      }
    }
    return nil
  }

  /// 'French soldiers' in 'the death toll of French soldiers rose to 16'.
  func sufferers(behind trigger: Int, before unit: Int) -> Range<Int>? {
    guard
      grammar.isWord("of", trigger + 1) || grammar.isWord("among", trigger + 1)
        || grammar.isWord("for", trigger + 1),
      let last = grammar.plainPhrase(at: trigger + 2), last < unit
    else { return nil }
    let first = (trigger + 2..<last + 1).first { !grammar.has($0, .determiner) } ?? trigger + 2
    return (first..<last + 1).contains {
      grammar.has($0, .person)
    } ? first..<last + 1 : nil
  }

  /// 'Ukrainian' in 'Ukrainian losses', 'militant' in 'militant casualties'.
  func premodifiers(of trigger: Int) -> Range<Int>? {
    var first = trigger
    while first > 0, units[first - 1].isContent || units[first - 1].kind == .possessive,
      !grammar.isVerb(first - 1), !grammar.has(first - 1, .adverb)
    {
      first -= 1
    }
    // 'combined Azerbaijani and Armenian casualties'
    if first > 1, grammar.has(first - 1, .conjunction), units[first].isDemonym,
      units[first - 2].isDemonym
    {
      first -= 2
    }
    let range = first..<trigger
    return range.contains { units[$0].party >= 0 || grammar.has($0, [.person, .enemy]) }
      ? range : nil
  }
}
