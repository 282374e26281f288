import ClaimModel

/// Pairs the claims of two corpora that are no identical rows, by one rule after the other.
///
/// Every rule is a key that both claims must share, so the time is that of sorting. The pairs do
/// not depend on the order of rows nor on which corpus is called the old one.
struct ClaimMatcher {
  /// The free claims of a corpus.
  private(set) var old: [ClaimSignature]
  private(set) var new: [ClaimSignature]
  /// The partner and rule of each old claim.
  private(set) var pairs: [Int: (new: Int, rule: MatchRule)] = [:]
  /// Which claims are surplus copies of something that both corpora say.
  private(set) var oldCopies: Set<Int> = []
  private(set) var newCopies: Set<Int> = []
  private var isOldFree: [Bool]
  private var isNewFree: [Bool]

  init(old: [ClaimSignature], new: [ClaimSignature]) {
    self.old = old
    self.new = new
    isOldFree = Array(repeating: true, count: old.count)
    isNewFree = Array(repeating: true, count: new.count)
  }

  /// A key of a claim, nil where the rule does not apply to it.
  private typealias Key = (ClaimSignature) -> UInt64?

  /// Runs all rules, the strongest evidence first.
  ///
  /// - Parameters:
  ///   - before: all claims of the old corpus, to know what it says as well.
  ///   - now: all claims of the new corpus.
  mutating func run(before: CorpusIndex, now: CorpusIndex) {
    pairByText()
    groupDocuments()
    pairByNumber()
    pairByLikeness()
    markCopies(by: \.substance, before.substances, now.substances)
    markCopies(by: \.saying, before.sayings, now.sayings)
    pair(.sameQuestionNearestDate, along: \.day, reach: Self.plausibleReach) {
      ClaimSignature.key($0.question, $0.origin, $0.locus)
    }
  }

  private mutating func pairByText() {
    pair(.sameQuestionAndTextInDocument, along: \.start) {
      $0.text == 0 ? nil : ClaimSignature.key($0.question, $0.origin, $0.text, $0.document)
    }
    pair(.sameTextInDocument, along: \.start) {
      $0.text == 0 ? nil : ClaimSignature.key($0.text, $0.document, $0.outcome)
    }
    pair(.sameTextInDocument, along: \.start) {
      $0.text == 0 ? nil : ClaimSignature.key($0.text, $0.document)
    }
    pair(.sameQuestionAndText, along: \.day) {
      $0.text == 0 ? nil : ClaimSignature.key($0.question, $0.origin, $0.text)
    }
    pair(.sameQuestionAndNumberInDocument, along: \.start) {
      ClaimSignature.key($0.question, $0.origin, $0.number, $0.figure, $0.document)
    }
    pair(.sameSentenceButNumbers, along: \.start) {
      $0.skeleton == 0 ? nil : ClaimSignature.key($0.question, $0.origin, $0.skeleton, $0.document)
    }
    let isTelling = { (claim: ClaimSignature) in
      claim.text != 0 && claim.words.count >= ClaimSignature.tellingWords
    }
    pair(.sameTextAndNumber, along: \.day) {
      isTelling($0) ? ClaimSignature.key($0.text, $0.number, $0.outcome) : nil
    }
    pair(.sameTextAndNumber, along: \.day) {
      isTelling($0) ? ClaimSignature.key($0.text, $0.number) : nil
    }
  }

  private mutating func pairByNumber() {
    pair(.sameQuestionAndFigure, along: \.day, reach: Self.reach) {
      ClaimSignature.key($0.question, $0.origin, $0.locus, $0.number, $0.figure)
    }
    pair(.sameQuestionAndNumber, along: \.day, reach: Self.reach) {
      ClaimSignature.key($0.question, $0.origin, $0.locus, $0.number)
    }
  }

