internal import ClaimModel
internal import Lexicons

/// What in a sentence points back to figures of the sentences before.
extension SentenceGrammar {
  /// The unit behind which figures are parts of one before: the comma of 'Of these, …'; nil for none.
  var indexOpenedBack: Int? {
    var start = 0
    while has(start, .conjunction) || isQuote(start) { start += 1 }
    if isWord("out", start) { start += 1 }
    guard
      isWord("of these", start) || isWord("of them", start) || isWord("of those", start)
        || isWord("among them", start) || isWord("among these", start)
    else {
      let isCount =
        isWord("of", start) && has(start + 1, .determiner) && isCountNoun(start + 2)
        && isMark(0x2C, start + 3)
      return isCount ? start + 2 : endOfPeopleOpened(at: start)
    }
    return start
  }

  /// The last unit of 'Of the men lost,', 'Of those killed,'; nil where a sentence opens otherwise.
  private func endOfPeopleOpened(at start: Int) -> Int? {
    guard isWord("of", start) || isWord("out of", start), has(start + 1, .determiner),
      let comma = (start + 2..<min(start + 9, units.count)).first(where: { isMark(0x2C, $0) }),
      (start + 1..<comma).contains(where: { !senses($0).isEmpty || isWord("those", $0) }),
      !(start + 1..<comma).contains(where: { mention(at: $0) != nil })
    else { return nil }
    return comma - 1
  }

