internal import ClaimModel
internal import Lexicons

/// Figures that stand behind 'of' as the whole of another: 'seven of the eight crew'.
extension SentenceGrammar {
  /// 'the 3,000' in 'half of the 3,000 invaders': of them only some suffered it.
  func isWholeOfFraction(_ index: Int) -> Bool {
    var at = mentions[index].unit - 1
    // 'most of Marawi's 200,000 residents'
    if at > 1, units[at].kind == .possessive {
      at -= 1
      while at > 0, units[at].isCapital, !has(at - 1, .fraction) { at -= 1 }
    }
    while at > 0, has(at, .determiner), !has(at, .fraction) { at -= 1 }
    if isWord("of", at) { at -= 1 }
    return has(at, .fraction)
  }

  /// 'the eight' in 'seven of the eight crew', 'one family' in '14 members of one family'.
  func isComplement(_ index: Int) -> Bool {
    guard index > 0, [nil, "ratio", "exception"].contains(mentions[index - 1].reason) else {
      return false
    }
    let previous = mentions[index - 1]
    var at = mentions[index].unit - 1
    while at > previous.unit, has(at, .determiner) { at -= 1 }
    // 'the ferry's' in '76 of the ferry's 118 passengers'
    if at > previous.unit, units[at].kind == .possessive {
      at -= 1
      while at > previous.unit, units[at].isContent || has(at, .determiner) { at -= 1 }
    }
    guard isWord("of", at) else { return false }
    if isWord("out", at - 1) { at -= 1 }
    return at - 1 <= max(previous.unit, previous.head ?? 0)
  }

  /// 'Of the 40 passengers, 22 were injured': the whole that a part is taken from.
  func isPartitiveWhole(_ index: Int) -> Bool {
    var at = mentions[index].unit - 1
    while at >= 0, has(at, .determiner) { at -= 1 }
    if at == 0, isWord("of these", 0) || isWord("of those", 0) {
      // 'Of these seventy were killed' counts some of them.
      return !has(mentions[index].end + 1, .be)
    }
    guard isWord("of", at) || isWord("among", at) else { return false }
    if isWord("of", at), isWord("out", at - 1) { at -= 1 }
    // 'Of a squad of thirty men, 26 were killed'
    if isWord("of", at), at == 3, isWord("of", 0), has(1, .determiner), has(2, .person) {
      at = 0
    }
    return at == 0 || units[at - 1].kind == .mark || isWord("that", at - 1)
  }

  /// 'confirmed dead', 'believed to have been killed', 'of whom 12 were identified': a verb that only
  /// reports what befell people.
  func reportsOutcome(_ verb: Int) -> Bool {
    // 'these deaths, of which 28 were blamed on the militia'
    if has(verb, [.recording, .listing, .ascribing]) || term(verb)?.cue == .tally { return true }
    guard has(verb, .reporting) else { return false }
    var next = verb + 1
    while isWord("to", next) || isWord("as", next) || has(next, [.be, .have]) { next += 1 }
    return has(next, .outcome)
  }

  /// 'eleven others belonging to one family': what the figure's people belong to.
  func isBelongedTo(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].reason == nil else { return false }
    let to = mentions[index].unit - 1
    return isWord("to", to) && has(to - 1, .belonging) && to - 2 <= mentions[index - 1].end + 1
  }
}
