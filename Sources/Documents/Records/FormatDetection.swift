extension InputFormat {
  /// Tells the format of a file from its first bytes and its name.
  ///
  /// Formats with a signature (PDF, WARC) go by that whatever the name says; then the name counts,
  /// for a `.txt` that begins with a tag is still text; of a nameless stream the content decides.
  static func detected(start: [UInt8], name: String) -> InputFormat {
    if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if start.starts(with: Array("WARC/".utf8)) { return .warc }
    if let dot = name.lastIndex(of: "."), dot != name.startIndex,
      let format = InputFormat(named: String(name[name.index(after: dot)...]))
    {
      return format
    }
    let (_, mark) = TextDecoding.byteOrderMark(of: start)
    // UTF-16 and UTF-32 show their ASCII once the NULs are out.
    let ascii = start[mark...].filter { $0 != 0 }.map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
    let content = ascii.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if content.first == UInt8(ascii: "{"), looksLikeRecord(content) { return .jsonLines }
    if content.first == UInt8(ascii: "<"), looksLikePage(content) { return .html }
    return .text
  }

  private static func looksLikeRecord(_ content: ArraySlice<UInt8>) -> Bool {
    let next = content.dropFirst().first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  private static func looksLikePage(_ content: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: content, as: UTF8.self)
    let opens = [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div",
    ]
    if opens.contains(where: { text.hasPrefix($0) }) { return true }
    // An XML declaration or a comment may come first.
    guard text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<p>") else {
      return false
    }
    return text.hasPrefix("<p>") || text.utf8.firstRange(of: "<html") != nil
  }
}

extension Sequence<UInt8> {
  /// The offset at which an ASCII text first stands; nil where it does not.
  func firstRange(of text: StaticString) -> Int? {
    let bytes = Array(self)
    let wanted = text.withUTF8Buffer { Array($0) }
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { start in
      bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
