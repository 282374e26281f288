internal import ClaimModel

/// The findings over all questions, the gravest first.
extension Assembly {
  /// Looks for every kind of discrepancy and ties what is found to the questions.
  mutating func findDiscrepancies() {
    var findings: [Finding] = []
    for question in questions {
      findings += disjointFindings(question)
      findings += partisanFindings(question)
      findings += historyFindings(question)
      findings += echoFindings(question)
      findings += unboundedFindings(question)
    }
    let families = Family.gather(questions)
    for family in families {
      findings += definitionFindings(family)
      findings += sumFindings(family)
    }
    findings += gapFindings()
    findings += lossFindings()
    findings += partFindings()
    findings.sort(by: Self.precedes)
    var byQuestion: [String: [String]] = [:]
    for finding in findings {
      for question in finding.questions { byQuestion[question, default: []].append(finding.id) }
    }
    for index in questions.indices {
      questions[index].range.findings = byQuestion[questions[index].id] ?? []
    }
    result.findings = findings
  }

  /// Discrepancies come before what is only worth knowing; of each, the gravest first.
  private static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    let aInforms = informs(a.kind)
    let bInforms = informs(b.kind)
    if aInforms != bInforms { return bInforms }
    if a.severity != b.severity { return a.severity > b.severity }
    if a.kind != b.kind { return rank(a.kind) < rank(b.kind) }
    return (a.sentence, a.id) < (b.sentence, b.id)
  }

  /// Whether a kind of finding says nothing against a figure.
  private static func informs(_ kind: FindingKind) -> Bool {
    kind == .revision || kind == .echo || kind == .unbounded
  }

  private static func rank(_ kind: FindingKind) -> Int {
    FindingKind.allCases.firstIndex(of: kind) ?? 0
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
