internal import ClaimModel

/// Findings on parts that do not fit into their whole.
extension Assembly {
  /// `whole`: what one origin counted in parts on one day does not add up to its own total.
  func sumFindings(_ family: Family) -> [Finding] {
    var findings: [Finding] = []
    for outcome in Outcome.allCases {
      findings += sum(
        [family.question(outcome, .civilian), family.question(outcome, .military)],
        family.question(outcome, .unspecified))
    }
    for status in VictimStatus.allCases {
      findings += sum(
        [family.question(.killed, status), family.question(.injured, status)],
        family.question(.casualties, status))
    }
    return findings
  }

  private func sum(_ parts: [Question?], _ total: Question?) -> [Finding] {
    guard let total else { return [] }
    let parts = parts.compactMap(\.self)
    var findings: [Finding] = []
    for whole in total.histories {
      let histories = parts.compactMap { part in
        part.histories.first { $0.origin == whole.origin }.map { (part, $0) }
      }
      // One part alone is told apart from its whole by its words, not by its number: of an incident
      // it may be the whole revised, and killed above casualties is a matter of definition.
      if histories.count == 1, total.key.scope != .cumulative || total.key.outcome == .casualties {
        continue
      }
      guard let found = latestMisfit(histories.map(\.1), whole) else { continue }
      let names = zip(histories, found.parts).map { "\(figure($1)) \(victims($0.0.key))" }
      let sentence =
        "\(possessive(whole.origin)) \(Wording.list(names))\(found.misfit.comparison(names.count)) "
        + "\(isPlural(whole.origin) ? "their" : "its") own \(figure(found.whole)) for \(victims(total.key))\(on(found.whole))."
      findings.append(
        finding(
          .whole, on: nil, severity: found.misfit.severity,
          claims: found.parts.map(\.claim.id) + [found.whole.claim.id], origins: [whole.origin],
          low: found.misfit.low, high: found.misfit.high, ratio: found.misfit.ratio,
          sentence: sentence, questions: (histories.map(\.0.id) + [total.id]).sorted(),
          apart: "sum"))
    }
    return findings
  }

  /// The latest day on which the parts together do not make the whole; days without all of them
  /// are passed over.
  private func latestMisfit(
    _ parts: [OriginHistory], _ whole: OriginHistory
  ) -> (parts: [Statement], whole: Statement, misfit: Misfit)? {
    guard !parts.isEmpty else { return nil }
    for total in whole.statements.reversed() {
      let sameDay = parts.map { part in part.statements.last { $0.day == total.day } }
      let statements = sameDay.compactMap(\.self)
      guard statements.count == sameDay.count else { continue }
      if let misfit = Misfit(statements.map(\.claim), of: total.claim, areAll: parts.count == 2) {
        return (statements, total, misfit)
      }
    }
    return nil
  }

  /// `whole`: a stated part above the figure that it is a part of, and stated parts that together
  /// misfit it.
  ///
  /// - Parameters:
  ///   - parts: all claims that are stated parts of the whole, in the order of their questions.
  ///   - whole: what they are parts of.
  /// - Returns: what was found.
  func partFindings(
    _ parts: [WholeComparison.Member], of whole: WholeComparison.Member
  ) -> [Finding] {
    var findings: [Finding] = []
    var stated: [WholeComparison.Member] = []
    for part in parts {
      if whole.claim.high != .min, part.claim.low > whole.claim.high {
        findings.append(above(part, whole))
      } else {
        stated.append(part)
      }
    }
    if let finding = statedSum(stated, whole) { findings.append(finding) }
    return findings
  }

  /// `whole`: two stated parts that leave nothing between them, soldiers and civilians or dead and
  /// wounded, against the figure that they are parts of.
  private func statedSum(
    _ parts: [WholeComparison.Member], _ whole: WholeComparison.Member
  ) -> Finding? {
    let total = whole.key
    // Several parts of one kind ('civilians', 'children') may overlap: the largest stands for them.
    func largest(_ isIt: (QuestionKey) -> Bool) -> WholeComparison.Member? {
      parts.filter { isIt($0.key) }.max {
        ($0.claim.low, $1.claim.id) < ($1.claim.low, $0.claim.id)
      }
    }
    let pair =
      total.outcome == .casualties
      ? [largest { $0.outcome == .killed }, largest { $0.outcome == .injured }]
      : total.status == .unspecified
        ? [
          largest { $0.status == .civilian && $0.outcome == total.outcome },
          largest { $0.status == .military && $0.outcome == total.outcome },
        ] : []
    let both = pair.compactMap(\.self)
    guard both.count == 2,
      let misfit = Misfit(both.map(\.claim), of: whole.claim, areAll: parts.count == 2)
    else { return nil }
    let names = both.map { "\(said($0.claim)) \(victims($0.key, withEvent: false))" }
    let sentence =
      "\(possessive(whole.claim.origin)) \(Wording.list(names))\(misfit.comparison(2)) the "
      + "\(said(whole.claim)) \(victims(total)) that they are parts of."
    return finding(
      .whole, on: nil, severity: misfit.severity,
      claims: both.map(\.claim.id) + [whole.claim.id],
      origins: both.map(\.claim.origin) + [whole.claim.origin], low: misfit.low,
      high: misfit.high, ratio: misfit.ratio, sentence: sentence,
      questions: Set(both.map(\.key.id) + [whole.key.id]).sorted(),
      apart: names.joined() + self.names.name(of: whole.claim.id))
  }

  /// A claim's figure as it was said.
  private func said(_ claim: ClaimRecord) -> String {
    Wording.figure(
      claim.quantity, expression: strings[claim.expression], interval: claim.interval)
  }

  private func above(
    _ part: WholeComparison.Member, _ whole: WholeComparison.Member
  ) -> Finding {
    let bottom = part.claim.low
    let top = whole.claim.high
    let sentence =
      "\(puts(part.claim.origin)) \(victims(part.key)) \(Wording.at(said(part.claim))), more than "
      + "the whole of \(said(whole.claim)) \(victims(whole.key)) that they are a part of."
    return finding(
      .whole, on: nil, severity: OrderOfMagnitude.severity(bottom, over: top),
      claims: [part.claim.id, whole.claim.id], origins: [part.claim.origin, whole.claim.origin],
      low: top, high: bottom, ratio: OrderOfMagnitude.ratio(bottom, over: top), sentence: sentence,
      questions: [part.key.id, whole.key.id].sorted(), apart: names.name(of: part.claim.id))
  }
}
