internal import ClaimModel
internal import Lexicons

/// Finds the phrases of time in a sentence and dates them.
///
/// Takes the sentence's units, gives its phrases in reading order, none overlapping another. What
/// each word does in a phrase is the lexicon's (`times.csv`); the order of the parts is here.
struct TimePhraseReader {
  let grammar: SentenceGrammar
  let report: ReportDate

  /// A phrase without its preposition: where it ends and what it stands for.
  struct Core {
    var end: Int
    var span: TimeSpan
    var extent: TimePhrase.Extent
    var parts: DateParts?
    /// Whether it is time without a preposition: 'yesterday', 'last week', but not 'March'.
    var standsAlone: Bool
    /// Whether it is a length of time of a war or the like.
    var isOfCourse = false
  }

  init(grammar: SentenceGrammar, published: PartialDate?) {
    self.grammar = grammar
    report = ReportDate(published: published)
  }

  /// The phrases of the sentence.
  func phrases() -> [TimePhrase] {
    var phrases: [TimePhrase] = []
    var index = 0
    while index < grammar.units.count {
      guard let phrase = phrase(at: index) else {
        index += 1
        continue
      }
      if let earlier = phrases.last, let joined = join(earlier, phrase) {
        phrases[phrases.count - 1] = joined
      } else {
        phrases.append(phrase)
      }
      index = phrase.units.upperBound
    }
    return phrases
  }

  // MARK: Phrases

  private func phrase(at index: Int) -> TimePhrase? {
    guard let opener = role(index) else { return bare(index) }
    if opener == .running { return running(index) }
    var start = index + 1
    while grammar.has(start, .qualifierBefore), role(start) == nil { start += 1 }
    switch opener {
    case .since: return since(index)
    case .during:
      return opened(index, core(start, opener: opener) ?? length(start) ?? course(start))
    case .inside:
      return opened(index, core(start, opener: opener) ?? length(start) ?? course(start))
    case .asOf, .by, .until:
      guard let core = core(start, opener: opener) else { return nil }
      let isRunning = opener != .until || core.span.to != nil
      return TimePhrase(
        units: index..<core.end, span: TimeSpan(nil, core.span.to),
        extent: isRunning ? .running : core.extent, parts: core.parts, isOpened: true)
    case .from, .between:
      guard let core = core(start, opener: opener) else { return nil }
      return TimePhrase(
        units: index..<core.end, span: core.span, extent: core.extent, parts: core.parts,
        isOpened: true, isFirstEnd: true)
    case .of:
      // 'the toll of 15 months of war'
      guard let length = length(start), length.isOfCourse else { return bare(index) }
      return opened(index, length)
    case .earlier where role(start) == .part:
      return opened(index, core(start, opener: opener))
    default: return bare(index)
    }
  }

  private func opened(_ index: Int, _ core: Core?) -> TimePhrase? {
    core.map {
      TimePhrase(
        units: index..<$0.end, span: $0.span, extent: $0.extent, parts: $0.parts, isOpened: true)
    }
  }

  /// A phrase that needs no preposition.
  private func bare(_ index: Int) -> TimePhrase? {
    guard canStart(index), let core = core(index, opener: nil), core.standsAlone else { return nil }
    return TimePhrase(
      units: index..<core.end, span: core.span, extent: core.extent, parts: core.parts,
      isOpened: false)
  }

  /// Whether time without a preposition may start at a unit: most words need no closer look.
  private func canStart(_ index: Int) -> Bool {
    grammar.units[index].quantity >= 0 || role(index) != nil
      || grammar.has(index, [.determiner, .indefinite, .adverb])
  }

  /// 'so far', 'so far this year', 'to date'.
  private func running(_ index: Int) -> TimePhrase {
    let start = role(index + 1) == .inside ? index + 2 : index + 1
    if let core = core(start, opener: .inside) {
      return TimePhrase(
        units: index..<core.end, span: TimeSpan(core.span.from, report.published),
        extent: .running, isOpened: true)
    }
    return TimePhrase(
      units: index..<index + 1, span: TimeSpan(nil, report.published), extent: .running,
      isOpened: true)
  }

