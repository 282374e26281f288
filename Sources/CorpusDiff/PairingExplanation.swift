package import ClaimModel

/// Why a claim got the partner it got, and who else was considered.
package struct PairingExplanation: Hashable, Sendable {
  /// The claim that came second.
  package struct RunnerUp: Hashable, Sendable {
    /// The claim.
    package var claim: Claim
    /// Whether it is of the new corpus.
    package var isNew: Bool
    /// What spoke for it.
    package var rule: MatchRule
    /// The days between the two; nil where one has no date.
    package var days: Int?
  }

  /// The rule by which the claim was paired; nil where it has no partner.
  package var rule: MatchRule?
  /// Whether the claim is a surplus copy of what both corpora say.
  package var isCopy: Bool
  /// The days between the two; nil where one has no date.
  package var days: Int?
  /// The best other candidate among the claims that are no identical rows; nil where there is none.
  package var runnerUp: RunnerUp?

  /// The explanation in a sentence or two.
  package var sentence: String {
    let nobody =
      isCopy
      ? "No partner was sought: a copy of what the other corpus says elsewhere."
      : "No partner was found."
    var text = rule.map { "Paired: \($0.reason)\(Self.apart(days))." } ?? nobody
    guard let runnerUp else { return text + " No other candidate." }
    let side = runnerUp.isNew ? "new" : "old"
    let place = runnerUp.claim.documentID.isEmpty ? "" : " in \(runnerUp.claim.documentID)"
    text += " Runner-up: the \(side) claim of \(FigureWords.figure(of: runnerUp.claim))\(place)"
    return text + " (\(runnerUp.rule.reason)\(Self.apart(runnerUp.days)))."
  }

  private static func apart(_ days: Int?) -> String {
    guard let days, days > 0 else { return "" }
    return ", \(FigureWords.grouped(days)) day\(days == 1 ? "" : "s") apart"
  }

  /// Explains the changes of a diff, one by one, in their order.
  package static func explanations(of diff: CorpusDiff) -> [PairingExplanation] {
    let candidates = PairingCandidates(diff)
    return diff.changes.indices.map { candidates.explanation(of: $0, in: diff) }
  }
}

/// The claims of a diff, found by what they have in common.
private struct PairingCandidates {
  private var old: [Int: ClaimSignature] = [:]
  private var new: [Int: ClaimSignature] = [:]
  private var oldByKey: [UInt64: [Int]] = [:]
  private var newByKey: [UInt64: [Int]] = [:]

  /// More claims of one key are not looked at: the runner-up is for people to read.
  private static let mostPerKey = 64

  init(_ diff: CorpusDiff) {
    for (index, change) in diff.changes.enumerated() {
      if let claim = change.old {
        let signature = Self.signature(claim, diff.options)
        old[index] = signature
        for key in Self.keys(signature) { Self.add(index, to: &oldByKey[key, default: []]) }
      }
      if let claim = change.new {
        let signature = Self.signature(claim, diff.options)
        new[index] = signature
        for key in Self.keys(signature) { Self.add(index, to: &newByKey[key, default: []]) }
      }
    }
  }

  private static func add(_ index: Int, to list: inout [Int]) {
    if list.count < mostPerKey { list.append(index) }
  }

  private static func signature(_ claim: Claim, _ options: DiffOptions) -> ClaimSignature {
    ClaimSignature(
      claim, row: claim.fingerprint, substance: claim.substance, saying: claim.saying,
      options: options)
  }

  private static func keys(_ claim: ClaimSignature) -> [UInt64] {
    var keys = [
      ClaimSignature.key(1, claim.question, claim.origin),
      ClaimSignature.key(2, claim.document, claim.number),
    ]
    if claim.text != 0 { keys.append(ClaimSignature.key(3, claim.text)) }
    if claim.skeleton != 0 {
      keys.append(ClaimSignature.key(4, claim.skeleton, claim.document))
    }
    return keys
  }

  /// The explanation of one change.
  func explanation(of index: Int, in diff: CorpusDiff) -> PairingExplanation {
    let change = diff.changes[index]
    var explanation = PairingExplanation(rule: change.rule, isCopy: change.isCopy)
    if let before = old[index], let now = new[index] { explanation.days = before.days(to: now) }
    var best: (rank: (Int, Int), runnerUp: PairingExplanation.RunnerUp)?
    for (claim, others, lists, isNew) in [
      (old[index], new, newByKey, true), (new[index], old, oldByKey, false),
    ] {
      guard let claim else { continue }
      for other in Set(Self.keys(claim).flatMap { lists[$0] ?? [] }).sorted() where other != index {
        guard let candidate = others[other], let rule = claim.evidence(for: candidate),
          let runnerUp = isNew ? diff.changes[other].new : diff.changes[other].old
        else { continue }
        let rank = (rule.rawValue, abs(candidate.day - claim.day))
        if let best, best.rank <= rank { continue }
        best = (
          rank,
          .init(claim: runnerUp, isNew: isNew, rule: rule, days: claim.days(to: candidate))
        )
      }
    }
    explanation.runnerUp = best?.runnerUp
    return explanation
  }
}

extension ClaimSignature {
  /// The strongest rule by which two claims could be one; nil where none speaks for it.
  func evidence(for other: ClaimSignature) -> MatchRule? {
    let isAnswer = question == other.question && origin == other.origin
    let isInDocument = document == other.document
    let isNumber = number == other.number
    if text != 0, text == other.text {
      if isAnswer { return isInDocument ? .sameQuestionAndTextInDocument : .sameQuestionAndText }
      if isInDocument { return .sameTextInDocument }
      if isNumber, words.count >= Self.tellingWords { return .sameTextAndNumber }
    }
    let isFigure = isNumber && figure == other.figure
    let isSentence = skeleton != 0 && skeleton == other.skeleton && isInDocument
    if isAnswer {
      if isFigure, isInDocument { return .sameQuestionAndNumberInDocument }
      if isSentence { return .sameSentenceButNumbers }
      if isFigure, locus == other.locus { return .sameQuestionAndFigure }
      if isNumber, locus == other.locus { return .sameQuestionAndNumber }
    }
    let likeness = isElsewhere(than: other) ? 0 : words.likeness(to: other.words)
    if isAnswer, isInDocument, likeness >= 500 { return .similarSentenceOnQuestion }
    if isNumber, isInDocument, likeness >= 500 { return .similarSentenceWithNumber }
    if isNumber, likeness >= 700, question == other.question || origin == other.origin {
      return .similarSentenceWithNumber
    }
    if isInDocument, outcome == other.outcome, victims == other.victims,
      likeness >= (origin == other.origin ? 500 : 700)
    {
      return .similarSentenceInDocument
    }
    if isSentence { return .sameSentenceOnOtherQuestion }
    return isAnswer && locus == other.locus ? .sameQuestionNearestDate : nil
  }

  /// The days between two claims; nil where one has no date.
  func days(to other: ClaimSignature) -> Int? {
    day == Self.undated || other.day == Self.undated ? nil : abs(day - other.day)
  }
}
