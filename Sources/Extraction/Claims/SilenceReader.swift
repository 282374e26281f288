internal import ClaimModel
internal import Lexicons

/// Finds sentences that say that a side publishes no casualty figures.
struct SilenceReader {
  let document: Document
  let sentences: [SentenceGrammar]
  let knowledge: Knowledge

  /// The document's silences in reading order.
  func silences() -> [Silence] {
    sentences.compactMap(silence)
  }

  /// 'The Russians haven't published casualty figures': a party, a denial, a word for publishing
  /// and an outcome noun, in this order, with no number.
  private func silence(_ grammar: SentenceGrammar) -> Silence? {
    guard grammar.classes.contains([.publishing, .outcome]),
      let subject = grammar.units.indices.first(where: {
        !knowledge.partyName(of: grammar.units[$0]).isEmpty || speaksForParty(grammar.units[$0])
      })
    else { return nil }
    guard
      let denial = grammar.units[subject...].indices.first(where: {
        grammar.has($0, [.negation, .silence]) && !grammar.isWord("no", $0)
      })
    else {
      return nil
    }
    let behind = grammar.units[denial...].indices
    guard behind.contains(where: { grammar.has($0, .publishing) }),
      behind.contains(where: {
        grammar.senses($0).contains { [.event, .toll, .loss].contains($0.frame) }
      }),
      let first = grammar.units.first, let last = grammar.units.last
    else { return nil }
    let unit = grammar.units[subject]
    let party =
      unit.party >= 0
      ? knowledge.partyName(of: unit) : knowledge.canonical(knowledge.source(of: unit)?.side ?? "")
    return Silence(
      documentID: document.id, party: party,
      span: TextSpan(
        start: grammar.text.tokens[first.first].first, end: grammar.text.tokens[last.last].last),
      quote: grammar.text.string(tokens: first.first, through: last.last))
  }

  private func speaksForParty(_ unit: Unit) -> Bool {
    knowledge.source(of: unit).map { !$0.side.isEmpty } ?? false
  }
}
