internal import ClaimModel
internal import Lexicons

/// An origin when all claims are in: what sentences and tables say of it.
struct Origin {
  /// The canonical name, else the spelling that came first, with its side where others of the name
  /// speak for other sides.
  let name: String
  /// The party that it speaks for; empty where none is known.
  let side: String
  /// What kind of body or person it is.
  let type: SourceType
  /// Whether the origin is a document for want of anyone named.
  let isDocument: Bool
  /// Whether several speak under the name: 'officials', 'Reuters and Interfax'.
  let isPlural: Bool
  /// The origin of the same name that no claim gives a side; nil where there is none, or where
  /// this is it.
  let sideless: Int32?

  /// What the pool has gathered on it.
  ///
  /// - Parameters:
  ///   - entry: What was gathered.
  ///   - sideless: The origin of the same name without a side.
  ///   - adjective: The side's adjective, where the name alone does not tell it from others; else
  ///     empty.
  ///   - words: How names are written in sentences.
  init(_ entry: OriginPool.Entry, sideless: Int32?, adjective: String, _ words: ComparisonWords) {
    let plain = Wording.inSentence(entry.name, words)
    name = Wording.qualified(plain, by: adjective, words)
    isPlural =
      !entry.isDocument
      && Wording.isPlural(name, isRegistered: entry.registered != nil, words)
    side = entry.registered.map(\.side) ?? entry.side
    type = entry.type
    isDocument = entry.isDocument
    self.sideless = sideless
  }
}

/// The origins that claims are credited to, each under one number whatever its spelling.
///
/// A name that the register doesn't have may mean several: the officials of one side are others
/// than those of another. So such a name is one origin a side. Nothing here is decided by how often
/// a claim says so: what is repeated must not outvote what is said once.
struct OriginPool {
  /// All that the claims and the register say of one origin.
  struct Entry {
    /// The spellings, each with the day on which it was printed first, as ``PackedDate`` has it;
    /// `Int32.max` where nobody knows.
    var names: [String: Int32] = [:]
    /// The party that it speaks for, as claims give it; empty where none does.
    var side = ""
    /// The kinds that claims say it is of.
    var types: Set<SourceType> = []
    /// What the register has; it overrules the claims.
    var registered: RegisterFacts.Source?
    /// Whether the origin is a document for want of anyone named.
    var isDocument = false

    /// The canonical name, else the spelling that was printed first: one in capitals alone only
    /// where there is no other.
    var name: String {
      if let registered { return registered.name }
      return names.min { a, b in
        (Wording.isUpper(a.key) ? 1 : 0, a.value, a.key)
          < (Wording.isUpper(b.key) ? 1 : 0, b.value, b.key)
      }?.key ?? ""
    }

    /// What kind of body or person it is; of several kinds the first in their order, which goes
    /// from the special to the general.
    var type: SourceType {
      if let type = registered?.type, type != .unknown { return type }
      return SourceType.allCases.first { types.contains($0) } ?? .unknown
    }
  }

  private struct Lookup: Hashable {
    var name: String
    var published: PackedDate
  }

  private struct Spelling: Hashable {
    var name: String
    var side: String
  }

  private var numbers: [String: Int32] = [:]
  private(set) var entries: [Entry] = []
  private var lookups: [Lookup: Int32] = [:]
  private var undated: [Spelling: Int32] = [:]

  /// Stands between a name's key and its side.
  private static let mark = "\u{2}"

  /// The origin of a claim: who is named, else the publisher, else the document.
  mutating func origin(of claim: Claim, facts: RegisterFacts) -> Int32 {
    let attribution = claim.attribution
    if !attribution.source.isEmpty {
      let number = self.number(
        named: attribution.source, for: attribution.side, on: claim.published, facts: facts)
      note(number, attribution.source, attribution.type, claim.published)
      return number
    }
    if !claim.publisher.isEmpty { return publisher(of: claim, facts: facts) }
    let number = number(key: "\u{1}" + claim.documentID)
    if entries[Int(number)].names.isEmpty { entries[Int(number)].isDocument = true }
    note(number, claim.documentID, .unknown, claim.published)
    return number
  }

