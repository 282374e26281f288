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
      // 'the UK-registered group'
      if grammar.isMark(0x2D, index - 1), !units[index].isSpaced { continue }
      switch kind {
      case .none: continue
      case .according: if let saying = according(index) { sayings.append(saying) }
      case .cite: if let saying = cited(index) { sayings.append(saying) }
      case .conclude
      where !hasClause(behind: index) && !isOfRecords(index) && !closesSentence(index): continue
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
    for index in units.indices where restatesCount(index) {
      if let saying = spoken(index, .tally, .asserted, after: sayings.last) {
        sayings.append(saying)
      }
    }
    sayings += quotations(besides: sayings)
    sayings = withoutOwnMen(sayings)
    for index in sayings.indices where isNobodys(sayings[index].speaker) {
      sayings[index].isVague = true
    }
    for index in sayings.indices {
      sayings[index].kind = grammar.term(sayings[index].cue.lowerBound)?.cue ?? .say
    }
    sayings = withOriginsWithin(sayings)
    if let saying = label() ?? colon(), !isTopic(saying, besides: sayings) {
      sayings.append(saying)
    }
    sayings += laterColons() + innerCredits()
    // 'Kenyan police: Bus bombing kills 9 (AP)': the bracket names the wire.
    let isLabelled = sayings.last.map { grammar.isMark(0x3A, $0.cue.lowerBound) } ?? false
    if let saying = closingCredit() ?? citation(), !isLabelled || saying.speaker.type != .media {
      sayings.append(saying)
    }
    // 'Reuters reports the army said that …' tells by a verb.
    sayings += estimates().filter { noun in
      !sayings.contains {
        $0.cue == noun.cue && $0.speaker.units.overlaps(noun.speaker.units)
          || noun.isVague && $0.scope.contains(noun.cue.lowerBound)
      }
    }
    return sayings
  }

  /// Whether a clause follows: 'found that 12 had died', 'suggests between 20 and 30 were killed'.
  private func hasClause(behind cue: Int) -> Bool {
    // 'released a video showing the execution of three men'
    if grammar.isWord("that", cue + 1) || grammar.has(cue, .gerund) { return true }
    if let mention = grammar.mention(at: cue + 1) {
      return grammar.mentions[mention].outcome != nil && grammar.mentions[mention].rule == .subject
    }
    return hasOwnSubject(behind: cue)
  }

  /// 'found the attack had killed 12': a noun phrase with an article and its finite verb.
  private func hasOwnSubject(behind cue: Int) -> Bool {
    guard grammar.has(cue + 1, .determiner), let end = grammar.plainPhrase(at: cue + 1) else {
      return false
    }
    return grammar.has(end + 1, [.be, .have, .modal])
      || end + 1 < units.count && grammar.isVerb(end + 1)
        && grammar.has(end + 1, [.verbPast, .verbS]) && !grammar.has(end + 1, .preposition)
  }

  /// 'hospital records showed 43 deaths', '…, army figures show'.
  private func isOfRecords(_ cue: Int) -> Bool {
    let group = grammar.startOfVerbGroup(endingAt: cue)
    guard
      let speaker = headOfParticiple(before: group) ?? reader.speaker(endingBefore: group)
        ?? openingSubject(of: cue, group: group)
    else { return false }
    return speaker.units.contains {
      grammar.has($0, .speaker)
        && (grammar.term($0)?.sourceType == .research
          || grammar.has($0, .telling) && $0 == speaker.units.upperBound - 1)
    }
  }

  /// 'X said that …', '…, X said', '…, said X', 'X recorded 12 deaths', 'reported by X'.
  func spoken(
    _ cue: Int, _ kind: CueKind, _ stance: Stance, after earlier: Saying?
  ) -> Saying? {
    if isNounUse(cue) || isHearsay(cue) { return nil }
    let group = grammar.startOfVerbGroup(endingAt: cue)
    if let opened = subject(openedByGerund: cue) {
      return Saying(
        speaker: opened.speaker, cue: cue..<cue + 1, scope: cue + 1..<opened.end, stance: stance,
        isCited: false, hearer: "")
    }
    if isUnsaid(cue, from: group) { return nil }
    if isPassive(cue, from: group) { return byAgent(cue, stance) }
    if kind != .tell, let inverted = inverted(cue, stance) { return inverted }
    guard
      let speaker = subject(of: cue, group: group, after: earlier)
        ?? openingSubject(of: cue, group: group)
        ?? ((kind == .say || kind == .tally) && grammar.isWord("that", cue + 1)
          ? reader.whatever(endingBefore: group) : nil)
        ?? (kind == .say || kind == .tell ? reader.someone(endingBefore: group) : nil)
        ?? (kind == .say ? closingSubject(of: cue, group: group) : nil)
    else { return nil }
    let start = speaker.units.lowerBound
    if let origin = origin(quotedBy: start) {
      return Saying(
        speaker: origin, cue: cue..<cue + 1, scope: cue + 1..<units.count, stance: stance,
        isCited: true, hearer: speaker.name)
    }
    if kind == .tell, grammar.has(cue, .verbBase), isHeard(cue) { return nil }
    var content = cue + 1
    var hearer = ""
    if kind == .tell, let told = reader.speaker(startingAt: content) {
      content = told.units.upperBound
      if told.type == .media, told.kind == .body { hearer = told.name }
    }
    let scope: Range<Int>
    if let figure = figure(admittedAt: cue, by: speaker) {
      scope = figure
    } else if isParticipleAdjunct(cue), group > 0, grammar.isMark(0x2C, group - 1) {
      scope = cue + 1..<units.count
    } else if !hasContent(from: content) || closesTelling(start, content),
      followsContent(start) || hasFigure(before: start)
    {
      let quoted = earlier.flatMap { startOfQuoted(in: $0, before: start) }
      scope = (quoted ?? startOfJoined(start))..<endOfClosing(cue)
    } else if kind == .deny || kind == .accuse {
      scope = content..<units.count
    } else {
      scope =
        content..<(endOfDeed(claimedAt: cue) ?? endOfAnnounced(from: content) ?? endOfRelative(
          around: cue, from: group)
        ?? endOfContent(from: content))
    }
    if kind == .witness, !sees(speaker, cue, start: start) { return nil }
    // 'The clinic admitted 90 children'
    if speaker.type == .health, grammar.isWord("admitted", cue), grammar.mention(at: cue + 1) != nil
    {
      return nil
    }
    // 'over several Manila broadcast stations'
    if kind == .tally, countsThings(speaker) { return nil }
    if kind == .deny, disputesApposed(speaker) { return nil }
    if kind == .tally, !isSpeaking(speaker, cue: cue) { return nil }
    if kind == .tally, isPlace(speaker), !grammar.isWord("that", cue + 1) { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: scope, stance: stance, isCited: false,
      hearer: hearer)
  }

  /// 'was reported by X'.
  private func byAgent(_ cue: Int, _ stance: Stance) -> Saying? {
    guard let by = agent(of: cue), let speaker = reader.speaker(startingAt: by + 1),
      speaker.type != .unknown || speaker.kind != .body, !claimsDeed(cue)
    else { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: stance,
      isCited: false, hearer: "")
  }

  /// 'attacks claimed by the Front', 'the ceasefire declared by the army': the deed is claimed, and
  /// nothing told of it; but '12 deaths claimed by the rebels', 'as claimed by the army'.
  private func claimsDeed(_ cue: Int) -> Bool {
    if grammar.has(cue - 1, [.attack, .conflictSetting, .terrorSetting])
      || cue > 0 && grammar.term(cue - 1)?.time == .incident
    {
      return true
    }
    guard grammar.senses(cue).contains(where: { $0.frame == .take }) else { return false }
    let group = grammar.startOfVerbGroup(endingAt: cue)
    return !grammar.isWord("as", group - 1) && !grammar.isWord("it", group - 1)
      && !grammar.has(group - 1, .telling) && !reader.isToll(group - 1)
      && !grammar.mentions.contains {
        $0.outcome != nil && ($0.unit...$0.end).contains(group - 1)
      }
  }

  /// 'the 30 deaths that the army admits', 'the 22,000 the government has counted': the figure that a
  /// relative clause tells.
  private func figure(admittedAt cue: Int, by speaker: Speaker) -> Range<Int>? {
    let start = speaker.units.lowerBound
    guard
      let mention = grammar.mentions.first(where: {
        $0.unit < start
          && ($0.end + 1 == start || $0.end + 2 == start && grammar.has(start - 1, .relative))
      }), mention.outcome != nil, mention.reason == nil,
      grammar.mention(at: cue + 1) == nil, !grammar.isWord("that", cue + 1),
      cue + 1 >= units.count || units[cue + 1].kind == .mark
        || grammar.has(cue + 1, [.be, .have, .modal, .preposition]),
      !grammar.mentions.contains(where: { $0.unit > cue && $0.outcome != nil })
    else { return nil }
    return mention.unit..<cue
  }

  /// The 'by' of a passive's agent, right behind the verb or behind the number: 'put at 5,200 by'.
  private func agent(of cue: Int) -> Int? {
    if grammar.isWord("by", cue + 1) { return cue + 1 }
    // 'four dead were reported from Salam hospital'
    if grammar.isWord("from", cue + 1), reader.speaker(startingAt: cue + 2)?.type == .health {
      return cue + 1
    }
    guard let mention = grammar.mentions.first(where: { $0.unit > cue }),
      mention.unit <= cue + 3, (cue + 1..<mention.unit).allSatisfy({ !grammar.isVerb($0) })
    else { return nil }
    return (mention.end + 1..<min(units.count, mention.end + 5)).first {
      grammar.isWord("by", $0)
        && (mention.end + 1..<$0).allSatisfy { at in
          units[at].kind == .word && !grammar.has(at, [.be, .have, .modal, .conjunction])
        }
    }
  }

  /// 'able to notify the families of 22 hostages': a figure among those who are told, and nothing else.
  private func isHeard(_ cue: Int) -> Bool {
    grammar.isWord("to", cue - 1) && grammar.has(cue + 1, .determiner)
      && !(cue + 1..<units.count).contains {
        grammar.isWord("that", $0) || grammar.isQuote($0) || grammar.has($0, [.be, .have])
      }
  }

  /// '…, said X': the speaker stands behind the cue.
  private func inverted(_ cue: Int, _ stance: Stance) -> Saying? {
    guard cue > 0, grammar.isMark(0x2C, cue - 1) || grammar.isQuote(cue - 1), !restatesCount(cue),
      grammar.has(cue, [.verbPast, .verbS])
        || grammar.has(cue, .verbBase) && grammar.has(cue + 1, [.determiner, .plural]),
      let speaker = reader.speaker(startingAt: cue + 1) ?? reader.someone(startingAt: cue + 1),
      speaker.kind != .pronoun
        || speaker.headNoun != "neuter"
    else { return nil }
    // 'X, the chief, said troops responded': what follows is a clause, not the speaker.
    var behind = speaker.units.upperBound
    if grammar.isQuote(behind) { behind += 1 }
    if grammar.has(behind, [.be, .have, .modal])
      || behind < units.count && grammar.isVerb(behind) && grammar.has(behind, [.verbPast, .verbS])
    {
      return nil
    }
    // 'Hundreds Missing, Feared Dead'
    if let last = speaker.units.last, grammar.has(last, .outcome), speaker.headNoun.isEmpty {
      return nil
    }
    // ', declared its own caliphate'
    if speaker.headNoun.isEmpty, speaker.kind != .pronoun,
      isPossessivePronoun(speaker.units.lowerBound)
    {
      return nil
    }
    // '"…" said Tuesday' has its subject elsewhere.
    if grammar.has(cue + 1, [.weekday, .day]) { return nil }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: 0..<units.count, stance: stance,
      isCited: false, hearer: "")
  }

  /// 'claimed to have taken the town after a siege that killed 900': where the deed ends that a
  /// speaker claims, if it is no harm to people; nil where something else is said.
  private func endOfDeed(claimedAt cue: Int) -> Int? {
    guard grammar.isWord("to", cue + 1), grammar.has(cue + 2, .have) else { return nil }
    let end = (cue + 3..<units.count).first {
      // '…, killing 12' is what the deed did.
      grammar.isMark(0x2C, $0) && !grammar.has($0 + 1, .gerund) || grammar.has($0, .subordinator)
        || grammar.isWord("after", $0)
    }
    return end.flatMap { end in
      grammar.mentions.contains { (cue..<end).contains($0.unit) && $0.outcome != nil } ? nil : end
    }
  }

  /// 'The daily noted that “nine clerics died, the government said”': where what another quotes
  /// starts, of which the speaker at a unit is a part; nil where it is closed before.
  private func startOfQuoted(in saying: Saying, before start: Int) -> Int? {
    guard saying.cue.upperBound < start, saying.scope.contains(start) else { return nil }
    let marks = (saying.cue.upperBound..<start - 1).filter {
      grammar.isQuote($0) && units[$0].mark != 0x27 && units[$0].mark != 0x2019
    }
    // One that opens stands close to what follows.
    return marks.last.flatMap { marks.count % 2 == 1 && !units[$0 + 1].isSpaced ? $0 : nil }
  }

  private func isParticipleAdjunct(_ cue: Int) -> Bool {
    grammar.has(cue, .gerund) && !grammar.has(cue, .participle)
  }

  /// '… — figures the government disputes': what another has told.
  func disputesApposed(_ speaker: Speaker) -> Bool {
    func isJoint(_ index: Int) -> Bool { grammar.isMark(0x2C, index) || grammar.isDash(index) }
    let start = speaker.units.lowerBound
    return (max(1, start - 1)...start + 1).contains { noun in
      grammar.has(noun, .telling)
        && (isJoint(noun - 1) || grammar.has(noun - 1, .determiner) && isJoint(noun - 2))
    }
  }

  /// Whether a phrase counts things or ships: no one speaks.
  private func countsThings(_ speaker: Speaker) -> Bool {
    speaker.headNoun.isEmpty
      && speaker.units.contains { unit in
        grammar.mention(at: unit).map { grammar.mentions[$0].reason == "thing" } ?? false
      }
  }

  /// Whether reporters see a figure: 'a crew saw dozens of bodies', no 'villagers saw men who …'.
  private func sees(_ speaker: Speaker, _ cue: Int, start: Int) -> Bool {
    let seesToll =
      grammar.mention(at: cue + 1).map { grammar.mentions[$0].outcome != nil } ?? false
    // 'The mission saw seven civilians dead'
    if seesToll, [.internationalOrganization, .ngo].contains(speaker.type) { return true }
    guard speaker.type == .media else { return false }
    // 'Twelve people died, an AFP reporter saw'
    if cue + 1 >= units.count || units[cue + 1].kind == .mark { return followsContent(start) }
    // 'The paper has learned that 12 died'
    return seesToll || grammar.isWord("that", cue + 1)
  }

  /// Whether the subject of 'recorded' or 'showed' is one who gives figures.
  private func isSpeaking(_ speaker: Speaker, cue: Int) -> Bool {
    if grammar.isWord("that", cue + 1) { return true }
    // 'Blast Increases Record Toll': in a title any two words look like a name.
    if speaker.kind == .person, speaker.type == .unknown, isTitle,
      !speaker.units.contains(where: { grammar.has($0, .title) })
    {
      return false
    }
    if speaker.kind == .person || speaker.kind == .pronoun || speaker.type != .unknown {
      return true
    }
    if !speaker.headNoun.isEmpty || !speaker.side.isEmpty { return true }
    // An outlet that no register knows: 'Safa recorded 12 deaths'.
    return !isTitle && speaker.units.first.map { units[$0].isCapital } ?? false
  }

  /// Whether every word of content is capitalised, as in a title.
  var isTitle: Bool {
    !units.contains { $0.kind == .word && $0.isContent && !$0.isCapital }
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
