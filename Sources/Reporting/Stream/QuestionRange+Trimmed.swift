import ClaimModel
import Reconciliation

/// A range with no more answers than its row in the table of ranges needs.
extension QuestionRange {
  /// The range with the answers that say how its ends are written, and whose its ends are; all
  /// figures of the range are written the same from it.
  var trimmed: QuestionRange {
    var kept: Set<Int> = []
    keepEnds(low, high, among: answers.indices, in: &kept)
    if let best { kept.insert(answers.firstIndex { $0.interval.best == best }) }
    for agreement in agreements {
      let origins = Set(agreement.origins)
      keepEnds(
        agreement.interval.low, agreement.interval.high,
        among: answers.indices.filter { origins.contains(answers[$0].origin) }, in: &kept)
    }
    for (side, part) in perspectives {
      keepEnds(
        part.low, part.high, among: answers.indices.filter { answers[$0].perspective == side },
        in: &kept)
    }
    kept.insert(answers.firstIndex { $0.origin == lowOrigin })
    kept.insert(answers.firstIndex { $0.origin == highOrigin })
    var range = self
    range.answers = kept.sorted().map { index in
      var answer = answers[index]
      (answer.echoes, answer.revisions) = ([], [])
      return answer
    }
    return range
  }

  /// Keeps the answers on which it depends how two ends are written, as ``Report/low(_:)`` and
  /// ``Report/high(_:)`` look for them.
  private func keepEnds(
    _ low: Int?, _ high: Int?, among places: some Collection<Int>, in kept: inout Set<Int>
  ) {
    if let low {
      let first = { (condition: (Quantity) -> Bool) in
        places.first { answers[$0].interval.low == low && condition(answers[$0].quantity) }
      }
      kept.insert(first { $0.qualifier != .moreThan || $0.low == low - 1 })
    }
    if let high {
      kept.insert(places.first { answers[$0].interval.high == high })
      kept.insert(
        places.first {
          answers[$0].interval.high == high && answers[$0].quantity.qualifier == .indefinite
        })
    }
  }
}

extension Set {
  /// Adds an element where there is one.
  fileprivate mutating func insert(_ element: Element?) {
    if let element { insert(element) }
  }
}
