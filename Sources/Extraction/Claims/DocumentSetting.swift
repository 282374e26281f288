internal import ClaimModel
internal import Lexicons

/// What a document is about as a whole: war, terror, crime or disaster, and in which countries.
struct DocumentSetting {
  /// For each sentence the first party that it names: the subject of a following 'it lost'.
  private var firstPartyOfSentence: [String] = []
  /// For each sentence the side of whose losses it tells; empty for none.
  private var loserOfSentence: [String] = []
  /// Words of the document that tell what it is about.
  var words = Counts()
  /// For each sentence the country of the nearest scene up to it.
  var sceneOfSentence: [String] = []
  /// For each sentence the scenes that it names.
  var scenesOfSentence: [[(unit: Int, country: String)]] = []
  /// For each sentence the regions that it names, each with its country.
  var regionsOfSentence: [[(region: String, country: String)]] = []
  /// For each sentence the armed groups that it names.
  private(set) var groupsOfSentence: [[String]] = []
  /// For each sentence the states whose armies it names.
  private(set) var armiesOfSentence: [[(unit: Int, party: String)]] = []
  /// For each sentence the lands whose wars it names.
  private(set) var warsOfSentence: [[String]] = []
  /// For each sentence its verbs, where it names more scenes than one.
  var verbsOfSentence: [[Int]] = []
  /// For each sentence how many sentences ago that scene was named.
  var ageOfScene: [Int] = []
  var countries: [String: Int] = [:]
  /// The countries that the document names, by name or by their people.
  let named: [String: Int]
  /// The countries of datelines.
  private var datelines: [String: Int] = [:]
  /// How often each armed group is named.
  var groups: [String: Int] = [:]
  /// Groups that are only named as somebody's friends: 'al-Qaida-linked'.
  var linkedGroups: [String: Int] = [:]
  var scenes: [String: Int] = [:]
  /// The party that the corpus manifest gives; empty for none.
  let given: String
  let theatres: Theatres
  let years: DocumentYears
  /// The two sides of the war, where the text takes one of them.
  let belligerents: Belligerents?
  /// Whose soldiers a text of an old war is about.
  let armies: Armies
  /// The sides that the document names.
  let foes: Foes
  /// For each sentence the first one of its item: a roundup's items tell of different events.
  var itemOfSentence: [Int] = []

  /// Whether the text opens with an attack on people who take no part in any war.
  private(set) var opensWithSoftTarget = false
  /// By sentence the nation whose bus, base or town its foes attack there.
  var targets: [Int: String] = [:]
  /// The sides that the document names, by themselves or by their bodies and people, and not only by
  /// a word that every nation has: 'Marines'.
  private(set) var sidesNamed: Set<String> = []
  /// By sentence the two countries whose war it names by both.
  private(set) var warsOfTwo: [Int: String] = [:]
  /// For each sentence the nation whose people it says were attacked from the land its army is in.
  var targetsAcrossTheLine: [String?] = []
  /// For each sentence whether the first people that it names are fighters of no state.
  private(set) var opensWithFighters: [Bool] = []
  /// For each sentence whether it speaks of the enemy.
  private(set) var namesEnemy: [Bool] = []
  /// For each sentence whether it names the people of such a land.
  var namesOtherSide: [Bool] = []
  /// The nations whose name the document puts behind 'ethnic'.
  private(set) var ethnics: Set<String> = []
  /// By the noun for people who are far from home the nations that the document puts before it.
  var homes: [String: Set<String>] = [:]
  /// For each sentence the words that tell of a setting.
  var countsOfSentence: [Counts] = []

  /// The setting of a document.
  ///
  /// - Parameters:
  ///   - sentences: the document's sentences.
  ///   - knowledge: the registers.
  ///   - given: the victims' party that the corpus manifest names; mostly empty.
  init(sentences: [SentenceGrammar], knowledge: Knowledge, given: String) {
    self.given = given
    theatres = knowledge.registers.conflicts.theatres
    named = Self.countriesNamed(in: sentences, knowledge)
    years = DocumentYears(
      sentences: sentences, published: knowledge.date, conflicts: knowledge.registers.conflicts)
    belligerents = Belligerents(sentences: sentences, knowledge: knowledge)
    armies = Armies(sentences: sentences, knowledge: knowledge, years: years.ofDocument)
    foes = Foes(sentences: sentences, knowledge: knowledge, years: years.ofDocument)
    for grammar in sentences {
      itemOfSentence.append(
        Self.startsItem(grammar) ? itemOfSentence.count : itemOfSentence.last ?? 0)
      countsOfSentence.append(countWords(of: grammar))
      if countsOfSentence.count <= Self.opening, Self.tellsOfSoftTarget(grammar) {
        opensWithSoftTarget = true
      }
      noteParties(of: grammar, knowledge)
      groupsOfSentence.append(
        grammar.units.filter { knowledge.partyKind(of: $0) == .armedGroup }
          .map { knowledge.partyName(of: $0) })
      warsOfSentence.append(Self.landsOfWars(in: grammar, knowledge))
      armiesOfSentence.append(Armies.named(in: grammar, knowledge))
      opensWithFighters.append(
        grammar.units.indices.first { grammar.has($0, .person) }
          .map { grammar.has($0, [.irregular, .assailant]) } ?? false)
      namesEnemy.append(grammar.units.indices.contains { grammar.has($0, .enemy) })
      noteScenes(of: grammar, knowledge)
      noteTargetAcrossTheLine(in: grammar, knowledge)
      if let both = warOfTwo(in: grammar, knowledge) {
        warsOfTwo[sceneOfSentence.count - 1] = both
      }
      firstPartyOfSentence.append(
        grammar.units.lazy.map { knowledge.partyName(of: $0) }.first { !$0.isEmpty } ?? "")
      let side = grammar.units.lazy.map { knowledge.sideName(of: $0) }.first { !$0.isEmpty }
      loserOfSentence.append(Self.tellsOfLoss(grammar) ? side ?? "" : "")
    }
    countFactions(in: sentences, knowledge)
    if groups.isEmpty { groups = linkedGroups }
    weighVehicles()
    // Where the reporter sat tells something at a war, and where nothing else does.
    let isOnlyPlace = countries.isEmpty
    for (land, count) in datelines where isOnlyPlace || isTheatre(land) {
      countries[land, default: 0] += count
    }
    rankCountries()
  }

