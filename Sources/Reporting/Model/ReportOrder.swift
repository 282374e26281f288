import ClaimModel
import Reconciliation

/// The order of findings: what matters most first.
enum FindingOrder {
  /// Discrepancies before information, then the wider gap, then the kind, then the id.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted {
      (rank($0.kind), -$0.severity, order($0.kind), $0.id)
        < (rank($1.kind), -$1.severity, order($1.kind), $1.id)
    }
  }

  /// The first findings in that order, but at first no more than two a question and four a kind.
  static func headlines(of findings: [Finding], _ limit: Int) -> [Finding] {
    guard findings.count > limit else { return findings }
    var ofQuestion: [String: Int] = [:]
    var ofKind: [FindingKind: Int] = [:]
    var chosen: [Int] = []
    var passedOver: [Int] = []
    for (index, finding) in findings.enumerated() where chosen.count < limit {
      let crowded =
        ofKind[finding.kind, default: 0] >= 4
        || (!finding.questionID.isEmpty && ofQuestion[finding.questionID, default: 0] >= 2)
      if crowded {
        if passedOver.count < limit { passedOver.append(index) }
        continue
      }
      chosen.append(index)
      ofKind[finding.kind, default: 0] += 1
      ofQuestion[finding.questionID, default: 0] += 1
    }
    return (chosen + passedOver.prefix(limit - chosen.count)).sorted().map { findings[$0] }
  }

  private static func rank(_ kind: FindingKind) -> Int {
    switch kind {
    case .disjoint, .partisan, .self, .definition, .whole, .regress, .gap: 0
    case .revision, .echo, .unbounded: 1
    }
  }

  private static func order(_ kind: FindingKind) -> Int {
    FindingKind.allCases.firstIndex(of: kind) ?? 0
  }
}

/// The order of questions: the widest disagreement first, then the most sources, then the key.
enum QuestionOrder {
  /// The questions in that order.
  static func sorted(_ ranges: [QuestionRange], by findings: [Finding]) -> [QuestionRange] {
    var severity: [String: Int] = [:]
    for finding in findings where finding.kind != .revision {
      severity[finding.questionID] = max(severity[finding.questionID] ?? 0, finding.severity)
    }
    let keyed = ranges.indices.map { index in
      let range = ranges[index]
      return (
        severity: severity[range.id] ?? 0, origins: range.answers.count, claims: range.claims,
        id: range.id, index: index
      )
    }
    return keyed.sorted {
      (-$0.severity, -$0.origins, -$0.claims, $0.id) < (
        -$1.severity, -$1.origins, -$1.claims, $1.id
      )
    }.map { ranges[$0.index] }
  }
}

/// The order of claims: by document, by place in it, by id.
enum ClaimOrder {
  /// The ids of the claims in that order.
  static func sorted(_ claims: [String: Claim]) -> [String] {
    claims.map { (document: $1.documentID, start: $1.span?.start ?? -1, id: $0) }
      .sorted { ($0.document, $0.start, $0.id) < ($1.document, $1.start, $1.id) }
      .map(\.id)
  }
}

/// The documents of a report: those that the caller lists, and those that only claims tell of.
struct DocumentListing {
  var documents: [ReportDocument]
  var claimCounts: [String: Int] = [:]

  init(_ given: [ReportDocument], claims: [String: Claim], inOrder claimIDs: [String]) {
    var known: [String: ReportDocument] = [:]
    for document in given where known[document.id] == nil { known[document.id] = document }
    for id in claimIDs {
      guard let claim = claims[id] else { continue }
      claimCounts[claim.documentID, default: 0] += 1
      if known[claim.documentID] == nil {
        known[claim.documentID] = ReportDocument(
          id: claim.documentID, publisher: claim.publisher, published: claim.published,
          url: claim.url)
      }
    }
    documents = known.values.sorted { $0.id < $1.id }
  }
}
