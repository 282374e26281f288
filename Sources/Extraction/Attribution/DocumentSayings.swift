internal import ClaimModel
internal import Lexicons

/// Who says what in a document: the sayings of its sentences, with every speaker named as fully as
/// the document does and followed through quotations, lists and sums.
struct DocumentSayings {
  let sentences: [SentenceGrammar]
  let knowledge: Knowledge

  /// The sayings of every sentence, with their speakers resolved in reading order.
  func read() -> [[Saying]] {
    var discourse = Discourse()
    let quotes = QuoteTracker()
    let cast = Cast(sentences: sentences, knowledge: knowledge)
    var all: [[Saying]] = []
    for (sentence, grammar) in sentences.enumerated() {
      defer { discourse.note(personsIn: grammar, knowledge) }
      var sayings = SayingReader(grammar: grammar, knowledge: knowledge).sayings()
      // 'I estimate our loss at 500': the author, who credits nobody.
      sayings.removeAll { grammar.isWord("i", $0.speaker.units.lowerBound) }
      // 'We counted 63 bodies', in a quotation: the one who is quoted counts.
      sayings.removeAll {
        ($0.speaker.headNoun == "self"
          || $0.speaker.units.first.map { grammar.isWord("our", $0) || grammar.isWord("my", $0) }
            ?? false)
          && quotes.isQuoted(sentence, sentences)
      }
      for index in sayings.indices {
        let meant = antecedent(of: sayings[index].speaker, in: sentence, all)
        var named = cast.resolve(meant ?? sayings[index].speaker, in: sentence, grammar)
        named.units = sayings[index].speaker.units
        sayings[index].speaker = discourse.resolve(named)
      }
      // Who speaks of others' words is the one heard last, not they.
      for saying in sayings where !isWithinAnother(saying, sayings) {
        discourse.hear(saying.speaker)
      }
      all.append(sayings)
    }
    nameRoles(&all, cast)
    nameByFigures(&all, cast)
    creditBrackets(&all, cast)
    creditBackward(&all)
    creditLabels(&all, cast)
    quotes.run(sentences, sayings: &all)
    RunningAttribution(sentences: sentences).run(sayings: &all)
    Turns(sentences: sentences, knowledge: knowledge).run(sayings: &all)
    return all
  }

  /// The subject that a pronoun points to: that of its sentence, or of the one before, where nobody
  /// is heard; nil where none fits.
  ///
  /// 'The mayor was in tears when he said …', 'The army shelled the town. It said …'.
  private func antecedent(
    of pronoun: Speaker, in sentence: Int, _ earlier: [[Saying]]
  ) -> Speaker? {
    guard pronoun.kind == .pronoun, pronoun.headNoun != "self" else { return nil }
    let start = pronoun.units.lowerBound
    var (place, end) = (sentence, start)
    if start < 3 {
      guard sentence > 0, earlier[sentence - 1].isEmpty else { return nil }
      (place, end) = (sentence - 1, sentences[sentence - 1].units.count)
    } else if let clause = endOfClause(before: start, sentences[sentence]) {
      end = clause
    } else if !sentences[sentence].has(start - 1, [.relative, .subordinator, .conjunction]) {
      return nil
    }
    let reader = SayingReader(grammar: sentences[place], knowledge: knowledge)
    guard
      let subject = (place == sentence ? reader.several(before: end, pronoun.headNoun) : nil)
        ?? reader.mainSubject(before: end), subject.kind != .pronoun,
      subject.isOfKnownKind,
      Discourse.agrees(subject, withGender: pronoun.headNoun)
    else { return nil }
    return subject
  }

  /// 'The board keeps the count; in a paper, it estimated …': the semicolon that ends the clause before
  /// a pronoun's; nil where none does.
  private func endOfClause(before pronoun: Int, _ grammar: SentenceGrammar) -> Int? {
    guard grammar.isMark(0x2C, pronoun - 1) || grammar.isMark(0x3B, pronoun - 1) else { return nil }
    return (0..<pronoun).last { grammar.isMark(0x3B, $0) }
  }

