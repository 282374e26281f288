internal import ClaimModel
internal import Lexicons

/// Reads who the people of a mention are: their phrase and whether they bore arms.
struct VictimReader {
  let grammar: SentenceGrammar

  var units: [Unit] { grammar.units }

  /// The units of the victims' phrase; nil where the sentence names nobody.
  func phrase(of index: Int) -> Range<Int>? { phrase(of: index, steps: 0) }

  /// The phrase, after some steps from mention to antecedent; they may form a ring.
  private func phrase(of index: Int, steps: Int) -> Range<Int>? {
    guard steps < 4 else { return nil }
    let mention = grammar.mentions[index]
    if mention.number.isZeroWord, let group = groupOfNone(mention) { return group }
    if let head = mention.head {
      if senseOfSufferers(head), let predicate = predicate(of: mention) { return predicate }
      if grammar.has(head, .more), let antecedent = mention.antecedent,
        let carried = phrase(of: antecedent, steps: steps + 1)
      {
        return carried
      }
      if grammar.isWord("more", head) { return nil }
      // '12 civilian deaths': the words before the outcome noun.
      if isOutcomeNoun(head) {
        if let behind = complement(behind: mention.end) ?? ofComplement(head, mention.end) {
          return behind
        }
        if mention.phrase.lowerBound == head, let shared = sharedPhrase(index, steps) {
          return shared
        }
        let before = mention.phrase.lowerBound..<head
        if before.contains(where: { describes($0) }) { return before }
        if grammar.has(head, .person), !grammar.has(head, .plural) || isVictimNoun(head) {
          return mention.phrase
        }
        return nil
      }
      if grammar.has(head, .pronoun), let predicate = predicate(of: mention) { return predicate }
      return startOfPhrase(of: mention)..<(joined(to: mention) ?? mention.end + 1)
    }
    if let predicate = predicate(of: mention) ?? share(of: mention) { return predicate }
    if let behind = peopleBehindStates(of: mention) { return behind }
    // '12 of them', '700,000 for the Russians'
    if let behind = complement(behind: mention.unit) { return behind }
    if let apposed = apposed(behind: mention.unit) { return apposed }
    if grammar.isWord("with", mention.unit - 1), let named = peopleNamed(before: mention.unit - 1) {
      return named
    }
    // 'lost 150 out of 310 men'
    if index + 1 < grammar.mentions.count, grammar.isComplement(index + 1),
      grammar.mentions[index + 1].kind == .people, grammar.mentions[index + 1].head != nil
    {
      return phrase(of: index + 1, steps: steps + 1)
    }
    // 'have not reached 90,000 children, of whom 8,000 could die'
    if index > 0, mention.antecedent == nil, grammar.has(mention.unit - 1, .part),
      grammar.has(mention.unit - 1, .relative), grammar.mentions[index - 1].kind == .people
    {
      return phrase(of: index - 1, steps: steps + 1)
    }
    // 'parties of raiders, of whom thirty to forty were killed'
    if mention.antecedent == nil, mention.whole == nil, grammar.has(mention.unit - 1, .part),
      grammar.has(mention.unit - 1, .relative), let named = peopleNamed(before: mention.unit - 1)
    {
      return named
    }
    // 'putting total Russian casualties at 200,000'
    if mention.rule == .toll, let trigger = mention.trigger, let named = nation(before: trigger) {
      return named
    }
    if let antecedent = mention.antecedent ?? mention.whole, antecedent != index {
      return phrase(of: antecedent, steps: steps + 1)
    }
    // 'eight workers, six of whom were dead'
    if index > 0, grammar.has(mention.unit + 1, .part), grammar.has(mention.unit + 1, .relative),
      grammar.mentions[index - 1].kind == .people,
      grammar.mentions[index - 1].end + 2 == mention.unit
    {
      return phrase(of: index - 1, steps: steps + 1)
    }
    // 'Of the 410 men who went in, 160 were killed'
    if index > 0, grammar.isPartitiveWhole(index - 1), grammar.mentions[index - 1].head != nil,
      !grammar.has(mention.unit - 1, .cue)
    {
      return phrase(of: index - 1, steps: steps + 1)
    }
    if mention.rule == .apposition, let trigger = mention.trigger, isVictimNoun(trigger) {
      return trigger..<trigger + 1
    }
    // 'a toll of 46,000': the words before the toll.
    if mention.rule == .toll || mention.rule == .ofNoun, let trigger = mention.trigger {
      return premodifiers(of: trigger) ?? sufferers(behind: trigger, before: mention.unit)
    }
    if let owners = owners(of: index) { return owners }
    // 'A hundred reporters are in prison, and 37 have been killed': those counted before.
    if let earlier = grammar.mentions[..<index].last(where: { $0.reason == nil }),
      earlier.kind == .people, earlier.outcome == nil, let head = earlier.head,
      !isOutcomeNoun(head)
    {
      return startOfPhrase(of: earlier)..<earlier.end + 1
    }
    return nil
  }

