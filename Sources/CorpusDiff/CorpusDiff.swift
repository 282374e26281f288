package import ClaimModel

/// What changed between two corpora, claim by claim.
///
/// Takes the claims of an old and a new corpus in any order, and gives the changes: who was added,
/// removed, revised, requalified, reattributed, reclassified or moved, and why two claims were
/// taken for one. Claims are paired one to one by question and origin, the best match first:
/// equal text, then equal number, then nearest date (``MatchRule``). It refuses nothing: claims
/// without quotes, dates, documents or ids are paired by what they have.
///
/// `diff(A, A)` has no differences, `diff(A, B)` ``reversed`` is `diff(B, A)`, and a ``DiffPatch``
/// made of it turns A into B.
package struct CorpusDiff: Sendable {
  /// The changes in order of party, outcome, status, scope, event, origin and time.
  ///
  /// Rows that are equal in all compared cells are only counted.
  package private(set) var changes: [ClaimChange] = []
  /// How many claims there are of each kind.
  package private(set) var counts: [ChangeKind: Int] = [:]
  /// Which rows belong together.
  private(set) var rows: RowPairing
  /// How many rows the corpora have and what they amount to; nil where rows were not read as claims.
  private(set) var seals: (old: DiffPatch.Seal, new: DiffPatch.Seal)?
  /// Rows of scanned tables that differ and are no claims; they are in no change.
  package private(set) var faults: [InputFault] = []
  /// How the corpora were compared.
  package let options: DiffOptions

  /// A run over all claims of a corpus; it is made twice and must give the same both times.
  package typealias Pass = ((Claim) throws -> Void) throws -> Void

  /// Compares two corpora that lie in memory.
  package init(old: [Claim], new: [Claim], options: DiffOptions = DiffOptions()) {
    var before = CorpusIndex(options: options)
    var now = CorpusIndex(options: options)
    before.reserve(old.count)
    now.reserve(new.count)
    for claim in old { before.add(claim) }
    for claim in new { now.add(claim) }
    self.init(before, now, options: options)
    compare(
      rows.freeOldRows.map { ($0, old[$0]) }, rows.freeNewRows.map { ($0, new[$0]) }, before, now)
  }

  /// Compares two corpora that are read twice each, and keeps only the claims that differ.
  ///
  /// - Parameters:
  ///   - old: gives all claims of the old corpus to its argument, in the order of rows.
  ///   - new: the same for the new corpus.
  ///   - options: how to compare.
  /// - Throws: what reading throws.
  package init(reading old: Pass, and new: Pass, options: DiffOptions = DiffOptions()) throws {
    var before = CorpusIndex(options: options)
    var now = CorpusIndex(options: options)
    try old { before.add($0) }
    try new { now.add($0) }
    try self.init(old: before, rereading: old, new: now, rereading: new, options: options)
  }

  /// Compares two corpora of which the indices were made before, perhaps side by side.
  ///
  /// - Throws: what reading throws.
  package init(
    old before: CorpusIndex, rereading old: Pass, new now: CorpusIndex, rereading new: Pass,
    options: DiffOptions = DiffOptions()
  ) throws {
    self.init(before, now, options: options)
    let freeOld = try Self.claims(at: rows.freeOldRows, of: old)
    let freeNew = try Self.claims(at: rows.freeNewRows, of: new)
    compare(freeOld, freeNew, before, now)
  }

  /// Compares two claims tables of which only the rows that differ are decoded.
  ///
  /// - Parameters:
  ///   - old: the scan of the old table; it may be made beside the other on a thread of its own.
  ///   - new: the scan of the new table, made with the same options.
  ///   - options: how to compare.
  ///   - convention: the name of the convention by which `interval` reads quantities.
  ///   - interval: reads the quantity of a claim whose row gives no low, best and high.
  /// - Throws: ``InputFault`` where a table cannot be read any more.
  package init(
    old: ClaimTableScan, new: ClaimTableScan, options: DiffOptions = DiffOptions(),
    convention: String, interval: @escaping (Claim) -> Interval
  ) throws {
    self.init(old.index, new.index, options: options)
    let before = try old.claims(
      at: rows.freeOldRows, convention: convention, interval: interval)
    let now = try new.claims(at: rows.freeNewRows, convention: convention, interval: interval)
    faults = before.faults + now.faults
    seals = nil
    compare(before.claims, now.claims, old.index, new.index)
  }

  private init(_ before: CorpusIndex, _ now: CorpusIndex, options: DiffOptions) {
    self.options = options
    rows = RowPairing(identicalRowsOf: before, and: now)
    seals = (before.seal, now.seal)
  }

  /// The claims of some rows, which are in ascending order.
  private static func claims(at rows: [Int], of pass: Pass) throws -> [(row: Int, claim: Claim)] {
    guard !rows.isEmpty else { return [] }
    var claims: [(row: Int, claim: Claim)] = []
    claims.reserveCapacity(rows.count)
    var row = 0
    try pass { claim in
      if claims.count < rows.count, rows[claims.count] == row { claims.append((row, claim)) }
      row += 1
    }
    return claims
  }

  /// Whether the corpora say different things: anything but moved and unchanged claims.
  package var hasDifferences: Bool { counts.contains { $0.key.isDifference && $0.value > 0 } }

  /// Whether two corpora agree in every compared cell, moved claims included.
  package var isEmpty: Bool { counts.allSatisfy { $0.key == .unchanged || $0.value == 0 } }

  /// The changes of the kinds that the options list, without unchanged ones.
  package var listed: [ClaimChange] {
    changes.filter { options.kinds.contains($0.kind) && $0.kind != .unchanged }
  }

  /// The id in the new corpus of each claim that has another one there, by its id in the old one.
  package var successors: [String: String] {
    var successors: [String: String] = [:]
    for change in changes {
      guard let old = change.old?.id, let new = change.new?.id, !old.isEmpty, old != new else {
        continue
      }
      successors[old] = new
    }
    return successors
  }

  /// The same diff read backwards.
  package var reversed: CorpusDiff {
    var diff = self
    diff.changes = changes.map(\.reversed)
    diff.counts = [:]
    for (kind, count) in counts { diff.counts[kind.reversed, default: 0] += count }
    diff.rows = rows.reversed
    diff.seals = seals.map { ($0.new, $0.old) }
    diff.sortChanges()
    return diff
  }

  private mutating func compare(
    _ old: [(row: Int, claim: Claim)], _ new: [(row: Int, claim: Claim)], _ before: CorpusIndex,
    _ now: CorpusIndex
  ) {
    counts[.unchanged] = rows.count
    var matcher = ClaimMatcher(
      old: Self.signatures(of: old, in: before, options: options),
      new: Self.signatures(of: new, in: now, options: options))
    matcher.run(before: before, now: now)
    var paired: Set<[String]> = []
    for (oldIndex, match) in matcher.pairs {
      paired.insert([old[oldIndex].claim.id, new[match.new].claim.id])
    }
    let comparison = ClaimComparison(options: options, pairedIDs: paired)
    changes.reserveCapacity(old.count + new.count - matcher.pairs.count)
    var isNewPaired = Array(repeating: false, count: new.count)
    for (oldIndex, before) in old.enumerated() {
      guard let match = matcher.pairs[oldIndex] else {
        note(.removed(before.claim, row: before.row, isCopy: matcher.oldCopies.contains(oldIndex)))
        continue
      }
      let now = new[match.new]
      isNewPaired[match.new] = true
      rows.pair(old: before.row, new: now.row)
      note(comparison.change(before, now, rule: match.rule))
    }
    for (newIndex, now) in new.enumerated() where !isNewPaired[newIndex] {
      note(.added(now.claim, row: now.row, isCopy: matcher.newCopies.contains(newIndex)))
    }
    sortChanges()
  }

  private static func signatures(
    of claims: [(row: Int, claim: Claim)], in index: CorpusIndex, options: DiffOptions
  ) -> [ClaimSignature] {
    claims.map {
      ClaimSignature(
        $0.claim, row: index.fingerprints[$0.row], substance: index.substances[$0.row],
        saying: index.sayings[$0.row], options: options)
    }
  }

  private mutating func note(_ change: ClaimChange) {
    counts[change.kind, default: 0] += 1
    changes.append(change)
  }

  private mutating func sortChanges() {
    changes = ChangeOrder.sorted(changes, by: options)
  }
}
