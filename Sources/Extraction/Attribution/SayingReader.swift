internal import ClaimModel
internal import Lexicons

/// Finds who says what in one sentence.
///
/// A cue ties a speaker to a scope: the clause behind 'X said that', all before ', X said', the
/// sentence of 'according to X'. Scopes nest; the narrowest one that holds a figure decides.
struct SayingReader {
  let grammar: SentenceGrammar
  let reader: SpeakerReader

  private var units: [Unit] { grammar.units }

  init(grammar: SentenceGrammar, knowledge: Knowledge) {
    self.grammar = grammar
    reader = SpeakerReader(grammar: grammar, knowledge: knowledge)
  }

  /// All sayings of the sentence, in the order of their cues.
  func sayings() -> [Saying] {
    var sayings: [Saying] = []
    for index in units.indices where grammar.has(index, .cue) {
      guard let term = grammar.term(index), let kind = term.cue else { continue }
      switch kind {
      case .none: continue
      case .according: if let saying = according(index) { sayings.append(saying) }
      case .cite: if let saying = cited(index) { sayings.append(saying) }
      case .conclude where !hasClause(behind: index): continue
      case .say, .tell, .tally, .deny, .accuse, .conclude:
        if let saying = spoken(index, kind, term.cueStance ?? .asserted, after: sayings.last) {
          sayings.append(saying)
        }
      }
    }
    if let saying = colon() { sayings.append(saying) }
    sayings += estimates()
    return sayings
  }

  /// Whether a clause follows: 'found that 12 had died', 'suggests between 20 and 30 were killed'.
  private func hasClause(behind cue: Int) -> Bool {
    // 'released a video showing the execution of three men'
    if grammar.isWord("that", cue + 1) || grammar.has(cue, .gerund) { return true }
    return grammar.mention(at: cue + 1).map {
      grammar.mentions[$0].outcome != nil && grammar.mentions[$0].rule == .subject
    } ?? false
  }

  /// 'The Pentagon's estimate is 15,000', 'by the commander's own count'.
  private func estimates() -> [Saying] {
    units.indices.compactMap { index in
      let isPronoun =
        grammar.isWord("his", index) || grammar.isWord("her", index) || grammar.isWord("its", index)
        || grammar.isWord("their", index)
      guard units[index].kind == .possessive || isPronoun else { return nil }
      var noun = index + 1
      while noun < units.count, noun < index + 4, !grammar.has(noun, .speaker),
        units[noun].isContent
      {
        noun += 1
      }
      guard noun < units.count, grammar.has(noun, .speaker), !units[noun].isCapital,
        grammar.term(noun)?.sourceType == .research,
        let speaker = isPronoun
          ? reader.pronoun(possessiveAt: index) : reader.speaker(endingBefore: index)
      else { return nil }
      return Saying(
        speaker: speaker, cue: noun..<noun + 1, scope: 0..<units.count, stance: .asserted,
        isCited: false, hearer: "")
    }
  }