  /// '14 were tourists', '890 of them were civilians', 'two of the victims were believed to be
  /// French': what the people are said to be.
  private func predicate(of mention: Mention) -> Range<Int>? {
    var next = mention.end + 1
    // 'two of whom were children'
    if grammar.has(next, .part), grammar.has(next, .relative) { next += 1 }
    // 'at least 22 of those confirmed dead were civilians'
    if grammar.isWord("of those", mention.unit + 1) {
      while next < units.count, grammar.has(next, [.reporting, .outcome]), !grammar.has(next, .be) {
        next += 1
      }
      // 'of those killed in the past fortnight were children'
      if grammar.has(next, .preposition),
        let be = (next..<min(next + 6, units.count)).first(where: { grammar.has($0, .be) }),
        (next..<be).allSatisfy({ units[$0].kind == .word && grammar.mention(at: $0) == nil })
      {
        next = be
      }
    }
    // 'the three dead were Israelis'
    if next == mention.trigger, mention.head == nil, !grammar.isWord("of", mention.unit - 2) {
      next += 1
    }
    guard grammar.has(next, .be) else { return nil }
    while grammar.has(next, [.be, .adverb, .reporting])
      || grammar.isWord("to", next) && grammar.has(next + 1, .be)
    {
      next += 1
    }
    guard next < units.count, let last = grammar.plainPhrase(at: next),
      (next..<last + 1).contains(where: {
        grammar.has($0, .person) && !grammar.has($0, .outcome) || units[$0].isDemonym
      })
    else { return nil }
    return next..<last + 1
  }

  /// 'no casualties were reported among Russian soldiers': among whom nobody was hurt.
  private func groupOfNone(_ mention: Mention) -> Range<Int>? {
    let behind = mention.unit + 1..<min(units.count, mention.unit + 9)
    guard let among = behind.first(where: { grammar.isWord("among", $0) }),
      !(behind.lowerBound..<among).contains(where: { units[$0].kind == .mark }),
      let last = grammar.plainPhrase(at: among + 1)
    else { return nil }
    let first = (among + 1..<last + 1).first { !grammar.has($0, .determiner) } ?? among + 1
    return (first..<last + 1).contains {
      grammar.has($0, .person) && !grammar.has($0, .outcome) || units[$0].isDemonym
    }
      ? first..<last + 1 : nil
  }

  /// 'children' in 'two of them children', 'one a child': who some of those told before are.
  private func share(of mention: Mention) -> Range<Int>? {
    let next = mention.end + 1
    let isShare =
      grammar.isWord("of them", next - 1) && mention.end > mention.unit
      || mention.number.isOne && (grammar.isWord("a", next) || grammar.isWord("an", next))
    guard isShare, next < units.count, let last = grammar.plainPhrase(at: next),
      (next..<last + 1).contains(where: { grammar.has($0, .person) || units[$0].isDemonym })
    else { return nil }
    return next..<last + 1
  }

  /// Whether a noun names people only by what they suffered: 'the dead', 'victims'.
  private func senseOfSufferers(_ head: Int) -> Bool {
    grammar.isWord("victims", head) || grammar.isWord("victim", head)
      || grammar.isWord("dead", head) || grammar.isWord("casualties", head)
      || grammar.isWord("fatalities", head)
  }

  /// The first unit of the phrase, with the determiner behind 'of': 'his daughters' in 'two of his
  /// daughters'.
  private func startOfPhrase(of mention: Mention) -> Int {
    let first = mention.phrase.lowerBound
    guard grammar.isWord("of", mention.unit + 1), mention.unit + 2 < first,
      (mention.unit + 2..<first).allSatisfy({ grammar.has($0, .determiner) })
    else { return first }
    return mention.unit + 2
  }

