internal import ClaimModel
internal import Lexicons

/// The country in which people were hurt, where what happened to them has sides.
extension DocumentSetting {
  /// The country in which the people of a mention were hurt in a war or political violence; empty
  /// for disasters, accidents, crime and terror far from any war.
  func country(
    of outcome: Outcome?, in sentence: Int, near unit: Int, home: String, speaker: String,
    _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String {
    // A sentence without such words goes on with what the ones before tell of.
    let here = recentCounts(upTo: sentence).last { !$0.isEmpty } ?? Counts()
    let isCrime =
      here.crime > 0 && here.crime >= here.conflict
      && (here.political == 0 || words.crime > words.political)
    if isCrime {
      // Where gangs wage a war, its dead are no victims of mere crime.
      let land = toldScene(in: sentence, near: unit) ?? tacitScene(in: sentence, home: home)
      return foes.isGangWar(in: land, years: years.years(of: sentence)) ? land : ""
    }
    let isViolent =
      here.hostility != here.calamity
      ? here.hostility > here.calamity : words.hostility >= words.calamity + words.crime
    // A single word ('a fire') does not make a disaster of a sentence in a text about a war.
    let isWarText =
      here.calamity - here.hostility == 1
      && words.hostility >= 4 * (words.calamity + words.crime)
    // 'A strike hit a house. The fire is out, and bodies were found in the rubble.'
    let isAfterAttack =
      words.violence > words.calamity + words.crime && sentence > 0
      && sceneOfSentence[sentence] == sceneOfSentence[sentence - 1]
      && recentCounts(upTo: sentence).contains { $0.violence > $0.calamity }
    guard isViolent || isWarText || isAfterAttack else { return "" }
    // Nor does 'security forces' make a war of a text about a disaster.
    let isCalamityText =
      here.hostility == 1 && words.calamity > 0 && words.calamity >= 4 * words.hostility
      || here.violence == 0 && isAfterCalamity(sentence) && words.calamity >= words.violence
    guard !isCalamityText else { return "" }
    let isTold = isWarText || here.hostility > 0 || words.hostility > 0
    // Those who fled are counted where they are, and belong where they fled from.
    if outcome == .displaced, isOfCalamity { return "" }
    if outcome == .displaced, let mainTheatre {
      return origin(of: unit, grammar, knowledge) ?? mainTheatre
    }
    let told = sceneOrTarget(in: sentence, near: unit)
    // 'The ministry in Gaza states that 70,000 people died in Israel's assault': not the attacker's.
    let side = [speaker, knowledge.registers.parties[speaker]?.parent ?? ""]
      .first { knowledge.registers.parties[$0]?.kind == .country && isTheatre($0) }
    if let told, let side, foes.fight(told, side),
      attacker(near: unit, grammar, knowledge) == told, !isHeld(by: side, grammar, knowledge),
      !isTargetOfAnother(in: sentence, near: unit, grammar)
    {
      return side
    }
    let country =
      told ?? targets[sentence]
      ?? attacked(
        in: sentence, near: unit, home: home, speaker: speaker, grammar, knowledge)
    if namesWar(in: country, sentence) { return country }
    let isTerror = here.terror > 0 && here.conflict <= here.terror
    let intensity = intensity(in: country, sentence)
    if intensity != .war, isTerrorFarFromWar { return "" }
    switch intensity {
    case .war: return country
    case .lesser
    where here.conflict > 0 && !isTerror || words.conflict > words.terror + words.crime:
      return country
    case .unrest
    where here.conflict > 0 && !isTerror
      || words.political > 1 && words.terror == 0 && country == mainCountry:
      return country
    case .lesser, .unrest, nil: break
    }
    guard isTold else { return "" }
    // Political violence has sides wherever it is.
    if here.political > 0, !isTerror { return country }
    // Far from any war only a text that speaks of war or unrest throughout makes a side of them.
    let others = words.terror + words.crime + words.calamity
    return !isTerror && words.conflict >= (here.violence > 0 ? 2 : 4) && words.conflict > 2 * others
      ? country : ""
  }

  /// 'the Russian-occupied town of Tokmak': whether a side only holds the place.
  private func isHeld(
    by side: String, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> Bool {
    grammar.units.indices.contains { index in
      grammar.units[index].isDemonym && knowledge.sideName(of: grammar.units[index]) == side
        && grammar.isMark(0x2D, index + 1) && grammar.has(index + 2, .participle)
        && !grammar.has(index + 3, [.person, .speaker, .title])
    }
  }

  /// Whether the text is about an attack on a hotel, a train or a church, and not about protests.
  private var isTerrorFarFromWar: Bool {
    opensWithSoftTarget && 2 * words.political <= words.hostility
  }

  /// How many sentences open a text: its headlines and its lead.
  static let opening = 3

  /// Whether a sentence tells of violence against people who take no part in any war: 'gunmen stormed
  /// a hotel'.
  static func tellsOfSoftTarget(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.indices.contains { grammar.has($0, .softTarget) }
      && grammar.units.indices.contains {
        grammar.has($0, [.terrorSetting, .conflictSetting, .attack, .assailant])
          || grammar.senses($0).contains { $0.frame == .harm }
      }
  }

  /// The country of the nearest scene that a sentence names, unless its people attack another's there:
  /// 'Palestinian gunmen fired on an Israeli bus in the West Bank'.
  private func sceneOrTarget(in sentence: Int, near unit: Int) -> String? {
    let told = toldScene(in: sentence, near: unit)
    guard let target = targetAcrossTheLine(upTo: sentence) ?? targets[sentence],
      told.map({ foes.armyAgainst($0) == target }) ?? true
    else { return told }
    return target
  }

  /// 'an attack on Israel that killed 1,200': whether the nearest scene is the target of an attack of
  /// which no word says that the land itself made it, nor is another attack nearer.
  private func isTargetOfAnother(
    in sentence: Int, near unit: Int, _ grammar: SentenceGrammar
  ) -> Bool {
    guard
      let scene = scenesOfSentence[sentence].min(by: {
        (abs($0.unit - unit), $0.unit) < (abs($1.unit - unit), $1.unit)
      }), grammar.isWord("on", scene.unit - 1), grammar.has(scene.unit - 2, .attack)
    else { return false }
    let attackers = grammar.units.indices.filter { Self.isAttacker($0, grammar) }
    return !attackers.contains {
      Self.attack(by: $0, grammar) == scene.unit - 2 || abs($0 - unit) < abs(scene.unit - unit)
    }
  }

  /// 'the war in Bosnia', 'the Salvadoran civil war': whether a sentence names a war of the land.
  private func namesWar(in country: String, _ sentence: Int) -> Bool {
    warsOfSentence[sentence].contains(country)
  }

  /// How fierce the fighting was in the land of a sentence, or in the region of it that the sentence
  /// or one of the three before in its item names.
  private func intensity(in country: String, _ sentence: Int) -> ConflictIntensity? {
    let years = years.years(of: sentence)
    let regions = regionsOfSentence[max(itemOfSentence[sentence], sentence - 3)...sentence].joined()
      .filter { $0.country == country }.map(\.region)
    return ([country] + regions).compactMap { theatres.intensity(in: $0, years: years) }.max()
  }

  /// Whether the last sentences tell of a disaster and of no violence.
  private func isAfterCalamity(_ sentence: Int) -> Bool {
    let last = recentCounts(upTo: sentence)
    return last.contains { $0.calamity > 0 } && !last.contains { $0.violence > 0 }
  }

  /// The words of a sentence and of the three before it in its item.
  func recentCounts(upTo sentence: Int) -> ArraySlice<Counts> {
    countsOfSentence[max(itemOfSentence[sentence], sentence - 3)...sentence]
  }

  /// Whether a sentence tells of a disaster and of no violence.
  func isCalamity(in sentence: Int) -> Bool {
    let here = countsOfSentence[sentence]
    return here.isOfCalamity || here.isEmpty && isOfCalamity
  }

  /// The country of the nearest scene that a sentence names; nil for none.
  func toldScene(in sentence: Int, near unit: Int) -> String? {
    // What stands behind the figure scopes it rather than what stands before.
    // What stands before and in another clause ('12 in Mali and killed nine in …') does so least.
    func distance(_ scene: Int) -> Int {
      if scene > unit { return scene - unit }
      let isOfClause = !(verbsOfSentence[sentence].contains { (scene + 1..<unit).contains($0) })
      return (unit - scene) * (isOfClause ? 2 : 4)
    }
    return scenesOfSentence[sentence].min { distance($0.unit) < distance($1.unit) }?.country
  }

  /// The country of the sentences before, unless the sentence tells of an attack by that country:
  /// then the country that it attacks.
  private func attacked(
    in sentence: Int, near unit: Int, home: String, speaker: String, _ grammar: SentenceGrammar,
    _ knowledge: Knowledge
  ) -> String {
    let country = tacitScene(in: sentence, home: home)
    guard given.isEmpty, attacker(near: unit, grammar, knowledge) == country else { return country }
    return foes.victim(of: country, preferring: speaker) ?? country
  }

  /// The parties whose attacks a sentence tells of: 'Israeli strikes', 'Russia's invasion'.
  func attackers(in grammar: SentenceGrammar, _ knowledge: Knowledge) -> [String] {
    grammar.units.indices.filter { Self.isAttacker($0, grammar) }
      .map { knowledge.partyName(of: grammar.units[$0]) }.filter { !$0.isEmpty }
  }

  /// The party whose attack a sentence tells of next to a unit; nil for none.
  func attacker(near unit: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge) -> String? {
    grammar.units.indices
      .filter { grammar.units[$0].party >= 0 && Self.isAttacker($0, grammar) }
      .min { (abs($0 - unit), $0) < (abs($1 - unit), $1) }
      .map { knowledge.partyName(of: grammar.units[$0]) }
  }

  /// The country of the nearest scene up to a sentence, else the one the document plays in.
  private func tacitScene(in sentence: Int, home: String) -> String {
    if !given.isEmpty { return given }
    if !home.isEmpty { return home }
    let earlier = sceneOfSentence[sentence]
    let main = mainScene
    if let main, main != earlier, !earlier.isEmpty,
      ageOfScene[sentence] > ((scenes[earlier] ?? 0) > 1 ? 3 : 1),
      (scenes[main] ?? 0) >= 2 * (scenes[earlier] ?? 0)
    {
      return main
    }
    if !earlier.isEmpty { return earlier }
    if let main { return main }
    if !firstScene.isEmpty { return firstScene }
    return countries.mostCounted ?? ""
  }

  /// The countries of the scenes named after one sentence and up to another.
  func scenes(after first: Int, through last: Int) -> [String] {
    guard first < last else { return [] }
    return (first + 1..<last + 1).filter { ageOfScene[$0] == 0 }.map { sceneOfSentence[$0] }
  }
}
