import ClaimModel
import Documents
import Testing

@Suite struct CorpusManifestTests {
  static let table = """
    document_id,publisher,published,title,kind,default_source,default_party
    a.txt,The Post,2024-03-05,"Flood, again",news,Red Cross,Ruritania
    b.txt,The Globe,2004-12/2005-01,,news,,
    c.txt,The Star,unknown (2014-2015),,news,,

    """

  @Test func `rows override the documents' own metadata`() throws {
    let folder = try TemporaryFolder()
    try folder.write("corpus.csv", Self.table)
    try folder.write("a.txt", "---\ntitle: Mine\nurl: https://e.org\n---\nText")
    try folder.write("b.txt", "Text")
    try folder.write("c.txt", "Text")
    try folder.write("d.txt", "Text")
    let readings = Readings([folder.path])
    #expect(readings.faults.isEmpty)
    #expect(readings.documents.map(\.id) == ["a.txt", "b.txt", "c.txt", "d.txt"])
    let first = try #require(readings.documents.first)
    #expect(first.title == "Flood, again")
    #expect(first.url == "https://e.org")
    #expect(first.defaultSource == "Red Cross")
    #expect(first.defaultParty == "Ruritania")
    #expect(
      readings.documents.map(\.published) == [
        PartialDate(year: 2024, month: 3, day: 5), PartialDate(year: 2004, month: 12), nil, nil,
      ])
    #expect(readings.documents.map(\.publisher) == ["The Post", "The Globe", "The Star", ""])
  }

  @Test func `a manifest beside the folder counts, for the folder and for single files`() throws {
    let folder = try TemporaryFolder()
    try folder.write("corpus.csv", Self.table)
    for name in ["a", "b", "c"] { try folder.write("docs/\(name).txt", "Text") }
    for paths in [
      [folder.path], [folder.path + "/docs"], [folder.path + "/docs/"],
      ["a", "b", "c"].map { folder.path + "/docs/\($0).txt" },
    ] {
      let readings = Readings(paths)
      #expect(readings.documents.map(\.id) == ["a.txt", "b.txt", "c.txt"])
      #expect(readings.documents.map(\.publisher) == ["The Post", "The Globe", "The Star"])
      #expect(readings.faults.isEmpty)
    }
  }

  @Test func `rows without a file are faults`() throws {
    let folder = try TemporaryFolder()
    try folder.write("corpus.csv", Self.table)
    try folder.write("docs/b.txt", "Text")
    for path in [folder.path, folder.path + "/docs"] {
      let readings = Readings([path])
      #expect(readings.documents.map(\.publisher) == ["The Globe"])
      #expect(readings.faults.map(\.location) == ["line 2", "line 4"])
    }
  }

  @Test func `a manifest beside the folder that knows nothing of it says nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("corpus.csv", Self.table)
    try folder.write("other/x.txt", "Text")
    #expect(Readings([folder.path + "/other"]).faults.isEmpty)
  }

  @Test func `each folder may have its own`() throws {
    let folder = try TemporaryFolder()
    for name in ["earlier", "later"] {
      try folder.write("\(name)/corpus.csv", "document_id,publisher\na.txt,\(name) Post\n")
      try folder.write("\(name)/a.txt", "Text")
    }
    let readings = Readings([folder.path])
    #expect(readings.documents.map(\.id) == ["earlier/a.txt", "later/a.txt"])
    #expect(readings.documents.map(\.publisher) == ["earlier Post", "later Post"])
    #expect(readings.faults.isEmpty)
  }

  @Test(arguments: [
    ("publisher,title\nThe Post,Flood\n", "document_id"),
    ("", "header"),
    ("document_id,published\na.txt,2024-13-45\n", "no date"),
    ("document_id,publisher\na.txt,X\na.txt,Y\n", "second time"),
    ("document_id,publisher\n,X\n", "without a document_id"),
  ])
  func `a broken manifest or row is a fault and the documents are read`(
    table: String, problem: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write("corpus.csv", table)
    try folder.write("a.txt", "Text")
    let readings = Readings([folder.path])
    #expect(readings.documents.map(\.id) == ["a.txt"])
    #expect(readings.faults.count == 1)
    #expect(readings.faults.first?.problem.contains(problem) == true)
  }
}
