import ClaimModel
import Documents
import Foundation
import Testing

@Suite struct FolderTests {
  @Test func `files come in the order of their paths, hidden ones not at all`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.txt", "a-b/x.txt", "a.txt", "a/b/c.txt", ".hidden.txt", ".git/x"] {
      try folder.write(name, "Text of \(name)")
    }
    let readings = Readings([folder.path])
    #expect(
      readings.documents.map(\.id) == ["a-b/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"])
    #expect(readings.documents.map(\.text) == readings.documents.map { "Text of \($0.id)" })
    #expect(readings.faults.isEmpty)
  }

  @Test func `paths are read as given`() throws {
    let folder = try TemporaryFolder()
    let paths = try ["z.txt", "a.txt", "m.txt"].map { try folder.write($0, "Text") }
    #expect(Readings(paths).documents.map(\.id) == ["z.txt", "a.txt", "m.txt"])
  }

  @Test(.timeLimit(.minutes(30)))
  func `loops, dangling links, pipes and empty files are faults`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/good.txt", "Text")
    try folder.write("empty.txt", "")
    try folder.link("a/up", to: "..")
    try folder.link("again", to: "a")
    try folder.link("circle", to: "circle")
    try folder.link("nowhere", to: "missing.txt")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let readings = Readings([folder.path])
    #expect(readings.documents.map(\.id) == ["a/good.txt"])
    #expect(
      readings.faults.map { ($0.subject as NSString).lastPathComponent } == [
        "up", "again", "circle", "empty.txt", "nowhere", "pipe",
      ])
    #expect(Readings([folder.path + "/pipe"]).faults.count == 1)
  }

  @Test func `what is not there, and folders and devices as files, are faults`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "Text")
    let readings = Readings(["/nonexistent/x.txt", "/dev/null", file, file + "/b", ""])
    #expect(readings.documents.map(\.id) == ["a.txt"])
    #expect(readings.faults.count == 4)
    for fault in readings.faults { #expect(!fault.description.contains("\n")) }
  }

  @Test func `names that are no UTF-8 are read`() throws {
    let folder = try TemporaryFolder()
    let name = Array(folder.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8) + [0]
    let file = try #require(fopen(name.map { CChar(bitPattern: $0) }, "w") as UnsafeMutablePointer?)
    fputs("Text", file)
    fclose(file)
    #expect(Readings([folder.path]).documents.map(\.id) == ["caf\u{FFFD}.txt"])
  }

  @Test(.timeLimit(.minutes(30))) func `standard input is read once`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = "Twelve dead.\n".withCString { write(ends[1], $0, 13) }
    close(ends[1])
    let reader = DocumentReader(paths: ["-", "-"], standardInput: ends[0])
    let readings = Array(reader)
    close(ends[0])
    #expect(readings.count == 2)
    #expect(readings.first == .document(Document(id: "stdin", text: "Twelve dead.\n")))
    #expect(reader.bytesRead == 13)
  }
}
