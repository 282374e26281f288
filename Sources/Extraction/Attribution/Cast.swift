internal import ClaimModel
internal import Lexicons

/// The bodies and office holders that a document names, by which its short names and its 'the
/// group', 'the president' are understood.
///
/// A figure's origin is wanted by the fullest name that the text gives. So the whole document is
/// read for names first: acronyms with what they stand for, the several names of one registered
/// source, and who is called by which title.
struct Cast {
  /// A body as the text names it somewhere.
  struct Body {
    var name: String
    var type: SourceType
    var side: String
    var sentence: Int
  }

  /// A person whom the text gives a title, with the names that stand in the title.
  struct Holder {
    var title: String
    var names: Set<String>
    var name: String
    var sentence: Int

    /// Whether none of the names in a description speaks against the title's own.
    func isOneOf(_ named: Set<String>) -> Bool {
      named.isEmpty || names.isEmpty || !named.isDisjoint(with: names)
    }
  }

  /// The full names of acronyms, by the acronym.
  var expansions: [String: String] = [:]
  /// Names of several words by their initials, for acronyms that no bracket explains.
  var initials: [String: String] = [:]
  /// The longest name in the text of a registered source that is no person, by its index.
  var fullest: [Int32: String] = [:]
  var bodies: [Body] = []
  /// Persons by the last word of a title that the text gives them.
  var holders: [String: [Holder]] = [:]
  /// The same by name.
  var titles: [String: [Holder]] = [:]
  /// The bodies of which a sentence speaks together with a report or figures.
  var reports: [(name: String, sentence: Int)] = []
  let knowledge: Knowledge

  /// The cast of a document's sentences.
  init(sentences: [SentenceGrammar], knowledge: Knowledge) {
    self.knowledge = knowledge
    for (index, grammar) in sentences.enumerated() {
      noteBodies(in: grammar, sentence: index)
      noteAcronyms(in: grammar, sentence: index)
      noteInitials(in: grammar)
      noteHolders(in: grammar, sentence: index)
      noteReports(in: grammar, sentence: index)
    }
  }

  // MARK: Reading the document

  /// 'In this report, Human Rights Watch examines', 'a study by the institute'.
  private mutating func noteReports(in grammar: SentenceGrammar, sentence: Int) {
    guard grammar.units.indices.contains(where: { isReport($0, grammar) }),
      let body = bodies.last(where: {
        $0.sentence == sentence && $0.type != .armedGroup && $0.type != .military
      })
    else { return }
    reports.append((body.name, sentence))
  }

  private mutating func noteBodies(in grammar: SentenceGrammar, sentence: Int) {
    for (index, unit) in grammar.units.enumerated() where unit.kind == .word {
      // '(AP) -': the agency that filed the report is not spoken of.
      if grammar.isMark(0x28, index - 1), grammar.isMark(0x29, index + 1),
        grammar.isDash(index + 2) || grammar.isMark(0x5F, index + 2)
      {
        continue
      }
      if let source = knowledge.source(of: unit), !source.isPerson {
        let name = wholeName(at: index, grammar)
        if name.utf8.count > fullest[unit.source]?.utf8.count ?? 0 { fullest[unit.source] = name }
        bodies.append(Body(name: name, type: source.type, side: source.side, sentence: sentence))
      } else if knowledge.partyKind(of: unit) == .armedGroup, !unit.isDemonym {
        bodies.append(
          Body(
            name: grammar.string(at: index), type: .armedGroup,
            side: knowledge.partyName(of: unit), sentence: sentence))
      } else if unit.isCapital, grammar.has(index, .speaker), index > 0,
        grammar.units[index - 1].isCapital, grammar.units[index - 1].kind == .word,
        let term = grammar.term(index), term.isBody, !grammar.has(index, .title)
      {
        bodies.append(
          Body(
            name: capitals(endingAt: endOfAim(behind: index, grammar), from: index, grammar),
            type: term.sourceType ?? .unknown, side: "",
            sentence: sentence))
      }
    }
  }

  /// The name of a registered body with what it has around it: 'Kenya Red Cross Society'.
  private func wholeName(at index: Int, _ grammar: SentenceGrammar) -> String {
    guard grammar.has(index + 1, .speaker), grammar.units[index + 1].isCapital,
      grammar.term(index + 1)?.isBody == true, grammar.units[index + 1].source < 0,
      grammar.units.contains(where: { $0.kind == .word && $0.isContent && !$0.isCapital })
    else { return grammar.string(at: index) }
    return capitals(endingAt: index + 1, grammar)
  }

