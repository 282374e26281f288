internal import ClaimModel
internal import Lexicons

/// What a noun phrase names: a body, an outlet, a pronoun, or a person (`SpeakerReader+Persons`).
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
    range = behindBracket(withoutDateline(withoutHeadline(range)))
    // 'Russia last officially reported'
    while let last = range.last, range.count > 1, units[last].kind == .word, !units[last].isCapital,
      grammar.has(last, .timeModifier)
    {
      range = range.lowerBound..<last
    }
    guard let first = range.first, let last = range.last else { return nil }
    // 'This is in accordance with …, stating'
    if range.count == 1, grammar.has(first, .determiner), !units[first].isName,
      !grammar.has(first, .pronoun)
    {
      return nil
    }
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

  /// '(AGENCY) The ministry': what stands behind a bracket that was opened before the phrase.
  private func behindBracket(_ range: Range<Int>) -> Range<Int> {
    guard
      let close = range.first(where: { grammar.isMark(0x29, $0) || grammar.isMark(0x5D, $0) }),
      close + 1 < range.upperBound,
      !(range.lowerBound..<close).contains(where: {
        grammar.isMark(0x28, $0) || grammar.isMark(0x5B, $0)
      })
    else { return range }
    return close + 1..<range.upperBound
  }

  /// 'a statement from the ministry', 'a report published by the UN': who speaks through a document.
  private func giver(of document: Int, in range: Range<Int>) -> Speaker? {
    guard isDocument(document),
      let joint = (document + 1..<range.upperBound).first(where: {
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

  /// Whatever noun phrase starts at a unit: behind 'according to' it is the source.
  func whatever(startingAt start: Int) -> Speaker? {
    guard let end = grammar.plainPhrase(at: start), start < units.count,
      !grammar.has(start, .pronoun) || grammar.has(start, .determiner)
    else { return nil }
    var first = start
    while first <= end, grammar.has(first, .determiner) { first += 1 }
    guard first <= end, (first..<end + 1).contains(where: { units[$0].isContent }) else {
      return nil
    }
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
      (start..<end + 1).contains(where: { grammar.has($0, .person) })
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
    // 'Captain Aden Yusuf' is of no town.
    for index in range
    where units[index].place >= 0 && !(index > 0 && grammar.has(index - 1, .title)) {
      return knowledge.placeParty(of: units[index])
    }
    return ""
  }

  func string(_ range: Range<Int>) -> String { grammar.string(range) }
}
