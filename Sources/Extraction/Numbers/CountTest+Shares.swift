internal import Lexicons

extension CountTest {
  /// 'nine out of 10 victims', 'seven in ten of those who fled': no count, but a share.
  func isTenth(_ number: StatedNumber, _ before: Int, _ after: Int) -> Bool {
    guard number.coreFirst == number.coreLast else { return false }
    if isTen(number.first), opensTen(before) {
      return isDigit(isWord("of", before) && isWord("out", before - 1) ? before - 2 : before - 1)
        && endsShare(after)
    }
    guard let value = number.low.whole, value < 10 else { return false }
    let ten = isWord("out", after) ? after + 2 : after + 1
    return (opensTen(after) || isWord("out", after) && isWord("of", after + 1)) && isTen(ten)
      && endsShare(ten + 1)
  }

  /// 'one of the casualties was Bell & Sons': a loss of another kind than of people.
  func namesOne(_ start: Int) -> Bool {
    guard
      let verb = (start..<min(start + 5, units.count)).first(where: {
        units[$0].classes.contains(.be)
      }), verb + 1 < units.count
    else { return false }
    return units[verb + 1].isCapital
      && units[verb + 1].classes.isDisjoint(with: [.person, .function])
      && !units[verb + 1].isDemonym && isWord("casualties", verb - 1)
  }

  private func isTen(_ index: Int) -> Bool {
    guard index >= 0, index < units.count else { return false }
    if isWord("ten", index) { return true }
    guard units[index].kind == .number else { return false }
    let digits = text.string(tokens: units[index].first, through: units[index].last)
    return digits == "10" || digits == "100"
  }

  private func opensTen(_ index: Int) -> Bool {
    isWord("in", index) || isWord("of", index) && isWord("out", index - 1)
  }

  private func isDigit(_ index: Int) -> Bool {
    index >= 0 && index < units.count
      && (units[index].kind == .number || units[index].classes.contains(.numeral))
  }

  private func endsShare(_ next: Int) -> Bool {
    guard next < units.count else { return true }
    return units[next].kind == .mark
      || !units[next].classes.isDisjoint(with: [.person, .outcome, .preposition, .part, .be, .verb])
  }
}
