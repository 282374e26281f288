import ClaimModel
import Reconciliation

/// Ranges as their sources give them.
///
/// Conventions read 'at most 50' as 0 to 50. The tables keep that reading; pages do not show a 0 that
/// nobody said: an upper bound alone has no lower end there.
extension QuestionRange {
  /// The range without the lower ends that only a convention gives.
  var asSaid: QuestionRange {
    let bounds = Set(answers.lazy.filter(\.isUpperBound).map(\.origin))
    guard !bounds.isEmpty else { return self }
    var range = self
    for index in answers.indices where answers[index].isUpperBound {
      range.answers[index].interval.low = nil
    }
    if low == 0 {
      let lowest = range.answers.filter { $0.interval.low != nil }
        .min { ($0.interval.low ?? 0, $0.origin) < ($1.interval.low ?? 0, $1.origin) }
      range.low = lowest?.interval.low
      range.lowOrigin = lowest?.origin ?? ""
    }
    for (side, part) in perspectives where part.low == 0 {
      range.perspectives[side]?.low =
        range.answers.filter { $0.perspective == side }.compactMap(\.interval.low).min()
    }
    for index in agreements.indices where agreements[index].interval.low == 0 {
      let others = range.answers.filter { agreements[index].origins.contains($0.origin) }
      range.agreements[index].interval.low = others.compactMap(\.interval.low).max()
    }
    return range
  }
}

extension OriginAnswer {
  /// Whether the figure has an upper end only, and its 0 is a convention's.
  fileprivate var isUpperBound: Bool {
    guard interval.low == 0, interval.high != 0 else { return false }
    return quantity.qualifier == .atMost || quantity.qualifier == .fewerThan
  }
}

extension TimelinePoint {
  /// The point's interval without a lower end that only a convention gives: an interval from 0
  /// without a middle is an upper bound.
  var intervalAsSaid: Interval {
    var interval = interval
    if interval.low == 0, interval.best == nil, interval.high != nil { interval.low = nil }
    return interval
  }
}