  /// Counts what the words of a sentence tell of the setting, for it and for the document.
  private mutating func countWords(of grammar: SentenceGrammar) -> Counts {
    var counts = Counts()
    for index in grammar.units.indices {
      let isWord = grammar.units[index].kind == .word
      let isAttack = Self.isNationsAttack(index, grammar)
      if isAttack, isWord { words.conflict += 1 }
      guard !Self.speaks(index, grammar) else { continue }
      if isAttack { counts.conflict += 1 }
      let classes = Self.settingClasses(of: index, grammar)
      let isForce = Self.isForce(index, grammar)
      counts.add(classes, isForce: isForce)
      if isWord { words.add(classes, isForce: isForce) }
    }
    // Gunmen on a bus make no accident.
    let hasFighters = grammar.units.indices.contains {
      grammar.has($0, .irregular) && grammar.term($0)?.status == .military
    }
    if hasFighters { counts.weak = 0 }
    return counts
  }

  /// Takes note of the countries, groups and peoples that a sentence names.
  private mutating func noteParties(of grammar: SentenceGrammar, _ knowledge: Knowledge) {
    for index in grammar.units.indices where grammar.units[index].kind == .word {
      let unit = grammar.units[index]
      let country = Self.country(of: unit, knowledge)
      if unit.isName, !Self.isCommonName(index, grammar, knowledge) {
        sidesNamed.insert(knowledge.sideName(of: unit))
      }
      if unit.isDemonym, grammar.isWord("ethnic", index - 1) { ethnics.insert(country) }
      noteHome(of: index, grammar, knowledge)
      if !country.isEmpty, Self.isDateline(index, grammar) {
        datelines[country, default: 0] += unit.isDemonym ? 1 : 2
      } else if !country.isEmpty, !Self.isAttacker(index, grammar),
        !Self.isOfPaper(index, grammar), !Self.isSeatedThere(index, grammar)
      {
        countries[country, default: 0] += unit.isDemonym ? 1 : 2
      }
      // 'the Congolese army' speaks for its land.
      if country.isEmpty, knowledge.partyKind(of: unit) == .organization {
        let land = knowledge.sideName(of: unit)
        if knowledge.registers.parties[land]?.kind == .country {
          countries[land, default: 0] += 1
        }
      }
      if knowledge.partyKind(of: unit) == .armedGroup,
        !isBracketedAgain(index, grammar, knowledge)
      {
        if knowledge.isBound(index, grammar) {
          linkedGroups[knowledge.partyName(of: unit), default: 0] += 1
        } else {
          groups[knowledge.partyName(of: unit), default: 0] += 1
        }
      }
    }
  }

  /// Takes note of the scenes that a sentence names, and of the nearest one up to it.
  private mutating func noteScenes(of grammar: SentenceGrammar, _ knowledge: Knowledge) {
    let sentence = sceneOfSentence.count
    var last = itemOfSentence[sentence] == sentence ? "" : sceneOfSentence.last ?? ""
    var age = (ageOfScene.last ?? 0) + 1
    let told = scenes(in: grammar, knowledge)
    for (unit, country) in told where !country.isEmpty && !Self.isDateline(unit, grammar) {
      scenes[country, default: 0] += 1
      age = 0
      if isTheatre(country) || !isTheatre(last) { last = country }
    }
    if let target = target(in: grammar, knowledge) {
      targets[sentence] = target
      scenes[target, default: 0] += 2
      last = target
      age = 0
    }
    scenesOfSentence.append(told)
    // 'Chechen rebels' may strike anywhere.
    regionsOfSentence.append(
      grammar.units.indices.compactMap {
        grammar.units[$0].isDemonym && !Self.isScene($0, grammar)
          ? nil : knowledge.region(of: grammar.units[$0])
      })
    verbsOfSentence.append(
      told.count > 1
        ? grammar.units.indices.filter {
          grammar.isVerb($0) && grammar.has($0 - 1, .conjunction)
        } : [])
    sceneOfSentence.append(last)
    ageOfScene.append(age)
  }

