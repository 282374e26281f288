internal import ClaimModel
internal import Lexicons

/// What single words tell of the setting, and which armed group fighters belong to.
extension DocumentSetting {
  /// Counts 'the Maoists' as the group that goes by the word in the land of the war.
  mutating func countFactions(in sentences: [SentenceGrammar], _ knowledge: Knowledge) {
    var counts: [String: Int] = [:]
    for grammar in sentences {
      for index in grammar.units.indices
      where grammar.has(index, .faction) && grammar.units[index].isCapital {
        counts[grammar.string(at: index), default: 0] += 1
      }
    }
    for (word, count) in counts.sorted(by: { $0.key < $1.key }) {
      if let group = group(called: word, in: "", sentence: 0) { groups[group, default: 0] += count }
    }
  }

  /// Takes buses and fires for signs of an accident, unless the text is of war and its sentence or
  /// the ones before it tell of fighting: 'an ambush of a train'.
  mutating func weighVehicles() {
    let isOfWar =
      words.conflict > words.terror && words.conflict >= 2 * words.calamity && words.violence > 0
    let counts = countsOfSentence
    for (sentence, here) in counts.enumerated() where here.weak > 0 {
      let item = max(itemOfSentence[sentence], sentence - 3)...sentence
      if isOfWar, item.contains(where: { counts[$0].conflict > counts[$0].calamity }) {
        countsOfSentence[sentence].weak = 0
      } else {
        countsOfSentence[sentence] = here.withWeak
      }
    }
    if !isOfWar { words = words.withWeak }
  }

  /// 'Marines': the name of one nation's body that is a word for any nation's.
  static func isCommonName(
    _ index: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> Bool {
    let unit = grammar.units[index]
    return unit.first == unit.last && grammar.has(index, .person)
      && knowledge.partyKind(of: unit) == .organization
  }

  /// Notes whose 'refugees' a document speaks of.
  mutating func noteHome(of index: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge) {
    let unit = grammar.units[index]
    guard Self.isFarFromHome(index + 1, grammar), unit.isDemonym,
      !grammar.isWord("ethnic", index - 1)
    else { return }
    homes[grammar.string(at: index + 1).lowercasedASCII, default: []]
      .insert(knowledge.partyName(of: unit))
  }

  /// Whether a word names people by their having left their land: 'refugees'.
  static func isFarFromHome(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.has(index, .person)
      && grammar.senses(index).contains { $0.outcome == .displaced && $0.frame == .people }
  }

  /// What a word tells of the setting; 'Pakistani fire' is no blaze.
  static func settingClasses(of index: Int, _ grammar: SentenceGrammar) -> WordClasses {
    let classes = grammar.units[index].classes
    // 'A fire at a wedding' is nobody's shot.
    if index > 0, grammar.has(index - 1, .determiner),
      grammar.isWord("fire at", index) || grammar.isWord("fire on", index)
        || grammar.isWord("fires at", index)
    {
      return .weakSetting
    }
    guard classes.contains(.weakSetting), classes.contains(.attack), index > 0 else {
      return classes
    }
    let before = grammar.units[index - 1]
    let isShot =
      before.isDemonym || before.kind == .possessive
      || !before.classes.isDisjoint(with: [.conflictSetting, .attack, .enemy])
    return isShot ? .conflictSetting : classes
  }

  /// Whether a group is one of several that fight for a land, and no group is named near a sentence:
  /// 'militants' there may be of any.
  func isDistant(_ group: String, from sentence: Int) -> Bool {
    foes.armyAgainst(group) != nil
      && groupsOfSentence[max(0, sentence - 1)...sentence].joined().isEmpty
  }

  /// The armed group that fighters of no named side belong to: the one most written about.
  func armedGroup(
    for index: Int, in sentence: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String? {
    let mention = grammar.mentions[index]
    guard let head = mention.head else { return nil }
    let here = grammar.units.filter { knowledge.partyKind(of: $0) == .armedGroup }
      .map { knowledge.partyName(of: $0) }
    // Whom a group kills are not its own.
    let agent = AgentReader(grammar: grammar, knowledge: knowledge).namedAgent(of: mention)
    if Set(here).count == 1, let group = here.first, groups.count <= 2, group != agent {
      return group
    }
    if groups.keys.contains(where: { isDistant($0, from: sentence) }) { return nil }
    // Whom a side attacks is not its own.
    for attacker in attackers(in: grammar, knowledge) {
      if let foe = foes.foe(of: attacker, kind: .armedGroup) { return foe }
    }
    let ranked = groups.filter { $0.key != agent }.ranked
    // 'Terrorists' is what a state calls them; only a text about one group tells which they are.
    let isLabel = grammar.isWord("terrorists", head) || grammar.isWord("terrorist", head)
    let named = groupsOfSentence[max(0, sentence - 1)...sentence].joined()
    guard let first = ranked.first,
      first.value > (isLabel && !named.contains(first.key) ? 2 : ranked.count == 1 ? 0 : 1),
      ranked.count == 1 || first.value > ranked[1].value * 2
    else { return nil }
    return first.key
  }
}
