internal import ClaimModel

/// Findings on what is missing: independent sources, a side's own figure, an upper bound.
extension Assembly {
  /// `echo`: several outlets carry one origin's figure.
  func echoFindings(_ question: Question) -> [Finding] {
    question.histories.compactMap { history in
      // The statement that the most outlets carry; of several the latest.
      guard let most = history.statements.max(by: { carriers($0) < carriers($1) }),
        carriers(most) > 1
      else { return nil }
      let outlets = most.publishers.filter { $0 >= 0 }.map { name($0) }.sorted()
      let sentence =
        "\(Wording.grouped(outlets.count)) outlets (\(Wording.list(outlets))) carry "
        + "\(possessive(history.origin)) \(figure(most)) for "
        + "\(victims(question.key)): one origin, not \(Wording.grouped(outlets.count))."
      return finding(
        .echo, on: question, severity: OrderOfMagnitude.severity(outlets.count, over: 1),
        claims: [most.claim.id] + most.echoes.prefix(options.listLimit ?? .max),
        origins: [history.origin], low: most.claim.interval.low, high: most.claim.interval.high,
        ratio: outlets.count * 1000, sentence: sentence)
    }
  }

  private func carriers(_ statement: Statement) -> Int {
    statement.publishers.count { $0 >= 0 }
  }

  /// `unbounded`: only lower or only upper bounds are known.
  func unboundedFindings(_ question: Question) -> [Finding] {
    let known = zip(question.histories, question.currents).filter { !$1.claim.isBlank }
    guard !known.isEmpty else { return [] }
    let isOpenAbove = known.allSatisfy { $1.claim.high == .min }
    // 'Up to 20' has 0 as its low, which bounds nothing.
    let isOpenBelow = known.allSatisfy {
      $1.claim.low == .min || ($1.claim.low == 0 && $1.claim.best == .min)
    }
    guard isOpenAbove || isOpenBelow else { return [] }
    let bounds = known.map { isOpenAbove ? $1.claim.low : $1.claim.high }
    guard let bound = isOpenAbove ? bounds.max() : bounds.min(),
      let tightest = known.first(where: { (isOpenAbove ? $1.claim.low : $1.claim.high) == bound })
    else { return [] }
    let sentence =
      "Only \(isOpenAbove ? "lower" : "upper") bounds are known for \(victims(question.key)): "
      + "\(puts(tightest.0.origin)) them \(Wording.at(figure(tightest.1)))"
      + (known.count > 1 ? ", the tightest of \(Wording.grouped(known.count))." : ".")
    return [
      finding(
        .unbounded, on: question, severity: 0, claims: [tightest.1.claim.id],
        origins: [tightest.0.origin], low: isOpenAbove ? bound : nil,
        high: isOpenAbove ? nil : bound, sentence: sentence)
    ]
  }
}
