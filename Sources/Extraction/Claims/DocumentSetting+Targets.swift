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
