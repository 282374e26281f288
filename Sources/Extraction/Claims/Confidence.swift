/// How sure a reading is, by the rule that made it.
enum Confidence {
  /// The confidence of a mention's reading in thousandths.
  static func of(_ mention: Mention, _ grammar: SentenceGrammar) -> Int {
    var value =
      switch mention.rule {
      case .object, .subject, .noun, .ofNoun, .zero: 950
      case .resultative, .idiom, .part, .apposition, .list: 900
      case .toll: 900
      case .coordination: 850
      case .gapping: 750
      case nil: 700
      }
    if mention.kind == .unknown { value -= 150 }
    if mention.kind == .none, mention.rule == .subject { value -= 50 }
    return value
  }
}
