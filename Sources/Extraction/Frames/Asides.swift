internal import Lexicons

/// What stands between a subject and its verb and is part of neither.
extension SentenceGrammar {
  /// The unit before an aside between dashes that ends at a unit: '700 fighters – a third of the
  /// attackers – were killed'; nil where no dash stands there.
  ///
  /// A comma may close what a dash opened: 'Eight men – five drivers and three cooks, were killed'.
  func startOfDashedAside(endingAt last: Int) -> Int? {
    guard last > 0, isDash(last) || isMark(0x2C, last),
      let opener = (max(0, last - 16)..<last).last(where: { isDash($0) }),
      isDash(last)
        || mention(at: opener + 1) != nil
          && mentions.contains(where: { $0.kind == .people && $0.unit < opener })
    else { return nil }
    return opener - 1
  }

  /// 'Fifty people believed to have been in the hotel when it was hit remain missing': whether a unit
  /// stands in what is only believed of a figure's people.
  func isInReportedPhrase(_ index: Int, before group: Int) -> Bool {
    guard
      let subject = mentions.last(where: { $0.end < index }), subject.kind == .people,
      let start = Optional(subject.end + 1), has(start, .reporting), has(start, .participle),
      isWord("to", start + 1), has(start + 2, [.be, .have]), group > start + 2,
      has(group, [.be, .have, .copula]) || isState(group)
    else { return false }
    return !(start..<group).contains { isJoint($0) || units[$0].kind == .mark }
  }

  /// The figure before 'whom' or 'of whom' in whose clause somebody says what a verb group tells.
  func mentionOfRelative(before group: Int) -> Int? {
    guard has(group - 1, [.cue, .reporting]), has(group - 1, .verb),
      let relative = (max(0, group - 8)..<group).last(where: { has($0, .relative) }),
      isWord("whom", relative) || has(relative, .part), relative < group - 2,
      !(relative..<group).contains(where: { mention(at: $0) != nil || units[$0].kind == .mark })
    else { return nil }
    return mentions.firstIndex { $0.end == relative - 1 || $0.end == relative }.flatMap {
      mentions[$0].reason == nil ? $0 : nil
    }
  }

  /// 'two soldiers' for 'them' in 'attacked two soldiers with rifles, injuring them': the object of the
  /// verb before, where the pronoun's own verb goes on with what was done to it.
  func objectMeant(by pronoun: Int, of verb: Int) -> Int? {
    guard isWord("them", pronoun) || isWord("both", pronoun), has(verb, .gerund),
      let index = mentions.lastIndex(where: { $0.end < verb }), mentions[index].kind == .people,
      mentions[index].reason == nil, mentions[index].outcome == nil, mentions[index].unit > 0,
      has(mentions[index].unit - 1, [.verbPast, .verbBase, .assailing]),
      verb - mentions[index].end < 10, isMark(0x2C, verb - 1) || has(verb - 1, .conjunction)
    else { return nil }
    return index
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
