/// A free claim of one corpus at its place on a line: in a document or in time.
struct LinePoint: Sendable {
  /// Which claims may meet: those with equal keys.
  var key: UInt64
  /// The place on the line.
  var position: Int
  /// A second coordinate that parts claims at one place.
  var detail: Int
  /// Parts what nothing else does, whichever corpus is called the old one.
  var tie: Fingerprint
  /// The claim's index among the free ones of its corpus.
  var index: Int
  /// Whether it is of the new corpus.
  var isNew: Bool

  static func precedes(_ a: LinePoint, _ b: LinePoint) -> Bool {
    if a.key != b.key { return a.key < b.key }
    if a.position != b.position { return a.position < b.position }
    if a.detail != b.detail { return a.detail < b.detail }
    if a.tie != b.tie { return a.tie < b.tie }
    if a.index != b.index { return a.index < b.index }
    return !a.isNew && b.isNew
  }
}

/// Pairs old with new points of equal keys, the nearest first, each point once.
///
/// On a line, the nearest old and new points are always neighbours, so a heap of neighbours finds
/// them all in n log n steps. Nothing in the order depends on which corpus is called old, so
/// that the pairs are the same when the two are exchanged.
///
/// - Parameters:
///   - unsorted: the points of both corpora in any order.
///   - reach: the greatest distance of two points that may meet.
/// - Returns: the indices of the paired points.
func nearestPairs(
  _ unsorted: [LinePoint], reach: (LinePoint, LinePoint) -> Int
) -> [(old: Int, new: Int)] {
  let points = unsorted.sorted(by: LinePoint.precedes)
  var pairs: [(old: Int, new: Int)] = []
  var start = 0
  while start < points.count {
    var end = start + 1
    var newOnes = points[start].isNew ? 1 : 0
    while end < points.count, points[end].key == points[start].key {
      newOnes += points[end].isNew ? 1 : 0
      end += 1
    }
    if newOnes > 0, newOnes < end - start {
      var line = PointLine(points[start..<end])
      line.pairUp(reach: reach, into: &pairs)
    }
    start = end
  }
  return pairs
}

/// The points of one key, in order, with those already paired unlinked.
private struct PointLine {
  private let points: ArraySlice<LinePoint>
  private var before: [Int]
  private var after: [Int]
  private var isFree: [Bool]
  private var heap: [Gap] = []

  /// Two neighbours of different corpora.
  private struct Gap {
    var distance: Int
    var detail: Int
    var left: Int
    var right: Int

    static func < (a: Gap, b: Gap) -> Bool {
      (a.distance, a.detail, a.left, a.right) < (b.distance, b.detail, b.left, b.right)
    }
  }

  init(_ points: ArraySlice<LinePoint>) {
    self.points = points
    let count = points.count
    before = (0..<count).map { $0 - 1 }
    after = (0..<count).map { $0 + 1 }
    isFree = Array(repeating: true, count: count)
  }

  mutating func pairUp(
    reach: (LinePoint, LinePoint) -> Int, into pairs: inout [(old: Int, new: Int)]
  ) {
    let base = points.startIndex
    for left in 0..<(points.count - 1) { consider(left, left + 1) }
    while let gap = popLeast() {
      guard isFree[gap.left], isFree[gap.right] else { continue }
      let a = points[base + gap.left]
      let b = points[base + gap.right]
      guard gap.distance <= reach(a, b) else { continue }
      isFree[gap.left] = false
      isFree[gap.right] = false
      pairs.append(a.isNew ? (b.index, a.index) : (a.index, b.index))
      let left = before[gap.left]
      let right = after[gap.right]
      if left >= 0 { after[left] = right }
      if right < points.count { before[right] = left }
      if left >= 0, right < points.count { consider(left, right) }
    }
  }

  private mutating func consider(_ left: Int, _ right: Int) {
    let a = points[points.startIndex + left]
    let b = points[points.startIndex + right]
    guard a.isNew != b.isNew else { return }
    heap.append(
      Gap(
        distance: b.position - a.position,
        detail: abs(b.detail.subtractingReportingOverflow(a.detail).partialValue),
        left: left, right: right))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func popLeast() -> Gap? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return least
  }
}
