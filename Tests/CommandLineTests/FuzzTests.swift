import Foundation
import TestSupport
import Testing

/// No input may crash a command or hang it: mutated documents and tables, the same in every run.
///
/// `TOLL_FUZZ_ROUNDS` sets how many mutants there are; `make fuzz` asks for many.
@Suite struct FuzzTests {
  private static let askedRounds =
    ProcessInfo.processInfo.environment["TOLL_FUZZ_ROUNDS"].flatMap { Int($0) }

  @Test func mutatedDocumentsNeverCrashExtraction() throws {
    let samples = CommandLineHarness.project.appending(path: "Data/samples/later")
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.path()).sorted()
    let seeds = try names.map { ($0, [UInt8](try Data(contentsOf: samples.appending(path: $0)))) }
    #expect(!seeds.isEmpty)
    var generator = SeededGenerator(seed: 31_000)
    try inBatches(of: 60, rounds: Self.askedRounds ?? 60) { folder, count in
      for number in 0..<count {
        guard let (name, bytes) = seeds.randomElement(using: &generator) else { continue }
        let mutant = Self.mutant(of: bytes, using: &generator)
        try Data(mutant).write(to: folder.appending(path: "\(number)-\(name)"))
      }
      return "toll extract --quiet . -o ../claims.csv --numbers ../numbers.csv"
    }
  }

  @Test func mutatedTablesNeverCrashReconciliationOrDiff() throws {
    let work = try CommandLineHarness.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: work) }
    let made = try CommandLineHarness.run(
      "toll extract --quiet $SAMPLES/later -o claims.csv", in: work)
    #expect(made.status == 0)
    let seed = [UInt8](try Data(contentsOf: work.appending(path: "claims.csv")))
    #expect(seed.count > 1000)
    var generator = SeededGenerator(seed: 46_000)
    try inBatches(of: 8, rounds: Self.askedRounds ?? 8) { folder, count in
      try Data(seed).write(to: folder.appending(path: "seed.csv"))
      var script = "worst=0\n"
      for number in 0..<count {
        let name = "\(number).csv"
        try Data(Self.mutant(of: seed, using: &generator)).write(
          to: folder.appending(path: name))
        for command in ["reconcile --quiet \(name) -o out", "diff --quiet seed.csv \(name)"] {
          script += "toll \(command) >/dev/null; s=$?; [ $s -gt $worst ] && worst=$s\n"
        }
      }
      return script + "exit $worst"
    }
  }

  /// Makes mutants in batches, each in a folder of its own, and runs a script over each batch.
  private func inBatches(
    of size: Int, rounds: Int, _ body: (URL, Int) throws -> String
  ) throws {
    var left = rounds
    while left > 0 {
      let folder = try CommandLineHarness.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      let inner = folder.appending(path: "mutants")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      let result = try CommandLineHarness.run(try body(inner, min(left, size)), in: inner)
      let isHonest = result.status == 0 || result.status == 2
      #expect(isHonest, "status \(result.status): \(result.error.suffix(400))")
      #expect(!result.error.contains("Fatal error"))
      if !isHonest { try keep(inner) }
      left -= size
    }
  }

  /// Keeps what broke a command, so that somebody can look at it.
  private func keep(_ folder: URL) throws {
    let kept = FileManager.default.temporaryDirectory
      .appending(path: "toll-fuzz-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: folder, to: kept)
    Issue.record("the mutants are kept in \(kept.path())")
  }

  /// The bytes with one to eight things done to them.
  private static func mutant(
    of bytes: [UInt8], using generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    let hostile: [[UInt8]] = [
      [0], [0xFF, 0xFE], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], Array("\"".utf8),
      Array("999999999999999999999999".utf8), Array(" hundreds of thousands of ".utf8),
      Array("-0".utf8), Array("\r\n\r\n".utf8), Array("<!--<p><table>".utf8), Array("\\u0000".utf8),
      Array(" between 10 and 5 killed, including 20 ".utf8), Array("\u{202E}\u{0301}".utf8),
    ]
    for _ in 0...Int.random(in: 0...7, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0...4, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.insert(contentsOf: hostile.randomElement(using: &generator) ?? [], at: place)
      case 3 where place < bytes.count: bytes[place] = .random(in: 0...255, using: &generator)
      default: bytes.removeSubrange(Int.random(in: place...bytes.count, using: &generator)...)
      }
    }
    return bytes
  }
}
