/// How often names stand in a document.
extension [String: Int] {
  /// The names with their counts, the most counted first; of equals the first in the alphabet.
  var ranked: [(key: String, value: Int)] {
    sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  /// The name that is counted most; nil where there is none.
  var mostCounted: String? {
    self.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
