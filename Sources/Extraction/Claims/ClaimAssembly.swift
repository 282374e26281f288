internal import ClaimModel
internal import ClaimTables
internal import Lexicons

/// Makes claims of the mentions of a document's sentences.
struct ClaimAssembly {
  private let document: Document
  private let text: TokenizedText
  /// The sentences; once assembled, with what was carried over to them from others.
  private(set) var sentences: [SentenceGrammar]
  /// Who says what in each sentence; empty until assembled, and where no figure is told.
  private(set) var sayings: [[Saying]] = []
  private let convention: Convention
  private var knowledge: Knowledge
  /// The claims made so far, with their sentences and the reasons for their parties.
  private(set) var read = EarlierClaims()

  init(
    document: Document, text: TokenizedText, sentences: [SentenceGrammar], knowledge: Knowledge,
    convention: Convention
  ) {
    self.document = document
    self.text = text
    self.sentences = sentences
    self.convention = convention
    self.knowledge = knowledge
  }

  /// The extraction of the document, with what became of its numbers where that is wanted.
  mutating func assemble(auditing: Bool) -> Extraction {
    let silences = SilenceReader(document: document, sentences: sentences, knowledge: knowledge)
      .silences()
    sentences = Carrying.carried(over: sentences)
    // Who speaks and where it happened matter only where there is a figure.
    guard
      sentences.contains(where: { $0.mentions.contains { $0.outcome != nil && $0.reason == nil } })
    else {
      return Extraction(claims: [], silences: silences, numbers: auditing ? numbers() : [])
    }
    for grammar in sentences { knowledge.note(namesIn: grammar) }
    sayings = DocumentSayings(sentences: sentences, knowledge: knowledge).read()
    let setting = DocumentSetting(
      sentences: sentences, knowledge: knowledge, given: document.defaultParty)
    for (index, grammar) in sentences.enumerated() {
      let claims = grammar.mentions.indices.filter { isClaim(grammar.mentions[$0]) }
      guard !claims.isEmpty else { continue }
      let scoping = Scoping(
        grammar: grammar, knowledge: knowledge, published: document.published)
      for mention in claims {
        append(mention, of: index, grammar, sayings[index], setting, scoping)
      }
    }
    let accounts = AccountReader(read: read, sentences: sentences).accounts()
    for account in accounts { creditItems(account.parts, to: account.whole) }
    DoubtReader(sentences: sentences, sayings: sayings).mark(&read)
    ClaimID.assign(to: &read.claims)
    linkParts()
    for account in accounts {
      for part in account.parts { read.claims[part].partOf = read.claims[account.whole].id }
    }
    resolveParties()
    read.shareParties()
    read.shareStatuses()
    read.scopeTolls(after: sentences.prefix(3))
    return Extraction(
      claims: read.claims, silences: silences, numbers: auditing ? numbers() : [])
  }

  private func isClaim(_ mention: Mention) -> Bool {
    mention.outcome != nil && mention.reason == nil && mention.number.low.whole != nil
      && mention.number.high.whole != nil
  }

  // MARK: Claims

