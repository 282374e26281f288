package import ClaimModel

/// Gives claims the ids by which everything downstream names them.
///
/// An id is made of what the claim says where it stands, never of what stands around it: document,
/// sentence, place of the expression in the sentence, expression and outcome. Editing other
/// sentences, or adding and dropping other documents, leaves it as it is. Where a document says the
/// very same thing twice, the second is told from the first by its place among the equals. A claim
/// without a sentence is known by its figures and by whom, when and where they are about.
package struct ClaimID: Sendable {
  private var equals: [UInt64: Int] = [:]

  package init() {}

  /// Gives every claim without an id its own; claims that have one keep it.
  ///
  /// Equals are told apart in reading order: by their offsets, where those are known, and else by
  /// their order in the array.
  package static func assign(to claims: inout [Claim]) {
    var places: [(hash: UInt64, start: Int, index: Int)] = []
    places.reserveCapacity(claims.count)
    for (index, claim) in claims.enumerated() where claim.id.isEmpty {
      places.append((hash(of: claim), claim.span?.start ?? Int.max, index))
    }
    places.sort { ($0.hash, $0.start, $0.index) < ($1.hash, $1.start, $1.index) }
    var ordinal = 0
    for (position, place) in places.enumerated() {
      ordinal = position > 0 && places[position - 1].hash == place.hash ? ordinal + 1 : 0
      claims[place.index].id = identifier(place.hash, ordinal: ordinal)
    }
  }

  /// Gives one claim of a stream its id, if it has none; equals are numbered as they come.
  package mutating func assign(to claim: inout Claim) {
    guard claim.id.isEmpty else { return }
    let hash = Self.hash(of: claim)
    let ordinal = equals[hash, default: 0]
    equals[hash] = ordinal + 1
    claim.id = Self.identifier(hash, ordinal: ordinal)
  }

  /// The id of one of several equal claims, the first being number 0.
  private static func identifier(_ hash: UInt64, ordinal: Int) -> String {
    var combined = StableHash()
    combined.combine(Int(bitPattern: UInt(hash)))
    combined.combine(ordinal)
    return combined.hexadecimal
  }

  private static func hash(of claim: Claim) -> UInt64 {
    var hash = StableHash()
    hash.combine(claim.documentID)
    if claim.quote.isEmpty {
      hash.combine(claim.attribution.source)
      hash.combine(claim.party)
      hash.combine(claim.outcome.rawValue)
      hash.combine(claim.status.rawValue)
      hash.combine(claim.stance.rawValue)
      hash.combine(claim.quantity.qualifier.rawValue)
      hash.combine(claim.quantity.low)
      hash.combine(claim.quantity.high)
      hash.combine(claim.when)
      hash.combine(claim.from?.description ?? "")
      hash.combine(claim.to?.description ?? "")
      hash.combine(claim.place)
      hash.combine(claim.event)
    } else {
      hash.combine(claim.quote)
      hash.combine(offset(of: claim.expression, in: claim.quote))
      hash.combine(claim.expression)
      hash.combine(claim.outcome.rawValue)
    }
    return hash.value
  }

  /// The offset in bytes of the first occurrence, -1 where there is none.
  private static func offset(of part: String, in whole: String) -> Int {
    var part = part
    var whole = whole
    return whole.withUTF8 { whole in
      part.withUTF8 { part in
        guard let first = part.first, part.count <= whole.count else { return -1 }
        for start in 0...(whole.count - part.count) where whole[start] == first {
          if whole[start..<(start + part.count)].elementsEqual(part) { return start }
        }
        return -1
      }
    }
  }
}
