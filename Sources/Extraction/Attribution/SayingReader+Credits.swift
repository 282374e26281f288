internal import ClaimModel
internal import Lexicons

/// Credits without a verb: labels, headlines and brackets that name who a figure is from.
extension SayingReader {
  /// 'Source: the health ministry – 35 killed': a label names the origin.
  func label() -> Saying? {
    guard grammar.isMark(0x3A, 1), grammar.isWord("source", 0) || grammar.isWord("sources", 0),
      let speaker = reader.speaker(startingAt: 2)
    else { return nil }
    return Saying(
      speaker: speaker, cue: 0..<2, scope: speaker.units.upperBound..<units.count,
      stance: .asserted, isCited: true, hearer: "")
  }

  /// 'Ferry toll rises to 14: military', 'Two killed in clashes – police': a headline's credit.
  func closingCredit() -> Saying? {
    // The full stop may stand behind the bracket.
    let isStopped = grammar.isMark(0x2E, units.count - 1) && grammar.isMark(0x29, units.count - 2)
    guard let last = units.indices.dropLast(isStopped ? 1 : 0).last,
      units[last].kind == .word || units[last].mark == 0x29,
      let joint = units.indices.suffix(8).last(where: {
        grammar.isMark(0x3A, $0) || grammar.isDash($0) || grammar.isMark(0x28, $0)
      }), joint > 2, joint < last, hasFigure(before: joint),
      grammar.isMark(0x28, joint) == grammar.isMark(0x29, last)
    else { return nil }
    // 'the Observatory for Human Rights (SOHR)' is a name with its initials.
    if grammar.isMark(0x28, joint), units[joint - 1].isCapital,
      !grammar.has(joint - 1, [.weekday, .month])
    {
      return nil
    }
    // 'at around 6.40am (IST)'
    if grammar.isMark(0x28, joint),
      grammar.mentions.contains(where: { $0.end == joint - 1 && $0.reason == "time" })
        || grammar.isWord("am", joint - 1) || grammar.isWord("pm", joint - 1)
    {
      return nil
    }
    let end = grammar.isMark(0x29, last) ? last : last + 1
    guard !(joint + 1..<end).contains(where: { isNoCredit($0) }),
      let speaker = reader.read(joint + 1..<end), speaker.kind != .pronoun,
      !speaker.headNoun.isEmpty || speaker.type != .unknown || isAcronym(speaker.units)
    else { return nil }
    return Saying(
      speaker: speaker, cue: joint..<joint + 1, scope: 0..<joint, stance: .asserted,
      isCited: false, hearer: "")
  }

  /// '… 900 had died (Helmand Casualty Count, 2013).', '(Weber 2009; Rights Now 2010)': the work that
  /// a scholar's bracket names.
  func citation() -> Saying? {
    let end = grammar.isMark(0x2E, units.count - 1) ? units.count - 2 : units.count - 1
    guard end > 4, grammar.isMark(0x29, end),
      let open = (max(0, end - 24)..<end).last(where: { grammar.isMark(0x28, $0) }),
      hasFigure(before: open), units[open + 1].isCapital,
      let year = (open + 2..<end).first(where: { isYear($0) }), year - open < 12
    else { return nil }
    var last = year - 1
    // '(The Guardian, 17 September 2022)'
    if let comma = (open + 2..<year).first(where: { grammar.isMark(0x2C, $0) }),
      (comma + 1..<year).contains(where: { grammar.has($0, .month) })
    {
      last = comma - 1
    }
    while last > open + 1, grammar.has(last, .participle), !units[last].isCapital { last -= 1 }
    if grammar.isMark(0x2C, last) { last -= 1 }
    guard last > open, last > open + 1 || units[last].place < 0,
      !(open + 1..<last + 1).contains(where: {
        isNoCredit($0) && !units[$0].isCapital || grammar.has($0, [.month, .day])
          || units[$0].kind == .number
      }),
      let speaker = reader.read(open + 1..<last + 1), speaker.kind != .pronoun
    else { return nil }
    return Saying(
      speaker: speaker, cue: open..<open + 1, scope: 0..<open, stance: .asserted, isCited: false,
      hearer: "")
  }

