internal import ClaimModel
internal import Lexicons

/// Whose soldiers a text of an old war is about: 'the French infantry', 'British losses'.
///
/// Such texts fight in lands that are no side of the war, so that the scene tells nothing of the
/// soldiers. What is about a war of our time is left to its scenes.
struct Armies {
  /// How often each party's forces or losses are named.
  private var weights: [String: Int] = [:]
  /// Whether the text speaks of regiments and battalions, and of no year since 1946.
  let isHistorical: Bool

  /// The armies that the sentences of a document name.
  ///
  /// - Parameters:
  ///   - sentences: the document's sentences.
  ///   - knowledge: the registers.
  ///   - years: the years that the document is about.
  init(sentences: [SentenceGrammar], knowledge: Knowledge, years: [Int]) {
    var formations = 0
    var ofOurTime = 0
    // Every age has its army and its patrols.
    func isOfOld(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
      grammar.has(index, .formation) && !grammar.isWord("army", index)
        && !grammar.isWord("militia", index) && !grammar.isWord("militias", index)
        && !grammar.isWord("patrol", index) && !grammar.isWord("contingent", index)
    }
    for grammar in sentences {
      for index in grammar.units.indices {
        if isOfOld(index, grammar) { formations += 1 }
        if grammar.has(index, .terrorSetting) { ofOurTime += 1 }
      }
      for army in Self.named(in: grammar, knowledge) { weights[army.party, default: 0] += 1 }
    }
    isHistorical = formations > 2 && ofOurTime == 0 && (years.max() ?? 0) < 1946
  }

  /// The states whose forces or losses a sentence names: 'the French infantry', 'British losses'.
  static func named(
    in grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> [(unit: Int, party: String)] {
    grammar.units.indices.compactMap { index in
      let unit = grammar.units[index]
      // 'US and UK servicemen'
      let isShort = unit.party >= 0 && grammar.text.tokens[unit.first].isUpper
      guard unit.isDemonym || isShort, knowledge.partyKind(of: unit) == .country else {
        return nil
      }
      let isArmy = (index + 1..<min(index + 4, grammar.units.count)).contains { at in
        grammar.has(at, .formation)
          || grammar.term(at)?.status == .military && !grammar.has(at, .irregular)
          || grammar.senses(at).contains { $0.frame == .loss }
      }
      return isArmy ? (index, knowledge.partyName(of: unit)) : nil
    }
  }

  /// The army of an old war that soldiers belong to: the one most named, unless the land where they
  /// were hurt has one too; nil for none and for wars of our time.
  func army(outside land: String) -> String? {
    guard isHistorical, !land.isEmpty, weights[land] == nil else { return nil }
    return weights.mostCounted
  }
}
