internal import ClaimModel
internal import Lexicons

/// Tolls that count on what their text is about.
extension EarlierClaims {
  /// How many times what one event was told to have cost its toll may rise to in the same text: a
  /// larger one is a whole war's.
  private static let largestRise = 20

  /// Makes a bare toll that of the event with which its text opens: in a report of one raid 'the number
  /// of dead has risen to 33' counts the raid's dead.
  ///
  /// - Parameter story: the sentences with which the text opens.
  mutating func scopeTolls(after story: ArraySlice<SentenceGrammar>) {
    guard !bareTolls.isEmpty, story.contains(where: { $0.tellsOf(.incident) }),
      !story.contains(where: { $0.tellsOf(.course) })
    else { return }
    let largest =
      claims.lazy.filter { $0.partOf == nil && $0.scope != .cumulative && $0.scope != .period }
      .map(\.quantity.high).max() ?? 0
    for index in bareTolls where claims[index].scope == .cumulative {
      let (limit, isHuge) = largest.multipliedReportingOverflow(by: Self.largestRise)
      if isHuge || claims[index].quantity.low <= limit { claims[index].scope = .incident }
    }
  }
}