  /// The last unit of what a body's name says it is for: 'Network for Human Rights'.
  private func endOfAim(behind noun: Int, _ grammar: SentenceGrammar) -> Int {
    guard grammar.isWord("for", noun + 1) || grammar.isWord("of", noun + 1) else { return noun }
    var last = noun + 1
    while last + 1 < grammar.units.count, grammar.units[last + 1].kind == .word,
      grammar.units[last + 1].isCapital, !grammar.has(last + 1, [.weekday, .month, .function])
    {
      last += 1
    }
    return last > noun + 1 ? last : noun
  }

  /// The run of capitalised words that ends at a unit.
  ///
  /// - Parameters:
  ///   - last: the last unit of the name.
  ///   - head: the unit from which the run is followed back, where the name's end is no part of it.
  ///   - grammar: the sentence.
  /// - Returns: the words of the run, up to the last unit.
  private func capitals(
    endingAt last: Int, from head: Int? = nil, _ grammar: SentenceGrammar
  ) -> String {
    var first = head ?? last
    while first > 0, grammar.units[first - 1].kind == .word, grammar.units[first - 1].isCapital,
      !grammar.has(first - 1, .function)
    {
      first -= 1
    }
    return grammar.string(first..<last + 1)
  }

  /// 'the Inter-Services Public Relations (ISPR)': what capitals in brackets stand for.
  private mutating func noteAcronyms(in grammar: SentenceGrammar, sentence: Int) {
    for open in grammar.units.indices
    where grammar.isMark(0x28, open) && grammar.isMark(0x29, open + 2) {
      let inner = grammar.units[open + 1]
      guard inner.kind == .word, inner.first == inner.last else { continue }
      let acronym = grammar.string(at: open + 1)
      let letters = acronym.utf8.filter { $0 >= 0x41 && $0 <= 0x5A }
      guard letters.count >= 2, letters.count <= 8, letters.count * 2 > acronym.utf8.count,
        let first = startOfName(before: open, letters, grammar)
      else { continue }
      var last = open - 1
      if grammar.units[last].kind == .possessive { last -= 1 }
      let name = grammar.string(first..<last + 1)
      if expansions[acronym] == nil { expansions[acronym] = "\(name) (\(acronym))" }
      let term = grammar.term(last)
      bodies.append(
        Body(
          name: "\(name) (\(acronym))",
          type: knowledge.resolve(name)?.type ?? knowledge.resolve(acronym)?.type
            ?? (grammar.has(last, .speaker) ? term?.sourceType ?? .unknown : .unknown),
          side: knowledge.resolve(name)?.side ?? "", sentence: sentence))
    }
  }

  /// 'the Ministry of Defence': what 'the MOD' further on stands for.
  private mutating func noteInitials(in grammar: SentenceGrammar) {
    // Where every word is capitalised, initials tell nothing.
    guard grammar.units.contains(where: { $0.kind == .word && $0.isContent && !$0.isCapital })
    else { return }
    var index = 0
    while index < grammar.units.count {
      guard let end = endOfTitle(startingAt: index, grammar) else {
        index += 1
        continue
      }
      let words = (index..<end).flatMap { unit in
        (grammar.units[unit].first...grammar.units[unit].last)
          .map { grammar.text.bytes[grammar.text.tokens[$0].start] }
      }
      let name = grammar.string(index..<end)
      for letters in [words.map { $0 & 0xDF }, words.filter { $0 & 0x20 == 0 }]
      where letters.count > 2 {
        let key = String(decoding: letters, as: UTF8.self)
        if initials[key] == nil { initials[key] = name }
      }
      index = end
    }
  }

  /// Where a run of capitalised words ends that 'of', 'for' and 'and' may join; nil where none of
  /// two words and more starts.
  private func endOfTitle(startingAt start: Int, _ grammar: SentenceGrammar) -> Int? {
    func isTitleWord(_ index: Int) -> Bool {
      index < grammar.units.count && grammar.units[index].kind == .word
        && grammar.units[index].isCapital && !grammar.has(index, [.weekday, .month, .determiner])
    }
    guard isTitleWord(start) else { return nil }
    var end = start + 1
    while isTitleWord(end)
      || (grammar.isWord("of", end) || grammar.isWord("for", end) || grammar.isWord("and", end))
        && isTitleWord(end + 1)
    {
      end += 1
    }
    return end - start > 1 || grammar.units[start].last > grammar.units[start].first + 1 ? end : nil
  }

