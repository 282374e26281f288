internal import ClaimModel

/// Findings on figures that seem to differ but count different things.
extension Assembly {
  /// `definition`: one number by one origin under two outcomes, or killed above casualties.
  func definitionFindings(_ family: Family) -> [Finding] {
    sameNumberFindings(family) + killedAboveCasualties(family)
  }

  private typealias Said = (question: Question, statement: Statement)

  private func sameNumberFindings(_ family: Family) -> [Finding] {
    var said: [Int32: [Int: [Said]]] = [:]
    for question in family.questions {
      for history in question.histories {
        for statement in history.statements
        where statement.claim.quantity.qualifier != .indefinite
          && statement.claim.statedLow == statement.claim.statedHigh
          && statement.claim.statedLow > 9
        {
          said[history.origin, default: [:]][statement.claim.statedLow, default: []].append(
            (question, statement))
        }
      }
    }
    var findings: [Finding] = []
    for (origin, numbers) in said {
      for (number, places) in numbers {
        if let found = twoOutcomes(origin, number, places) { findings.append(found) }
      }
    }
    return findings
  }

  /// The first two outcomes that an origin's number stands under; nil where it is one only.
  private func twoOutcomes(_ origin: Int32, _ number: Int, _ places: [Said]) -> Finding? {
    // The questions of a family come in the order of their outcomes.
    guard let first = places.first,
      let second = places.first(where: { $0.question.key.outcome != first.question.key.outcome })
    else { return nil }
    let pair = [first, second]
    let isCasualties = pair.contains { $0.question.key.outcome == .casualties }
    // '12 killed and 12 wounded' is no mix-up unless one of the two takes the other in.
    guard isCasualties || number >= 1000 else { return nil }
    let words = pair.map { victims($0.question.key) }
    let sentence =
      "\(possessive(origin)) \(Wording.grouped(number)) is given as \(words[0]) in one "
      + "place and as \(words[1]) in another."
    return finding(
      .definition, on: nil, severity: 0, claims: pair.map(\.statement.claim.id), origins: [origin],
      low: number, high: number, ratio: 1000, sentence: sentence,
      questions: pair.map(\.question.id).sorted(), apart: String(number))
  }

  private func killedAboveCasualties(_ family: Family) -> [Finding] {
    var findings: [Finding] = []
    for killed in family.questions where killed.key.outcome == .killed {
      guard let casualties = family.question(.casualties, killed.key.status) else { continue }
      for dead in killed.histories {
        // Of several counts of casualties below, the lowest shows the mix-up best.
        let below = casualties.histories.filter {
          $0.current.claim.high != .min && $0.current.claim.high < dead.current.claim.low
        }
        for hurt in below
        where below.count <= 3 || hurt.current.claim.high == below.map(\.current.claim.high).min() {
          findings.append(above(killed, dead, casualties, hurt))
        }
      }
    }
    return findings
  }

  private func above(
    _ killed: Question, _ dead: OriginHistory, _ casualties: Question, _ hurt: OriginHistory
  ) -> Finding {
    let bottom = dead.current.claim.low
    let top = hurt.current.claim.high
    let plain = isPlain(dead.current, at: bottom) && isPlain(hurt.current, at: top)
    let sentence =
      "\(puts(dead.origin)) \(victims(killed.key)) alone \(Wording.at(figure(dead.current))), "
      + "\(comparison(bottom: bottom, top: top, isPlain: plain)) the \(figure(hurt.current)) that "
      + "\(name(hurt.origin)) \(isPlural(hurt.origin) ? "give" : "gives") for "
      + "\(victims(casualties.key)), dead and wounded together: one of them counts something else"
      + "\(apart(dead.current, hurt.current))."
    return finding(
      .definition, on: nil, severity: OrderOfMagnitude.severity(bottom, over: top),
      claims: [dead.current.claim.id, hurt.current.claim.id], origins: [dead.origin, hurt.origin],
      low: top, high: bottom, ratio: OrderOfMagnitude.ratio(bottom, over: top), sentence: sentence,
      questions: [killed.id, casualties.id].sorted())
  }

  /// `definition`: losses, which take in the missing and the captured, read as deaths.
  func lossFindings(_ question: Question) -> [Finding] {
    guard question.key.outcome == .killed else { return [] }
    return question.histories.compactMap { history in
      guard
        let statement = history.statements.last(where: {
          $0.claim.flags.contains(.readFromLosses)
        })
      else { return nil }
      let sentence =
        "\(possessive(history.origin)) \(figure(statement)) for "
        + "\(victims(question.key)) is given as losses, which may take in the wounded, the missing "
        + "and the captured."
      return finding(
        .definition, on: question, severity: 0, claims: [statement.claim.id],
        origins: [history.origin], low: statement.claim.interval.low,
        high: statement.claim.interval.high, sentence: sentence, apart: "losses")
    }
  }
}
