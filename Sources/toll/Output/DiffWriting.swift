import ArgumentParser
import CorpusDiff
import Reporting

/// The formats that a diff can be written in.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, html, csv, json
  /// What `--apply` takes.
  case patch
}

/// Writes a diff in the formats that users ask for.
struct DiffWriting {
  /// What is written.
  let report: DiffReport
  /// Knows whether to colour.
  let session: Session
  /// Whether the HXL row stands under the header of a table.
  var hasHXLRow = false

  /// Writes the diff.
  func write(_ format: DiffFormat, to file: OutputFile) throws {
    switch format {
    case .text: try file.write(DiffText.render(report, isColored: session.paints(file)))
    case .csv: try file.write(DiffCSV.render(report, hasHXLRow: hasHXLRow))
    case .patch: try DiffPatch(report.diff).csv.withUnsafeBytes { try file.write($0) }
    case .markdown: try file.write(DiffMarkdown.render(report))
    case .html: try file.write(DiffHTML.render(report))
    case .json: try file.write(DiffJSON.render(report))
    }
  }

  /// How many claims are of each kind, in one line.
  static func summary(of report: DiffReport) -> String {
    let parts = ChangeKind.allCases.compactMap { kind -> String? in
      let count = report.diff.counts[kind, default: 0]
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return parts.isEmpty ? "no claims on either side" : parts.joined(separator: ", ")
  }
}
