package import ClaimModel
package import Reconciliation

/// How the figures of questions and answers are written: from what was said, not from what a
/// convention made of it, wherever the two would show digits that no source gave.
extension Report {
  /// An origin's current figure: '46,000', '> 435,000', 'about 1 million', '200,000–900,000'.
  package func figure(_ answer: OriginAnswer) -> String {
    let quantity = quantity(answer)
    let word = answer.expression.isEmpty ? claim(answer.current)?.expression : answer.expression
    return figure(quantity, expression: word ?? "")
  }

  /// A claim's figure: as its document says it where that is a word, else in digits.
  package func figure(_ claim: Claim) -> String {
    figure(claim.quantity, expression: claim.expression)
  }

  /// 'dozens' and 'a few hundred' have no digits that could be written otherwise.
  private func figure(_ quantity: Quantity, expression: String) -> String {
    guard quantity.qualifier == .indefinite, !expression.isEmpty else {
      return style.stated(quantity)
    }
    return PlainText.cut(PlainText.oneLine(expression), to: 28).lowercasedFirst
  }

  /// The number as the answer's current claim says it.
  private func quantity(_ answer: OriginAnswer) -> Quantity {
    claim(answer.current)?.quantity ?? answer.quantity
  }

  /// The date that an answer stands for.
  package func date(of answer: OriginAnswer) -> PartialDate? {
    answer.asOf ?? date(ofClaim: answer.current)
  }

  /// What an interval that came of a hedge runs over: '900,000–1,100,000'; nil where the figure says it all.
  package func reading(_ answer: OriginAnswer) -> String? {
    switch quantity(answer).qualifier {
    case .about, .nearly, .indefinite:
      guard answer.interval.low != nil || answer.interval.high != nil else { return nil }
      return readAs(answer)
    case .exact, .atLeast, .moreThan, .atMost, .fewerThan, .range: return nil
    }
  }

  /// The lowest low: '46,000', '> 20', or the dash.
  package func low(_ range: QuestionRange) -> String {
    guard let low = range.low else { return style.missing }
    return self.low(low, among: range.answers)
  }

  /// The highest high: '435,000', '≥ 435,000' where a figure is open above it, 'open' where none ends.
  package func high(_ range: QuestionRange) -> String {
    guard let high = range.high else { return range.highOpen ? words[.numberOpen] : style.missing }
    guard range.highOpen else { return self.high(high, among: range.answers) }
    return "≥ " + style.count(rounded(high, among: range.answers))
  }

  /// The best figure, as its source gave it where it is one source's: 560,001 that came of 'more than
  /// 560,000' is '> 560,000'.
  package func best(_ range: QuestionRange) -> String {
    guard let best = range.best else { return style.missing }
    for answer in range.answers where answer.interval.best == best {
      let quantity = quantity(answer)
      switch quantity.qualifier {
      case .moreThan where quantity.low == best - 1: return "> " + style.count(quantity.low)
      case .fewerThan where quantity.high == best + 1: return "< " + style.count(quantity.high)
      default: return style.count(best)
      }
    }
    return style.count(best)
  }

  /// The end of a figure in words as a round number: 999,999 that came of 'hundreds of thousands' is
  /// 1,000,000.
  private func rounded(_ high: Int, among answers: [OriginAnswer]) -> Int {
    let isRound = answers.contains {
      $0.interval.high == high && quantity($0).qualifier == .indefinite && (high + 1) % 10 == 0
    }
    return isRound ? high + 1 : high
  }

  /// A lower end as its source gave it: 46,001 that came of 'more than 46,000' is '> 46,000'.
  private func low(_ low: Int, among answers: [OriginAnswer]) -> String {
    for answer in answers where answer.interval.low == low {
      let quantity = quantity(answer)
      if quantity.qualifier != .moreThan { return style.count(low) }
      if quantity.low == low - 1 { return "> " + style.count(quantity.low) }
    }
    return style.count(low)
  }

