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
    // Sixty members of 3 MB each: 180 MB of text in a file of a few hundred kilobytes.
    let path = try folder.write("a.jsonl.gz", (0..<60).flatMap { _ in member })
    let before = try #require(residentBytes())
    var documents = 0
    var peak = before
    for reading in DocumentReader(paths: [path]) {
      guard case .document = reading else { continue }
      documents += 1
      if documents % 5000 == 0 { peak = max(peak, residentBytes() ?? 0) }
    }
    #expect(documents == 60_000)
    // Tests that run beside this one take memory too; keeping the texts would take 180 MB more.
    #expect(peak - before < 150 << 20)
  }

  @Test func `nothing is read before it is asked for`() throws {
    let folder = try TemporaryFolder()
    let line = "{\"text\":\"" + String(repeating: "The river rose. ", count: 60) + "\"}\n"
    let path = try folder.write("a.jsonl", String(repeating: line, count: 4000))
    let reader = DocumentReader(paths: [path, "/nonexistent"])
    #expect(reader.bytesRead == 0)
    var last = 0
    for count in 1...4000 {
      guard case .document = reader.next() else {
        Issue.record("no document")
        return
      }
      #expect(reader.bytesRead <= count * line.utf8.count + ByteStream.chunk)
      last = reader.bytesRead
    }
    #expect(last == 4000 * line.utf8.count)
    guard case .fault = reader.next() else {
      Issue.record("no fault")
      return
    }
    #expect(reader.next() == nil)
  }
}
