internal import ClaimModel

/// The second half of a reconciliation: from gathered records to ranges and findings.
///
/// The steps, each of which sorts what it reads: settle the question of every record (conflict,
/// event, whole), make each origin's history, then the range, then the findings over all.
struct Assembly {
  let facts: RegisterFacts
  let options: ReconciliationOptions
  let strings: StringPool
  let origins: [Origin]
  let names: ClaimNames
  let silences: [Silence]
  let parties: PartyFacts
  let documents: [UInt64: [Int32]]
  var seeds: [Reconciler.SeedKey: [ClaimRecord]]
  let conflicts: ConflictChoice
  var places: PlaceNames
  var questions: [Question] = []
  /// The parties that are counted in more than one conflict, whose conflict sentences have to name.
  var partiesOfSeveralWars: Set<String> = []
  var result = Reconciliation()

  init(_ reconciler: consuming Reconciler) {
    facts = reconciler.facts
    options = reconciler.options
    strings = reconciler.strings
    origins = reconciler.origins.settled(reconciler.facts.words)
    names = reconciler.names
    silences = reconciler.silences.sorted {
      ($0.party, $0.documentID, $0.span) < ($1.party, $1.documentID, $1.span)
    }
    documents = reconciler.partiesOfDocuments
    seeds = reconciler.records
    var known = Set(reconciler.records.keys.map { reconciler.strings[$0.party] })
    for origin in origins where !origin.side.isEmpty { known.insert(origin.side) }
    places = PlaceNames(reconciler.facts)
    parties = PartyFacts(of: known, in: facts)
    conflicts = ConflictChoice(
      reconciler.facts.conflicts, leading: reconciler.facts.leadingConflict)
    result.claimCount = reconciler.count
    for (seed, records) in reconciler.records where seed.conflict != 0 {
      let name = reconciler.strings[seed.conflict]
      if !conflicts.knows(name) { result.unknownConflicts[name, default: 0] += records.count }
    }
    result.setAside = reconciler.refusals.map { [names] in
      SetAside(claimID: names.name(of: $0.id), reason: $0.reason)
    }
  }

  /// Runs all steps.
  mutating func run() {
    makeQuestions(settle())
    result.setAside.sort { ($0.claimID, $0.reason) < ($1.claimID, $1.reason) }
    var wars: [String: String] = [:]
    for key in questions.map(\.key) where !key.conflict.isEmpty {
      if let known = wars[key.party], known != key.conflict {
        partiesOfSeveralWars.insert(key.party)
      }
      wars[key.party] = key.conflict
    }
    findDiscrepancies()
    result.ranges = questions.map(\.range)
    tabulate()
  }

  /// Makes the histories and ranges of settled questions.
  private mutating func makeQuestions(_ settled: consuming [QuestionKey: [ClaimRecord]]) {
    let keys = settled.keys.map { (key: $0, id: $0.id) }.sorted {
      ($0.key.party, $0.key.conflict, $0.key.event, $0.key.outcome.rawValue, $0.id)
        < ($1.key.party, $1.key.conflict, $1.key.event, $1.key.outcome.rawValue, $1.id)
    }
    for (key, id) in keys {
      guard var records = settled.removeValue(forKey: key) else { continue }
      records.sort(by: ClaimRecord.precedes)
      dropDuplicates(&records)
      let histories = OriginHistory.histories(of: records) { [origins] in origins[Int($0)].name }
      let question = Question(
        key: key, id: id, records: records, histories: histories, assembly: self)
      addTimeline(of: question)
      questions.append(question)
    }
  }

  /// The same row twice is one claim; the further ones are listed.
  private mutating func dropDuplicates(_ records: inout [ClaimRecord]) {
    guard records.count > 1 else { return }
    var kept: [ClaimRecord] = []
    kept.reserveCapacity(records.count)
    for record in records {
      // Equal rows are neighbours but for rows of other claims with the same figure between them,
      // and those differ in the id, which the order looks at before all that is left.
      if let last = kept.last, last.id == record.id, last.document == record.document,
        last.start == record.start, last.quote == record.quote, last.asOf == record.asOf,
        last.statedLow == record.statedLow, last.statedHigh == record.statedHigh
      {
        result.setAside.append(
          SetAside(claimID: names.name(of: record.id), reason: "the same claim once more"))
      } else {
        kept.append(record)
      }
    }
    if kept.count < records.count { records = kept }
  }

  private mutating func addTimeline(of question: Question) {
    let limit = options.listLimit ?? .max
    for history in question.histories {
      let dated = history.statements.filter { $0.date != .none }
      let name = origins[Int(history.origin)].name
      for index in Self.spread(dated.count, to: limit) {
        guard let date = dated[index].date.date else { continue }
        result.timeline.append(
          TimelinePoint(
            questionID: question.id, date: date, origin: name,
            interval: dated[index].claim.interval,
            claimID: names.name(of: dated[index].claim.id)))
      }
    }
  }

  /// At most so many of the numbers below a count, the first and the last among them.
  private static func spread(_ count: Int, to limit: Int) -> [Int] {
    if count <= limit || limit < 2 { return Array(0..<min(count, limit)) }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }

  private mutating func tabulate() {
    result.coverage = Coverage.cells(of: questions, origins: origins)
    let order = Dictionary(
      questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    result.timeline.sort {
      let a = order[$0.questionID] ?? 0
      let b = order[$1.questionID] ?? 0
      if a != b { return a < b }
      if $0.date != $1.date { return $0.date < $1.date }
      return ($0.origin, $0.claimID) < ($1.origin, $1.claimID)
    }
  }
}
