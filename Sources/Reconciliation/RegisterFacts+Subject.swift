package import ClaimModel

extension RegisterFacts {
  /// What a claim's count is about besides party, status, outcome and scope, judged by the claim
  /// alone: its event; of a running count that names none, the conflict.
  ///
  /// Other claims play no part, so that a claim keeps its subject whatever else a corpus holds.
  package var subjectOfClaims: @Sendable (Claim) -> String {
    let choice = ConflictChoice(conflicts, leading: leadingConflict)
    let facts = self
    return { claim in
      if choice.knows(claim.event) { return choice.canonical(claim.event) }
      guard claim.scope == .cumulative, claim.event.isEmpty else { return claim.event }
      if let named = claim.extra.first(where: { $0.column == "conflict" })?.value, !named.isEmpty {
        return choice.canonical(named)
      }
      guard !claim.party.isEmpty else { return "" }
      let parties = PartyFacts(of: [claim.party], in: facts).members(claim.party)
      guard choice.concerns(parties) else { return "" }
      let day = (claim.to ?? claim.from ?? claim.published)?.dayNumber
      return choice.conflict(
        of: parties, on: day.map { Int32(clamping: $0) } ?? .min, side: claim.attribution.side,
        others: []) ?? ""
    }
  }
}