  /// The countries of the scenes that a sentence names, each with the unit that names it.
  private func scenes(
    in grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> [(unit: Int, country: String)] {
    grammar.units.indices.compactMap { index in
      // What is told of a region of several countries is told of none of them.
      if grammar.has(index, .wideRegion), Self.placePreposition(before: index, grammar) != nil {
        return (index, "")
      }
      let country = Self.country(of: grammar.units[index], knowledge)
      guard !country.isEmpty, isTrusted(country, index, grammar, knowledge),
        Self.isScene(index, grammar)
      else { return nil }
      return (index, country)
    }
  }

  /// Works out what every figure asks for.
  private mutating func rankCountries() {
    mainTheatre = countries.keys.filter { isTheatre($0) }
      .max { (weight($0), $1) < (weight($1), $0) }
    mainCountry = countries.keys.max { (weight($0), $1) < (weight($1), $0) }
    firstScene = sceneOfSentence.first { !$0.isEmpty } ?? ""
  }

  /// 'ERBIL (Agency) —': where the reporter was is not where people were hurt.
  static func isDateline(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    index < 4 && !grammar.has(0, .determiner)
      && ((index + 1..<min(index + 9, grammar.units.count)).prefix { !grammar.isVerb($0) }.contains
      {
        grammar.isDash($0) || grammar.isMark(0x28, $0) && $0 == index + 1
      }
        || index == 0 && grammar.isMark(0x3A, 1)
          && grammar.text.tokens[grammar.units[0].first].isUpper)
  }

  /// 'The army said': who tells of a disaster makes no war of it.
  private static func speaks(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.has(index + 1, .cue)
      || grammar.has(index + 1, [.speaker, .title])
        && grammar.has(index, .conflictSetting)
  }

  /// 'Tehreek-i-Taliban Pakistan (TTP)': a second name in brackets is no second mention.
  private func isBracketedAgain(
    _ index: Int, _ grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> Bool {
    index > 1 && grammar.isMark(0x28, index - 1)
      && knowledge.partyName(of: grammar.units[index - 2])
        == knowledge.partyName(of: grammar.units[index])
  }

  /// Whether a land is one that was fought over in the document's time.
  func isTheatre(_ land: String) -> Bool {
    theatres.intensity(in: land, years: years.ofDocument).map { $0 >= .lesser } ?? false
  }

  /// The party that the sentence before names first.
  ///
  /// - Parameters:
  ///   - sentence: the sentence that points back.
  ///   - reach: how many sentences back it may stand, if those between name none.
  /// - Returns: its canonical name; nil for none.
  func partyNamed(before sentence: Int, within reach: Int = 1) -> String? {
    firstPartyOfSentence[max(0, sentence - reach)..<sentence].last { !$0.isEmpty }
  }

  /// Whether the text speaks of fighting at least as much as of accidents and crimes.
  var tellsOfWar: Bool {
    words.conflict > 1 && words.conflict > words.calamity + words.crime
  }

  /// Whether the text speaks more of disasters than of violence.
  var isOfCalamity: Bool { words.isOfCalamity }

  /// The side of whose losses the sentence before tells; nil for none.
  func loser(before sentence: Int) -> String? {
    guard sentence > 0, !loserOfSentence[sentence - 1].isEmpty else { return nil }
    return loserOfSentence[sentence - 1]
  }

  /// Whether a sentence speaks of losing people: 'how many men it has lost', 'its losses'.
  private static func tellsOfLoss(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.indices.contains { index in
      grammar.senses(index).contains { $0.frame == .loss || $0.frame == .lose }
    }
  }

  /// The country of war that the document names most; nil for none.
  private(set) var mainTheatre: String?

  /// The country that most of the document plays in: one of a war, unless another is named much
  /// more.
  var mainScene: String? {
    guard let mainTheatre else { return mainCountry }
    guard let mainCountry, weight(mainCountry) > 2 * weight(mainTheatre) else { return mainTheatre }
    return mainCountry
  }

  /// The armed group that the document names most; nil for none.
  var mainGroup: String? { groups.mostCounted }

  /// The country that the document is most about.
  private(set) var mainCountry: String?

  /// The country of the first scene; empty for none.
  var firstScene = ""

  private func weight(_ country: String) -> Int {
    2 * (scenes[country] ?? 0) + (countries[country] ?? 0)
  }

  /// The group that a word for its kind means in the document's war.
  func group(called word: String, in land: String, sentence: Int) -> String? {
    let land = land.isEmpty ? mainTheatre ?? "" : land
    guard !land.isEmpty else { return nil }
    return foes.group(called: word, in: land, years: years.years(of: sentence))
  }

  static func country(of unit: Unit, _ knowledge: Knowledge) -> String {
    if unit.party >= 0, let kind = knowledge.partyKind(of: unit),
      kind == .country || kind == .territory
    {
      return knowledge.partyName(of: unit)
    }
    if unit.place >= 0 { return knowledge.placeParty(of: unit) }
    return ""
  }
}