  /// 'since February', 'since the start of the war', 'since the war began in April 2023'.
  private func since(_ index: Int) -> TimePhrase? {
    if let core = core(index + 1, opener: .since) {
      return TimePhrase(
        units: index..<core.end, span: TimeSpan(core.span.from, report.published),
        extent: .running, parts: core.parts, isOpened: true)
    }
    var at = index + 1
    var end = index
    var sawVerb = false
    while at < grammar.units.count, at < index + 14 {
      if at > index + 1, let core = opening(at) {
        return TimePhrase(
          units: index..<core.end, span: TimeSpan(core.span.from, report.published),
          extent: .running, isOpened: true)
      }
      let unit = grammar.units[at]
      if unit.kind == .mark, unit.mark != 0x2D || unit.isSpaced { break }
      if unit.quantity >= 0, at > index + 3 { break }
      let isVerb = grammar.isVerb(at) && grammar.has(at, [.verbPast, .verbS])
      if sawVerb && (isVerb || grammar.has(at, [.be, .have])) { break }
      if grammar.has(at, [.conjunction, .relative]) { break }
      if isVerb { sawVerb = true }
      if grammar.has(at, [.be, .have, .modal, .cue]), !isVerb { break }
      at += 1
      if grammar.has(at - 1, .preposition) { continue }
      end = at
    }
    guard end > index + 1 else { return nil }
    return TimePhrase(
      units: index..<end, span: TimeSpan(nil, report.published), extent: .running, isOpened: true)
  }

  /// A dated phrase inside a clause of 'since'.
  private func opening(_ index: Int) -> Core? {
    let isOpened = role(index) == .inside || role(index) == .during
    guard let core = core(isOpened ? index + 1 : index, opener: isOpened ? .inside : nil),
      isOpened || core.standsAlone, core.span.from != nil || core.parts != nil
    else { return nil }
    return core
  }

  // MARK: Joining

  /// Two neighbouring phrases as one: 'at dawn on Tuesday', 'from January to March'.
  private func join(_ first: TimePhrase, _ second: TimePhrase) -> TimePhrase? {
    let gap = first.units.upperBound..<second.units.lowerBound
    let units = first.units.lowerBound..<second.units.upperBound
    if gap.isEmpty
      || gap.count == 1 && grammar.isMark(0x2C, gap.lowerBound) && isDate(first, second)
    {
      if first.extent == .running {
        let from = second.extent == .running ? first.span.from : second.span.from
        return TimePhrase(
          units: units, span: TimeSpan(from ?? first.span.from, first.span.to), extent: .running,
          isOpened: true)
      }
      if second.extent == .running {
        guard role(second.units.lowerBound) == .until, let to = second.span.to else { return nil }
        return TimePhrase(
          units: units, span: TimeSpan(first.span.from, to), extent: .period, isOpened: true)
      }
      let isFiner = first.extent == .day && second.extent == .period && first.span.from != nil
      let span = isFiner ? first.span : second.span.from == nil ? first.span : second.span
      return TimePhrase(
        units: units, span: span, extent: isFiner ? .day : second.extent, parts: second.parts,
        isOpened: true)
    }
    guard gap.count == 1, isEndJoint(gap.lowerBound),
      first.isFirstEnd || first.parts?.like(second.parts) ?? false
    else { return nil }
    return spanning(first, second, units)
  }

  private func isEndJoint(_ index: Int) -> Bool {
    role(index) == .to || role(index) == .until || grammar.isDash(index)
      || grammar.isMark(0x2D, index)
  }

  private func isDate(_ first: TimePhrase, _ second: TimePhrase) -> Bool {
    first.parts?.weekday != nil && second.parts?.month != nil
  }

  private func spanning(_ first: TimePhrase, _ second: TimePhrase, _ units: Range<Int>)
    -> TimePhrase
  {
    var from = first.span.from
    if var parts = first.parts, parts.year == nil, let end = second.span.to {
      if parts.month == nil, parts.day != nil { parts.month = end.month }
      parts.year = end.year
      if let start = report.span(of: parts).from, end < start { parts.year = end.year - 1 }
      if parts.month != nil { from = report.span(of: parts).from }
    }
    return TimePhrase(
      units: units, span: TimeSpan(from, second.span.to), extent: .period, parts: second.parts,
      isOpened: first.isOpened)
  }

  // MARK: Looking at words

  /// What a unit does in a phrase of time.
  func role(_ index: Int) -> TimeWord? {
    guard index >= 0, index < grammar.units.count, grammar.units[index].quantity < 0 else {
      return nil
    }
    return grammar.term(index)?.time
  }

  /// The lexicon's number for a unit's part in a phrase of time.
  func value(_ index: Int) -> Int { grammar.term(index)?.timeValue ?? 0 }
}

extension DateParts {
  /// Whether two dates are told by the same parts, so that they can be the ends of a period.
  func like(_ other: DateParts?) -> Bool {
    guard let other else { return false }
    return weekday != nil && other.weekday != nil || month != nil && other.month != nil
      || year != nil && other.year != nil
  }
}
