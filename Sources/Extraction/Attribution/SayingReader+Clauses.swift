internal import ClaimModel
internal import Lexicons

/// Sayings without a verb of saying: any verb of a speaker with a clause behind 'that', and a noun
/// for what is told with one.
extension SayingReader {
  /// 'Britain's ministry shared in an update that …', 'he ventured that …': any verb of one who can
  /// speak with a clause behind 'that' tells what they say.
  func clauseTaken(at that: Int, besides others: [Saying]) -> Saying? {
    guard that + 2 < units.count, grammar.mention(at: that + 1) != nil || opensClause(that + 1),
      !others.contains(where: { $0.cue.lowerBound < that && that - $0.cue.upperBound < 12 })
    else { return nil }
    // Between the verb and 'that' only phrases with a preposition, an adverb or a comma.
    var verb = that - 1
    while verb > 0, that - verb < 10, !isPlainVerb(verb) {
      if grammar.has(verb, [.be, .modal, .relative]) { return nil }
      verb -= 1
    }
    guard verb > 0, isPlainVerb(verb), !grammar.has(verb, [.outcome, .cue]) else { return nil }
    if verb + 1 < that, !grammar.has(verb + 1, .preposition), !grammar.isMark(0x2C, verb + 1),
      !grammar.has(verb + 1, [.adverb, .weekday])
    {
      return nil
    }
    let group = grammar.startOfVerbGroup(endingAt: verb)
    guard (group..<verb).allSatisfy({ !grammar.has($0, .be) }),
      let speaker = reader.speaker(endingBefore: group),
      speaker.kind == .person || speaker.kind == .pronoun || speaker.type != .unknown,
      // 'News came from the front that 12 had died'
      speaker.units.count > 1 || !grammar.has(speaker.units.lowerBound, .telling)
    else { return nil }
    return Saying(
      speaker: speaker, cue: verb..<verb + 1, scope: that..<endOfContent(from: that),
      stance: .asserted, isCited: false, hearer: "")
  }

  /// 'media reports that …', 'estimates that …': a noun for what is told, with a clause behind it.
  func reported(at that: Int) -> Saying? {
    // 'Information provided by the police is that 43 were hurt'
    if that > 1, grammar.has(that - 1, .be),
      let speaker = reader.speaker(startingAt: 0), speaker.units.lowerBound == 0,
      speaker.units.contains(where: { reader.isWritten($0) })
    {
      return Saying(
        speaker: givers(of: speaker) ?? speaker, cue: that - 1..<that,
        scope: that..<endOfContent(from: that), stance: .asserted, isCited: false, hearer: "")
    }
    if let hearsay = hearsay(at: that) { return hearsay }
    guard that > 0, grammar.has(that - 1, .speaker), grammar.term(that - 1)?.isBody ?? false,
      opensClause(that + 1) || grammar.isQuote(that + 1) || grammar.mention(at: that + 1) != nil,
      let type = grammar.term(that - 1)?.sourceType, type == .media || type == .research,
      !units[that - 1].isCapital,
      grammar.has(that - 1, .plural) || that == 1
        || grammar.string(at: that - 1).hasSuffix("reports"),
      !grammar.has(that - 2, [.be, .have, .preposition, .cue]),
      let speaker = reader.speaker(endingBefore: that)
    else { return nil }
    return Saying(
      speaker: speaker, cue: that - 1..<that, scope: that..<endOfContent(from: that),
      stance: .asserted, isCited: false, hearer: "")
  }

  /// 'hearing a rumour that two had died', 'investigating reports that nine were dead': hearsay that
  /// is nobody's.
  private func hearsay(at that: Int) -> Saying? {
    guard that > 1, grammar.has(that - 1, .speaker), !units[that - 1].isCapital,
      grammar.term(that - 1)?.sourceType == .media, grammar.term(that - 1)?.isBody ?? false,
      grammar.has(that - 2, .gerund) || grammar.isIndefiniteArticle(that - 2),
      !grammar.has(that - 3, .be),
      opensClause(that + 1) || grammar.mention(at: that + 1) != nil || grammar.isQuote(that + 1),
      let speaker = reader.read(that - 1..<that)
    else { return nil }
    return Saying(
      speaker: speaker, cue: that - 1..<that, scope: that..<endOfContent(from: that),
      stance: .asserted, isCited: true, hearer: "")
  }

  func isPlainVerb(_ index: Int) -> Bool {
    grammar.isVerb(index) && grammar.has(index, [.verbPast, .verbS])
      && !grammar.has(index, [.preposition, .adverb, .speaker])
  }

  /// Whether a clause with a subject of its own starts at a unit: no verb, as in 'the bomb that hit'.
  private func opensClause(_ index: Int) -> Bool {
    index < units.count && units[index].kind == .word
      && !grammar.has(index, [.be, .have, .modal])
      && (!grammar.isVerb(index) || grammar.has(index, [.person, .speaker]) || units[index].isName)
  }
}
