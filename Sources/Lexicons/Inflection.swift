/// The forms of English words that the lexicons list by lemma.
package enum Inflection {
  /// The form of a verb.
  package enum VerbForm: Hashable, Sendable {
    case base, s, past, participle, gerund
  }

  /// The forms of a verb or verbal phrase, of which the first word is inflected.
  ///
  /// - Parameters:
  ///   - lemma: the base form: `kill`, `take hostage`.
  ///   - past: irregular past forms, the past tense first; empty for a regular verb.
  ///   - gerund: an irregular gerund; empty for a regular one.
  /// - Returns: each form with its text, the base form first.
  package static func forms(ofVerb lemma: String, past: [String], gerund: String) -> [(
    String, VerbForm
  )] {
    let words = lemma.split(separator: " ", maxSplits: 1)
    guard let head = words.first.map(String.init) else { return [] }
    let rest = words.count > 1 ? " " + words[1] : ""
    var forms: [(String, VerbForm)] = [
      (head + rest, .base), (thirdPerson(head) + rest, .s),
      ((gerund.isEmpty ? Self.gerund(head) : gerund) + rest, .gerund),
    ]
    if let first = past.first {
      forms.append((first + rest, .past))
      forms.append(((past.count > 1 ? past[1] : first) + rest, .participle))
      for other in past.dropFirst(2) { forms.append((other + rest, .participle)) }
    } else {
      forms.append((regularPast(head) + rest, .past))
      forms.append((regularPast(head) + rest, .participle))
    }
    return forms
  }

  /// The plural of a noun or of the last word of a phrase.
  package static func plural(_ noun: String) -> String {
    let bytes = Array(noun.utf8)
    guard let last = bytes.last else { return noun }
    if noun.hasSuffix("man"), noun != "human", noun != "german", noun != "roman", noun != "shaman" {
      return String(noun.dropLast(2)) + "en"
    }
    if noun.hasSuffix("person") { return String(noun.dropLast(6)) + "people" }
    if noun.hasSuffix("child") { return noun + "ren" }
    if noun == "life" || noun.hasSuffix(" life") || noun.hasSuffix("wife") || noun == "thief" {
      return String(noun.dropLast(2)) + "ves"
    }
    if last == 0x79, bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return String(noun.dropLast()) + "ies"
    }
    if last == 0x73 || last == 0x78 || last == 0x7A || noun.hasSuffix("ch") || noun.hasSuffix("sh")
    {
      return noun + "es"
    }
    return noun + "s"
  }

  private static func thirdPerson(_ verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard let last = bytes.last else { return verb }
    if last == 0x79, bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return String(verb.dropLast()) + "ies"
    }
    if last == 0x73 || last == 0x78 || last == 0x7A || last == 0x6F || verb.hasSuffix("ch")
      || verb.hasSuffix("sh")
    {
      return verb + "es"
    }
    return verb + "s"
  }

  private static func gerund(_ verb: String) -> String {
    if verb.hasSuffix("ie") { return String(verb.dropLast(2)) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), verb.utf8.count > 2 {
      return String(verb.dropLast()) + "ing"
    }
    return verb + "ing"
  }

  private static func regularPast(_ verb: String) -> String {
    let bytes = Array(verb.utf8)
    guard let last = bytes.last else { return verb }
    if last == 0x65 { return verb + "d" }
    if last == 0x79, bytes.count > 1, !isVowel(bytes[bytes.count - 2]) {
      return String(verb.dropLast()) + "ied"
    }
    return verb + "ed"
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}
