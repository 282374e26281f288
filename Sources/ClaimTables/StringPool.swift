import DelimitedText

/// Strings that stand in many rows, kept once.
///
/// A table of ten million claims names a few thousand parties, sources and publishers. The pool
/// holds the first few thousand different strings of a column and then takes no more, so a column
/// of unlike strings costs little. Claims of one document, and of one sentence, stand in rows next
/// to each other, so the last string is tried first.
struct StringPool {
  private var last = ""
  private var strings: [String] = []
  private var hashes: [UInt64] = []
  private var slots: [Int32]
  private static let capacity = 4096
  private static let slotCount = 16_384

  /// A pool without strings.
  ///
  /// - Parameter keepsOnlyLast: Whether the column's strings recur in neighbouring rows only.
  init(keepsOnlyLast: Bool) {
    slots = keepsOnlyLast ? [] : Array(repeating: -1, count: Self.slotCount)
  }

  /// The bytes as a string; nil where they are no UTF-8.
  mutating func string(_ bytes: UnsafeRawBufferPointer) -> String? {
    // Up to 15 bytes stand in the string value itself, at no cost.
    if bytes.count <= 15 { return FieldParsing.text(bytes) }
    if Self.equal(last, bytes) { return last }
    guard let string = slots.isEmpty ? FieldParsing.text(bytes) : shared(bytes) else { return nil }
    last = string
    return string
  }

  /// The bytes as a string that is kept for all rows to come, while there is room.
  private mutating func shared(_ bytes: UnsafeRawBufferPointer) -> String? {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, Self.equal(strings[index], bytes) { return strings[index] }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    guard let string = FieldParsing.text(bytes) else { return nil }
    if strings.count < Self.capacity {
      slots[slot] = Int32(strings.count)
      strings.append(string)
      hashes.append(hash)
    }
    return string
  }

  private static func equal(_ string: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var string = string
    return string.withUTF8 { FieldParsing.equal(UnsafeRawBufferPointer($0), bytes) }
  }

  /// Eight bytes a step; only for finding strings in this process, never for ids.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = hash &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      offset += 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01b3
      offset += 1
    }
    hash ^= hash >> 29
    return hash
  }
}
