internal import ClaimModel
internal import Lexicons

/// Words for the state that people are in, which stand behind them: '12 dead', '12 are missing'.
extension SentenceGrammar {
  /// 'were swept away by the river and are still missing': they are not known to be dead.
  private mutating func settleSwept(before state: Int) -> Bool {
    let group = startOfVerbGroup(endingAt: state)
    guard has(group - 1, .conjunction), has(group, [.be, .copula]),
      let index = mentions.lastIndex(where: { $0.unit < group && $0.outcome == .killed }),
      let verb = mentions[index].trigger, verb > mentions[index].end, verb < group,
      senses(verb).allSatisfy({ $0.frame == .remove })
    else { return false }
    mentions[index].outcome = .missing
    mentions[index].trigger = state
    return true
  }

  /// '12 are missing', '12 dead', 'with 12 people feared dead'.
  mutating func linkState(_ outcome: Outcome, at state: Int) {
    let next = state + 1
    // 'the dead', 'the missing plane', 'injured people'.
    if has(state - 1, .determiner), !has(state - 1, .relative), !isWord("either", state - 1) {
      return
    }
    // 'with injuries of 30', 'with injuries up to 900'
    if text.isWord("with", units[state].first, units[state].first),
      mention(at: next) != nil || isWord("of", next)
    {
      return
    }
    if outcome == .missing, isShutIn(at: state) { return }
    // 'the war has internally displaced 3 million people'
    if has(state - 1, .have), mention(at: next) != nil {
      linkList(from: next, outcome, trigger: state, rule: .object)
      return
    }
    // 'sentenced five supporters to death'
    if isWord("to death", state),
      units[..<state].contains(where: { $0.classes.contains(.sentencing) })
    {
      return
    }
    if next < units.count, units[next].isContent, !has(next, [.adverb, .outcome, .weekday, .day]),
      !isVerb(next), !isMark(0x2C, next), isPeople(next),
      // 'had become internally displaced persons'
      outcome != .displaced || !has(state - 1, [.be, .copula])
    {
      return
    }
    // 'the prisoner exchange', 'the hostage crisis'
    if outcome == .captured, has(state, .person), !has(state, .plural), next < units.count,
      units[next].isContent, !isVerb(next) || has(next, .ambiguousVerb),
      !has(next, [.adverb, .weekday, .day])
    {
      return
    }
    // 'Killed in action: 12', 'Confirmed dead 12, homeless 400'
    if isMark(0x3A, next) || isEntry(state) {
      if let index = mention(at: next + 1), !hasOwnTrigger(index) {
        linkList(from: next + 1, combined(outcome, at: state), trigger: state, rule: .list)
        return
      }
    } else if let index = mention(at: next), mentions[index].kind == .none,
      state == 0 || units[state - 1].kind == .mark || has(state - 1, .reporting) && state == 1
        || has(state - 1, .conjunction)
          && mentions.contains(where: { $0.unit < state && $0.outcome != nil }),
      endsPhrase(at: next + 1)
    {
      assign(index, outcome, trigger: state, rule: .list)
      return
    }
    // 'they remain prisoners': a noun is a state only behind 'be' or its like.
    if has(state, .plural), has(state, .person), !has(state - 1, [.be, .copula, .adverb]) {
      return
    }
    // 'two of the injured later died': the state only names whom they are of.
    if mentions.contains(where: {
      isWord("of", $0.unit + 1) && $0.unit < state && state <= $0.end && $0.reason == nil
    }) {
      return
    }
    let outcome = combined(outcome, at: state)
    if outcome == .missing, settleSwept(before: state) { return }
    // 'Still missing are two divers'
    if has(next, .be), (0..<state).allSatisfy({ has($0, .adverb) || isQuote($0) }) {
      linkList(from: next + 1, outcome, trigger: state, rule: .subject)
      return
    }
    // 'were removed dead from the rubble', 'were brought out dead'
    var verb = state - 1
    if isWord("out", verb) || isWord("up", verb) { verb -= 1 }
    if outcome == .killed, verb > 0, has(verb, .participle), !has(verb, [.outcome, .reporting]),
      startOfVerbGroup(endingAt: verb) < verb, voice(ofVerb: verb) == .passive
    {
      linkSubject(of: verb, outcome, rule: .idiom)
      return
    }
    // 'Several dozen men raided the town, shooting nine people dead': the nine, and no others.
    if mentions.contains(where: { $0.end + 1 == state && $0.outcome == outcome }) { return }
    linkSubject(of: state, outcome, rule: .subject)
  }
}
