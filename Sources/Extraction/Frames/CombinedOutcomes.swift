internal import ClaimModel
internal import Lexicons

/// Two or three outcomes that one number counts together: 'killed or wounded'.
extension SentenceGrammar {
  /// 'killed or wounded', 'dead and injured': one sum of both, where one number counts them.
  func combined(_ outcome: Outcome, at unit: Int) -> Outcome {
    if isDeadly(unit), outcome == .injured { return .killed }
    if opensTriple(at: unit, outcome) || joinsInHeadline(unit, outcome) { return .casualties }
    for joint in [unit + 1, unit - 1] {
      var other = joint > unit ? unit + 2 : unit - 2
      // 'killed or listed as missing'
      if joint > unit, has(other, .reporting) {
        if outcome == .missing { continue }
        while other < units.count, has(other, .reporting) || isWord("as", other) { other += 1 }
      }
      var joint = joint
      // 'have died or been injured'
      if joint > unit, isWord("or", joint) {
        while has(other, [.be, .have]) { other += 1 }
        // 'have died or been declared missing'
        if other > unit + 2, has(other, .reporting) { other += 1 }
      } else if joint < unit, has(joint, [.be, .have]) {
        while has(joint, [.be, .have]) { joint -= 1 }
        guard isWord("or", joint) else { continue }
        other = joint - 1
      }
      guard joint >= 0, joint < units.count, other >= 0, other < units.count,
        isWord("and", joint) || isWord("or", joint) || isWord("and/or", joint)
      else { continue }
      // 'shot and wounded', 'shot and killed': the second verb tells what the shots did.
      for sense in senses(other)
      where sense.outcome != outcome && ![.shoot, .lose, .take].contains(sense.frame) {
        if [.killed, .injured, .missing, .captured, .casualties].contains(sense.outcome),
          outcome != .displaced, sameForm(unit, other),
          [.killed, .injured, .casualties].contains(outcome)
            || [.killed, .injured, .casualties].contains(sense.outcome)
        {
          return .casualties
        }
      }
    }
    return outcome
  }

  /// 'killed, wounded and prisoners', 'dead, injured or missing': one sum of all three.
  private func opensTriple(at unit: Int, _ outcome: Outcome) -> Bool {
    guard isMark(0x2C, unit + 1), has(unit + 2, .outcome), outcome != .displaced else {
      return false
    }
    let joint = isMark(0x2C, unit + 3) ? unit + 4 : unit + 3
    guard isWord("and", joint) || isWord("or", joint), has(joint + 1, .outcome) else {
      return false
    }
    let third = joint + 2
    guard third == units.count || mention(at: third) == nil && !has(third, .determiner) else {
      return false
    }
    return [unit + 2, joint + 1].allSatisfy { part in
      senses(part).contains {
        $0.outcome != outcome && [.harm, .people, .state, .event, .suffer].contains($0.frame)
      }
    }
  }

  /// '14 Martyred, Injured': two participles that end a headline, with a comma for 'and'.
  private func joinsInHeadline(_ unit: Int, _ outcome: Outcome) -> Bool {
    guard has(unit, .participle), isMark(0x2C, unit + 1), has(unit + 2, .participle),
      unit + 3 == units.count, mentions.contains(where: { $0.end < unit })
    else { return false }
    return senses(unit + 2).contains {
      $0.outcome != outcome && [.killed, .injured].contains($0.outcome) && outcome != .displaced
    }
  }

  private func sameForm(_ a: Int, _ b: Int) -> Bool {
    let forms: WordClasses = [.participle, .gerund, .verbBase, .verbS]
    let shared = units[a].classes.intersection(units[b].classes)
    if !shared.isDisjoint(with: forms) { return true }
    let frames: [OutcomeFrame] = [.event, .people, .state]
    return (senses(a).contains { frames.contains($0.frame) } || has(a, .participle))
      && senses(b).contains { frames.contains($0.frame) || has(b, .participle) }
  }
}
