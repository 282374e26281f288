internal import ClaimModel

/// The settling of questions: which conflict, event or whole a record belongs to.
extension Assembly {
  /// Moves every record under the key of its question.
  mutating func settle() -> [QuestionKey: [ClaimRecord]] {
    var settled: [QuestionKey: [ClaimRecord]] = [:]
    var wholes = Wholes()
    var parts: [PendingPart] = []
    var grouping = EventGrouping(options: options.events)
    var loose: [(seed: Reconciler.SeedKey, record: ClaimRecord)] = []
    for (_, records) in seeds {
      for record in records where record.partOf != 0 { wholes.expect(record.partOf) }
    }
    for seed in Array(seeds.keys) {
      // Taken out piece by piece, so that no record is held twice.
      for record in seeds.removeValue(forKey: seed) ?? [] {
        if record.partOf != 0 {
          parts.append(PendingPart(seed: seed, record: record))
        } else if let key = runningKey(of: record, seed) {
          wholes.note(record.id, key: key)
          settled[key, default: []].append(record)
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
    for (seed, record, event) in grouping.settle(strings: strings, origins: origins, names: names) {
      let key = self.key(seed, scope: seed.scope, event: event, conflict: "")
      wholes.note(record.id, key: key)
      settled[key, default: []].append(record)
    }
    result.events = grouping.groups
    settleParts(parts, wholes: &wholes, into: &settled)
    return settled
  }

  /// The key of a record that counts a conflict so far; nil where it counts something less.
  ///
  /// That is what is cumulative, and what is of unknown scope where nothing ties it to an incident,
  /// a conflict is known and the number is large enough to be a war's.
  private func runningKey(of record: ClaimRecord, _ seed: Reconciler.SeedKey) -> QuestionKey? {
    switch seed.scope {
    case .incident, .period: return nil
    case .cumulative:
      return conflictKey(of: record, seed)
        ?? key(seed, scope: .cumulative, event: strings[seed.event], conflict: "")
    case .unknown:
      guard options.unknownScope == .cumulative, record.place == 0,
        seed.event == 0 || conflicts.knows(strings[seed.event]),
        max(record.statedLow, record.statedHigh) >= options.wholeWarFloor
      else { return nil }
      return conflictKey(of: record, seed)
    }
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
  private func plainKey(of record: ClaimRecord, _ seed: Reconciler.SeedKey) -> QuestionKey? {
    let event = strings[seed.event]
    if seed.scope == .period, record.from != .none || record.to != .none {
      let from = record.from.date?.description ?? ""
      let to = record.to.date?.description ?? ""
      let period = from == to || to.isEmpty ? from : from.isEmpty ? to : "\(from)/\(to)"
      let conflict = conflictKey(of: record, seed)?.conflict ?? ""
      let place = record.place == 0 ? "" : EventGrouping.placeName(strings[record.place])
      let parts = [event, place, period].filter { !$0.isEmpty }
      return key(seed, scope: .period, event: parts.joined(separator: ", "), conflict: conflict)
    }
    if !event.isEmpty || record.documentName == 0 || !options.by.contains("event") {
      return key(seed, scope: seed.scope, event: event, conflict: "")
    }
    return nil
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
    key.part = Wording.plainKey(strings[part.record.victims])
    return key
  }
}
