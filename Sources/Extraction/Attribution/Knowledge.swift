internal import ClaimModel
internal import Lexicons

/// What is known while a document is read: the registers, its date, and the names it has used.
struct Knowledge {
  private let sides: Sides
  /// What names were looked up in the document, which comes back to the same few.
  private let resolved = ResolvedNames()
  /// The document's date, which dates titles.
  let date: PartialDate?
  /// Names of two words or more that the document uses, by their last word in small letters.
  private(set) var fullNames: [String: [String]] = [:]
  /// The full name under which the document speaks of a registered person, by their index.
  private var spellings: [Int32: String] = [:]

  init(sides: Sides, date: PartialDate?) {
    self.sides = sides
    self.date = date
  }

  var registers: Registers { sides.registers }

  /// Takes note of the persons' names of a sentence.
  mutating func note(namesIn grammar: SentenceGrammar) {
    let units = grammar.units
    var index = 0
    while index < units.count {
      guard isNameWord(units[index]) else {
        index += 1
        continue
      }
      let start = index
      var words = 0
      while index < units.count,
        isNameWord(units[index]) || grammar.isMark(0x2D, index) && !units[index].isSpaced
          || isParticle(units[index], grammar) && index + 1 < units.count
            && isNameWord(units[index + 1])
      {
        words += wordCount(of: units[index], in: grammar)
        index += 1
      }
      guard words >= 2 else { continue }
      let name = grammar.text.string(tokens: units[start].first, through: units[index - 1].last)
      let key = grammar.text.string(tokens: units[index - 1].last, through: units[index - 1].last)
        .lowercasedASCII
      if !(fullNames[key] ?? []).contains(name) { fullNames[key, default: []].append(name) }
      let last = units[index - 1].source
      if last >= 0, spellings[last] == nil { spellings[last] = name }
    }
  }

  /// The last person that a sentence names with a title or by two words that are no party or place.
  func lastPerson(in grammar: SentenceGrammar) -> String? {
    let units = grammar.units
    var index = units.count - 1
    while index > 0 {
      var first = index
      while first >= 0, isNameWord(units[first]) { first -= 1 }
      let words = first + 1...max(first + 1, index)
      // 'inside the Fenix Community Prison, the warden said': persons have no article.
      if index > first, !grammar.has(first, .determiner),
        index - first >= 2 || wordCount(of: units[index], in: grammar) > 1,
        first < 0 || grammar.has(first, .title) || grammar.has(first, .speaker)
          || grammar.isMark(0x2C, index + 1)
      {
        return grammar.text.string(
          tokens: units[words.lowerBound].first, through: units[words.upperBound].last)
      }
      index = min(first, index - 1)
    }
    return nil
  }

  private func isNameWord(_ unit: Unit) -> Bool {
    guard unit.kind == .word, unit.isCapital, unit.party < 0, unit.place < 0 else { return false }
    if unit.source >= 0 { return source(of: unit)?.isPerson ?? false }
    return unit.classes.isDisjoint(with: [
      .title, .speaker, .month, .weekday, .day, .determiner, .preposition, .pronoun, .conjunction,
      .relative, .subordinator, .be, .have, .modal, .adverb, .outcome, .cue,
    ])
  }

  /// How many words a unit has; none for a mark.
  private func wordCount(of unit: Unit, in grammar: SentenceGrammar) -> Int {
    unit.kind == .word ? grammar.text.wordCount(unit.first, through: unit.last) : 0
  }

  private func isParticle(_ unit: Unit, _ grammar: SentenceGrammar) -> Bool {
    guard unit.kind == .word, !unit.isCapital else { return false }
    switch grammar.text.string(tokens: unit.first, through: unit.last) {
    case "de", "van", "der", "von", "bin", "al", "el", "la", "du", "da", "ibn", "di", "dos":
      return true
    default: return false
    }
  }

  /// The fullest form of a name, and whether it is a person's.
  func fullName(of run: Range<Int>, in grammar: SentenceGrammar) -> (name: String, isPerson: Bool) {
    let units = grammar.units
    guard let first = run.first, let last = run.last else { return ("", false) }
    let name = grammar.text.string(tokens: units[first].first, through: units[last].last)
    let key = grammar.text.string(tokens: units[last].last, through: units[last].last)
      .lowercasedASCII
    let words = run.reduce(0) { $0 + wordCount(of: units[$1], in: grammar) }
    if words >= 2 { return (name, true) }
    if let known = fullNames[key]?.first { return (known, true) }
    if let source = source(of: units[last]), source.isPerson {
      return (spellings[units[last].source] ?? source.name, true)
    }
    return (name, false)
  }

  /// The registered source that a unit names; nil for none.
  func source(of unit: Unit) -> RegisteredSource? {
    unit.source >= 0 ? registers.sources.sources[Int(unit.source)] : nil
  }

  /// Whom a name in the text stands for in the register.
  func resolve(_ name: String) -> RegisteredSource? {
    resolved.source(name) { registers.sources.resolve(name, on: date) }
  }

  /// The canonical name of the party that a unit names, a territory being its country.
  func partyName(of unit: Unit) -> String {
    unit.party >= 0 ? sides.ofParty[Int(unit.party)] : ""
  }

  /// What kind of party a unit names; nil for none.
  func partyKind(of unit: Unit) -> Party.Kind? {
    unit.party >= 0 ? registers.parties.parties[Int(unit.party)].kind : nil
  }

  /// The party of the place that a unit names; empty for none.
  func placeParty(of unit: Unit) -> String {
    unit.place >= 0 ? sides.ofPlace[Int(unit.place)] : ""
  }

  /// The region of a country that a unit or the place it names belongs to; nil for none.
  func region(of unit: Unit) -> (region: String, country: String)? {
    let named = unit.party >= 0 ? registers.parties.parties[Int(unit.party)] : nil
    let held =
      unit.place >= 0 ? registers.parties[registers.places.places[Int(unit.place)].party] : nil
    guard let region = named ?? held, region.kind == .territory else { return nil }
    let country = registers.parties.principal(of: region).name
    return country == region.name ? nil : (region.name, country)
  }

  /// The party that a unit names, or the side of the body or person that it names: 'Ukrainian
  /// military', 'Putin's supporters'.
  func sideName(of unit: Unit) -> String {
    // 'Chechen': a territory that fought a war as a side of its own, where its people are named.
    if unit.party >= 0, unit.isDemonym, sides.areLandsOfTheirOwn[Int(unit.party)] {
      return registers.parties.parties[Int(unit.party)].name
    }
    let name = partyName(of: unit)
    if !name.isEmpty { return name }
    return unit.source >= 0 ? sides.ofSource[Int(unit.source)] : ""
  }
}