  /// Where the name starts whose initials are the letters; nil where they are not.
  private func startOfName(
    before open: Int, _ letters: [UInt8], _ grammar: SentenceGrammar
  ) -> Int? {
    var unit = open - 1
    guard unit >= 0 else { return nil }
    if grammar.units[unit].kind == .possessive { unit -= 1 }
    var left = letters[...]
    var first: Int?
    while unit >= 0, open - unit < 14, !left.isEmpty {
      let word = grammar.units[unit]
      guard word.kind == .word || grammar.isMark(0x2D, unit) || grammar.isMark(0x26, unit) else {
        break
      }
      if word.kind == .word {
        for token in stride(from: word.last, through: word.first, by: -1) {
          let initial = grammar.text.bytes[grammar.text.tokens[token].start]
          // A word may give a letter ('of' in 'DoD') or none ('of' in 'WHO').
          if initial & 0xDF == left.last {
            left = left.dropLast()
            first = unit
          }
        }
      }
      unit -= 1
    }
    return left.isEmpty ? first : nil
  }

  /// 'Ukrainian President Volodymyr Zelenskiy', 'Vadym Filashkin, the governor, …'.
  private mutating func noteHolders(in grammar: SentenceGrammar, sentence: Int) {
    let reader = SpeakerReader(grammar: grammar, knowledge: knowledge)
    var index = 0
    while index < grammar.units.count {
      guard reader.isNamePart(index) else {
        index += 1
        continue
      }
      var end = index
      while end < grammar.units.count,
        reader.isNamePart(end) || reader.isParticle(end)
          || grammar.isMark(0x2D, end) && !grammar.units[end].isSpaced
      {
        end += 1
      }
      let full = knowledge.fullName(of: index..<end, in: grammar)
      for phrase in [before(index, grammar), full.isPerson ? behind(end, grammar) : end..<end] {
        let names = self.names(in: phrase, grammar)
        // 'the official news agency X' is a body.
        if let last = phrase.last, last == index - 1, grammar.has(last, .speaker),
          grammar.term(last)?.isBody == true, !grammar.has(last, .title)
        {
          continue
        }
        var isCalled = false
        for unit in phrase {
          // 'a spokesman for the governor' is no governor.
          if isCalled, grammar.isWord("for", unit) || grammar.isWord("to", unit) { break }
          guard grammar.has(unit, [.title, .speaker]), !isRank(unit, grammar) else { continue }
          isCalled = true
          let holder = Holder(
            title: lastWord(unit, grammar), names: names, name: full.name, sentence: sentence)
          holders[holder.title, default: []].append(holder)
          titles[holder.name, default: []].append(holder)
        }
      }
      index = end
    }
  }

  /// The words right before a name: 'Russian defence ministry spokesman'.
  private func before(_ start: Int, _ grammar: SentenceGrammar) -> Range<Int> {
    var first = start
    // 'the governor of Farah' is not called so.
    if grammar.isWord("of", start - 1) { return start..<start }
    while first > 0, start - first < 6, grammar.units[first - 1].kind == .word,
      grammar.units[first - 1].isContent || grammar.isWord("of", first - 1)
    {
      first -= 1
    }
    return first..<start
  }

  /// The apposition behind a name: ', a spokesman for the group,'.
  private func behind(_ end: Int, _ grammar: SentenceGrammar) -> Range<Int> {
    guard grammar.isMark(0x2C, end) else { return end..<end }
    var last = end + 1
    while last < grammar.units.count, last < end + 12, !grammar.isMark(0x2C, last),
      !grammar.has(last, [.be, .have, .modal, .cue])
    {
      last += 1
    }
    // Without a closing mark it is the next clause: 'inside the Fenix Prison, the warden said'.
    return last >= grammar.units.count || grammar.units[last].kind == .mark
      ? end + 1..<last : end..<end
  }

  /// The parties, sources and acronyms that a description names.
  func names(in range: Range<Int>, _ grammar: SentenceGrammar) -> Set<String> {
    var names: Set<String> = []
    for index in range where index < grammar.units.count {
      let unit = grammar.units[index]
      let party = knowledge.partyName(of: unit)
      if !party.isEmpty { names.insert(party) }
      if let source = knowledge.source(of: unit) { names.insert(source.name) }
    }
    return names
  }

  func lastWord(_ unit: Int, _ grammar: SentenceGrammar) -> String {
    let last = grammar.units[unit].last
    return grammar.text.string(tokens: last, through: last).lowercasedASCII
  }
}
