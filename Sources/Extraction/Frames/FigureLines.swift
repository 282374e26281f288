internal import ClaimModel
internal import Lexicons

/// Fact sheets that give each number a line and each label another: '214', 'Confirmed dead', '187',
/// 'Missing'.
///
/// Whether a label stands under its number or over it shows at the ends of the run: where its last
/// line is a label, every number has its label below.
struct FigureLines {
  private var sentences: [SentenceGrammar]

  private init(_ sentences: [SentenceGrammar]) { self.sentences = sentences }

  /// The sentences with the numbers of such runs tied to the labels below them.
  static func labelled(in sentences: [SentenceGrammar]) -> [SentenceGrammar] {
    guard sentences.contains(where: { $0.indexOfLoneNumber != nil }) else { return sentences }
    var lines = FigureLines(sentences)
    var index = 0
    while index < sentences.count {
      guard sentences[index].indexOfLoneNumber != nil else {
        index += 1
        continue
      }
      let end = lines.endOfRun(from: index)
      if lines.isLabelledAbove(index..<end) {
        lines.tieUpward(index..<end)
        index = max(end, index + 1)
        continue
      }
      if (end - index) % 2 == 0, end - index > 2 { lines.tie(index..<end) }
      index = max(end, index + 1)
    }
    return lines.sentences
  }

  /// The end of the run of numbers and labels, by turns, that starts with a number.
  private func endOfRun(from start: Int) -> Int {
    var end = start
    while end < sentences.count, sentences.startsLine(end),
      (end - start) % 2 == 0
        ? sentences[end].indexOfLoneNumber != nil : sentences[end].isLabel
    {
      end += 1
    }
    return end
  }

  /// Whether the labels stand over their numbers: one that tells an outcome comes before the first, and
  /// the last tells none.
  private func isLabelledAbove(_ run: Range<Int>) -> Bool {
    guard let first = run.first, let last = run.last, first > 0, run.count > 1,
      sentences[first - 1].isLabel, sentences[first - 1].outcomeOfLabelLine != nil
    else { return false }
    return sentences[last].indexOfLoneNumber != nil || sentences[last].outcomeOfLabelLine == nil
  }

  private mutating func tieUpward(_ run: Range<Int>) {
    for number in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
      guard let index = sentences[number].indexOfLoneNumber,
        sentences[number].mentions[index].reason == nil,
        let outcome = sentences[number - 1].outcomeOfLabelLine
      else { continue }
      sentences[number].mentions[index].outcome = outcome
      sentences[number].mentions[index].rule = .list
    }
  }

  private mutating func tie(_ run: Range<Int>) {
    for number in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
      guard let index = sentences[number].indexOfLoneNumber else { continue }
      sentences[number].mentions[index].isLabelledBelow = true
      guard sentences[number].mentions[index].reason == nil,
        let outcome = sentences[number + 1].outcomeOfLabelLine
      else { continue }
      sentences[number].mentions[index].outcome = outcome
      sentences[number].mentions[index].rule = .list
    }
  }
}

extension SentenceGrammar {
  /// The number that is all that a line says; nil for any other line.
  var indexOfLoneNumber: Int? {
    guard mentions.count == 1, units.count < 4, mentions[0].kind == .none,
      units.allSatisfy({ $0.quantity >= 0 || $0.kind == .mark })
    else { return nil }
    return 0
  }

  /// Whether a line is a few words without a number or a full stop.
  var isLabel: Bool {
    mentions.isEmpty && units.count < 9 && !endsInStop && units.contains { $0.kind == .word }
  }

  /// What befell those whom a label counts; nil where they are only affected or helped.
  var outcomeOfLabelLine: Outcome? {
    for unit in units.indices {
      if let sense = senses(unit).first(where: {
        [.event, .people, .state, .harm, .loss, .toll].contains($0.frame)
      }) {
        return combined(sense.outcome, at: unit)
      }
    }
    return nil
  }
}
