import ClaimModel

/// Where the parts of an interval lie on an axis.
struct IntervalOnAxis {
  let start: Percent?
  let end: Percent?
  let best: Percent?
  let opensLow: Bool
  let opensHigh: Bool
  /// Whether both ends are one count.
  let isPoint: Bool

  init(_ interval: Interval, on axis: Axis) {
    let isEmpty = interval.low == nil && interval.high == nil
    opensLow = interval.low == nil && !isEmpty
    opensHigh = interval.high == nil && !isEmpty
    isPoint = interval.low != nil && interval.low == interval.high
    start = isEmpty ? nil : interval.low.map { Percent(axis.position($0)) } ?? .left
    end = isEmpty ? nil : interval.high.map { Percent(axis.position($0)) } ?? .right
    // An interval without a best count gets its mark at the one end that is known.
    let marked =
      interval.best ?? (isPoint || opensHigh ? interval.low : opensLow ? interval.high : nil)
    best = marked.map { Percent(axis.position($0)) }
  }
}

extension Interval {
  /// The counts that an axis has to hold.
  var knownCounts: [Int] { [low, best, high].compactMap { $0 } }
}
