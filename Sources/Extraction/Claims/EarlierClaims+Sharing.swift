internal import ClaimModel

/// Figures told twice: the same number of people who suffered the same are the same people.
extension EarlierClaims {
  /// A number of people who suffered one thing, of one status or of any.
  private struct Count: Hashable {
    var outcome: Outcome
    var low: Int
    var high: Int
    var status: VictimStatus?

    init(_ claim: Claim, _ status: VictimStatus?) {
      outcome = claim.outcome
      low = claim.quantity.low
      high = claim.quantity.high
      self.status = status
    }
  }

  /// 'The toll is 63' in a text that tells elsewhere of 63 Kenyan soldiers: they are these soldiers,
  /// unless their own words speak against it.
  mutating func shareParties() {
    let tellers = firmTellers()
    for index in claims.indices
    where !reasons[index].isFirm && reasons[index] != .origin && claims[index].quantity.isTelling {
      let status = claims[index].status == .unspecified ? nil : claims[index].status
      guard let first = tellers[Count(claims[index], status)] ?? nil else { continue }
      claims[index].party = claims[first].party
      if claims[index].status == .unspecified { claims[index].status = claims[first].status }
      reasons[index] = .neighbour
    }
  }

  /// For each number the first claim of it whose own words tell the party; nil where another claim
  /// of the number tells another.
  private func firmTellers() -> [Count: Int?] {
    var tellers: [Count: Int?] = [:]
    for (index, claim) in claims.enumerated() where reasons[index].isFirm && claim.party != "" {
      for count in [Count(claim, nil), Count(claim, claim.status)] {
        guard let known = tellers[count] else {
          tellers[count] = .some(index)
          continue
        }
        if let known, claims[known].party != claim.party { tellers[count] = .some(nil) }
      }
    }
    return tellers
  }
}

extension Quantity {
  /// Whether two figures of this number are hardly alike by chance: 63, 1,429 or 22,000 of them, but
  /// no round number below 100.
  fileprivate var isTelling: Bool {
    low > 10 && (low % 10 != 0 || low > 100 && low % 100 != 0 || low > 1000)
  }
}
