internal import ClaimModel
internal import Lexicons

/// What a document is about as a whole: war or disaster, and in which countries.
struct DocumentSetting {
  private var conflictWords = 0
  private var calamityWords = 0
  /// For each sentence the country that it or the nearest one before it names.
  private var countryOfSentence: [String] = []
  private var countries: [String: Int] = [:]
  private var groups: [String: Int] = [:]
  /// The party that the corpus manifest gives; empty for none.
  private let given: String

  init(sentences: [SentenceGrammar], knowledge: Knowledge, given: String) {
    self.given = given
    var last = ""
    for grammar in sentences {
      var here = ""
      for index in grammar.units.indices {
        let unit = grammar.units[index]
        if unit.kind != .word { continue }
        if unit.classes.contains(.conflictSetting) { conflictWords += 1 }
        if unit.classes.contains(.calamitySetting) { calamityWords += 1 }
        let place = Self.country(of: unit, knowledge)
        if !place.isEmpty {
          countries[place, default: 0] += unit.isDemonym ? 1 : 2
          if here.isEmpty, !unit.isDemonym { here = place }
        }
        if knowledge.partyKind(of: unit) == .armedGroup {
          groups[knowledge.partyName(of: unit), default: 0] += 1
        }
      }
      if !here.isEmpty { last = here }
      countryOfSentence.append(last)
    }
  }

  /// Whether the people of a sentence were hurt in a war or political violence.
  func isConflict(_ sentence: Int, _ grammar: SentenceGrammar) -> Bool {
    var conflict = 0
    var calamity = 0
    for unit in grammar.units {
      if unit.classes.contains(.conflictSetting) { conflict += 1 }
      if unit.classes.contains(.calamitySetting) { calamity += 1 }
    }
    if conflict != calamity { return conflict > calamity }
    return conflictWords > calamityWords
  }

  /// The country in which the people of a sentence were hurt, as far as the text tells.
  func country(
    in sentence: Int, near unit: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String {
    // The nearest place of the sentence, those behind a preposition first.
    var best: (distance: Int, name: String)?
    for index in grammar.units.indices {
      let candidate = grammar.units[index]
      guard !candidate.isDemonym else { continue }
      let name = Self.country(of: candidate, knowledge)
      guard !name.isEmpty else { continue }
      let isLocal =
        grammar.isWord("in", index - 1) || grammar.isWord("at", index - 1)
        || grammar.isWord("near", index - 1) || grammar.isWord("on", index - 1)
        || grammar.isWord("of", index - 1) || candidate.place >= 0
      let distance = abs(index - unit) + (isLocal ? 0 : 50)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, name) }
    }
    if let best, best.distance < 50 { return best.name }
    if !given.isEmpty { return given }
    if let best { return best.name }
    let earlier = countryOfSentence[sentence]
    if !earlier.isEmpty { return earlier }
    return dominantCountry
  }

  private var dominantCountry: String {
    countries.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? ""
  }

  /// The armed group that fighters of no named side belong to: the one that the sentence names.
  func armedGroup(
    for index: Int, in sentence: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String? {
    let mention = grammar.mentions[index]
    guard let head = mention.head, grammar.has(head, .irregular) else { return nil }
    // The group most written about, where there is one.
    let ranked = groups.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = ranked.first, ranked.count == 1 || first.value > ranked[1].value * 2 else {
      return nil
    }
    return first.key
  }

  private static func country(of unit: Unit, _ knowledge: Knowledge) -> String {
    if unit.place >= 0 { return knowledge.placeParty(of: unit) }
    if unit.party >= 0, let kind = knowledge.partyKind(of: unit), kind == .country || kind == .territory {
      return knowledge.partyName(of: unit)
    }
    return ""
  }
}
