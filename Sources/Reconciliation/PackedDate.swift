internal import ClaimModel

/// A partial date in four bytes; the raw value 0 stands for no date.
struct PackedDate: Hashable {
  /// Year, month and day in bits; a missing month or day is 0.
  let bits: Int32

  /// No date.
  static let none = PackedDate(nil)

  /// The date of a raw value.
  init(bits: Int32) {
    self.bits = bits
  }

  init(_ date: PartialDate?) {
    guard let date else {
      bits = 0
      return
    }
    bits = Int32(date.year << 9 | (date.month ?? 0) << 5 | (date.day ?? 0))
  }

  /// The date; nil where there is none.
  var date: PartialDate? {
    guard bits != 0 else { return nil }
    let month = Int(bits >> 5 & 15)
    let day = Int(bits & 31)
    return PartialDate(
      year: Int(bits >> 9), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// The number of days from 1970-01-01 to the last day that it may mean.
  var lastDay: Int32 {
    guard let date else { return .min }
    return Int32(date.lastDay.dayNumber)
  }

  /// The number of days from 1970-01-01 to the first day that it may mean.
  var firstDay: Int32 {
    guard let date else { return .min }
    return Int32(date.dayNumber)
  }
}