  private mutating func append(
    _ index: Int, of sentence: Int, _ grammar: SentenceGrammar, _ sayings: [Saying],
    _ setting: DocumentSetting, _ scoping: Scoping
  ) {
    let mention = grammar.mentions[index]
    guard let outcome = mention.outcome, let low = mention.number.low.whole,
      let high = mention.number.high.whole
    else { return }
    let quantity = Quantity(mention.number.qualifier, low, high)
    let first = grammar.units[mention.number.first].first
    let last = grammar.units[mention.number.last].last
    let expression = text.string(tokens: first, through: last)
    let reading = convention.interval(for: quantity, expression: expression, outcome: outcome)
    var claim = Claim(quantity: quantity, interval: reading.interval, outcome: outcome)
    claim.documentID = document.id
    claim.publisher = document.publisher
    claim.published = document.published
    claim.url = document.url
    claim.event = document.event
    claim.span = TextSpan(start: text.tokens[first].first, end: text.tokens[last].last)
    claim.expression = expression
    claim.convention = reading.convention
    claim.quote = grammar.string(grammar.units.indices)
    let victims = VictimReader(grammar: grammar)
    let phrase = victims.phrase(of: index)
    let bereft = victims.bereft(of: index)
    claim.victims = (bereft ?? phrase).map { grammar.string($0) } ?? ""
    claim.status = victims.status(of: mention, bereft ?? phrase)
    let (saying, relays) = attribution(
      of: mention, sayings.filter { !Background(grammar: grammar).isOutside(mention, of: $0) },
      in: grammar)
    if let saying { attribute(&claim, to: saying, relays: relays, grammar) }
    if saying == nil, let counted = countedBefore(claim, mention, in: sentence, grammar) {
      claim.attribution = counted.attribution
      claim.attribution.cue = ""
    }
    if claim.attribution.source.isEmpty, !document.defaultSource.isEmpty {
      claim.attribution.source = document.defaultSource
    }
    claim.stance = StanceReader(grammar: grammar).stance(of: index, in: saying)
    inheritPeople(&claim, phrase, grammar, sentence)
    let figure = PartyReader.Figure(
      index: index, mention: mention, victims: phrase, status: claim.status, outcome: outcome,
      source: claim.attribution.source, saying: saying)
    let party = PartyReader(
      knowledge: knowledge, setting: setting, grammar: grammar, sentence: sentence, earlier: read
    ).party(of: figure)
    claim.party = party.name
    claim.status = StatusReader(
      knowledge: knowledge, grammar: grammar, sentence: sentence, earlier: read, setting: setting
    ).status(of: figure, party: party)
    let timing = scoping.times.timing(of: mention)
    claim.when = timing.words.map { grammar.string($0) } ?? ""
    claim.from = timing.from
    claim.to = timing.to
    claim.scope = timing.scope
    if mention.rule == .toll, let saying, let words = timing.words,
      words.upperBound <= saying.cue.lowerBound, saying.cue.upperBound <= mention.unit
    {
      // 'In February, X reported a toll of 46,000': then it was said, and so far it counts.
      claim.scope = .cumulative
      claim.from = nil
    }
    if scoping.times.isBareToll(mention) { read.bareTolls.append(read.claims.count) }
    claim.place = scoping.places.place(of: mention).map { grammar.string($0) } ?? ""
    claim.rule = mention.rule?.rawValue ?? ""
    claim.confidence = Confidence.of(mention, grammar)
    read.append(
      claim, sentence: sentence, mention: index, party.reason,
      isIrregular: grammar.has(headOf: mention, .irregular), isNameless: victims.isNameless(phrase))
  }

  /// The claim before that a figure is a part of or repeats: who counted that counts this.
  ///
  /// 'At least seven of the wounded are in danger', 'Of the 197 who were killed, 73 were fighters'.
  private func countedBefore(
    _ claim: Claim, _ mention: Mention, in sentence: Int, _ grammar: SentenceGrammar
  ) -> Claim? {
    if grammar.isWord("the", mention.unit - 1),
      let same = read.claims.suffix(EarlierClaims.reach).last(where: {
        $0.quantity == claim.quantity && $0.outcome == claim.outcome
      })
    {
      return same
    }
    guard let earlier = read.claims.last, let origin = read.origins.last else { return nil }
    // Its neighbour in a list of parts: 'The bodies included ten men, three women'.
    if origin.sentence == sentence, earlier.attribution.cue.isEmpty { return earlier }
    return sentence - origin.sentence <= 1 && pointsBack(mention, grammar) ? earlier : nil
  }

  /// Whether a figure is a part of one that was told before: 'of these', 'seven of the wounded'.
  private func pointsBack(_ mention: Mention, _ grammar: SentenceGrammar) -> Bool {
    if mention.isPartOfEarlier || mention.rule == .part && mention.whole == nil { return true }
    if let whole = mention.whole, grammar.isWord("the", grammar.mentions[whole].unit - 1) {
      return true
    }
    let next = mention.unit + 1
    if grammar.isWord("of these", next) || grammar.isWord("of those", next)
      || grammar.isWord("of them", next)
    {
      return true
    }
    return grammar.isWord("of", next) && grammar.isWord("the", next + 1)
      && grammar.has(next + 2, .outcome)
  }

