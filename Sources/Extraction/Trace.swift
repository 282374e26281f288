package import ClaimModel
internal import Lexicons

extension Extractor {
  /// What the extractor saw, sentence by sentence, for a person to read.
  ///
  /// Each sentence with a number is printed with its number expressions in brackets, then a line a
  /// number: what it is a claim of, by which rule and word, or why it was passed over; then a line
  /// for each saying with its speaker and cue, or that a speaker of another sentence goes on.
  package func trace(_ document: Document) -> String {
    var assembly = assembly(of: document, page(of: document))
    _ = assembly.assemble(auditing: false)
    var lines: [String] = []
    for (index, grammar) in assembly.sentences.enumerated() where !grammar.mentions.isEmpty {
      lines.append(marked(grammar))
      for mention in grammar.mentions {
        lines.append("    " + explanation(mention, grammar, assembly.read))
      }
      for saying in index < assembly.sayings.count ? assembly.sayings[index] : [] {
        let cue = saying.cue.first.map { string($0...$0, grammar) } ?? "goes on"
        lines.append("    says: \(saying.speaker.name) (\(cue))")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private func marked(_ grammar: SentenceGrammar) -> String {
    guard let first = grammar.units.first, let last = grammar.units.last else { return "" }
    var out = ""
    var position = grammar.text.tokens[first.first].start
    for mention in grammar.mentions {
      let start = grammar.text.tokens[grammar.units[mention.number.first].first].start
      let end = grammar.text.tokens[grammar.units[mention.number.last].last].end
      guard start >= position else { continue }
      out += grammar.text.string(position, start) + "[" + grammar.text.string(start, end) + "]"
      position = end
    }
    return out + grammar.text.string(position, grammar.text.tokens[last.last].end)
  }

  private func explanation(
    _ mention: Mention, _ grammar: SentenceGrammar, _ read: EarlierClaims
  ) -> String {
    let expression = string(mention.number.first...mention.number.last, grammar)
    guard let outcome = mention.outcome, mention.reason == nil else {
      return "\(expression): passed over (\(mention.reason ?? "no_outcome"))"
    }
    let start = grammar.text.tokens[grammar.units[mention.number.first].first].first
    let word = mention.trigger.map { string($0...$0, grammar) } ?? ""
    var line = "\(expression): \(outcome.rawValue) by '\(word)' (\(mention.rule?.rawValue ?? ""))"
    for (claim, reason) in zip(read.claims, read.reasons) where claim.span?.start == start {
      line += ", victims '\(claim.victims)', party '\(claim.party)' (\(reason.rawValue)), source '"
      line += "\(claim.attribution.source)', \(claim.stance.rawValue)"
    }
    return line
  }

  private func string(_ units: ClosedRange<Int>, _ grammar: SentenceGrammar) -> String {
    grammar.text.string(
      tokens: grammar.units[units.lowerBound].first, through: grammar.units[units.upperBound].last)
  }
}
