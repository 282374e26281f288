internal import ClaimModel
internal import RowSorting

/// The settling of questions: which conflict, event or whole a record belongs to.
extension Assembly {
  /// Puts every claim under the key of its question.
  ///
  /// - Parameters:
  ///   - rows: The claims, as ``Reconciler/rows`` has them.
  ///   - sink: Takes the events.
  ///   - progress: Is told now and then how many claims are done.
  /// - Throws: What the store and the sink throw.
  mutating func settle(
    _ rows: consuming RowSorter, into sink: inout some ReconciliationSink,
    _ progress: (Int) -> Void
  ) throws {
    var grouping = EventGrouping(
      options: options.events, joinsUnknown: options.unknownScope == .cumulative, store)
    var relays = Relays(floor: options.wholeWarFloor, store)
    var done = 0
    try forEachDocument(of: rows) { assembly, document in
      done += document.claims.count
      if done >> 12 != (done - document.claims.count) >> 12 { progress(done) }
      if try !relays.wait(document) { try assembly.settle(document, &grouping, &relays) }
    }
    // Such a document tells nothing that others could need.
    var unread = Relays(floor: options.wholeWarFloor, nil)
    try relays.forEachWaiting { document, place in
      if let place {
        try settle(document, relaying: place, &grouping)
      } else {
        try settle(document, &grouping, &unread)
      }
    }
    var events = try grouping.finish(names: options.explainsEvents ? names : nil)
    while let event = try events.next() {
      for found in event.claims {
        try settled.add(
          found.record,
          under: key(found.seed, scope: found.scope, event: event.name, conflict: ""))
      }
      if let group = event.group { try sink.take(group) }
    }
    try settleParts()
  }

  /// Calls with the claims of each document.
  private mutating func forEachDocument(
    of rows: consuming RowSorter, _ body: (inout Assembly, DocumentClaims) throws -> Void
  ) throws {
    var rows = try rows.sorted()
    var document = DocumentClaims(hash: 0)
    while try rows.advance() {
      var reader = RowReader(rows.row)
      let hash = reader.unsigned()
      // Claims without a document have nothing to do with one another.
      if hash != document.hash || hash == 0 {
        if !document.claims.isEmpty { try body(&self, document) }
        document = DocumentClaims(hash: hash)
      }
      document.add(&reader)
    }
    if !document.claims.isEmpty { try body(&self, document) }
  }

  /// Where a claim goes by its own words and what its document tells.
  private enum Placement: Equatable {
    /// To a question.
    case question(QuestionKey)
    /// To an event that is to be worked out.
    case incident
    /// To an event that its document tells of, else to a question.
    case toll(otherwise: QuestionKey)
  }

  /// Puts the claims of one document under their keys, but for those whose event is to be worked
  /// out and the parts.
  private mutating func settle(
    _ document: DocumentClaims, _ grouping: inout EventGrouping, _ relays: inout Relays
  ) throws {
    let context = DocumentContext(
      document, strings: strings, belligerents: belligerents, floor: options.wholeWarFloor)
    let periods = sentencePeriods(document, context)
    let tellsMore = context.tellsMore || !periods.isEmpty
    let alone = DocumentContext(named: document.name)
    var mentions: [EventGrouping.Mention] = []
    for (seed, record) in document.claims {
      if record.partOf != 0 {
        try parts.add(record, seed)
        continue
      }
      let placement = self.placement(of: record, seed, context, periods)
      // What the rest of its document makes of a claim, another document that relays it can't say.
      let isTold = tellsMore && placement != self.placement(of: record, seed, alone, [:])
      if let mention = mention(of: record, seed, placement) {
        mentions.append(mention)
        mentions[mentions.count - 1].isTold = isTold
      } else if case .question(let key) = placement {
        if isTold { try relays.note(.question(key), of: record, seed) }
        try settled.add(record, under: key)
      }
    }
    let found = try grouping.add(mentions, of: document.name)
    for left in found.left {
      guard let key = left.otherwise else { continue }
      if left.isTold { try relays.note(.question(key), of: left.record, left.seed) }
      try settled.add(left.record, under: key)
    }
    guard document.claims.count > 1 else { return }
    for (mention, setting) in found.told {
      try relays.note(.incident(setting), of: mention.record, mention.seed)
    }
  }

