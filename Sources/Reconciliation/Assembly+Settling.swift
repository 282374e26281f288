internal import ClaimModel

/// The settling of questions: which conflict, event or whole a record belongs to.
extension Assembly {
  /// Moves every record under the key of its question.
  mutating func settle() -> [QuestionKey: [ClaimRecord]] {
    var settled: [QuestionKey: [ClaimRecord]] = [:]
    var wholes = Wholes()
    var parts: [PendingPart] = []
    var grouping = EventGrouping(
      options: options.events, places: places,
      joinsUnknown: options.unknownScope == .cumulative)
    var loose: [(seed: Reconciler.SeedKey, record: ClaimRecord)] = []
    for (_, records) in seeds {
      for record in records where record.partOf != 0 { wholes.expect(record.partOf) }
    }
    let told = Told(seeds, floor: options.wholeWarFloor)
    let periods = sentencePeriods(told)
    for seed in Array(seeds.keys) {
      // Taken out piece by piece, so that no record is held twice.
      for record in seeds.removeValue(forKey: seed) ?? [] {
        if record.partOf != 0 {
          parts.append(PendingPart(seed: seed, record: record))
        } else if told.isUntimed(record, seed), let period = periods[Sentence(record, seed)] {
          let key = self.key(
            seed, scope: .period, event: period.event, conflict: period.conflict)
          wholes.note(record.id, key: key)
          settled[key, default: []].append(record)
        } else if let key = runningKey(of: record, seed, told) {
          if mayBeToll(record, seed, of: key) {
            grouping.add(record, seed: seed, strings: strings, unlessTold: key)
          } else {
            wholes.note(record.id, key: key)
            settled[key, default: []].append(record)
          }
        } else {
          loose.append((seed, record))
        }
      }
    }
    for (seed, record) in loose {
      if let key = plainKey(of: record, seed) {
        wholes.note(record.id, key: key)
        settled[key, default: []].append(record)
      } else {
        grouping.add(record, seed: seed, strings: strings)
      }
    }
    for found in grouping.settle(strings: strings, origins: origins, names: names) {
      let key =
        found.otherwise
        ?? self.key(found.seed, scope: found.scope, event: found.event, conflict: "")
      wholes.note(found.record.id, key: key)
      settled[key, default: []].append(found.record)
    }
    result.events = grouping.groups
    settleParts(parts, wholes: &wholes, into: &settled)
    return settled
  }

