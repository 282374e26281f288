/// A set of words with small numbers for names, so that text is compared by number.
///
/// Words are compared as lower-case UTF-8: ASCII letters are folded, and so are the two-byte Latin,
/// Greek and Cyrillic capitals whose small letter is a fixed distance away. Looking a word up
/// allocates nothing and mostly touches one line of memory, as most words are short enough to stand
/// in the table itself.
package struct WordTable: Sendable {
  /// A place of the hash table.
  private struct Slot {
    /// The word's bytes where it has at most eight, else their hash.
    var key: UInt64 = 0
    /// The word's length in bytes.
    var length: Int32 = 0
    /// The word's number; -1 where the slot is free.
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private var starts: [Int32] = [0]
  private var pool: [UInt8] = []

  /// An empty table.
  package init() {
    slots = Array(repeating: Slot(), count: 1 << 12)
  }

  /// The number of words.
  package var count: Int { starts.count - 1 }

  /// The number of a word that is in the table, in any case; -1 for another.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = Self.key(of: bytes)
    var index = home(of: key)
    while true {
      let slot = slots[index]
      if slot.number < 0 { return -1 }
      if slot.key == key, Int(slot.length) == bytes.count,
        bytes.count <= 8 || equals(slot.number, bytes)
      {
        return slot.number
      }
      index = (index + 1) & (slots.count - 1)
    }
  }

  /// The number of a word, which is added where it is new.
  package mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let known = number(of: bytes)
    if known >= 0 { return known }
    let added = Int32(count)
    for index in 0..<bytes.count { pool.append(Self.folded(bytes, index)) }
    starts.append(Int32(pool.count))
    if count * 2 > slots.count { grow() }
    place(Slot(key: Self.key(of: bytes), length: Int32(bytes.count), number: added))
    return added
  }

  /// The word with a number, in lower case.
  package func word(_ number: Int32) -> String {
    guard number >= 0, Int(number) < count else { return "" }
    return String(
      decoding: pool[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])], as: UTF8.self)
  }

  private func equals(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(number)])
    for index in 0..<bytes.count where pool[start + index] != Self.folded(bytes, index) {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var index = home(of: slot.key)
    while slots[index].number >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  /// The slot at which the search for a word starts.
  private func home(of key: UInt64) -> Int {
    // A product's high bits depend on all bits of the key.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  /// A short word's folded bytes, else a hash of them.
  private static func key(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    if bytes.count <= 8 {
      for index in 0..<bytes.count { key = key << 8 | UInt64(folded(bytes, index)) }
    } else {
      for index in 0..<bytes.count {
        key = (key ^ UInt64(folded(bytes, index))) &* 0x100_0000_01b3
      }
    }
    return key
  }

  /// The byte at an index as it stands in the word's lower-case form.
  @inline(__always)
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    let byte = bytes[index]
    if byte < 0x80 {
      return byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    // The second byte of a Latin-1 capital letter (U+00C0 to U+00DE without U+00D7).
    if index > 0, bytes[index - 1] == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
      return byte + 0x20
    }
    return byte
  }
}