  private func isWithinAnother(_ saying: Saying, _ all: [Saying]) -> Bool {
    all.contains {
      $0.cue != saying.cue && $0.scope.contains(saying.cue.lowerBound)
        && !saying.scope.contains($0.cue.lowerBound)
    }
  }

  /// 'an official', 'a government official': one of many, whom no name behind need mean.
  private func isAnyOfficial(_ role: Speaker, _ grammar: SentenceGrammar) -> Bool {
    guard let first = role.units.first, first < grammar.units.count else { return false }
    return grammar.isIndefiniteArticle(first) && ["official", "source"].contains(role.headNoun)
  }

  /// Names a role by the new person whom one of the next two sentences names.
  ///
  /// 'the regional governor said. …, Vadym Filashkin said'.
  private func nameRoles(_ all: inout [[Saying]], _ cast: Cast) {
    var known: Set<String> = []
    for index in all.indices {
      for position in all[index].indices where all[index][position].speaker.kind == .person {
        known.insert(all[index][position].speaker.name)
      }
      for position in all[index].indices {
        let role = all[index][position].speaker
        guard role.kind != .person, !isAnyOfficial(role, sentences[index]),
          let name = newcomer(behind: index, all, known).flatMap({
            cast.canBe($0, role, sentences[index]) ? $0 : nil
          }) ?? cast.newBody(of: role, behind: index, sentences[index])
        else { continue }
        // A role that far on is another's.
        for later in index..<min(all.count, index + 200) {
          for place in all[later].indices where all[later][place].speaker.name == role.name {
            all[later][place].speaker.name = name
          }
        }
      }
    }
  }

  /// Gives what stands before a bracket that names an outlet, on its line, to that outlet, and a post
  /// to the account that its last line names.
  private func creditBrackets(_ all: inout [[Saying]], _ cast: Cast) {
    for index in all.indices.dropFirst() {
      let reader = SayingReader(grammar: sentences[index], knowledge: knowledge)
      guard let credited = reader.bracketCredit() ?? reader.postCredit() else { continue }
      credit(cast.resolve(credited, in: index, sentences[index]), before: index, &all)
    }
  }

  /// Gives what stands before 'This was stated by the minister', on its line or the one before, to
  /// the minister.
  private func creditBackward(_ all: inout [[Saying]]) {
    for index in all.indices.dropFirst() {
      let grammar = sentences[index]
      // A headline above is nobody's.
      if sentences.startsLine(index), sentences[index - 1].units.last?.kind != .mark { continue }
      guard grammar.isWord("this", 0), grammar.has(1, .be),
        let saying = all[index].first(where: { (2...4).contains($0.cue.lowerBound) }),
        grammar.isWord("by", saying.cue.upperBound)
          || saying.speaker.units.lowerBound > saying.cue.lowerBound
      else { continue }
      credit(saying.speaker, before: index, &all)
    }
  }

  /// Gives the line behind a headline and 'Source: the regional office', on a line of its own, to the
  /// office; where the line stands under a whole sentence, that sentence and 'Quote: …' behind it.
  private func creditLabels(_ all: inout [[Saying]], _ cast: Cast) {
    for index in all.indices.dropFirst().dropLast()
    where sentences.startsLine(index) && sentences.startsLine(index + 1) {
      let grammar = sentences[index]
      guard let label = SayingReader(grammar: grammar, knowledge: knowledge).label(),
        let last = sentences[index - 1].units.last
      else { continue }
      let isBare = grammar.units[label.scope].allSatisfy { $0.kind == .mark }
      let isUnderHeadline = last.kind != .mark
      guard isBare || !isUnderHeadline && grammar.isMark(0x2C, label.scope.lowerBound) else {
        continue
      }
      let credit = Saying(
        speaker: cast.resolve(label.speaker, in: index, grammar), cue: 0..<0, scope: 0..<0,
        stance: .asserted, isCited: false, hearer: "")
      let isQuoted = sentences[index + 1].isWord("quote", 0)
      if !isUnderHeadline, isQuoted { self.credit(credit.speaker, before: index, &all) }
      guard isUnderHeadline || isQuoted else { continue }
      var later = index + 1
      repeat {
        if all[later].isEmpty { all[later].append(credit.carried(over: sentences[later])) }
        later += 1
      } while later < all.count
        && (!sentences.startsLine(later) || isQuoted && !sentences[later].isMark(0x3A, 1))
    }
  }

