internal import ClaimModel
internal import Lexicons

/// Whether the victims bore arms, where their own words leave it open.
struct StatusReader {
  let knowledge: Knowledge
  let grammar: SentenceGrammar
  let sentence: Int
  let earlier: EarlierClaims

  /// The status that the figure's party, its owner or the people it points back to tell.
  func status(of figure: PartyReader.Figure, party: PartyReading) -> VictimStatus {
    guard figure.status == .unspecified else { return figure.status }
    let mention = figure.mention
    if let victims = figure.victims {
      // 'Ukrainian military': a body that bears arms.
      let isArmed = victims.contains {
        knowledge.source(of: grammar.units[$0])?.type == .military
      }
      if isArmed { return .military }
      if figure.outcome != .captured, knowledge.registers.parties[party.name]?.kind == .armedGroup {
        return .military
      }
    }
    if party.reason == .side, figure.outcome != .displaced { return .military }
    if let back = carried(figure) { return back }
    // 'The Danes lost 300 men': armies lose men so.
    let isLoss =
      mention.trigger.map { trigger in
        grammar.senses(trigger).contains { $0.frame == .lose }
      } ?? false
    if isLoss, party.reason == .owner, let head = mention.head, grammar.isWord("men", head) {
      return .military
    }
    return .unspecified
  }

  /// The status of those whom 'others', 'dozens more' or a part point back to.
  private func carried(_ figure: PartyReader.Figure) -> VictimStatus? {
    let isMore = figure.mention.head.map { grammar.has($0, .more) } ?? false
    if figure.victims == nil || isMore {
      for other in [figure.mention.antecedent, figure.mention.whole] {
        if let other, other != figure.index,
          let claim = earlier.index(ofMention: other, in: sentence)
        {
          return earlier.claims[claim].status
        }
      }
    }
    guard isMore, let last = earlier.claims.last, let origin = earlier.origins.last,
      sentence - origin.sentence <= 1
    else { return nil }
    return last.status
  }
}
