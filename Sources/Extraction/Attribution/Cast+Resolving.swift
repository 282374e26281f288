internal import ClaimModel
internal import Lexicons

/// Naming a speaker by the fullest name that the document gives.
extension Cast {
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
      resolved.name = expanded(body.name) ?? body.name
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
    if let full = initials[Self.letters(ofAcronym: core)] { return "\(full) (\(core))" }
    // 'the Gazan MoH'
    let words = core.utf8.split(separator: 0x20)
    guard words.count <= 2, let last = words.last else { return nil }
    return expansions[String(last) ?? ""]
  }

  /// Another name in the text of the same registered source, if it is longer.
  private func registeredName(_ speaker: Speaker, _ grammar: SentenceGrammar) -> String? {
    let core = Self.withoutArticle(speaker.name)
    for unit in speaker.units where unit < grammar.units.count {
      let named = grammar.units[unit]
      guard named.source >= 0, let full = fullest[named.source],
        grammar.string(at: unit) == core,
        full.utf8.count > core.utf8.count,
        grammar.text.tokens[named.last].isUpper && named.first == named.last
          || full.lowercasedASCII.contains(core.lowercasedASCII)
      else { continue }
      // 'United Nations (UN)': so that who reads the quote finds the name there.
      return Self.isAcronym(core) && !full.hasSuffix(")") ? "\(full) (\(core))" : full
    }
    return nil
  }

  /// 'MOD' of 'MOD' and of 'MoD'; empty for a name that is no acronym of three letters and more.
  private static func letters(ofAcronym name: String) -> String {
    let capitals = name.capitalCount
    guard name.utf8.count > 2, name.utf8.count < 8, capitals > 1,
      capitals * 2 > name.utf8.count,
      name.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
    else { return "" }
    return String(decoding: name.utf8.map { $0 & 0xDF }, as: UTF8.self)
  }

  /// 'UN', 'U.S.', 'OHCHR'.
  private static func isAcronym(_ name: String) -> Bool {
    name.utf8.count <= 7 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2E }
  }

  /// 'the NDMA report', 'the IDF's figures': those whose report or figures they are.
  private func giver(of speaker: Speaker, _ grammar: SentenceGrammar) -> String? {
    guard let last = speaker.units.last, last < grammar.units.count, isReport(last, grammar)
    else { return nil }
    let noun = grammar.string(at: last)
    for unit in speaker.units where unit < last {
      let named = grammar.units[unit]
      if let full = expansions[grammar.string(at: unit)] { return "\(full) \(noun)" }
      if named.source >= 0,
        unit + 1 == last
          || grammar.units[unit + 1].kind == .possessive
            && !(unit + 2..<last).contains(where: { grammar.units[$0].isCapital }),
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
      grammar.has(first, .determiner), !isOther(speaker, grammar), let last = speaker.units.last,
      last < grammar.units.count,
      isReport(last, grammar),
      !speaker.units.contains(where: {
        grammar.units[$0].isName || grammar.units[$0].kind == .possessive
          || $0 > first && grammar.units[$0].isCapital
      })
    else { return nil }
    // 'the expert panel report to the UN has said': a body that the sentence itself names is not its.
    let isOwned = speaker.units.dropLast().contains { grammar.has($0, .speaker) }
    return Self.recent(reports, upTo: isOwned ? sentence - 1 : sentence, \.sentence)
      .last { sentence - $0.sentence <= 6 }
      .map { "\(expanded($0.name) ?? $0.name) \(grammar.string(at: last))" }
  }

  /// 'a second study', 'another report': not the one that the text has spoken of; 'an update' is its
  /// author's next.
  private func isOther(_ speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    let isSerial = grammar.has(speaker.units.upperBound - 1, .telling)
    return speaker.units.contains {
      grammar.has($0, .more) || grammar.isWord("another", $0)
        || !isSerial && grammar.isIndefiniteArticle($0)
    }
  }

  func isReport(_ unit: Int, _ grammar: SentenceGrammar) -> Bool {
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
        (grammar.units[$0].isName || $0 > first && grammar.units[$0].isCapital)
          && !isBase($0, grammar)
      })
    else { return nil }
    // The kind that fits best comes first; another is meant only where that one is not near.
    let wanted = kinds(of: speaker, grammar)
    let named = Self.recent(bodies, upTo: sentence, \.sentence)
    if wanted.isEmpty, let namesake = namesake(of: speaker, named, sentence, grammar) {
      return namesake
    }
    for kind in wanted {
      if let near = named.last(where: { $0.type == kind }), sentence - near.sentence <= 4 {
        return near
      }
    }
    return named.last { wanted.contains($0.type) }
  }

  /// 'the hospital' after 'the Al Thawra Hospital': the body of that very noun named last.
  private func namesake(
    of speaker: Speaker, _ named: ArraySlice<Body>, _ sentence: Int, _ grammar: SentenceGrammar
  ) -> Body? {
    guard let first = speaker.units.first, speaker.units.count == 2, grammar.isWord("the", first),
      !grammar.units[first + 1].isCapital,
      let type = grammar.term(first + 1)?.sourceType,
      ![.government, .military, .police, .official, .research, .media].contains(type)
    else { return nil }
    let ending = " " + speaker.headNoun
    return named.last {
      sentence - $0.sentence <= 6 && $0.name.lowercasedASCII.hasSuffix(ending)
    }
  }

  /// The first body of a described kind that the next sentences name, if none was named before.
  ///
  /// 'A war monitoring group said so on Sunday. …, said the head of the Observatory.'
  func newBody(of speaker: Speaker, behind sentence: Int, _ grammar: SentenceGrammar) -> String? {
    guard let first = speaker.units.first, first < grammar.units.count,
      grammar.isIndefiniteArticle(first) || isHeadline(grammar) && !grammar.has(first, .determiner),
      !speaker.units.contains(where: {
        $0 < grammar.units.count && grammar.units[$0].isName && !isBase($0, grammar)
      })
    else { return nil }
    let wanted = kinds(of: speaker, grammar)
    guard !wanted.isEmpty, wanted.count < 4,
      let body = bodies.first(where: { wanted.contains($0.type) }),
      body.sentence > sentence, body.sentence - sentence <= 3
    else { return nil }
    return body.name
  }

  /// 'Flood leaves 54 dead: relief agency': a line without a full stop leaves the article out.
  private func isHeadline(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.last?.kind == .word
  }

  /// 'New York-based', 'the U.S.-registered': where a described body is at home.
  private func isBase(_ unit: Int, _ grammar: SentenceGrammar) -> Bool {
    func isSeat(_ index: Int) -> Bool {
      grammar.isWord("based", index) || grammar.isWord("registered", index)
        || grammar.isWord("headquartered", index)
    }
    return isSeat(unit)
      || (unit + 1..<unit + 5).contains { isSeat($0) && !grammar.units[$0].isSpaced }
  }

  /// What kinds of body a description can mean.
  func kinds(of speaker: Speaker, _ grammar: SentenceGrammar) -> [SourceType] {
    guard let head = speaker.units.last(where: { grammar.has($0, .speaker) }),
      grammar.units[head].term >= 0
    else { return [] }
    let refers = grammar.lexicon.referents(of: grammar.units[head].term)
    let before = speaker.units.lowerBound..<head
    if before.contains(where: { grammar.has($0, [.irregular, .terrorSetting]) }) {
      return refers.contains(.armedGroup) ? [.armedGroup] : []
    }
    // 'the disaster-response agency' is not any agency.
    let isModified = before.contains { grammar.units[$0].isContent && !isBase($0, grammar) }
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
    func fits(_ holder: Holder) -> Bool {
      named.isEmpty || !named.isDisjoint(with: holder.names)
    }
    let all = holders[title] ?? []
    let earlier = Self.recent(all, upTo: sentence, \.sentence)
    if isDefinite, let holder = earlier.last(where: fits) { return holder.name }
    // Named only later, and only one: 'the regional governor said. …, Vadym Filashkin said'.
    let later = Set(
      (earlier + all[earlier.endIndex...].prefix(Self.reach)).filter(fits).map(\.name))
    return later.count == 1 ? later.first : nil
  }

  func isRank(_ unit: Int, _ grammar: SentenceGrammar) -> Bool {
    let kind = grammar.term(unit)?.title
    return kind == .honorific || kind == .rank
  }

  /// Whether a speaker called by an office or role alone can be a person named right behind.
  func canBe(_ name: String, _ speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    let units = speaker.units.filter { $0 < grammar.units.count }
    guard let first = units.first, let last = units.last, let role = role(in: units, grammar),
      grammar.has(role, .title) || speaker.headNoun.hasPrefix("spokes")
    else { return false }
    let titles = titles[name] ?? []
    let named = names(in: first..<last + 1, grammar)
    return titles.isEmpty
      || grammar.has(role, .title) && (named.isEmpty || titles.allSatisfy { $0.names.isEmpty })
      || titles.contains {
        $0.title == lastWord(role, grammar) && $0.isOneOf(named)
      }
  }

  /// Whether a person can be the one whom a role names: of no other kind and no other side.
  func agrees(_ person: Speaker, with speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    let units = speaker.units.filter { $0 < grammar.units.count }
    if person.kind == .body {
      return !units.contains { grammar.units[$0].isName && !isBase($0, grammar) }
        && kinds(of: speaker, grammar).contains(person.type)
    }
    guard let first = units.first, let last = units.last, let role = role(in: units, grammar) else {
      return false
    }
    let named = names(in: first..<last + 1, grammar)
    let titles = titles[person.name] ?? []
    if titles.contains(where: { $0.title == lastWord(role, grammar) }) { return true }
    let isOfKind =
      [.unknown, .official, speaker.type].contains(person.type)
      || [.official, .unknown].contains(speaker.type)
    return isOfKind
      && (titles.isEmpty || titles.contains { $0.isOneOf(named) })
  }

  /// The word for an office or role, of one person, before any preposition.
  private func role(in units: [Int], _ grammar: SentenceGrammar) -> Int? {
    var role: Int?
    for unit in units {
      if grammar.has(unit, .preposition) { break }
      // 'the army's top general', but not 'General Smith'.
      if isRank(unit, grammar), unit != units.last || !grammar.has(units[0], .determiner) {
        continue
      }
      if grammar.has(unit, .title)
        || grammar.has(unit, .speaker) && grammar.term(unit)?.isBody == false
      {
        role = unit
      } else if grammar.has(unit, .speaker), grammar.term(unit)?.isBody == true {
        // 'the official news agency': what the role stands before is a body.
        role = nil
      }
    }
    guard let role, !grammar.has(role, .plural) else { return nil }
    return role
  }

  /// How many of the names before are looked through: a name further off is not meant, and a text
  /// without end takes no longer for it.
  private static let reach = 200

  /// The last of some things, in reading order, that stand no later than a sentence.
  private static func recent<Element>(
    _ all: [Element], upTo sentence: Int, _ place: (Element) -> Int
  ) -> ArraySlice<Element> {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if place(all[middle]) <= sentence { low = middle + 1 } else { high = middle }
    }
    return all[max(0, low - reach)..<low]
  }

  private static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
  }
}
