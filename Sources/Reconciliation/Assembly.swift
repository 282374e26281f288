internal import ClaimModel
internal import Lexicons
internal import RowSorting

/// The second half of a reconciliation: from gathered records to ranges and findings.
///
/// The steps, each of which sorts what it reads: settle the question of every record (conflict,
/// event, whole), make each origin's history, then the range, then the findings. What is held at
/// one time is the claims of one document, the events of a few days, and the questions on one party
/// in one conflict or event; the rest waits in sorters.
struct Assembly {
  let facts: RegisterFacts
  let options: ReconciliationOptions
  let strings: StringPool
  let origins: [Origin]
  let names: ClaimNames
  let silences: [Silence]
  let parties: PartyFacts
  let conflicts: ConflictChoice
  let belligerents: Set<String>
  let claimCount: Int
  private var unknownConflicts: [String: Int]
  let store: SpillStore?
  var places: PlaceNames
  var settled: SettledClaims
  var parts: PartClaims
  /// The parties that are counted in more than one conflict, whose conflict sentences have to name.
  var partiesOfSeveralWars: Set<String> = []

  init(_ reconciler: consuming Reconciler) {
    facts = reconciler.facts
    options = reconciler.options
    store = reconciler.store
    strings = reconciler.strings
    origins = reconciler.origins.settled(reconciler.facts)
    names = reconciler.names
    silences = reconciler.silences.sorted {
      ($0.party, $0.documentID, $0.span) < ($1.party, $1.documentID, $1.span)
    }
    claimCount = reconciler.count
    belligerents = Set(reconciler.facts.conflicts.map(\.party))
    var known = Set(reconciler.countedParties.map { reconciler.strings[$0] })
    for origin in origins where !origin.side.isEmpty { known.insert(origin.side) }
    places = PlaceNames(reconciler.facts)
    parties = PartyFacts(of: known, in: facts)
    conflicts = ConflictChoice(
      reconciler.facts.conflicts, leading: reconciler.facts.leadingConflict)
    unknownConflicts = [:]
    for (number, count) in reconciler.conflictCounts {
      let name = reconciler.strings[number]
      if !conflicts.knows(name) { unknownConflicts[name] = count }
    }
    settled = SettledClaims(wholes: reconciler.wholes, store)
    parts = PartClaims(store)
  }

  /// Runs all steps.
  ///
  /// - Parameters:
  ///   - rows: The claims, as ``Reconciler/rows`` has them.
  ///   - refusals: The claims that no range takes, as ``Reconciler/refusals`` has them.
  ///   - sink: Takes the results.
  ///   - progress: Is told now and then how far the work has come.
  /// - Throws: What the store and the sink throw.
  mutating func run(
    _ rows: consuming RowSorter, _ refusals: consuming RowSorter,
    into sink: inout some ReconciliationSink, _ progress: (ReconciliationProgress) -> Void
  ) throws {
    let total = rows.count
    try settle(rows, into: &sink) { done in
      progress(ReconciliationProgress(step: .settling, claims: done, total: total))
    }
    var refused = try refusals.sorted()
    while try refused.advance() {
      var reader = RowReader(refused.row)
      try sink.take(SetAside(claimID: reader.text(), reason: reader.text()))
    }
    partiesOfSeveralWars = settled.partiesOfSeveralWars
    var coverage = CoverageTally()
    var wholes = WholeComparison(wanted: settled.wholes, store)
    var claims = try settled.take()
    var done = 0
    while var group = try claims.nextGroup() {
      done += group.reduce(0) { $0 + $1.records.count }
      progress(ReconciliationProgress(step: .comparing, claims: done, total: total))
      let questions = try makeQuestions(&group, into: &sink)
      for question in questions {
        coverage.add(question, origins: origins)
        try wholes.add(question)
        try sink.take(question.range, timeline: timeline(of: question))
      }
      for finding in findings(on: questions) { try sink.take(finding) }
    }
    try wholes.forEachWhole { parts, whole in
      for finding in partFindings(parts, of: whole) { try sink.take(finding) }
    }
    try sink.take(
      ReconciliationSummary(
        claimCount: claimCount, coverage: coverage.cells, unknownConflicts: unknownConflicts))
  }

  /// Makes the histories and ranges of settled questions, in their order.
  private func makeQuestions(
    _ group: inout [SettledClaims.Question], into sink: inout some ReconciliationSink
  ) throws -> [Question] {
    var questions: [Question] = []
    questions.reserveCapacity(group.count)
    for index in group.indices {
      let key = group[index].key
      var records = group[index].records
      group[index].records = []
      records.sort(by: ClaimRecord.precedes)
      try dropDuplicates(&records, into: &sink)
      joinSideless(&records)
      let histories = OriginHistory.histories(of: records) { [origins] in origins[Int($0)].name }
      questions.append(
        Question(key: key, id: key.id, records: records, histories: histories, assembly: self))
    }
    return questions
  }

  /// The same row twice is one claim; the further ones are listed.
  private func dropDuplicates(
    _ records: inout [ClaimRecord], into sink: inout some ReconciliationSink
  ) throws {
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
        try sink.take(
          SetAside(claimID: names.name(of: record.id), reason: "the same claim once more"))
      } else {
        kept.append(record)
      }
    }
    if kept.count < records.count { records = kept }
  }

  /// What each origin said when, by date and origin.
  private func timeline(of question: Question) -> [TimelinePoint] {
    var points: [TimelinePoint] = []
    let limit = options.listLimit ?? .max
    for history in question.histories {
      let dated = history.statements.filter { $0.date != .none }
      let name = origins[Int(history.origin)].name
      for index in Self.spread(dated.count, to: limit) {
        guard let date = dated[index].date.date else { continue }
        points.append(
          TimelinePoint(
            questionID: question.id, date: date, origin: name,
            interval: dated[index].claim.interval,
            claimID: names.name(of: dated[index].claim.id)))
      }
    }
    return points.sorted { ($0.date, $0.origin, $0.claimID) < ($1.date, $1.origin, $1.claimID) }
  }

  /// At most so many of the numbers below a count, the first and the last among them.
  private static func spread(_ count: Int, to limit: Int) -> [Int] {
    if count <= limit || limit < 2 { return Array(0..<min(count, limit)) }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }
}