  private mutating func pairByLikeness() {
    pairSimilar(.similarSentenceOnQuestion, atLeast: 500) {
      ClaimSignature.key($0.document, $0.question, $0.origin)
    }
    pairSimilar(.similarSentenceWithNumber, atLeast: 500) {
      ClaimSignature.key($0.document, $0.number)
    }
    pairSimilar(.similarSentenceWithNumber, atLeast: 700) {
      ClaimSignature.key($0.question, $0.number)
    }
    pairSimilar(.similarSentenceWithNumber, atLeast: 700) {
      ClaimSignature.key($0.origin, $0.number)
    }
    pairSimilar(.similarSentenceInDocument, atLeast: 500) {
      ClaimSignature.key($0.document, $0.origin, $0.outcome, $0.victims)
    }
    pairSimilar(.similarSentenceInDocument, atLeast: 700) {
      ClaimSignature.key($0.document, $0.outcome, $0.victims)
    }
    pairSimilar(.sameSentenceOnOtherQuestion, atLeast: 900) {
      ClaimSignature.key($0.document, $0.skeleton, $0.outcome)
    }
    pairSimilar(.sameSentenceOnOtherQuestion, atLeast: 900) {
      ClaimSignature.key($0.document, $0.skeleton)
    }
  }

  /// The days over which two claims may be one.
  private static func reach(_ a: ClaimSignature, _ b: ClaimSignature) -> Int {
    min(a.reach, b.reach)
  }

  /// The same, where the numbers differ: none where one is ten times the other.
  private static func plausibleReach(_ a: ClaimSignature, _ b: ClaimSignature) -> Int {
    let less = max(min(a.low, b.low), 1)
    let (bound, overflow) = less.multipliedReportingOverflow(by: 10)
    return overflow || max(a.low, b.low) <= bound ? reach(a, b) : -1
  }

  private mutating func pair(
    _ rule: MatchRule, along position: KeyPath<ClaimSignature, Int>,
    reach: (ClaimSignature, ClaimSignature) -> Int = { _, _ in Int.max }, key: Key
  ) {
    var points: [LinePoint] = []
    for (index, claim) in old.enumerated() where isOldFree[index] {
      guard let key = key(claim) else { continue }
      points.append(
        LinePoint(
          key: key, position: claim[keyPath: position], detail: claim.low, tie: claim.row,
          index: index, isNew: false))
    }
    guard !points.isEmpty else { return }
    for (index, claim) in new.enumerated() where isNewFree[index] {
      guard let key = key(claim) else { continue }
      points.append(
        LinePoint(
          key: key, position: claim[keyPath: position], detail: claim.low, tie: claim.row,
          index: index, isNew: true))
    }
    let found = nearestPairs(points) { a, b in
      reach(a.isNew ? new[a.index] : old[a.index], b.isNew ? new[b.index] : old[b.index])
    }
    for pair in found { take(pair.old, pair.new, rule) }
  }

  private mutating func take(_ oldIndex: Int, _ newIndex: Int, _ rule: MatchRule) {
    pairs[oldIndex] = (newIndex, rule)
    isOldFree[oldIndex] = false
    isNewFree[newIndex] = false
  }
}

extension ClaimMatcher {
  /// Two claims that could be one, with how much speaks for it.
  private struct Candidate {
    var likeness: Int
    var distance: Int
    var ties: (Fingerprint, Fingerprint)
    var old: Int
    var new: Int

