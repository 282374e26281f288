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
      let low = found.parts.reduce(0) { $0 + max($1.claim.low, 0) }
      let top = found.whole.claim.high
      let together = names.count > 1 ? ", together \(Wording.grouped(low))," : ""
      let sentence =
        "\(possessive(whole.origin)) \(Wording.list(names))\(together) "
        + "\(names.count > 1 ? "are" : "is") more than its own \(figure(found.whole)) for "
        + "\(victims(total.key))\(on(found.whole))."
      findings.append(
        finding(
          .whole, on: nil, severity: OrderOfMagnitude.severity(low, over: top),
          claims: found.parts.map(\.claim.id) + [found.whole.claim.id], origins: [whole.origin],
          low: top, high: low, ratio: OrderOfMagnitude.ratio(low, over: top), sentence: sentence,
          questions: (histories.map(\.0.id) + [total.id]).sorted(), apart: "sum"))
    }
    return findings
  }

  /// The latest day on which the parts together are above the whole; days without all of them
  /// are compared with what there is.
  private func latestMisfit(
    _ parts: [OriginHistory], _ whole: OriginHistory
  ) -> (parts: [Statement], whole: Statement)? {
    guard !parts.isEmpty else { return nil }
    for total in whole.statements.reversed() where total.claim.high != .min {
      let sameDay = parts.map { part in part.statements.last { $0.day == total.day } }
      guard sameDay.count == sameDay.compactMap(\.self).count else { continue }
      let statements = sameDay.compactMap(\.self)
      let low = statements.reduce(0) {
        $0.addingReportingOverflow(max($1.claim.low, 0)).partialValue
      }
      if low > total.claim.high { return (statements, total) }
    }
    return nil
  }

  /// `whole`: a stated part above the figure that it is a part of.
  func partFindings() -> [Finding] {
    var wholes: [UInt64: (claim: ClaimRecord, question: Question)] = [:]
    var wanted: Set<UInt64> = []
    for question in questions { for part in question.parts { wanted.insert(part.whole) } }
    if wanted.isEmpty { return [] }
    for question in questions {
      for history in question.histories {
        for statement in history.statements {
          for id in [statement.claim.id] + statement.echoes where wanted.contains(id) {
            wholes[id] = (statement.claim, question)
          }
        }
      }
    }
    var findings: [Finding] = []
    for question in questions {
      for (part, id) in question.parts {
        guard let whole = wholes[id], whole.claim.high != .min, part.low > whole.claim.high else {
          continue
        }
        findings.append(above(question, part, whole))
      }
    }
    return findings
  }

  private func above(
    _ question: Question, _ part: ClaimRecord, _ whole: (claim: ClaimRecord, question: Question)
  ) -> Finding {
    func said(_ claim: ClaimRecord) -> String {
      Wording.figure(
        claim.quantity, expression: strings[claim.expression], interval: claim.interval)
    }
    let sentence =
      "\(puts(part.origin)) \(victims(question.key)) \(Wording.at(said(part))), more than the whole of "
      + "\(said(whole.claim)) \(victims(whole.question.key)) that they are a part of."
    return finding(
      .whole, on: nil, severity: OrderOfMagnitude.severity(part.low, over: whole.claim.high),
      claims: [part.id, whole.claim.id], origins: [part.origin, whole.claim.origin],
      low: whole.claim.high, high: part.low,
      ratio: OrderOfMagnitude.ratio(part.low, over: whole.claim.high), sentence: sentence,
      questions: [question.id, whole.question.id].sorted(), apart: names.name(of: part.id))
  }
}
