internal import ClaimModel
internal import Lexicons

/// Reads one sentence: its quantities, the outcome words that govern them, and how they hang
/// together.
///
/// The outcome words are visited in reading order; each looks for its victims where its frame has
/// them (object, subject, 'of' complement, number of a toll). What then is still free is tried as a
/// coordination, a gapping or a part of what was found. What stays free gets a reason.
struct SentenceGrammar {
  private let page: Page
  /// The units, with each number expression as one of them.
  private(set) var units: [Unit]
  /// What any of the units can be: what the sentence lacks need not be looked for.
  let classes: WordClasses
  /// The quantities in reading order.
  var mentions: [Mention] = []
  /// For each unit the mention that it is; -1 for none.
  private(set) var mentionOfUnit: [Int]

  var text: TokenizedText { page.text }
  var lexicon: Lexicon { page.lexicon }

  init(page: Page, units plain: [Unit]) {
    self.page = page
    let numbers = NumberGrammar(page: page, units: plain).numbers()
    var merged: [Unit] = []
    merged.reserveCapacity(plain.count)
    var kept: [StatedNumber] = []
    var index = 0
    var next = 0
    while index < plain.count {
      if next < numbers.count, numbers[next].first == index {
        var number = numbers[next]
        var unit = plain[number.first]
        unit.kind = .quantity
        unit.last = plain[number.last].last
        unit.classes = []
        unit.party = -1
        unit.source = -1
        unit.place = -1
        unit.quantity = Int32(kept.count)
        index = number.last + 1
        number.first = merged.count
        number.last = merged.count
        number.coreFirst = plain[numbers[next].coreFirst].first
        number.coreLast = plain[numbers[next].coreLast].last
        merged.append(unit)
        kept.append(number)
        next += 1
      } else {
        merged.append(plain[index])
        index += 1
      }
    }
    units = merged
    classes = merged.reduce(into: []) { $0.formUnion($1.classes) }
    mentionOfUnit = Array(repeating: -1, count: merged.count)
    for unit in units.indices where isMonthName(unit) { units[unit].classes.remove(.modal) }
    addMentions(kept, plain: plain, numbers: numbers)
  }

  // MARK: Mentions

  private mutating func addMentions(
    _ kept: [StatedNumber], plain: [Unit], numbers: [StatedNumber]
  ) {
    addZeroWords()
    let test = CountTest(page: page, units: plain)
    for (index, number) in kept.enumerated() {
      let reason = test.reason(against: numbers[index])
      let (phrase, head, end) = nounPhrase(
        behind: number.first,
        isVague: number.qualifier == .indefinite
          || !number.isPlainDigits && number.low.digits % 12 == 0)
      var mention = Mention(
        number: number, unit: number.first, phrase: phrase, head: head, end: end,
        kind: kind(ofHead: head), reason: reason)
      // 'the town of 12,000 was captured'
      if mention.kind == .none, mention.reason == nil, isWord("of", number.first - 1),
        has(number.first - 2, .settlement)
      {
        mention.reason = "strength"
      }
      // 'a family of five'
      if mention.kind == .none, isWord("of", number.first - 1), has(number.first - 2, .person),
        !has(number.first - 2, [.plural, .outcome])
      {
        mention.kind = .people
      }
      if mention.kind == .thing, let head,
        isNameOfSufferers(head) || listedSufferers(before: number.first, head: head) != nil
      {
        mention.kind = .people
      }
      takeCountNoun(&mention)
      // '14 of their number'
      if mention.kind == .thing, let head, isWord("number", head), isPossessivePronoun(head - 1) {
        mention.kind = .people
      }
      // 'out of a total strength of 511'
      if mention.reason == nil, isWord("of", number.first - 1), isWord("strength", number.first - 2)
      {
        mention.reason = "strength"
      }
      if mention.reason == nil, mention.kind == .thing { mention.reason = "thing" }
      if mention.reason == nil, isRate(mention) { mention.reason = "rate" }
      // 'one more man Imran Dar': the name says who.
      if number.isOne, mention.kind == .unknown,
        let person = phrase.first(where: { isPeople($0) }),
        (person + 1..<phrase.upperBound).allSatisfy({ units[$0].isCapital })
      {
        mention.kind = .people
      }
      // 'one neighbourhood': a single thing that the lexicon does not know is no person.
      if mention.reason == nil, number.isOne, mention.kind == .unknown { mention.reason = "thing" }
      // 'a couple and their children': two who belong together, not about two.
      if mention.head == nil, has(mention.end + 1, .conjunction),
        text.isWord("a couple", units[number.first].first, units[number.first].last)
      {
        mention.reason = "pronoun"
      }
      // 'no-one was hurt', 'not one was hurt'
      if number.isOne,
        isMark(0x2D, number.first - 1) && isWord("no", number.first - 2)
          || isWord("not", number.first - 1)
      {
        mention.reason = "pronoun"
      }
      takeQualifierBehindNoun(&mention)
      mentions.append(mention)
    }
    mentions.sort { $0.unit < $1.unit }
    for (index, mention) in mentions.enumerated() { mentionOfUnit[mention.unit] = index }
  }