  /// The saying that holds a mention most narrowly, and the wider ones that relay it.
  private func attribution(
    of mention: Mention, _ sayings: [Saying], in sentence: SentenceGrammar
  ) -> (Saying?, [Saying]) {
    let holding = sayings.filter { saying in
      saying.scope.contains(mention.unit) && !saying.speaker.units.contains(mention.unit)
        && saying.speaker.kind != .pronoun
    }
    let ordered = holding.sorted { a, b in
      // A noun phrase of no known kind behind 'according to' yields to anyone who can speak, and so
      // does something written that nobody owns.
      if a.isVague != b.isVague { return b.isVague }
      if a.isCited != b.isCited { return a.isCited }
      let near = (abs(a.cue.lowerBound - mention.unit), abs(b.cue.lowerBound - mention.unit))
      return (a.scope.count, near.0) < (b.scope.count, near.1)
    }
    // 'The coast guard has recorded 8 dead, according to its spokesman': who told the figure.
    if let first = ordered.first, first.kind == .tally || first.kind == .conclude,
      let teller = ordered.dropFirst().first(where: {
        $0.speaker.type != .media && !$0.isVague
          && ($0.kind == .according
            || $0.speaker.kind == .person && $0.cue.lowerBound > mention.unit
              && (first.cue.upperBound == mention.unit
                || isSpokesperson($0.speaker, of: first, mention, in: sentence)))
      })
    {
      return (teller, ordered.filter { $0.cue != teller.cue && !$0.isVague })
    }
    // 'The Economist, citing leaked reports': what nobody owns passes nothing on.
    return (ordered.first, ordered.dropFirst().filter { !$0.isVague })
  }

  /// 'The ministry reported 34 killed and 86 wounded, spokeswoman Galina Orlova said': whether one who
  /// speaks in an office, of no other body, tells what a body counted.
  private func isSpokesperson(
    _ speaker: Speaker, of counting: Saying, _ mention: Mention, in sentence: SentenceGrammar
  ) -> Bool {
    let between = counting.cue.upperBound..<mention.unit
    return speaker.units.contains { sentence.has($0, .title) }
      && !speaker.units.contains { sentence.units[$0].isName }
      && !between.contains {
        sentence.isMark(0x2C, $0) || sentence.isMark(0x3B, $0)
          || sentence.has($0, [.be, .have, .modal]) || sentence.isWord("that", $0)
      }
  }

  private func attribute(
    _ claim: inout Claim, to saying: Saying, relays: [Saying], _ grammar: SentenceGrammar
  ) {
    claim.attribution.source = credited(saying.speaker.name)
    claim.attribution.type = saying.speaker.type
    claim.attribution.side =
      saying.speaker.side.isEmpty ? "" : knowledge.canonical(saying.speaker.side)
    claim.attribution.cue = grammar.string(saying.cue)
    var via: [String] = []
    if !saying.hearer.isEmpty { via.append(saying.hearer) }
    for relay in relays
    where relay.speaker.name != saying.speaker.name && !via.contains(relay.speaker.name) {
      via.append(relay.speaker.name)
    }
    claim.attribution.via = via
  }

  /// 'our data' is the publisher's own.
  private func credited(_ name: String) -> String {
    let small = name.lowercasedASCII
    return small == "our" || small.hasPrefix("our ") || small.hasPrefix("my ")
      ? document.publisher : name
  }

  /// Credits the items of an account, and what is told beside them, to the one who told the whole.
  private mutating func creditItems(_ parts: [Int], to whole: Int) {
    let told = Set(parts.map { read.origins[$0].sentence })
    for index in read.claims.indices
    where told.contains(read.origins[index].sentence) && index > whole
      && read.claims[index].attribution.source.isEmpty
    {
      read.claims[index].attribution = read.claims[whole].attribution
      read.claims[index].attribution.cue = ""
    }
  }

  /// Gives the parts the ids of their wholes.
  private mutating func linkParts() {
    for index in read.claims.indices {
      let (sentence, mention) = read.origins[index]
      let made = sentences[sentence].mentions[mention]
      if made.isPartOfLater {
        read.claims[index].partOf = total(behind: index)?.id
        continue
      }
      if made.isPartOfEarlier || made.rule == .part && made.whole == nil {
        // The whole was given in an earlier sentence.
        let part = read.claims[index]
        func isWhole(_ claim: Claim) -> Bool {
          (claim.outcome == part.outcome || claim.outcome == .casualties) && claim.partOf == nil
            && claim.quantity.high >= part.quantity.low && claim.id != part.id
        }
        read.claims[index].partOf =
          (read.claims.indices[..<index].suffix(EarlierClaims.reach).last(where: {
            isWhole(read.claims[$0])
              && (made.isPartOfEarlier || read.origins[$0].sentence < sentence)
          }).map { read.claims[$0] }
          ?? read.claims[index...].prefix(EarlierClaims.reach).first(where: isWhole)
          ?? (made.isPartOfEarlier ? wholeOfOtherFate(of: index) : nil))?.id
        continue
      }
      guard let whole = sentences[sentence].mentions[mention].whole,
        let found = read.index(ofMention: whole, in: sentence)
      else { continue }
      read.claims[index].partOf = read.claims[found].id
    }
  }