  /// Puts the claims of a document that holds nothing but one statement where another document has
  /// put that statement.
  private mutating func settle(
    _ document: DocumentClaims, relaying place: Relays.Place, _ grouping: inout EventGrouping
  ) throws {
    switch place {
    case .question(let key):
      for (_, record) in document.claims { try settled.add(record, under: key) }
    case .incident(let setting):
      let mentions = document.claims.compactMap { seed, record in
        var mention = self.mention(of: record, seed, .incident)
        mention?.setting = setting
        return mention
      }
      _ = try grouping.add(mentions, of: document.name)
    }
  }

  /// Where a claim goes that is no part of another.
  private mutating func placement(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ context: DocumentContext,
    _ periods: [Sentence: Period]
  ) -> Placement {
    if !periods.isEmpty, context.told.isUntimed(record, seed),
      let period = periods[Sentence(record, seed)]
    {
      return .question(key(seed, scope: .period, event: period.event, conflict: period.conflict))
    }
    if let key = runningKey(of: record, seed, context) {
      return mayBeToll(record, seed, of: key) ? .toll(otherwise: key) : .question(key)
    }
    return plainKey(of: record, seed, context).map { .question($0) } ?? .incident
  }

  /// A claim that needs an event, or a running count that may be an event's toll and keeps a key
  /// of its own otherwise; nil for a claim whose question is known.
  private mutating func mention(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ placement: Placement
  ) -> EventGrouping.Mention? {
    let otherwise: QuestionKey?
    switch placement {
    case .question: return nil
    case .incident: otherwise = nil
    case .toll(let key): otherwise = key
    }
    // A toll's date is when it was counted, not when the event was.
    let own = otherwise != nil ? .none : record.to != .none ? record.to : record.from
    let date = own == .none ? record.published : own
    return EventGrouping.Mention(
      seed: seed, record: record,
      counted: EventGrouping.Counted(party: seed.party, outcome: seed.outcome),
      setting: EventGrouping.Setting(
        place: places.name(record.place, in: strings), date: date, day: date.lastDay,
        hasOwnDay: own != .none),
      otherwise: otherwise)
  }

  /// The key of a record that counts a conflict, or an event that goes on, so far; nil where it
  /// counts something less.
  ///
  /// That is what is cumulative, and what is of unknown scope where nothing ties it to an incident,
  /// a conflict is known and the number is large enough to be a war's.
  private mutating func runningKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey? {
    let event = strings[seed.event]
    switch seed.scope {
    case .incident, .period: return nil
    case .cumulative:
      if seed.event != 0, !conflicts.knows(event), !record.flags.contains(.saysStart) {
        return eventKey(of: record, seed, document)
      }
      return sinceKey(of: record, seed, document) ?? conflictKey(of: record, seed, document)
        ?? orphanKey(of: record, seed, document)
    case .unknown:
      let place = places.name(record.place, in: strings)
      guard options.unknownScope == .cumulative, place.key.isEmpty || place.isWide,
        seed.event == 0 || conflicts.knows(event),
        max(record.statedLow, record.statedHigh) >= options.wholeWarFloor,
        !document.told.isIncident(record, seed)
      else { return nil }
      return conflictKey(of: record, seed, document)
    }
  }

  /// The key of a running count that is too small to be a war's and says where it starts: 'since
  /// the ceasefire'.
  ///
  /// It is comparable with counts from the same start only; nil for another count.
  private func sinceKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey? {
    guard record.flags.contains(.saysStart), options.by.contains("event"), seed.conflict == 0,
      seed.event == 0, max(record.statedLow, record.statedHigh) < options.wholeWarFloor
    else { return nil }
    let event = record.from.date.map { "since \($0)" } ?? document.name(for: record)
    let conflict = conflictKey(of: record, seed, document)?.conflict ?? ""
    return key(seed, scope: .cumulative, event: event, conflict: conflict)
  }

  /// The key of a running count of an event that the table names.
  ///
  /// An event may be a battle or a campaign within a conflict: its count is none of the conflict's.
  /// In a document that tells of the event as one incident, the toll so far is the incident's.
  private func eventKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey {
    let isTold = document.told.isIncident(named: seed)
    let given = strings[seed.conflict]
    return key(
      seed, scope: isTold ? .incident : .cumulative, event: strings[seed.event],
      conflict: isTold || given.isEmpty ? "" : conflicts.canonical(given))
  }

