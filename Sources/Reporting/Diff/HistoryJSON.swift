package import CorpusDiff

import ClaimModel
import DelimitedText

/// A history as one JSON object: the corpora, the headline, and every question in each of them.
package enum HistoryJSON {
  /// The text, indented, ending in a newline.
  package static func render(_ history: CorpusHistory) -> String {
    let value: JSONValue = [
      "corpora": .strings(history.names),
      "headline": .string(history.headline),
      "moved": .integer(history.movedLines.count),
      "questions": .array(history.lines.map { question($0, history.names) }),
    ]
    return value.indentedText
  }

  private static func question(_ line: CorpusHistory.Line, _ names: [String]) -> JSONValue {
    [
      "question_id": .string(line.id),
      "question": .string(line.label),
      "is_moved": .bool(line.isMoved),
      "states": .array(
        names.enumerated().map { position, name in
          state(line.states[position], named: name, HistoryTables.change(line, at: position))
        }),
    ]
  }

  /// The question in one corpus; only the corpus and the change where it is not asked.
  private static func state(
    _ state: QuestionSummary?, named name: String, _ change: String
  ) -> JSONValue {
    var members = [
      JSONMember("corpus", .string(name)),
      JSONMember("change", change.isEmpty ? .null : .string(change)),
    ]
    guard let state else { return .object(members) }
    members += [
      JSONMember("question", .string(state.label)),
      JSONMember("figure", .string(state.figure)),
      JSONMember("low", .integer(orNull: state.range.low)),
      JSONMember("best", .integer(orNull: state.range.best)),
      JSONMember("high", .integer(orNull: state.range.high)),
      JSONMember("high_open", .bool(state.isOpen)),
      JSONMember("grade", state.grade.isEmpty ? .null : .string(state.grade)),
      JSONMember("origins", .array(state.origins.map(DiffJSON.origin))),
      JSONMember("findings", .strings(state.findings.map(\.sentence))),
    ]
    return .object(members)
  }
}
