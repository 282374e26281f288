package import ClaimModel
import DelimitedText
package import Lexicons

/// The words of reports in one language, and how it writes numbers.
///
/// Takes `words/<language>/report.csv`, a text a key. A text may have places for values, `{count}`,
/// which it must have where the English one has them, and forms for counts, `claim|claims`, as many
/// as its plural rule asks for. Refuses a table that lacks a key or has one that no report uses.
package struct ReportWords: Sendable {
  /// The language as a BCP 47 tag.
  package let language: String
  /// How numbers are written.
  package let numbers: NumberStyle
  private let texts: [ReportWord: String]
  private let plural: PluralRule

  /// The words that reports use unless asked for others.
  package static let english: ReportWords = {
    let texts = (try? ReportWords.read("en", from: .embedded)) ?? [:]
    return ReportWords(language: "en", texts: texts, plural: .oneOther)
  }()

  /// Reads a language's words.
  ///
  /// - Parameters:
  ///   - language: A BCP 47 tag that names a folder of `words/`.
  ///   - files: Where the folder lies.
  /// - Throws: An `InputFault` where there is no such language or its table does not hold every word.
  package init(language: String, from files: DataFiles) throws(InputFault) {
    let path = Self.path(language)
    let texts = try Self.read(language, from: files)
    guard let rule = texts[.pluralRule].flatMap(PluralRule.init) else {
      throw Self.fault(
        path, .pluralRule, "no rule of that name",
        "give one of \(PluralRule.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    for word in ReportWord.allCases {
      guard let text = texts[word] else {
        throw Self.fault(
          path, word, "it is missing", "add it; the English table says what it is for")
      }
      let isCounted = Self.english.forms(word).count > 1
      if isCounted, Self.forms(text).count != rule.forms {
        throw Self.fault(
          path, word, "\(Self.forms(text).count) forms", "give \(rule.forms), with | between them")
      }
      for form in isCounted ? Self.forms(text) : [text] {
        let (given, wanted) = (Self.places(form), Self.english.places(word))
        guard given != wanted else { continue }
        throw Self.fault(
          path, word, "its places are \(given.sorted()), not \(wanted.sorted())",
          "use the places of the English text")
      }
    }
    self.init(language: language, texts: texts, plural: rule)
  }

  private init(language: String, texts: [ReportWord: String], plural: PluralRule) {
    self.language = language
    self.texts = texts
    self.plural = plural
    numbers = NumberStyle(texts)
  }

  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool { self[.direction] == "rtl" }

  /// A word without places.
  package subscript(_ word: ReportWord) -> String { texts[word] ?? "" }

  /// A text with its places filled in.
  package func callAsFunction(_ word: ReportWord, _ values: [String: String]) -> String {
    Self.fill(self[word], values)
  }

  /// A count with its noun: '1 claim', '12 claims'.
  package func count(_ word: ReportWord, _ count: Int) -> String {
    Self.fill(noun(word, count), ["count": numbers.count(count)])
  }

  /// The form of a noun that goes with a count.
  func noun(_ word: ReportWord, _ count: Int) -> String {
    let forms = forms(word)
    return forms[min(plural.form(count), forms.count - 1)]
  }

  /// A text with its own markup characters escaped and its places filled in with markup.
  func markup(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    var text = ""
    for scalar in self[word].unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return Self.fill(text, values)
  }

  /// The names of the places of a word's text.
  func places(_ word: ReportWord) -> Set<String> {
    Set(forms(word).flatMap { Self.places($0) })
  }

  /// The forms of a word's text.
  func forms(_ word: ReportWord) -> [String] { Self.forms(self[word]) }

  private static func forms(_ text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  private static func places(_ text: String) -> Set<String> {
    var names: Set<String> = []
    _ = replacing(text) { name in
      names.insert(name)
      return ""
    }
    return names
  }

  /// The text with its places filled in; what is filled in is not looked at again.
  static func fill(_ text: String, _ values: [String: String]) -> String {
    values.isEmpty ? text : replacing(text) { values[$0] ?? "" }
  }

  private static func replacing(_ text: String, _ value: (String) -> String) -> String {
    var result = ""
    var name: String?
    for scalar in text.unicodeScalars {
      switch (scalar, name) {
      case ("{", nil): name = ""
      case ("}", let known?):
        result += value(known)
        name = nil
      case (_, nil): result.unicodeScalars.append(scalar)
      default: name?.unicodeScalars.append(scalar)
      }
    }
    return result + (name.map { "{" + $0 } ?? "")
  }

  private static func path(_ language: String) -> String { "words/\(language)/report.csv" }

  private static func read(
    _ language: String, from files: DataFiles
  ) throws(InputFault) -> [ReportWord: String] {
    let path = path(language)
    var texts: [ReportWord: String] = [:]
    for row in try files.table(at: path).rows {
      guard let word = ReportWord(rawValue: row["key"]) else {
        throw InputFault(
          subject: path, problem: "no report uses the word '\(row["key"])'",
          advice: "take the row out, or mend the key")
      }
      texts[word] = row["text"]
    }
    return texts
  }

  private static func fault(
    _ path: String, _ word: ReportWord, _ problem: String, _ advice: String
  ) -> InputFault {
    InputFault(subject: path, problem: "the word '\(word.rawValue)': \(problem)", advice: advice)
  }
}

extension NumberStyle {
  /// How numbers are written with some words.
  fileprivate init(_ texts: [ReportWord: String]) {
    func text(_ word: ReportWord) -> String { texts[word] ?? "" }
    let units: [(Int, ReportWord)] = [
      (1, .numberUnit1), (10, .numberUnit10), (12, .numberUnit12), (20, .numberUnit20),
      (100, .numberUnit100), (1000, .numberUnit1000), (10_000, .numberUnit10000),
      (100_000, .numberUnit100000), (1_000_000, .numberUnit1000000),
    ]
    self.init(
      groupSeparator: text(.numberGroup), groupedFrom: Int(text(.numberGroupedFrom)) ?? 4,
      decimalSeparator: text(.numberDecimal), rangeDash: text(.numberRange),
      missing: text(.numberMissing),
      words: NumberWords(
        about: text(.numberAbout), nearly: text(.numberNearly), million: text(.numberMillion),
        billion: text(.numberBillion),
        units: Dictionary(uniqueKeysWithValues: units.map { ($0, text($1)) }),
        compact: [
          10_000: text(.numberCompactThousand), 1_000_000: text(.numberCompactMillion),
          1_000_000_000: text(.numberCompactBillion),
        ]))
  }
}
