internal import ClaimModel
internal import Lexicons

/// When the people of a mention were hurt, as the sentence says.
struct Timing {
  /// The time words; nil for none.
  var words: Range<Int>?
  var from: PartialDate?
  var to: PartialDate?
  var scope: Scope
}

/// Reads the time words that scope a figure and resolves them against the document's date.
struct TimeReader {
  let grammar: SentenceGrammar
  let published: PartialDate?

  /// The timing of a mention.
  func timing(of mention: Mention) -> Timing {
    Timing(words: nil, from: nil, to: nil, scope: mention.rule == .toll ? .cumulative : .unknown)
  }
}
