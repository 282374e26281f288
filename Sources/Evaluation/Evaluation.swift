package import ClaimModel
package import DelimitedText

/// How well a claims table agrees with what people read in the same documents.
///
/// Takes claims and annotated documents (``GoldDocument``), pairs them where their number
/// expressions overlap, and gives precision, recall and F1 level by level, with every error. It
/// refuses nothing: a claim without offsets is extracted and can be paired with none; an annotation
/// whose words are not in its text is left out with a fault.
package struct Evaluation: Sendable {
  /// How many annotated documents there were.
  package private(set) var documents = 0
  /// How many claims people read in them.
  package private(set) var goldClaims = 0
  /// How many claims were extracted from them.
  package private(set) var extracted = 0
  /// Every claim that was missed, spurious or wrong in a column that makes a row.
  package private(set) var errors: [EvaluationError] = []
  /// The annotations that could not be found in their texts.
  package private(set) var faults: [InputFault] = []

  private var hits: [EvaluationLevel: Int] = [:]

  /// Compares claims with annotated documents.
  ///
  /// - Parameters:
  ///   - claims: The claims of any documents; those of documents without annotations are left out.
  ///   - gold: The annotated documents.
  ///   - decompose: Gives the compatibility decomposition (NFKD) of a text, which needs tables
  ///     that this floor does not have.
  package init(
    of claims: [Claim], against gold: [GoldDocument], decompose: @escaping (String) -> String
  ) {
    let judge = ClaimJudge(words: WordRules(decompose: decompose))
    var claimsByDocument: [String: [Claim]] = [:]
    for claim in claims {
      claimsByDocument[Self.name(ofDocument: claim.documentID), default: []].append(claim)
    }
    for document in gold {
      let located = document.located()
      faults += located.faults
      compare(
        claimsByDocument[document.id] ?? [], with: located.claims, in: document.id, by: judge)
    }
  }

  /// What documents are matched by: the last part of the path, without `.txt`.
  package static func name(ofDocument id: String) -> String {
    let start = id.utf8.lastIndex { $0 == 0x2F || $0 == 0x5C }.map { id.utf8.index(after: $0) }
    let name = id[(start ?? id.startIndex)...]
    return String(name.hasSuffix(".txt") ? name.dropLast(4) : name)
  }

  /// Precision, recall and F1 at one level.
  package func score(_ level: EvaluationLevel) -> EvaluationScore {
    EvaluationScore(hits: hits[level] ?? 0, gold: goldClaims, extracted: extracted)
  }

  /// All levels as a table for a terminal.
  package var text: String {
    func right(_ text: String) -> String { padding(text, to: 10) + text }
    func padding(_ text: String, to width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.utf8.count))
    }
    var lines = ["documents \(documents)   gold claims \(goldClaims)   extracted \(extracted)"]
    lines.append("level     " + right("precision") + right("recall") + right("F1"))
    for level in EvaluationLevel.allCases {
      let score = score(level)
      lines.append(
        level.rawValue + padding(level.rawValue, to: 10)
          + [score.precision, score.recall, score.f1].map { right($0.threeDecimals) }.joined())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All levels for a program.
  package var json: JSONValue {
    let levels = EvaluationLevel.allCases.map { level in
      let score = score(level)
      return JSONMember(
        level.rawValue,
        [
          "precision": .decimal(score.precision.description),
          "recall": .decimal(score.recall.description), "f1": .decimal(score.f1.description),
        ])
    }
    return [
      "documents": .integer(documents), "gold": .integer(goldClaims),
      "claims": .integer(extracted), "levels": .object(levels),
    ]
  }

  private mutating func compare(
    _ claims: [Claim], with gold: [LocatedGoldClaim], in document: String, by judge: ClaimJudge
  ) {
    documents += 1
    goldClaims += gold.count
    extracted += claims.count
    let pairs = judge.pairs(claims, gold)
    for (claim, gold) in pairs.map({ (claims[$0.claim], gold[$0.gold]) }) {
      let right = judge.levels(claim, gold.claim)
      for level in right { hits[level, default: 0] += 1 }
      if !right.contains(.row) {
        errors.append(
          EvaluationError(
            document: document,
            kind: .wrong(EvaluationLevel.allCases.filter { !right.contains($0) }),
            claim: claim, gold: gold.claim))
      }
    }
    let pairedGold = Set(pairs.map(\.gold))
    for index in gold.indices where !pairedGold.contains(index) {
      errors.append(
        EvaluationError(document: document, kind: .missed, claim: nil, gold: gold[index].claim))
    }
    let pairedClaims = Set(pairs.map(\.claim))
    for index in claims.indices where !pairedClaims.contains(index) {
      errors.append(
        EvaluationError(document: document, kind: .spurious, claim: claims[index], gold: nil))
    }
  }
}
