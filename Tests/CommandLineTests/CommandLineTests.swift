import Foundation
import Testing

/// The cases below `Cases/`, one folder a behaviour, run against the binary itself.
///
/// A folder holds `cmd` (a shell script in which `toll` is the binary), what it reads, and what is
/// expected: `expected_output`, `expected_error` and `expected_status`, each empty or 0 where it is
/// missing. `TOLL_RECORD=1` writes what came instead of comparing, and fails, so that nobody takes
/// a recording for a pass.
@Suite struct CaseTests {
  @Test func thereAreCases() {
    #expect(CommandLineHarness.cases.count >= 20)
  }

  @Test(arguments: CommandLineHarness.cases)
  func behaves(_ name: String) throws {
    let source = CommandLineHarness.folder.appending(path: "Cases/\(name)")
    let temporary = try CommandLineHarness.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: temporary) }
    let folder = temporary.appending(path: "case")
    try FileManager.default.copyItem(at: source, to: folder)
    for name in ["expected_output", "expected_error", "expected_status"] {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
    let script = try String(contentsOf: folder.appending(path: "cmd"), encoding: .utf8)
    let result = try CommandLineHarness.run(script, in: folder)
    if ProcessInfo.processInfo.environment["TOLL_RECORD"] != nil {
      try record(result, in: source)
      Issue.record("recorded; look at the difference and run again without TOLL_RECORD")
      return
    }
    #expect(result.output == expected("expected_output", in: source))
    #expect(result.error == expected("expected_error", in: source))
    #expect(String(result.status) == expectedStatus(in: source))
  }

  private func expected(_ name: String, in folder: URL) -> String {
    let data = try? Data(contentsOf: folder.appending(path: name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private func expectedStatus(in folder: URL) -> String {
    let text = expected("expected_status", in: folder).split(separator: "\n").first
    return text.map { String($0) } ?? "0"
  }

  private func record(_ result: CommandResult, in folder: URL) throws {
    let texts = [
      "expected_output": result.output, "expected_error": result.error,
      "expected_status": result.status == 0 ? "" : "\(result.status)\n",
    ]
    for (name, text) in texts {
      let file = folder.appending(path: name)
      if text.isEmpty {
        try? FileManager.default.removeItem(at: file)
      } else {
        try Data(text.utf8).write(to: file)
      }
    }
  }
}
