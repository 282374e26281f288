package import ClaimModel

/// The order in which claims most need a person's look, with the reasons.
///
/// Takes claims, the findings that they support as plain weights, and what was decided already;
/// gives the undecided claims, the most urgent first. It asks nobody and writes nothing: whoever
/// shows claims to people turns their answers into ``Review/Decision`` values.
package struct ReviewQueue: Sendable {
  /// A claim in the queue.
  package struct Item: Hashable, Sendable {
    /// The claim.
    package var claim: Claim
    /// How much it needs a look, in thousandths; only good for the order.
    package var urgency: Int
    /// Why, the weightiest first.
    package var reasons: [String]
  }

  /// The weight of a claim in the findings that it supports.
  package struct Weight: Hashable, Sendable {
    /// log10 of the widest gap's ratio among them, in thousandths: 1000 is a gap of ten to one.
    package var severity: Int
    /// That finding in a sentence.
    package var sentence: String

    package init(severity: Int, sentence: String) {
      self.severity = severity
      self.sentence = sentence
    }
  }

  /// The claims that nobody decided about, the most urgent first.
  package let items: [Item]
  /// How many of the claims were decided before.
  package let decided: Int

  /// Lines up claims.
  ///
  /// - Parameters:
  ///   - claims: the claims, with their ids.
  ///   - findings: the widest finding of each claim that supports any, by claim id.
  ///   - review: what was decided before.
  ///   - limit: how many to line up at most; nil for all.
  package init(
    _ claims: [Claim], findings: [String: Weight] = [:], review: Review? = nil, limit: Int? = nil
  ) {
    let judged = Set((review?.decisions ?? []).map(\.claimID))
    var queued: [Item] = []
    var decided = 0
    var seen: Set<String> = []
    for claim in claims where !claim.id.isEmpty && seen.insert(claim.id).inserted {
      if judged.contains(claim.id) {
        decided += 1
      } else {
        queued.append(Self.item(claim, findings[claim.id]))
      }
    }
    queued.sort {
      if $0.urgency != $1.urgency { return $0.urgency > $1.urgency }
      let a = $0.claim.documentID
      let b = $1.claim.documentID
      if a != b { return a < b }
      let left = $0.claim.span?.start ?? 0
      let right = $1.claim.span?.start ?? 0
      return left != right ? left < right : $0.claim.id < $1.claim.id
    }
    items = limit.map { Array(queued.prefix(max(0, $0))) } ?? queued
    self.decided = decided
  }

  /// Weighs a claim: a doubtful reading counts up to 1000, a finding its severity up to 2000, so
  /// that a sure claim at the bottom of a gap of a hundred comes before a mere doubt.
  private static func item(_ claim: Claim, _ weight: Weight?) -> Item {
    var reasons: [(points: Int, text: String)] = []
    if let weight {
      reasons.append((min(max(weight.severity, 0), 2000), weight.sentence))
    }
    if let confidence = claim.confidence, confidence < 1000 {
      let percent = confidence / 10
      reasons.append((1000 - max(0, confidence), "the reading is \(percent) % sure"))
    }
    if claim.attribution.source.isEmpty {
      reasons.append((150, "no source is named"))
    }
    if claim.party.isEmpty { reasons.append((150, "the victims' side is unknown")) }
    if claim.quantity.qualifier == .indefinite {
      reasons.append((100, "the number is a vague word"))
    }
    if claim.stance == .doubted { reasons.append((100, "the author calls it into question")) }
    let ordered = reasons.enumerated().sorted {
      $0.element.points != $1.element.points
        ? $0.element.points > $1.element.points : $0.offset < $1.offset
    }
    return Item(
      claim: claim, urgency: reasons.reduce(0) { $0 + $1.points },
      reasons: ordered.map(\.element.text))
  }
}