  /// The end of '50 Houthi rebels and Yemeni troops': people of two sides in one sum.
  private func joined(to mention: Mention) -> Int? {
    let first = mention.phrase.lowerBound..<mention.end + 1
    let joint = mention.end + 1
    guard grammar.isWord("and", joint), joint + 1 < units.count,
      first.contains(where: { units[$0].party >= 0 })
    else { return nil }
    let (phrase, head, last) = grammar.nounPhrase(behind: joint)
    guard let head, grammar.has(head, .person),
      phrase.contains(where: { units[$0].party >= 0 || units[$0].source >= 0 }),
      !grammar.has(last + 1, .cue), mention.rule != .object || !isVerb(last + 1)
    else { return nil }
    return last + 1
  }

  private func isVerb(_ index: Int) -> Bool { index < units.count && grammar.isVerb(index) }

  /// '10,675 civilian deaths and 24,207 injuries': the noun left out is that of the first.
  private func sharedPhrase(_ index: Int, _ steps: Int) -> Range<Int>? {
    guard index > 0, let head = grammar.mentions[index - 1].head, isOutcomeNoun(head),
      grammar.mentions[index - 1].end < grammar.mentions[index].unit,
      (grammar.mentions[index - 1].end + 1..<grammar.mentions[index].unit).contains(where: {
        grammar.isJoint($0)
      })
    else { return nil }
    return phrase(of: index - 1, steps: steps + 1)
  }

  /// 'deadly for Ukrainian civilians, with 219 killed': the people named before.
  private func peopleNamed(before end: Int) -> Range<Int>? {
    var index = end - 1
    while index > 0, end - index < 8 {
      if grammar.mention(at: index) != nil { return nil }
      if grammar.has(index, .person), !grammar.has(index, [.speaker, .title, .outcome]) {
        let first =
          units[index - 1].isDemonym || grammar.isWord("civilian", index - 1) ? index - 1 : index
        return first..<index + 1
      }
      index -= 1
    }
    return nil
  }

  private func isVictimNoun(_ head: Int) -> Bool {
    grammar.senses(head).contains { $0.frame == .people }
  }

  func isOutcomeNoun(_ head: Int) -> Bool {
    grammar.senses(head).contains { [.event, .people, .lives, .loss, .toll].contains($0.frame) }
  }

  /// Whether a word before an outcome noun tells who suffered: 'civilian' in '12 civilian deaths'.
  private func describes(_ index: Int) -> Bool {
    units[index].kind == .word && !grammar.has(index, .more)
      && (grammar.has(index, .person) || units[index].party >= 0
        || units[index].isContent && !grammar.has(index, .adverb))
  }

  /// 'deaths of 12' has none; '12 deaths of civilians', '12 of the dead' have one.
  private func ofComplement(_ head: Int, _ end: Int) -> Range<Int>? {
    guard end > head, grammar.isWord("of", head + 1) else { return nil }
    return head + 2..<end + 1
  }

  /// 'casualties for the Ukrainians', 'casualties among civilians'.
  private func complement(behind end: Int) -> Range<Int>? {
    let joint = end + 1
    guard
      grammar.isWord("for", joint) || grammar.isWord("among", joint)
        || grammar.isWord("amongst", joint)
        || grammar.isWord("to", joint) || grammar.isWord("on", joint)
    else { return nil }
    guard joint + 1 < units.count, let last = grammar.plainPhrase(at: joint + 1) else { return nil }
    let range = joint + 1..<last + 1
    guard
      range.contains(where: {
        units[$0].isDemonym || units[$0].party >= 0 || grammar.has($0, .person)
      })
    else { return nil }
    return range
  }

  /// '88 of them Australians', '30 of whom children': what a part of the people are.
  private func apposed(behind end: Int) -> Range<Int>? {
    let joint = end + 1
    guard grammar.has(joint, .part),
      joint + 1 < units.count, let last = grammar.plainPhrase(at: joint + 1),
      (joint + 1..<last + 1).contains(where: { units[$0].isDemonym || grammar.has($0, .person) }),
      last + 1 >= units.count || !isVerb(last + 1)
    else { return nil }
    return joint + 1..<last + 1
  }

