import ClaimModel

/// Pairs claims with annotations and says at which levels a claim is right.
struct ClaimJudge {
  let words: WordRules

  /// The levels at which a claim is as the annotation has it, given that the two overlap.
  func levels(_ claim: Claim, _ gold: GoldClaim) -> Set<EvaluationLevel> {
    var right: Set<EvaluationLevel> = [.found]
    guard hasValue(claim, gold) else { return right }
    right.insert(.value)
    guard claim.outcome == gold.outcome else { return right }
    right.insert(.outcome)
    if words.words(gold.victims).isEmpty || words.share(claim.victims, gold.victims) {
      right.insert(.victims)
    }
    let party = words.caseFolded(claim.party)
    if party.elementsEqual(words.caseFolded(gold.party)) { right.insert(.party) }
    if claim.status == gold.status { right.insert(.status) }
    if words.namesAgree(claim.attribution.source, gold.source) { right.insert(.source) }
    if claim.stance == gold.stance { right.insert(.stance) }
    let isPart = claim.partOf.map { $0.utf8.contains { $0 > 0x20 } } ?? false
    if isPart == gold.isPart { right.insert(.part) }
    if right.isSuperset(of: [.party, .source, .stance, .part]) { right.insert(.row) }
    return right
  }

  /// Pairs claims and annotations whose expressions overlap, each used once.
  ///
  /// A pair that agrees in value and outcome goes before one that agrees in less, then the nearer
  /// starts, then the earlier claim and annotation.
  func pairs(_ claims: [Claim], _ gold: [LocatedGoldClaim]) -> [(claim: Int, gold: Int)] {
    var candidates: [(rank: Int, distance: Int, claim: Int, gold: Int)] = []
    for (claimIndex, claim) in claims.enumerated() {
      guard let span = claim.span else { continue }
      for (goldIndex, gold) in gold.enumerated() where span.overlaps(gold.span) {
        let value = hasValue(claim, gold.claim)
        let outcome = claim.outcome == gold.claim.outcome
        let rank = (value && outcome ? 4 : 0) + (outcome ? 2 : 0) + (value ? 1 : 0)
        let distance = abs(span.start - gold.span.start)
        candidates.append((-rank, distance, claimIndex, goldIndex))
      }
    }
    candidates.sort {
      ($0.rank, $0.distance, $0.claim, $0.gold) < ($1.rank, $1.distance, $1.claim, $1.gold)
    }
    var usedClaims: Set<Int> = []
    var usedGold: Set<Int> = []
    var pairs: [(claim: Int, gold: Int)] = []
    for candidate in candidates
    where !usedClaims.contains(candidate.claim) && !usedGold.contains(candidate.gold) {
      usedClaims.insert(candidate.claim)
      usedGold.insert(candidate.gold)
      pairs.append((candidate.claim, candidate.gold))
    }
    return pairs
  }

  /// Whether the stated numbers are equal and the qualifiers of one family.
  private func hasValue(_ claim: Claim, _ gold: GoldClaim) -> Bool {
    claim.quantity.low == gold.low && claim.quantity.high == gold.high
      && Family(claim.quantity.qualifier) == gold.qualifier.map(Family.init)
  }

  /// Qualifiers that bound a number in the same direction.
  private enum Family {
    case exact, about, lower, upper, range, indefinite

    init(_ qualifier: Qualifier) {
      self =
        switch qualifier {
        case .exact: .exact
        case .about, .nearly: .about
        case .atLeast, .moreThan: .lower
        case .atMost, .fewerThan: .upper
        case .range: .range
        case .indefinite: .indefinite
        }
    }
  }
}
