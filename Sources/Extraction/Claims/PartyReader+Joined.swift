internal import ClaimModel
internal import Lexicons

/// The party of people who are named in one breath with somebody who is not counted.
extension PartyReader {
  /// 'twenty officers and 400 men of the British column': what is said of the last of a list is
  /// said of all.
  func ownersOfList(_ figure: Figure) -> String? {
    let next = figure.index + 1
    guard next < grammar.mentions.count, !isNamed(figure), figure.status == .military,
      grammar.mentions[next].trigger == figure.mention.trigger,
      grammar.mentions[next].number.first == figure.mention.end + 2,
      grammar.isWord("and", figure.mention.end + 1),
      grammar.isWord("of", grammar.mentions[next].end + 1)
        || grammar.mentions[next].phrase.contains(where: { grammar.isWord("of", $0) }),
      let phrase = VictimReader(grammar: grammar).phrase(of: next)
    else { return nil }
    return named(in: phrase)
  }

  /// 'an Israeli officer and four soldiers', 'one Thai soldier and 13 civilians': the nation of the
  /// person before 'and' is that of the others, too, where no other is said.
  func joinedToPerson(_ figure: Figure) -> String? {
    let joint = figure.mention.unit - 1
    guard joint > 2, grammar.has(joint, .conjunction),
      !isNamed(figure), grammar.has(joint - 1, .person),
      !grammar.has(joint - 1, .plural)
    else { return nil }
    var at = joint - 2
    while at >= 0, joint - at < 6, grammar.units[at].kind == .word {
      if grammar.has(at, .determiner) || grammar.units[at].quantity >= 0 { break }
      if grammar.units[at].isDemonym { return knowledge.partyName(of: grammar.units[at]) }
      at -= 1
    }
    return nil
  }
}
