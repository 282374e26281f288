/// Why two claims were paired: what they share, the strongest evidence first.
///
/// A pair is made by the first rule under which two claims that are still free meet; under one
/// rule, those nearest to each other in the text or in time meet first.
package enum MatchRule: Int, Hashable, Sendable, CaseIterable, Comparable {
  case identicalRow
  case sameQuestionAndTextInDocument
  case sameTextInDocument
  case sameQuestionAndText
  case sameQuestionAndNumberInDocument
  case sameSentenceButNumbers
  case sameTextAndNumber
  case sameQuestionAndFigure
  case sameQuestionAndNumber
  case similarSentenceOnQuestion
  case similarSentenceWithNumber
  case similarSentenceInDocument
  case sameSentenceOnOtherQuestion
  case sameQuestionNearestDate

  /// The rule as a clause for a person: 'paired because …'.
  package var reason: String {
    switch self {
    case .identicalRow: "all compared cells are equal"
    case .sameQuestionAndTextInDocument:
      "same question, same origin, same sentence in the same document"
    case .sameTextInDocument: "same sentence in the same document"
    case .sameQuestionAndText: "same question, same origin, same sentence in another document"
    case .sameQuestionAndNumberInDocument:
      "same question, same origin, same number in the same document"
    case .sameSentenceButNumbers:
      "same question, same origin, same sentence in the same document but for its numbers"
    case .sameTextAndNumber: "same sentence with the same number in another document"
    case .sameQuestionAndFigure:
      "same question, same origin, same number and qualifier, nearest date"
    case .sameQuestionAndNumber: "same question, same origin, same number, nearest date"
    case .similarSentenceOnQuestion:
      "same question, same origin, similar sentence in the same or a renamed document"
    case .similarSentenceWithNumber: "similar sentence with the same number"
    case .similarSentenceInDocument:
      "similar sentence on the same outcome and victims in the same or a renamed document"
    case .sameSentenceOnOtherQuestion:
      "same sentence in the same document but for its numbers and what it counts"
    case .sameQuestionNearestDate: "same question, same origin, nearest date"
    }
  }

  package static func < (a: MatchRule, b: MatchRule) -> Bool { a.rawValue < b.rawValue }
}
