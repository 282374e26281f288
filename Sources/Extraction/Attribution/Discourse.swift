internal import ClaimModel
internal import Lexicons

/// Who has spoken so far in a document; resolves pronouns and short names to them.
struct Discourse {
  private var speakers: [Speaker] = []
  /// The last person whom the text has named, if no person has spoken since.
  private var lastNamed: String = ""

  /// Takes note of the last person that a sentence names, for a 'he said' in the next.
  mutating func note(personsIn grammar: SentenceGrammar, _ knowledge: Knowledge) {
    if let name = knowledge.lastPerson(in: grammar) { lastNamed = name }
  }

  /// The speaker with its name made as full as what came before allows, and taken note of.
  mutating func resolve(_ speaker: Speaker) -> Speaker {
    var resolved = speaker
    if let owner = owner(of: speaker) {
      resolved.name = owner.name
      resolved.type = owner.type
      resolved.side = owner.side
      return resolved
    }
    switch speaker.kind {
    case .pronoun:
      guard let antecedent = antecedent(ofGender: speaker.headNoun) else { return speaker }
      resolved = antecedent
      resolved.units = speaker.units
      // Moves to the end: the nearest compatible one is the one last heard.
      if speaker.headNoun != "self" { speakers.append(resolved) }
      return resolved
    case .body, .group:
      if let fuller = fuller(than: speaker) {
        resolved.name = fuller.name
        if resolved.type == .unknown { resolved.type = fuller.type }
        if resolved.side.isEmpty { resolved.side = fuller.side }
      }
    case .person: break
    }
    speakers.append(resolved)
    return resolved
  }

  /// Takes note that a speaker is the one heard last.
  mutating func hear(_ speaker: Speaker) {
    if speaker.name != "our", speaker.kind != .pronoun { speakers.append(speaker) }
  }

  private func antecedent(ofGender gender: String) -> Speaker? {
    switch gender {
    case "male", "female":
      speakers.last { $0.kind == .person || isRole($0) || isSurname($0) } ?? named()
    // The author's own 'we'.
    case "self":
      Speaker(units: 0..<0, name: "our", kind: .body, type: .unknown, side: "", headNoun: "")
    case "neuter": speakers.last { $0.kind == .body }
    case "any": speakers.last { $0.kind != .person } ?? speakers.last
    default: nil
    }
  }

  /// 'its information', 'their figures': whose they are.
  private func owner(of speaker: Speaker) -> Speaker? {
    let name = speaker.name.lowercasedASCII
    guard speaker.kind == .body, speaker.type == .research else { return nil }
    if name.hasPrefix("its ") { return antecedent(ofGender: "neuter") }
    if name.hasPrefix("their ") { return antecedent(ofGender: "any") }
    return name.hasPrefix("his ") || name.hasPrefix("her ") ? antecedent(ofGender: "male") : nil
  }

  /// 'the mayor', 'a spokeswoman': one person, though without a name.
  private func isRole(_ speaker: Speaker) -> Bool {
    speaker.kind == .group && !speaker.headNoun.isEmpty && !speaker.headNoun.hasSuffix("s")
      && !speaker.headNoun.hasSuffix("police") && !speaker.headNoun.hasSuffix("men")
  }

  /// 'Velashkin said': one capitalised word that no register knows.
  private func isSurname(_ speaker: Speaker) -> Bool {
    speaker.kind == .body && speaker.type == .unknown && speaker.headNoun.isEmpty
      && speaker.side.isEmpty && speaker.name.utf8.count > 3
      && speaker.name.utf8.allSatisfy { $0 != 0x20 }
      && speaker.name.utf8.count(where: { $0 >= 0x41 && $0 <= 0x5A }) == 1
  }

  /// The last person named, as a speaker.
  private func named() -> Speaker? {
    lastNamed.isEmpty
      ? nil
      : Speaker(
        units: 0..<0, name: lastNamed, kind: .person, type: .unknown, side: "", headNoun: "")
  }

  /// 'the ministry' after 'the Russian defence ministry', 'the newspaper' after 'the daily X'.
  private func fuller(than speaker: Speaker) -> Speaker? {
    let name = speaker.name.lowercasedASCII
    guard name.hasPrefix("the ") || name.hasPrefix("its ") || name.hasPrefix("his ") else {
      return nil
    }
    let words = name.utf8.split(separator: 0x20).count
    guard words <= 2, !speaker.headNoun.isEmpty else { return nil }
    // 'the source said': one who has spoken without a name.
    if speaker.headNoun == "source" || speaker.headNoun == "official" {
      return speakers.last { $0.kind == .person || isRole($0) }
    }
    if let same = speakers.last(where: {
      $0.name.lowercasedASCII.hasSuffix(" " + speaker.headNoun)
        && $0.name.utf8.count > name.utf8.count
        || $0.name.lowercasedASCII.contains(speaker.headNoun + " ")
    }) {
      return same
    }
    guard speaker.type != .unknown, speaker.type != .official else {
      return speakers.last { speaker.headNoun == "statement" && $0.kind == .body }
    }
    return speakers.last {
      $0.kind == .body && $0.type == speaker.type && $0.headNoun != speaker.headNoun
    }
  }
}