  /// The outlet that published a claim's document; -1 where nobody knows it.
  mutating func publisher(of claim: Claim, facts: RegisterFacts) -> Int32 {
    if claim.publisher.isEmpty { return -1 }
    let number = self.number(named: claim.publisher, for: "", on: claim.published, facts: facts)
    note(number, claim.publisher, .unknown, claim.published)
    return number
  }

  /// The origins as they stand when all claims are in, by their numbers.
  func settled(_ facts: RegisterFacts) -> [Origin] {
    var names = [String](repeating: "", count: entries.count)
    var sides: [String: Int] = [:]
    for (key, number) in numbers where !entries[Int(number)].side.isEmpty {
      let name = Wording.split(key, at: Self.mark)[0]
      names[Int(number)] = name
      sides[name, default: 0] += 1
    }
    return entries.indices.map { index in
      let name = names[index]
      let isOneOfSeveral = sides[name] ?? 0 > 1
      let side = entries[index].side
      return Origin(
        entries[index], sideless: name.isEmpty ? nil : numbers[name],
        adjective: isOneOfSeveral ? facts.adjective(side) ?? side : "", facts.words)
    }
  }

  /// Takes in another pool; gives where each of its numbers went.
  mutating func merge(_ other: OriginPool) -> [Int32] {
    var keys = [String](repeating: "", count: other.entries.count)
    for (key, number) in other.numbers { keys[Int(number)] = key }
    var moved: [Int32] = []
    for (key, entry) in zip(keys, other.entries) {
      let number = self.number(key: key)
      entries[Int(number)].names.merge(entry.names, uniquingKeysWith: min)
      entries[Int(number)].types.formUnion(entry.types)
      entries[Int(number)].side = entry.side
      if let registered = entry.registered { entries[Int(number)].registered = registered }
      if entry.isDocument { entries[Int(number)].isDocument = true }
      moved.append(number)
    }
    return moved
  }

  private mutating func number(
    named name: String, for side: String, on date: PartialDate?, facts: RegisterFacts
  ) -> Int32 {
    let spelling = Spelling(name: name, side: side)
    if let known = undated[spelling] { return known }
    // A name that means nobody today means nobody on any date: one entry does for all of them.
    if facts.source(name, nil) == nil {
      let number = self.number(named: name, for: side, facts)
      undated[spelling] = number
      return number
    }
    let lookup = Lookup(name: name, published: PackedDate(date))
    if let known = lookups[lookup] { return known }
    guard let registered = facts.source(name, date) else {
      return self.number(named: name, for: side, facts)
    }
    let number = self.number(key: "=" + registered.name)
    entries[Int(number)].registered = registered
    if lookups.count > 1 << 18 { lookups.removeAll() }
    lookups[lookup] = number
    return number
  }

  /// The number of a name that the register doesn't have.
  private mutating func number(
    named name: String, for side: String, _ facts: RegisterFacts
  ) -> Int32 {
    let plain = Wording.plainKey(name, facts.words)
    if side.isEmpty { return number(key: plain) }
    let side = facts.party(side) ?? side
    let number = self.number(key: plain + Self.mark + side)
    entries[Int(number)].side = side
    return number
  }

  private mutating func number(key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(entries.count)
    numbers[key] = number
    entries.append(Entry())
    return number
  }

  private mutating func note(
    _ number: Int32, _ name: String, _ type: SourceType, _ published: PartialDate?
  ) {
    let day = published.map { PackedDate($0).bits } ?? .max
    let known = entries[Int(number)].names[name]
    if known.map({ day < $0 }) ?? true { entries[Int(number)].names[name] = day }
    if type != .unknown { entries[Int(number)].types.insert(type) }
  }
}

extension Assembly {
  /// Credits claims of one question to the origin of their name that has a side, where there is
  /// just one: what 'officials' said there, the Ukrainian officials said.
  func joinSideless(_ records: inout [ClaimRecord]) {
    var sided: [Int32: Int32] = [:]
    var several: Set<Int32> = []
    for record in records {
      guard let sideless = origins[Int(record.origin)].sideless else { continue }
      if let known = sided[sideless], known != record.origin { several.insert(sideless) }
      sided[sideless] = record.origin
    }
    if sided.isEmpty { return }
    for index in records.indices {
      let origin = records[index].origin
      if let own = sided[origin], !several.contains(origin) { records[index].origin = own }
    }
  }
}
