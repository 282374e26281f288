internal import ClaimModel
internal import Lexicons

/// Finds who says what in one sentence.
///
/// A cue ties a speaker to a scope: the clause behind 'X said that', all before ', X said', the
/// sentence of 'according to X'. Scopes nest; the narrowest one that holds a figure decides.
struct SayingReader {
  let grammar: SentenceGrammar
  let reader: SpeakerReader

  var units: [Unit] { grammar.units }

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
      case .conclude where !hasClause(behind: index) && !isOfRecords(index): continue
      case .say, .tell, .tally, .witness, .deny, .accuse, .conclude:
        if let saying = spoken(index, kind, term.cueStance ?? .asserted, after: sayings.last) {
          sayings.append(saying)
        }
      }
    }
    for index in units.indices where grammar.isWord("that", index) {
      if let saying = reported(at: index) ?? clauseTaken(at: index, besides: sayings) {
        sayings.append(saying)
      }
    }
    for index in sayings.indices {
      sayings[index].kind = grammar.term(sayings[index].cue.lowerBound)?.cue ?? .say
    }
    if let saying = label() ?? colon() { sayings.append(saying) }
    if let saying = closingCredit() { sayings.append(saying) }
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

  /// 'hospital records showed 43 deaths', '…, army figures show'.
  private func isOfRecords(_ cue: Int) -> Bool {
    guard
      let speaker = reader.speaker(endingBefore: grammar.startOfVerbGroup(endingAt: cue))
    else { return false }
    return speaker.units.contains {
      grammar.has($0, .speaker) && grammar.term($0)?.sourceType == .research
    }
  }

  /// 'figures released by the army': whose figures they are; no one who has seen them only.
  private func givers(of figures: Speaker) -> Speaker? {
    let participle = figures.units.upperBound
    guard figures.type == .research, grammar.has(participle, .participle),
      grammar.isWord("by", participle + 1), grammar.term(participle)?.cue != .witness
    else { return nil }
    return reader.speaker(startingAt: participle + 2)
  }

  /// 'according to X': the sentence, or the part of it that a semicolon or a joint sets apart.
  private func according(_ cue: Int) -> Saying? {
    guard
      let named = reader.speaker(startingAt: cue + 1) ?? reader.whatever(startingAt: cue + 1)
    else { return nil }
    let speaker = givers(of: named) ?? named
    let isCiting =
      grammar.isWord("citing", cue) || grammar.isWord("quoting", cue)
    var saying = Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: .asserted,
      isCited: isCiting, hearer: "")
    saying.isVague =
      speaker.type == .unknown && speaker.kind == .body && speaker.headNoun.isEmpty
      && !speaker.units.contains { units[$0].isCapital }
    return saying
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
    guard
      let speaker = subject(of: cue, group: group, after: earlier)
        ?? openingSubject(of: cue, group: group)
        ?? (kind == .say && grammar.isWord("that", cue + 1)
          ? reader.whatever(endingBefore: group) : nil)
    else { return nil }
    let start = speaker.units.lowerBound
    if let origin = origin(quotedBy: start) {
      return Saying(
        speaker: origin, cue: cue..<cue + 1, scope: cue + 1..<units.count, stance: stance,
        isCited: true, hearer: speaker.name)
    }
    var content = cue + 1
    var hearer = ""
    if kind == .tell, let told = reader.speaker(startingAt: content) {
      content = told.units.upperBound
      if told.type == .media, told.kind == .body { hearer = told.name }
    }
    let scope: Range<Int>
    if isParticipleAdjunct(cue), group > 0, grammar.isMark(0x2C, group - 1) {
      scope = cue + 1..<units.count
    } else if !hasContent(from: content) || closesTelling(start, content),
      followsContent(start) || hasFigure(before: start)
    {
      scope = 0..<units.count
    } else if kind == .deny || kind == .accuse {
      scope = content..<units.count
    } else {
      scope = content..<endOfContent(from: content)
    }
    if kind == .witness, !sees(speaker, cue) { return nil }
    if kind == .tally, !isSpeaking(speaker, cue: cue) { return nil }
    if kind == .tally, isPlace(speaker), !grammar.isWord("that", cue + 1) { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: scope, stance: stance, isCited: false,
      hearer: hearer)
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
      let speaker = reader.speaker(startingAt: cue + 1) ?? reader.someone(startingAt: cue + 1),
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
    // 'Hundreds Missing, Feared Dead'
    if speaker.units.contains(where: { grammar.has($0, .outcome) }), speaker.headNoun.isEmpty {
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

  /// '…has climbed to 16, authorities said on Wednesday as the search went on': the figure stands
  /// before the speaker, and behind the cue none.
  private func closesTelling(_ start: Int, _ content: Int) -> Bool {
    start > 0 && (grammar.isMark(0x2C, start - 1) || grammar.isQuote(start - 1))
      && hasFigure(before: start)
      && !grammar.isWord("that", content)
      && !grammar.mentions.contains { $0.unit > content && $0.outcome != nil && $0.reason == nil }
  }

  /// Whether a figure with an outcome stands before a unit.
  func hasFigure(before start: Int) -> Bool {
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
  func endOfContent(from start: Int) -> Int {
    var index = start
    while index < units.count {
      if grammar.isMark(0x3B, index) { return index }
      // 'While the railways said five died, police said seven': the comma parts the two.
      if grammar.isWord("while", index) || grammar.isWord("but", index)
        || grammar.isWord("whereas", index) || grammar.isWord("and", index)
        || grammar.isMark(0x2C, index) && grammar.has(0, .subordinator)
          && !grammar.has(0, .preposition)
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

  /// Whether reporters see a figure: 'a crew saw dozens of bodies', no 'villagers saw men who …'.
  private func sees(_ speaker: Speaker, _ cue: Int) -> Bool {
    speaker.type == .media
      && grammar.mention(at: cue + 1).map { grammar.mentions[$0].outcome != nil } ?? false
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

  /// 'Sindh has reported 638 deaths': a province is where they were counted, not who counts.
  private func isPlace(_ speaker: Speaker) -> Bool {
    guard speaker.headNoun.isEmpty, speaker.kind == .body else { return false }
    let words = speaker.units.filter { units[$0].kind == .word && !grammar.has($0, .determiner) }
    return !words.isEmpty
      && words.allSatisfy {
        units[$0].place >= 0 && units[$0].source < 0 && (units[$0].party < 0 || units[$0].isDemonym)
      }
  }
}