  /// Makes someone the speaker of the sentences of a line before one, up to those that have another.
  private func credit(_ speaker: Speaker, before index: Int, _ all: inout [[Saying]]) {
    let credit = Saying(
      speaker: speaker, cue: 0..<0, scope: 0..<0, kind: .according, stance: .asserted,
      isCited: false, hearer: "")
    var earlier = index - 1
    while earlier >= 0, index - earlier < 8, all[earlier].isEmpty {
      all[earlier].append(credit.carried(over: sentences[earlier]))
      if sentences.startsLine(earlier) { break }
      earlier -= 1
    }
  }

  /// Whether a speaker has a name: a person, a body of the register or of two capitals and more.
  private func isNamed(_ speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    speaker.kind == .person
      || speaker.kind == .body && speaker.type != .unknown
        && speaker.units.contains {
          $0 < grammar.units.count
            && (grammar.units[$0].source >= 0
              || grammar.units[$0].isCapital && $0 > 0 && grammar.has($0, .speaker))
        }
  }

  /// Names a role, or a body of which only the kind is told, by the one who gives the very figure
  /// elsewhere.
  ///
  /// 'The toll may exceed 9,000, a senior diplomat said. … "over 9,000 dead," Mary Vilar said'.
  private func nameByFigures(_ all: inout [[Saying]], _ cast: Cast) {
    var givers: [Figure: [String: Speaker]] = [:]
    for index in all.indices {
      for saying in all[index] where isNamed(saying.speaker, sentences[index]) {
        for figure in figures(of: saying, in: index) {
          givers[figure, default: [:]][saying.speaker.name] = saying.speaker
        }
      }
    }
    guard !givers.isEmpty else { return }
    for index in all.indices {
      for position in all[index].indices where all[index][position].speaker.kind != .person {
        let saying = all[index][position]
        var named: [String: Speaker] = [:]
        for figure in figures(of: saying, in: index) {
          named.merge(givers[figure] ?? [:]) { first, _ in first }
        }
        // 'Authorities report 7,000, she said': the one who relays is another.
        for other in all[index] { named[other.speaker.name] = nil }
        named = named.filter { cast.agrees($0.value, with: saying.speaker, sentences[index]) }
        // 'A resident also said that ten had died' is another who says so.
        guard named.count == 1, let name = named.first?.key, !isOneMore(saying, sentences[index])
        else { continue }
        for place in all[index].indices where all[index][place].speaker.name == saying.speaker.name
        {
          all[index][place].speaker.name = name
        }
      }
    }
  }

  /// Whether 'also' stands right before a cue or behind it: someone besides others says so.
  private func isOneMore(_ saying: Saying, _ grammar: SentenceGrammar) -> Bool {
    (saying.cue.lowerBound - 2..<saying.cue.upperBound + 1).contains { grammar.isWord("also", $0) }
  }

  /// A figure that two accounts share hardly by chance.
  private struct Figure: Hashable {
    var outcome: Outcome
    var low: Int
    var high: Int
  }

  private func figures(of saying: Saying, in sentence: Int) -> [Figure] {
    sentences[sentence].mentions.compactMap { mention in
      guard let outcome = mention.outcome, mention.reason == nil,
        saying.scope.contains(mention.unit), let low = mention.number.low.whole,
        let high = mention.number.high.whole, low > 4
      else { return nil }
      return Figure(outcome: outcome, low: low, high: high)
    }
  }

  /// The first person who speaks or is named in the two sentences behind one and not before.
  private func newcomer(behind index: Int, _ all: [[Saying]], _ known: Set<String>) -> String? {
    for next in index + 1..<min(all.count, index + 3) {
      if let speaker = all[next].first(where: { $0.speaker.kind == .person })?.speaker {
        return known.contains(speaker.name) ? nil : speaker.name
      }
      if next == index + 1, all[next].isEmpty,
        let named = knowledge.lastPerson(in: sentences[next]), !known.contains(named)
      {
        return named
      }
    }
    return nil
  }
}
