internal import ClaimModel
internal import Lexicons

/// The subjects of passive and intransitive outcome verbs, which stand to their left.
extension SentenceGrammar {
  /// The subject of a verb that stands to the left of it, with what is coordinated to it.
  mutating func linkSubject(
    of verb: Int, _ outcome: Outcome, rule: Mention.Rule
  ) {
    // Another reading of the same word has found its victims.
    if mentions.contains(where: { $0.trigger == verb }) { return }
    let group = startOfVerbGroup(endingAt: verb)
    // 'wounded 11, two of whom later died'
    if has(group - 1, .part), has(group - 1, .relative),
      let part = mentions.firstIndex(where: { $0.end == group - 2 }), mentions[part].reason == nil
    {
      assign(part, outcome, trigger: verb, rule: rule)
      return
    }
    // '900 losses including 150 killed': the part alone suffers it.
    if let part = mention(at: group - 1) ?? mentions.firstIndex(where: { $0.end == group - 1 }),
      has(mentions[part].unit - 1, .part), !isWord("among", mentions[part].unit - 1),
      group == verb || has(mentions[part].unit - 1, .relative), mentions[part].reason == nil,
      mentions[part].end == group - 1
    {
      assign(part, outcome, trigger: verb, rule: rule)
      return
    }
    // 'with thousands more missing or taken prisoner'
    if has(group - 1, .conjunction), mentions.contains(where: { $0.trigger == group - 2 }) {
      return
    }
    // '39 of whom the army says are dead', '40 whom the police have declared dead'
    if let part = mentionOfRelative(before: group) {
      assign(part, outcome, trigger: verb, rule: rule)
      return
    }
    // 'of whom eleven were killed and the rest wounded'
    if has(group - 1, .remainder) { return }
    // 'killed or wounded': the first of the two has found the subject of both.
    if has(verb - 1, .conjunction), has(verb - 2, .outcome), has(verb, .participle),
      combined(outcome, at: verb - 2) == .casualties
    {
      return
    }
    // 'the bodies of 16 of their 17 soldiers killed'
    if group == verb, let whole = mentions.firstIndex(where: { $0.end + 1 == verb }),
      isComplement(whole), mentions[whole - 1].outcome == outcome
    {
      assign(whole, outcome, trigger: verb, rule: rule)
      mentions[whole - 1].whole = mentions[whole - 1].whole ?? whole
      return
    }
    guard let subject = subject(before: group) ?? subjectOfVerbBefore(group) else { return }
    // '80 of the 276 girls abducted in May are still missing': all of them were abducted.
    if group == verb, subject + 1 < mentions.count, isComplement(subject + 1),
      mentions[subject + 1].end + 1 == verb, mentions[subject + 1].head != nil,
      hasPredicate(behind: verb)
    {
      assign(subject + 1, outcome, trigger: verb, rule: rule)
      return
    }
    // 'twelve relatives of those killed'
    if group == verb, let head = mentions[subject].head, has(head, .bereaved),
      isWord("of those", head + 1)
        || isWord("of", head + 1) && senses(verb).contains(where: { $0.frame == .harm })
    {
      return
    }
    assign(subject, outcome, trigger: verb, rule: rule)
    guard mentions[subject].trigger == verb else { return }
    if isDash(group - 1) {
      assignCorrection(of: subject, before: group, outcome, verb)
    }
    // 'six of the nine wounded'
    if group == verb, subject + 1 < mentions.count, isComplement(subject + 1),
      mentions[subject + 1].end + 1 == verb, !mentions[subject + 1].number.isOne,
      senses(verb).contains(where: { $0.frame == .harm || $0.frame == .state })
    {
      assign(subject + 1, outcome, trigger: verb, rule: rule)
      mentions[subject].whole = subject + 1
    }
    // '12 soldiers and 3 civilians were killed'
    var current = subject
    while let previous = coordinatedBefore(current) {
      assign(previous, outcome, trigger: verb, rule: .coordination)
      guard mentions[previous].trigger == verb else { return }
      current = previous
    }
  }

