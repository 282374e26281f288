internal import ClaimModel
internal import Lexicons

/// Phrases behind or before a number that alone tell what its people suffered: 'sixty in killed and
/// wounded', 'the killer of five women'.
extension SentenceGrammar {
  /// '60 in killed and wounded', 'fully 900 men in killed, wounded and missing'.
  mutating func linkInKilled() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && (mentions[index].kind == .none || mentions[index].kind == .people)
    {
      let joint = mentions[index].end + 1
      guard isWord("in", joint), has(joint + 1, .participle),
        let sense = senses(joint + 1).first(where: { $0.frame == .harm }),
        endsPhrase(at: joint + 2) || has(joint + 2, [.conjunction, .preposition, .be])
      else { continue }
      assign(index, combined(sense.outcome, at: joint + 1), trigger: joint + 1, rule: .ofNoun)
    }
  }

  /// 'burned more than 30 of them alive', 'buried 12 prisoners alive': the verb and its adverb are apart.
  mutating func linkAlive() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind != .thing && isWord("alive", mentions[index].end + 1)
    {
      var verb = mentions[index].unit - 1
      while has(verb, [.adverb, .determiner]) { verb -= 1 }
      guard has(verb, .burning) else { continue }
      assign(index, .killed, trigger: mentions[index].end + 1, rule: .resultative)
    }
  }

  /// 'another 900 soldiers whose remains were found': they are dead.
  mutating func linkRemains() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil
      && mentions[index].kind == .people && isWord("whose", mentions[index].end + 1)
    {
      let noun = mentions[index].end + 2
      guard senses(noun).contains(where: { $0.frame == .people && $0.outcome == .killed }) else {
        continue
      }
      assign(index, .killed, trigger: noun, rule: .subject)
    }
  }

  /// 'the killer of five women', 'the murderers of four nuns': those whom they killed.
  mutating func linkKillers() {
    for noun in units.indices where has(noun, .slayer) && isWord("of", noun + 1) {
      linkList(from: noun + 2, .killed, trigger: noun, rule: .ofNoun)
    }
  }
}