  /// 'sixty-six people or more': the qualifier stands behind the noun.
  private func takeQualifierBehindNoun(_ mention: inout Mention) {
    let next = mention.end + 1
    guard mention.end > mention.unit, next < units.count, has(next, .qualifierAfter),
      !has(next, .qualifierBefore), mention.number.qualifier == .exact,
      let qualifier = term(next)?.qualifier, !isWord("plus", next)
    else { return }
    mention.number.qualifier = qualifier
    mention.number.last = next
    mention.end = next
  }

  /// The noun phrase that starts behind a unit: its units, its head and the end of its complement.
  ///
  /// - Parameters:
  ///   - unit: the quantity, or the unit before a phrase without one.
  ///   - isVague: whether a bare 'of' may follow: 'dozens of people', but '12 of cholera' leaves
  ///     out the people.
  /// - Returns: the phrase's units, its head, and the last unit of its complement.
  func nounPhrase(behind unit: Int, isVague: Bool = true) -> (Range<Int>, Int?, Int) {
    var start = unit + 1
    var isPartitive = false
    if isWord("of them", start) || isWord("of those", start) || isWord("of these", start) {
      // 'ten of these deaths', 'two of those children', 'ten of these reported deaths'
      let noun = has(start + 1, .reporting) ? start + 2 : start + 1
      guard !isWord("of them", start), noun < units.count,
        has(noun, .person) && has(noun, .plural)
          || senses(noun).contains(where: { $0.frame == .event })
      else { return (start..<start, nil, start) }
      return (start + 1..<noun + 1, noun, noun)
    }
    if !isVague, start + 1 < units.count, isWord("of", start),
      !has(start + 1, [.determiner, .pronoun]),
      units[start + 1].quantity < 0, !isPeople(start + 1), !units[start + 1].isName,
      !has(start + 1, .outcome)
    {
      return (start..<start, nil, unit)
    }
    if start < units.count, isWord("of", start) {
      isPartitive = true
      start += 1
    }
    while start < units.count, isQuote(start) { start += 1 }
    if start < units.count, isWord("of", start) {
      isPartitive = true
      start += 1
    }
    var index = start
    while index < units.count, isPartitive || index > unit + 1 || !units[index].isCapital,
      units[index].classes.contains(.determiner),
      !units[index].classes.contains(.relative)
        || isPartitive, units[index].kind == .word,
      isPartitive || isPossessivePronoun(index) || isWord("such", index)
    {
      index += 1
    }
    // 'six other injured troops'
    if has(index, .more), index + 2 < units.count, isParticipleOutcome(index + 1),
      isPeople(index + 2)
    {
      index += 1
    }
    let first = index
    var head: Int?
    while index < units.count, continuesPhrase(index, from: first, head: head) {
      if units[index].kind == .word, !units[index].classes.contains(.adverb) || head == nil {
        head = index
      }
      index += 1
    }
    // '76 of the ferry's 118 passengers': the number behind counts its own noun.
    if head != nil, index < units.count, units[index].quantity >= 0,
      units[index - 1].kind == .possessive, isPartitive
    {
      return (first..<first, nil, unit)
    }
    guard let head, head >= first else {
      if isPartitive, first < units.count, units[first].classes.contains(.pronoun) {
        return (first..<first + 1, first, first)
      }
      return (first..<first, nil, unit)
    }
    if let second = secondNoun(behind: head, from: unit) {
      return (first..<second + 1, second, second)
    }
    var end = head
    // 'members of the Zorob family', 'officers from the 6th brigade'.
    if head + 1 < units.count, isWord("of", head + 1) {
      var next = head + 2
      while next < units.count, units[next].classes.contains(.determiner) || isQuote(next) {
        next += 1
      }
      var last: Int?
      while next < units.count, continuesPhrase(next, from: head + 2, head: last) {
        last = next
        next += 1
      }
      if let last { end = last }
    }
    return (first..<head + 1, head, end)
  }

