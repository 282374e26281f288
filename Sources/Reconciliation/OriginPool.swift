internal import ClaimModel
internal import Lexicons

/// An origin when all claims are in: what sentences and tables say of it.
struct Origin {
  /// The canonical name, else the most frequent spelling.
  let name: String
  /// The party that it speaks for; empty where none is known.
  let side: String
  /// What kind of body or person it is.
  let type: SourceType
  /// Whether the origin is a document for want of anyone named.
  let isDocument: Bool
  /// Whether several speak under the name: 'officials', 'Reuters and Interfax'.
  let isPlural: Bool

  /// What the pool has gathered on it.
  init(_ entry: OriginPool.Entry, _ words: ComparisonWords) {
    name = Wording.inSentence(entry.name, words)
    isPlural =
      !entry.isDocument
      && Wording.isPlural(name, isRegistered: entry.registered != nil, words)
    side = entry.side
    type = entry.type
    isDocument = entry.isDocument
  }
}

/// The origins that claims are credited to, each under one number whatever its spelling.
struct OriginPool {
  /// All that the claims and the register say of one origin.
  struct Entry {
    /// How often each spelling stood.
    var names: [String: Int] = [:]
    /// How often each side was given.
    var sides: [String: Int] = [:]
    /// How often each type was given.
    var types: [SourceType: Int] = [:]
    /// What the register has; it overrules the claims.
    var registered: RegisterFacts.Source?
    /// Whether the origin is a document for want of anyone named.
    var isDocument = false

    /// The canonical name, else the most frequent spelling, the first of them in byte order.
    var name: String {
      if let registered { return registered.name }
      return names.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }

    /// The party that it speaks for; empty where none is known.
    var side: String {
      if let side = registered?.side, !side.isEmpty { return side }
      return sides.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }

    /// What kind of body or person it is.
    var type: SourceType {
      if let type = registered?.type, type != .unknown { return type }
      return types.min { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }?.key
        ?? .unknown
    }
  }

  private struct Lookup: Hashable {
    var name: String
    var published: PackedDate
  }

  private var numbers: [String: Int32] = [:]
  private(set) var entries: [Entry] = []
  private var lookups: [Lookup: Int32] = [:]
  private var undated: [String: Int32] = [:]

  /// The origin of a claim: who is named, else the publisher, else the document.
  mutating func origin(of claim: Claim, facts: RegisterFacts) -> Int32 {
    let attribution = claim.attribution
    if !attribution.source.isEmpty {
      let number = self.number(named: attribution.source, on: claim.published, facts: facts)
      note(number, name: attribution.source, side: attribution.side, type: attribution.type)
      return number
    }
    if !claim.publisher.isEmpty { return publisher(of: claim, facts: facts) }
    let number = number(key: "\u{1}" + claim.documentID)
    if entries[Int(number)].names.isEmpty { entries[Int(number)].isDocument = true }
    note(number, name: claim.documentID, side: "", type: .unknown)
    return number
  }

  /// The outlet that published a claim's document; -1 where nobody knows it.
  mutating func publisher(of claim: Claim, facts: RegisterFacts) -> Int32 {
    if claim.publisher.isEmpty { return -1 }
    let number = self.number(named: claim.publisher, on: claim.published, facts: facts)
    note(number, name: claim.publisher, side: "", type: .unknown)
    return number
  }

  /// The origins as they stand when all claims are in, by their numbers.
  func settled(_ words: ComparisonWords) -> [Origin] { entries.map { Origin($0, words) } }

  /// Takes in another pool; gives where each of its numbers went.
  mutating func merge(_ other: OriginPool) -> [Int32] {
    var keys = [String](repeating: "", count: other.entries.count)
    for (key, number) in other.numbers { keys[Int(number)] = key }
    var moved: [Int32] = []
    for (key, entry) in zip(keys, other.entries) {
      let number = self.number(key: key)
      entries[Int(number)].names.merge(entry.names, uniquingKeysWith: +)
      entries[Int(number)].sides.merge(entry.sides, uniquingKeysWith: +)
      entries[Int(number)].types.merge(entry.types, uniquingKeysWith: +)
      if let registered = entry.registered { entries[Int(number)].registered = registered }
      if entry.isDocument { entries[Int(number)].isDocument = true }
      moved.append(number)
    }
    return moved
  }

  private mutating func number(
    named name: String, on date: PartialDate?, facts: RegisterFacts
  ) -> Int32 {
    if let known = undated[name] { return known }
    let lookup = Lookup(name: name, published: PackedDate(date))
    if let known = lookups[lookup] { return known }
    // A name that means nobody today means nobody on any date: one entry does for all of them.
    if facts.source(name, nil) == nil {
      let number = self.number(key: Wording.plainKey(name, facts.words))
      undated[name] = number
      return number
    }
    let registered = facts.source(name, date)
    let number = self.number(
      key: registered.map { "=" + $0.name } ?? Wording.plainKey(name, facts.words))
    if let registered { entries[Int(number)].registered = registered }
    if lookups.count > 1 << 18 { lookups.removeAll() }
    lookups[lookup] = number
    return number
  }

  private mutating func number(key: String) -> Int32 {
    if let number = numbers[key] { return number }
    let number = Int32(entries.count)
    numbers[key] = number
    entries.append(Entry())
    return number
  }

  private mutating func note(_ number: Int32, name: String, side: String, type: SourceType) {
    entries[Int(number)].names[name, default: 0] += 1
    if !side.isEmpty { entries[Int(number)].sides[side, default: 0] += 1 }
    if type != .unknown { entries[Int(number)].types[type, default: 0] += 1 }
  }
}
