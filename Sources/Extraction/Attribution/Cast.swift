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

  /// The full names of acronyms, by the acronym.
  private var expansions: [String: String] = [:]
  /// The longest name in the text of a registered source that is no person, by its index.
  private var fullest: [Int32: String] = [:]
  private var bodies: [Body] = []
  /// Persons by the last word of a title that the text gives them.
  private var holders: [(title: String, name: String, sentence: Int)] = []
  private let knowledge: Knowledge

  /// The cast of a document's sentences.
  init(sentences: [SentenceGrammar], knowledge: Knowledge) {
    self.knowledge = knowledge
    for (index, grammar) in sentences.enumerated() {
      noteBodies(in: grammar, sentence: index)
      noteAcronyms(in: grammar, sentence: index)
      noteHolders(in: grammar, sentence: index)
    }
  }

  // MARK: Reading the document

  private mutating func noteBodies(in grammar: SentenceGrammar, sentence: Int) {
    for (index, unit) in grammar.units.enumerated() where unit.kind == .word {
      let name = grammar.text.string(tokens: unit.first, through: unit.last)
      if let source = knowledge.source(of: unit), source.title.isEmpty {
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
      for title in titles(before: index, behind: end, grammar) {
        holders.append((title, full.name, sentence))
      }
      index = end
    }
  }

  private func titles(before start: Int, behind end: Int, _ grammar: SentenceGrammar) -> [String] {
    var found: [String] = []
    var at = start - 1
    while at >= 0, start - at < 5, grammar.units[at].kind == .word, grammar.units[at].isContent {
      if grammar.has(at, [.title, .speaker]) { found.append(lastWord(at, grammar)) }
      at -= 1
    }
    guard grammar.isMark(0x2C, end) else { return found }
    at = end + 1
    while at < grammar.units.count, at < end + 12, grammar.units[at].kind != .mark {
      if grammar.has(at, [.be, .have, .modal, .cue]) { break }
      if grammar.has(at, [.title, .speaker]) { found.append(lastWord(at, grammar)) }
      at += 1
    }
    return found
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
    } else if let giver = giver(of: speaker, grammar) {
      resolved.name = giver
    } else if let body = described(speaker, before: sentence, grammar) {
      resolved.name = body.name
      if body.type != .unknown { resolved.type = body.type }
      if resolved.side.isEmpty { resolved.side = body.side }
    } else if let holder = holder(speaker, before: sentence) {
      resolved.name = holder
    }
    return resolved
  }

  /// The full name of an acronym.
  private func expanded(_ name: String) -> String? {
    expansions[Self.withoutArticle(name)]
  }

  /// Another name in the text of the same registered source, if it is longer.
  private func registeredName(_ speaker: Speaker, _ grammar: SentenceGrammar) -> String? {
    let core = Self.withoutArticle(speaker.name)
    for unit in speaker.units where unit < grammar.units.count {
      let named = grammar.units[unit]
      guard named.source >= 0, let full = fullest[named.source],
        grammar.text.string(tokens: named.first, through: named.last) == core,
        full.utf8.count > core.utf8.count
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
      if let full = expansions[name] { return full }
      if named.source >= 0, unit + 1 == last || grammar.units[unit + 1].kind == .possessive,
        knowledge.source(of: named)?.title.isEmpty ?? false
      {
        return fullest[named.source]
      }
    }
    return nil
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
    let wanted = kinds(of: speaker, grammar)
    guard !wanted.isEmpty else { return nil }
    return bodies.last { $0.sentence <= sentence && wanted.contains($0.type) }
  }

  /// What kinds of body a description can mean.
  private func kinds(of speaker: Speaker, _ grammar: SentenceGrammar) -> [SourceType] {
    let isArmed = speaker.units.contains {
      grammar.has($0, [.conflictSetting, .terrorSetting])
        && grammar.term($0)?.sourceType != .military
    }
    guard let head = speaker.units.last(where: { grammar.has($0, .speaker) }),
      let refers = grammar.term(head)?.refersTo
    else { return [] }
    if isArmed { return refers.contains(.armedGroup) ? [.armedGroup] : [] }
    return refers
  }

  /// 'the president': the last person whom the text calls so.
  private func holder(_ speaker: Speaker, before sentence: Int) -> String? {
    guard speaker.kind == .group, speaker.side.isEmpty,
      speaker.name.hasPrefix("the ") || speaker.name.hasPrefix("The ")
    else { return nil }
    guard let word = speaker.headNoun.utf8.split(separator: 0x20).last.flatMap(String.init)
    else { return nil }
    return holders.last { $0.title == word && $0.sentence <= sentence }?.name
  }

  private static func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
  }
}
