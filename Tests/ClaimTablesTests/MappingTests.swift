import ClaimModel
import DelimitedText
import Testing

@testable import ClaimTables

/// Foreign tables read through a mapping.
@Suite struct MappingTests {
  private func mapping(_ rules: String) throws -> Mapping {
    try Mapping(
      CSVTable(parsing: Array(("figure,field,column,value,as,note\n" + rules).utf8), named: "m.csv")
    )
  }

  private func read(_ table: String, _ rules: String) throws -> (
    claims: [Claim], faults: [InputFault], skipped: [String: Int], unread: [String]
  ) {
    var reader = try MappedTableReader(
      .bytes(Array(table.utf8)), named: "t.csv", mapping: mapping(rules), convention: "interval",
      interval: { Interval(exactly: $0.quantity.low) })
    var claims: [Claim] = []
    var faults: [InputFault] = []
    while let next = reader.next() {
      switch next {
      case .success(let claim): claims.append(claim)
      case .failure(let fault): faults.append(fault)
      }
    }
    return (claims, faults, reader.skipped, reader.unreadColumns)
  }

  private let tall = """
    ,count,n,,,
    ,outcome,kind,Deaths,killed,
    ,outcome,kind,Hurt,injured,
    ,skip,kind,Tanks,equipment: tanks,
    ,qualifier,min,1,at_least,
    ,to,day,,days after 2022-02-23,
    ,party,land,,,
    ,source,,,The table's makers,
    ,conflict,,,Some war,

    """

  @Test func `a row becomes a claim by columns, values and constants`() throws {
    let found = try read(
      "day,n,kind,land,min,extra\n7,498,Deaths,Russia,0,x\n10,1e+05,Hurt,Ukraine,1,y\n", tall)
    #expect(found.faults.isEmpty)
    #expect(found.claims.map(\.quantity) == [Quantity(.exact, 498), Quantity(.atLeast, 100_000)])
    #expect(found.claims.map(\.outcome) == [.killed, .injured])
    #expect(found.claims.map { $0.to?.description } == ["2022-03-02", "2022-03-05"])
    #expect(found.claims.map(\.party) == ["Russia", "Ukraine"])
    #expect(found.claims.allSatisfy { $0.attribution.source == "The table's makers" })
    #expect(found.claims[0].extra == [ExtraField(column: "conflict", value: "Some war")])
    #expect(found.claims.allSatisfy { $0.id.utf8.count == 16 && $0.documentID == "t.csv" })
    #expect(found.unread == ["extra"])
  }

  @Test func `rows that are no claims are counted by their reason`() throws {
    let found = try read(
      "day,n,kind,land,min\n1,5,Tanks,Russia,0\n2,6,Tanks,Russia,0\n3,,Deaths,Russia,0\n", tall)
    #expect(found.claims.isEmpty && found.faults.isEmpty)
    #expect(found.skipped == ["equipment: tanks": 2, MappedTableReader.noFigure: 1])
  }

  @Test func `a value that no rule knows is a fault with its line`() throws {
    let found = try read("day,n,kind,land,min\n1,5,Ships,Russia,0\n2,x,Deaths,Russia,0\n", tall)
    #expect(
      found.faults.map(\.description) == [
        "t.csv: line 2, field 'outcome': no rule of the mapping gives an outcome for this row; "
          + "add a rule for its value, or pass such rows over with 'skip'",
        "t.csv: line 3, field 'count': 'x' is no whole number of 0 or more; write 46000, 46,000 or "
          + "1e+05",
      ])
  }

  @Test func `one row may hold several figures, parts of others among them`() throws {
    let rules = """
      ,skip,note,estimate,filled in,
      children,count,c,,,
      children,outcome,,,killed,
      children,victims,,,children,
      children,part_of,,,dead,
      dead,count,d,,,
      dead,outcome,,,killed,
      hurt,count,h,,,
      hurt,outcome,,,injured,

      """
    let found = try read("d,c,h,note\n10,3,40,\n,2,,\n9,1,1,estimate\n12,,,\n", rules)
    #expect(found.claims.map(\.quantity.low) == [10, 40, 3, 12])
    #expect(found.claims[2].partOf == found.claims[0].id)
    #expect(found.skipped == ["filled in": 1, MappedTableReader.noWhole: 1])
  }

  @Test func `the last rule that holds wins, and a star means any other value`() throws {
    let rules = """
      ,count,n,,,
      ,outcome,,,killed,
      ,source,who,*,others,
      ,source,who,un,OCHA,
      ,source,who,(empty),the compilers,

      """
    let found = try read("n,who\n1,un\n2,xx\n3,\n", rules)
    #expect(found.claims.map(\.attribution.source) == ["OCHA", "others", "the compilers"])
  }

  static let broken = [
    (",count,n,,,\n", "no rule gives the outcome"),
    (",outcome,,,killed,\n", "no rule says where the number is"),
    (",skip,kind,Tanks,,\n", "the reason is missing"),
    (",outcome,,x,killed,\n", "there is a value but no column that could have it"),
    (",to,day,,days after spring,\n", "'days after spring' names no date"),
    ("a,count,n,,,\na,outcome,,,killed,\na,part_of,,,b,\n", "which is no figure of this mapping"),
  ]

  @Test(arguments: broken) func `a mapping that cannot be is refused`(
    rules: String, problem: String
  ) {
    #expect {
      _ = try mapping(rules)
    } throws: { error in
      (error as? InputFault)?.problem.contains(problem) == true
    }
  }

  @Test func `a table without a column of the mapping is refused`() {
    #expect(throws: InputFault.self) { _ = try read("n\n1\n", ",count,m,,,\n,outcome,,,killed,\n") }
  }

  static let numbers: [(String, Int?)] = [
    ("46000", 46_000), ("46,000", 46_000), ("1,234,567", 1_234_567), ("46000.0", 46_000),
    ("1e+05", 100_000), ("1.25E6", 1_250_000), ("0", 0), ("1.5", nil), ("4,60,00", nil), ("", nil),
    ("-3", nil), ("1e", nil), ("12a", nil), ("99999999999999999999", nil), ("1e99", nil),
  ]

  @Test(arguments: numbers) func `numbers are read as spreadsheets write them`(
    text: String, count: Int?
  ) {
    #expect(SpreadsheetNumber.count(text) == count)
  }
}
