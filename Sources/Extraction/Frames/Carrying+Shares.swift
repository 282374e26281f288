internal import ClaimModel
internal import Lexicons

/// Figures of later sentences that together are one of a sentence before.
extension Carrying {
  /// Marks figures as parts of one of an earlier sentence where together they add up to it.
  mutating func linkAddends() {
    var figures: [(sentence: Int, index: Int, mention: Mention)] = []
    for sentence in sentences.indices {
      for (index, mention) in sentences[sentence].mentions.enumerated()
      where mention.outcome != nil && mention.reason == nil && !mention.number.isZeroWord
        && mention.whole == nil && !mention.isPartOfEarlier
      {
        figures.append((sentence, index, mention))
      }
    }
    for (order, whole) in figures.enumerated() where isExact(whole.mention, like: whole.mention) {
      guard let total = whole.mention.number.low.whole, total > 2 else { continue }
      let reach = whole.sentence + 2
      var sum = 0
      var parts: [Int] = []
      for other in figures.indices.dropFirst(order + 1) {
        let figure = figures[other]
        guard figure.sentence <= reach, sum < total else { break }
        guard figure.sentence > whole.sentence,
          figure.mention.outcome == whole.mention.outcome || whole.mention.outcome == .casualties
        else { continue }
        // 'Two more' are not among those told before; two who were shot and 'another two' may be.
        guard isExact(figure.mention, like: whole.mention),
          !parts.isEmpty && sentences[whole.sentence].endsInStop
            || !sentences[figure.sentence].isIncrement(figure.index),
          let value = figure.mention.number.low.whole
        else { break }
        sum += value
        parts.append(other)
      }
      guard sum == total, parts.count > 1,
        !areRivals(parts.map { figures[$0] }),
        whole.mention.number.qualifier == .exact
          || total > 4 && parts.allSatisfy({ figures[$0].sentence == whole.sentence + 1 })
          || parts.contains(where: { figures[$0].mention.number.qualifier == .atLeast })
      else { continue }
      for part in parts {
        sentences[figures[part].sentence].mentions[figures[part].index].isPartOfEarlier = true
      }
    }
  }

  /// Whether several tell the same figure, so that it adds up to one before by chance: 'three were
  /// killed, police said' beside 'the mayor spoke of three deaths'.
  private func areRivals(
    _ figures: [(sentence: Int, index: Int, mention: Mention)]
  ) -> Bool {
    Set(figures.map(\.sentence)).filter { sentences[$0].classes.contains(.cue) }.count > 1
      && figures.allSatisfy { $0.mention.number.low == figures[0].mention.number.low }
  }

  /// Marks '22 died in the north, 14 in the south and nine on the coast' as shares of the figure that
  /// the sentence before told, where they are together no more.
  mutating func linkSharesByPlace() {
    for sentence in sentences.indices.dropFirst() {
      let shares = sentences[sentence].sharesByPlace
      guard shares.count > 1, let outcome = sentences[sentence].mentions[shares[0]].outcome,
        let before = sentences[max(0, sentence - 2)..<sentence].last(where: {
          !$0.mentions.isEmpty
        }), before.endsInStop,
        let whole = before.mentions.last(where: {
          $0.outcome == outcome && $0.reason == nil && $0.whole == nil && !$0.isPartOfEarlier
        })?.number.low.whole
      else { continue }
      let sum = shares.compactMap { sentences[sentence].mentions[$0].number.high.whole }
        .reduce(0, +)
      guard sum <= whole else { continue }
      for share in shares { sentences[sentence].mentions[share].isPartOfEarlier = true }
    }
  }

  /// Whether a figure is exact, or 'at least' as many where the whole is so too.
  private func isExact(_ mention: Mention, like whole: Mention) -> Bool {
    mention.number.qualifier == .exact
      || mention.number.qualifier == .atLeast && whole.number.qualifier == .atLeast
  }

  /// Whether the sentence before goes on about a count: 'she added those cases to the total'.
  func speaksOfCount(before sentence: Int) -> Bool {
    sentence > 0
      && sentences[sentence - 1].units.indices.contains { sentences[sentence - 1].isCountNoun($0) }
  }
}