  /// Whether a finite verb follows in the same clause: 'abducted in May are …'.
  private func hasPredicate(behind verb: Int) -> Bool {
    for unit in verb + 1..<min(verb + 8, units.count) {
      if units[unit].kind == .mark || has(unit, [.relative, .subordinator, .conjunction]) {
        return false
      }
      if has(unit, [.be, .have, .modal]), !has(unit, .preposition) { return true }
    }
    return false
  }

  /// 'thousands – perhaps tens of thousands – were homeless': the aside corrects the number.
  private mutating func assignCorrection(
    of subject: Int, before group: Int, _ outcome: Outcome, _ verb: Int
  ) {
    for index in mentions.indices
    where mentions[index].unit > mentions[subject].end && mentions[index].unit < group
      && mentions[index].kind == .none && has(mentions[index].unit - 1, .adverb)
    {
      assign(index, outcome, trigger: verb, rule: .apposition)
    }
  }

  /// The mention that is the subject of the verb group that starts at a unit.
  func subject(before group: Int) -> Int? {
    var index =
      startOfDashedAside(endingAt: group - 1) ?? startOfHaving(endingAt: group - 1) ?? group - 1
    var depth = 0
    var commas = 0
    var sawNoun = false
    while index >= 0 {
      let unit = units[index]
      if let found = mention(at: index) {
        if depth == 0, canBeSubject(found, commas: commas, verb: group), !isBelongedTo(found) {
          return found
        }
        index -= 1
        continue
      }
      if unit.kind == .mark {
        switch unit.mark {
        case 0x29, 0x5D: depth += 1
        case 0x28, 0x5B: depth = max(0, depth - 1)
        case 0x3B, 0x3A: return nil
        case 0x2C: commas += 1
        default: break
        }
        index -= 1
        continue
      }
      // '14 victims, including a family displaced from the north': the participle tells of the family.
      // '240 at the second, including its colonel killed': of the colonel.
      if has(index, .part), isMark(0x2C, index - 1), commas == 0, has(group, .participle),
        !has(group, .be), has(group + 1, .preposition) || endsPhrase(at: group + 1)
      {
        return nil
      }
      if depth == 0, stopsSubject(at: index, group: group) {
        // 'two of the injured later died': the word belongs to the figure's own phrase.
        guard mentions.contains(where: { $0.unit < index && index <= $0.end }) else { return nil }
      }
      // ', and few have died': the clause has a subject of its own.
      if depth == 0, has(index, .conjunction), isMark(0x2C, index - 1) || isWord("but", index),
        sawNoun,
        !isMark(0x2C, group - 1), !isInRelativeClause(index, before: group),
        !closesNounList(index)
      {
        return subjectOfInclusion(before: index, group: group)
      }
      // 'it is feared that many have drowned': the clause has a subject of its own.
      if isWord("that", index), sawNoun, has(index - 1, [.cue, .reporting]), has(index - 1, .verb) {
        return nil
      }
      if units[index].isContent || has(index, .pronoun) { sawNoun = true }
      index -= 1
    }
    return nil
  }

  /// Whether the search for a subject ends at a unit: another clause begins there.
  func stopsSubject(at index: Int, group: Int) -> Bool {
    if isInReportedPhrase(index, before: group) { return false }
    // 'seven men trying to reach the shore were killed'
    if has(index, [.verbBase, .be]), isWord("to", index - 1),
      has(index - 2, .gerund) || has(index - 2, .participle) && !has(index - 3, [.be, .have])
    {
      return false
    }
    if has(index, .subordinator), !has(index, [.preposition, .determiner, .relative]) {
      return true
    }
    guard has(index, [.verb, .be, .have, .modal]), !isNounByPlace(index) else { return false }
    // 'three people with critical burns were taken …'
    if has(index, .wound), has(index, .verbS), index > 1,
      isWord("with", index - 1) || isWord("with", index - 2)
    {
      return false
    }
    // ', 650 children included,'
    if isWord("included", index), index + 1 < units.count, units[index + 1].kind == .mark {
      return false
    }
    // 'Amal-linked': the second half of a compound is no verb.
    if isMark(0x2D, index - 1), !units[index].isSpaced { return false }
    if isPeople(index), units[index].classes.contains(.plural) { return false }
    if units[index].isName || has(index, .speaker) { return false }
    // Verbs in a relative clause or participles behind a noun stand between subject and verb:
    // '12 people who lived there', 'passengers travelling to Kyiv'.
    if has(index, .gerund), !has(index, .be) { return false }
    if isInRelativeClause(index, before: group) { return false }
    // 'Twelve people wounded in the blast died'
    if has(index, .participle), !isJoint(group - 1), startOfVerbGroup(endingAt: index) == index,
      senses(index).contains(where: {
        $0.outcome == .injured || $0.outcome == .captured || $0.frame == .shoot
      }),
      mentions.contains(where: { $0.end == index - 1 && $0.kind == .people })
    {
      return false
    }
    if has(index, .outcome), !has(index, [.be, .have]) {
      // '80 of the 276 girls abducted in May are still missing'
      return
        !(has(index, .participle) && hasPredicate(behind: index)
        && mentions.indices.contains { mentions[$0].end == index - 1 && isComplement($0) })
    }
    if has(index, .ambiguousVerb), !has(index, [.verbPast, .participle]) { return false }
    if has(index, .participle), !has(index, .be), index > 0, !has(index - 1, [.have]),
      has(index + 1, .preposition)
    {
      return false
    }
    // 'all 47 on crashed plane dead'
    if has(index, .participle), has(index - 1, .preposition),
      !has(index - 1, [.subordinator, .conjunction]), units[index + 1].isContent
    {
      return false
    }
    return true
  }

