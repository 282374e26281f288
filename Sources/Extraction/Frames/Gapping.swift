internal import ClaimModel
internal import Lexicons

/// Bare numbers of a row of places: 'in the north 30 people were killed; in the south, seven', '310
/// deaths in the north, followed by 240 in the south'.
extension SentenceGrammar {
  /// The unit before the comma that closes ', most of them civilians,'; nil where none opens.
  func endOfShareAside(from comma: Int) -> Int? {
    guard isMark(0x2C, comma), has(comma + 1, .part) || has(comma + 2, .part),
      !has(comma + 1, .verb) || has(comma + 1, .gerund) || isWord("including", comma + 1),
      mention(at: comma + 1) == nil
    else { return nil }
    return (comma + 2..<min(comma + 9, units.count)).first {
      isMark(0x2C, $0) || mention(at: $0) != nil
    }.flatMap { isMark(0x2C, $0) ? $0 - 1 : nil }
  }

  /// The comma that closes ', where a dam burst,' from the one that opens it; nil where a figure stands
  /// between them or nothing is closed.
  func endOfRelativeAside(from comma: Int) -> Int? {
    guard isMark(0x2C, comma), has(comma + 1, .relative), !has(comma + 1, .part) else { return nil }
    let close = (comma + 2..<min(comma + 14, units.count)).first {
      isMark(0x2C, $0) || mention(at: $0) != nil
    }
    return close.flatMap { isMark(0x2C, $0) ? $0 : nil }
  }

  /// 'The army lists 89 dead, whereas the group lists 252 children': the same verb leads to both.
  func repeatsActiveVerb(_ index: Int, of previous: Int) -> Bool {
    let verb = mentions[index].unit - 1
    let first = mentions[..<(previous + 1)].last { has($0.unit - 1, .verb) }
    guard let first, has(verb, [.verbS, .verbPast]), !has(verb, [.be, .have, .outcome]),
      mentions[index].kind == .none || mentions[index].kind == .people
    else { return false }
    return word(of: first.unit - 1) == word(of: verb) && first.outcome != nil
  }

  /// ', followed by 240 in the south', 'with 40 deaths, followed by Hesk with 30': the next of those
  /// told in the order of their size.
  func isNextInOrder(_ index: Int, behind previous: Int) -> Bool {
    let mention = mentions[index]
    var by = mention.unit - 1
    // 'Hesk with 30': who had so many stands before 'with', as it does with the figure before.
    if isWord("with", by), isWord("with", mentions[previous].unit - 1) {
      by -= 1
      let last = by
      while by > mentions[previous].end, units[by].isCapital || has(by, .determiner) { by -= 1 }
      guard by < last, mention.kind == .none else { return false }
      if isJoint(by) { return true }
    }
    guard mention.kind == .none, isWord("by", by), isWord("followed", by - 1) else { return false }
    let before = by - 2
    return isJoint(before) || isDash(before) || isMark(0x29, before)
      || before == mentions[previous].end
  }

  /// '28,000 deaths (with a range of 12,000 to 44,000)': between what bounds a count lies.
  func isRange(_ index: Int, of previous: Int) -> Bool {
    let opener = mentions[previous].end + 1
    guard mentions[index].kind == .none, mentions[index].number.qualifier == .range,
      isMark(0x28, opener) || isMark(0x2C, opener)
    else { return false }
    return (opener + 1..<mentions[index].unit).contains { isWord("range", $0) }
      && (opener + 1..<mentions[index].unit).allSatisfy { units[$0].kind == .word }
  }

  /// 'fell to 517, to 344 in May and to 229 in June': numbers of a toll, each behind its own 'to'.
  func isNextOfToll(_ index: Int, behind previous: Int) -> Bool {
    let to = mentions[index].unit - 1
    guard mentions[index].kind == .none, isWord("to", to), isJoint(to - 1),
      isWord("to", mentions[previous].unit - 1)
    else { return false }
    return (mentions[previous].end + 1..<to).allSatisfy {
      isJoint($0) || has($0, [.preposition, .month, .determiner]) || units[$0].kind == .number
        || units[$0].isCapital || mention(at: $0).map { mentions[$0].reason != nil } ?? false
    }
  }

  /// 'were between 41 and 53 deaths by May, and are between 82 and 99': a bare number behind a second
  /// verb of the same subject.
  func goesOnWithLevel(_ index: Int, behind previous: Int) -> Bool {
    var verb = mentions[index].unit - 1
    let last = verb
    while has(verb, [.be, .have, .modal, .level]), !has(verb, .preposition) { verb -= 1 }
    guard verb < last, mentions[index].kind == .none, has(verb, .conjunction),
      [.noun, .toll].contains(mentions[previous].rule), !hasOwnTrigger(index)
    else { return false }
    let behind = mentions[index].end + 1
    return endsPhrase(at: behind) || has(behind, .preposition)
  }

  /// ', a jump of 330,000 since May': by how many more they have become.
  func isChange(_ index: Int) -> Bool {
    let of = mentions[index].unit - 1
    guard mentions[index].kind == .none, isWord("of", of), has(of - 1, .level) else { return false }
    let article = isIndefiniteArticle(of - 2) ? of - 2 : of - 3
    return isIndefiniteArticle(article) && (isMark(0x2C, article - 1) || isDash(article - 1))
  }

  /// ', in the south seven', '; in the south, seven': only where they were stands between the joint
  /// and a bare number.
  func isPlaceBefore(_ index: Int, behind joint: Int?) -> Bool {
    guard let joint else { return false }
    let mention = mentions[index]
    let behind = mention.end + 1
    guard mention.kind == .none, has(joint + 1, .preposition), mention.unit - joint < 8,
      endsPhrase(at: behind) || has(behind, .conjunction)
    else { return false }
    let last = isMark(0x2C, mention.unit - 1) ? mention.unit - 1 : mention.unit
    return (joint + 2..<last).allSatisfy {
      units[$0].kind == .word && !has($0, [.outcome, .be, .have, .modal, .conjunction])
    }
  }

  /// 'In 2020, 140.': a sentence of nothing but a time or place and a number.
  func isAllOfSentence(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.kind == .none, has(0, .preposition), isMark(0x2C, mention.unit - 1),
      endsPhrase(at: mention.end + 1), mention.end + 2 >= units.count
    else { return false }
    return (1..<mention.unit - 1).allSatisfy {
      units[$0].kind != .mark && !has($0, [.verbPast, .verbS, .be, .have, .outcome])
    }
  }

  /// The joint before the place that a comma sets apart from its number; nil where none stands there.
  func placeOpener(before comma: Int) -> Int? {
    (max(0, comma - 6)..<comma).last { isMark(0x3B, $0) || isJoint($0) }
  }

  /// Whether a word that could be a verb is a part of a name: 'Run' in 'Cedar Run'.
  func isInCapitalName(_ index: Int) -> Bool {
    index > 0 && units[index].isCapital && units[index - 1].isCapital
      && units[index - 1].kind == .word && units[index - 1].classes.isDisjoint(with: .function)
  }
}
