import ClaimModel
import Foundation
import Testing

@testable import Documents

@Suite struct MemoryTests {
  /// The memory that this process holds, in bytes; nil where the system does not tell.
  private func residentBytes() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  @Test func `a large stream of records is read in little memory`() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "The river rose in the night. ", count: 100)
    let lines = (1...1000).map { "{\"id\":\"\($0)\",\"text\":\"In all \($0) died. \(filler)\"}\n" }
    let member = gzipped(lines.joined())
    // Forty members of 3 MB each: 120 MB of text in a file of a few hundred kilobytes.
    let path = try folder.write("a.jsonl.gz", (0..<40).flatMap { _ in member })
    let before = try #require(residentBytes())
    var documents = 0
    var peak = before
    for reading in DocumentReader(paths: [path]) {
      guard case .document = reading else { continue }
      documents += 1
      if documents % 5000 == 0 { peak = max(peak, residentBytes() ?? 0) }
    }
    #expect(documents == 40_000)
    #expect(peak - before < 40 << 20)
  }
}