  func isInRelativeClause(_ index: Int, before group: Int) -> Bool {
    var at = index - 1
    while at >= 0, at > index - 12 {
      // 'Twelve people, of whom at least five were children, were killed'
      if mention(at: at) != nil, !(has(at - 1, .part) && has(at - 1, .relative)) { return false }
      if has(at, .relative) {
        guard at > 0 else { return false }
        // ', who were …': the relative clause belongs to the noun before it.
        return !isWord("that", at) || !has(at - 1, .cue)
      }
      if isMark(0x3B, at) || isMark(0x3A, at) { return false }
      at -= 1
    }
    return false
  }

  func canBeSubject(_ index: Int, commas: Int, verb: Int) -> Bool {
    let mention = mentions[index]
    guard mention.reason == nil else { return false }
    if mention.outcome != nil && !isOnlyDescribed(index, before: verb) || hasOwnOutcome(index) {
      return false
    }
    if commas > 0, isPartitiveWhole(index), isMark(0x2C, verb - 1) == false,
      mentions[(index + 1)...].contains(where: { $0.unit < verb && $0.reason == nil })
    {
      return false
    }
    if isWholeOfFraction(index),
      mention.end + 1 < verb
        || !senses(verb).contains(where: { $0.frame == .state || $0.frame == .harm })
    {
      return false
    }
    let before = mention.unit - 1
    // 'including 300 residents who had to flee': the relative clause is theirs.
    if has(mention.end + 1, .relative), !has(mention.end + 1, .preposition) {
      var next = mention.end + 2
      while has(next, .adverb) || isQuote(next), next < verb { next += 1 }
      if next == verb { return true }
    }
    // 'about 220 passengers trapped in …', 'one of them was hurt': what stands right before the
    // verb is its subject.
    if mention.end + 1 == verb || mention.end == verb && mention.head == verb,
      !has(before, .part) || isWord("among", before),
      !isWord("by", before), !isWord("from", before), commas == 0,
      !(isWord("to", before) && has(before - 1, .gerund)), !isComplement(index)
    {
      return true
    }
    if isWord("by", before) || isWord("against", before) || isWord("from", before) { return false }
    if has(before, .preposition), !has(before, [.conjunction, .subordinator]),
      !isWord("of", before),
      !isWord("with", before), !isWord("that", before), !isWord("as", before)
    {
      return false
    }
    if has(before, .part) || has(before - 1, .part) && isMark(0x2C, mention.end + 1) {
      return false
    }
    if isComplement(index) { return false }
    if isWord("of", before), before > 0, !isWord("bodies", before - 1),
      !isWord("total", before - 1),
      !isWord("group", before - 1)
    {
      return has(before - 1, .outcome) || has(before - 1, .person)
    }
    // '10 people, 3 of them children, were killed': the parts are no subject.
    if isPartPhrase(index) || isToldWhoItIs(index) { return false }
    return true
  }

