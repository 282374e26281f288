package import ClaimModel
internal import Lexicons
package import RowSorting

/// Takes claims in, in any order and partition, and reconciles them.
///
/// ``add(_:)`` and ``merge(_:)`` only gather: nothing that depends on another claim is decided
/// before ``finish()``, which sorts what it reads. So a table may be split, each piece be added on
/// its own thread, and the pieces be merged in any order, and the result is the same.
///
/// Given a ``SpillStore``, memory grows with the names in the claims (of sources, places, events and
/// parties) and no longer with their number: what was gathered goes to files where it is too much.
package struct Reconciler: Sendable {
  /// What a claim must share with others before anything else is known of it.
  struct SeedKey: Hashable {
    var party: Int32
    var status: VictimStatus
    var outcome: Outcome
    var scope: Scope
    var event: Int32
    var conflict: Int32
    var also: Int32
  }

  let facts: RegisterFacts
  let options: ReconciliationOptions
  var strings = StringPool()
  var origins = OriginPool()
  var names = ClaimNames()
  /// The claims by their documents: the hash and the id of the document, the key, the record.
  var rows: RowSorter
  /// The claims that no range takes: the id and the reason.
  var refusals: RowSorter
  var silences: Set<Silence> = []
  var claims: [String: Claim] = [:]
  var count = 0
  /// The numbers of the parties that are counted.
  var countedParties: Set<Int32> = []
  /// How many claims name a conflict, by the number of its name.
  var conflictCounts: [Int32: Int] = [:]
  /// The claims that others are parts of.
  var wholes: Set<UInt64> = []
  let store: SpillStore?
  private let causes: CauseWords
  private var row = RowWriter()
  private var parties: [String: Int32] = [:]

  /// A reconciliation of no claims yet.
  ///
  /// - Parameters:
  ///   - facts: What the registers know.
  ///   - options: What a person may set.
  ///   - store: Where claims go that memory has no room for; nil keeps all in memory.
  package init(
    facts: RegisterFacts, options: ReconciliationOptions = ReconciliationOptions(),
    store: SpillStore? = nil
  ) {
    self.facts = facts
    self.options = options
    self.store = store
    causes = CauseWords(facts.words)
    rows = RowSorter(store)
    refusals = RowSorter(store)
  }

  /// Takes in a sentence that says that a side publishes no figure.
  package mutating func add(silence: Silence) {
    silences.insert(silence)
  }

  /// Takes in a claim.
  ///
  /// - Throws: What the store throws; a reconciler without one never throws.
  package mutating func add(_ claim: Claim) throws {
    count += 1
    let id = claim.id.isEmpty ? Self.makeshiftID(of: claim) : claim.id
    if options.keepsClaims { keep(claim, as: id) }
    if let reason = refusal(of: claim) {
      row.begin()
      row.write(id)
      row.write(reason)
      try refusals.add(row)
      return
    }
    let party = self.party(of: claim)
    let key = SeedKey(
      party: party, status: claim.status, outcome: claim.outcome, scope: claim.scope,
      event: strings.number(of: claim.event),
      conflict: strings.number(of: Self.extra("conflict", of: claim)),
      also: strings.number(of: also(of: claim)))
    let record = self.record(of: claim, id: names.number(of: id))
    countedParties.insert(party)
    if key.conflict != 0 { conflictCounts[key.conflict, default: 0] += 1 }
    if record.partOf != 0 { wholes.insert(record.partOf) }
    row.begin()
    row.write(record.document)
    row.write(record.flags.contains(.needsDocument) ? claim.documentID : "")
    key.write(to: &row)
    record.write(to: &row)
    try rows.add(row)
  }

  /// Takes in what another reconciler, of the same registers and options, has gathered.
  ///
  /// - Throws: What the stores of the two throw.
  package mutating func merge(_ other: Reconciler) throws {
    let strings = self.strings.merge(other.strings)
    let origins = self.origins.merge(other.origins)
    names.merge(other.names)
    try rows.merge(other.rows) { reader, writer in
      writer.write(reader.unsigned())
      writer.write(reader.text())
      var key = SeedKey(from: &reader)
      key.party = strings[Int(key.party)]
      key.event = strings[Int(key.event)]
      key.conflict = strings[Int(key.conflict)]
      key.also = strings[Int(key.also)]
      key.write(to: &writer)
      var record = ClaimRecord(from: &reader)
      record.origin = origins[Int(record.origin)]
      if record.publisher >= 0 { record.publisher = origins[Int(record.publisher)] }
      record.place = strings[Int(record.place)]
      record.expression = strings[Int(record.expression)]
      record.victims = strings[Int(record.victims)]
      record.write(to: &writer)
    }
    try refusals.merge(other.refusals) { reader, writer in
      writer.write(reader.text())
      writer.write(reader.text())
    }
    silences.formUnion(other.silences)
    for (id, claim) in other.claims { keep(claim, as: id) }
    count += other.count
    countedParties.formUnion(other.countedParties.map { strings[Int($0)] })
    for (number, count) in other.conflictCounts {
      conflictCounts[strings[Int(number)], default: 0] += count
    }
    wholes.formUnion(other.wholes)
  }

  /// Reconciles what was taken in, with all results in memory.
  ///
  /// - Throws: What the store throws; a reconciler without one never throws.
  package consuming func finish() throws -> Reconciliation {
    var collector = ReconciliationCollector()
    let claims = self.claims
    self.claims = [:]
    try finish(into: &collector)
    var result = collector.result
    result.claims = claims
    return result
  }

  /// Reconciles what was taken in and hands the results on as they come.
  ///
  /// - Parameters:
  ///   - sink: Takes the results.
  ///   - progress: Is told now and then how far the work has come.
  /// - Throws: What the store and the sink throw.
  package consuming func finish(
    into sink: inout some ReconciliationSink,
    progress: (ReconciliationProgress) -> Void = { _ in }
  ) throws {
    claims = [:]
    let rows = self.rows
    self.rows = RowSorter(nil)
    let refusals = self.refusals
    self.refusals = RowSorter(nil)
    var assembly = Assembly(self)
    try assembly.run(rows, refusals, into: &sink, progress)
  }

  /// Of two claims under one id the one that comes first in the order of their contents is kept.
  private mutating func keep(_ claim: Claim, as id: String) {
    var claim = claim
    claim.id = id
    claims[id] = Self.first(of: claims[id], claim)
  }

  /// Of two claims under one id the one that is kept: it does not depend on which was read first.
  package static func first(of known: Claim?, _ claim: Claim) -> Claim {
    guard let known, known != claim else { return claim }
    return String(describing: known) < String(describing: claim) ? known : claim
  }

  private func refusal(of claim: Claim) -> String? {
    if !options.stances.contains(claim.stance) {
      return switch claim.stance {
      case .denied: "denied: its source says that it is not so"
      case .hypothetical: "hypothetical: a forecast, a fear or a condition, no count"
      case .doubted: "doubted: left out as asked"
      case .asserted: "asserted: left out as asked"
      }
    }
    if claim.quantity.low < 0 || (claim.interval.low ?? 0) < 0 {
      return "below zero: no number of people"
    }
    if let low = claim.interval.low, let high = claim.interval.high, low > high {
      return "its low is above its high"
    }
    return nil
  }

  private mutating func party(of claim: Claim) -> Int32 {
    if let known = parties[claim.party] { return known }
    let number = strings.number(of: facts.party(claim.party) ?? claim.party)
    parties[claim.party] = number
    return number
  }

  private mutating func record(of claim: Claim, id: UInt64) -> ClaimRecord {
    let published = PackedDate(claim.published)
    let to = PackedDate(claim.to)
    var flags: ClaimRecord.Flags = []
    // Up to when a running count counts is a point in time; an incident's own date is not: its
    // toll is as of the day it was printed.
    let isRunning = claim.scope == .cumulative || claim.scope == .unknown
    if claim.to != nil, isRunning || claim.published == nil { flags.insert(.explicitDate) }
    if claim.outcome == .killed, LossWords.areAllThatIsSaid(in: claim, facts.words) {
      flags.insert(.readFromLosses)
    }
    let needsEvent =
      claim.event.isEmpty && claim.scope != .cumulative && claim.partOf == nil
      && !claim.documentID.isEmpty
    if needsEvent,
      facts.words.apart.contains(where: { ByteSearch.has($0, in: claim.quote) })
    {
      flags.insert(.toldApart)
    }
    if claim.scope == .cumulative,
      facts.words.starts.contains(where: { ByteSearch.has($0, in: claim.when) })
    {
      flags.insert(.saysStart)
    }
    // A running count may be the toll of what its document tells, or count from a day only it knows.
    let isRunningInText =
      claim.event.isEmpty && claim.scope == .cumulative && claim.partOf == nil
      && !claim.documentID.isEmpty
    if needsEvent || isRunningInText {
      flags.insert(.needsDocument)
      flags.formUnion(causes.causes(in: claim.quote))
    }
    let isWord = claim.quantity.qualifier == .indefinite
    let asOf =
      !flags.contains(.explicitDate)
      ? published.lastDay
      : published.bits == 0 ? to.lastDay : min(to.lastDay, published.lastDay)
    return ClaimRecord(
      id: id, statedLow: claim.quantity.low, statedHigh: claim.quantity.high,
      low: claim.interval.low ?? .min, best: claim.interval.best ?? .min,
      high: claim.interval.high ?? .min,
      partOf: claim.partOf.map { names.number(of: $0) } ?? 0,
      document: claim.documentID.isEmpty ? 0 : Self.hash(claim.documentID),
      quote: UInt32(truncatingIfNeeded: Self.hash(claim.quote)),
      start: Int32(clamping: claim.span?.start ?? 0),
      origin: origins.origin(of: claim, facts: facts),
      publisher: origins.publisher(of: claim, facts: facts),
      place: strings.number(of: claim.place),
      expression: isWord ? strings.number(of: claim.expression) : 0,
      victims: claim.partOf == nil ? 0 : strings.number(of: claim.victims),
      asOf: asOf, from: PackedDate(claim.from), to: to, published: published,
      qualifier: claim.quantity.qualifier, flags: flags)
  }

  private static func hash(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  /// An id for a claim that came without one, made of all that it says.
  package static func makeshiftID(of claim: Claim) -> String {
    hexadecimal(hash(String(describing: claim)))
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func extra(_ column: String, of claim: Claim) -> String {
    claim.extra.first { $0.column == column }?.value ?? ""
  }

  /// The values of the columns that `--by` names beyond those of the question's key.
  private func also(of claim: Claim) -> String {
    let extra = options.by.filter { !ReconciliationOptions.defaultColumns.contains($0) }
    if extra.isEmpty { return "" }
    return extra.map { "\($0)=\(Self.value($0, of: claim))" }.joined(separator: ", ")
  }

  private static func value(_ column: String, of claim: Claim) -> String {
    switch column {
    case "document_id": claim.documentID
    case "publisher": claim.publisher
    case "published": claim.published?.description ?? ""
    case "victims": claim.victims
    case "place": claim.place
    case "when": claim.when
    case "from": claim.from?.description ?? ""
    case "to": claim.to?.description ?? ""
    case "source": claim.attribution.source
    case "source_type": claim.attribution.type.rawValue
    case "source_side": claim.attribution.side
    case "stance": claim.stance.rawValue
    case "qualifier": claim.quantity.qualifier.rawValue
    case "rule": claim.rule
    case "convention": claim.convention
    default: extra(column, of: claim)
    }
  }
}
