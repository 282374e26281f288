internal import ClaimModel
internal import Lexicons

/// Reads the place words that scope a figure.
struct PlaceReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge

  /// The units of the nearest phrase of place; nil for none.
  func place(of mention: Mention) -> Range<Int>? {
    var best: (distance: Int, range: Range<Int>)?
    for index in grammar.units.indices where grammar.units[index].place >= 0 || isCountry(index) {
      var first = index
      while first > 0, index - first < 8, !isPlacePreposition(first - 1) { first -= 1 }
      guard first > 0, isPlacePreposition(first - 1),
        !(first..<index).contains(where: {
          grammar.has($0, [.be, .have, .outcome]) || grammar.isMark(0x2C, $0)
        })
      else { continue }
      let distance = abs(index - mention.unit)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, first - 1..<index + 1) }
    }
    return best?.range
  }

  private func isCountry(_ index: Int) -> Bool {
    grammar.units[index].party >= 0 && !grammar.units[index].isDemonym
      && knowledge.partyKind(of: grammar.units[index]) != .armedGroup
  }

  private func isPlacePreposition(_ index: Int) -> Bool {
    grammar.isWord("in", index) || grammar.isWord("at", index) || grammar.isWord("near", index)
      || grammar.isWord("on", index) || grammar.isWord("across", index)
      || grammar.isWord("around", index)
      || grammar.isWord("outside", index) || grammar.isWord("off", index)
  }
}
