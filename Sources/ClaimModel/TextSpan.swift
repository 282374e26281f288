/// A half-open stretch of a document's text, in Unicode code points.
///
/// This is the W3C Web Annotation `TextPositionSelector`: the start is included, the end is not.
package struct TextSpan: Hashable, Sendable, Comparable {
  /// The offset of the first code point.
  package var start: Int
  /// The offset behind the last code point.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of code points.
  package var count: Int { end - start }

  /// Whether the two stretches share at least one code point.
  package func overlaps(_ other: TextSpan) -> Bool {
    start < other.end && other.start < end
  }

  package static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
