internal import ClaimModel

/// Finds the figures of later sentences that add up to one told before: its account by items.
///
/// 'Nineteen people were killed, the military said. A bomb killed two … Hours earlier six rebels and
/// three soldiers died … eight were killed in two battles': 2 + 6 + 3 + 8 = 19. That they add up to
/// the last one is what tells that they are parts, and who counted the whole counted them.
struct AccountReader {
  /// The claims of a document, in reading order.
  let read: EarlierClaims
  /// The sentences of the claims' mentions.
  let sentences: [SentenceGrammar]

  /// How many sentences an account may take behind its whole.
  private static let reach = 8
  /// How many sentences behind a whole others than who told it may tell its items.
  private static let reachOfOthers = 2

  /// The parts of every whole that is told by items.
  ///
  /// - Returns: pairs of a whole's index and its parts' indices, in reading order.
  func accounts() -> [(whole: Int, parts: [Int])] {
    var taken: Set<Int> = []
    var accounts: [(whole: Int, parts: [Int])] = []
    for whole in read.claims.indices where canBeWhole(whole) && !taken.contains(whole) {
      guard let parts = parts(of: whole), taken.isDisjoint(with: parts) else { continue }
      taken.formUnion(parts)
      accounts.append((whole, parts))
    }
    return accounts
  }

  /// Small numbers add up to one another by chance.
  private static let smallestWhole = 12

  private func canBeWhole(_ index: Int) -> Bool {
    let quantity = read.claims[index].quantity
    return quantity.low == quantity.high && quantity.low >= Self.smallestWhole
      && ![.indefinite, .range].contains(quantity.qualifier) && !isPart(index)
  }

  /// The claims right behind a whole, of its outcome, that add up to it; nil where none do.
  private func parts(of whole: Int) -> [Int]? {
    let claim = read.claims[whole]
    var sum = 0
    var parts: [Int] = []
    for index in read.claims.indices.dropFirst(whole + 1) {
      let other = read.claims[index]
      let distance = read.origins[index].sentence - read.origins[whole].sentence
      guard distance <= Self.reach else { break }
      guard other.outcome == claim.outcome, !isPart(index) else { continue }
      // 'Five died in the north, three in the west, two in the east' are places side by side.
      guard distance > 0 else { return nil }
      // The whole told again, or far from it one who counts otherwise.
      guard other.quantity.low < claim.quantity.low, other.quantity.low == other.quantity.high,
        distance <= Self.reachOfOthers && sentences[read.origins[whole].sentence].endsInStop
          || other.attribution.source.isEmpty
          || other.attribution.source == claim.attribution.source
      else { return nil }
      sum += other.quantity.low
      parts.append(index)
      if sum == claim.quantity.low { return parts.count > 1 ? parts : nil }
      if sum > claim.quantity.low { return nil }
    }
    return nil
  }

  private func isPart(_ index: Int) -> Bool {
    let (sentence, mention) = read.origins[index]
    let made = sentences[sentence].mentions[mention]
    return made.whole != nil || made.isPartOfEarlier || made.rule == .part
  }
}