  /// Whether a unit goes on with the noun phrase that started at `first`.
  private func continuesPhrase(_ index: Int, from first: Int, head: Int?) -> Bool {
    let unit = units[index]
    switch unit.kind {
    case .quantity, .number: return false
    case .possessive: return head != nil
    case .mark:
      // A hyphen inside a compound, quotation marks inside the phrase.
      if unit.mark == 0x2D, !unit.isSpaced, index + 1 < units.count, !units[index + 1].isSpaced {
        return true
      }
      // 'seven Daesh (ISIS) commanders': another name in brackets.
      if unit.mark == 0x28, head != nil, opensName(index) { return true }
      if unit.mark == 0x29, head != nil {
        return (max(first, index - 8)..<index).contains { isMark(0x28, $0) }
      }
      return isQuote(index) && index + 1 < units.count && units[index + 1].isContent
        && !readsAsVerb(index + 1) && head != nil && unit.isSpaced
    case .word: break
    }
    if unit.isName, unit.classes.isDisjoint(with: .function) { return true }
    if !unit.classes.isDisjoint(with: [.weekday, .day, .severity, .ward]) { return false }
    // 'rose to 45 overnight'
    if head == nil, term(index)?.time == .overnight,
      !(index + 1 < units.count && isPeople(index + 1))
    {
      return false
    }
    if unit.classes.contains(.month), unit.isCapital { return false }
    if !unit.isContent {
      // 'more' and 'other' stand in front of the noun: 'eight more', 'three other soldiers'.
      return unit.classes.contains(.more) && head == nil
    }
    if unit.classes.contains(.part) && !unit.classes.contains(.person) { return false }
    let next = index + 1 < units.count ? units[index + 1] : nil
    let nextIsNoun =
      next.map {
        ($0.kind == .word && $0.isContent && !readsAsVerb(index + 1)
          && !$0.classes.contains(.adverb)
          && $0.classes.isDisjoint(with: [.weekday, .day])
          && !($0.isCapital && $0.classes.contains(.month)))
      } ?? false
    if unit.classes.contains(.timeModifier), next?.classes.contains(.timeUnit) ?? false {
      return false
    }
    if unit.classes.contains(.adverb) {
      // 'three severely wounded people'
      return head == nil
        && (nextIsNoun
          || index + 2 < units.count && isParticipleOutcome(index + 1) && isPeople(index + 2))
    }
    if head == nil, index > 0, has(index - 1, .determiner) || isWord("of", index - 1),
      senses(index).contains(where: { $0.frame == .people })
    {
      return true
    }
    if isParticipleOutcome(index) {
      // 'two attacks wounded civilians'
      if let head, has(head, .attack) { return false }
      // 'four injured children' against '129 people killed'.
      return head.map { !isPeople($0) } ?? true ? nextIsNoun && isNounLike(index + 1) : false
    }
    // '512 attacks targeting civilians'
    if let head, has(head, .attack), unit.classes.contains(.gerund) { return false }
    if readsAsVerb(index) {
      if unit.classes.contains(.person), unit.classes.contains(.plural) || head == nil {
        return true
      }
      // 'nine militant camps in the hills': what 'militant' stands before is a noun.
      if let head, head == first, isPeople(head), !has(head, .plural), !isWord("one", first - 1),
        unit.classes.contains(.verbS), term(head)?.status == .military,
        !(next?.isContent ?? false), next?.classes.isDisjoint(with: .determiner) ?? true
      {
        return true
      }
      if let head, isPeople(head) || units[head].isDemonym { return false }
      if unit.classes.contains(.ambiguousVerb), !unit.classes.contains(.verbPast) { return true }
      // '40 murders', 'of the care home'
      if has(index, .plural), senses(index).contains(where: { $0.frame == .event }) { return true }
      if head == nil, has(index - 1, .determiner), nextIsNoun { return true }
      // 'several require evacuation': a bare verb is no part of the phrase.
      if head == nil, unit.classes.isDisjoint(with: [.verbPast, .participle, .gerund]) {
        return false
      }
      return nextIsNoun && !unit.classes.contains(.verbS)
    }
    if let head, isPeople(head), unit.classes.isDisjoint(with: [.person, .outcome, .title]),
      has(head, .plural) || !unit.classes.contains(.speaker)
    {
      // Behind 'people' only a noun of the same kind goes on.
      // 'nine militant camps', '12 police stations': what they are of.
      if head == first, !has(head, .plural), unit.classes.contains(.measure), !unit.isName,
        !isWord("one", first - 1), has(index, .plural) || term(index)?.reason == .thing
      {
        return true
      }
      return head == first - 1 || unit.isCapital && units[head].isCapital
        || nextIsNoun && units[head].classes.isDisjoint(with: .plural)
    }
    return true
  }

