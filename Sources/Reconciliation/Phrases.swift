internal import ClaimModel

/// The parts of findings' sentences that need registers and questions: who, whom, how many, when.
extension Assembly {
  /// An origin's name in a sentence; a document that names nobody speaks through its author.
  func name(_ origin: Int32) -> String {
    let entry = origins[Int(origin)]
    return entry.isDocument ? "the author of \(entry.name)" : entry.name
  }

  /// What an origin does with a figure: `The New York Times puts`, `Officials put`.
  func puts(_ origin: Int32) -> String {
    name(origin) + (isPlural(origin) ? " put" : " puts")
  }

  /// Whether an origin's name takes a verb in the plural.
  func isPlural(_ origin: Int32) -> Bool { origins[Int(origin)].isPlural }

  /// An origin's name in the possessive: `Zelensky's`, `officials'`.
  func possessive(_ origin: Int32) -> String {
    let name = name(origin)
    return Wording.possessive(name, isPlural: isPlural(origin), facts.words)
  }

  /// A party's name in the possessive.
  func possessive(party: String) -> String {
    Wording.possessive(party, isPlural: false, facts.words)
  }

  /// A statement's figure as it was said.
  func figure(_ statement: Statement) -> String {
    let figure = Wording.figure(
      statement.claim.quantity, expression: strings[statement.claim.expression],
      interval: statement.claim.interval)
    // A table may give an interval that is not what its number alone would mean.
    let stated = statement.claim.quantity
    if stated.qualifier == .exact, let low = statement.claim.interval.low,
      let high = statement.claim.interval.high, low != stated.low || high != stated.high
    {
      return "\(figure) (\(Wording.ends(of: statement.claim.interval)))"
    }
    return figure
  }

  /// Whom a question counts: `Ukrainian dead`, `civilian wounded`, `people killed in Syria`.
  func victims(_ key: QuestionKey, withEvent: Bool = true) -> String {
    let noun =
      switch key.outcome {
      case .killed: "dead"
      case .injured: "wounded"
      case .casualties: "casualties"
      case .missing: "missing"
      case .captured: "captured"
      case .displaced: "displaced"
      }
    let isPart = !key.whole.isEmpty && !key.part.isEmpty
    let status = key.status == .unspecified || isPart ? "" : key.status.rawValue + " "
    var text = "\(status)\(noun)"
    if !key.party.isEmpty {
      if let adjective = parties.adjective(key.party) {
        text = "\(adjective) \(text)"
      } else {
        text = "\(text) of \(key.party)"
      }
    } else if status.isEmpty {
      text = "the \(text)"
    }
    if isPart { text = "\(key.part) among the \(text)" }
    if withEvent, !key.event.isEmpty { text += " (\(key.event))" }
    if withEvent, partiesOfSeveralWars.contains(key.party), !key.conflict.isEmpty {
      text += " (\(key.conflict))"
    }
    if !key.also.isEmpty { text += " (\(key.also))" }
    return text
  }

  /// A date in brackets where it is known: ` (2025-02-16)`.
  func on(_ statement: Statement) -> String {
    statement.date.date.map { " (\($0))" } ?? ""
  }

  /// Says how far two statements lie apart, where that is long enough to matter: days do where a
  /// running count may have grown from the one to the other.
  func apart(_ a: Statement, _ b: Statement, isGrowth: Bool = false) -> String {
    guard a.day != .min, b.day != .min else { return "" }
    let days = Int(max(a.day, b.day)) - Int(min(a.day, b.day))
    if days < 60 { return isGrowth && days > 1 ? "; the two are \(days) days apart" : "" }
    if days < 730 { return "; the two are \(days / 30) months apart" }
    return "; the two are \(days / 365) years apart"
  }

  /// How much larger one figure is: `9.5 times`, where either is no plain number `at least 9.5
  /// times`; `30 more than` where the ratio is small.
  func comparison(bottom: Int, top: Int, isPlain: Bool) -> String {
    guard let ratio = OrderOfMagnitude.ratio(bottom, over: top) else {
      return "against"
    }
    let least = isPlain ? "" : "at least "
    if ratio < 1095 { return "\(least)\(Wording.grouped(bottom - top)) more than" }
    return "\(least)\(Wording.times(ratio)) times"
  }

  /// Makes a finding with its id.
  func finding(
    _ kind: FindingKind, on question: Question?, severity: Int, claims: [UInt64],
    origins numbers: [Int32], low: Int? = nil, high: Int? = nil, ratio: Int? = nil,
    sentence: String, quotes: [String] = [], questions: [String]? = nil, apart: String = ""
  ) -> Finding {
    var seen: Set<String> = []
    let origins = numbers.map { self.origins[Int($0)].name }.filter { seen.insert($0).inserted }
    var hash = StableHash()
    hash.combine(kind.rawValue)
    hash.combine(question?.id ?? "")
    for id in questions ?? [] { hash.combine(id) }
    for name in origins { hash.combine(name) }
    hash.combine(apart)
    var claimed: Set<UInt64> = []
    return Finding(
      id: hash.hexadecimal, kind: kind, severity: severity, questionID: question?.id ?? "",
      claims: claims.filter { claimed.insert($0).inserted }.map { names.name(of: $0) },
      origins: origins, lowValue: low, highValue: high, ratio: ratio,
      sentence: Wording.capitalized(sentence), quotes: quotes, questions: questions)
  }
}
