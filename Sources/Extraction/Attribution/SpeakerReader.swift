internal import ClaimModel
internal import Lexicons

/// Reads noun phrases that can speak: persons, offices, bodies, parties, outlets.
struct SpeakerReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge

  private var units: [Unit] { grammar.units }

  /// The speaker whose noun phrase ends right before a unit; nil where none does.
  func speaker(endingBefore end: Int) -> Speaker? {
    var last = end - 1
    while last >= 0, let before = skippingAdjunct(endingAt: last) { last = before }
    guard last >= 0 else { return nil }
    if grammar.isMark(0x2C, last) || grammar.isMark(0x29, last) || grammar.isDash(last) {
      return speakerBehindApposition(closingAt: last)
    }
    let first = startOfPhrase(endingAt: last)
    guard first <= last else { return nil }
    return read(first..<last + 1)
  }

  /// The unit before an adverb, a quotation mark or a time that stands between subject and cue:
  /// 'officials on Tuesday said'; nil where none stands at a unit.
  private func skippingAdjunct(endingAt last: Int) -> Int? {
    if grammar.isQuote(last) { return last - 1 }
    if grammar.has(last, .adverb), !units[last].isName, !grammar.has(last, [.speaker, .person]) {
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
          || grammar.isWord("at", first - 1)
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
    while open > 0, !grammar.isMark(0x2C, open), !grammar.isMark(0x28, open), !grammar.isDash(open),
      close - open < 24
    {
      open -= 1
    }
    guard open > 0, !grammar.isQuote(open - 1) else { return nil }
    let first = startOfPhrase(endingAt: open - 1)
    guard first < open, let outer = read(first..<open) else { return nil }
    if outer.kind != .person, let inner = read(trimmed(open + 1..<close)), inner.kind == .person {
      return inner
    }
    return outer
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
      let name = self.name(startingAt: end + 1)
    {
      return name
    }
    return speaker
  }

  private func name(startingAt start: Int) -> Speaker? {
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
    case .quantity: return index == first
    case .word: break
    }
    if unit.isName || grammar.has(index, .speaker) { return true }
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
          || units[index + 1].isCapital && units[index - 1].isCapital)
    }
    if grammar.has(index, [.preposition, .conjunction, .negation]) { return false }
    if grammar.isVerb(index), !unit.isCapital, !grammar.has(index, [.person, .speaker, .title]) {
      return !grammar.has(index, [.verbS, .verbPast]) && index + 1 < units.count
        && grammar.has(index + 1, [.speaker, .person])
    }
    return true
  }

  private func startOfPhrase(endingAt last: Int) -> Int {
    var index = last
    var first = last + 1
    while index >= 0 {
      let unit = units[index]
      var takes = false
      switch unit.kind {
      case .possessive: takes = true
      case .quantity:
        takes =
          grammar.mention(at: index).map {
            [nil, "ordinal", "thing"].contains(grammar.mentions[$0].reason)
          } ?? false
      case .number: takes = unit.isSpaced == false
      case .mark:
        takes =
          unit.mark == 0x2D && !unit.isSpaced || unit.mark == 0x40
          || unit.mark == 0x29 || unit.mark == 0x28 || unit.mark == 0x5D || unit.mark == 0x5B
          || unit.mark == 0x2E && !unit.isSpaced && index < last && units[index + 1].isCapital
            && index > 0 && units[index - 1].isCapital
          || grammar.isQuote(index) && index < last && index > 0 && units[index - 1].kind == .word
            && units[index - 1].classes.isDisjoint(with: [.cue])
            && units[index + 1].isCapital && false
      case .word:
        if unit.isName || grammar.has(index, [.speaker, .title]) {
          takes = true
        } else if grammar.has(index, .pronoun), !grammar.has(index, .determiner) {
          takes = index == last
          if takes { first = index }
          return takes ? index : first
        } else if grammar.has(index, .determiner),
          !grammar.has(index, .relative)
            || grammar.isWord("that", index) && false
        {
          takes = true
        } else if grammar.isWord("of", index) || grammar.isWord("for", index) {
          takes = index < last
        } else if grammar.isWord("in", index) || grammar.isWord("at", index)
          || grammar.isWord("from", index)
        {
          takes =
            index < last && index > 0
            && (grammar.has(index - 1, [.speaker, .title]) || units[index - 1].isCapital)
            && units[index - 1].kind == .word && !grammar.isVerb(index - 1)
        } else if grammar.isWord("and", index) {
          takes =
            index < last && index > 0
            && (grammar.has(index + 1, [.speaker, .title]) || units[index + 1].isCapital)
            && (grammar.has(index - 1, [.speaker, .title, .person]) || units[index - 1].isCapital)
        } else if unit.classes.isDisjoint(with: .function), !grammar.has(index, [.weekday, .day]) {
          takes =
            !grammar.isVerb(index) || unit.isCapital
            || grammar.has(index, [.ambiguousVerb, .participle]) && index < last
          // 'a great number Ukraine lists': a common noun before a country's name ends before it.
          if takes, index < last, !unit.isCapital, isCountryName(index + 1) { takes = false }
        }
      }
      guard takes else { break }
      if unit.kind == .word || unit.kind == .quantity || unit.mark == 0x40 { first = index }
      index -= 1
    }
    return first
  }

  private func isCountryName(_ index: Int) -> Bool {
    units[index].party >= 0 && !units[index].isDemonym
      && knowledge.partyKind(of: units[index]) == .country
  }

  // MARK: What a phrase names

  /// The speaker that a noun phrase names; nil where it can't speak.
  func read(_ range: Range<Int>) -> Speaker? {
    var range = range
    while let last = range.last, units[last].kind == .mark, units[last].mark != 0x29,
      units[last].mark != 0x5D
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, units[first].kind == .mark, units[first].mark != 0x40,
      units[first].mark != 0x28
    {
      range = first + 1..<range.upperBound
    }
    range = withoutHeadline(range)
    guard let first = range.first, let last = range.last else { return nil }
    if range.count == 1, grammar.has(first, .pronoun), !units[first].isName {
      return pronoun(at: first)
    }
    if units[first].kind == .mark, units[first].mark == 0x40 {
      return Speaker(
        units: range, name: string(range), kind: .body, type: .media, side: "", headNoun: "")
    }
    if let person = person(in: range) { return person }
    // A body: a registered source, a party, a place, or a speaker noun.
    var head: Int?
    for index in range where units[index].kind == .word {
      if index > first, grammar.has(index, .preposition) { break }
      // A place speaks only as a government does: alone, not as 'in western Mexico'.
      if grammar.has(index, .speaker) || units[index].source >= 0
        || units[index].party >= 0 && (range.count < 3 || head == nil && units[index].isDemonym)
      {
        head = index
      }
    }
    guard let head else {
      return properName(range, first: first, last: last)
    }
    let name = withoutLeadingQuantity(range)
    let term = grammar.term(head)
    let isNoun = grammar.has(head, .speaker)
    if !isNoun, units[head].source < 0, units[head].isDemonym, head == last,
      !grammar.has(first, .determiner), range.count > 1
    {
      // 'many Ukrainians' speak as people do; 'Ukrainian' before nothing does not.
    }
    let registered = knowledge.source(of: units[head]) ?? knowledge.resolve(string(name))
    return Speaker(
      units: range, name: string(name),
      kind: isNoun && term?.isBody == false ? .group : .body,
      type: registered?.type ?? (isNoun ? term?.sourceType ?? .unknown : partyType(head)),
      side: registered?.side ?? side(in: range),
      headNoun: isNoun ? string(head..<head + 1).lowercasedASCII : "")
  }

  /// 'Mainstream Media Diverts Attention Syria Reports': of a run of capitals the last name.
  private func withoutHeadline(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 4, let last = range.last,
      range.allSatisfy({ units[$0].kind == .word && units[$0].isCapital }),
      range.contains(where: {
        grammar.isVerb($0) && grammar.has($0, [.verbS, .verbPast]) && $0 < last
      })
    else { return range }
    return last..<last + 1
  }

  private func partyType(_ unit: Int) -> SourceType {
    knowledge.partyKind(of: units[unit]).map {
      $0 == .armedGroup ? .armedGroup : .government
    } ?? .unknown
  }

  private func withoutLeadingQuantity(_ range: Range<Int>) -> Range<Int> {
    range
  }

  /// A registered outlet or a capitalised name that the register does not know: 'Xinhua'.
  private func properName(_ range: Range<Int>, first: Int, last: Int) -> Speaker? {
    let capitals = range.filter { units[$0].kind == .word && units[$0].isCapital }
    guard let lastCapital = capitals.last else { return nil }
    let isOpening = first == 0 && capitals.count == 1 && range.count == 1
    if isOpening, !units[first].classes.isDisjoint(with: [.adverb, .subordinator, .preposition]) {
      return nil
    }
    if grammar.has(lastCapital, [.month, .weekday]) { return nil }
    if last != lastCapital, units[last].kind == .word, !grammar.has(last, .person) { return nil }
    return Speaker(
      units: range, name: string(range), kind: .body, type: .unknown, side: side(in: range),
      headNoun: "")
  }

  /// A person: a title with a name behind it, or a name of two words or more, or a known surname.
  private func person(in range: Range<Int>) -> Speaker? {
    var run: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      if isNamePart(index) {
        let start = index
        while index < range.upperBound,
          isNamePart(index) || isParticle(index) && index + 1 < range.upperBound
            || grammar.isMark(0x2D, index) && !units[index].isSpaced
            || grammar.isMark(0x2E, index) && !units[index].isSpaced
        {
          index += 1
        }
        // A possessive makes the name an owner: 'Turk's office'.
        if index < range.upperBound, units[index].kind == .possessive {
          index += 1
          continue
        }
        run = start..<index
      }
      index += 1
    }
    guard var run else { return nil }
    while grammar.isMark(0x2E, run.lowerBound) { run = run.lowerBound + 1..<run.upperBound }
    guard !run.isEmpty else { return nil }
    let before = run.lowerBound - 1
    let hasTitle =
      before >= range.lowerBound
      && (grammar.has(before, .title)
        || grammar.isMark(0x2E, before) && before > range.lowerBound
          && grammar.has(before - 1, .title))
    let isLast = run.upperBound == range.upperBound
    let words = run.filter { units[$0].kind == .word }
    let full = knowledge.fullName(of: run, in: grammar)
    let source = words.lazy.compactMap { knowledge.source(of: units[$0]) }.first
    if let source, source.title.isEmpty, source.type == .media || source.type == .ngo { return nil }
    let hasBodyNoun = range.contains {
      $0 > run.lowerBound && grammar.has($0, .speaker) && units[$0].isCapital
        && !grammar.has($0, .title)
    }
    if hasBodyNoun { return nil }
    // 'the official daily X': a body's noun before the name makes the name a body's.
    if !hasTitle, before >= range.lowerBound, grammar.has(before, .speaker),
      grammar.term(before)?.isBody == true, !grammar.has(before, .title)
    {
      return nil
    }
    guard hasTitle || isLast && (full.isPerson || source.map { !$0.title.isEmpty } ?? false) else {
      return nil
    }
    let registered = source ?? knowledge.resolve(full.name)
    let titleTerm = hasTitle ? (grammar.term(before) ?? grammar.term(before - 1)) : nil
    return Speaker(
      units: range, name: full.name, kind: .person,
      type: registered?.type ?? titleTerm?.sourceType ?? .unknown,
      side: registered?.side ?? side(in: range), headNoun: "")
  }

  private func isNamePart(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.kind == .word, unit.isCapital, unit.party < 0, unit.place < 0 else { return false }
    if unit.source >= 0 { return knowledge.source(of: unit).map { !$0.title.isEmpty } ?? false }
    if !unit.classes.isDisjoint(with: [
      .title, .month, .weekday, .determiner, .preposition, .pronoun, .conjunction, .relative,
      .subordinator,
    ]) {
      return false
    }
    return !unit.classes.contains(.speaker)
  }

  private func isParticle(_ index: Int) -> Bool {
    grammar.isWord("de", index) || grammar.isWord("van", index) || grammar.isWord("der", index)
      || grammar.isWord("von", index) || grammar.isWord("bin", index) || grammar.isWord("al", index)
      || grammar.isWord("el", index) || grammar.isWord("la", index) || grammar.isWord("du", index)
      || grammar.isWord("da", index) || grammar.isWord("ibn", index) || grammar.isWord("di", index)
  }

  private func pronoun(at index: Int) -> Speaker? {
    guard let gender = grammar.term(index)?.gender, !gender.isEmpty else { return nil }
    return Speaker(
      units: index..<index + 1, name: string(index..<index + 1), kind: .pronoun, type: .unknown,
      side: "", headNoun: gender)
  }

  /// The party that a phrase names: 'Russian' in 'Russian officials'.
  private func side(in range: Range<Int>) -> String {
    for index in range where units[index].party >= 0 {
      return knowledge.partyName(of: units[index])
    }
    for index in range where units[index].place >= 0 {
      return knowledge.placeParty(of: units[index])
    }
    return ""
  }

  private func string(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return grammar.text.string(tokens: units[first].first, through: units[last].last)
  }
}