  /// 'Of the men lost, 200 were killed and 500 wounded': a figure joined to a part.
  func goesOnWithParts(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].isPartOfEarlier else { return false }
    return isJoint(mentions[index].unit - 1) || isWord("while", mentions[index].unit - 1)
  }

  /// 'Among the killed and wounded were 58 officers'.
  func isAmongOpened(_ index: Int) -> Bool {
    guard isWord("among", 0) || isWord("amongst", 0) else { return false }
    let before = mentions[index].unit - 1
    return has(before, .be) && !(0..<before).contains { mention(at: $0) != nil }
  }

  /// 'Of this figure, the post said it was likely that 300 had died': between the comma and the
  /// figure is told only who says so.
  func isFirstSaid(_ index: Int, behind comma: Int) -> Bool {
    guard isMark(0x2C, comma), mentions[index].unit - comma < 16 else { return false }
    return (comma + 1..<mentions[index].unit).allSatisfy {
      units[$0].kind == .word && mention(at: $0) == nil
        && (!isVerb($0) || has($0, [.cue, .be, .have, .modal]))
    }
  }

  /// Whether a figure is 'N of them' with nothing said of it that the dead cannot suffer.
  func isPartOfPeopleBefore(_ index: Int, outcome: Outcome) -> Bool {
    let next = mentions[index].unit + 1
    guard isWord("of them", next) || isWord("of those", next) || isWord("of these", next) else {
      return false
    }
    return has(next + 1, [.be, .have]) && !hasFate(index, outcome: outcome)
  }

  /// Whether a verb behind a figure says that its people fared otherwise than those before.
  func hasFate(_ index: Int, outcome: Outcome) -> Bool {
    var next = mentions[index].end + 1
    while has(next, [.adverb, .part]) { next += 1 }
    if has(next, [.be, .have, .modal]) {
      while has(next, [.be, .have, .modal, .adverb, .negation]) || isWord("since", next) {
        next += 1
      }
      if outcome == .killed, has(next, .lastRite) { return false }
      if outcome == .injured, has(next, .aftercare) { return false }
      if outcome == .captured, has(next, .freeing) { return false }
      return next < units.count && isVerb(next) && !has(next, .outcome) && !isPeople(next)
        && !reportsOutcome(next)
    }
    return next < units.count && has(next, .verb) && has(next, [.verbPast, .verbS, .verbBase])
      && !has(next, [.preposition, .person, .outcome])
  }

  /// 'the remaining 15', 'the other 22': what is left of a figure before.
  func isRemainder(_ index: Int) -> Bool {
    let before = mentions[index].unit - 1
    guard isWord("remaining", before) || isWord("other", before) else { return false }
    guard isWord("the", before - 1) || isWord("remaining", before) else { return false }
    return mentions[index].kind != .unknown
  }

  /// 'three were children', 'two were from Dhaka', 'one was aged 12': all that is said of them is
  /// who they are.
  func isSaidWhoTheyAre(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    guard has(next, .be) else { return false }
    while has(next, [.be, .adverb]) { next += 1 }
    guard next < units.count else { return false }
    if isWord("from", next) || isWord("aged", next) { return true }
    // 'two were of Nigerian descent'
    if isWord("of", next), mention(at: next + 1) == nil { return true }
    if let other = mention(at: next) { return mentions[other].reason == "age" }
    guard let end = plainPhrase(at: next) else { return units[next].isDemonym }
    return (next..<end + 1).contains { isPeople($0) || units[$0].isDemonym }
      && !(next..<end + 1).contains { isVerb($0) && !isPeople($0) && !has($0, .outcome) }
  }

  /// 'two remain in hospital', 'two of them are in critical condition': how some of the hurt fare.
  func isSaidHowTheyFare(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    guard has(next, [.be, .copula]) else { return false }
    while has(next, [.be, .copula, .adverb, .reporting]) { next += 1 }
    return has(next, .severity)
  }

  /// 'Ten people remain in hospital', 'There are some 1,000 people in the hospital'.
  func isSaidToLieInHospital(_ index: Int) -> Bool {
    guard mentions[index].kind == .people || mentions[index].kind == .none else { return false }
    var next = mentions[index].end + 1
    let isThere = has(mentions[index].unit - 1, .be) && isWord("there", mentions[index].unit - 2)
    while has(next, [.be, .copula, .adverb]), !has(next, .ward) { next += 1 }
    return (isThere || next > mentions[index].end + 1) && has(next, .ward) && has(next, .severity)
  }

  /// 'and 18 others were discharged': what is done to those who were hurt.
  func isSaidToBeCaredFor(_ index: Int) -> Bool {
    guard namesNobody(index) || countsPlainPeople(index) else { return false }
    var next = mentions[index].end + 1
    guard has(next, [.be, .have]) else { return false }
    while has(next, [.be, .have, .adverb]) || isWord("since", next) { next += 1 }
    return has(next, .aftercare)
  }

  /// 'A woman and two children were among them': people of whom the sentence before told.
  func isAmongThem(_ index: Int) -> Bool {
    guard let among = units.indices.last(where: { isWord("among them", $0) }),
      among > mentions[index].end
    else { return false }
    let group = startOfVerbGroup(endingAt: among)
    return group < among && mentions[index].end < group
      && (mentions[index].end + 1..<group).allSatisfy {
        isJoint($0) || has($0, [.determiner, .adverb]) || units[$0].isContent && !isVerb($0)
      }
  }

  /// 'killed' in 'about 200 are those killed in battle': what is said of the people themselves.
  func outcomeSaid(of index: Int) -> Outcome? {
    var next = mentions[index].end + 1
    guard has(next, .be) else { return nil }
    while has(next, [.be, .adverb]) { next += 1 }
    guard isWord("those", next), let sense = senses(min(next + 1, units.count - 1)).first else {
      return nil
    }
    return sense.outcome
  }

  /// Whether a figure is 'N of them', whatever befell them.
  func isOfThem(_ index: Int) -> Bool {
    let next = mentions[index].unit + 1
    return isWord("of them", next) || isWord("of these", next)
  }

  /// 'at least 35 of the dead', 'the other 14 miners', '240 of these were killed': with an outcome
  /// of its own, yet a share of a figure before.
  func isDefinitePart(_ index: Int) -> Bool {
    let mention = mentions[index]
    let next = mention.unit + 1
    if isWord("of them", next) || isWord("of those", next) || isWord("of these", next) {
      return true
    }
    if isRemainder(index) { return true }
    // 'nineteen victims were women'
    return mention.rule == .noun && mention.head.map { has($0, .outcome) } ?? false
      && isSaidWhoTheyAre(index)
  }

  /// 'at least 35 of the dead', 'four of the seriously injured': a share by what it is said of.
  func isShareOfSufferers(_ index: Int) -> Bool {
    let mention = mentions[index]
    let next = mention.unit + 1
    guard isWord("of", next), has(next + 1, .determiner), let trigger = mention.trigger,
      mention.rule == .noun && trigger > next || trigger > mention.end || mention.rule == .ofNoun
    else { return false }
    var noun = next + 1
    while has(noun, [.determiner, .adverb]), !has(noun, .outcome) { noun += 1 }
    // 'one of the policemen killed'
    if noun < units.count, isPeople(noun), !has(noun, .outcome), mentions[index].end == noun,
      isWord("the", next + 1) || isWord("those", next + 1),
      startOfVerbGroup(endingAt: noun + 1) == noun + 1, has(noun + 1, .participle)
    {
      noun += 1
    }
    guard noun < units.count else { return false }
    return senses(noun).contains { $0.frame == .people || $0.frame == .harm || $0.frame == .state }
  }

  /// The bare number that alone stands behind a label and a colon: '1st Battalion: 124'.
  var indexOfLabelled: Int? {
    guard
      let index = mentions.indices.last(where: { mentions[$0].reason == nil }),
      mentions[index].kind == .none,
      mentions[index].outcome == nil || mentions[index].rule == .list,
      isMark(0x3A, mentions[index].unit - 1),
      (mentions[index].end + 1..<units.count).allSatisfy({ units[$0].kind == .mark }),
      !units[..<mentions[index].unit].contains(where: {
        !$0.classes.isDisjoint(with: [.outcome, .be, .have, .modal])
      })
    else { return nil }
    return index
  }

  /// Whether a sentence ends in a full stop: it is no headline.
  var endsInStop: Bool { isMark(0x2E, units.count - 1) || isQuote(units.count - 1) }

  /// Whether a sentence ends in a colon: a list follows.
  var endsInColon: Bool { isMark(0x3A, units.count - 1) }

  /// Whether a figure of people opens a line, and nothing is said of them.
  func isListEntry(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.outcome == nil, mention.reason == nil,
      mention.kind == .people || mention.kind == .none,
      units[..<mention.unit].allSatisfy({ $0.kind == .mark })
    else { return false }
    let next = mention.end + 1
    guard next < units.count, units[next].kind != .mark, !has(next, .part) else { return true }
    return has(next, .preposition)
      && !units[next...].contains {
        !$0.classes.isDisjoint(with: [.be, .have, .modal, .verbPast, .outcome])
      }
  }

  /// Whether a figure is that of a 'toll' of which no word says whether it is of deaths.
  func isBareToll(_ index: Int) -> Bool {
    mentions[index].trigger.map { isWord("toll", $0) || isWord("tolls", $0) } ?? false
  }

  /// '85,000 men': of a count given anew, no more than that they are people.
  func namesMen(_ index: Int) -> Bool {
    guard let head = mentions[index].head, mentions[index].phrase.count == 1 else { return false }
    return isWord("men", head) || isWord("soldiers", head) || isWord("personnel", head)
  }

  /// 'an ambassador had estimated 2,700.', 'the hospital counted 14': a bare number that ends its
  /// clause, behind a verb of counting or estimating.
  func isBareSaying(_ index: Int) -> Bool {
    let mention = mentions[index]
    let next = mention.end + 1
    guard mention.kind == .none, endsPhrase(at: next),
      mention.unit > 1
    else { return false }
    let verb = mention.unit - 1
    // 'The year before there were 140.', 'Hesk had 30.'
    if has(verb, .be), isWord("there", verb - 1) { return true }
    if has(verb, .have) { return units[verb - 1].isCapital && units[verb - 1].kind == .word }
    if has(verb, .cue), !has(verb, [.preposition, .listing]), has(verb, .verb) {
      return !has(verb - 1, .be)
    }
    return has(verb, [.verbPast, .verbS]) && !has(verb - 1, [.be, .preposition])
      && (has(verb, .listing) || term(verb)?.cue == .tally)
  }

  /// 'two more', 'another 30': people beside those told before.
  func isIncrement(_ index: Int) -> Bool {
    let unit = mentions[index].unit
    return has(unit + 1, .more) || has(unit - 1, .more) || isWord("another", unit - 1)
      || isWord("a further", unit - 1)
  }

  /// 'people', 'individuals': a noun that says no more than that they are people.
  func countsPlainPeople(_ index: Int) -> Bool {
    guard let head = mentions[index].head, mentions[index].phrase.count == 1 else { return false }
    return isWord("people", head) || isWord("individuals", head) || isWord("persons", head)
      || isWord("dead", head) || isWord("deaths", head)
  }

  /// ', two Swiss, one Dutch': shares that go on a list of who people of a count are.
  func isNextShare(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].isPartOfEarlier, isJoint(mentions[index].unit - 1) else {
      return false
    }
    let next = mentions[index].end + 1
    return endsPhrase(at: next)
      || has(next, [.conjunction, .preposition])
  }

  /// 'It lists 60 girls and 45 boys' after a count: shares of that count.
  func isListed(_ index: Int, after distance: Int) -> Bool {
    var at = mentions[index].unit - 1
    if index > 0, mentions[index - 1].rule == .part, mentions[index - 1].isPartOfEarlier,
      at > 0, isJoint(at)
    {
      return true
    }
    while has(at, .adverb) { at -= 1 }
    guard distance <= 1, has(at, .listing), has(at, [.verbPast, .verbS]), at > 0 else {
      return false
    }
    return !has(at - 1, [.be, .have])
  }

  /// 'the number includes 25 women', 'they include four nurses': the subject is a count or people
  /// of an earlier sentence.
  func isIncludedInCount(_ index: Int) -> Bool {
    var before = mentions[index].unit - 1
    // 'they included a woman and two children', 'the toll included a woman and her two children'
    while has(before, [.determiner, .adverb]) { before -= 1 }
    if isJoint(before), index == 0 || mentions[index - 1].rule != .part {
      var at = before
      while at > 0, isJoint(at) || has(at, .determiner) || units[at].isContent && !isVerb(at) {
        at -= 1
      }
      if has(at, .part), has(at, .verb) { before = at }
    }
    if isOpenedByInclusion(before) { return true }
    guard isWord("includes", before) || isWord("include", before) || isWord("included", before)
    else { return false }
    var at = before - 1
    while at > 0, has(at, [.modal, .adverb]) { at -= 1 }
    guard at >= 0 else { return false }
    return isCountNoun(at) || senses(at).contains { $0.frame == .toll } || isWord("they", at)
      || isWord("these", at) || isWord("those", at)
      || isWord("that", at) || isWord("this", at) || isWord("it", at)
  }

  /// '7,300 refugees in Laska (0.9 percent of the total)': a share by what stands behind it.
  func isShareOfTotal(_ index: Int) -> Bool {
    guard index + 1 < mentions.count, mentions[index + 1].reason == "percent",
      let of = (mentions[index + 1].unit..<min(mentions[index + 1].unit + 5, units.count)).first(
        where: { isWord("of", $0) }), isWord("the", of + 1)
    else { return false }
    return isCountNoun(of + 2)
  }

  /// 'Included in that total were 21 soldiers', 'Counted among them are 30 nurses'.
  private func isOpenedByInclusion(_ verb: Int) -> Bool {
    guard has(verb, .be), isWord("included", 0) || isWord("counted", 0) else { return false }
    return isWord("among them", verb - 1) || isWord("among these", verb - 1)
      || isCountNoun(verb - 1) && isWord("in", 1)
  }

  /// Whether a figure counts 'victims': those of the event that was told.
  func namesVictims(_ index: Int) -> Bool {
    mentions[index].trigger.map { namesVictimsByHead($0) } ?? false
  }

  /// Whether a noun is 'victims' or its like, which leaves open what befell them.
  func namesVictimsByHead(_ noun: Int) -> Bool {
    senses(noun).contains { $0.frame == .people && $0.outcome == .casualties }
      && !senses(noun).contains { $0.frame == .event }
  }
}
