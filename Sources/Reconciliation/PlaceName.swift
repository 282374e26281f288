internal import Lexicons

/// A place as people would name it, read out of a phrase: `the northern city of Sumy, Ukraine` is
/// `Sumy`.
///
/// A phrase without a proper name (`at the hospital`, `in 18 cities`) names no place. A side of a
/// place is another one than the place: `south of Baghdad`.
struct PlaceName {
  /// The name; empty where the phrase has none.
  let name: String
  /// The name for comparing, in lower case.
  let key: String
  /// Whether it is a whole country or another party's ground, within which much can happen in a day.
  let isWide: Bool

  /// A place whose phrase was read before.
  init(name: String, key: String, isWide: Bool) {
    self.name = name
    self.key = key
    self.isWide = isWide
  }

  /// Reads a phrase.
  ///
  /// - Parameters:
  ///   - phrase: the words of the claim's place, with the words that point at it or without.
  ///   - facts: what points at a place, what kinds of places there are, which names are parties'.
  init(_ phrase: String, _ facts: RegisterFacts) {
    let words = facts.words
    let head = Wording.split(phrase, at: ",")[0]
    var name = Wording.split(head, at: " ").filter { !$0.isEmpty }
    let isUpper = !head.utf8.contains { (0x61...0x7A).contains($0) }
    func isName(_ word: String) -> Bool {
      let lower = Wording.lowercased(word)
      if words.placeOpeners.contains(lower) || words.articles.contains(lower) { return false }
      // Where all is in capitals, small words are told by what they are.
      let isSmall = words.placeHeads.contains(lower) || words.prepositions.contains(lower)
      return Self.hasCapital(word) && !(isUpper && isSmall)
    }
    // The last name of the phrase, from its first word on; small words behind it belong to it.
    var start: Int?
    for index in name.indices where isName(name[index]) {
      if index == 0 || !isName(name[index - 1]) { start = index }
    }
    guard let start else {
      self.name = ""
      key = ""
      isWide = false
      return
    }
    // 'south of Baghdad', 'to the southwest of San Salvador'.
    let side = start > 1 ? Wording.lowercased(name[start - 2]) : ""
    let isSide = words.directions.contains(side) && words.prepositions.contains(name[start - 1])
    name.removeFirst(isSide ? start - 2 : start)
    let kept = isSide ? 3 : 1
    let whole = name
    while name.count > kept, let last = name.last, !Self.hasCapital(last) || isUpper,
      words.placeHeads.contains(Wording.lowercased(last))
    {
      name.removeLast()
    }
    // 'a Shiite mosque', 'a Syrian school': what is left is no place's name.
    if name.count < whole.count, facts.party(name.joined(separator: " ")) != nil { name = whole }
    self.name = name.joined(separator: " ")
    key = Wording.plainKey(self.name, words)
    isWide = facts.isCountry(self.name)
  }

  /// Whether a word has a capital anywhere: `al-Sameen` is a name too.
  private static func hasCapital(_ word: String) -> Bool {
    word.utf8.contains { (0x41...0x5A).contains($0) }
      || word.unicodeScalars.first.map { $0.value > 0x7F } ?? false
  }
}

/// The names of the places of one input, each phrase read once.
struct PlaceNames {
  private let facts: RegisterFacts
  private var known: [Int32: PlaceName] = [:]

  /// Names of places by the words and names of some facts.
  init(_ facts: RegisterFacts) {
    self.facts = facts
  }

  /// The name of a place by the number of its phrase in a pool.
  mutating func name(_ number: Int32, in strings: StringPool) -> PlaceName {
    if let name = known[number] { return name }
    let name = PlaceName(strings[number], facts)
    known[number] = name
    return name
  }
}
