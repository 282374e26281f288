internal import ClaimModel
internal import Lexicons

/// Sides that pay a price in people.
extension LossOwnerReader {
  /// 'advanced at a cost of 400 casualties', 'fell back with a loss of 300 slain': the price that the
  /// subject paid.
  func payer(of mention: Mention, in sentence: Int) -> String? {
    guard
      let noun = (max(0, mention.unit - 4)..<mention.unit).last(where: { at in
        grammar.isWord("of", at + 1)
          && grammar.senses(at).contains { $0.frame == .loss || $0.frame == .take }
      }),
      let start = (max(0, noun - 3)..<noun).last(where: {
        grammar.isWord("at", $0) || grammar.isWord("with", $0) || grammar.isWord("for", $0)
      })
    else { return nil }
    return party(before: start) ?? setting.partyNamed(before: sentence)
  }

  /// 'This day cost the French 1,400 men in killed and wounded': from whom a verb takes them.
  func payerOf(_ mention: Mention) -> String? {
    guard
      let verb = (max(0, mention.unit - 6)..<mention.unit).last(where: { at in
        grammar.senses(at).contains { $0.frame == .take } && !grammar.has(at - 1, .determiner)
      }), !(verb + 1..<mention.unit).contains(where: { grammar.isVerb($0) })
    else { return nil }
    return (verb + 1..<mention.unit).lazy.filter { !self.knowledge.isBound($0, self.grammar) }
      .map { self.knowledge.sideName(of: self.grammar.units[$0]) }.first { !$0.isEmpty }
  }
}
