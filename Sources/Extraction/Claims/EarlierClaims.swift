internal import ClaimModel

/// The claims of a document that were read before, which tell of the next.
struct EarlierClaims {
  /// In reading order.
  var claims: [Claim] = []
  /// For each claim the sentence and the mention that it was made of.
  private(set) var origins: [(sentence: Int, mention: Int)] = []
  /// For each claim why it has its party.
  var reasons: [PartyReason] = []
  /// For each claim whether it counts fighters of no state.
  private(set) var areIrregular: [Bool] = []
  /// For each claim whether no noun says who the people are.
  private(set) var areNameless: [Bool] = []

  /// The claims that are tolls of whatever their text is about.
  var bareTolls: [Int] = []

  /// How far back a claim is looked for: one that stands before more than that is not meant, and a
  /// text without end takes no longer for it.
  static let reach = 200

  /// The claim that was made of a mention; nil for none.
  func index(ofMention mention: Int, in sentence: Int) -> Int? {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle] < (sentence, mention) { low = middle + 1 } else { high = middle }
    }
    return low < origins.count && origins[low] == (sentence, mention) ? low : nil
  }

  /// Adds a claim; they are read in the order of their sentences and mentions.
  mutating func append(
    _ claim: Claim, sentence: Int, mention: Int, _ reason: PartyReason, isIrregular: Bool,
    isNameless: Bool
  ) {
    areNameless.append(isNameless)
    areIrregular.append(isIrregular)
    claims.append(claim)
    origins.append((sentence, mention))
    reasons.append(reason)
  }
}
