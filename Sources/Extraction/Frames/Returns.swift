internal import ClaimModel
internal import Lexicons

/// The returns of old reports, which say no verb: 'Total loss in the two battles, 14,794', 'Killed,
/// wounded and missing, 92', 'Officers killed in the army, 92; in the brigade, 5'.
extension SentenceGrammar {
  /// Ties each number behind a label and a comma to what the label says.
  mutating func linkReturns() {
    var last: (index: Int, outcome: Outcome)?
    for index in mentions.indices where canBeEntry(index) {
      let comma = mentions[index].unit - 1
      let start = startOfLabel(endingAt: comma - 1)
      guard start >= 0, start < comma, isVerbless(start..<comma),
        start == 0 || units[start - 1].kind == .mark || has(start - 1, .conjunction)
      else { continue }
      if let outcome = outcomeOfLabel(start..<comma) {
        linkList(from: mentions[index].unit, outcome, trigger: comma - 1, rule: .list)
        if mentions[index].outcome != nil { last = (index, outcome) }
      } else if let entry = last, entry.index == index - 1, isMark(0x3B, start - 1),
        has(start, .preposition)
      {
        // 'in the brigade, 5'
        assign(index, entry.outcome, trigger: comma - 1, rule: .gapping)
        mentions[index].antecedent = entry.index
        last = (index, entry.outcome)
      }
    }
  }

  /// Whether a number stands behind a comma and ends its clause there.
  private func canBeEntry(_ index: Int) -> Bool {
    let mention = mentions[index]
    let behind = mention.end + 1
    return mention.outcome == nil && mention.reason == nil && mention.kind != .thing
      && mention.kind != .unknown && isMark(0x2C, mention.unit - 1)
      && (endsPhrase(at: behind) || has(behind, .conjunction))
      && !hasOwnTrigger(index)
  }

  /// The first unit of the label that ends at a unit: behind a mark that is no comma between two of
  /// its outcome words, or behind a number.
  private func startOfLabel(endingAt end: Int) -> Int {
    var start = end
    while start > 0 {
      let before = start - 1
      if let index = mention(at: before), mentions[index].reason == nil { break }
      if units[before].kind == .mark {
        guard isMark(0x2C, before), has(before - 1, .outcome), has(start, [.outcome, .conjunction])
        else { break }
      }
      start = before
    }
    while has(start, .conjunction) { start += 1 }
    return start
  }

  private func isVerbless(_ label: Range<Int>) -> Bool {
    label.count < 12
      && label.allSatisfy { unit in
        !has(unit, [.be, .have, .modal, .do, .relative, .cue])
          && (!has(unit, .verbPast) || has(unit, .outcome) || has(unit, .participle))
      }
  }

  /// What a label says of those counted behind it; nil where it tells of no outcome.
  private func outcomeOfLabel(_ label: Range<Int>) -> Outcome? {
    var told: [Outcome] = []
    for unit in label {
      guard
        let sense = senses(unit).first(where: {
          [.harm, .state, .people, .event, .loss].contains($0.frame)
        })
      else { continue }
      if sense.frame != .loss { told.append(sense.outcome) }
    }
    guard let first = told.first else {
      let isLoss = label.contains { unit in
        senses(unit).contains { $0.frame == .loss } && !has(unit, .gerund)
      }
      return isLoss ? .casualties : nil
    }
    return told.allSatisfy { $0 == first } ? first : .casualties
  }
}
