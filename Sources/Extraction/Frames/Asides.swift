internal import Lexicons

/// What stands between a subject and its verb and is part of neither.
extension SentenceGrammar {
  /// The unit before an aside between dashes that ends at a unit: '700 fighters – a third of the
  /// attackers – were killed'; nil where no dash stands there.
  func startOfDashedAside(endingAt last: Int) -> Int? {
    guard last > 0, isDash(last) || isMark(0x2D, last) && isMark(0x2D, last - 1) else { return nil }
    var index = last - 1
    if isMark(0x2D, index) { index -= 1 }
    while index > 0, last - index < 16 {
      if isDash(index) || isMark(0x2D, index) && isMark(0x2D, index - 1) {
        if isMark(0x2D, index), isMark(0x2D, index - 1) { index -= 1 }
        return index - 1
      }
      index -= 1
    }
    return nil
  }

  /// The unit before ', having fought gallantly,': what the subject had done before.
  func startOfHaving(endingAt last: Int) -> Int? {
    guard isMark(0x2C, last) else { return nil }
    guard
      let having = (max(0, last - 9)..<last).last(where: { isWord("having", $0) }), having > 1,
      !(having..<last).contains(where: { mention(at: $0) != nil || units[$0].kind == .mark })
    else { return nil }
    if isMark(0x2C, having - 1) { return having - 2 }
    return startOfDashedAside(endingAt: having - 1)
  }
}