  /// The first figure of a later sentence that is not smaller, of the same outcome or of casualties.
  private func total(behind part: Int) -> Claim? {
    read.claims.indices[part...].prefix(EarlierClaims.reach).first {
      read.origins[$0].sentence > read.origins[part].sentence
        && [read.claims[part].outcome, .casualties].contains(read.claims[$0].outcome)
        && read.claims[$0].quantity.high >= read.claims[part].quantity.low
    }.map { read.claims[$0] }
  }

  /// The figure right before, whatever it tells: '12 soldiers were seized, and two of them beheaded'.
  private func wholeOfOtherFate(of part: Int) -> Claim? {
    let index = read.claims.indices[..<part].suffix(EarlierClaims.reach).last {
      read.origins[part].sentence - read.origins[$0].sentence == 1 && read.claims[$0].partOf == nil
        && read.claims[$0].quantity.high >= read.claims[part].quantity.low
    }
    return index.map { read.claims[$0] }
  }

  /// Parties that only other claims tell: a sum of two sides, people counted before.
  private mutating func resolveParties() {
    var partsOf: [String: [Int]] = [:]
    for index in read.claims.indices {
      if let whole = read.claims[index].partOf { partsOf[whole, default: []].append(index) }
    }
    for index in read.claims.indices {
      let parts = partsOf[read.claims[index].id] ?? []
      var names: [String] = []
      var counted = 0
      for part in parts where read.claims[part].party != "" && isNamed(part) {
        counted += read.claims[part].quantity.low
        if !names.contains(read.claims[part].party) { names.append(read.claims[part].party) }
      }
      // Nationals of two lands in an accident make no sides of those whom nobody named.
      if names.count == 2, !isNamed(index), read.reasons[index] != .none,
        2 * counted > read.claims[index].quantity.low
      {
        read.claims[index].party = names.joined(separator: " and ")
        read.reasons[index] = .sum
      }
      // 'killed the three gunmen' after 'killed three Palestinian militants'.
      if !isNamed(index), isDefinite(index),
        let earlier = read.claims[..<index].suffix(EarlierClaims.reach).last(where: {
          $0.quantity == read.claims[index].quantity && $0.outcome == read.claims[index].outcome
            && $0.party != ""
        })
      {
        read.claims[index].party = earlier.party
        read.reasons[index] = .neighbour
      }
    }
  }

  /// 'Of these, 70,000 were killed': people whom only the claim before names.
  private func inheritPeople(
    _ claim: inout Claim, _ phrase: Range<Int>?, _ grammar: SentenceGrammar, _ sentence: Int
  ) {
    guard phrase == nil, grammar.pointsBackToClaim, let last = read.claims.last,
      let origin = read.origins.last, sentence - origin.sentence <= 1, !last.party.isEmpty
    else { return }
    claim.status = last.status
    claim.victims = last.victims
  }

  /// Whether a claim's own victims' phrase names a party.
  private func isNamed(_ index: Int) -> Bool {
    let (sentence, mention) = read.origins[index]
    guard let phrase = VictimReader(grammar: sentences[sentence]).phrase(of: mention) else {
      return false
    }
    return phrase.contains { !knowledge.partyName(of: sentences[sentence].units[$0]).isEmpty }
  }

  private func isDefinite(_ index: Int) -> Bool {
    let (sentence, mention) = read.origins[index]
    return sentences[sentence].isWord("the", sentences[sentence].mentions[mention].unit - 1)
  }

  // MARK: Numbers

  /// What became of every number of the document.
  private func numbers() -> [NumberReading] {
    var readings: [NumberReading] = []
    for (sentence, grammar) in sentences.enumerated() {
      for (index, mention) in grammar.mentions.enumerated()
      where (!mention.number.isZeroWord || mention.outcome != nil) && mention.reason != "pronoun" {
        let first = grammar.units[mention.number.first].first
        let last = grammar.units[mention.number.last].last
        let claim = read.index(ofMention: index, in: sentence)
        let ids = claim.map { [read.claims[$0].id] } ?? []
        readings.append(
          NumberReading(
            span: TextSpan(start: text.tokens[first].first, end: text.tokens[last].last),
            expression: text.string(tokens: first, through: last),
            qualifier: mention.number.qualifier, statedLow: mention.number.low.text,
            statedHigh: mention.number.high.text, claimIDs: ids,
            reason: ids.isEmpty ? mention.reason ?? "no_outcome" : ""))
      }
    }
    return readings
  }
}
