internal import ClaimModel

/// The words of time and place in one sentence: read once, however many figures it has.
struct Scoping {
  let times: TimeReader
  let places: PlaceReader

  init(grammar: SentenceGrammar, knowledge: Knowledge, published: PartialDate?) {
    times = TimeReader(grammar: grammar, published: published)
    places = PlaceReader(grammar: grammar, knowledge: knowledge)
  }
}
