package import ClaimModel
import ClaimTables

/// All that must be kept of every row of a corpus while two are compared: 32 bytes a claim.
package struct CorpusIndex: Sendable {
  /// The hashes of the compared cells, by row.
  private(set) var fingerprints: [Fingerprint] = []
  /// The hashes of what is said, by row.
  private(set) var substances: [UInt64] = []
  /// The hashes of the sentences with their figures, by row; 0 where there is no sentence.
  private(set) var sayings: [UInt64] = []
  private let ignored: [ClaimColumn]
  private let ignoredExtra: Set<String>

  package init(options: DiffOptions) {
    ignored = ClaimColumn.allCases.filter { options.ignored.contains($0.rawValue) }
    ignoredExtra = options.ignored.filter { ClaimColumn(rawValue: $0) == nil }
  }

  /// The number of rows taken in.
  package var count: Int { fingerprints.count }

  /// Takes in the next row.
  package mutating func add(_ claim: Claim) {
    fingerprints.append(compared(claim).fingerprint)
    substances.append(claim.substance)
    sayings.append(claim.saying)
  }

  /// Takes in the next row by the hashes of its compared cells, of what it says and in which words.
  mutating func add(_ fingerprint: Fingerprint, substance: UInt64, saying: UInt64) {
    fingerprints.append(fingerprint)
    substances.append(substance)
    sayings.append(saying)
  }

  /// The claim with only what is compared.
  private func compared(_ claim: Claim) -> Claim {
    if ignored.isEmpty, ignoredExtra.isEmpty { return claim }
    var compared = claim
    compared.blank(ignored)
    compared.extra.removeAll { ignoredExtra.contains($0.column) }
    return compared
  }

  /// The number of rows and a hash of them all in their order.
  var seal: DiffPatch.Seal {
    var hash = RowHash()
    for fingerprint in fingerprints {
      hash.combine(fingerprint.high)
      hash.combine(fingerprint.low)
    }
    let digits = String(hash.value.high, radix: 16)
    return DiffPatch.Seal(
      rows: count, hash: String(repeating: "0", count: 16 - digits.utf8.count) + digits)
  }

  /// Makes room for rows that will come.
  package mutating func reserve(_ rows: Int) {
    fingerprints.reserveCapacity(rows)
    substances.reserveCapacity(rows)
    sayings.reserveCapacity(rows)
  }
}

/// Which rows of two corpora belong together.
struct RowPairing: Sendable {
  /// The new row of each old row; -1 where it has none.
  private(set) var newRows: [Int32]
  /// The old row of each new row; -1 where it has none.
  private(set) var oldRows: [Int32]

  /// Pairs rows with equal fingerprints, the first with the first, each once.
  init(identicalRowsOf old: CorpusIndex, and new: CorpusIndex) {
    newRows = Array(repeating: -1, count: old.count)
    oldRows = Array(repeating: -1, count: new.count)
    let a = Self.sortedRows(of: old)
    let b = Self.sortedRows(of: new)
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      let left = old.fingerprints[Int(a[i].row)]
      let right = new.fingerprints[Int(b[j].row)]
      if left == right {
        pair(old: Int(a[i].row), new: Int(b[j].row))
        i += 1
        j += 1
      } else if left < right {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Makes a pair.
  mutating func pair(old: Int, new: Int) {
    newRows[old] = Int32(truncatingIfNeeded: new)
    oldRows[new] = Int32(truncatingIfNeeded: old)
  }

  /// The same pairs with the corpora exchanged.
  var reversed: RowPairing {
    var pairing = self
    swap(&pairing.newRows, &pairing.oldRows)
    return pairing
  }

  /// How many pairs there are.
  var count: Int { newRows.count { $0 >= 0 } }

  /// The old rows without a partner.
  var freeOldRows: [Int] { newRows.indices.filter { newRows[$0] < 0 } }

  /// The new rows without a partner.
  var freeNewRows: [Int] { oldRows.indices.filter { oldRows[$0] < 0 } }

  private struct Entry {
    var high: UInt64
    var row: Int32
  }

  private static func sortedRows(of index: CorpusIndex) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(index.count)
    for row in 0..<index.count {
      entries.append(
        Entry(high: index.fingerprints[row].high, row: Int32(truncatingIfNeeded: row)))
    }
    entries.sort {
      if $0.high != $1.high { return $0.high < $1.high }
      let a = index.fingerprints[Int($0.row)].low
      let b = index.fingerprints[Int($1.row)].low
      return a != b ? a < b : $0.row < $1.row
    }
    return entries
  }
}
