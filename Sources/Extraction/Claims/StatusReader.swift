internal import ClaimModel
internal import Lexicons

/// Whether the victims bore arms, where their own words leave it open.
struct StatusReader {
  let knowledge: Knowledge
  let grammar: SentenceGrammar
  let sentence: Int
  let earlier: EarlierClaims
  let setting: DocumentSetting

  /// The status that the figure's party, its owner or the people it points back to tell.
  func status(of figure: PartyReader.Figure, party: PartyReading) -> VictimStatus {
    guard figure.status == .unspecified else { return figure.status }
    let mention = figure.mention
    if let victims = figure.victims {
      // 'Ukrainian military': a body that bears arms.
      let isArmed = victims.contains {
        knowledge.source(of: grammar.units[$0])?.type == .military
      }
      // 'enemy casualties', 'the enemy's dead'
      if isArmed || victims.contains(where: { grammar.has($0, .enemy) }) { return .military }
      if figure.outcome != .captured, knowledge.registers.parties[party.name]?.kind == .armedGroup {
        return .military
      }
    }
    if party.reason == .side, figure.outcome != .displaced { return .military }
    if grammar.has(headOf: mention, .enemy) { return .military }
    if isInAction(mention) || isOfArmy(figure, party) || isOfForce(figure)
      || isAdmitted(figure, party)
    {
      return .military
    }
    if let back = carried(figure) { return back }
    return .unspecified
  }

  /// 'killed in action'.
  private func isInAction(_ mention: Mention) -> Bool {
    guard let trigger = mention.trigger else { return false }
    if grammar.string(at: trigger).hasSuffix("in action") { return true }
    let last = max(trigger, mention.end)
    return (last + 1...last + 3).contains {
      grammar.isWord("action", $0) && grammar.isWord("in", $0 - 1)
    }
  }

  /// 'Russia suffered 500 casualties', 'the Danes lost 300 men', and in a text of an old war the men
  /// of a regiment: armies lose men so.
  private func isOfArmy(_ figure: PartyReader.Figure, _ party: PartyReading) -> Bool {
    let isNameless = figure.victims.map { !$0.contains { isCivil($0) } } ?? true
    guard isNameless, figure.outcome != .displaced, !setting.isCalamity(in: sentence) else {
      return false
    }
    if setting.armies.isHistorical {
      return figure.isOfMen(grammar)
    }
    guard party.reason == .owner || party.reason == .words, let trigger = figure.mention.trigger,
      let kind = knowledge.registers.parties[party.name]?.kind,
      kind == .country || kind == .armedGroup || kind == .organization
    else { return false }
    if grammar.senses(trigger).contains(where: { $0.frame == .lose }) { return true }
    let unit = figure.mention.unit
    let suffering = (max(0, unit - 4)..<unit).last { grammar.has($0, .suffering) }
    return figure.outcome != .killed
      && suffering.map { !($0..<unit).contains { grammar.units[$0].kind == .mark } } ?? false
  }

  private func isCivil(_ index: Int) -> Bool {
    grammar.has(index, .person) && !grammar.isWord("men", index) && !grammar.isWord("people", index)
      && grammar.senses(index).isEmpty
  }

  /// The status of those whom 'others', 'dozens more' or a part point back to.
  private func carried(_ figure: PartyReader.Figure) -> VictimStatus? {
    let isMore = grammar.has(headOf: figure.mention, .more)
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
