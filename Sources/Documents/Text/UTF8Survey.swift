/// What a look over bytes that are not all UTF-8 found.
struct UTF8Survey {
  /// The offset of the first byte that belongs to no well-formed sequence.
  private(set) var firstBroken: Int?
  /// Whether a well-formed sequence of two bytes or more was seen.
  private(set) var hasMultibyte = false
  /// Whether every stray byte stands for a character in Windows-1252.
  private(set) var allDefinedInWindows1252 = true
  /// Whether the only thing broken is a sequence that the end of the bytes cuts off.
  private(set) var onlyCutOffAtEnd = true

  /// Whether the bytes are better read as Windows-1252 than as broken UTF-8.
  var looksLikeWindows1252: Bool {
    firstBroken != nil && !hasMultibyte && allDefinedInWindows1252 && !onlyCutOffAtEnd
  }

  init(of bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = Self.sequenceLength(at: index, in: bytes)
      if length > 0 {
        hasMultibyte = true
        index += length
        continue
      }
      firstBroken = firstBroken ?? index
      if !Windows1252.defines(byte) { allDefinedInWindows1252 = false }
      let isLead = byte >= 0xC2 && byte <= 0xF4
      let rest = bytes[(index + 1)...]
      if !(isLead && rest.count < 3 && rest.allSatisfy { $0 & 0xC0 == 0x80 }) {
        onlyCutOffAtEnd = false
        index += 1
      } else {
        break
      }
    }
  }

  /// The length of the well-formed sequence that starts here, by table 3-7 of the Unicode
  /// standard; 0 where none does.
  private static func sequenceLength(at index: Int, in bytes: [UInt8]) -> Int {
    func follows(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch bytes[index] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
