import ClaimModel

/// A fast 128-bit hash of a claim's cells, good for one run; it never leaves the process.
struct RowHash {
  private var first: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f

  /// Takes in one whole number.
  mutating func combine(_ word: UInt64) {
    let product = (first ^ word).multipliedFullWidth(by: second | 1)
    second = (second ^ word) &* 0xff51_afd7_ed55_8ccd
    second ^= second >> 29
    first = product.high ^ product.low &+ 0x2545_f491_4f6c_dd1d
  }

  /// Takes in a number that may be missing.
  mutating func combine(_ number: Int?) {
    if let number {
      combine(UInt64(bitPattern: Int64(number)))
      combine(1 as UInt64)
    } else {
      combine(2 as UInt64)
    }
  }

  /// Takes in one text and its length.
  mutating func combine(_ text: String) {
    let taken: Void? = text.utf8.withContiguousStorageIfAvailable {
      combine(bytes: UnsafeRawBufferPointer($0))
    }
    if taken == nil { Array(text.utf8).withUnsafeBytes { combine(bytes: $0) } }
  }

  /// Takes in a date that may be missing.
  mutating func combine(_ date: PartialDate?) {
    guard let date else { return combine(0 as UInt64) }
    combine(UInt64((date.year * 16 + (date.month ?? 0)) * 32 + (date.day ?? 0)))
  }

  /// Takes in bytes and how many they are.
  mutating func combine(bytes: UnsafeRawBufferPointer) {
    combine(UInt64(bytes.count))
    var position = 0
    while position + 8 <= bytes.count {
      combine(bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    guard position < bytes.count else { return }
    var last: UInt64 = 0
    while position < bytes.count {
      last = last << 8 | UInt64(bytes[position])
      position += 1
    }
    combine(last)
  }

  /// The hash of what was taken in.
  var value: Fingerprint { Fingerprint(high: Self.finished(first), low: Self.finished(second)) }

  private static func finished(_ word: UInt64) -> UInt64 {
    var h = word
    h ^= h >> 33
    h &*= 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    h &*= 0xc4ce_b9fe_1a85_ec53
    return h ^ h >> 33
  }
}

/// The hash of a row's compared cells: equal rows have equal ones, others in practice never.
struct Fingerprint: Hashable, Comparable, Sendable {
  var high: UInt64
  var low: UInt64

  static func < (a: Fingerprint, b: Fingerprint) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

extension Claim {
  /// The fingerprint of all cells.
  var fingerprint: Fingerprint {
    var hash = RowHash()
    hash.combine(id)
    hash.combine(documentID)
    hash.combine(publisher)
    hash.combine(url)
    hash.combine(quote)
    hash.combine(expression)
    hash.combine(convention)
    hash.combine(victims)
    hash.combine(party)
    hash.combine(attribution.source)
    hash.combine(attribution.side)
    hash.combine(attribution.cue)
    hash.combine(partOf ?? "")
    hash.combine(when)
    hash.combine(place)
    hash.combine(event)
    hash.combine(rule)
    combineValues(into: &hash)
    for field in extra {
      hash.combine(field.column)
      hash.combine(field.value)
    }
    return hash.value
  }

  private func combineValues(into hash: inout RowHash) {
    hash.combine(published)
    hash.combine(from)
    hash.combine(to)
    hash.combine(span?.start)
    hash.combine(span?.end)
    hash.combine(quantity.low)
    hash.combine(quantity.high)
    hash.combine(interval.low)
    hash.combine(interval.best)
    hash.combine(interval.high)
    hash.combine(confidence)
    hash.combine(quantity.qualifier.rawValue)
    hash.combine(outcome.rawValue)
    hash.combine(status.rawValue)
    hash.combine(attribution.type.rawValue)
    hash.combine(stance.rawValue)
    hash.combine(scope.rawValue)
    hash.combine(attribution.via.count)
    for relay in attribution.via { hash.combine(relay) }
  }

  /// The hash of what is said, whoever printed it: copies of one statement share it.
  var substance: UInt64 {
    var hash = RowHash()
    hash.combine(party)
    hash.combine(event)
    hash.combine(attribution.source)
    if attribution.source.isEmpty {
      hash.combine(publisher)
      if publisher.isEmpty { hash.combine(documentID) }
    }
    if scope != .cumulative, event.isEmpty, place.isEmpty { hash.combine(documentID) }
    hash.combine(status.rawValue)
    hash.combine(outcome.rawValue)
    hash.combine(scope.rawValue)
    hash.combine(stance.rawValue)
    hash.combine(quantity.qualifier.rawValue)
    hash.combine(quantity.low)
    hash.combine(quantity.high)
    hash.combine(place)
    hash.combine(from)
    hash.combine(to)
    return hash.value.high
  }

  /// The hash of the sentence with its figure, whoever printed it; 0 where there is no sentence.
  var saying: UInt64 {
    guard !quote.isEmpty else { return 0 }
    var hash = RowHash()
    hash.combine(quote)
    hash.combine(expression)
    hash.combine(quantity.low)
    hash.combine(quantity.high)
    hash.combine(outcome.rawValue)
    return hash.value.high
  }
}
