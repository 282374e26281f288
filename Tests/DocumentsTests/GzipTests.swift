import ClaimModel
import Testing

@testable import Documents

@Suite struct GzipTests {
  static let text = (1...2000).map { "{\"id\":\"\($0)\",\"text\":\"In all \($0 * 7919) died.\"}\n" }
    .joined()

  @Test func `files of several members are one text`() throws {
    let bytes = gzipped("Twelve ") + gzipped("people ") + gzipped("died.") + [0, 0, 0, 0]
    let readings = try Readings(of: bytes, named: "a.txt.gz")
    #expect(readings.documents.map(\.text) == ["Twelve people died."])
    #expect(readings.faults.isEmpty)
  }

  @Test func `a truncated file of lines keeps what was read`() throws {
    let whole = gzipped(Self.text)
    let readings = try Readings(of: Array(whole.dropLast(whole.count / 3)), named: "a.jsonl.gz")
    #expect(readings.documents.count > 500)
    #expect(readings.documents.count < 2000)
    #expect(readings.documents.last?.id == "\(readings.documents.count)")
    #expect(readings.faults.last?.problem.contains("ends before its end") == true)
  }

  @Test(arguments: ["a.txt.gz", "a.html.gz", "a.md.gz"])
  func `a truncated single document is a fault alone`(name: String) throws {
    let whole = gzipped(Self.text)
    let readings = try Readings(of: Array(whole.dropLast(9)), named: name)
    #expect(readings.documents.isEmpty)
    #expect(readings.faults.count == 1)
    #expect(readings.faults.first?.problem.contains("ends before its end") == true)
  }

  @Test func `broken and foreign bytes are faults`() throws {
    var broken = gzipped(Self.text)
    for index in 2000..<2040 { broken[index] ^= 0x5A }
    let readings = try Readings(of: broken, named: "a.jsonl.gz")
    #expect(readings.faults.contains { $0.problem.contains("broken") })
    #expect(!readings.documents.isEmpty)
    let tail = try Readings(of: gzipped(Self.text) + Array("tail".utf8), named: "a.jsonl.gz")
    #expect(tail.documents.count == 2000)
    #expect(
      tail.faults.map(\.problem) == ["something that is no gzip stream follows the packed text"])
    #expect(try Readings(of: [0x1F, 0x8B], named: "a.gz").faults.count == 1)
    #expect(try Readings(of: gzipped(""), named: "a.gz").faults.map(\.problem) == ["it is empty"])
  }

  @Test func `a bomb is stopped`() throws {
    var limits = InputLimits()
    limits.inflationFloor = 1 << 20
    let line = "{\"text\":\"" + String(repeating: " ", count: 1000) + "\"}\n"
    let bomb = gzipped(String(repeating: line, count: 20_000))
    #expect(bomb.count * 300 < 20_000_000)
    let readings = try Readings(of: bomb, named: "a.jsonl.gz", limits: limits)
    #expect(readings.faults.last?.problem.contains("300 times") == true)
    #expect(readings.faults.count < 5000)
    limits.textBytes = 1 << 20
    let text = try Readings(of: bomb, named: "a.txt.gz", limits: limits)
    #expect(text.documents.isEmpty)
    #expect(text.faults.count == 1)
  }
}
