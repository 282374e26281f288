/// A 64-bit hash that is the same on every machine and in every run, for ids (never for security).
///
/// FNV-1a over the bytes, then MurmurHash3's finalizer, so that near-equal inputs differ in all
/// digits. Fields are kept apart by a byte that UTF-8 never uses.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  /// Takes in one field.
  package mutating func combine(_ field: some StringProtocol) {
    combine(String(field))
  }

  /// Takes in one field.
  package mutating func combine(_ field: String) {
    var field = field
    field.withUTF8 { for byte in $0 { mix(byte) } }
    mix(0xFF)
  }

  /// Takes in one whole number.
  package mutating func combine(_ number: Int) {
    combine(String(number))
  }

  /// The hash of what was taken in.
  package var value: UInt64 {
    var h = state
    h ^= h >> 33
    h &*= 0xff51_afd7_ed55_8ccd
    h ^= h >> 33
    h &*= 0xc4ce_b9fe_1a85_ec53
    h ^= h >> 33
    return h
  }

  /// The hash as sixteen lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
