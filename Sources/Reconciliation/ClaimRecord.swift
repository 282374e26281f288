internal import ClaimModel

/// What the reconciliation keeps of a claim: numbers only, strings by their place in a pool.
///
/// Ten million of these fit where ten million claims with their quotes would not.
struct ClaimRecord {
  /// The claim's id as a number; ``ClaimNames`` has the text of ids that are not hexadecimal.
  var id: UInt64
  /// The number as said.
  var statedLow: Int
  var statedHigh: Int
  /// The interval's ends; `Int.min` stands for a missing one.
  var low: Int
  var best: Int
  var high: Int
  /// The id of the whole that it is a part of; 0 for none.
  var partOf: UInt64
  /// The hash of the document's id; 0 for none.
  var document: UInt64
  /// The hash of the sentence.
  var quote: UInt32
  /// Where the expression starts in the document.
  var start: Int32
  /// Numbers in the pool of origins.
  var origin: Int32
  var publisher: Int32
  /// Numbers in the pool of strings.
  var place: Int32
  var expression: Int32
  var victims: Int32
  /// The day that a cumulative figure counts up to, in days since 1970-01-01; `Int32.min` unknown.
  var asOf: Int32
  var from: PackedDate
  var to: PackedDate
  var published: PackedDate
  var qualifier: Qualifier
  var flags: Flags

  /// What else is known of a claim.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The claim itself says up to when it counts.
    static let explicitDate = Flags(rawValue: 1)
    /// Read as killed where the sentence speaks of losses only.
    static let readFromLosses = Flags(rawValue: 2)
    /// The sentence tells its event from another one of the text.
    static let toldApart = Flags(rawValue: 4)
    /// A running count whose words say where it starts: 'since the invasion'.
    static let saysStart = Flags(rawValue: 8)
    /// What the rest of its document tells has a say in which event it counts.
    static let needsDocument = Flags(rawValue: 16)
    /// The sentence tells of what people do to people.
    static let tellsViolence = Flags(rawValue: 32)
    /// The sentence tells of what nature does to people.
    static let tellsDisaster = Flags(rawValue: 64)
  }

  /// The interval, with missing ends as nil.
  var interval: Interval {
    Interval(
      low: low == .min ? nil : low, best: best == .min ? nil : best,
      high: high == .min ? nil : high)
  }

  /// The number as said.
  var quantity: Quantity { Quantity(qualifier, statedLow, statedHigh) }

  /// The date that the figure is for: up to when it counts, else when it was published.
  var date: PartialDate? { asOfDate.date }

  /// ``date`` in four bytes.
  var asOfDate: PackedDate {
    guard flags.contains(.explicitDate) else { return published }
    return published.bits != 0 && published.lastDay < to.lastDay ? published : to
  }

  /// How loosely the number is put: a plain number comes before its rounded or bounded forms.
  var looseness: Int {
    switch qualifier {
    case .exact: 0
    case .range: 1
    case .about, .nearly: 2
    case .atLeast, .moreThan: 3
    case .atMost, .fewerThan: 4
    case .indefinite: 5
    }
  }

  /// Whether the interval has no end at all, as where a convention leaves vague words blank.
  var isBlank: Bool { low == .min && best == .min && high == .min }

  /// The order in which claims of one origin are taken: by time, then by what was said, then by id.
  static func precedes(_ a: ClaimRecord, _ b: ClaimRecord) -> Bool {
    if a.asOf != b.asOf { return a.asOf < b.asOf }
    let aPublished = a.published.lastDay
    let bPublished = b.published.lastDay
    if aPublished != bPublished { return aPublished < bPublished }
    if a.statedLow != b.statedLow { return a.statedLow < b.statedLow }
    if a.statedHigh != b.statedHigh { return a.statedHigh < b.statedHigh }
    if a.looseness != b.looseness { return a.looseness < b.looseness }
    if a.id != b.id { return a.id < b.id }
    if a.document != b.document { return a.document < b.document }
    return (a.start, a.quote) < (b.start, b.quote)
  }
}

/// The texts of claim ids, which records keep as numbers.
struct ClaimNames {
  private var odd: [UInt64: String] = [:]

  /// The number of an id: the value of sixteen lower-case hexadecimal digits, else a stable hash.
  mutating func number(of id: String) -> UInt64 {
    if let value = Self.hexadecimal(id) { return value }
    var hash = StableHash()
    hash.combine(id)
    let value = hash.value
    odd[value] = id
    return value
  }

  /// The id of a number.
  func name(of number: UInt64) -> String {
    if let name = odd[number] { return name }
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Takes in the names of another table.
  mutating func merge(_ other: ClaimNames) {
    odd.merge(other.odd) { a, _ in a }
  }

  private static func hexadecimal(_ id: String) -> UInt64? {
    var value: UInt64 = 0
    var digits = 0
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt64(byte - 0x57)
      default: return nil
      }
      digits += 1
      if digits > 16 { return nil }
    }
    return digits == 16 ? value : nil
  }
}
