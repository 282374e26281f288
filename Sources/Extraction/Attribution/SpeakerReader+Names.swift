internal import ClaimModel
internal import Lexicons

/// What a noun phrase names: a person, a body, an outlet, a pronoun.
extension SpeakerReader {
  /// The speaker that a noun phrase names; nil where it can't speak.
  func read(_ range: Range<Int>) -> Speaker? {
    var range = range
    while let last = range.last,
      units[last].kind == .mark && units[last].mark != 0x29 && units[last].mark != 0x5D
        || grammar.isWord("of", last)
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, units[first].kind == .mark, units[first].mark != 0x40,
      units[first].mark != 0x28
    {
      range = first + 1..<range.upperBound
    }
    range = withoutDateline(withoutHeadline(range))
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
      return range.first(where: { isToll($0) }).flatMap { giver(of: $0, in: range) }
        ?? properName(range, first: first, last: last)
    }
    if let giver = giver(of: head, in: range) { return giver }
    let term = grammar.term(head)
    let isNoun = grammar.has(head, .speaker)
    let registered = knowledge.source(of: units[head]) ?? knowledge.resolve(string(range))
    return Speaker(
      units: range, name: string(range),
      kind: isNoun && term?.isBody == false ? .group : .body,
      type: registered?.type ?? (isNoun ? term?.sourceType ?? .unknown : partyType(head)),
      side: registered?.side ?? side(in: range),
      headNoun: isNoun ? string(head..<head + 1).lowercasedASCII : "")
  }

  /// 'a statement from the ministry', 'a report published by the UN': who speaks through a document.
  private func giver(of document: Int, in range: Range<Int>) -> Speaker? {
    guard isDocument(document),
      let joint = (document + 1..<max(document + 1, range.upperBound)).first(where: {
        grammar.isWord("by", $0) || grammar.isWord("from", $0)
      }),
      var giver = read(joint + 1..<range.upperBound), isKnown(giver)
    else { return nil }
    giver.units = range
    return giver
  }

  /// Whether a noun tells of something written or counted, through which others speak.
  func isDocument(_ index: Int) -> Bool {
    (!units[index].isCapital || index == 0)
      && (isWritten(index) || isToll(index)
        || grammar.has(index, .speaker) && grammar.term(index)?.isBody == true
          && grammar.term(index)?.sourceType == .media)
  }

  /// 'information', 'claim', 'a secret cable': a noun for what is told or written down.
  func isWritten(_ index: Int) -> Bool {
    (!units[index].isCapital || index == 0)
      && (grammar.has(index, .telling)
        || grammar.has(index, .speaker) && grammar.term(index)?.isBody == true
          && grammar.term(index)?.sourceType == .research)
  }

  /// 'the latest toll': a noun for a count of the dead.
  func isToll(_ index: Int) -> Bool {
    grammar.isCountNoun(index) || grammar.senses(index).contains { $0.frame == .toll }
  }

  /// Whether a speaker is more than a place or words of no known kind.
  func isKnown(_ speaker: Speaker) -> Bool {
    speaker.kind != .pronoun
      && (speaker.kind == .person || !speaker.headNoun.isEmpty
        || speaker.units.contains { $0 < units.count && units[$0].source >= 0 })
  }

  /// 'KYIV The head of the army': where the report was filed is no part of the name.
  private func withoutDateline(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, first == 0, range.count > 2, units[first].place >= 0,
      grammar.text.tokens[units[first].last].isUpper, units[first + 1].isCapital,
      !grammar.text.tokens[units[first + 1].last].isUpper, grammar.has(first + 1, .determiner)
    else { return range }
    return first + 1..<range.upperBound
  }

  /// 'Mainstream Media Diverts Attention Syria Reports': of a run of capitals the last name.
  func withoutHeadline(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 4, let last = range.last,
      range.allSatisfy({ units[$0].kind == .word && units[$0].isCapital }),
      range.contains(where: {
        grammar.isVerb($0) && grammar.has($0, [.verbS, .verbPast]) && $0 < last
      })
    else { return range }
    return last..<last + 1
  }

  func partyType(_ unit: Int) -> SourceType {
    knowledge.partyKind(of: units[unit]).map {
      $0 == .armedGroup ? .armedGroup : .government
    } ?? .unknown
  }

  /// A registered outlet or a capitalised name that the register does not know: 'Xinhua'.
  func properName(_ range: Range<Int>, first: Int, last: Int) -> Speaker? {
    let capitals = range.filter { units[$0].kind == .word && units[$0].isCapital }
    guard let lastCapital = capitals.last else { return nil }
    let isOpening = first == 0 && capitals.count == 1 && range.count == 1
    if isOpening, !units[first].classes.isDisjoint(with: [.adverb, .subordinator, .preposition]) {
      return nil
    }
    if grammar.has(lastCapital, [.month, .weekday]) { return nil }
    // 'the number of Russian dead': what stands before 'of' is a thing.
    if let joint = range.first(where: { grammar.isWord("of", $0) }), joint > first,
      !units[joint - 1].isCapital, !grammar.has(joint - 1, [.speaker, .title, .person])
    {
      return nil
    }
    if last != lastCapital, units[last].kind == .word, !grammar.has(last, .person) { return nil }
    return unknown(range, .body)
  }

  /// A person: a title with a name behind it, or a name of two words or more, or a known surname.
  func person(in range: Range<Int>) -> Speaker? {
    var run = closingName(in: range)
    var index = run == nil ? range.lowerBound : range.upperBound
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
        // 'Gov. Arthur Yap of Bohol': what follows tells where the person is from.
        if grammar.has(start - 1, [.title]) && start > range.lowerBound || index - start > 1,
          grammar.has(index, .preposition)
        {
          break
        }
      }
      index += 1
    }
    guard var run else { return nil }
    while grammar.isMark(0x2E, run.lowerBound) { run = run.lowerBound + 1..<run.upperBound }
    guard !run.isEmpty, !isTopic(run, in: range) else { return nil }
    // 'spokeswoman Ana Lima': a surname that is a place's, too.
    if run.upperBound < range.upperBound, units[run.upperBound].kind == .word,
      units[run.upperBound].isCapital, units[run.upperBound].place >= 0,
      grammar.has(run.lowerBound - 1, [.title, .speaker])
    {
      run = run.lowerBound..<run.upperBound + 1
    }
    let before = run.lowerBound - 1
    let hasTitle =
      before >= range.lowerBound
      && (grammar.has(before, .title)
        || grammar.isMark(0x2E, before) && before > range.lowerBound
          && grammar.has(before - 1, .title))
    let isLast = run.upperBound == range.upperBound || grammar.has(run.upperBound, .preposition)
    let words = run.filter { units[$0].kind == .word }
    let full = knowledge.fullName(of: run, in: grammar)
    let source = words.lazy.compactMap { knowledge.source(of: units[$0]) }.first
    if let source, !source.isPerson { return nil }
    // 'Ana Lima from the Human Rights Office' is one; 'the Ana Lima Institute' is none.
    let nameEnd = grammar.has(run.upperBound, .preposition) ? run.upperBound : range.upperBound
    let hasBodyNoun = (range.lowerBound..<nameEnd).contains {
      $0 > run.lowerBound && grammar.has($0, .speaker) && units[$0].isCapital
        && !grammar.has($0, .title)
    }
    if hasBodyNoun || endsBodyName(run, in: range) { return nil }
    // 'the official daily X': a body's noun before the name makes the name a body's.
    if !hasTitle, before >= range.lowerBound, grammar.has(before, .speaker),
      grammar.term(before)?.isBody == true, !grammar.has(before, .title),
      !opensWithRole(range.lowerBound, before)
    {
      return nil
    }
    guard hasTitle || isLast && (full.isPerson || source?.isPerson ?? false) else {
      return nil
    }
    let registered = source ?? knowledge.resolve(full.name)
    let titleTerm = hasTitle ? (grammar.term(before) ?? grammar.term(before - 1)) : nil
    return Speaker(
      units: range, name: full.name, kind: .person,
      type: registered?.type ?? titleTerm?.sourceType ?? .unknown,
      side: registered?.side ?? side(in: range), headNoun: "")
  }

  /// 'the Institute for Naval Peace': the last words of a body's name are nobody's.
  private func isTopic(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    let joint = run.lowerBound - 1
    guard joint > range.lowerBound, grammar.isWord("for", joint) || grammar.isWord("of", joint)
    else {
      return false
    }
    guard grammar.has(joint - 1, .speaker), !grammar.has(joint - 1, .title) else { return false }
    // 'residents of Oued Rhiou'
    if grammar.has(joint - 1, .plural) { return true }
    return units[joint - 1].isCapital && grammar.term(joint - 1)?.isBody == true
  }

  /// The name of two words or more that closes a long description of an office.
  ///
  /// 'the head of the Centre for Peace of the Warring Parties in Ruvania Viktor Malin said'
  private func closingName(in range: Range<Int>) -> Range<Int>? {
    var first = range.upperBound
    while first > range.lowerBound,
      isNamePart(first - 1) || isParticle(first - 1) && first < range.upperBound
    {
      first -= 1
    }
    guard range.upperBound - first > 1, first > range.lowerBound + 3,
      units[first - 1].place >= 0 || units[first - 1].party >= 0,
      let head = range.first(where: { !grammar.has($0, .determiner) }),
      grammar.has(head, [.title, .speaker]),
      (head..<first).contains(where: { grammar.has($0, .preposition) })
    else { return nil }
    return first..<range.upperBound
  }

  /// 'the Centre for Law and Human Dignity': what stands behind 'and' is part of the body's name.
  private func endsBodyName(_ run: Range<Int>, in range: Range<Int>) -> Bool {
    // 'the Commission on Human Rights'
    let joint = run.lowerBound - 1
    if grammar.isWord("on", joint) || grammar.isWord("for", joint), joint > range.lowerBound,
      units[joint - 1].isCapital, grammar.has(joint - 1, .speaker), !grammar.has(joint - 1, .title)
    {
      return true
    }
    guard grammar.isWord("and", joint),
      let noun = (range.lowerBound..<run.lowerBound).first(where: {
        units[$0].isCapital && grammar.has($0, .speaker) && !grammar.has($0, .title)
      }),
      grammar.isWord("for", noun + 1) || grammar.isWord("of", noun + 1)
        || grammar.isWord("on", noun + 1)
    else { return false }
    return (noun + 2..<run.lowerBound - 1).allSatisfy { units[$0].isCapital }
  }

  func isNamePart(_ index: Int) -> Bool {
    let unit = units[index]
    guard unit.kind == .word, unit.isCapital else { return false }
    if unit.party >= 0 || unit.place >= 0 { return isGivenName(index) }
    if unit.source >= 0 { return knowledge.source(of: unit)?.isPerson ?? false }
    // 'Meanwhile Adan Musab'
    if grammar.has(index, .adverb), index == 0 || units[index - 1].kind == .mark { return false }
    if isInitials(index) { return true }
    if !unit.classes.isDisjoint(with: [
      .title, .month, .weekday, .determiner, .preposition, .pronoun, .conjunction, .relative,
      .subordinator,
    ]) {
      return false
    }
    return !unit.classes.contains(.speaker)
  }

  /// 'Minister Israel Katz', 'Director General (Law) Anand Kumar': a place's name behind a title and
  /// before another name is a person's.
  private func isGivenName(_ index: Int) -> Bool {
    index > 0 && units[index].first == units[index].last && index + 1 < units.count
      && (grammar.has(index - 1, .title) || grammar.isMark(0x29, index - 1)
        || isPlainName(index - 1))
      && units[index + 1].party < 0 && units[index + 1].place < 0
      && !grammar.has(index + 1, [.outcome, .cue, .be, .have, .modal, .adverb])
      && isNamePart(index + 1)
  }

  /// 'Rahim' in 'Rahim Danish Karimi'.
  private func isPlainName(_ index: Int) -> Bool {
    units[index].kind == .word && units[index].isCapital && !units[index].isName
      && units[index].term < 0
  }

  /// 'AN Roy': letters that stand for names.
  private func isInitials(_ index: Int) -> Bool {
    let token = grammar.text.tokens[units[index].first]
    return units[index].first == units[index].last && token.isUpper && token.end - token.start == 2
      && index + 1 < units.count && units[index + 1].kind == .word && units[index + 1].isCapital
      && isPlainName(index + 1) && !grammar.text.tokens[units[index + 1].first].isUpper
  }

  func isParticle(_ index: Int) -> Bool {
    grammar.isWord("de", index) || grammar.isWord("van", index) || grammar.isWord("der", index)
      || grammar.isWord("von", index) || grammar.isWord("bin", index) || grammar.isWord("al", index)
      || grammar.isWord("el", index) || grammar.isWord("la", index) || grammar.isWord("du", index)
      || grammar.isWord("da", index) || grammar.isWord("ibn", index) || grammar.isWord("di", index)
  }

  /// Whatever noun phrase starts at a unit: behind 'according to' it is the source.
  func whatever(startingAt start: Int) -> Speaker? {
    guard let end = grammar.plainPhrase(at: start), start < units.count,
      !grammar.has(start, .pronoun) || grammar.has(start, .determiner)
    else { return nil }
    var first = start
    while first <= end, grammar.has(first, .determiner) { first += 1 }
    guard first <= end, (first...end).contains(where: { units[$0].isContent }) else { return nil }
    // 'the keeper of the shrine, Ravi Menon'
    if grammar.isMark(0x2C, end + 1), let name = name(startingAt: end + 2) { return name }
    return unknown(start..<end + 1, .body)
  }

  /// A speaker of whom nothing is known but the words.
  private func unknown(_ range: Range<Int>, _ kind: Speaker.Kind) -> Speaker {
    Speaker(
      units: range, name: string(range), kind: kind, type: .unknown, side: side(in: range),
      headNoun: "")
  }

  /// ', said an aid worker': a person of whatever kind behind the verb.
  func someone(startingAt start: Int) -> Speaker? {
    guard start < units.count, grammar.has(start, .determiner),
      let end = grammar.plainPhrase(at: start),
      (start...end).contains(where: { grammar.has($0, .person) })
    else { return nil }
    return soleName(behind: end + 1, ofRole: start..<end + 1) ?? unknown(start..<end + 1, .group)
  }

  /// 'one man said', 'a mother of three said': a person of whatever kind before the verb.
  func someone(endingBefore end: Int) -> Speaker? {
    guard end > 0, units[end - 1].kind == .word else { return nil }
    let first = startOfPhrase(endingAt: end - 1)
    guard first < end, end - first < 7,
      grammar.has(first, .determiner) || units[first].quantity >= 0
        || grammar.has(end - 1, .plural),
      let head = (first..<end).first(where: { grammar.has($0, .person) }),
      head == end - 1 || grammar.has(head + 1, .preposition),
      !(first..<end).contains(where: { grammar.has($0, [.outcome, .timeUnit, .measure]) })
    else { return nil }
    return unknown(first..<end, .group)
  }

  /// Whatever noun phrase ends before a verb of saying with a clause behind it: its subject speaks.
  func whatever(endingBefore end: Int) -> Speaker? {
    guard end > 0, units[end - 1].kind == .word, units[end - 1].isContent else { return nil }
    let first = startOfPhrase(endingAt: end - 1)
    guard first < end, end - first < 8,
      grammar.has(first, .determiner) || units[first].isCapital || grammar.has(end - 1, .plural),
      !(first..<end).contains(where: { grammar.has($0, [.outcome, .timeUnit, .measure]) })
    else { return nil }
    return unknown(first..<end, .body)
  }

  /// The one whom 'his' or 'its' points to.
  func pronoun(possessiveAt index: Int) -> Speaker? {
    let gender =
      grammar.isWord("its", index) ? "neuter" : grammar.isWord("their", index) ? "any" : "male"
    return Speaker(
      units: index..<index + 1, name: string(index..<index + 1), kind: .pronoun, type: .unknown,
      side: "", headNoun: gender)
  }

  func pronoun(at index: Int) -> Speaker? {
    guard let gender = grammar.term(index)?.gender?.rawValue else { return nil }
    return Speaker(
      units: index..<index + 1, name: string(index..<index + 1), kind: .pronoun, type: .unknown,
      side: "", headNoun: gender)
  }

  /// The party that a phrase names: 'Russian' in 'Russian officials'.
  func side(in range: Range<Int>) -> String {
    for index in range where units[index].party >= 0 {
      return knowledge.partyName(of: units[index])
    }
    for index in range where units[index].place >= 0 {
      return knowledge.placeParty(of: units[index])
    }
    return ""
  }

  func string(_ range: Range<Int>) -> String { grammar.string(range) }
}