  /// The key of a running count that counts no known conflict.
  ///
  /// What two such counts have in common is their party and their place; where neither is known,
  /// only their document.
  private mutating func orphanKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey {
    let place = places.name(record.place, in: strings)
    var event = strings[seed.event]
    if event.isEmpty, !place.isWide { event = place.name }
    if event.isEmpty, seed.party == 0 {
      event = place.name.isEmpty ? document.name(for: record) : place.name
    }
    return key(seed, scope: .cumulative, event: event, conflict: "")
  }

  /// Whether a running count may be the toll of an incident that its document tells: it names no
  /// start, and no conflict is known or the number is too small to be a whole war's.
  private func mayBeToll(
    _ record: ClaimRecord, _ seed: Reconciler.SeedKey, of key: QuestionKey
  ) -> Bool {
    guard seed.scope == .cumulative, seed.event == 0, seed.conflict == 0,
      options.by.contains("event"), record.flags.contains(.needsDocument),
      !record.flags.contains(.saysStart), record.from == .none || record.from == record.to
    else { return false }
    return key.conflict.isEmpty || record.statedHigh < options.wholeWarFloor
  }

  /// The key of a record that counts a conflict; nil where no conflict is known.
  private func conflictKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey? {
    let given = strings[seed.conflict]
    let event = strings[seed.event]
    if !given.isEmpty || conflicts.knows(event) {
      let conflict = conflicts.canonical(given.isEmpty ? event : given)
      return key(seed, scope: .cumulative, event: "", conflict: conflict)
    }
    guard conflicts.concerns(parties.members(strings[seed.party])) else { return nil }
    let found = conflicts.conflict(
      of: parties.members(strings[seed.party]), on: record.asOf,
      side: origins[Int(record.origin)].side,
      others: document.parties)
    return found.map { key(seed, scope: .cumulative, event: "", conflict: $0) }
  }

  /// The key of a record that needs no event worked out; nil where it does.
  private mutating func plainKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> QuestionKey? {
    let event = strings[seed.event]
    if let period = period(of: record, seed, document) {
      return key(seed, scope: .period, event: period.event, conflict: period.conflict)
    }
    if !event.isEmpty || !record.flags.contains(.needsDocument) || !options.by.contains("event") {
      // What counts one event counts an incident, whether its words say so or not.
      let isIncident =
        seed.scope == .unknown && !event.isEmpty && !conflicts.knows(event)
        && options.unknownScope == .cumulative
      return key(
        seed, scope: isIncident ? .incident : seed.scope, event: event, conflict: "")
    }
    return nil
  }

  /// What a claim for a period with dates counts; nil for another.
  private mutating func period(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ document: DocumentContext
  ) -> Period? {
    guard seed.scope == .period, record.from != .none || record.to != .none else { return nil }
    let from = record.from.date?.description ?? ""
    let to = record.to.date?.description ?? ""
    let dates = from == to || to.isEmpty ? from : from.isEmpty ? to : "\(from)/\(to)"
    let place = places.name(record.place, in: strings).name
    let parts = [strings[seed.event], place, dates].filter { !$0.isEmpty }
    return Period(
      event: parts.joined(separator: ", "),
      conflict: conflictKey(of: record, seed, document)?.conflict ?? "")
  }

  /// The periods of the sentences in which some claim names no time: '282 were killed in June,
  /// though the government said 131' gives two figures for one month.
  ///
  /// A sentence that gives two periods for one party and outcome says nothing of a third figure.
  private mutating func sentencePeriods(
    _ document: DocumentClaims, _ context: DocumentContext
  ) -> [Sentence: Period] {
    var found: [Sentence: Period] = [:]
    var several: Set<Sentence> = []
    for (seed, record) in document.claims where seed.scope == .period && record.partOf == 0 {
      let sentence = Sentence(record, seed)
      guard context.told.untimed.contains(sentence),
        let period = period(of: record, seed, context)
      else { continue }
      if let known = found[sentence], known != period { several.insert(sentence) }
      found[sentence] = period
    }
    for sentence in several { found[sentence] = nil }
    return found
  }

  /// A question's key, with the columns that `--by` leaves out made blank.
  func key(
    _ seed: Reconciler.SeedKey, scope: Scope, event: String, conflict: String
  ) -> QuestionKey {
    let by = options.by
    return QuestionKey(
      party: by.contains("party") ? strings[seed.party] : "",
      status: by.contains("status") ? seed.status : .unspecified,
      outcome: by.contains("outcome") ? seed.outcome : .casualties,
      scope: by.contains("scope") ? scope : .unknown,
      event: by.contains("event") ? event : "",
      conflict: by.contains("conflict") ? conflict : "", also: strings[seed.also])
  }
}