  /// '2009'.
  private func isYear(_ index: Int) -> Bool {
    guard units[index].kind == .number || units[index].kind == .quantity else { return false }
    let digits = grammar.string(at: index).utf8
    return digits.count == 4 && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && (digits.first == 0x31 || digits.first == 0x32)
  }

  /// '(AP)', '(India Today)', '(AP via the Register)': a sentence that only credits the one before.
  func bracketCredit() -> Speaker? {
    let end = grammar.isMark(0x2E, units.count - 1) ? units.count - 1 : units.count
    guard end > 2, end < 10, grammar.isMark(0x28, 0), grammar.isMark(0x29, end - 1),
      units[1].isCapital,
      // '(AP Photo/Name)' is under a picture.
      !(1..<end).contains(where: { grammar.isWord("photo", $0) || grammar.isWord("picture", $0) })
    else { return nil }
    let via = (1..<end - 1).first { grammar.isWord("via", $0) } ?? end - 1
    guard via > 1, !(1..<via).contains(where: { isNoCredit($0) }) else { return nil }
    let speaker = reader.read(1..<via)
    return speaker?.kind == .pronoun ? nil : speaker
  }

  /// '— UNHCR Libya (@UNHCRLibya) May 2, 2019': the line under a post that names who wrote it.
  func postCredit() -> Speaker? {
    guard grammar.isDash(0) || grammar.isMark(0x2D, 0),
      let open = (2..<min(units.count, 10)).first(where: { grammar.isMark(0x28, $0) }),
      open + 1 < units.count,
      grammar.isMark(0x40, open + 1) || grammar.string(at: open + 1).hasPrefix("@")
    else { return nil }
    let speaker = reader.read(1..<open)
    return speaker?.kind == .pronoun ? nil : speaker
  }

