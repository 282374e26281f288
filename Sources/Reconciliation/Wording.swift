internal import ClaimModel
internal import Lexicons

/// Names and numbers as findings' sentences write them.
enum Wording {
  /// A name for comparing: lower case, without a leading article, single spaces.
  static func plainKey(_ name: String, _ vocabulary: ComparisonWords) -> String {
    var words: [[UInt8]] = [[]]
    for byte in name.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        if words[words.count - 1].isEmpty { continue }
        words.append([])
      } else {
        words[words.count - 1].append(ByteSearch.lower(byte))
      }
    }
    if words[words.count - 1].isEmpty { words.removeLast() }
    if words.count > 1, vocabulary.articles.contains(String(decoding: words[0], as: UTF8.self)) {
      words.removeFirst()
    }
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// A text cut at every place where a separator stands.
  static func split(_ text: String, at separator: String) -> [String] {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// A count with its digits in groups: `46,000`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude).utf8)
    var text: [UInt8] = count < 0 ? [0x2D] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(0x2C) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A count in words of millions where it has no digit below a hundred thousand: `1.2 million`.
  static func rounded(_ count: Int) -> String {
    for (unit, word) in [(1_000_000_000, "billion"), (1_000_000, "million")] where count >= unit {
      if count % unit == 0 { return "\(grouped(count / unit)) \(word)" }
      if count % (unit / 10) == 0 {
        return "\(grouped(count / unit)).\(count % unit / (unit / 10)) \(word)"
      }
    }
    return grouped(count)
  }

  /// A figure as it was said: `46,000`, `about 1 million`, `at least 20`, `200 to 300`.
  ///
  /// A word such as 'dozens' is quoted with the interval that it was read as.
  static func figure(_ quantity: Quantity, expression: String, interval: Interval) -> String {
    switch quantity.qualifier {
    case .exact: return grouped(quantity.low)
    case .about: return "about \(rounded(quantity.low))"
    case .nearly: return "nearly \(rounded(quantity.low))"
    case .atLeast: return "at least \(rounded(quantity.low))"
    case .moreThan: return "more than \(rounded(quantity.low))"
    case .atMost: return "at most \(rounded(quantity.low))"
    case .fewerThan: return "fewer than \(rounded(quantity.low))"
    case .range: return "\(grouped(quantity.low)) to \(grouped(quantity.high))"
    case .indefinite:
      let isStart = startsUpper(expression) && !isUpper(expression)
      let said =
        isStart ? lowercased(String(expression.prefix(1))) + expression.dropFirst() : expression
      let words = said.isEmpty ? "an indefinite number" : "'\(said)'"
      return interval.low == nil && interval.high == nil
        ? words : "\(words) (\(ends(of: interval)))"
    }
  }

  /// A figure behind a verb: `at 46,000`, `at 20 or more`, where 'at at least 20' would stumble.
  static func at(_ figure: String) -> String {
    for (words, ending) in [("at least ", " or more"), ("at most ", " or fewer")]
    where figure.hasPrefix(words) {
      return "at " + figure.dropFirst(words.utf8.count) + ending
    }
    return "at " + figure
  }

  /// The ends of an interval: `200,000 to 900,000`, `at least 20`, `at most 30`, `12`.
  static func ends(of interval: Interval) -> String {
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      low == high ? grouped(low) : "\(grouped(low)) to \(grouped(high))"
    case (let low?, nil): "at least \(grouped(low))"
    case (nil, let high?): "at most \(grouped(high))"
    case (nil, nil): "an unknown number"
    }
  }

  /// A ratio in thousandths for a sentence: `9.5`, `1.04`, `1,200`.
  static func times(_ thousandths: Int) -> String {
    if thousandths >= 100_000 { return grouped((thousandths + 500) / 1000) }
    if thousandths >= 1095 {
      let tenths = (thousandths + 50) / 100
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    let hundredths = (thousandths + 5) / 10
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Several names in a row: `A`, `A and B`, `A, B and C`, `A, B and 5 others`.
  static func list(_ names: [String], atMost limit: Int = 4) -> String {
    if names.count <= 1 { return names.first ?? "nobody" }
    if names.count <= limit {
      return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }
    let shown = names.prefix(limit - 1)
    return shown.joined(separator: ", ") + " and \(grouped(names.count - shown.count)) others"
  }

  /// A name in the possessive: `Zelensky's`, `officials'`, `United Nations'`.
  static func possessive(_ name: String, isPlural: Bool, _ words: ComparisonWords) -> String {
    let last = lowercased(split(name, at: " ").last ?? "")
    let takesApostrophe = last.hasSuffix("s") && (isPlural || words.pluralNames.contains(last))
    return takesApostrophe ? name + "'" : name + "'s"
  }

  /// Whether a name takes a verb in the plural: `officials`, `Reuters and Interfax`, `spokesmen for
  /// the brigade`, `police`.
  ///
  /// A proper name of the register does not, whatever its form: `United Nations`, `Ministry of
  /// Trade and Industry`.
  static func isPlural(_ name: String, isRegistered: Bool, _ words: ComparisonWords) -> Bool {
    let all = split(name, at: " ").filter { !$0.isEmpty }
    let isProper = isRegistered && all.dropFirst().contains(where: startsUpper)
    if !isProper, joinsTwo(all, words) { return true }
    let cut = all.dropFirst().firstIndex { words.prepositions.contains(lowercased($0)) }
    guard let head = cut.map({ all[$0 - 1] }) ?? all.last else { return false }
    let isName = startsUpper(head) && all.count > 1
    if isName && isProper { return false }
    if words.plurals.contains(lowercased(head)) { return true }
    return !startsUpper(head) && head.hasSuffix("s") && !head.hasSuffix("ss")
      && !head.hasSuffix("us") && !head.hasSuffix("is")
  }

  /// Whether 'and' stands between two speakers: not within a body's name such as `Ministry of
  /// Health and Welfare`.
  private static func joinsTwo(_ all: [String], _ words: ComparisonWords) -> Bool {
    guard let place = all.firstIndex(of: "and"), place > 0, place + 1 < all.count else {
      return false
    }
    let isWithin = all[..<place].contains { words.prepositions.contains($0) }
    return !isWithin
  }

  /// A name as it stands within a sentence: 'Officials', which began one, as 'officials'.
  static func inSentence(_ name: String, _ words: ComparisonWords) -> String {
    let lower = lowercased(name)
    return words.plurals.contains(lower) && !isUpper(name) ? lower : name
  }

  /// A name told from another of the same words by an adjective: `Russian officials`, `the Russian
  /// ministry`.
  static func qualified(_ name: String, by adjective: String, _ words: ComparisonWords) -> String {
    var parts = split(name, at: " ")
    if adjective.isEmpty || parts.contains(adjective) { return name }
    let hasArticle = parts.count > 1 && words.articles.contains(lowercased(parts[0]))
    parts.insert(adjective, at: hasArticle ? 1 : 0)
    return parts.joined(separator: " ")
  }

  /// A text with its ASCII letters in lower case.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map(ByteSearch.lower), as: UTF8.self)
  }

  /// Whether a text starts with an ASCII capital.
  static func startsUpper(_ text: String) -> Bool {
    text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// Whether a text has capitals and no small letters.
  static func isUpper(_ text: String) -> Bool {
    startsUpper(text) && !text.utf8.contains { (0x61...0x7A).contains($0) }
  }

  /// The text with its first letter in upper case.
  static func capitalized(_ text: String) -> String {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return text }
    return String(decoding: [first & 0xDF] + text.utf8.dropFirst(), as: UTF8.self)
  }
}
