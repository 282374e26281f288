internal import ClaimModel
internal import Lexicons

/// Quotations whose speaker has a verb that attributes nothing elsewhere: 'She went on, "…"', 'he
/// ended his cable with: "…"', '"…," the mayor thundered'.
extension SayingReader {
  /// The sayings of whole sentences in quotation marks that no other saying introduces.
  func quotations(besides others: [Saying]) -> [Saying] {
    units.indices.compactMap { quote in
      guard isDoubleQuote(quote), quote > 1 else { return nil }
      let saying = introduced(by: quote) ?? closed(by: quote)
      return saying.flatMap { found in
        others.contains { found.cue.overlaps($0.cue) || found.speaker.units.overlaps($0.cue) }
          || others.contains { $0.speaker.units.overlaps(found.speaker.units) }
          ? nil : found
      }
    }
  }

  private func isDoubleQuote(_ index: Int) -> Bool {
    grammar.isMark(0x22, index) || grammar.isMark(0x201C, index) || grammar.isMark(0x201D, index)
  }

  /// 'The consul ended with, "At least 12 were killed"', 'She put it bluntly: "They killed 12"'.
  private func introduced(by quote: Int) -> Saying? {
    let joint = quote - 1
    let isColon = grammar.isMark(0x3A, joint)
    guard isColon || grammar.isMark(0x2C, joint), quote + 1 < units.count,
      !units[quote + 1].isSpaced, units[quote].isSpaced,
      units[quote + 1].isCapital || units[quote + 1].quantity >= 0
    else { return nil }
    var verb = joint - 1
    while verb > 0, joint - verb < 9, !isSpeech(verb) {
      // An object is told of before a colon only: 'stormed the village, "Killing …"'.
      guard units[verb].kind == .word,
        isColon || grammar.has(verb, [.preposition, .adverb]) || grammar.has(verb - 1, .preposition)
      else { return nil }
      verb -= 1
    }
    guard verb > 0, isSpeech(verb),
      let speaker = teller(endingBefore: grammar.startOfVerbGroup(endingAt: verb))
    else { return nil }
    let end = (quote + 1..<units.count).first { isDoubleQuote($0) } ?? units.count
    return Saying(
      speaker: speaker, cue: verb..<verb + 1, scope: quote..<end, stance: .asserted, isCited: false,
      hearer: "")
  }

  /// '"They killed 12," the mayor thundered', '"They killed 12," thundered the mayor'.
  private func closed(by quote: Int) -> Saying? {
    guard grammar.isMark(0x2C, quote - 1), quote + 2 < units.count, hasFigure(before: quote) else {
      return nil
    }
    let next = quote + 1
    var found: (speaker: Speaker, verb: Int)?
    if isSpeech(next), !units[next].isCapital, let speaker = reader.speaker(startingAt: next + 1),
      canTell(speaker)
    {
      found = (speaker, next)
    } else if let speaker = reader.speaker(startingAt: next), canTell(speaker),
      isSpeech(speaker.units.upperBound)
    {
      found = (speaker, speaker.units.upperBound)
    }
    guard let found else { return nil }
    let end = max(found.verb + 1, found.speaker.units.upperBound)
    // 'the army shelled the town' is no way to speak.
    guard
      end >= units.count || units[end].kind == .mark
        || grammar.has(end, [.adverb, .weekday, .preposition, .subordinator])
    else { return nil }
    return Saying(
      speaker: found.speaker, cue: found.verb..<found.verb + 1, scope: 0..<quote,
      stance: .asserted, isCited: false, hearer: "")
  }

  /// Whether a word can be the verb of one who is quoted: no harm, and nothing that attributes anyway.
  private func isSpeech(_ index: Int) -> Bool {
    index < units.count && isPlainVerb(index)
      && !grammar.has(index, [.outcome, .cue, .be, .have, .modal])
  }

  private func teller(endingBefore group: Int) -> Speaker? {
    reader.speaker(endingBefore: group).flatMap { canTell($0) ? $0 : nil }
  }

  /// Whether one who is quoted can be meant: a person, a pronoun, a document or a body of known kind,
  /// or a name of two words.
  private func canTell(_ speaker: Speaker) -> Bool {
    speaker.kind == .person || speaker.kind == .pronoun || !speaker.headNoun.isEmpty
      || speaker.units.count > 1 && speaker.units.allSatisfy { units[$0].isCapital }
  }
}
