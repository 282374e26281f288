internal import ClaimModel
internal import Lexicons

/// Attribution without a verb of its own, and those whom others cite: 'according to X', 'citing X'.
extension SayingReader {
  /// 'figures released by the army': whose figures they are; no one who has seen them only.
  func givers(of figures: Speaker) -> Speaker? {
    let participle = figures.units.upperBound
    guard participle > 0, reader.isDocument(participle - 1), grammar.has(participle, .participle),
      grammar.isWord("by", participle + 1), grammar.term(participle)?.cue != .witness
    else { return nil }
    return reader.speaker(startingAt: participle + 2)
  }

  /// 'according to X': the sentence, or the part of it that a semicolon or a joint sets apart.
  func according(_ cue: Int) -> Saying? {
    // 'two per day'
    guard !grammar.has(cue + 1, .timeUnit),
      let named = reader.speaker(startingAt: cue + 1) ?? reader.whatever(startingAt: cue + 1)
    else { return nil }
    let speaker = givers(of: named) ?? named
    var saying = Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: scope(ofAccording: cue), stance: .asserted,
      isCited: isCiting(cue), hearer: "")
    // 'according to preliminary information': nobody's in particular.
    saying.isVague =
      speaker.kind == .body
      && (speaker.type == .unknown && speaker.headNoun.isEmpty
        || speaker.type == .research && !grammar.has(speaker.units.lowerBound, .determiner))
      && !speaker.units.contains { units[$0].isCapital || units[$0].isName }
    return saying
  }

  /// 'preliminary information indicated', 'citing early data': something written that nobody owns,
  /// by which another speaks.
  func isNobodys(_ document: Speaker) -> Bool {
    guard let head = document.units.last, reader.isWritten(head),
      document.units.count > 1 || units[head].last > units[head].first
    else { return false }
    return document.units.dropLast().allSatisfy {
      units[$0].kind == .word && !units[$0].isCapital && units[$0].place < 0
        && !grammar.has($0, [.determiner, .speaker, .person, .title])
    }
  }

  /// 'citing', 'quoting': the one who is named is the origin, and the subject passes it on.
  private func isCiting(_ cue: Int) -> Bool {
    grammar.isWord("citing", cue) || grammar.isWord("quoting", cue)
  }

  /// What 'according to X' reaches: the relative clause that it opens, or the sentence up to the
  /// clause that has an 'according to' of its own.
  private func scope(ofAccording cue: Int) -> Range<Int> {
    // 'According to an uncle, all were neighbours; three were sisters'
    if cue == 0, !(2..<units.count).contains(where: { grammar.has($0, .cue) }) {
      return units.indices
    }
    let part = remark(around: cue) ?? part(around: cue)
    // 'The mayor said that, according to doctors, nine were hurt'
    let before = grammar.isMark(0x2C, cue - 1) ? cue - 2 : cue - 1
    if before > 0, grammar.isWord("that", before) {
      return before..<max(cue + 1, min(part.upperBound, endOfContent(from: cue + 1)))
    }
    // 'another raid, which, according to X, left dozens dead'
    if let relative = (max(part.lowerBound, cue - 2)..<cue).last(where: {
      grammar.has($0, .relative) && $0 > 0 && grammar.isMark(0x2C, $0 - 1)
    }) {
      return relative..<part.upperBound
    }
    func isOther(_ index: Int) -> Bool {
      index != cue && grammar.has(index, .cue) && grammar.term(index)?.cue == .according
        && !isCiting(index)
    }
    // '12 died, according to the army, and 30 were hurt, according to doctors'
    func joint(between start: Int, and end: Int) -> Int? {
      (start + 1..<end).first {
        grammar.isMark(0x2C, $0 - 1)
          && (grammar.has($0, [.conjunction, .subordinator]) || grammar.isWord("while", $0))
      }
    }
    // '12 died, according to the army, while villagers reported 20'
    var scope = part.lowerBound..<max(cue + 1, min(part.upperBound, endOfContent(from: cue + 1)))
    if let before = (part.lowerBound..<cue).last(where: isOther),
      let joint = joint(between: before, and: cue)
    {
      scope = joint..<scope.upperBound
    }
    if let after = (cue + 1..<part.upperBound).first(where: isOther),
      let joint = joint(between: cue, and: after)
    {
      scope = scope.lowerBound..<joint
    }
    return scope
  }

  /// What a bracket or a dash sets apart with an 'according to' of its own: '(likely more, according to
  /// the UN)', '– 4,000, according to the minister'; nil where nothing does.
  private func remark(around cue: Int) -> Range<Int>? {
    if let open = (0..<cue).last(where: { grammar.isMark(0x28, $0) || grammar.isMark(0x29, $0) }),
      grammar.isMark(0x28, open), open + 1 < cue
    {
      let close = (cue..<units.count).first { grammar.isMark(0x29, $0) } ?? units.count
      return open..<close
    }
    guard let dash = (0..<cue).last(where: { grammar.isDash($0) }), dash > 0,
      let mention = grammar.mention(at: dash + 1), grammar.mentions[mention].end + 3 > cue
    else { return nil }
    return dash..<units.count
  }

  /// 'CNN quoted a witness as saying', 'it cited residents'.
  func cited(_ cue: Int) -> Saying? {
    // 'a US official, who cited several hundred casualties'
    if let mention = grammar.mention(at: cue + 1), grammar.mentions[mention].outcome != nil {
      return spoken(cue, .tally, .asserted, after: nil)
    }
    // 'the police had been quoted in the papers as having announced 3,900'
    let group = grammar.startOfVerbGroup(endingAt: cue)
    if isPassive(cue, from: group), let quoted = reader.speaker(endingBefore: group),
      let joint = (cue + 1..<min(units.count, cue + 12)).first(where: { grammar.isWord("as", $0) })
    {
      return Saying(
        speaker: quoted, cue: cue..<cue + 1, scope: joint..<endOfContent(from: joint),
        stance: .asserted, isCited: true, hearer: "")
    }
    // 'ministers cite figures ranging from 700 to 1,900'
    if !grammar.has(cue, .gerund), citesFigures(cue) {
      return spoken(cue, .tally, .asserted, after: nil)
    }
    guard let speaker = reader.speaker(startingAt: cue + 1) else { return nil }
    // 'according to reports that cited the ministry': what they cite is what they are quoted for.
    let isAboutTeller =
      (max(0, cue - 8)..<cue).contains { grammar.has($0, .relative) }
      && (max(0, cue - 14)..<cue).contains { grammar.term($0)?.cue == .according }
      && !hasFigure(behind: speaker.units.upperBound)
    if grammar.has(cue, .gerund) || isAboutTeller {
      return Saying(
        speaker: speaker, cue: cue..<cue + 1, scope: part(around: cue), stance: .asserted,
        isCited: true, hearer: "")
    }
    return Saying(
      speaker: speaker, cue: cue..<cue + 1, scope: speaker.units.upperBound..<units.count,
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'The file quotes a source as claiming that the party had counted 900': whoever speaks in what
  /// another is quoted for is the origin.
  func withOriginsWithin(_ all: [Saying]) -> [Saying] {
    let quoted = all.filter {
      $0.kind == .cite && $0.isCited && !grammar.has($0.cue.lowerBound, .gerund)
    }
    guard !quoted.isEmpty else { return all }
    return all.map { saying in
      var saying = saying
      saying.isCited =
        saying.isCited
        || quoted.contains {
          $0.speaker.name != saying.speaker.name && $0.cue.upperBound <= saying.cue.lowerBound
            && $0.scope.contains(saying.cue.lowerBound)
            && $0.scope.lowerBound <= saying.scope.lowerBound
            && $0.scope.upperBound >= saying.scope.upperBound
        }
      return saying
    }
  }

  /// 'figures', 'casualty figures of': whether what is cited are figures, of which nobody is said to be
  /// the giver.
  private func citesFigures(_ cue: Int) -> Bool {
    guard
      let head = (cue + 1..<min(units.count, cue + 4)).first(where: {
        grammar.has($0, .speaker) || reader.isToll($0) || !units[$0].isContent
      }), !units[head].isCapital,
      !(cue + 1..<head).contains(where: { units[$0].isCapital })
    else { return false }
    return reader.isToll(head)
      || grammar.has(head, .speaker) && grammar.term(head)?.sourceType == .research
        && !grammar.isWord("from", head + 1) && !grammar.isWord("by", head + 1)
  }

  /// The sentence around a unit, bounded by semicolons.
  func part(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !grammar.isMark(0x3B, start - 1) { start -= 1 }
    var end = index
    while end < units.count, !grammar.isMark(0x3B, end) { end += 1 }
    return start..<end
  }
}
