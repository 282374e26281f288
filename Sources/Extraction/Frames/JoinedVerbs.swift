internal import ClaimModel
internal import Lexicons

/// Verbs that a conjunction joins to one before, whose subject they share.
extension SentenceGrammar {
  /// 'nine airmen were shot down and captured': the subject of the verb that 'and' joins to one.
  func subjectOfVerbBefore(_ group: Int) -> Int? {
    guard has(group - 1, .conjunction) else { return nil }
    if isWord("but", group - 1) { return subjectOfContrast(group) }
    var at = group - 2
    while at > 0, group - at < 9 {
      if mention(at: at) != nil || units[at].kind == .mark || has(at, [.relative, .subordinator]) {
        return nil
      }
      if has(at, .participle), has(at - 1, .be), senses(at).allSatisfy({ $0.frame == .shoot }) {
        return subject(before: startOfVerbGroup(endingAt: at))
      }
      at -= 1
    }
    return nil
  }

  /// 'one of the attackers was arrested on Saturday but died overnight': 'but' joins a second verb to
  /// the same subject.
  private func subjectOfContrast(_ group: Int) -> Int? {
    var at = group - 2
    while at > 0, group - at < 10 {
      if mention(at: at) != nil || units[at].kind == .mark
        || has(at, [.relative, .subordinator]) && !has(at, .preposition)
      {
        return nil
      }
      if has(at, [.participle, .verbPast]), isVerb(at),
        !senses(at).contains(where: { $0.outcome == .killed && $0.frame != .take })
      {
        return subject(before: startOfVerbGroup(endingAt: at))
      }
      at -= 1
    }
    return nil
  }
}
