internal import ClaimModel
internal import Lexicons

/// People whom something makes flee or holds fast: 'forced 110,000 people to evacuate', 'the flood
/// trapped 14 miners', 'were killed alongside four bystanders'.
extension SentenceGrammar {
  /// 'forced 900 villagers to evacuate', 'helped 200 people to evacuate'.
  mutating func linkCompelled() {
    for verb in units.indices where isWord("evacuate", verb) && isWord("to", verb - 1) {
      guard !hasObject(verb), let index = mentions.lastIndex(where: { $0.end == verb - 2 }),
        mentions[index].outcome == nil, mentions[index].kind != .thing
      else { continue }
      var before = mentions[index].unit - 1
      while has(before, [.adverb, .determiner]) || isWord("some", before) { before -= 1 }
      guard
        has(before, [.compelling, .driving]) || isWord("helped", before)
          || isWord("helping", before) || isWord("causing", before) || isWord("caused", before)
          || isWord("prompted", before) || isWord("prompting", before)
      else { continue }
      linkList(from: mentions[index].unit, .displaced, trigger: verb, rule: .object)
    }
  }

  /// 'the flood trapped 14 miners', 'trapping about 30 workers underground'.
  mutating func linkTrapped() {
    guard !classes.isDisjoint(with: [.calamitySetting, .rescue]) else { return }
    for verb in units.indices
    where isWord("trapped", verb) || isWord("trapping", verb) || isWord("traps", verb) {
      guard let index = mention(at: verb + 1), mentions[index].kind == .people,
        mentions[index].outcome == nil
      else { continue }
      linkList(from: verb + 1, .missing, trigger: verb, rule: .object)
    }
  }

  /// Whether people who are 'trapped' are only shut in by a war: 'a million remain trapped amid the
  /// fighting'.
  func isShutIn(at state: Int) -> Bool {
    guard isWord("trapped", state) else { return false }
    // 'trapped inside the territory'
    if has(state + 1, .preposition), has(state + 2, .determiner),
      has(state + 3, .settlement) || isWord("territory", state + 3) || isWord("enclave", state + 3)
        || isWord("zone", state + 3) || isWord("pocket", state + 3)
    {
      return true
    }
    return classes.isDisjoint(with: [.calamitySetting, .rescue])
      && !classes.isDisjoint(with: [.conflictSetting, .enemy, .formation])
      && !units.indices.contains { unit in
        isWord("rubble", unit) || isWord("debris", unit) || isWord("ruins", unit)
          || isWord("feared", unit) || isWord("collapsed", unit)
      }
  }

  /// 'three survived as prisoners', 'two lived to become PoWs', 'forty ended the war as captives'.
  mutating func linkBecame() {
    for noun in units.indices where has(noun, .plural) && !isCounted(noun) {
      guard senses(noun).contains(where: { $0.frame == .people && $0.outcome == .captured }),
        isWord("as", noun - 1) || isWord("become", noun - 1) || isWord("became", noun - 1)
          || isWord("becoming", noun - 1)
      else { continue }
      var verb = noun - 1
      while verb > 0, noun - verb < 6, !has(verb, [.verbPast]) || mention(at: verb) != nil {
        verb -= 1
      }
      guard has(verb, .verbPast), !has(verb, .outcome),
        let index = mentions.firstIndex(where: { $0.end == verb - 1 }),
        mentions[index].kind != .thing,
        mentions[index].outcome == nil
      else { continue }
      assign(index, .captured, trigger: noun, rule: .subject)
    }
  }

  /// '266 refugees returned to their homes': who came back is displaced no longer.
  mutating func passOverReturned() {
    for index in mentions.indices
    where mentions[index].outcome == .displaced && mentions[index].reason == nil {
      var next = mentions[index].end + 1
      while has(next, [.have, .adverb]) { next += 1 }
      guard isWord("returned", next) || isWord("returning", next) || isWord("returns", next),
        isWord("to", next + 1) || isWord("home", next + 1) || endsPhrase(at: next + 1)
      else { continue }
      mentions[index].reason = "no_outcome"
    }
  }
}