  /// The key of a record that counts a conflict, or an event that goes on, so far; nil where it
  /// counts something less.
  ///
  /// That is what is cumulative, and what is of unknown scope where nothing ties it to an incident,
  /// a conflict is known and the number is large enough to be a war's.
  private mutating func runningKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ told: Told
  ) -> QuestionKey? {
    let event = strings[seed.event]
    switch seed.scope {
    case .incident, .period: return nil
    case .cumulative:
      if seed.event != 0, !conflicts.knows(event), !record.flags.contains(.saysStart) {
        return eventKey(of: record, seed, told)
      }
      return conflictKey(of: record, seed) ?? orphanKey(of: record, seed)
    case .unknown:
      let place = places.name(record.place, in: strings)
      guard options.unknownScope == .cumulative, place.key.isEmpty || place.isWide,
        seed.event == 0 || conflicts.knows(event),
        max(record.statedLow, record.statedHigh) >= options.wholeWarFloor,
        !told.isIncident(record, seed)
      else { return nil }
      return conflictKey(of: record, seed)
    }
  }

  /// The key of a running count of an event that the table names.
  ///
  /// An event may be a battle or a campaign within a conflict: its count is none of the conflict's.
  /// In a document that tells of the event as one incident, the toll so far is the incident's.
  private func eventKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey, _ told: Told
  ) -> QuestionKey {
    let isTold = told.isIncident(record, named: seed)
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
    of record: ClaimRecord, _ seed: Reconciler.SeedKey
  ) -> QuestionKey {
    let place = places.name(record.place, in: strings)
    var event = strings[seed.event]
    if event.isEmpty, !place.isWide { event = place.name }
    if event.isEmpty, seed.party == 0 {
      event = place.name.isEmpty ? strings[record.documentName] : place.name
    }
    return key(seed, scope: .cumulative, event: event, conflict: "")
  }

  /// Whether a running count may be the toll of an incident that its document tells: it names no
  /// start, and no conflict is known or the number is too small to be a whole war's.
  private func mayBeToll(
    _ record: ClaimRecord, _ seed: Reconciler.SeedKey, of key: QuestionKey
  ) -> Bool {
    guard seed.scope == .cumulative, seed.event == 0, seed.conflict == 0,
      options.by.contains("event"), record.documentName != 0,
      !record.flags.contains(.saysStart), record.from == .none || record.from == record.to
    else { return false }
    return key.conflict.isEmpty || record.statedHigh < options.wholeWarFloor
  }

  /// The key of a record that counts a conflict; nil where no conflict is known.
  private func conflictKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey
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
      others: (documents[record.document] ?? []).map { strings[$0] }.sorted())
    return found.map { key(seed, scope: .cumulative, event: "", conflict: $0) }
  }

  /// The key of a record that needs no event worked out; nil where it does.
  private mutating func plainKey(
    of record: ClaimRecord, _ seed: Reconciler.SeedKey
  ) -> QuestionKey? {
    let event = strings[seed.event]
    if let period = period(of: record, seed) {
      return key(seed, scope: .period, event: period.event, conflict: period.conflict)
    }
    if !event.isEmpty || record.documentName == 0 || !options.by.contains("event") {
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
    of record: ClaimRecord, _ seed: Reconciler.SeedKey
  ) -> Period? {
    guard seed.scope == .period, record.from != .none || record.to != .none else { return nil }
    let from = record.from.date?.description ?? ""
    let to = record.to.date?.description ?? ""
    let dates = from == to || to.isEmpty ? from : from.isEmpty ? to : "\(from)/\(to)"
    let place = places.name(record.place, in: strings).name
    let parts = [strings[seed.event], place, dates].filter { !$0.isEmpty }
    return Period(
      event: parts.joined(separator: ", "), conflict: conflictKey(of: record, seed)?.conflict ?? "")
  }

  /// The periods of the sentences in which some claim names no time: '282 were killed in June,
  /// though the government said 131' gives two figures for one month.
  ///
  /// A sentence that gives two periods for one party and outcome says nothing of a third figure.
  private mutating func sentencePeriods(_ told: Told) -> [Sentence: Period] {
    var found: [Sentence: Period] = [:]
    var several: Set<Sentence> = []
    for (seed, records) in seeds where seed.scope == .period {
      for record in records where record.partOf == 0 {
        let sentence = Sentence(record, seed)
        guard told.untimed.contains(sentence), let period = period(of: record, seed) else {
          continue
        }
        if let known = found[sentence], known != period { several.insert(sentence) }
        found[sentence] = period
      }
    }
    for sentence in several { found[sentence] = nil }
    return found
  }

  /// A question's key, with the columns that `--by` leaves out made blank.
  private func key(
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

/// A record that is a part of another claim.
struct PendingPart {
  var seed: Reconciler.SeedKey
  var record: ClaimRecord
}

/// The questions of the claims that others are parts of.
struct Wholes {
  private var keys: [UInt64: QuestionKey?] = [:]

  /// Says that some claim names this one as its whole.
  mutating func expect(_ id: UInt64) {
    if keys[id] == nil { keys[id] = .some(nil) }
  }

  /// Notes a claim's question, where some claim names it as its whole.
  mutating func note(_ id: UInt64, key: QuestionKey) {
    guard let known = keys[id] else { return }
    // One id may stand in two tables; the question that comes first is kept in either order.
    if let known, known.id < key.id { return }
    keys[id] = key
  }

  /// The question of a whole; nil where it is not in the input.
  func key(of id: UInt64) -> QuestionKey? { keys[id] ?? nil }
}

extension Assembly {
  /// Puts parts under questions of their own, tied to the question of their whole.
  ///
  /// A part takes event, scope and conflict from its whole. Parts of parts come after their
  /// wholes; what is left when nothing more can be placed is a part of itself or of a claim that
  /// is not in the input.
  func settleParts(
    _ parts: [PendingPart], wholes: inout Wholes, into settled: inout [QuestionKey: [ClaimRecord]]
  ) {
    var pending = parts
    while !pending.isEmpty {
      var left: [PendingPart] = []
      var placed: [(PendingPart, QuestionKey)] = []
      for part in pending {
        guard let whole = wholes.key(of: part.record.partOf) else {
          left.append(part)
          continue
        }
        placed.append((part, key(of: part, whole: whole, wholeID: whole.id)))
      }
      for (part, key) in placed {
        wholes.note(part.record.id, key: key)
        settled[key, default: []].append(part.record)
      }
      if placed.isEmpty { break }
      pending = left
    }
    for part in pending {
      let whole = QuestionKey(
        party: strings[part.seed.party], status: part.seed.status, outcome: part.seed.outcome,
        scope: part.seed.scope, event: strings[part.seed.event],
        conflict: strings[part.seed.conflict])
      let key = key(of: part, whole: whole, wholeID: names.name(of: part.record.partOf))
      settled[key, default: []].append(part.record)
    }
  }

  private func key(of part: PendingPart, whole: QuestionKey, wholeID: String) -> QuestionKey {
    var key = whole
    let by = options.by
    let party = strings[part.seed.party]
    if by.contains("party"), !party.isEmpty { key.party = party }
    if by.contains("status") { key.status = part.seed.status }
    if by.contains("outcome") { key.outcome = part.seed.outcome }
    key.also = strings[part.seed.also]
    key.whole = wholeID
    key.part = Wording.plainKey(strings[part.record.victims], facts.words)
    return key
  }
}
