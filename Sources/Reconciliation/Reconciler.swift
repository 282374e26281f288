package import ClaimModel
internal import Lexicons

/// Takes claims in, in any order and partition, and reconciles them.
///
/// ``add(_:)`` and ``merge(_:)`` only gather: nothing that depends on another claim is decided
/// before ``finish()``, which sorts what it reads. So a table may be split, each piece be added on
/// its own thread, and the pieces be merged in any order, and the result is the same.
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

  /// A claim that no range takes, before its reason is put in words.
  struct Refusal {
    var id: UInt64
    var reason: String
  }

  let facts: RegisterFacts
  let options: ReconciliationOptions
  var strings = StringPool()
  var origins = OriginPool()
  var names = ClaimNames()
  var records: [SeedKey: [ClaimRecord]] = [:]
  var refusals: [Refusal] = []
  var silences: Set<Silence> = []
  var claims: [String: Claim] = [:]
  var count = 0
  /// The parties that each document counts, by the hash of its id: what tells which conflict it is
  /// about.
  var partiesOfDocuments: [UInt64: [Int32]] = [:]
  private var parties: [String: Int32] = [:]
  private let belligerents: Set<String>

  /// A reconciliation of no claims yet.
  package init(facts: RegisterFacts, options: ReconciliationOptions = ReconciliationOptions()) {
    self.facts = facts
    self.options = options
    belligerents = Set(facts.conflicts.map(\.party))
  }

  /// Takes in a sentence that says that a side publishes no figure.
  package mutating func add(silence: Silence) {
    silences.insert(silence)
  }

  /// Takes in a claim.
  package mutating func add(_ claim: Claim) {
    count += 1
    let id = claim.id.isEmpty ? Self.makeshiftID(of: claim) : claim.id
    let number = names.number(of: id)
    if options.keepsClaims { keep(claim, as: id) }
    if let reason = refusal(of: claim) {
      refusals.append(Refusal(id: number, reason: reason))
      return
    }
    let party = self.party(of: claim)
    let key = SeedKey(
      party: party, status: claim.status, outcome: claim.outcome, scope: claim.scope,
      event: strings.number(of: claim.event),
      conflict: strings.number(of: Self.extra("conflict", of: claim)),
      also: strings.number(of: also(of: claim)))
    let record = self.record(of: claim, id: number)
    records[key, default: []].append(record)
    if record.document != 0, party != 0, takesPart(party) {
      let known = partiesOfDocuments[record.document] ?? []
      if !known.contains(party) { partiesOfDocuments[record.document] = known + [party] }
    }
  }

  /// Takes in what another reconciler, of the same registers and options, has gathered.
  package mutating func merge(_ other: Reconciler) {
    let strings = self.strings.merge(other.strings)
    let origins = self.origins.merge(other.origins)
    names.merge(other.names)
    for (key, records) in other.records {
      var key = key
      key.party = strings[Int(key.party)]
      key.event = strings[Int(key.event)]
      key.conflict = strings[Int(key.conflict)]
      key.also = strings[Int(key.also)]
      self.records[key, default: []].append(
        contentsOf: records.lazy.map { record in
          var record = record
          record.origin = origins[Int(record.origin)]
          if record.publisher >= 0 { record.publisher = origins[Int(record.publisher)] }
          record.place = strings[Int(record.place)]
          record.expression = strings[Int(record.expression)]
          record.victims = strings[Int(record.victims)]
          record.documentName = strings[Int(record.documentName)]
          return record
        })
    }
    refusals += other.refusals
    silences.formUnion(other.silences)
    for (id, claim) in other.claims { keep(claim, as: id) }
    count += other.count
    for (document, parties) in other.partiesOfDocuments {
      var known = partiesOfDocuments[document] ?? []
      for party in parties {
        let moved = strings[Int(party)]
        if !known.contains(moved) { known.append(moved) }
      }
      partiesOfDocuments[document] = known
    }
  }

  /// Reconciles what was taken in.
  package consuming func finish() -> Reconciliation {
    let claims = self.claims
    self.claims = [:]
    var assembly = Assembly(self)
    assembly.run()
    var result = assembly.result
    result.claims = claims
    return result
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

  private func takesPart(_ party: Int32) -> Bool {
    belligerents.contains(strings[party])
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
    // A running count without a start of its own may be the toll of what its document tells.
    let mayBeToll =
      claim.event.isEmpty && claim.scope == .cumulative && claim.partOf == nil
      && !claim.documentID.isEmpty && !flags.contains(.saysStart)
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
      documentName: needsEvent || mayBeToll ? strings.number(of: claim.documentID) : 0, asOf: asOf,
      from: PackedDate(claim.from), to: to, published: published,
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
