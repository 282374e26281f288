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
  /// with all periods of a party's war as one family, and with those of its running counts where the
  /// party's own side gives none.
  static func gather(_ questions: [Question], periodsTogether: Bool = false) -> [Family] {
    // By war, for its periods and its running counts: whether the party's own side gives any.
    var isOwn: [Key: Bool] = [:]
    if periodsTogether {
      for question in questions {
        guard let key = Self.war(of: question) else { continue }
        isOwn[key] = isOwn[key] ?? false || question.perspectives.contains(.own)
      }
    }
    var places: [Key: Int] = [:]
    var gathered: [(Key, [Question])] = []
    for question in questions where question.key.whole.isEmpty {
      var key = key(of: question)
      if periodsTogether, let periods = Self.war(of: question), periods.scope == .period {
        var running = periods
        running.scope = .cumulative
        key = isOwn[running] == false && isOwn[periods] == false ? running : periods
      }
      if let place = places[key] {
        gathered[place].1.append(question)
      } else {
        places[key] = gathered.count
        gathered.append((key, [question]))
      }
    }
    return gathered.map { Family(key: $0.0, questions: $0.1) }
  }

  /// The key of a war's running counts, or of its periods, among which is what is counted since a
  /// day of its own; nil for a question on less.
  private static func war(of question: Question) -> Key? {
    var key = key(of: question)
    guard !key.conflict.isEmpty, key.scope == .period || key.scope == .cumulative else {
      return nil
    }
    if !key.event.isEmpty { key.scope = .period }
    key.event = ""
    return key
  }

  private static func key(of question: Question) -> Key {
    Key(
      party: question.key.party, scope: question.key.scope, event: question.key.event,
      conflict: question.key.conflict, also: question.key.also)
  }

  /// The question on one outcome and status; nil where nobody answers it.
  func question(_ outcome: Outcome, _ status: VictimStatus) -> Question? {
    questions.first { $0.key.outcome == outcome && $0.key.status == status }
  }
}
