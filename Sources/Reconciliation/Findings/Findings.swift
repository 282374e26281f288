internal import ClaimModel

/// The findings on the questions on one party in one conflict, or in one event of none.
extension Assembly {
  /// Looks for every kind of discrepancy but those of parts, whose wholes may lie anywhere.
  ///
  /// - Parameter questions: All questions on one party and conflict, where there is none on one event, in order.
  /// - Returns: What was found, in no order.
  func findings(on questions: [Question]) -> [Finding] {
    var findings: [Finding] = []
    for question in questions {
      findings += disjointFindings(question)
      findings += partisanFindings(question)
      findings += historyFindings(question)
      findings += echoFindings(question)
      findings += unboundedFindings(question)
      findings += lossFindings(question)
    }
    for family in Family.gather(questions) {
      findings += definitionFindings(family)
      findings += sumFindings(family)
    }
    return findings + gapFindings(questions)
  }
}

/// The questions that differ in outcome and status only.
struct Family {
  /// What the questions share.
  struct Key: Hashable {
    var party: String
    var scope: Scope
    var event: String
    var conflict: String
    var also: String
  }

  let key: Key
  let questions: [Question]

  /// The wholes among some questions, by family, in the order of their first question; if asked,
  /// with all periods of a party's war as one family.
  static func gather(_ questions: [Question], periodsTogether: Bool = false) -> [Family] {
    var places: [Key: Int] = [:]
    var gathered: [(Key, [Question])] = []
    for question in questions where question.key.whole.isEmpty {
      let pools = periodsTogether && question.key.scope == .period && !question.key.conflict.isEmpty
      let key = Key(
        party: question.key.party, scope: question.key.scope,
        event: pools ? "" : question.key.event,
        conflict: question.key.conflict, also: question.key.also)
      if let place = places[key] {
        gathered[place].1.append(question)
      } else {
        places[key] = gathered.count
        gathered.append((key, [question]))
      }
    }
    return gathered.map { Family(key: $0.0, questions: $0.1) }
  }

  /// The question on one outcome and status; nil where nobody answers it.
  func question(_ outcome: Outcome, _ status: VictimStatus) -> Question? {
    questions.first { $0.key.outcome == outcome && $0.key.status == status }
  }
}