  /// Whether a mention has its outcome from a participle right behind it, and a verb of another comes
  /// later: '12 people sheltering in the school were killed' tells of deaths.
  func isOnlyDescribed(_ index: Int, before group: Int) -> Bool {
    let mention = mentions[index]
    guard let outcome = mention.outcome,
      [.missing, .displaced, .captured].contains(outcome)
        || outcome == .injured && mention.trigger == mention.end + 1,
      let trigger = mention.trigger, trigger > mention.end, trigger < group,
      startOfVerbGroup(endingAt: trigger) == trigger
        || isInRelativeClause(trigger, before: group)
    else { return false }
    return !(trigger..<group).contains { isJoint($0) || units[$0].kind == .mark }
  }

  /// The mention that is coordinated to a mention and stands before it.
  func coordinatedBefore(_ index: Int) -> Int? {
    // '65 victims, 12 of them dead'
    let next = mentions[index].unit + 1
    if isWord("of them", next) || isWord("of whom", next) || isWord("of which", next) { return nil }
    var before = index - 1
    // 'three Greeks (two of whom were priests) and seven Belgians', '89 children under age 16 and …'
    while before > 0, isInBrackets(mentions[before].unit) || mentions[before].reason == "age" {
      before -= 1
    }
    guard before >= 0 else { return nil }
    let previous = mentions[before]
    // '40 deaths, including 3 children, and 70 people injured': the part is the deaths'.
    if before > 0, has(previous.unit - 1, .part),
      mentions[before - 1].outcome != nil || hasOwnOutcome(before - 1),
      isMark(0x2C, mentions[index].unit - 2)
    {
      return nil
    }
    guard previous.reason == nil || previous.reason == "thing" else { return nil }
    guard previous.outcome == nil, !hasOwnOutcome(before), !isPartitiveWhole(before),
      !isTollNumber(before), !countsOtherPeople(before), !isDescribedBefore(before)
    else { return nil }
    // ', including 40 children, and 600 people': the comma closes what 'including' opened
    if isMark(0x2C, previous.end + 1), has(previous.end + 2, .conjunction), isPartPhrase(before),
      !isPartPhrase(index)
    {
      return nil
    }
    // '– including two boys – and 25 others were hurt'; 'losses of 14,000 with 3,800 killed'
    if isDash(previous.end + 1) && isPartPhrase(before) && !isPartPhrase(index)
      || isWord("of", previous.unit - 1)
        && senses(max(0, previous.unit - 2)).contains(where: { $0.frame == .loss })
    {
      return nil
    }
    // 'lost dozens of men and several are wounded'
    if senses(max(0, previous.unit - 1)).contains(where: { $0.frame == .lose }),
      startsClauseOfItsOwn(index)
    {
      return nil
    }
    var at = previous.end + 1
    var joints = 0
    var words = 0
    while at < mentions[index].unit {
      if let close = isMark(0x28, at) ? closingBracket(at) : endOfShareAside(from: at) {
        at = close + 1
        continue
      }
      if let other = mention(at: at), mentions[other].reason == "age" {
        at += 1
        continue
      }
      // 'stood at 1,234, with another 345 missing', '13 confirmed dead, 30 missing'
      if isWord("with", at), isMark(0x2C, at - 1) { return nil }
      if isWord("while", at) || isWord("but", at) || isWord("exclusive of", at) { return nil }
      if senses(at).contains(where: { [.state, .harm, .suffer].contains($0.frame) }) { return nil }
      if isJoint(at) || isWord("with", at) {
        joints += 1
      } else if has(at, .adverb) || has(at, .determiner) || isQuote(at) || isWord("as", at) {
        // nothing
      } else if has(at, [.verb, .be, .have, .modal, .relative, .part]) {
        return nil
      } else {
        words += 1
      }
      at += 1
    }
    return joints > 0 && words <= 2 ? before : nil
  }

  /// 'rose to 412, with 980 others injured': the number of a toll is no fellow sufferer.
  private func isTollNumber(_ index: Int) -> Bool {
    let before = mentions[index].unit - 1
    return mentions[index].kind == .none
      && (has(before, .level) && has(before, .verb)
        || (isWord("to", before) || isWord("at", before)) && has(before - 1, .level))
  }
}
