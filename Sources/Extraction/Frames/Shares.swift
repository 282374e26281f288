internal import ClaimModel
internal import Lexicons

/// The ways in which a figure shows that it is a share of one before, each with its own sign: 'four
/// seriously', 'one a child', 'with 943 due to hunger'.
extension SentenceGrammar {
  /// 'twelve were injured, four seriously': how badly some of them were.
  func isHowBadly(_ index: Int) -> Bool {
    let next = mentions[index].unit + 1
    return mentions[index].kind == .none && has(next, .wound) && has(next, .adverb)
      && endsPhrase(at: next + 1)
      && isMark(0x2C, mentions[index].unit - 1)
  }

  /// 'fourteen were injured; three are in a serious condition', 'with three in serious condition'.
  func isOfTheHurt(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.kind == .none || countsPlainPeople(index), mention.outcome == .injured,
      !isIncrement(index), let trigger = mention.trigger, has(trigger, .severity),
      let whole = mentions[..<index].last(where: { $0.outcome != nil && $0.reason == nil })
    else { return false }
    return whole.outcome == .injured && mention.number.high.isLess(than: whole.number.low)
  }

  /// ', one a child', ', five from one family': who some of those told right before are.
  func isOneOfThem(_ index: Int) -> Bool {
    let mention = mentions[index]
    // 'two of them nurses and one a clerk'
    if index > 0, mentions[index - 1].whole != nil, isToldWhoItIs(index),
      has(mention.unit - 1, .conjunction)
    {
      return true
    }
    guard index > 0, mention.kind == .none,
      isMark(0x2C, mention.unit - 1) || isDash(mention.unit - 1),
      mentions[index - 1].outcome != nil, mentions[index - 1].reason == nil,
      mention.number.high.isLess(than: mentions[index - 1].number.low)
    else { return false }
    let next = mention.end + 1
    // 'six rebels – three each from the north and the south'
    if isToldWhoItIs(index) || isWord("each", next) { return true }
    let told = max(mentions[index - 1].end, mentions[index - 1].trigger ?? 0)
    return isWord("from", next) && told == mention.unit - 2
      && (self.mention(at: next + 1) != nil || has(next + 1, .determiner)
        || units[min(next + 1, units.count - 1)].isCapital)
      && !(next..<units.count).contains { has($0, .conjunction) && self.mention(at: $0 + 1) != nil }
  }

  /// 'arresting 30 suspects, including five women, … and killing two': a share of people of whom no
  /// outcome is told.
  func isPartOfUntold(_ index: Int) -> Bool {
    guard index > 0, mentions[index].outcome == nil, mentions[index - 1].outcome == nil,
      mentions[index - 1].kind == .people, isWord("including", mentions[index].unit - 1)
    else { return false }
    let before = mentions[index].unit - 2
    return mentions[index - 1].end == (isMark(0x2C, before) ? before - 1 : before)
  }

  /// The noun of 'the injured included five others', and what it tells; nil where a figure counts it.
  func sufferersIncluding(_ index: Int) -> (unit: Int, outcome: Outcome)? {
    var at = mentions[index].unit - 1
    while has(at, [.determiner, .adverb]) { at -= 1 }
    guard has(at, .part), has(at, .verb), !has(at, .gerund), at > 1, !isCounted(at - 1),
      has(at - 2, .determiner),
      let sense = senses(at - 1).first(where: {
        [.people, .harm, .state].contains($0.frame) && $0.outcome != .casualties
      })
    else { return nil }
    return (at - 1, sense.outcome)
  }

  /// '3,500 have died, with 943 due to violence': how some of them died.
  func isWithCause(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard index > 0, mention.kind == .none, isWord("with", mention.unit - 1),
      mentions[index - 1].outcome != nil, mentions[index - 1].reason == nil,
      mention.number.high.isLess(than: mentions[index - 1].number.low)
    else { return false }
    let next = mention.end + 1
    if isWord("due to", next) || isWord("due", next) || isWord("because of", next)
      || isWord("from", next) || isWord("by", next)
    {
      return true
    }
    // 'Ninety people died, with 40 in Hesk alone'
    return isWord("in", next) && next + 1 < units.count
      && (units[next + 1].isCapital
        || (next..<min(next + 6, units.count)).contains { isWord("alone", $0) })
  }

  /// Whether a figure stands behind its whole turned round: 'Among the 13 killed were five children'.
  func isAmongWhole(_ index: Int) -> Bool {
    guard index > 0, isWord("among", 0), isPartitiveWhole(index - 1),
      mentions[index - 1].outcome != nil
    else { return false }
    return has(mentions[index].unit - 1, .be)
  }

  /// 'left 10 people dead: nine shoppers and a policeman': what they were.
  func isBehindColon(_ index: Int) -> Bool {
    guard index > 0, mentions[index].kind == .people, mentions[index].number.qualifier == .exact,
      let whole = mentions[..<index].last(where: { $0.outcome != nil && $0.reason == nil }),
      !whole.number.isZeroWord, whole.whole == nil,
      mentions[index].outcome == nil || mentions[index].outcome == whole.outcome,
      !whole.number.low.isLess(than: mentions[index].number.low), let trigger = whole.trigger
    else { return false }
    return isMark(0x3A, mentions[index].unit - 1)
      && max(trigger, whole.end) < mentions[index].unit - 1
  }

  /// '25,600 dead (6,000 from disease)': how many of them, and of what.
  func isBracketedShare(_ index: Int) -> Bool {
    guard mentions[index].kind == .none, isMark(0x28, mentions[index].unit - 1), index > 0,
      mentions[index - 1].outcome != nil,
      mentions[index].number.high.isLess(than: mentions[index - 1].number.low)
    else { return false }
    return has(mentions[index].end + 1, .preposition) && has(mentions[index].unit - 2, .outcome)
  }

  /// ', of whom three were children and 12 others were women': a second share with its own 'be'.
  func goesOnWithShares(_ index: Int) -> Bool {
    let joint = mentions[index].unit - 1
    guard index > 0, has(mentions[index].end + 1, .be), isRelativeShare(index - 1),
      !(mentions[index - 1].end..<joint).contains(where: { isMark(0x29, $0) })
    else { return false }
    return has(joint, .conjunction) || isWord("while", joint) || isMark(0x3B, joint)
  }

  /// 'of whom three', 'three of whom', or a share that goes on with one.
  private func isRelativeShare(_ index: Int) -> Bool {
    let unit = mentions[index].unit
    let word = isMark(0x2C, unit - 1) ? unit - 2 : unit - 1
    return has(word, .part) && has(word, .relative)
      || has(unit + 1, .part) && has(unit + 1, .relative) || goesOnWithShares(index)
      || isOpenedByWhole(index)
  }

  /// 'A girl was among the dead, as well as one fighter of the battalion'.
  mutating func linkBesides(behind noun: Int, _ outcome: Outcome) {
    var next = isMark(0x2C, noun + 1) ? noun + 2 : noun + 1
    guard isWord("as well as", next) || isWord("along with", next) || isWord("together with", next)
    else { return }
    next += 1
    guard let index = mention(at: next), mentions[index].kind == .people, !hasOwnTrigger(index)
    else { return }
    linkList(from: next, outcome, trigger: noun, rule: .part)
  }
}