  /// 'MoD', 'NDMA': one word with two capitals or more, and not all the line is in capitals.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let unit = range.first, units[unit].first == units[unit].last else {
      return false
    }
    let name = grammar.string(at: unit)
    return name.utf8.count <= 8 && units[unit].term < 0
      && name.capitalCount > 1
      && units.contains { $0.kind == .word && !grammar.text.tokens[$0.last].isUpper }
  }

  /// Whether a unit can't stand in a credit, which is a bare name.
  private func isNoCredit(_ index: Int) -> Bool {
    units[index].quantity >= 0 || grammar.has(index, [.be, .have, .modal, .outcome, .weekday])
      || grammar.isVerb(index) && !units[index].isCapital && !grammar.has(index, .speaker)
        // 'volunteer groups'
        && !(grammar.has(index, .verbBase) && grammar.has(index + 1, .speaker))
  }

  /// 'Reports: Dozens killed', 'Police: 3 dead', also as a headline that is quoted.
  func colon() -> Saying? {
    guard let colon = units.indices.first(where: { grammar.isMark(0x3A, $0) }), colon > 0 else {
      return nil
    }
    let quote = (0..<colon).last { grammar.isQuote($0) && !units[$0 + 1].isSpaced }
    let name = (quote.map { $0 + 1 } ?? 0)..<colon
    guard !name.isEmpty, name.count <= 8, let speaker = reader.read(name),
      speaker.kind != .pronoun,
      speaker.isOfKnownKind,
      // 'Situation Report: troops killed 17'
      !isBulletin(name),
      // 'Fresh Cases of Marburg: Four Deaths Confirmed'
      speaker.kind != .person || speaker.type != .unknown || !isTitle
        || name.allSatisfy({ units[$0].term < 0 || grammar.has($0, .title) }),
      !isDateline(name), units[colon - 1].kind != .word || canEndName(colon - 1),
      // 'South Ossetia: 23 soldiers killed'
      !name.allSatisfy({
        (reader.isCountryName($0) || reader.isTerritoryName($0)) && units[$0].source < 0
      })
    else { return nil }
    if name.contains(where: {
      grammar.isVerb($0) && grammar.has($0, .verbPast)
        // 'Kenya bus crash updates: …', 'Ma’rib – Saba: …' are no speakers.
        || grammar.term($0)?.time == .incident || grammar.has($0, .calamitySetting)
        || grammar.isDash($0) && units[$0].isSpaced
    }) {
      return nil
    }
    if name.contains(where: {
      grammar.has($0, [.be, .have, .outcome, .modal]) || grammar.mention(at: $0) != nil
    }) {
      return nil
    }
    return Saying(
      speaker: speaker, cue: colon..<colon + 1, scope: colon + 1..<units.count, stance: .asserted,
      isCited: false, hearer: "")
  }

  /// 'Cyclone Maro: 300 feared dead, says the premier': what stands before a colon is no speaker where
  /// another closes the line.
  func isTopic(_ label: Saying, besides sayings: [Saying]) -> Bool {
    label.speaker.headNoun.isEmpty
      && label.speaker.type == .unknown
      && sayings.contains {
        $0.cue.lowerBound > label.cue.upperBound && $0.scope.contains(label.cue.upperBound)
      }
  }

  /// 'Situation Report', 'War Bulletin': a document that nobody owns, which the line is of.
  private func isBulletin(_ name: Range<Int>) -> Bool {
    guard let last = name.last(where: { units[$0].kind == .word }), last > name.lowerBound,
      grammar.has(last, .report) || grammar.isWord("bulletin", last)
    else { return false }
    return !(name.lowerBound..<last).contains {
      units[$0].source >= 0 || units[$0].party >= 0 || units[$0].place >= 0 || units[$0].isName
        || units[$0].kind == .possessive
        || grammar.has($0, [.speaker, .person, .title, .determiner])
    }
  }

  /// '…: 58 dead; Peace Foundation: 145 dead': a name and a colon behind a semicolon.
  func laterColons() -> [Saying] {
    units.indices.filter { grammar.isMark(0x3B, $0) }.compactMap { semicolon in
      guard
        let colon = (semicolon + 2..<min(units.count, semicolon + 9)).first(
          where: { grammar.isMark(0x3A, $0) }),
        units[semicolon + 1].isCapital || grammar.has(semicolon + 1, .determiner),
        let speaker = reader.read(semicolon + 1..<colon), speaker.kind != .pronoun,
        speaker.isOfKnownKind,
        !(semicolon + 1..<colon).contains(where: { isNoCredit($0) })
      else { return nil }
      let end = (colon..<units.count).first { grammar.isMark(0x3B, $0) } ?? units.count
      return Saying(
        speaker: speaker, cue: colon..<colon + 1, scope: colon + 1..<end, stance: .asserted,
        isCited: false, hearer: "")
    }
  }

  /// '2,000 killed (army); 245 killed (Peace Foundation)': each bracket credits what stands before it,
  /// back to the bracket or semicolon before.
  func innerCredits() -> [Saying] {
    units.indices.compactMap { close in
      guard grammar.isMark(0x29, close), close + 1 < units.count,
        grammar.isMark(0x3B, close + 1) || grammar.isMark(0x2C, close + 1),
        let open = (max(0, close - 8)..<close).last(where: { grammar.isMark(0x28, $0) }),
        open > 0, open + 1 < close, !units[open - 1].isCapital,
        !(open + 1..<close).contains(where: { isNoCredit($0) }),
        !(open + 1..<close).contains(where: { units[$0].place >= 0 || units[$0].party >= 0 }),
        let speaker = reader.read(open + 1..<close), speaker.kind != .pronoun,
        !speaker.headNoun.isEmpty || speaker.type != .unknown
      else { return nil }
      let start =
        (0..<open).last { grammar.isMark(0x3B, $0) || grammar.isMark(0x29, $0) }.map { $0 + 1 } ?? 0
      guard grammar.mentions.contains(where: { start <= $0.unit && $0.unit < open }) else {
        return nil
      }
      return Saying(
        speaker: speaker, cue: open..<open + 1, scope: start..<open, stance: .asserted,
        isCited: false, hearer: "")
    }
  }

  /// 'Israel-Hamas War: …' is a topic: who speaks ends in a name or a word for speakers.
  private func canEndName(_ index: Int) -> Bool {
    units[index].isName || grammar.has(index, [.speaker, .title, .person])
      || units[index].isCapital
        && !grammar.has(index, [.conflictSetting, .attack, .calamitySetting])
  }

  /// 'RAWALPINDI: …': where the report was filed; capitals all through and no one who speaks.
  private func isDateline(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let unit = units[index]
      return unit.kind == .mark
        || !grammar.has(index, .speaker) && unit.source < 0 && (unit.party < 0 || unit.place >= 0)
          && (grammar.text.tokens[unit.last].isUpper || unit.place >= 0)
    }
  }
}
