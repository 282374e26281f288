import ClaimModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A scale for counts of people: linear, or logarithmic where the spread asks for it.
struct Axis {
  /// The spread from which a linear axis would hide the small figures.
  private static let logarithmicFrom = 20
  /// The least count shown; at least 1 on a logarithmic axis, where 0 sits at the edge.
  let low: Int
  let high: Int
  let isLogarithmic: Bool

  /// An axis that holds all given counts; nil where there are none.
  init?(for counts: some Sequence<Int>) {
    var least = Int.max
    var leastPositive = Int.max
    var most = Int.min
    for count in counts {
      least = min(least, count)
      most = max(most, count)
      if count > 0 { leastPositive = min(leastPositive, count) }
    }
    guard least <= most else { return nil }
    isLogarithmic = leastPositive != .max && most / leastPositive >= Self.logarithmicFrom
    if isLogarithmic {
      (low, high) = (max(1, leastPositive), most)
    } else {
      // A linear axis starts at 0 unless all figures lie close together far away from it.
      let spread = most - least
      low =
        least > 0 && spread > 0 && least / spread >= 3 ? max(0, least - spread / 4) : min(0, least)
      high = max(most, low + 1)
    }
  }

  /// Where a count lies, from 0 to 1.
  func position(_ count: Int) -> Double {
    let value =
      if isLogarithmic {
        (log10(Double(max(low, count))) - log10(Double(low)))
          / (log10(Double(high)) - log10(Double(low)))
      } else {
        Double(count - low) / Double(high - low)
      }
    return min(1, max(0, value))
  }

  /// Round counts to mark, at most so many.
  func ticks(_ limit: Int) -> [Int] {
    isLogarithmic ? logarithmicTicks(limit) : linearTicks(limit)
  }

  private func logarithmicTicks(_ limit: Int) -> [Int] {
    for steps in [[1, 2, 5], [1, 3], [1]] {
      let ticks = decades().flatMap { decade in steps.map { $0 * decade } }
        .filter { $0 >= low && $0 <= high }
      if ticks.count >= 2, ticks.count <= limit { return ticks }
    }
    let ticks = decades().filter { $0 >= low && $0 <= high }
    let stride = max(1, (ticks.count + limit - 1) / limit)
    return ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
  }

  private func decades() -> [Int] {
    var decades: [Int] = []
    var decade = 1
    while decade <= high {
      decades.append(decade)
      let (next, overflow) = decade.multipliedReportingOverflow(by: 10)
      if overflow { break }
      decade = next
    }
    return decades
  }

  private func linearTicks(_ limit: Int) -> [Int] {
    for decade in decades() {
      for step in [1, 2, 5].map({ $0 * decade }) where (high - low) / step < limit {
        let first = low >= 0 ? (low + step - 1) / step * step : low / step * step
        return Array(stride(from: first, through: high, by: step))
      }
    }
    return [low, high]
  }
}
