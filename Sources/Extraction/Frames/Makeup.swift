internal import ClaimModel
internal import Lexicons

/// Who the people of a figure are, told one after the other, also where no number counts them:
/// 'seven people: a woman, two children and four policemen', 'three people, a father and his two
/// sons, were killed'.
extension SentenceGrammar {
  /// The members told behind a figure.
  private struct Makeup {
    /// The mentions among them.
    var parts: [Int] = []
    /// How many people they are together.
    var sum = 0
    /// How many members there are, with those that no number counts.
    var members = 0
  }

  /// Makes the members of a figure its parts.
  ///
  /// Behind a colon, a dash or a bracket no more is asked than that they are not more than the
  /// figure; behind a comma they must be as many.
  mutating func linkMakeups() {
    for whole in mentions.indices where isFigureOfMembers(whole) {
      guard let outcome = mentions[whole].outcome, let total = mentions[whole].number.high.whole,
        let opener = openerOfMakeup(behind: whole), let made = makeup(behind: opener)
      else { continue }
      let isOpen = !isMark(0x2C, opener)
      // 'over 90,000 dead: 60,866 of one side and 29,155 of the other'
      let most = mentions[whole].number.qualifier == .exact ? total : total + total / 20
      guard isOpen ? made.sum <= most : made.sum == total && made.members > 1,
        made.parts.allSatisfy({
          mentions[$0].outcome == nil && !hasFateOfItsOwn($0) || mentions[$0].outcome == outcome
            || isOpen && outcome == .casualties
        })
      else { continue }
      for part in made.parts where mentions[part].whole == nil && !isIncrement(part) {
        if mentions[part].outcome == nil {
          mentions[part].outcome = outcome
          mentions[part].trigger = mentions[whole].trigger
          mentions[part].rule = .part
          if mentions[part].head == nil { mentions[part].antecedent = whole }
        }
        mentions[part].whole = whole
      }
    }
  }

  /// 'two people, one a nurse and one a boy, …': a member of whom only is told who it is.
  func isToldWhoItIs(_ index: Int) -> Bool {
    let next = mentions[index].end + 1
    guard mentions[index].number.isOne, mentions[index].kind == .none, isIndefiniteArticle(next),
      let end = plainPhrase(at: next)
    else { return false }
    return (next..<end + 1).contains { isPeople($0) }
  }

  private func isFigureOfMembers(_ index: Int) -> Bool {
    let mention = mentions[index]
    return mention.reason == nil && mention.outcome != nil && mention.outcome != .displaced
      && mention.kind != .thing && mention.whole == nil && !mention.number.isZeroWord
      && !mention.number.isOne && mention.number.qualifier != .indefinite
  }

  /// The mark behind a figure or its outcome word from which its members may be told.
  private func openerOfMakeup(behind whole: Int) -> Int? {
    let mention = mentions[whole]
    for last in [mention.end, max(mention.end, mention.trigger ?? mention.end)] {
      let next = last + 1
      if isMark(0x3A, next) || isMark(0x28, next) || isMark(0x2C, next) || isDash(next) {
        return next
      }
    }
    // 'the remains of 900 dead from both sides: 600 Danes and 300 Dutch'
    let start = max(mention.end, mention.trigger ?? 0) + 1
    guard has(start, .preposition),
      let colon = (start..<min(start + 6, units.count)).first(where: { units[$0].kind == .mark }),
      isMark(0x3A, colon),
      (start..<colon).allSatisfy({ self.mention(at: $0) == nil && !has($0, [.be, .have, .modal]) })
    else { return nil }
    return colon
  }

  /// The members told from a mark on; nil where something else is told.
  private func makeup(behind opener: Int) -> Makeup? {
    var made = Makeup()
    var next = opener + 1
    while next < units.count, made.members < 12 {
      while has(next, .adverb) || isQuote(next) || mention(at: next) == nil && isOwner(next) {
        next += 1
      }
      if let index = mention(at: next) {
        guard mentions[index].reason == nil, mentions[index].kind != .thing,
          mentions[index].kind != .unknown, let value = mentions[index].number.low.whole,
          mentions[index].number.qualifier != .indefinite, !mentions[index].number.isZeroWord
        else { return nil }
        made.sum += value
        made.parts.append(index)
        next = mentions[index].end + 1
      } else if has(next, .determiner), let end = plainPhrase(at: next), end > next,
        (next..<end + 1).contains(where: { isPeople($0) }),
        !(next..<end + 1).contains(where: { isPeople($0) && has($0, .plural) })
      {
        made.sum += 1
        next = end + 1
      } else {
        return nil
      }
      made.members += 1
      next = behindModifiers(next)
      guard next < units.count else { break }
      if has(next, .conjunction) || isMark(0x2C, next) && startsMember(next + 1) {
        next += 1
        if has(next, .conjunction) { next += 1 }
        continue
      }
      guard units[next].kind == .mark else { return nil }
      break
    }
    return made.parts.isEmpty ? nil : made
  }

  /// 'his' in 'a father and his two sons': before the number of the next member.
  private func isOwner(_ unit: Int) -> Bool {
    has(unit, .determiner) && mention(at: unit + 1) != nil
  }

  /// Whether the next member of a list stands at a unit, 'and' before it or not.
  private func startsMember(_ unit: Int) -> Bool {
    if has(unit, .conjunction) { return startsMember(unit + 1) }
    if let index = mention(at: unit) { return mentions[index].reason == nil }
    return has(unit, .determiner) && (mention(at: unit + 1) != nil || plainPhrase(at: unit) != nil)
      || has(unit, .adverb) && startsMember(unit + 1)
  }

  /// The unit behind what says more of a member: 'from one family', 'aged 12', 'killed at the scene'.
  private func behindModifiers(_ start: Int) -> Int {
    var next = start
    while next < units.count, next < start + 9, !isJoint(next),
      units[next].kind != .mark, !has(next, [.be, .have, .modal])
    {
      next += 1
    }
    return next
  }
}
