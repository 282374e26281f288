/// When two phrases of different hands mean the same: by their content words.
struct WordRules {
  /// Gives the compatibility decomposition (NFKD) of a text.
  let decompose: (String) -> String

  /// Words that say nothing of who is meant.
  private static let stopWords: Set<String> = [
    "the", "a", "an", "of", "and", "or", "in", "for", "to", "by", "from", "on", "at", "with",
    "its", "his", "her", "their", "our", "some", "other", "others", "more", "people", "mr", "mrs",
    "ms", "dr",
  ]

  /// The content words of a phrase: case and possessive endings apart, in their order.
  func words(_ phrase: String) -> [String] {
    if phrase.isEmpty { return [] }
    let scalars = withoutPossessives(caseFolded(decompose(phrase)))
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in scalars {
      if Self.isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words.filter { !Self.stopWords.contains($0) }
  }

  /// Whether two phrases share a content word, singular or plural.
  func share(_ a: String, _ b: String) -> Bool {
    !Set(words(a).map(Self.stem)).isDisjoint(with: words(b).map(Self.stem))
  }

  /// Whether two names may be one: the content words of one are all in the other, or half of the
  /// smaller are shared and the last word of one is in the other.
  func namesAgree(_ a: String, _ b: String) -> Bool {
    let a = words(a).map(Self.stem)
    let b = words(b).map(Self.stem)
    guard let lastOfA = a.last, let lastOfB = b.last else { return a.isEmpty && b.isEmpty }
    let inA = Set(a)
    let inB = Set(b)
    if inA.isSubset(of: inB) || inB.isSubset(of: inA) { return true }
    return inA.intersection(inB).count * 2 >= min(inA.count, inB.count)
      && (inB.contains(lastOfA) || inA.contains(lastOfB))
  }

  /// A word without its plural ending: `soldiers` and `soldier`, `cities` and `city`.
  static func stem(_ word: String) -> String {
    guard word.unicodeScalars.count > 3 else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// A text with its letters' case taken away (Unicode full case folding).
  func caseFolded(_ text: String) -> String.UnicodeScalarView {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
        folded.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
      } else {
        folded.append(contentsOf: Self.caseFolding(of: scalar))
      }
    }
    return folded
  }

  /// Folding is lowering what was raised, so that `ß` becomes `ss` and `ς` becomes `σ`.
  private static func caseFolding(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    // The dotless i is its own folding, though its capital is the I of the dotted one.
    if scalar == "\u{131}" { return String.UnicodeScalarView([scalar]) }
    // Cherokee alone folds to its capitals, which are older than its small letters.
    if (0x13A0...0x13FD).contains(scalar.value) || (0xAB70...0xABBF).contains(scalar.value) {
      return scalar.properties.uppercaseMapping.unicodeScalars
    }
    var folded = String.UnicodeScalarView()
    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
      for upper in lower.properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return folded
  }

  /// The text without `'s` at the ends of words.
  private func withoutPossessives(
    _ text: String.UnicodeScalarView
  ) -> [Unicode.Scalar] {
    let scalars = Array(text)
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let isPossessive =
        (scalars[index] == "'" || scalars[index] == "\u{2019}") && index + 1 < scalars.count
        && scalars[index + 1] == "s"
        && (index + 2 == scalars.count
          || !(Self.isWordScalar(scalars[index + 2]) || scalars[index + 2] == "_"))
      if isPossessive {
        index += 2
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return kept
  }

  /// Whether words are made of it: letters, digits and other numbers; marks are none.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar >= "a" && scalar <= "z") || (scalar >= "0" && scalar <= "9")
        || (scalar >= "A" && scalar <= "Z")
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return scalar.properties.numericType != nil
    }
  }
}