    static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
      if a.likeness != b.likeness { return a.likeness > b.likeness }
      if a.distance != b.distance { return a.distance < b.distance }
      if a.ties.0 != b.ties.0 { return a.ties.0 < b.ties.0 }
      if a.ties.1 != b.ties.1 { return a.ties.1 < b.ties.1 }
      return (a.old, a.new) < (b.old, b.new)
    }
  }

  /// How many neighbours each claim is compared with where a key is shared by very many.
  private static let window = 24

  /// Pairs claims of equal keys whose sentences are alike, the most alike first.
  private mutating func pairSimilar(
    _ rule: MatchRule, atLeast least: Int, key: (ClaimSignature) -> UInt64
  ) {
    var points: [LinePoint] = []
    for (index, claim) in old.enumerated()
    where isOldFree[index] && claim.words.count >= 3 {
      points.append(point(claim, index, isNew: false, key: key(claim)))
    }
    guard !points.isEmpty else { return }
    for (index, claim) in new.enumerated()
    where isNewFree[index] && claim.words.count >= 3 {
      points.append(point(claim, index, isNew: true, key: key(claim)))
    }
    points.sort(by: LinePoint.precedes)
    var candidates: [Candidate] = []
    for left in points.indices {
      var right = left + 1
      while right < points.count, points[right].key == points[left].key,
        right - left <= Self.window
      {
        if points[left].isNew != points[right].isNew,
          let candidate = candidate(points[left], points[right], atLeast: least)
        {
          candidates.append(candidate)
        }
        right += 1
      }
    }
    candidates.sort(by: Candidate.precedes)
    for candidate in candidates where isOldFree[candidate.old] && isNewFree[candidate.new] {
      take(candidate.old, candidate.new, rule)
    }
  }

  private func point(
    _ claim: ClaimSignature, _ index: Int, isNew: Bool, key: UInt64
  ) -> LinePoint {
    LinePoint(
      key: key, position: claim.start, detail: claim.low, tie: claim.row, index: index,
      isNew: isNew)
  }

  private func candidate(
    _ a: LinePoint, _ b: LinePoint, atLeast least: Int
  ) -> Candidate? {
    let (before, after) = a.isNew ? (new[a.index], old[b.index]) : (old[a.index], new[b.index])
    let likeness = before.words.likeness(to: after.words)
    guard likeness >= least, !before.isElsewhere(than: after) else { return nil }
    var agreed = likeness
    if before.outcome == after.outcome { agreed += 400 }
    if before.number == after.number { agreed += 300 }
    if before.origin == after.origin { agreed += 200 }
    if before.victims == after.victims { agreed += 200 }
    return Candidate(
      likeness: agreed, distance: abs(before.start - after.start),
      ties: (min(before.row, after.row), max(before.row, after.row)),
      old: a.isNew ? b.index : a.index, new: a.isNew ? a.index : b.index)
  }

  /// Gives documents that share sentences one key, so that renamed and split ones are followed.
  private mutating func groupDocuments() {
    var parent: [UInt64: UInt64] = [:]
    func root(_ document: UInt64) -> UInt64 {
      var current = document
      while let next = parent[current], next != current {
        // Halving the path keeps later walks short.
        if let further = parent[next] { parent[current] = further }
        current = next
      }
      return current
    }
    for (oldIndex, match) in pairs where old[oldIndex].words.count >= ClaimSignature.tellingWords {
      let a = root(old[oldIndex].document)
      let b = root(new[match.new].document)
      // The lesser hash leads, whatever the order in which the pairs come.
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    guard !parent.isEmpty else { return }
    for index in old.indices { old[index].group(in: root(old[index].document)) }
    for index in new.indices { new[index].group(in: root(new[index].document)) }
  }

  /// Marks free claims that say what the other corpus says as well: it took another copy.
  ///
  /// - Parameters:
  ///   - part: what copies share: who says what, or the sentence; 0 for claims that have none.
  ///   - before: that of all claims of the old corpus.
  ///   - now: that of all claims of the new corpus.
  private mutating func markCopies(
    by part: KeyPath<ClaimSignature, UInt64>, _ before: [UInt64], _ now: [UInt64]
  ) {
    var wanted: Set<UInt64> = []
    for index in old.indices where isOldFree[index] { wanted.insert(old[index][keyPath: part]) }
    for index in new.indices where isNewFree[index] { wanted.insert(new[index][keyPath: part]) }
    wanted.remove(0)
    guard !wanted.isEmpty else { return }
    let before = wanted.intersection(before.lazy.filter { wanted.contains($0) })
    let now = wanted.intersection(now.lazy.filter { wanted.contains($0) })
    for index in old.indices where isOldFree[index] && now.contains(old[index][keyPath: part]) {
      oldCopies.insert(index)
      isOldFree[index] = false
    }
    for index in new.indices where isNewFree[index] && before.contains(new[index][keyPath: part]) {
      newCopies.insert(index)
      isNewFree[index] = false
    }
  }
}
