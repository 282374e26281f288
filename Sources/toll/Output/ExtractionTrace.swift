import ClaimModel
import Extraction

/// The text of `toll extract --trace`: each passage with its numbers marked, and what became of each.
///
/// ```
/// [1: 31,000] Ukrainian soldiers have been killed in [2: two years] of war.
///   1  31,000: claim 0f3a6c1e9b7d2458, killed, Ukraine, military, says …, rule …
///   2  two years: no claim (measure)
/// ```
struct ExtractionTrace {
  /// Whether the marks are coloured.
  let paints: Bool

  /// The trace of one document.
  func text(_ document: Document, _ extraction: Extraction) -> String {
    let scalars = Array(document.text.unicodeScalars)
    let claims = Dictionary(
      extraction.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var text = "== \(document.id)\n"
    var numbers = extraction.numbers.filter { $0.span.end <= scalars.count }[...]
    while let first = numbers.first {
      let passage = Self.passage(around: first.span, in: scalars)
      let inside = numbers.prefix { $0.span.start < passage.upperBound }
      numbers = numbers.dropFirst(inside.count)
      text += "\n" + marked(passage, Array(inside), scalars) + "\n"
      for (index, number) in inside.enumerated() {
        text += lines(index + 1, number, claims)
      }
    }
    for silence in extraction.silences {
      text += "\n\(silence.quote)\n  \(silence.party) publishes no figure\n"
    }
    return text + "\n"
  }

  /// The paragraph that a number stands in.
  private static func passage(
    around span: TextSpan, in scalars: [Unicode.Scalar]
  ) -> Range<Int> {
    var start = span.start
    while start > 0, scalars[start - 1] != "\n" { start -= 1 }
    var end = max(span.end, start)
    while end < scalars.count, scalars[end] != "\n" { end += 1 }
    return start..<end
  }

  private func marked(
    _ passage: Range<Int>, _ numbers: [NumberReading], _ scalars: [Unicode.Scalar]
  ) -> String {
    var view = String.UnicodeScalarView()
    var position = passage.lowerBound
    for (index, number) in numbers.enumerated() where number.span.start >= position {
      view.append(contentsOf: scalars[position..<number.span.start])
      let isClaim = !number.claimIDs.isEmpty
      let (open, close) = paints ? ("\u{1B}[\(isClaim ? "1;33" : "2")m", "\u{1B}[0m") : ("", "")
      view.append(contentsOf: "\(open)[\(index + 1): ".unicodeScalars)
      view.append(contentsOf: scalars[number.span.start..<number.span.end])
      view.append(contentsOf: "]\(close)".unicodeScalars)
      position = number.span.end
    }
    if position < passage.upperBound {
      view.append(contentsOf: scalars[position..<passage.upperBound])
    }
    return String(view)
  }

  private func lines(_ index: Int, _ number: NumberReading, _ claims: [String: Claim]) -> String {
    guard !number.claimIDs.isEmpty else {
      return "  \(index)  \(number.expression): no claim (\(number.reason))\n"
    }
    return number.claimIDs.map { id in
      "  \(index)  \(number.expression): claim \(id)" + (claims[id].map(Self.words) ?? "") + "\n"
    }.joined()
  }

  private static func words(_ claim: Claim) -> String {
    let source = claim.attribution.source
    let parts = [
      claim.outcome.rawValue, claim.victims, claim.party, claim.status.rawValue,
      source.isEmpty ? "author's voice" : "says \(source)",
      claim.attribution.via.isEmpty ? "" : "via " + claim.attribution.via.joined(separator: " < "),
      claim.stance.rawValue, claim.scope.rawValue,
      claim.partOf.map { "part of \($0)" } ?? "",
      claim.rule.isEmpty ? "" : "read by \(claim.rule)",
    ]
    return ", " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
