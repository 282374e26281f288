internal import ClaimModel
internal import Lexicons

/// Searches of text by bytes, in any case of ASCII letters.
enum ByteSearch {
  /// Whether a text holds some lower-case ASCII words, in any case.
  static func has(_ words: String, in text: String) -> Bool {
    var text = text
    var words = words
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard let first = words.first, text.count >= words.count else { return false }
        for start in 0...(text.count - words.count) where lower(text[start]) == first {
          var offset = 1
          while offset < words.count, lower(text[start + offset]) == words[offset] { offset += 1 }
          if offset == words.count { return true }
        }
        return false
      }
    }
  }

  /// The byte in lower case, where it is an ASCII letter.
  static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

/// The words of losses, which are read as deaths where they need not be.
enum LossWords {
  /// Whether a claim of deaths rests on a sentence that speaks of losses and of no death.
  ///
  /// 'Irrecoverable losses' are the dead, the missing, the captured and the disabled together.
  static func areAllThatIsSaid(in claim: Claim, _ words: ComparisonWords) -> Bool {
    let text = claim.quote
    guard words.losses.contains(where: { ByteSearch.has($0, in: text) }) else { return false }
    return !words.deaths.contains {
      ByteSearch.has($0, in: text) || ByteSearch.has($0, in: claim.victims)
    }
  }
}
