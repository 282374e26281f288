internal import ClaimModel
internal import Lexicons

extension CountTest {
  /// Whether a number is an age: 'aged 12', 'Jalal, 43, of Dhaka', 'he was 12 when'.
  func age(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    guard let value = number.low.whole, value < 120 else { return nil }
    // 'He was 12 when his father was killed'
    if before >= 1, units[before].classes.contains(.be), isWord("when", after),
      units[before - 1].classes.contains(.pronoun) || isNameWord(before - 1)
    {
      return "age"
    }
    // 'He is 45.'
    if before >= 1, units[before].classes.contains(.be), number.isPlainDigits, value > 10,
      isWord("he", before - 1) || isWord("she", before - 1),
      after >= units.count || units[after].kind == .mark
    {
      return "age"
    }
    if isInListOfAges(before) { return "age" }
    if before >= 0, isWord("aged", before) || isWord("age", before) || isWord("ages", before) {
      return "age"
    }
    if before >= 1, units[before].classes.contains(.qualifierBefore) || isWord("between", before),
      isWord("aged", before - 1) || isWord("age", before - 1)
    {
      return "age"
    }
    // 'children under 16', 'under the age of 18'
    if number.qualifier == .fewerThan || number.qualifier == .moreThan, before >= 0,
      units[before].classes.contains(.person), units[before].classes.contains(.plural),
      after >= units.count || !units[after].isContent
    {
      return "age"
    }
    if before >= 1, isWord("of", before), isWord("age", before - 1) || isWord("ages", before - 1) {
      return "age"
    }
    // 'Jalal, 43, of Dhaka', 'Antoniuk, 43.', 'Zorob (42 years old)', 'X (43)'.
    if number.isPlainDigits, number.qualifier == .exact, before >= 1, after < units.count,
      value > 0, units[before].kind == .mark, units[after].kind == .mark
    {
      let opens = units[before].mark == 0x2C && [0x2C, 0x2E, 0x3B].contains(units[after].mark)
      let brackets = units[before].mark == 0x28 && units[after].mark == 0x29
      if opens || brackets, isNameWord(before - 1), !opensWithPlace(before - 1) { return "age" }
    }
    // 'Omar Al-Bahri, 20, died': of a name of several words the last may be a place's, too.
    if number.isPlainDigits, value > 0, before >= 3, after < units.count, isMark(0x2C, before),
      isMark(0x2C, after), units[before - 1].isCapital, units[before - 1].kind == .word,
      isNameWord(before - 2) || isMark(0x2D, before - 2) && units[before - 3].isCapital,
      !opensWithPlace(before - 1)
    {
      return "age"
    }
    if number.isPlainDigits, before >= 1, after >= units.count, units[before].mark == 0x2C,
      isNameWord(before - 1)
    {
      return "age"
    }
    return nil
  }

  /// '; in Old Bazar, 18;': a place at the head of its clause, and no person.
  private func opensWithPlace(_ last: Int) -> Bool {
    var at = last
    while at > 0, units[at].kind == .word, units[at].isCapital, !isWord("in", at), !isWord("at", at)
    {
      at -= 1
    }
    guard isWord("in", at) || isWord("at", at) else { return false }
    return at == 0 || isMark(0x3B, at - 1) || units[at - 1].classes.contains(.conjunction)
  }

  /// 'aged 19 and 22', 'aged 1, 12 and 13': whether numbers, commas and 'and' lead back to 'aged'.
  private func isInListOfAges(_ before: Int) -> Bool {
    guard before >= 2, isWord("and", before) || isWord("or", before) || isMark(0x2C, before) else {
      return false
    }
    var at = before
    while at > 0,
      units[at].kind == .number || units[at].classes.contains(.numeral) || isMark(0x2C, at)
        || isWord("and", at) || isWord("or", at)
    {
      at -= 1
    }
    return isWord("aged", at) || isWord("ages", at)
  }

  private func isMark(_ mark: UInt32, _ index: Int) -> Bool {
    index >= 0 && index < units.count && units[index].kind == .mark && units[index].mark == mark
  }
}
