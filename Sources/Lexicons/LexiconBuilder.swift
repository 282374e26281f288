internal import ClaimModel
internal import DelimitedText

/// Reads a language's tables into terms by their text, one term for all that a text can be.
package struct LexiconBuilder {
  private let folder: String
  private let files: DataFiles
  private var terms: [String: LexicalTerm] = [:]
  /// The readings of terms as outcome words.
  private(set) var senses: [String: [OutcomeSense]] = [:]
  /// What kinds of named body a term can mean: 'the group', 'the agency'.
  private(set) var referents: [String: [SourceType]] = [:]

  init(folder: String, files: DataFiles) {
    self.folder = folder
    self.files = files
  }

  /// The terms in the order of their texts.
  var sortedTerms: [(String, LexicalTerm)] {
    terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Reads every table.
  mutating func readAll() throws(InputFault) {
    try readNumbers()
    try readVerbs()
    try readOutcomes()
    try readPeople()
    try readSpeakers()
    try readGrammar()
    try readTimes()
    try readSettings()
  }

  private func rows(_ name: String) throws(InputFault) -> CSVTable {
    try files.table(at: "\(folder)/\(name).csv")
  }

  private mutating func add(_ text: String, _ change: (inout LexicalTerm) -> Void) {
    change(&terms[text, default: LexicalTerm()])
  }

  private func number(_ row: CSVTable.Row, _ column: String, _ table: CSVTable) throws(InputFault)
    -> Int
  {
    guard let value = Int(row[column]) else {
      throw fault(row, column, table, expected: "a whole number")
    }
    return value
  }

  private func value<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type, _ row: CSVTable.Row, _ column: String, _ table: CSVTable
  ) throws(InputFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: row[column]) else {
      let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(row, column, table, expected: "one of \(allowed)")
    }
    return value
  }

  private func fault(
    _ row: CSVTable.Row, _ column: String, _ table: CSVTable, expected: String
  ) -> InputFault {
    InputFault(
      subject: table.name, location: "line \(row.line), column '\(column)'",
      problem: "found '\(row[column])', expected \(expected)", advice: "mend the row")
  }

  private mutating func readNumbers() throws(InputFault) {
    let numerals = try rows("numerals")
    for row in numerals.rows {
      let value = try number(row, "value", numerals)
      add(row["term"]) {
        $0.classes.insert(.numeral)
        $0.value = value
      }
    }
    let multipliers = try rows("multipliers")
    for row in multipliers.rows {
      let value = try number(row, "value", multipliers)
      let kind = row["kind"]
      add(row["term"]) {
        $0.classes.insert(
          kind == "suffix" ? .multiplierSuffix : kind == "group" ? .groupMultiplier : .multiplier)
        $0.value = value
      }
    }
    let indefinites = try rows("indefinites")
    for row in indefinites.rows {
      let unit = try number(row, "unit", indefinites)
      let kind = try value(IndefiniteKind.self, row, "kind", indefinites)
      add(row["term"]) {
        $0.classes.insert(.indefinite)
        $0.value = unit
        $0.indefiniteKind = kind
      }
    }
    let qualifiers = try rows("qualifiers")
    for row in qualifiers.rows {
      let qualifier = try value(Qualifier.self, row, "qualifier", qualifiers)
      let position = row["position"]
      add(row["term"]) {
        if position != "after" { $0.classes.insert(.qualifierBefore) }
        if position != "before" { $0.classes.insert(.qualifierAfter) }
        $0.qualifier = qualifier
      }
    }
  }

  /// Adds a noun and its plural.
  private mutating func addNoun(
    _ noun: String, _ change: (inout LexicalTerm, _ isPlural: Bool) -> Void
  ) {
    add(noun) { change(&$0, false) }
    add(Inflection.plural(noun)) { change(&$0, true) }
  }

  /// Adds the forms of a verb or verbal phrase and gives them.
  @discardableResult
  private mutating func addVerb(
    _ lemma: String, past: String, gerund: String, ambiguous: Bool
  ) -> [String] {
    let pasts = past.split(separator: "|").map(String.init)
    let forms = Inflection.forms(ofVerb: lemma, past: pasts, gerund: gerund)
    for (text, form) in forms {
      add(text) { term in
        term.classes.insert(.verb)
        switch form {
        case .base: term.classes.insert(.verbBase)
        case .s: term.classes.insert(.verbS)
        case .past: term.classes.insert(.verbPast)
        case .participle: term.classes.insert(.participle)
        case .gerund: term.classes.insert(.gerund)
        }
        if ambiguous { term.classes.insert(.ambiguousVerb) }
      }
    }
    return forms.map(\.0)
  }

  private var irregular: [String: (past: String, gerund: String)] = [:]

  private mutating func readVerbs() throws(InputFault) {
    for row in try rows("verbs").rows {
      irregular[row["lemma"]] = (row["past"], row["gerund"])
      addVerb(
        row["lemma"], past: row["past"], gerund: row["gerund"],
        ambiguous: row["reading"] == "either")
    }
  }

  /// Adds the forms of a verbal phrase, of which the first word may be irregular, and gives them.
  private mutating func addVerb(_ phrase: String) -> [String] {
    let head = phrase.split(separator: " ").first.map(String.init) ?? phrase
    let (past, gerund) = irregular[head] ?? ("", "")
    return addVerb(phrase, past: past, gerund: gerund, ambiguous: false)
  }

  private mutating func readOutcomes() throws(InputFault) {
    let outcomes = try rows("outcomes")
    for row in outcomes.rows {
      let sense = OutcomeSense(
        outcome: try value(Outcome.self, row, "outcome", outcomes),
        frame: try value(OutcomeFrame.self, row, "frame", outcomes))
      let term = row["term"]
      switch sense.frame {
      case .harm, .remove, .suffer, .leave, .take, .lose, .treat, .bury, .shoot:
        for form in addVerb(term) { add(form, sense) }
      case .event, .toll, .people, .lives, .loss:
        let plural = Inflection.plural(term)
        add(term, sense)
        add(plural, sense)
        add(plural) { $0.classes.insert(.plural) }
      case .state:
        add(term, sense)
      }
    }
  }

  private mutating func add(_ text: String, _ sense: OutcomeSense) {
    add(text) { $0.classes.insert(.outcome) }
    if !(senses[text] ?? []).contains(sense) { senses[text, default: []].append(sense) }
  }

  private mutating func readPeople() throws(InputFault) {
    for name in ["persons", "victims"] {
      let table = try rows(name)
      for row in table.rows {
        let status = try value(VictimStatus.self, row, "status", table)
        addNoun(row["term"]) { term, isPlural in
          term.classes.insert(.person)
          term.status = status
          if isPlural { term.classes.insert(.plural) }
        }
      }
    }
  }

  private mutating func readSpeakers() throws(InputFault) {
    let speakers = try rows("speakers")
    for row in speakers.rows {
      let type = try value(SourceType.self, row, "type", speakers)
      let isBody = row["kind"] == "body"
      var refers: [SourceType] = []
      for name in row["refers"].split(separator: "|") {
        guard let kind = SourceType(rawValue: String(name)) else {
          throw fault(row, "refers", speakers, expected: "types of source, joined by '|'")
        }
        refers.append(kind)
      }
      referents[row["term"]] = refers
      addNoun(row["term"]) { term, isPlural in
        term.classes.insert(.speaker)
        if isPlural, !isBody { term.classes.insert(.plural) }
        if term.sourceType == nil { term.sourceType = type }
        term.isBody = isBody
      }
    }
    let titles = try rows("titles")
    for row in titles.rows {
      let type = try value(SourceType.self, row, "type", titles)
      let kind = try value(TitleKind.self, row, "kind", titles)
      add(row["term"]) {
        $0.classes.insert(.title)
        $0.title = kind
        if $0.sourceType == nil { $0.sourceType = type }
        // Who holds an office speaks without a name, too: 'the defence secretary said'.
        if kind == .office || kind == .role { $0.classes.insert(.speaker) }
      }
    }
    let cues = try rows("cues")
    for row in cues.rows {
      let kind = try value(CueKind.self, row, "kind", cues)
      let stance = try value(Stance.self, row, "stance", cues)
      for text in kind == .according ? [row["term"]] : addVerb(row["term"]) {
        add(text) {
          $0.classes.insert(.cue)
          if $0.cue == nil || kind == .none { $0.cue = kind }
          $0.cueStance = stance
        }
      }
    }
  }

  /// The classes that rows of `grammar.csv` give, by the names they have there.
  package static let grammarClasses: [String: WordClasses] = [
    "determiner": .determiner, "preposition": .preposition, "conjunction": .conjunction,
    "relative": .relative, "subordinator": .subordinator, "be": .be, "have": .have, "do": .do,
    "modal": .modal, "possibility": .possibility, "negation": .negation, "adverb": .adverb,
    "more": .more, "reporting": .reporting, "copula": .copula, "part": .part, "level": .level,
    "doubt": .doubt, "discredit": .discredit, "unreal": .unreal, "suffering": .suffering,
    "irregular": .irregular,
    "silence": .silence, "publishing": .publishing, "wound": .wound, "last_rite": .lastRite,
    "listing": .listing, "estimates": .estimates, "ascribing": .ascribing,
    "fraction": .fraction,
    "compelling": .compelling,
    "asking": .asking, "telling": .telling, "drawing": .drawing, "backdrop": .backdrop,
    "resuming": .resuming, "dialogue": .dialogue,
    "questioner": .questioner, "recording": .recording, "aside": .aside, "guess": .guess,
    "founding": .founding,
    "hedge": .hedge,
    "admission": .admission,
    "formation": .formation, "battlefield": .battlefield, "assailing": .assailing,
    "custody": .custody,
    "belonging": .belonging, "invader": .invader, "faction": .faction,
    "both_sides": .bothSides, "war_name": .warName, "wide_region": .wideRegion,
    "sentencing": .sentencing, "restating": .restating,
    "rescue": .rescue, "freeing": .freeing, "aftercare": .aftercare, "driving": .driving,
    "sickness": .sickness, "bereaved": .bereaved,
    "captor": .captor, "searching": .searching, "lodging": .lodging,
    "holding": .holding, "severity": .severity, "kin": .kin,
    "remainder": .remainder, "falling": .falling, "charge": .charge, "ward": .ward,
    "sending": .sending, "denial": .denial, "report": .report,
    "settlement": .settlement, "clinic": .clinic, "ailing": .ailing, "reference": .reference,
    "assailant": .assailant, "count": .count,
    "fearing": .fearing, "whereabouts": .whereabouts, "prompting": .prompting,
    "giving": .giving, "slayer": .slayer, "burning": .burning, "adding": .adding,
  ]

  private mutating func readGrammar() throws(InputFault) {
    let grammar = try rows("grammar")
    for row in grammar.rows {
      guard let mark = Self.grammarClasses[row["class"]] else {
        throw fault(
          row, "class", grammar,
          expected: "one of \(Self.grammarClasses.keys.sorted().joined(separator: ", "))")
      }
      add(row["term"]) { $0.classes.insert(mark) }
    }
    for row in try rows("things").rows {
      addNoun(row["term"]) { term, _ in
        guard term.classes.isDisjoint(with: [.person, .outcome, .numeral, .multiplier, .measure])
        else { return }
        term.classes.insert(.measure)
        term.reason = .thing
      }
    }
    let pronouns = try rows("pronouns")
    for row in pronouns.rows {
      let gender = try value(PronounGender.self, row, "gender", pronouns)
      add(row["term"]) {
        $0.classes.insert(.pronoun)
        $0.gender = gender
      }
    }
    for row in try rows("abbreviations").rows {
      add(row["term"]) { $0.classes.insert(.abbreviation) }
    }
    let measures = try rows("measures")
    for row in measures.rows {
      let reason = try value(MeasureReason.self, row, "reason", measures)
      addNoun(row["term"]) { term, _ in
        term.classes.insert(.measure)
        if term.reason == nil || term.reason == .thing { term.reason = reason }
      }
    }
  }

  private mutating func readTimes() throws(InputFault) {
    let times = try rows("times")
    for row in times.rows {
      let value = try number(row, "value", times)
      let word = try self.value(TimeWord.self, row, "kind", times)
      add(row["term"]) {
        $0.time = word
        $0.timeValue = value
        switch word {
        case .month:
          $0.classes.insert(.month)
          $0.value = value
        case .weekday:
          $0.classes.insert(.weekday)
          $0.value = value
        case .day:
          $0.classes.insert(.day)
          $0.value = value
        case .last, .this, .next, .same, .stage, .eve, .other: $0.classes.insert(.timeModifier)
        case .unit, .part, .overnight, .season: $0.classes.insert(.timeUnit)
        default: break
        }
      }
      guard word == .course || word == .incident else { continue }
      add(Inflection.plural(row["term"])) { $0.time = word }
    }
    let places = try rows("places")
    for row in places.rows {
      let word = try value(PlaceWord.self, row, "kind", places)
      add(row["term"]) { $0.place = word }
      if word == .head { add(Inflection.plural(row["term"])) { $0.place = word } }
    }
  }

  private static let settingClasses: [String: WordClasses] = [
    "conflict": .conflictSetting, "calamity": .calamitySetting, "terror": .terrorSetting,
    "hazard": .weakSetting, "vehicle": [.weakSetting, .calamitySetting],
    "crime": .crimeSetting, "attack": .attack, "seat": .seat,
    "political": .politicalSetting, "target": .softTarget, "enemy": .enemy, "figures": .figures,
    // The phrase is one term, and its words tell nothing: 'in front of', 'military junta'.
    "neutral": [],
  ]

  private mutating func readSettings() throws(InputFault) {
    let settings = try rows("settings")
    for row in settings.rows {
      guard let mark = Self.settingClasses[row["kind"]] else {
        throw fault(
          row, "kind", settings,
          expected: "one of \(Self.settingClasses.keys.sorted().joined(separator: ", "))")
      }
      addNoun(row["term"]) { term, _ in term.classes.insert(mark) }
    }
  }
}
