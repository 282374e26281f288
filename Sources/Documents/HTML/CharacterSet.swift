#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decodes pages, whose encoding a mark, a header or the page itself may name.
///
/// In the order of the WHATWG's encoding sniffing: byte order mark, header, `<meta>`, XML
/// declaration. A page that names Latin-1 and is valid UTF-8 is UTF-8; one that names UTF-8 or
/// nothing and is not is Windows-1252, where that fits.
enum CharacterSet {
  /// How much of a page is searched for its encoding's name.
  private static let searched = 4096

  /// Decodes a page.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - header: The encoding that the transport named; nil where it named none.
  /// - Returns: The page's text and what had to be mended.
  static func decode(_ bytes: [UInt8], header: String?) -> DecodedText {
    let (marked, length) = TextDecoding.byteOrderMark(of: bytes)
    if let marked {
      return TextDecoding.decode(Array(bytes[length...]), as: marked, offset: length)
    }
    let label = (header ?? declared(in: bytes))?.lowercased()
    switch label {
    case nil, "", "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be":
      // A page that says UTF-16 in ASCII letters is not UTF-16.
      return decodeAsDefault(bytes)
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "windows-1252", "cp1252", "us-ascii",
      "ascii", "iso_8859-1":
      if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
        return DecodedText(text: text)
      }
      return DecodedText(
        text: Windows1252.decode(bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes))
    case let label?:
      guard let text = convert(bytes, from: label) else { return decodeAsDefault(bytes) }
      return DecodedText(text: text)
    }
  }

  /// Browsers fall back to Windows-1252 without a word; what must be mended beyond that is said.
  private static func decodeAsDefault(_ bytes: [UInt8]) -> DecodedText {
    var decoded = TextDecoding.decode(bytes)
    if let repair = decoded.repair, repair.problem.contains("Windows-1252") { decoded.repair = nil }
    return decoded
  }

  /// The encoding that a page names near its beginning; nil where it names none.
  static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(searched).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for key in ["charset" as StaticString, "encoding"] {
      guard let found = start.firstRange(of: key) else { continue }
      var rest = start[(found + key.utf8CodeUnitCount)...].drop { isSpace($0) }
      guard rest.popFirst() == UInt8(ascii: "=") else { continue }
      rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      let label = rest.prefix { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      }
      if !label.isEmpty, label.count < 40 { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Converts with the system's tables; nil where it has none of that name.
  ///
  /// Bytes that stand for nothing become U+FFFD.
  static func convert(_ bytes: [UInt8], from label: String) -> String? {
    guard let converter = iconv_open("UTF-8", label), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    let chunk = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 65_536)
    defer { chunk.deallocate() }
    input.withUnsafeMutableBytes { buffer in
      var next = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0 {
        var target = chunk.baseAddress
        var room = chunk.count
        let status = iconv(converter, &next, &left, &target, &room)
        let code = errno
        output += chunk[..<(chunk.count - room)].lazy.map { UInt8(bitPattern: $0) }
        if status != -1 { break }
        if code == E2BIG, room < chunk.count { continue }
        output += [0xEF, 0xBF, 0xBD]
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    if output.contains(0) { output = output.replacingNULs() }
    return String(decoding: output, as: UTF8.self)
  }
}
