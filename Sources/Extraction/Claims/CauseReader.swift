internal import ClaimModel
internal import Lexicons

/// Tells whether what killed the people of a mention was nature, sickness or an accident.
struct CauseReader {
  let grammar: SentenceGrammar

  /// 'An earthquake killed 40', 'A building collapsed, killing 16': whether the subject of the verb
  /// that hurt them, or the verb that it stands with, tells of a disaster and of no violence.
  func isCalamity(of mention: Mention) -> Bool {
    guard let trigger = mention.trigger, trigger < mention.unit,
      grammar.senses(trigger).contains(where: { [.harm, .leave, .take].contains($0.frame) })
    else { return false }
    var at = trigger - 1
    var hasCalamity = false
    while at >= 0, !grammar.isMark(0x3B, at), !grammar.isMark(0x3A, at) {
      if let other = grammar.mention(at: at), grammar.mentions[other].outcome != nil { break }
      if grammar.has(at, [.cue, .subordinator]) { break }
      let classes = DocumentSetting.settingClasses(of: at, grammar)
      if !classes.isDisjoint(with: [.conflictSetting, .terrorSetting, .crimeSetting]) {
        return false
      }
      if grammar.has(at, .irregular) { return false }
      if grammar.has(at, .attack), !classes.contains(.weakSetting) { return false }
      if !classes.isDisjoint(with: [.calamitySetting, .weakSetting]) { hasCalamity = true }
      at -= 1
    }
    return hasCalamity
  }
}
