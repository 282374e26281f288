internal import ClaimModel
internal import Lexicons

/// Persons: which words are parts of a name, and where a name stands in a noun phrase.
extension SpeakerReader {
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
    // 'the official daily X': a body's noun before the name makes the name a body's; but 'In her diary X'.
    if !hasTitle, before >= range.lowerBound, grammar.has(before, .speaker),
      grammar.term(before)?.isBody == true, !grammar.has(before, .title),
      !grammar.has(range.lowerBound - 1, .preposition) || !grammar.has(range.lowerBound, .pronoun),
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
    // 'Prince Khaled bin Sultan'
    if grammar.isWord("bin", index - 1) || grammar.isWord("ibn", index - 1), index > 1,
      units[index - 2].isCapital, grammar.has(index, .title)
    {
      return true
    }
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
}
