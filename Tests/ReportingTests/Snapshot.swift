import Foundation
import Testing

/// Golden files beside the tests.
///
/// A missing one is recorded and the test fails, so that it is looked at before it counts.
/// `RECORD_SNAPSHOTS=1` records them all anew and fails, too.
enum Snapshot {
  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    let file = folder.appending(path: name)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    guard !isRecording, let known = try? Data(contentsOf: file) else {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name): look at it, then run again", sourceLocation: sourceLocation)
      return
    }
    guard known != Data(text.utf8) else { return }
    let old = String(decoding: known, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(old.count, new.count)
    Issue.record(
      """
      \(name) differs at line \(line + 1):
      - \(line < old.count ? String(old[line]) : "(end)")
      + \(line < new.count ? String(new[line]) : "(end)")
      """, sourceLocation: sourceLocation)
  }
}
