/// Recognizes content that is no text at all.
enum BinaryContent {
  /// What the bytes hold, as words, where they are plainly no text; else nil.
  static func description(of bytes: some RandomAccessCollection<UInt8>) -> String? {
    for (magic, name) in signatures where bytes.starts(with: magic) { return name }
    if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) { return "a video or HEIF picture" }
    let (encoding, _) = TextDecoding.byteOrderMark(of: bytes)
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return nil }
    if encoding == .utf32LittleEndian || encoding == .utf32BigEndian { return nil }
    var controls = 0
    var nuls = 0
    var total = 0
    for byte in bytes.prefix(4096) {
      total += 1
      switch byte {
      case 0: nuls += 1
      case 0x01...0x08, 0x0E...0x1A, 0x1C...0x1F, 0x7F: controls += 1
      default: break
      }
    }
    // UTF-16 without a mark has NULs by the half but no other control characters.
    let isWideText = controls == 0 && nuls * 100 > total * 30 && nuls * 100 < total * 60
    if isWideText { return nil }
    return (controls + nuls) * 20 > total ? "binary data" : nil
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("RIFF".utf8), "a picture, sound or video"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive (or an Office document)"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "a database"),
    (Array("OggS".utf8), "a sound"),
    (Array("ID3".utf8), "a sound"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    (Array("BZh".utf8), "a bzip2 archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
    (Array("{\\rtf".utf8), "a Rich Text document"),
  ]
}
