/// Text made fit for HTML and XML: no document's words can become markup.
enum MarkupEscape {
  /// The text for element content and for attribute values in double quotes.
  ///
  /// Control characters that XML forbids become the replacement character.
  static func text(_ text: String) -> String {
    guard text.utf8.contains(where: needsCare) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += Array("&amp;".utf8)
      case 0x3C: bytes += Array("&lt;".utf8)
      case 0x3E: bytes += Array("&gt;".utf8)
      case 0x22: bytes += Array("&quot;".utf8)
      case 0x27: bytes += Array("&#39;".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0...0x1F, 0x7F: bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
    // U+FFFE and U+FFFF are no characters of XML.
    return String(decoding: bytes, as: UTF8.self).replacingNoncharacters()
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
      || byte == 0x7F || byte == 0xEF
  }

  /// The address if it leads to the web; nil for scripts, files and relative paths.
  ///
  /// Spaces and control characters come percent-encoded.
  static func webAddress(_ url: String) -> String? {
    let lower = url.utf8.prefix(8).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    guard lower.starts(with: "https://".utf8) || lower.starts(with: "http://".utf8) else {
      return nil
    }
    guard url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return url }
    var address = ""
    for scalar in url.unicodeScalars {
      let isBare = scalar.value > 0x20 && scalar.value != 0x7F
      address += isBare ? String(scalar) : percentEncoded(String(scalar))
    }
    return address
  }

  /// A web address in which nothing is left that Markdown, wikitext or LaTeX could read as markup;
  /// nil where it leads elsewhere than to the web.
  static func strictAddress(_ url: String) -> String? {
    guard let address = webAddress(url) else { return nil }
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in address.unicodeScalars {
      switch scalar {
      case "A"..."Z", "a"..."z", "0"..."9", ":", "/", "?", ".", ",", "-", "+", "@", ";", "!",
        "&", "#", "%":
        result.unicodeScalars.append(scalar)
      // Two of these in a row are markup; a single one is a common part of addresses.
      case "_" where previous != "_", "=" where previous != "=":
        result.unicodeScalars.append(scalar)
      default: result += percentEncoded(String(scalar))
      }
      previous = scalar
    }
    return result
  }

  /// Text for a part of an address: everything but letters and digits is percent-encoded.
  static func percentEncoded(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      default: bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate func replacingNoncharacters() -> String {
    guard unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
