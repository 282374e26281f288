internal import ClaimModel
internal import Lexicons

/// Whom the fighters of a land attack that another's army meets in it.
extension DocumentSetting {
  /// Takes note of the nation that a sentence's fighters attack, and whether it names their land.
  mutating func noteTargetAcrossTheLine(in grammar: SentenceGrammar, _ knowledge: Knowledge) {
    targetsAcrossTheLine.append(targetAcrossTheLine(in: grammar, knowledge))
    namesOtherSide.append(
      grammar.units.contains { unit in
        let name = unit.isName ? knowledge.sideName(of: unit) : ""
        return !name.isEmpty && foes.armyAgainst(name) != nil
      })
  }

  /// 'the war between Georgia and Russia', 'the Iran-Iraq War': the two countries that a war is named
  /// by, as one sum.
  func warOfTwo(in grammar: SentenceGrammar, _ knowledge: Knowledge) -> String? {
    for index in grammar.units.indices.dropFirst() where grammar.has(index, .warName) {
      var sides: [Int] = []
      if grammar.isWord("between", index + 1) {
        var at = index + 2
        while at < min(grammar.units.count, index + 7), !grammar.isVerb(at),
          grammar.units[at].kind == .word
        {
          if grammar.units[at].party >= 0 { sides.append(at) }
          at += 1
        }
      } else if index > 3, grammar.isMark(0x2D, index - 2) || grammar.isDash(index - 2) {
        sides = [index - 3, index - 1]
      }
      let names = sides.map { knowledge.partyName(of: grammar.units[$0]) }
      if names.count == 2, let one = names.first, let other = names.last, one != other,
        sides.allSatisfy({ knowledge.partyKind(of: grammar.units[$0]) == .country }),
        knowledge.registers.conflicts.haveFought(one, other)
      {
        return one + " and " + other
      }
    }
    return nil
  }

  /// 'A Palestinian suicide bomber struck a bus': the army's nation that meets the attackers in their
  /// land.
  private func targetAcrossTheLine(
    in grammar: SentenceGrammar, _ knowledge: Knowledge
  ) -> String? {
    for index in grammar.units.indices
    where grammar.units[index].isName && !knowledge.isBound(index, grammar) {
      let name = knowledge.sideName(of: grammar.units[index])
      guard !name.isEmpty, let enemy = foes.armyAgainst(name),
        !grammar.isBehindPreposition(index)
      else { continue }
      var verb = index + 1
      while verb < min(grammar.units.count, index + 5), grammar.units[verb].isContent,
        !grammar.isVerb(verb)
      {
        verb += 1
      }
      let isFighter =
        knowledge.partyKind(of: grammar.units[index]) == .armedGroup
        || (index + 1..<verb).contains { grammar.has($0, [.irregular, .terrorSetting]) }
      let strikes =
        (index + 1..<verb).contains { grammar.has($0, .terrorSetting) }
        || verb < grammar.units.count && grammar.isVerb(verb)
          && (grammar.has(verb, .assailing)
            || grammar.senses(verb).contains { $0.frame == .harm })
      let hurtsOwn = grammar.units.indices.contains {
        $0 > verb && grammar.units[$0].isDemonym
          && knowledge.sideName(of: grammar.units[$0]) == name
      }
      if isFighter, strikes, !hurtsOwn { return enemy }
    }
    return nil
  }

  /// The nation whose people an attack hurt that a sentence tells of, or one right before it with
  /// nobody of the attackers' land named since.
  func targetAcrossTheLine(upTo sentence: Int) -> String? {
    for at in (max(itemOfSentence[sentence], sentence - 3)...sentence).reversed() {
      if let target = targetsAcrossTheLine[at] { return target }
      if namesOtherSide[at] { return nil }
    }
    return nil
  }
}
