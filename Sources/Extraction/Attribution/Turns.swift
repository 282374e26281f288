internal import ClaimModel
internal import Lexicons

/// Who speaks in a transcript, an interview or the notes of a briefing, where nobody 'says' anything.
///
/// 'Clarke: Good morning. …' is Clarke's up to the next name with a colon, over all of its
/// paragraphs; 'a summary of what was said by Melissa Hart' makes the rest of the text hers.
struct Turns {
  let sentences: [SentenceGrammar]
  let knowledge: Knowledge

  /// Gives the sentences of a turn that name nobody the one whose turn it is.
  func run(sayings: inout [[Saying]]) {
    let labels = labels()
    let isTranscript = isTranscript(labels)
    var turn: Saying?
    for index in sentences.indices {
      if let label = labels[index] {
        turn = label.speaker.map(Self.saying)
      } else if let host = host(of: index) {
        turn = Self.saying(host)
        continue
      } else if turn != nil, !isTranscript, sentences.startsLine(index), isLabelled(turn, labels) {
        turn = nil
      }
      if let turn, sayings[index].isEmpty {
        sayings[index].append(turn.carried(over: sentences[index]))
      }
    }
  }

  private static func saying(_ speaker: Speaker) -> Saying {
    Saying(
      speaker: speaker, cue: 0..<0, scope: 0..<0, stance: .asserted, isCited: false, hearer: "")
  }

  /// Whether a turn was opened by a label and not by the notes of a briefing.
  private func isLabelled(_ turn: Saying?, _ labels: [Int: Label]) -> Bool {
    labels.values.contains { $0.speaker?.name == turn?.speaker.name }
  }

  // MARK: Labels

  /// A name and a colon at the start of a line.
  private struct Label {
    var name: String
    /// Whose turn it is; nil for one who asks.
    var speaker: Speaker?
  }

  /// The labels of the lines, as far as the text shows that they are speakers': named as persons
  /// elsewhere in it, or come back to.
  private func labels() -> [Int: Label] {
    var found: [Int: Label] = [:]
    var uses: [String: Int] = [:]
    for index in sentences.indices where sentences.startsLine(index) {
      guard let label = label(of: index) else { continue }
      found[index] = label
      uses[label.name, default: 0] += 1
    }
    let hasQuestions = found.values.contains { $0.speaker == nil }
    return found.filter { _, label in
      guard let speaker = label.speaker else { return true }
      return speaker.kind == .person || hasQuestions || uses[label.name, default: 0] > 1
    }
  }

  private func label(of index: Int) -> Label? {
    let grammar = sentences[index]
    guard let colon = grammar.units.indices.prefix(6).first(where: { grammar.isMark(0x3A, $0) }),
      colon > 0, colon + 1 < grammar.units.count
    else { return nil }
    let name = grammar.string(0..<colon)
    if grammar.has(0, .questioner), colon < 3 { return Label(name: name, speaker: nil) }
    guard (0..<colon).allSatisfy({ isOfName($0, grammar) }) else { return nil }
    let reader = SpeakerReader(grammar: grammar, knowledge: knowledge)
    if let person = reader.read(0..<colon), person.kind == .person {
      return Label(name: name, speaker: person)
    }
    let last = grammar.units[colon - 1]
    guard last.kind == .word, last.term < 0, !last.isName else { return nil }
    let full = knowledge.fullName(of: colon - 1..<colon, in: grammar)
    return Label(
      name: name,
      speaker: Speaker(
        units: 0..<colon, name: full.name, kind: full.isPerson ? .person : .body, type: .unknown,
        side: "", headNoun: ""))
  }

  /// Whether a unit can stand in a speaker's label: a capitalised word or the point behind a title.
  private func isOfName(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    let unit = grammar.units[index]
    if grammar.isMark(0x2E, index) { return true }
    return unit.kind == .word && unit.isCapital && unit.party < 0 && unit.place < 0
      && !grammar.has(
        index, [.outcome, .be, .have, .modal, .determiner, .preposition, .cue, .conflictSetting])
  }

  /// Whether a turn goes on over paragraphs: the text is a transcript by its own words or labels.
  private func isTranscript(_ labels: [Int: Label]) -> Bool {
    labels.count > 1
      || !labels.isEmpty
        && sentences.prefix(4).contains { grammar in
          grammar.units.indices.contains { grammar.has($0, .dialogue) }
        }
  }

  // MARK: Briefings

  /// 'a summary of what was said by X', 'transcript of today's briefing by X', near the start.
  private func host(of index: Int) -> Speaker? {
    let grammar = sentences[index]
    guard index < 6, !grammar.mentions.contains(where: { $0.outcome != nil && $0.reason == nil }),
      let notes = grammar.units.indices.first(where: { grammar.has($0, .dialogue) }),
      let by = grammar.units.indices.first(where: { $0 > notes && grammar.isWord("by", $0) }),
      by - notes < 12
    else { return nil }
    let reader = SpeakerReader(grammar: grammar, knowledge: knowledge)
    guard let speaker = reader.speaker(startingAt: by + 1), speaker.kind == .person else {
      return nil
    }
    return speaker
  }
}