  private func isNounLike(_ index: Int) -> Bool {
    let unit = units[index]
    return unit.classes.contains(.person) || unit.isDemonym || unit.isName
      || unit.classes.contains(.measure)
      || unit.classes.isDisjoint(with: [.preposition, .verb, .adverb, .timeUnit, .timeModifier])
  }

  /// Whether a unit names people.
  func isPeople(_ index: Int) -> Bool {
    units[index].classes.contains(.person)
  }

  private func isParticipleOutcome(_ index: Int) -> Bool {
    guard units[index].classes.contains(.outcome) else { return false }
    return units[index].classes.contains(.participle)
      || senses(index).contains { $0.frame == .state }
        && !(isPeople(index) && has(index, .plural))
  }

  func kind(ofHead head: Int?) -> Mention.Kind {
    guard let head else { return .none }
    let unit = units[head]
    if unit.classes.contains(.person) || unit.isDemonym { return .people }
    // '44 massacres', '320 machine-guns': a word for an outcome that counts no people.
    if unit.classes.contains([.measure, .outcome]) { return .thing }
    if unit.classes.contains(.outcome) || unit.classes.contains(.more)
      || unit.classes.contains(.pronoun)
    {
      return .people
    }
    if unit.classes.contains(.measure), !unit.isName { return .thing }
    if unit.classes.contains(.timeUnit) { return .thing }
    return .unknown
  }

  /// '26,000 a month', '824 each day': a rate is no count.
  private func isRate(_ mention: Mention) -> Bool { isRate(at: mention.end + 1) }

  /// Whether 'a month', 'each day' or 'per' stands at a unit.
  func isRate(at next: Int) -> Bool {
    guard next + 1 < units.count else { return false }
    if isWord("per", next) || isWord("daily", next) || isWord("annually", next)
      || isWord("yearly", next)
    {
      return true
    }
    guard isIndefiniteArticle(next) || isWord("each", next) || isWord("every", next),
      has(next + 1, .timeUnit)
    else { return false }
    // 'a day after', 'a week ago' tell when, not how often.
    return !isIndefiniteArticle(next)
      || !isWord("after", next + 2) && !isWord("before", next + 2) && !isWord("ago", next + 2)
        && !isWord("earlier", next + 2) && !isWord("later", next + 2)
  }
}
