package import CorpusDiff

import ClaimModel
import ClaimTables
import DelimitedText

/// A diff as one JSON object: headline, tally, questions and claims with both sides whole.
package enum DiffJSON {
  /// The text, indented, ending in a newline.
  package static func render(_ report: DiffReport) -> String {
    value(report).indentedText
  }

  private static func value(_ report: DiffReport) -> JSONValue {
    [
      "old": .string(report.oldName),
      "new": .string(report.newName),
      "headline": .string(report.headline),
      "has_differences": .bool(report.diff.hasDifferences),
      "claims": .object(
        ChangeKind.allCases.map {
          JSONMember($0.rawValue, .integer(report.diff.counts[$0, default: 0]))
        }),
      "questions": .array(report.movedQuestions.map(question)),
      "changes": .array(
        report.listed.enumerated().map { position, item in
          change(item, number: position + 1, report.diff.options)
        }),
    ]
  }

  private static func change(
    _ item: DiffReport.Item, number: Int, _ options: DiffOptions
  ) -> JSONValue {
    let change = item.change
    var members = [
      JSONMember("change_id", .integer(number)),
      JSONMember("question", .string(item.heading)),
      JSONMember("kind", .string(change.kind.rawValue)),
      JSONMember("kinds", .strings(change.kinds.map(\.rawValue))),
      JSONMember("copy", .bool(change.isCopy)),
      JSONMember("origin", .string(change.latest.map(options.origin) ?? "")),
      JSONMember("old", change.old.map(claim) ?? .null),
      JSONMember("new", change.new.map(claim) ?? .null),
      JSONMember("cells", .array(change.cells.map(cell))),
      JSONMember("paired_by", change.rule.map { .string($0.reason) } ?? .null),
    ]
    if let review = item.review { members.append(JSONMember("review", .string(review))) }
    if let explanation = item.explanation {
      members.append(JSONMember("explanation", .string(explanation.sentence)))
    }
    return .object(members)
  }

  /// The claim's cells that hold something, by column.
  private static func claim(_ claim: Claim) -> JSONValue {
    let cells = ClaimColumn.allCases.compactMap { column -> JSONMember? in
      let text = claim.cell(column)
      guard !text.isEmpty else { return nil }
      switch column {
      case .start, .end, .statedLow, .statedHigh, .low, .best, .high, .confidence:
        return JSONMember(column.rawValue, .decimal(text))
      default: return JSONMember(column.rawValue, .string(text))
      }
    }
    return .object(cells + claim.extra.map { JSONMember($0.column, .string($0.value)) })
  }

  private static func cell(_ cell: CellChange) -> JSONValue {
    ["column": .string(cell.column), "old": .string(cell.old), "new": .string(cell.new)]
  }

  private static func question(_ move: QuestionMove) -> JSONValue {
    [
      "question_id": .string(move.latest?.id ?? ""),
      "kind": .string(move.kind.rawValue),
      "question": .string(move.latest?.label ?? ""),
      "question_before": move.formerLabel.map { .string($0) } ?? .null,
      "figure_old": move.old.map { .string($0.figure) } ?? .null,
      "figure_new": move.new.map { .string($0.figure) } ?? .null,
      "cells": .array(move.cells.map(cell)),
      "joined": .array(move.joined.map(origin)),
      "withdrawn": .array(move.withdrawn.map(origin)),
      "revised": .array(
        move.revisions.map {
          [
            "origin": .string($0.new.origin), "old": interval($0.old.interval),
            "new": interval($0.new.interval),
          ]
        }),
      "findings_raised": .strings(move.findingsRaised.map(\.sentence)),
      "findings_moved": .strings(move.findingsMoved.compactMap(\.last).map(\.sentence)),
      "findings_settled": .strings(move.findingsSettled.map(\.sentence)),
    ]
  }

  static func origin(_ figure: OriginFigure) -> JSONValue {
    [
      "origin": .string(figure.origin), "perspective": .string(figure.perspective),
      "figure": .string(figure.figure), "interval": interval(figure.interval),
    ]
  }

  private static func interval(_ interval: Interval) -> JSONValue {
    [
      "low": .integer(orNull: interval.low), "best": .integer(orNull: interval.best),
      "high": .integer(orNull: interval.high),
    ]
  }
}
