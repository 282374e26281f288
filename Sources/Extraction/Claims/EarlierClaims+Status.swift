internal import ClaimModel

/// Whether people whom no noun names bore arms, told by those named around them.
extension EarlierClaims {
  /// Gives figures of people without a name the status of those whom they are part of or made up of,
  /// else of those of their side.
  mutating func shareStatuses() {
    settleReturns()
    shareStatusesOfRepeats()
    shareStatusesOfWholes()
    shareStatusesOfParts()
    shareStatusesOfSides()
    shareStatusesOfWholes()
  }

  /// '98,400 casualties, including 16,900 dead and 1,050 captured': only armies count their captured
  /// with their dead.
  private mutating func settleReturns() {
    for (index, whole) in wholes()
    where claims[index].outcome == .captured && claims[whole].outcome == .casualties
      && isOpen(index) && isOpen(whole)
    {
      claims[whole].status = .military
    }
  }

  /// 'He said the three were killed' behind 'Three marines were killed': the same people, counted
  /// again a sentence or two on.
  private mutating func shareStatusesOfRepeats() {
    for index in claims.indices where isOpen(index) {
      let told = claims[..<index].suffix(8).lastIndex {
        $0.outcome == claims[index].outcome && $0.quantity == claims[index].quantity
          && $0.status != .unspecified
      }
      if let told, (1...2).contains(origins[index].sentence - origins[told].sentence) {
        claims[index].status = claims[told].status
      }
    }
  }

  /// '… of whom 40 were wounded': a part of soldiers are soldiers, a part of civilians civilians.
  private mutating func shareStatusesOfWholes() {
    for (index, whole) in wholes() where isOpen(index) {
      claims[index].status = claims[whole].status
    }
  }

  /// '41 killed, 104 wounded; total 145': a sum of soldiers.
  private mutating func shareStatusesOfParts() {
    var soldiers: [Int: Int] = [:]
    for (index, whole) in wholes()
    where claims[index].status == .military && claims[index].outcome == claims[whole].outcome {
      soldiers[whole, default: 0] += claims[index].quantity.low
    }
    for index in claims.indices where soldiers[index] == claims[index].quantity.low {
      if isOpen(index) { claims[index].status = .military }
    }
  }

  /// 'Three others were wounded', 'the toll is 63': people of a side whose people, wherever the text
  /// names them, are its soldiers, are soldiers too.
  ///
  /// That they are civilians is not carried over so: beside the civilians whom a text counts it may
  /// well count others.
  private mutating func shareStatusesOfSides() {
    var statuses: [String: Set<VictimStatus>] = [:]
    for (index, claim) in claims.enumerated()
    where !areNameless[index] && claim.party != "" && claim.partOf == nil {
      statuses[claim.party, default: []].insert(claim.status)
    }
    for index in claims.indices where isOpen(index) {
      if statuses[claims[index].party] == [.military] || followsSoldiers(index) {
        claims[index].status = .military
      }
    }
  }

  /// Whether no word has told the status of a figure's people, and others may.
  private func isOpen(_ index: Int) -> Bool {
    areNameless[index] && claims[index].status == .unspecified
      && claims[index].outcome != .displaced
  }

  /// Whether the claim right before counts soldiers of the same side.
  private func followsSoldiers(_ index: Int) -> Bool {
    guard index > 0, claims[index - 1].party == claims[index].party,
      claims[index - 1].status == .military
    else { return false }
    let distance = origins[index].sentence - origins[index - 1].sentence
    return distance == 0 || distance == 1 && claims[index].party != ""
  }

  /// Every part with its whole, in reading order of the parts.
  private func wholes() -> [(part: Int, whole: Int)] {
    var places: [String: Int] = [:]
    for (index, claim) in claims.enumerated() { places[claim.id] = index }
    return claims.indices.compactMap { part in
      claims[part].partOf.flatMap { places[$0] }.map { (part, $0) }
    }
  }
}
