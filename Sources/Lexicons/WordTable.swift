/// A set of words with small numbers for names, so that text is compared by number.
///
/// Words are compared as lower-case UTF-8: ASCII letters are folded, and so are the two-byte Latin,
/// Greek and Cyrillic capitals whose small letter is a fixed distance away. Looking a word up
/// allocates nothing.
package struct WordTable: Sendable {
  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var pool: [UInt8] = []
  private var mask: Int

  /// An empty table.
  package init() {
    slots = Array(repeating: -1, count: 1 << 12)
    mask = slots.count - 1
  }

  /// The number of words.
  package var count: Int { starts.count - 1 }

  /// The number of a word that is in the table, in any case; -1 for another.
  package func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Self.hash(bytes) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return -1 }
      if equals(number, bytes) { return number }
      slot = (slot + 1) & mask
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
    place(added)
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
    guard Int(starts[Int(number) + 1]) - start == bytes.count else { return false }
    for index in 0..<bytes.count where pool[start + index] != Self.folded(bytes, index) {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for number in 0..<count - 1 { place(Int32(number)) }
  }

  private mutating func place(_ number: Int32) {
    let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    var slot = pool[range].withUnsafeBufferPointer { Self.hash($0) } & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<bytes.count {
      hash = (hash ^ UInt64(folded(bytes, index))) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff)
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
