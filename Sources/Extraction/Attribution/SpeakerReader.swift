internal import ClaimModel
internal import Lexicons

/// Reads noun phrases that can speak: persons, offices, bodies, parties, outlets.
struct SpeakerReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge

  var units: [Unit] { grammar.units }

  /// The speaker whose noun phrase ends right before a unit; nil where none does.
  func speaker(endingBefore end: Int) -> Speaker? {
    var last = end - 1
    // 'John Smith Jr. told'
    if grammar.isMark(0x2E, last), last > 0, !units[last].isSpaced, units[last - 1].isCapital {
      last -= 1
    }
    while last >= 0, let before = skippingAdjunct(endingAt: last) { last = before }
    guard last >= 0 else { return nil }
    if grammar.isMark(0x2C, last) || grammar.isMark(0x29, last) || grammar.isDash(last) {
      return speakerBehindApposition(closingAt: last)
    }
    let first = startOfPhrase(endingAt: last)
    guard first <= last else { return nil }
    // 'Ana De Meo, deputy head of the agency told': the apposition's second comma is left out.
    return holder(ofRole: first..<last + 1) ?? read(first..<last + 1)
  }

  /// The person before the comma on which a phrase with their role follows; nil where none starts
  /// the clause.
  private func holder(ofRole role: Range<Int>) -> Speaker? {
    let comma = role.lowerBound - 1
    guard grammar.isMark(0x2C, comma), comma > 1,
      opensWithRole(role.lowerBound, role.upperBound - 1),
      case let start = startOfPhrase(endingAt: comma - 1), start < comma, startsClause(start),
      let named = read(start..<comma), named.kind == .person
    else { return nil }
    return named
  }

  /// Whether a phrase that starts at a unit can be a subject: 'treated at the Nehru Institute, the
  /// minister said' has another.
  private func startsClause(_ start: Int) -> Bool {
    start == 0 || units[start - 1].kind == .mark
      || grammar.has(start - 1, [.conjunction, .subordinator, .adverb])
      || grammar.isWord("that", start - 1)
  }

  /// Whether a phrase calls one person by a role before any preposition.
  func opensWithRole(_ first: Int, _ last: Int) -> Bool {
    for index in first...min(last, first + 5) {
      if grammar.has(index, .preposition) { return false }
      // 'the official daily': what it stands before is a body.
      if index < last, grammar.has(index + 1, .speaker), grammar.term(index + 1)?.isBody == true {
        continue
      }
      if grammar.has(index, .title)
        || grammar.has(index, .speaker) && !grammar.has(index, .plural)
          && grammar.term(index)?.isBody == false
      {
        return true
      }
    }
    return false
  }

  /// Where the adverbs and times start that stand right before a unit; the unit itself where none do.
  func startWithoutAdjuncts(endingBefore end: Int) -> Int {
    var start = end
    while start > 0, let before = skippingAdjunct(endingAt: start - 1) { start = before + 1 }
    return start
  }

  /// The unit before an adverb, a quotation mark or a time that stands between subject and cue:
  /// 'officials on Tuesday said'; nil where none stands at a unit.
  private func skippingAdjunct(endingAt last: Int) -> Int? {
    if grammar.isQuote(last) { return last - 1 }
    // 'The rebels, however, said'
    if grammar.isMark(0x2C, last), last > 2, grammar.has(last - 1, .adverb),
      grammar.isMark(0x2C, last - 2)
    {
      return last - 3
    }
    if grammar.has(last, .adverb), !units[last].isName, !grammar.has(last, [.speaker, .person]) {
      return last - 1
    }
    // 'The army itself admitted'
    if last > 0, grammar.has(last, .pronoun), grammar.string(at: last).hasSuffix("self") {
      return last - 1
    }
    // 'The ministry first reported'
    if last > 0, units[last].quantity >= 0, !units[last].isCapital,
      grammar.mention(at: last).map({ grammar.mentions[$0].reason == "ordinal" }) ?? false
    {
      return last - 1
    }
    var first = last
    if units[last].quantity >= 0, last > 0, grammar.has(last - 1, .month) { first = last - 1 }
    if grammar.has(last, [.weekday, .day]) || first < last
      || grammar.has(last, .timeUnit) && last > 0
        && grammar.has(last - 1, [.timeModifier, .determiner])
    {
      if grammar.has(first, .timeUnit) { first -= 1 }
      while first > 0, grammar.has(first - 1, [.timeModifier, .weekday, .day]) { first -= 1 }
      if first > 0,
        grammar.isWord("on", first - 1) || grammar.isWord("in", first - 1)
          || grammar.isWord("during", first - 1) || grammar.isWord("over", first - 1)
          || grammar.isWord("at", first - 1) || grammar.isWord("from", first - 1)
      {
        first -= 1
      }
      return first - 1
    }
    return nil
  }

  /// 'Vadym Filashkin, the governor, said': of the two the name counts.
  private func speakerBehindApposition(closingAt close: Int) -> Speaker? {
    var open = close - 1
    while open > 0, !opensApposition(open, closingAt: close), close - open < 24 {
      open -= 1
    }
    guard open > 0, !grammar.isQuote(open - 1) else { return nil }
    // 'others, including Ambassador Nils Berg, have put the toll at 5,000'
    if grammar.isWord("including", open + 1), let named = read(open + 2..<close),
      grammar.has(open - 1, .more) || read(startOfPhrase(endingAt: open - 1)..<open) == nil
    {
      return named
    }
    // 'Musa Bala, 43, who lost his brother, said'
    if open > 2, units[open - 1].quantity >= 0, grammar.isMark(0x2C, open - 2) { open -= 2 }
    if grammar.has(open + 1, .preposition) { return speakerBeforeAdjunct(at: open) }
    let first = startOfPhrase(endingAt: open - 1)
    if let named = soleName(behind: open, ofRole: first..<open), close == open + 2 { return named }
    guard first < open, let outer = read(first..<open) else {
      // 'The chief minister, Vilas Deshmukh, said'
      let inner = read(trimmed(open + 1..<close))
      return inner?.kind == .person ? inner : nil
    }
    // 'Alexei Tomin, deputy head of the institute, which counts the dead, said'
    if outer.kind != .person, let holder = holder(ofRole: first..<open) { return holder }
    // 'the alliance, led by Abebe Kebede, put the toll at 80'
    if grammar.has(open + 1, [.participle, .relative]), !units[open + 1].isCapital { return outer }
    if outer.kind != .person, var inner = read(trimmed(open + 1..<close)), inner.kind == .person {
      if inner.side.isEmpty { inner.side = outer.side }
      if inner.type == .unknown { inner.type = outer.type }
      return inner
    }
    return outer
  }

  /// 'The head of the section, Supriyadi', 'another villager, Razia': a person of one name behind a
  /// role, with a mark behind it.
  func soleName(behind comma: Int, ofRole role: Range<Int>) -> Speaker? {
    let name = comma + 1
    guard let first = role.first, let last = role.last, grammar.isMark(0x2C, comma),
      name < units.count, units[name].kind == .word, units[name].isCapital, !units[name].isName,
      units[name].term < 0, units[name].place < 0, units[name].party < 0, units[name].source < 0,
      name + 1 >= units.count || units[name + 1].kind == .mark
    else { return nil }
    let isOne =
      grammar.has(last, .person) && !grammar.has(last, .plural) && grammar.has(first, .determiner)
    let outer = read(role)
    guard isOne || outer?.kind == .group && opensWithRole(first, last) else { return nil }
    return Speaker(
      units: first..<name + 1, name: string(name..<name + 1), kind: .person,
      type: outer?.type ?? .witness, side: outer?.side ?? "", headNoun: "")
  }

  /// Whether a mark opens what another closes: a bracket only another bracket.
  private func opensApposition(_ open: Int, closingAt close: Int) -> Bool {
    if grammar.isMark(0x28, open) { return true }
    return !grammar.isMark(0x29, close)
      && (grammar.isMark(0x2C, open) || grammar.isDash(open) && !isOfSpan(open))
  }

  /// '1708–09': a dash between two numbers.
  private func isOfSpan(_ dash: Int) -> Bool {
    !units[dash].isSpaced && units[dash - 1].quantity >= 0 && dash + 1 < units.count
      && units[dash + 1].quantity >= 0
  }

  /// 'Openlist, a media outlet, together with its partners, said': who stands before the adjunct.
  private func speakerBeforeAdjunct(at comma: Int) -> Speaker? {
    let near = speaker(endingBefore: comma)
    guard let start = near?.units.lowerBound, grammar.isMark(0x2C, start - 1),
      grammar.isIndefiniteArticle(start), let named = speakerBehindApposition(closingAt: comma)
    else { return near }
    return named
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound, grammar.isMark(0x2C, lower) { lower += 1 }
    return lower..<range.upperBound
  }

  /// The speaker whose noun phrase starts at a unit; nil where none does.
  func speaker(startingAt start: Int) -> Speaker? {
    var first = start
    while first < units.count, grammar.isQuote(first) { first += 1 }
    guard first < units.count else { return nil }
    var end = first
    while end < units.count, continuesForward(end, from: first) { end += 1 }
    guard end > first else { return nil }
    let speaker = read(first..<end)
    // 'the director of the institute, Dr Flora'
    if let speaker, speaker.kind != .person, grammar.isMark(0x2C, end),
      let name = self.name(startingAt: end + 1) ?? soleName(behind: end, ofRole: first..<end)
    {
      return name
    }
    return speaker
  }

  /// The person whose name of two words or more starts at a unit; nil where none does.
  func name(startingAt start: Int) -> Speaker? {
    var end = start
    while end < units.count, units[end].kind == .word, units[end].isCapital, end - start < 6,
      units[end].classes.isDisjoint(with: [.month, .weekday, .function])
    {
      end += 1
    }
    guard end > start + 1, let speaker = read(start..<end), speaker.kind == .person else {
      return nil
    }
    return speaker
  }

  private func continuesForward(_ index: Int, from first: Int) -> Bool {
    let unit = units[index]
    switch unit.kind {
    case .possessive: return true
    case .mark:
      return unit.mark == 0x2D && !unit.isSpaced || unit.mark == 0x40
        || unit.mark == 0x2E && !unit.isSpaced && index + 1 < units.count
          && units[index + 1].isCapital
          && units[index - 1].isCapital
    case .number: return false
    case .quantity:
      // 'the 70-page study', 'the army's 5th Brigade'
      return index == first || grammar.isMark(0x2D, index + 1) && !units[index + 1].isSpaced
        || grammar.mention(at: index).map { grammar.mentions[$0].reason == "ordinal" } ?? false
    case .word: break
    }
    if unit.isName || grammar.has(index, .speaker) { return true }
    if isAccording(index) { return false }
    if grammar.has(index, [.weekday, .day, .relative, .subordinator, .be, .have, .modal, .do]) {
      return false
    }
    if grammar.has(index, .pronoun) { return index == first }
    if grammar.has(index, .determiner) {
      return index == first || grammar.has(index - 1, [.preposition, .conjunction])
    }
    if grammar.isWord("of", index) || grammar.isWord("for", index) { return index > first }
    if grammar.isWord("in", index) {
      return index > first && index + 1 < units.count && units[index + 1].isCapital
        && units[index + 1].classes.isDisjoint(with: [.month, .weekday])
    }
    if grammar.isWord("and", index) {
      return index > first && index + 1 < units.count
        && (grammar.has(index + 1, .speaker)
          || units[index + 1].isCapital && units[index - 1].isCapital
          // 'Union envoy and former President Kofi Mensah'
          || grammar.isWord("former", index + 1) && grammar.has(index - 1, [.speaker, .title]))
    }
    if grammar.isWord("from", index) || grammar.isWord("by", index) {
      // 'data from the archive', 'a report by the institute'
      return index > first
        && (grammar.has(index - 1, .telling) || isToll(index - 1))
        || index > first && grammar.has(index - 1, .speaker)
          && [.research, .media, .official].contains(grammar.term(index - 1)?.sourceType)
    }
    if grammar.has(index, [.preposition, .conjunction, .negation]) { return false }
    // 'the secretary of the trust'
    if grammar.has(index, .verbBase), grammar.has(index - 1, .determiner) { return true }
    if grammar.isVerb(index), !unit.isCapital, !isToll(index),
      !grammar.has(index, [.person, .speaker, .title])
    {
      // 'unnamed sources', 'displaced residents'
      // 'a newly released cable', 'the leaked documents'
      if grammar.has(index, .participle), index > first, index + 1 < units.count,
        grammar.has(index - 1, [.adverb, .determiner]), units[index + 1].isContent,
        !grammar.has(index + 1, [.adverb, .weekday, .day])
      {
        return true
      }
      return !grammar.has(index, .verbS)
        && (!grammar.has(index, .verbPast) || index == first || grammar.isMark(0x2D, index - 1))
        && index + 1 < units.count
        && (grammar.has(index + 1, [.speaker, .person]) || units[index + 1].isDemonym
          || units[index + 1].isCapital
            && (grammar.isMark(0x2D, index - 1) || units[index + 1].source >= 0
              || grammar.has(index + 2, .speaker)))
    }
    return true
  }

  func isTerritoryName(_ index: Int) -> Bool {
    units[index].party >= 0 && !units[index].isDemonym
      && knowledge.partyKind(of: units[index]) == .territory
  }

  func isCountryName(_ index: Int) -> Bool {
    units[index].party >= 0 && !units[index].isDemonym
      && knowledge.partyKind(of: units[index]) == .country
  }
}
