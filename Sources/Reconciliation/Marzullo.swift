internal import ClaimModel

/// Marzullo's algorithm: where the most of several intervals agree.
///
/// K. Marzullo, 'Maintaining the time in a distributed system' (1984), for closed intervals of
/// whole numbers whose ends may be open.
enum Marzullo {
  /// The smallest intervals that are consistent with the most of the given ones, lowest first.
  ///
  /// - Parameter intervals: the intervals; one without any end is left out, as it says nothing.
  /// - Returns: each agreement with the positions of the intervals that hold it, in order.
  static func agreements(of intervals: [Interval]) -> [(interval: Interval, members: [Int])] {
    struct Edge {
      var value: Int
      var isEnd: Bool
      var member: Int
    }
    var edges: [Edge] = []
    for (member, interval) in intervals.enumerated() {
      guard interval.low != nil || interval.high != nil else { continue }
      let low = interval.low ?? .min
      let high = interval.high ?? .max
      guard low <= high else { continue }
      edges.append(Edge(value: low, isEnd: false, member: member))
      edges.append(Edge(value: high, isEnd: true, member: member))
    }
    // At one value starts come before ends: closed intervals meet where they touch.
    edges.sort {
      ($0.value, $0.isEnd ? 1 : 0, $0.member) < ($1.value, $1.isEnd ? 1 : 0, $1.member)
    }
    var most = 0
    var depth = 0
    for edge in edges {
      depth += edge.isEnd ? -1 : 1
      most = max(most, depth)
    }
    guard most > 0 else { return [] }
    var active: Set<Int> = []
    var found: [(interval: Interval, members: [Int])] = []
    for (index, edge) in edges.enumerated() {
      if edge.isEnd {
        active.remove(edge.member)
        continue
      }
      active.insert(edge.member)
      // The deepest stretch starts with this edge and ends with the next, which is an end.
      if active.count == most, index + 1 < edges.count {
        let end = edges[index + 1].value
        found.append(
          (
            Interval(
              low: edge.value == .min ? nil : edge.value, best: nil,
              high: end == .max ? nil : end), active.sorted()
          ))
      }
    }
    return found
  }
}
