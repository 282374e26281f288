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
  private struct Body {
    var name: String
    var type: SourceType
    var side: String
    var sentence: Int
  }

  /// A person whom the text gives a title, with the names that stand in the title.
  private struct Holder {
    var title: String
    var names: Set<String>
    var name: String
    var sentence: Int
  }

  /// The full names of acronyms, by the acronym.
  private var expansions: [String: String] = [:]
  /// The longest name in the text of a registered source that is no person, by its index.
  private var fullest: [Int32: String] = [:]
  private var bodies: [Body] = []
  /// Persons by the last word of a title that the text gives them.
  private var holders: [Holder] = []
  /// The bodies of which a sentence speaks together with a report or figures.
  private var reports: [(name: String, sentence: Int)] = []
  private let knowledge: Knowledge

  /// The cast of a document's sentences.
  init(sentences: [SentenceGrammar], knowledge: Knowledge) {
    self.knowledge = knowledge
    for (index, grammar) in sentences.enumerated() {
      noteBodies(in: grammar, sentence: index)
      noteAcronyms(in: grammar, sentence: index)
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
      let name = grammar.text.string(tokens: unit.first, through: unit.last)
      if let source = knowledge.source(of: unit), !source.isPerson {
        if name.utf8.count > fullest[unit.source]?.utf8.count ?? 0 { fullest[unit.source] = name }
        bodies.append(Body(name: name, type: source.type, side: source.side, sentence: sentence))
      } else if knowledge.partyKind(of: unit) == .armedGroup, !unit.isDemonym {
        bodies.append(
          Body(
            name: name, type: .armedGroup, side: knowledge.partyName(of: unit), sentence: sentence))
      } else if unit.isCapital, grammar.has(index, .speaker), index > 0,
        grammar.units[index - 1].isCapital, grammar.units[index - 1].kind == .word,
        let term = grammar.term(index), term.isBody, !grammar.has(index, .title)
      {
        bodies.append(
          Body(
            name: capitals(endingAt: index, grammar), type: term.sourceType ?? .unknown, side: "",
            sentence: sentence))
      }
    }
  }

  /// The run of capitalised words that ends at a unit.
  private func capitals(endingAt last: Int, _ grammar: SentenceGrammar) -> String {
    var first = last
    while first > 0, grammar.units[first - 1].kind == .word, grammar.units[first - 1].isCapital,
      !grammar.has(first - 1, .function)
    {
      first -= 1
    }
    return grammar.text.string(
      tokens: grammar.units[first].first, through: grammar.units[last].last)
  }

  /// 'the Inter-Services Public Relations (ISPR)': what capitals in brackets stand for.
  private mutating func noteAcronyms(in grammar: SentenceGrammar, sentence: Int) {
    for open in grammar.units.indices
    where grammar.isMark(0x28, open) && grammar.isMark(0x29, open + 2) {
      let inner = grammar.units[open + 1]
      guard inner.kind == .word, inner.first == inner.last else { continue }
      let acronym = grammar.text.string(tokens: inner.first, through: inner.last)
      let letters = acronym.utf8.filter { $0 >= 0x41 && $0 <= 0x5A }
      guard letters.count >= 2, letters.count <= 8, letters.count * 2 > acronym.utf8.count,
        let first = startOfName(before: open, letters, grammar)
      else { continue }
      var last = open - 1
      if grammar.units[last].kind == .possessive { last -= 1 }
      let name = grammar.text.string(
        tokens: grammar.units[first].first, through: grammar.units[last].last)
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
        for unit in phrase where grammar.has(unit, [.title, .speaker]) && !isRank(unit, grammar) {
          holders.append(
            Holder(
              title: lastWord(unit, grammar), names: names, name: full.name, sentence: sentence))
        }
      }
      index = end
    }
  }

  /// The words right before a name: 'Russian defence ministry spokesman'.
  private func before(_ start: Int, _ grammar: SentenceGrammar) -> Range<Int> {
    var first = start
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
  private func names(in range: Range<Int>, _ grammar: SentenceGrammar) -> Set<String> {
    var names: Set<String> = []
    for index in range where index < grammar.units.count {
      let unit = grammar.units[index]
      let party = knowledge.partyName(of: unit)
      if !party.isEmpty { names.insert(party) }
      if let source = knowledge.source(of: unit) { names.insert(source.name) }
    }
    return names
  }

  private func lastWord(_ unit: Int, _ grammar: SentenceGrammar) -> String {
    let last = grammar.units[unit].last
    return grammar.text.string(tokens: last, through: last).lowercasedASCII
  }

  // MARK: Resolving

  /// A speaker by the fullest name that the document gives.
  ///
  /// - Parameters:
  ///   - speaker: the speaker as a sentence names it.
  ///   - sentence: the sentence's index; what is named nearest before it is meant.
  ///   - grammar: the sentence.
  /// - Returns: the same speaker with its fullest name, and what that tells of its type and side.
  func resolve(_ speaker: Speaker, in sentence: Int, _ grammar: SentenceGrammar) -> Speaker {
    var resolved = speaker
    switch speaker.kind {
    case .pronoun: return speaker
    case .person: return speaker
    case .body, .group: break
    }
    if let full = expanded(speaker.name) {
      resolved.name = full
    } else if let full = registeredName(speaker, grammar) {
      resolved.name = full
    } else if let giver = giver(of: speaker, grammar) ?? author(of: speaker, sentence, grammar) {
      resolved.name = giver
    } else if let body = described(speaker, before: sentence, grammar) {
      resolved.name = body.name
      if body.type != .unknown { resolved.type = body.type }
      if resolved.side.isEmpty { resolved.side = body.side }
    } else if let holder = holder(speaker, before: sentence, grammar) {
      resolved.name = holder
      resolved.kind = .person
    }
    return resolved
  }

  /// The full name of an acronym.
  private func expanded(_ name: String) -> String? {
    let core = Self.withoutArticle(name)
    if let full = expansions[core] { return full }
    // 'the Gazan MoH'
    guard let last = core.utf8.split(separator: 0x20).last else { return nil }
    return expansions[String(last) ?? ""]
  }

  /// Another name in the text of the same registered source, if it is longer.
  private func registeredName(_ speaker: Speaker, _ grammar: SentenceGrammar) -> String? {
    let core = Self.withoutArticle(speaker.name)
    for unit in speaker.units where unit < grammar.units.count {
      let named = grammar.units[unit]
      guard named.source >= 0, let full = fullest[named.source],
        grammar.text.string(tokens: named.first, through: named.last) == core,
        full.utf8.count > core.utf8.count,
        grammar.text.tokens[named.last].isUpper && named.first == named.last
          || full.lowercasedASCII.contains(core.lowercasedASCII)
      else { continue }
      return full
    }
    return nil
  }

  /// 'the NDMA report', 'the IDF's figures': those whose report or figures they are.
  private func giver(of speaker: Speaker, _ grammar: SentenceGrammar) -> String? {
    guard let last = speaker.units.last, last < grammar.units.count,
      grammar.has(last, .speaker), !grammar.units[last].isCapital,
      let type = grammar.term(last)?.sourceType, type == .research || type == .media
    else { return nil }
    for unit in speaker.units where unit < last {
      let named = grammar.units[unit]
      let name = grammar.text.string(tokens: named.first, through: named.last)
      let noun = grammar.text.string(
        tokens: grammar.units[last].first, through: grammar.units[last].last)
      if let full = expansions[name] { return "\(full) \(noun)" }
      if named.source >= 0, unit + 1 == last || grammar.units[unit + 1].kind == .possessive,
        knowledge.source(of: named).map({ !$0.isPerson }) ?? false
      {
        return fullest[named.source].map { "\($0) \(noun)" }
      }
    }
    return nil
  }

  /// 'the report', 'this new research': the body whose report the text has spoken of.
  private func author(
    of speaker: Speaker, _ sentence: Int, _ grammar: SentenceGrammar
  ) -> String? {
    guard let first = speaker.units.first, first < grammar.units.count,
      grammar.has(first, .determiner), let last = speaker.units.last, last < grammar.units.count,
      isReport(last, grammar), !speaker.units.contains(where: { grammar.units[$0].isName })
    else { return nil }
    let noun = grammar.text.string(
      tokens: grammar.units[last].first, through: grammar.units[last].last)
    return reports.last { $0.sentence <= sentence && sentence - $0.sentence <= 6 }
      .map { "\($0.name) \(noun)" }
  }

  private func isReport(_ unit: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.has(unit, .speaker) && !grammar.units[unit].isCapital
      && [.research, .media].contains(grammar.term(unit)?.sourceType)
  }

  /// 'the organization', 'the pro-opposition monitoring group': the body of that kind named last.
  private func described(
    _ speaker: Speaker, before sentence: Int, _ grammar: SentenceGrammar
  ) -> Body? {
    guard !speaker.headNoun.isEmpty, let first = speaker.units.first,
      first < grammar.units.count, grammar.has(first, .determiner),
      !speaker.units.contains(where: {
        grammar.units[$0].isName || $0 > first && grammar.units[$0].isCapital
      })
    else { return nil }
    // The kind that fits best comes first; another is meant only where that one is not near.
    let wanted = kinds(of: speaker, grammar)
    for kind in wanted {
      if let near = bodies.last(where: { $0.sentence <= sentence && $0.type == kind }),
        sentence - near.sentence <= 4
      {
        return near
      }
    }
    return bodies.last { $0.sentence <= sentence && wanted.contains($0.type) }
  }

  /// What kinds of body a description can mean.
  private func kinds(of speaker: Speaker, _ grammar: SentenceGrammar) -> [SourceType] {
    guard let head = speaker.units.last(where: { grammar.has($0, .speaker) }),
      let refers = grammar.term(head)?.refersTo
    else { return [] }
    let before = speaker.units.lowerBound..<head
    if before.contains(where: { grammar.has($0, [.irregular, .terrorSetting]) }) {
      return refers.contains(.armedGroup) ? [.armedGroup] : []
    }
    // 'the disaster-response agency' is not any agency.
    let isModified = before.contains { grammar.units[$0].isContent }
    return refers.count > 2 && isModified ? [] : refers
  }

  /// 'the president', 'a spokesman for the group': the person whom the text calls so.
  private func holder(
    _ speaker: Speaker, before sentence: Int, _ grammar: SentenceGrammar
  ) -> String? {
    let units = speaker.units.filter { $0 < grammar.units.count }
    guard let first = units.first, let role = role(in: units, grammar) else { return nil }
    let title = lastWord(role, grammar)
    let named = names(in: first..<(units.last ?? first) + 1, grammar)
    let isDefinite = grammar.isWord("the", first)
    // 'a police official' may be anyone; 'Missile kills three - governor' is a headline's short form.
    guard isDefinite || !named.isEmpty || units.count == 1 else { return nil }
    let candidates = holders.filter {
      $0.title == title && (named.isEmpty || !named.isDisjoint(with: $0.names))
    }
    if isDefinite, let earlier = candidates.last(where: { $0.sentence <= sentence }) {
      return earlier.name
    }
    // Named only later, and only one: 'the regional governor said. …, Vadym Filashkin said'.
    let later = Set(candidates.map(\.name))
    return later.count == 1 ? later.first : nil
  }

  private func isRank(_ unit: Int, _ grammar: SentenceGrammar) -> Bool {
    let kind = grammar.term(unit)?.title
    return kind == .honorific || kind == .rank
  }

  /// Whether a speaker called by an office or role alone can be a person named right behind.
  func canBe(_ name: String, _ speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    let units = speaker.units.filter { $0 < grammar.units.count }
    guard let first = units.first, let last = units.last, let role = role(in: units, grammar),
      grammar.has(role, .title) || speaker.headNoun.hasPrefix("spokes")
    else { return false }
    let titles = holders.filter { $0.name == name }
    let named = names(in: first..<last + 1, grammar)
    return titles.isEmpty || grammar.has(role, .title) && named.isEmpty
      || titles.contains {
        $0.title == lastWord(role, grammar)
          && (named.isEmpty || $0.names.isEmpty || !named.isDisjoint(with: $0.names))
      }
  }

  /// The word for an office or role, of one person, before any preposition.
  private func role(in units: [Int], _ grammar: SentenceGrammar) -> Int? {
    var role: Int?
    for unit in units {
      if grammar.has(unit, .preposition) { break }
      if isRank(unit, grammar) { continue }
      if grammar.has(unit, .title)
        || grammar.has(unit, .speaker) && grammar.term(unit)?.isBody == false
      {
        role = unit
      }
    }
    guard let role, !grammar.has(role, .plural) else { return nil }
    return role
  }

  private static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
  }
}
