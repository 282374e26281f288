/// Which form of a noun goes with a count, after CLDR's cardinal rules for whole numbers.
enum PluralRule: String, Sendable, CaseIterable {
  /// One and the rest: English, German, Spanish and most languages of Europe.
  case oneOther = "one_other"
  /// No difference: Chinese, Japanese, Indonesian, Turkish behind numbers.
  case other
  /// 1, 21, 31; 2 to 4, 22 to 24; the rest: Russian, Ukrainian and their neighbours.
  case oneFewMany = "one_few_many"

  /// How many forms there are.
  var forms: Int {
    switch self {
    case .oneOther: 2
    case .other: 1
    case .oneFewMany: 3
    }
  }

  /// Which of the forms goes with a count, from 0.
  func form(_ count: Int) -> Int {
    switch self {
    case .oneOther: return count == 1 ? 0 : 1
    case .other: return 0
    case .oneFewMany:
      let (tens, ones) = (count.magnitude % 100, count.magnitude % 10)
      if ones == 1, tens != 11 { return 0 }
      return (2...4).contains(ones) && !(12...14).contains(tens) ? 1 : 2
    }
  }
}
