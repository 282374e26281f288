internal import ClaimModel
internal import Lexicons

/// Finds whose losses the figures of a sentence are.
struct LossOwnerReader {
  let grammar: SentenceGrammar
  let knowledge: Knowledge
  let setting: DocumentSetting

  func party(before index: Int) -> String? {
    var at = index - 1
    while at >= 0 {
      if let source = knowledge.source(of: grammar.units[at]), !source.side.isEmpty {
        return knowledge.canonical(source.side)
      }
      let name = knowledge.partyName(of: grammar.units[at])
      if !name.isEmpty { return name }
      at -= 1
    }
    return nil
  }

  /// 'The British losses were three officers and five men killed': whose losses a list gives.
  private func ownerOfList(before unit: Int) -> String? {
    var at = unit - 1
    while at > 0 {
      if grammar.senses(at).contains(where: {
        $0.frame == .loss || $0.frame == .event && $0.outcome == .casualties
      }),
        grammar.has(at + 1, [.be, .level]) || grammar.isMark(0x3A, at + 1)
      {
        let name = knowledge.partyName(of: grammar.units[at - 1])
        return name.isEmpty ? nil : name
      }
      at -= 1
    }
    return nil
  }

  private func firstParty(before end: Int) -> String? {
    for index in 0..<end {
      if let source = knowledge.source(of: grammar.units[index]), !source.side.isEmpty {
        return knowledge.canonical(source.side)
      }
      let name = knowledge.partyName(of: grammar.units[index])
      if !name.isEmpty { return name }
    }
    return nil
  }

  /// The loser of 'lost 3,000 men', 'suffered 300 casualties', 'cost his army 12 men', 'Russian
  /// losses'.
  func owner(of mention: Mention, in sentence: Int) -> String? {
    guard let trigger = mention.trigger else { return nil }
    let frames = grammar.senses(trigger).map(\.frame)
    if frames.contains(.take) {
      for index in (trigger..<mention.unit) {
        if grammar.isWord("his", index) || grammar.isWord("its", index)
          || grammar.isWord("their", index)
        {
          return party(before: index)
        }
        let name = knowledge.partyName(of: grammar.units[index])
        if !name.isEmpty { return name }
      }
      return nil
    }
    // 'Russian losses', 'Ukraine's death toll', 'losses of Russia'
    if frames.contains(.event) || frames.contains(.toll) || frames.contains(.loss)
      || frames.contains(.people)
    {
      var at = trigger - 1
      while at >= 0, trigger - at < 5, grammar.units[at].kind != .mark,
        grammar.mention(at: at) == nil
      {
        let name = knowledge.partyName(of: grammar.units[at])
        if !name.isEmpty { return name }
        // 'told reporters in Kabul that the toll': what stands before the article does not own it.
        if grammar.has(at, [.be, .have, .cue, .determiner, .relative]) { break }
        at -= 1
      }
    }
    if frames.contains(.lose) {
      return party(before: trigger)
    }
    // 'Ukraine has close to 70,000 dead', but not 'has killed 12'.
    let isNoun = frames.contains { [.event, .people, .state, .loss].contains($0) }
    var at = min(mention.unit, trigger) - 1
    while at >= 0, mention.unit - at < 6 {
      if grammar.has(at, .suffering)
        || isNoun && grammar.has(at, .have) && at == mention.unit - 1
      {
        // 'while suffering': the subject is that of the whole sentence.
        if grammar.has(at, .gerund) { return firstParty(before: at) }
        // 'It also suffered 300 casualties': the one the sentence before speaks of.
        if grammar.has(0, .pronoun) { return setting.partyNamed(before: sentence) }
        return party(before: at)
      }
      at -= 1
    }
    return ownerOfList(before: mention.unit)
  }
}
