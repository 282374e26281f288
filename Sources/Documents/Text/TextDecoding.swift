/// Text that was decoded from bytes, and what had to be mended.
struct DecodedText {
  /// The text.
  var text: String
  /// What was mended, as words for a fault; nil where nothing was.
  var repair: Repair?

  /// One thing that was mended in a text.
  struct Repair {
    /// Where it first happened.
    var byte: Int
    /// What was found and what was made of it.
    var problem: String
  }
}

/// Decodes texts whose encoding nobody names: a byte order mark decides, else UTF-8.
///
/// Bytes that are no UTF-8 are read as Windows-1252 where the whole text looks like that (no
/// multi-byte UTF-8 sequence anywhere and every byte defined), as old texts of newsrooms do; in a
/// text that is mostly UTF-8 they become U+FFFD, one for each maximal broken sequence, as the
/// Unicode standard recommends. Both are reported. NUL bytes become U+FFFD too: no text means them.
enum TextDecoding {
  /// Decodes a whole text; a byte order mark is left out, nothing else is changed.
  static func decode(_ bytes: [UInt8]) -> DecodedText {
    let (encoding, mark) = byteOrderMark(of: bytes)
    if let encoding {
      return decode(Array(bytes[mark...]), as: encoding, offset: mark)
    }
    if let encoding = unmarkedUTF16(bytes) {
      return decode(bytes, as: encoding, offset: 0)
    }
    return decodeUTF8(bytes, offset: 0)
  }

  /// The Unicode encodings that a byte order mark can tell.
  enum Encoding {
    case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian
  }

  /// The encoding that the first bytes mark, and the mark's length.
  static func byteOrderMark(of bytes: some RandomAccessCollection<UInt8>) -> (Encoding?, Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return (nil, 0)
  }

  /// Decodes bytes of a known Unicode encoding.
  ///
  /// - Parameters:
  ///   - bytes: The bytes behind the mark.
  ///   - encoding: The encoding.
  ///   - offset: Where they begin in the file, for the report.
  /// - Returns: The text, and what had to be mended.
  static func decode(_ bytes: [UInt8], as encoding: Encoding, offset: Int) -> DecodedText {
    switch encoding {
    case .utf8: return decodeUTF8(bytes, offset: offset)
    case .utf16LittleEndian, .utf16BigEndian:
      return decodeUTF16(bytes, bigEndian: encoding == .utf16BigEndian, offset: offset)
    case .utf32LittleEndian, .utf32BigEndian:
      return decodeUTF32(bytes, bigEndian: encoding == .utf32BigEndian, offset: offset)
    }
  }

  // MARK: - UTF-8

  private static func decodeUTF8(_ bytes: [UInt8], offset: Int) -> DecodedText {
    let nul = bytes.firstIndex(of: 0)
    if nul == nil, let text = String(validating: bytes, as: UTF8.self) {
      return DecodedText(text: text)
    }
    let survey = UTF8Survey(of: bytes)
    if let first = survey.firstBroken, survey.looksLikeWindows1252, nul == nil {
      return DecodedText(
        text: Windows1252.decode(bytes),
        repair: .init(byte: offset + first, problem: "not UTF-8; it was read as Windows-1252"))
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if nul != nil {
      text = String(decoding: Array(text.utf8).replacingNULs(), as: UTF8.self)
    }
    let first = min(survey.firstBroken ?? .max, nul ?? .max)
    let what =
      survey.firstBroken == nil ? "NUL bytes" : nul == nil ? "broken UTF-8" : "broken UTF-8, NULs"
    return DecodedText(
      text: text, repair: .init(byte: offset + first, problem: "\(what); U+FFFD stands there now"))
  }

  // MARK: - UTF-16 and UTF-32

  /// Recognizes UTF-16 without a mark: Western text has a NUL in nearly every other byte.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Encoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 8, sample.contains(0) else { return nil }
    var nuls = (even: 0, odd: 0)
    for index in sample.indices where sample[index] == 0 {
      if index % 2 == 0 { nuls.even += 1 } else { nuls.odd += 1 }
    }
    let half = sample.count / 2
    if nuls.odd > half * 7 / 10, nuls.even < half / 20 { return .utf16LittleEndian }
    if nuls.even > half * 7 / 10, nuls.odd < half / 20 { return .utf16BigEndian }
    return nil
  }

  private static func decodeUTF16(_ bytes: [UInt8], bigEndian: Bool, offset: Int) -> DecodedText {
    let units = (0..<(bytes.count / 2)).map { index -> UInt16 in
      let first = UInt16(bytes[2 * index])
      let second = UInt16(bytes[2 * index + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var text = String(decoding: units.lazy.map { $0 == 0 ? 0xFFFD : $0 }, as: UTF16.self)
    var broken: Int?
    if String(validating: units, as: UTF16.self) == nil || units.contains(0) {
      broken = 0
    }
    if bytes.count % 2 == 1 {
      text += "\u{FFFD}"
      broken = bytes.count - 1
    }
    return DecodedText(
      text: text,
      repair: broken.map {
        .init(byte: offset + $0, problem: "broken UTF-16; U+FFFD stands there now")
      })
  }

  private static func decodeUTF32(_ bytes: [UInt8], bigEndian: Bool, offset: Int) -> DecodedText {
    var text = String.UnicodeScalarView()
    var broken: Int?
    for index in stride(from: 0, to: bytes.count, by: 4) {
      var value: UInt32 = 0
      if index + 4 <= bytes.count {
        for byte in 0..<4 {
          value |= UInt32(bytes[index + byte]) << UInt32(8 * (bigEndian ? 3 - byte : byte))
        }
      }
      if value != 0, let scalar = Unicode.Scalar(value) {
        text.append(scalar)
      } else {
        text.append("\u{FFFD}")
        broken = broken ?? index
      }
    }
    return DecodedText(
      text: String(text),
      repair: broken.map {
        .init(byte: offset + $0, problem: "broken UTF-32; U+FFFD stands there now")
      })
  }
}

extension [UInt8] {
  /// The bytes with U+FFFD for each NUL.
  func replacingNULs() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 64)
    for byte in self {
      if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
    }
    return bytes
  }
}
