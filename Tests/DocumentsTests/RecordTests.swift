import Foundation
import ClaimModel
import Testing

@testable import Documents

@Suite struct RecordTests {
  @Test(arguments: ["a.jsonl", "a.ndjson", "a", "a.jsonl.gz"])
  func `JSON Lines give a document a line`(name: String) throws {
    let bytes = name.hasSuffix("gz") ? gzipped(Samples.lines) : Array(Samples.lines.utf8)
    let readings = try Readings(of: bytes, named: name)
    #expect(readings.faults.isEmpty)
    #expect(
      readings.documents == [
        Document(id: "a1", text: "Twelve people died.", publisher: "The Post", title: "Flood"),
        Document(
          id: "\(name):2", text: "Three \"soldiers\" were killed—one at 😀.\n",
          published: PartialDate(year: 2024, month: 3, day: 5)),
        Document(id: "7", text: "A", url: "https://e.org", event: "x"),
      ])
  }

  @Test(arguments: [
    ("{\"text\": \"A\"", "',' or '}'"), ("{\"text\": \"A}", "never closed"),
    ("[1]", "object"), ("null", "object"), ("{\"text\": \"\\x\"}", "escape"),
    ("{\"text\": \"\\u12\"}", "hexadecimal"), ("{\"text\": A}", "value"),
    ("{\"id\": \"x\"}", "no field 'text'"), ("{\"text\": \" \"}", "empty"),
    ("{\"text\": \"A\"} x", "follows"), ("{'text': 'A'}", "string"),
    ("{\"text\": {\"a\": 1}}", "no field 'text'"),
    (String(repeating: "{\"a\":", count: 5000), "deep"),
  ])
  func `a broken line is a fault with its number, and the rest goes on`(
    line: String, problem: String
  ) throws {
    let text = "{\"id\":\"1\",\"text\":\"A\"}\n\(line)\n{\"id\":\"3\",\"text\":\"C\"}"
    let readings = try Readings(of: text, named: "a.jsonl")
    #expect(readings.documents.map(\.id) == ["1", "3"])
    #expect(readings.faults.count == 1)
    #expect(readings.faults.first?.location.hasPrefix("line 2") == true)
    #expect(readings.faults.first?.problem.contains(problem) == true)
  }

  @Test func `broken UTF-8, NULs and lone surrogates in a line are repaired and reported`() throws {
    let bytes = Array("{\"text\":\"a".utf8) + [0xFF, 0x00] + Array("\\ud800\\u0000b\"}".utf8)
    let readings = try Readings(of: bytes, named: "a.jsonl")
    #expect(readings.documents.map(\.text) == ["a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}b"])
    #expect(readings.faults.map(\.location) == ["line 1"])
  }

  @Test func `a line above the limit is passed over`() throws {
    var limits = InputLimits()
    limits.recordBytes = 1 << 20
    let long = "{\"text\":\"" + String(repeating: "x", count: 3 << 20) + "\"}"
    let text = "{\"id\":\"1\",\"text\":\"A\"}\n\(long)\n{\"id\":\"3\",\"text\":\"C\"}\n"
    let readings = try Readings(of: text, named: "a.jsonl", limits: limits)
    #expect(readings.documents.map(\.id) == ["1", "3"])
    #expect(readings.faults.map(\.location) == ["line 2"])
  }

  @Test(arguments: [
    "[{\"id\":\"1\",\"text\":\"A\"},\n {\"id\":\"2\",\n \"text\":\"B\"}]",
    "{\n  \"id\": \"1\",\n  \"text\": \"A\"\n}\n{\n  \"id\": \"2\",\n  \"text\": \"B\"\n}\n",
  ])
  func `an array and objects over several lines are read whole`(text: String) throws {
    let readings = try Readings(of: text, named: "a.json")
    #expect(readings.faults.isEmpty)
    #expect(readings.documents.map(\.id) == ["1", "2"])
    #expect(readings.documents.map(\.text) == ["A", "B"])
  }

  @Test func `a manifest speaks of records too`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "corpus.csv",
      "document_id,publisher,event\na.jsonl,The File,flood\na1,The Record,\nmissing,X,\n")
    try folder.write("a.jsonl", Samples.lines)
    let readings = Readings([folder.path])
    #expect(readings.documents.map(\.publisher) == ["The Record", "The File", "The File"])
    #expect(readings.documents.map(\.event) == ["flood", "flood", "x"])
    #expect(readings.faults.map(\.location) == ["line 4"])
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09])
  func `CSV gives a document a row, whatever the delimiter`(delimiter: UInt8) throws {
    let text =
      "document_id,text,date,default_source\nr1,\"Twelve died. He said \"\"no\"\".\n\",2024-03,Red Cross\n"
      + ",Three were killed.,,\nr3,,,\n"
    let bytes = text.utf8.map { $0 == UInt8(ascii: ",") ? delimiter : $0 }
    let readings = try Readings(of: bytes, named: "a.csv")
    #expect(readings.documents.map(\.id) == ["r1", "a.csv:2"])
    #expect(
      readings.documents.map(\.text) == ["Twelve died. He said \"no\".\n", "Three were killed."])
    #expect(readings.documents.first?.published == PartialDate(year: 2024, month: 3))
    #expect(readings.documents.first?.defaultSource == "Red Cross")
    #expect(readings.faults.map(\.problem) == ["a row without text"])
  }

  @Test func `a table without texts is a fault`() throws {
    let readings = try Readings(of: "a,b\n1,2\n", named: "a.csv")
    #expect(readings.documents.isEmpty)
    #expect(readings.faults.map(\.problem) == ["no column 'text' among 'a', 'b'"])
    #expect(readings.faults.first?.advice.contains("permissions") == false)
  }

  @Test func `a bad row costs no good one`() throws {
    let readings = try Readings(of: "id,text\n1,A\n2,B,C,D\n3,C\n", named: "a.csv")
    #expect(readings.documents.map(\.id) == ["1", "3"])
    #expect(readings.faults.count == 1)
  }

  @Test func `a table of an old Windows is read as such`() throws {
    let bytes = Array("id,text\n1,caf".utf8) + [0xE9] + Array(" 12\n".utf8)
    let readings = try Readings(of: bytes, named: "a.csv")
    #expect(readings.documents.map(\.text) == ["café 12"])
    #expect(readings.faults.count == 1)
  }

  @Test(arguments: ["a.warc", "a.warc.gz", "a"])
  func `archives give their pages and texts`(name: String) throws {
    let packed = Samples.archive.components(separatedBy: "WARC/1.0").dropFirst()
      .flatMap { gzipped("WARC/1.0" + $0) }
    let bytes = name == "a.warc.gz" ? packed : Array(Samples.archive.utf8)
    let readings = try Readings(of: bytes, named: name)
    #expect(readings.faults.isEmpty)
    #expect(readings.documents.map(\.id) == ["urn:uuid:1", "urn:uuid:2"])
    #expect(readings.documents.map(\.url) == ["https://e.org/a", "https://e.org/b"])
    #expect(
      readings.documents.map(\.text) == [
        "Twelve people were killed, the ministry said on Tuesday.", "Three soldiers were wounded.",
      ])
  }

  @Test func `chunked and packed responses are unpacked`() throws {
    let page = "<p>Twelve people were killed, the ministry said on Tuesday.</p>"
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    let chunked =
      "\(head)Transfer-Encoding: chunked\r\n\r\n5\r\n\(page.prefix(5))\r\n"
      + String(page.utf8.count - 5, radix: 16) + ";x=1\r\n\(page.dropFirst(5))\r\n0\r\n\r\n"
    let packed = Array("\(head)Content-Encoding: gzip\r\n\r\n".utf8) + gzipped(page)
    for block in [Array(chunked.utf8), packed] {
      let record =
        Array(
          "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(block.count)\r\n\r\n".utf8) + block
      let readings = try Readings(of: record + Array("\r\n\r\n".utf8), named: "a.warc")
      #expect(readings.documents.map(\.text) == [String(page.dropFirst(3).dropLast(4))])
      #expect(readings.documents.map(\.id) == ["record-1"])
    }
  }

  @Test(arguments: [
    ("WARC/1.0\r\nWARC-Type: response\r\n\r\n", "Content-Length"),
    ("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 99\r\n\r\nabc", "ends inside"),
    ("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nnonsense\r\n", "begins no record"),
    ("WARC/1.0\r\nContent-Length: -5\r\n\r\n", "Content-Length"),
    ("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", "Content-Length"),
  ])
  func `broken archives are faults`(text: String, problem: String) throws {
    let readings = try Readings(of: text, named: "a.warc")
    #expect(readings.documents.isEmpty)
    #expect(readings.faults.count == 1)
    #expect(readings.faults.first?.problem.contains(problem) == true)
  }
}