  /// Whether a phrase says of the people no more than that they are others or what they suffered:
  /// 'others', 'casualties', 'men'.
  func isNameless(_ phrase: Range<Int>?) -> Bool {
    phrase?.allSatisfy {
      grammar.has($0, [.more, .determiner, .adverb]) || grammar.isWord("men", $0)
        || grammar.isWord("members", $0)
        || senseOfSufferers($0) || isOutcomeNoun($0) || isNation($0, before: phrase?.upperBound)
    } ?? true
  }

  /// 'Russian' in '60,000 Russian casualties', 'heavy' in 'heavy losses'.
  private func isNation(_ index: Int, before noun: Int?) -> Bool {
    (units[index].isDemonym ? !grammar.has(index, .plural) : !grammar.has(index, .person))
      && noun.map { grammar.senses($0).contains { $0.outcome == .casualties } } ?? false
  }

  /// Whether the people bore arms, as their phrase tells it, else the words around the figure.
  func status(of mention: Mention, _ phrase: Range<Int>?) -> VictimStatus {
    guard let range = phrase else { return statusWord(around: mention) }
    // 'took 300 prisoners': of an enemy's soldiers.
    if mention.outcome == .captured, let head = mention.head,
      grammar.isWord("prisoners", head) || grammar.isWord("prisoners of war", head)
    {
      return .military
    }
    for unit in range where !isMixed(range) {
      if grammar.isWord("civilian", unit) || grammar.isWord("civilians", unit) { return .civilian }
      if grammar.isWord("military", unit) || grammar.isWord("armed", unit)
        || grammar.isWord("uniformed", unit)
      {
        return .military
      }
    }
    // 'civilians and soldiers' are both.
    if isMixed(range) { return .unspecified }
    // The head decides: the last noun before an 'of'.
    var head: Int?
    var statuses: [VictimStatus] = []
    for unit in range {
      if grammar.isWord("of", unit) || grammar.isWord("from", unit) {
        if let status = head.flatMap({ grammar.term($0)?.status }), status != .unspecified { break }
      }
      if grammar.has(unit, .person), let status = grammar.term(unit)?.status {
        head = unit
        statuses.append(status)
      }
    }
    if let status = head.flatMap({ grammar.term($0)?.status }), status != .unspecified {
      return status
    }
    if isOfForces(range) { return .military }
    if statuses.contains(.civilian) { return .civilian }
    if statuses.contains(.military) { return .military }
    for unit in range where grammar.isWord("teenage", unit) || grammar.isWord("unarmed", unit) {
      return .civilian
    }
    return mention.head == nil && !range.contains { grammar.has($0, .person) }
      ? statusWord(around: mention) : .unspecified
  }

  /// Whether 'and' joins those who bear arms and those who do not: 'civilians and soldiers'.
  private func isMixed(_ range: Range<Int>) -> Bool {
    guard range.contains(where: { grammar.has($0, .conjunction) }) else { return false }
    let statuses = range.compactMap { grammar.has($0, .person) ? grammar.term($0)?.status : nil }
    return statuses.contains(.civilian) && statuses.contains(.military)
  }

  /// 'members of a peasant militia', 'leaders of the patrol': people of a body of armed men.
  private func isOfForces(_ range: Range<Int>) -> Bool {
    guard let of = range.first(where: { grammar.isWord("of", $0) }) else { return false }
    return (of..<range.upperBound).contains {
      grammar.has($0, .formation) || grammar.term($0)?.status == .military
    }
  }

  private func statusWord(around mention: Mention) -> VictimStatus {
    guard let trigger = mention.trigger, trigger > 0 else { return .unspecified }
    if grammar.isWord("military", trigger - 1) { return .military }
    if grammar.isWord("civilian", trigger - 1) { return .civilian }
    // 'the detachment lost six killed': only forces are said to lose men so.
    let isLoss = (0..<mention.unit).contains {
      grammar.senses($0).contains { $0.frame == .loss || $0.frame == .lose }
        && !grammar.has($0, .gerund)
    }
    if isLoss, mention.head == nil, mention.rule != .ofNoun { return .military }
    return .unspecified
  }
}