  /// An upper end as its source gave it: 19 that came of 'fewer than 20' is '< 20', and 999,999 that came
  /// of 'hundreds of thousands' is '< 1,000,000'.
  private func high(_ high: Int, among answers: [OriginAnswer]) -> String {
    for answer in answers where answer.interval.high == high {
      let quantity = quantity(answer)
      switch quantity.qualifier {
      case .fewerThan where quantity.high == high + 1: return "< " + style.count(quantity.high)
      case .indefinite where (high + 1) % 10 == 0: return "< " + style.count(high + 1)
      default: return style.count(high)
      }
    }
    return style.count(high)
  }

  /// What an answer's figure was read as: '46,000', '900,000–1,100,000', '> 20'.
  package func readAs(_ answer: OriginAnswer) -> String {
    joined(answer.interval.low, answer.interval.high, among: [answer])
      ?? style.interval(answer.interval)
  }

  /// Two ends in one cell; nil where neither is known.
  private func joined(_ low: Int?, _ high: Int?, among answers: [OriginAnswer]) -> String? {
    let lowText = low.map { self.low($0, among: answers) }
    let highText = high.map { self.high($0, among: answers) }
    switch (lowText, highText) {
    case (let low?, let high?):
      if low == high { return low }
      let isSigned = low.hasPrefix(">") || high.hasPrefix("<")
      return low + (isSigned ? " \(style.rangeDash) " : style.rangeDash) + high
    case (let low?, nil): return low.hasPrefix(">") ? low : "≥ " + low
    case (nil, let high?): return high.hasPrefix("<") ? high : "≤ " + high
    case (nil, nil): return nil
    }
  }

  /// Low to high in one cell: '46,000–435,000'.
  package func span(_ range: QuestionRange) -> String {
    guard range.highOpen, range.high != nil else {
      return joined(range.low, range.high, among: range.answers) ?? style.missing
    }
    let (low, high) = (low(range), high(range))
    return range.low == nil ? high : low + " \(style.rangeDash) " + high
  }

  /// The intervals on which the most origins agree, lowest first: '10–12'; the dash where one origin
  /// stands alone, since a source always agrees with itself.
  package func agreement(_ range: QuestionRange) -> String {
    let shared = range.agreements.filter { $0.origins.count > 1 }
    guard !shared.isEmpty else { return style.missing }
    return shared.map { agreement in
      let answers = range.answers.filter { agreement.origins.contains($0.origin) }
      return joined(agreement.interval.low, agreement.interval.high, among: answers)
        ?? style.missing
    }.joined(separator: words[.numberOr])
  }

  /// How many of a question's sources agree, in a sentence without its full stop.
  func agreementSentence(_ count: Int, _ range: QuestionRange, _ interval: String) -> String {
    words(
      .agreementSentence,
      ["count": String(count), "all": String(sourceCount(range)), "interval": interval])
  }

  /// How many origins agree, of how many; nil where none do.
  package func agreementCount(_ range: QuestionRange) -> Int? {
    range.agreements.map(\.origins.count).filter { $0 > 1 }.max()
  }

  /// The range of one perspective: '46,000–55,000' or the dash.
  package func perspective(_ perspective: Perspective, of range: QuestionRange) -> String {
    guard let part = range.perspectives[perspective], part.origins > 0 else { return style.missing }
    let answers = range.answers.filter { $0.perspective == perspective }
    return joined(part.low, part.high, among: answers) ?? style.missing
  }

  /// The date that a claim's figure stands for.
  package func date(ofClaim id: String) -> PartialDate? {
    claim(id).flatMap { $0.to ?? $0.from ?? $0.published }
  }

  /// Who is credited with a claim: its source, else its publisher, else its document.
  package func origin(of claim: Claim) -> String {
    if !claim.attribution.source.isEmpty { return claim.attribution.source }
    return claim.publisher.isEmpty ? claim.documentID : claim.publisher
  }
}

extension String {
  /// The text with its first letter small: 'Dozens' within a line.
  fileprivate var lowercasedFirst: String {
    guard let first = unicodeScalars.first else { return self }
    return first.properties.lowercaseMapping + String(unicodeScalars.dropFirst())
  }
}
