import ClaimModel
import ClaimTables
import DelimitedText
import Evaluation

/// One error of an evaluation as a line of JSON.
enum EvaluationLine {
  /// `{"doc": …, "wrong": [levels, or missed, or spurious], "gold": {…}, "claim": {…}}`.
  static func text(_ error: EvaluationError) -> String {
    var members = [JSONMember("doc", .string(error.document))]
    switch error.kind {
    case .missed: members.append(JSONMember("wrong", ["missed"]))
    case .spurious: members.append(JSONMember("wrong", ["spurious"]))
    case .wrong(let levels): members.append(JSONMember("wrong", .strings(levels.map(\.rawValue))))
    }
    if let gold = error.gold { members.append(JSONMember("gold", json(gold))) }
    if let claim = error.claim { members.append(JSONMember("claim", json(claim))) }
    return JSONValue.object(members).text
  }

  private static func json(_ gold: GoldClaim) -> JSONValue {
    [
      "anchor": .string(gold.anchor), "expression": .string(gold.expression),
      "qualifier": .string(gold.qualifier?.rawValue ?? ""), "low": .integer(orNull: gold.low),
      "high": .integer(orNull: gold.high), "outcome": .string(gold.outcome?.rawValue ?? ""),
      "victims": .string(gold.victims), "party": .string(gold.party),
      "status": .string(gold.status.rawValue), "source": .string(gold.source),
      "stance": .string(gold.stance.rawValue), "part_of": .bool(gold.isPart),
    ]
  }

  private static func json(_ claim: Claim) -> JSONValue {
    let columns: [ClaimColumn] = [
      .claimID, .start, .end, .expression, .qualifier, .statedLow, .statedHigh, .outcome, .victims,
      .party, .status, .source, .via, .stance, .partOf, .rule,
    ]
    return .object(
      columns.map {
        JSONMember($0.rawValue, .string(ClaimTableWriter.text($0, of: claim)))
      })
  }
}
