internal import ClaimModel
internal import Lexicons

/// Who has spoken so far in a document; resolves pronouns and short names to them.
struct Discourse {
  /// The last speakers that were heard, the latest last.
  private var speakers: [Heard] = []
  /// The last person whom the text has named, if no person has spoken since.
  private var lastNamed: String = ""

  /// A speaker with its name in small ASCII letters.
  private struct Heard {
    var speaker: Speaker
    var name: [UInt8]
  }

  /// How many speakers are remembered: one further back is not meant, and a text without end takes
  /// no longer for it.
  private static let reach = 200

  private mutating func append(_ speaker: Speaker) {
    if speakers.count == 2 * Self.reach { speakers.removeFirst(Self.reach) }
    speakers.append(Heard(speaker: speaker, name: Array(speaker.name.lowercasedASCII.utf8)))
  }

  /// The speaker heard last of those that fit.
  private func last(where fits: (Speaker) -> Bool) -> Speaker? {
    speakers.suffix(Self.reach).last { fits($0.speaker) }?.speaker
  }

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
      if speaker.headNoun != "self" { append(resolved) }
      return resolved
    case .body, .group:
      if isSurname(speaker), let person = spelledAlike(speaker.name) {
        resolved = person
        resolved.units = speaker.units
      } else if let fuller = fuller(than: speaker) {
        resolved.name = fuller.name
        if resolved.type == .unknown { resolved.type = fuller.type }
        if resolved.side.isEmpty { resolved.side = fuller.side }
      }
    case .person: break
    }
    append(resolved)
    return resolved
  }

  /// Takes note that a speaker is the one heard last.
  mutating func hear(_ speaker: Speaker) {
    if speaker.name != "our", speaker.kind != .pronoun { append(speaker) }
  }

  private func antecedent(ofGender gender: String) -> Speaker? {
    switch gender {
    case "male", "female":
      last { $0.kind == .person || Self.isRole($0) || isSurname($0) } ?? named()
    // The author's own 'we'.
    case "self":
      Speaker(units: 0..<0, name: "our", kind: .body, type: .unknown, side: "", headNoun: "")
    case "neuter": last { $0.kind == .body }
    case "any": last { $0.kind != .person } ?? speakers.last?.speaker
    default: nil
    }
  }

  /// Whether a pronoun of a gender can mean a speaker.
  static func agrees(_ speaker: Speaker, withGender gender: String) -> Bool {
    switch gender {
    case "male", "female": speaker.kind == .person || isRole(speaker)
    case "neuter": speaker.kind == .body
    case "any": speaker.kind != .person && !isRole(speaker)
    default: false
    }
  }

  /// 'its information', 'their figures': whose they are.
  private func owner(of speaker: Speaker) -> Speaker? {
    let name = speaker.name.lowercasedASCII
    guard speaker.kind == .body, [.research, .media].contains(speaker.type) else { return nil }
    if name.hasPrefix("its ") { return antecedent(ofGender: "neuter") }
    if name.hasPrefix("their ") { return antecedent(ofGender: "any") }
    if name.hasPrefix("his ") || name.hasPrefix("her ") { return antecedent(ofGender: "male") }
    // 'The ministry's latest report'
    guard name.hasPrefix("the "), name.hasSuffix(" " + speaker.headNoun),
      let end = name.utf8.firstIndex(where: { $0 == 0x27 || $0 == 0xE2 })
    else { return nil }
    let holder = String(name[..<end])
    return fuller(
      than: Speaker(
        units: 0..<0, name: holder, kind: .body, type: .unknown, side: "",
        headNoun: String(holder.dropFirst(4))))
  }

  /// 'the mayor', 'a spokeswoman': one person, though without a name.
  private static func isRole(_ speaker: Speaker) -> Bool {
    speaker.kind == .group && !speaker.headNoun.isEmpty && !speaker.headNoun.hasSuffix("s")
      && !speaker.headNoun.hasSuffix("police") && !speaker.headNoun.hasSuffix("men")
  }

  /// 'Velashkin said': one capitalised word that no register knows.
  private func isSurname(_ speaker: Speaker) -> Bool {
    speaker.kind == .body && speaker.type == .unknown && speaker.headNoun.isEmpty
      && speaker.side.isEmpty && speaker.name.utf8.count > 3
      && speaker.name.utf8.allSatisfy { $0 != 0x20 }
      && speaker.name.capitalCount == 1
  }

  /// The person heard last whose surname is written with one letter more or less: 'Bracho' and
  /// 'Brancho'.
  private func spelledAlike(_ surname: String) -> Speaker? {
    let name = Array(surname.lowercasedASCII.utf8)
    guard name.count > 4 else { return nil }
    return speakers.suffix(Self.reach).last {
      guard $0.speaker.kind == .person || Self.isRole($0.speaker),
        let last = $0.name.split(separator: 0x20).last
      else {
        return false
      }
      return last.first == name.first && last.count > 4
        && (Self.lacksOneLetter(name[...], of: last) || Self.lacksOneLetter(last, of: name[...]))
    }?.speaker
  }

  /// Whether a word is another without one of its letters.
  private static func lacksOneLetter(_ short: ArraySlice<UInt8>, of long: ArraySlice<UInt8>) -> Bool
  {
    guard long.count == short.count + 1 else { return false }
    let common = zip(short, long).prefix { $0 == $1 }.count
    return short.dropFirst(common).elementsEqual(long.dropFirst(common + 1))
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
    let pointers = ["the ", "this ", "its ", "his "]
    guard pointers.contains(where: { name.hasPrefix($0) }) else { return nil }
    let words = name.utf8.split(separator: 0x20).count
    guard words <= 2, !speaker.headNoun.isEmpty else { return nil }
    // 'the source said': one who has spoken without a name.
    if name.hasPrefix("this "), speaker.headNoun == "source" { return speakers.last?.speaker }
    if speaker.headNoun == "source" || speaker.headNoun == "official" {
      return last { $0.kind == .person || Self.isRole($0) }
    }
    let ending = Array(" \(speaker.headNoun)".utf8)
    let part = Array("\(speaker.headNoun) ".utf8)
    if let same = speakers.suffix(Self.reach).last(where: {
      $0.name.count > name.utf8.count && $0.name.suffix(ending.count).elementsEqual(ending)
        || Self.contains($0.name, part)
    }) {
      return same.speaker
    }
    guard speaker.type != .unknown, speaker.type != .official else {
      return last { speaker.headNoun == "statement" && $0.kind == .body }
    }
    return last {
      // 'Russia said … quoted the ministry': a state is no ministry.
      $0.kind == .body && $0.type == speaker.type && $0.headNoun != speaker.headNoun
        && ($0.side.isEmpty || $0.name != $0.side)
    }
  }

  private static func contains(_ name: [UInt8], _ part: [UInt8]) -> Bool {
    name.indices.contains { name[$0] == part[0] && name[$0...].starts(with: part) }
  }
}