  /// 'according to X': the sentence, or the part of it that a semicolon or a joint sets apart.
  private func according(_ cue: Int) -> Saying? {
    guard let speaker = reader.speaker(startingAt: cue + 1) else { return nil }
    let isCiting =
      grammar.isWord("citing", cue) || grammar.isWord("quoting", cue)
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: .asserted,
      isCited: isCiting, hearer: "")
  }

  /// 'CNN quoted a witness as saying', 'it cited residents'.
  private func cited(_ cue: Int) -> Saying? {
    guard let speaker = reader.speaker(startingAt: cue + 1) else { return nil }
    if grammar.has(cue, .gerund) {
      return Saying(
        speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: .asserted,
        isCited: true, hearer: "")
    }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: speaker.units.upperBound..<units.count,
      stance: .asserted, isCited: true, hearer: "")
  }

  /// The sentence around a unit, bounded by semicolons.
  private func part(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !grammar.isMark(0x3B, start - 1) { start -= 1 }
    var end = index
    while end < units.count, !grammar.isMark(0x3B, end) { end += 1 }
    return start..<end
  }

  /// 'X said that …', '…, X said', '…, said X', 'X recorded 12 deaths', 'reported by X'.
  private func spoken(
    _ cue: Int, _ kind: CueKind, _ stance: Stance, after earlier: Saying?
  ) -> Saying? {
    if isNounUse(cue) { return nil }
    let group = grammar.startOfVerbGroup(endingAt: cue)
    if isPassive(cue, from: group) { return byAgent(cue, stance) }
    if kind != .tell, let inverted = inverted(cue, stance) { return inverted }
    guard let speaker = subject(of: cue, group: group, after: earlier) else { return nil }
    let start = speaker.units.lowerBound
    var content = cue + 1
    var hearer = ""
    if kind == .tell, let told = reader.speaker(startingAt: content) {
      content = told.units.upperBound
      if told.type == .media, told.kind == .body { hearer = told.name }
    }
    let scope: Range<Int>
    if isParticipleAdjunct(cue), group > 0, grammar.isMark(0x2C, group - 1) {
      scope = cue + 1..<units.count
    } else if !hasContent(from: content), followsContent(start) || hasFigure(before: start) {
      scope = 0..<units.count
    } else if kind == .deny || kind == .accuse {
      scope = content..<units.count
    } else {
      scope = content..<endOfContent(from: content)
    }
    if kind == .tally, !isSpeaking(speaker, cue: cue) { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: scope, stance: stance, isCited: false,
      hearer: hearer)
  }

  /// The subject of a cue: before it, or before the relative or the comma that it hangs on.
  private func subject(of cue: Int, group: Int, after earlier: Saying?) -> Speaker? {
    if grammar.has(cue, .gerund), !grammar.has(cue, .participle) {
      // ', adding that', ', saying': the one who spoke, or the subject of the main clause.
      return earlier?.speaker ?? mainSubject(before: group)
    }
    if group > 0, grammar.has(group - 1, .relative), !grammar.isWord("that", group - 1) {
      // 'Hamas, which said'
      var end = group - 1
      if end > 0, grammar.isMark(0x2C, end - 1) { end -= 1 }
      return reader.speaker(endingBefore: end)
    }
    if let speaker = reader.speaker(endingBefore: group) { return speaker }
    // 'He … and claimed': a second verb of the same subject.
    if group > 0, grammar.isWord("and", group - 1) || grammar.isWord("but", group - 1) {
      return mainSubject(before: group - 1)
    }
    return nil
  }

  /// The subject of the sentence's first verb, as far as it can speak.
  private func mainSubject(before index: Int) -> Speaker? {
    var at = 0
    while at < index {
      let isVerb =
        grammar.has(at, [.be, .have, .modal])
        || grammar.isVerb(at) && grammar.has(at, [.verbPast, .verbS])
          && !grammar.has(at, [.speaker, .person, .preposition])
      if isVerb, at > 0 {
        return reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: at))
      }
      at += 1
    }
    return nil
  }

  /// Whether a word that can be a cue stands as a noun: 'the report', 'a claim', 'reports of'.
  private func isNounUse(_ cue: Int) -> Bool {
    guard cue > 0 else {
      return grammar.has(cue, [.verbBase, .verbS]) && !grammar.has(cue, .verbPast)
        && grammar.has(cue, .speaker)
    }
    if units[cue].isCapital, units[cue].isName { return true }
    if grammar.has(cue, [.verbBase, .verbS]), !grammar.has(cue, [.verbPast]) {
      if grammar.has(cue - 1, .determiner), !grammar.has(cue - 1, .relative) { return true }
      if units[cue - 1].kind == .possessive { return true }
      if grammar.has(cue - 1, .preposition), !grammar.isWord("to", cue - 1) { return true }
      if grammar.isWord("of", cue + 1) { return true }
      if grammar.has(cue, .verbBase), !hasPluralSubject(cue) { return true }
    }
    // 'Other estimates ranged': a noun with a verb of its own.
    if grammar.has(cue, .verbS),
      grammar.has(cue + 1, [.be, .have, .modal])
        || cue + 1 < units.count && grammar.isVerb(cue + 1) && grammar.has(cue + 1, .verbPast)
          && !grammar.has(cue + 1, .outcome)
    {
      return true
    }
    // 'the reported deaths'
    if grammar.has(cue, .participle), grammar.has(cue - 1, .determiner) { return true }
    return false
  }

  /// Whether a base form has a subject that fits it: 'journalists report', 'they say', 'did say'.
  private func hasPluralSubject(_ cue: Int) -> Bool {
    var index = cue - 1
    while index > 0, grammar.has(index, .adverb), !units[index].isName { index -= 1 }
    guard index >= 0 else { return false }
    if grammar.has(index, [.pronoun, .modal, .do, .plural, .conjunction])
      || grammar.isMark(0x2C, index)
    {
      return true
    }
    if grammar.isWord("to", index) || grammar.isWord("who", index) || units[index].isName {
      return true
    }
    guard units[index].kind == .word else { return false }
    let token = grammar.text.tokens[units[index].last]
    return grammar.text.bytes[token.end - 1] | 0x20 == 0x73
  }

  private func isPassive(_ cue: Int, from group: Int) -> Bool {
    guard grammar.has(cue, .participle) else { return false }
    var index = cue - 1
    while index >= group {
      if grammar.has(index, .be) { return true }
      index -= 1
    }
    return grammar.isWord("by", cue + 1)
  }

  /// 'was reported by X'.
  private func byAgent(_ cue: Int, _ stance: Stance) -> Saying? {
    guard grammar.isWord("by", cue + 1), let speaker = reader.speaker(startingAt: cue + 2),
      speaker.type != .unknown || speaker.kind != .body
    else { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: stance,
      isCited: false, hearer: "")
  }

  /// '…, said X': the speaker stands behind the cue.
  private func inverted(_ cue: Int, _ stance: Stance) -> Saying? {
    guard cue > 0, grammar.isMark(0x2C, cue - 1) || grammar.isQuote(cue - 1),
      grammar.has(cue, .verbPast) || grammar.has(cue, .verbS),
      let speaker = reader.speaker(startingAt: cue + 1),
      speaker.kind != .pronoun
        || speaker.headNoun != "neuter"
    else { return nil }
    // 'X, the chief, said troops responded': what follows is a clause, not the speaker.
    let behind = speaker.units.upperBound
    if grammar.has(behind, [.be, .have, .modal])
      || behind < units.count && grammar.isVerb(behind) && grammar.has(behind, [.verbPast, .verbS])
    {
      return nil
    }
    // '"…" said Tuesday' has its subject elsewhere.
    if grammar.has(cue + 1, [.weekday, .day]) { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: 0..<units.count, stance: stance,
      isCited: false, hearer: "")
  }

  private func isParticipleAdjunct(_ cue: Int) -> Bool {
    grammar.has(cue, .gerund) && !grammar.has(cue, .participle)
  }

  /// Whether something that can be said stands before the speaker: '…, X said'.
  private func followsContent(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    let before = start - 1
    guard grammar.isMark(0x2C, before) || grammar.isQuote(before) || grammar.isDash(before) else {
      return false
    }
    return (0..<before).contains {
      grammar.has($0, [.be, .have, .modal, .outcome]) || grammar.mention(at: $0) != nil
        || grammar.isVerb($0)
    }
  }

  /// Whether a figure with an outcome stands before a unit.
  private func hasFigure(before start: Int) -> Bool {
    grammar.mentions.contains { $0.unit < start && $0.outcome != nil && $0.reason == nil }
  }

  /// Whether a clause with something to say follows the cue, and not just a time or a place.
  private func hasContent(from start: Int) -> Bool {
    var index = start
    while index < units.count {
      if grammar.isWord("that", index) || grammar.isQuote(index) { return true }
      if grammar.isMark(0x2C, index) || grammar.isMark(0x2E, index) {
        // A second clause behind a comma is not the content: ', adding', ', as'.
        return false
      }
      if let mention = grammar.mention(at: index), grammar.mentions[mention].outcome != nil {
        return true
      }
      if grammar.has(index, [.be, .have, .modal]), !grammar.has(index, .preposition) {
        return true
      }
      if grammar.isVerb(index), grammar.has(index, [.verbPast, .verbS]), index > start + 1,
        !grammar.has(index, [.ambiguousVerb])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Where the content of a cue ends: at a joint behind which another speaker starts.
  private func endOfContent(from start: Int) -> Int {
    var index = start
    while index < units.count {
      if grammar.isMark(0x3B, index) { return index }
      if grammar.isWord("while", index) || grammar.isWord("but", index)
        || grammar.isWord("whereas", index) || grammar.isWord("and", index)
      {
        var at = index + 1
        while at < units.count, at < index + 9, !grammar.isMark(0x2C, at) {
          if grammar.has(at, .cue), let kind = grammar.term(at)?.cue, kind != .none,
            kind != .according,
            at > index + 1,
            reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: at)) != nil
          {
            return index
          }
          at += 1
        }
      }
      index += 1
    }
    return units.count
  }

  /// Whether the subject of 'recorded' or 'showed' is one who gives figures.
  private func isSpeaking(_ speaker: Speaker, cue: Int) -> Bool {
    if grammar.isWord("that", cue + 1) { return true }
    if speaker.kind == .person || speaker.kind == .pronoun || speaker.type != .unknown {
      return true
    }
    if !speaker.headNoun.isEmpty || !speaker.side.isEmpty { return true }
    // An outlet that no register knows: 'Safa recorded 12 deaths'.
    return speaker.units.first.map { units[$0].isCapital } ?? false
  }

  /// 'Reports: Dozens killed', 'Police: 3 dead'.
  private func colon() -> Saying? {
    guard let colon = units.indices.prefix(8).first(where: { grammar.isMark(0x3A, $0) }), colon > 0,
      let speaker = reader.read(0..<colon), speaker.kind != .pronoun,
      !speaker.headNoun.isEmpty || speaker.type != .unknown || speaker.kind == .person
    else { return nil }
    if (0..<colon).contains(where: { grammar.isVerb($0) && grammar.has($0, .verbPast) }) {
      return nil
    }
    if (0..<colon).contains(where: {
      grammar.has($0, [.be, .have, .outcome, .modal]) || grammar.mention(at: $0) != nil
    }) {
      return nil
    }
    return Saying(
      speaker: speaker, cue: colon..<colon + 1, scope: colon + 1..<units.count, stance: .asserted,
      isCited: false, hearer: "")
  }
}
