internal import ClaimModel
internal import RowSorting

/// The claims of one document, as they are read back one after another.
struct DocumentClaims {
  /// The hash of the document's id; 0 for none.
  let hash: UInt64
  /// The document's id; empty where no claim needs it.
  private(set) var name = ""
  private(set) var claims: [(seed: Reconciler.SeedKey, record: ClaimRecord)] = []

  /// A document without claims.
  init(hash: UInt64) {
    self.hash = hash
  }

  /// Takes in a claim from the rest of a row behind the hash.
  mutating func add(_ row: inout RowReader) {
    let name = row.text()
    if self.name.isEmpty { self.name = name }
    let seed = Reconciler.SeedKey(from: &row)
    claims.append((seed, ClaimRecord(from: &row)))
  }
}

/// What a document tells beside a claim.
struct DocumentContext {
  /// The parties that it counts and that take part in a conflict, in order: what tells which
  /// conflict it is about.
  let parties: [String]
  /// What it tells of as incidents, and where it names no time.
  let told: Told
  private let name: String

  /// Gathers what a document tells.
  init(
    _ document: DocumentClaims, strings: StringPool, belligerents: Set<String>, floor: Int
  ) {
    name = document.name
    var parties: Set<Int32> = []
    for (seed, _) in document.claims where document.hash != 0 && seed.party != 0 {
      parties.insert(seed.party)
    }
    self.parties = parties.map { strings[$0] }.filter { belligerents.contains($0) }.sorted()
    told = Told(document, floor: floor)
  }

  /// The context of a claim that stands alone in its document.
  init(named name: String) {
    self.name = name
    parties = []
    told = Told()
  }

  /// Whether a document may settle more than each of its claims does by its own words.
  var tellsMore: Bool { parties.count > 1 || told.hasIncidents }

  /// The document's id for a claim that needs it; empty for others.
  func name(for record: ClaimRecord) -> String {
    record.flags.contains(.needsDocument) ? name : ""
  }
}
