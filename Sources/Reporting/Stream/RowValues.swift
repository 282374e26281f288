import ClaimModel
import RowSorting

/// Values of more than one field in rows that wait in a ``RowSorter``.
extension RowWriter {
  /// Writes a count that may be missing; no order is kept.
  mutating func write(orNil count: Int?) {
    write(count == nil ? 0 : 1 as UInt8)
    if let count { write(count) }
  }

  /// Writes a date that may be missing.
  mutating func write(_ date: PartialDate?) {
    write(UInt32(date.map { $0.year * 10_000 + ($0.month ?? 0) * 100 + ($0.day ?? 0) } ?? 0))
  }

  /// Writes texts behind their number.
  mutating func write(_ texts: [String]) {
    write(UInt32(truncatingIfNeeded: texts.count))
    for text in texts { write(text) }
  }

  /// Writes the three counts of an interval.
  mutating func write(_ interval: Interval) {
    write(orNil: interval.low)
    write(orNil: interval.best)
    write(orNil: interval.high)
  }

  /// Writes a value of an enumeration as its place among all.
  mutating func write<Value: CaseIterable & Equatable>(case value: Value) {
    write(UInt8(truncatingIfNeeded: Array(Value.allCases).firstIndex(of: value) ?? 0))
  }
}

extension RowReader {
  /// Reads a count that may be missing.
  mutating func count() -> Int? { byte() == 0 ? nil : integer() }

  /// Reads a date that may be missing.
  mutating func date() -> PartialDate? {
    let number = Int(shortUnsigned())
    guard number > 0 else { return nil }
    let (month, day) = (number / 100 % 100, number % 100)
    return PartialDate(
      year: number / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// Reads texts.
  mutating func texts() -> [String] {
    let count = Int(shortUnsigned())
    return (0..<count).map { _ in text() }
  }

  /// Reads an interval.
  mutating func interval() -> Interval {
    let low = count()
    let best = count()
    return Interval(low: low, best: best, high: count())
  }

  /// Reads a value of an enumeration.
  mutating func value<Value: CaseIterable>(_ fallback: Value) -> Value {
    let cases = Array(Value.allCases)
    let place = Int(byte())
    return place < cases.count ? cases[place] : fallback
  }
}
