/// The code page of Western Windows, which the web also means by ISO-8859-1 (WHATWG Encoding).
enum Windows1252 {
  /// Whether a byte stands for a character.
  static func defines(_ byte: UInt8) -> Bool {
    !(0x80...0x9F).contains(byte) || high[Int(byte) - 0x80] != 0
  }

  /// Decodes bytes; the five undefined ones become U+FFFD.
  static func decode(_ bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      var value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
      if value == 0 { value = 0xFFFD }
      if value < 0x800 {
        text.append(UInt8(0xC0 | value >> 6))
      } else {
        text.append(UInt8(0xE0 | value >> 12))
        text.append(UInt8(0x80 | value >> 6 & 0x3F))
      }
      text.append(UInt8(0x80 | value & 0x3F))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The code points of 0x80 to 0x9F; 0 where there is none.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
