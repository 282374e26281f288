import ClaimModel
import DelimitedText
import Lexicons
import Testing

@Suite struct RegistersTests {
  private static func table(_ text: String, named name: String = "mine.csv") throws -> CSVTable {
    try CSVTable(parsing: Array(text.utf8), named: name)
  }

  @Test(arguments: [
    ("Russians", "Russia"), ("US", "United States"), ("the U.S.", "United States"),
    ("American", "United States"), ("KYIV", "Ukraine"), ("Nazi Germany", "Germany"),
    ("Filipino", "Philippines"), ("ISIS", "Islamic State"), ("Isis", "Islamic State"),
    ("Tamil Tigers", "Tamil Tigers"), ("Ivory Coast", "Ivory Coast"), ("Soviet", "Soviet Union"),
    ("Congolese", "Democratic Republic of Congo"), ("Gazans", "Gaza"),
    ("T\u{FC}rkiye", "Turkey"), ("Cote d\u{2019}Ivoire", "Ivory Coast"), ("Houthi", "Houthis"),
    ("Russia's", "Russia"), ("Burma", "Myanmar"), ("British", "United Kingdom"),
  ])
  func aPartyIsFoundByAnyOfItsNames(name: String, party: String) throws {
    #expect(try ShippedRegisters.load().parties.resolve(name)?.name == party)
  }

  @Test(arguments: ["us", "is", "it", "au", "nobody", ""])
  func aWordIsNoParty(word: String) throws {
    #expect(try ShippedRegisters.load().parties.resolve(word)?.name == nil)
  }

  @Test func everyNameOfEveryPartyLeadsBackToIt() throws {
    let parties = try ShippedRegisters.load().parties
    #expect(parties.parties.count > 550)
    for name in parties.allNames {
      #expect(parties.resolve(name.text)?.name == parties.parties[name.party].name, "\(name.text)")
    }
  }

  @Test func aTerritoryCountsToItsCountry() throws {
    let parties = try ShippedRegisters.load().parties
    let gaza = try #require(parties["Gaza"])
    #expect(parties.principal(of: gaza).name == "Palestine")
    let taiwan = try #require(parties["Taiwan"])
    #expect(parties.principal(of: taiwan).name == "Taiwan")
    #expect(
      parties.lineage(of: "Al-Qassam Brigades") == ["Al-Qassam Brigades", "Hamas", "Palestine"])
  }

  @Test func additionsAddAndOverrideAndLeaveTheRestAlone() throws {
    var additions = Registers.Additions()
    additions.parties = [
      try Self.table(
        "party,kind,aliases,demonyms,parent\nMorvania,country,,Morvanian|Morvanians,\n"
          + "Taliban,armed_group,Talibs and friends,,\n")
    ]
    additions.sources = [
      try Self.table(
        "source,type,side,title,from\nAda Lovel,government,Morvania,president of Morvania,2020\n"
          + "AP,ngo,,,\n")
    ]
    additions.places = [try Self.table("place,party\nMorvaton,Morvania\n")]
    additions.conflicts = [
      try Self.table(
        "conflict,side,party,from\nMorvanian war,A,Morvania,2024\nMorvanian war,B,Russia,2024\n")
    ]
    let registers = try Registers.load(adding: additions)
    #expect(registers.parties.resolve("Morvanians")?.name == "Morvania")
    #expect(registers.parties.resolve("Talib")?.name == nil)
    #expect(registers.parties.resolve("Russian")?.name == "Russia")
    #expect(registers.places.resolve("Morvaton")?.party == "Morvania")
    #expect(registers.sources.resolve("the Morvanian president")?.name == "Ada Lovel")
    #expect(registers.sources.resolve("AP")?.type == .ngo)
    #expect(registers.sources.resolve("Reuters")?.type == .media)
    #expect(
      registers.conflicts.relation(of: "Morvania", to: "Russia", on: PartialDate("2024"))
        == .adversary)
    #expect(registers.conflicts.conflict(of: "Russia", on: PartialDate("2024")) == "Morvanian war")
  }

  static let faults:
    [(any WritableKeyPath<Registers.Additions, [CSVTable]> & Sendable, String, String)] = [
      (\.parties, "party\nX\n", "line 1"),
      (\.parties, "party,kind,colour\nX,country,red\n", "line 1"),
      (\.parties, "party,kind\nX,planet\n", "line 2, column 'kind'"),
      (\.parties, "party,kind\n\"\",country\n", "line 2, column 'party'"),
      (\.parties, "party,kind,aliases\nX,country,A|\n", "line 2, column 'aliases'"),
      (\.parties, "party,kind,aliases\nX,country,A|A\n", "line 2, column 'aliases'"),
      (\.parties, "party,kind,aliases\nX,country,A\nY,country,A\n", "line 3, column 'aliases'"),
      (\.parties, "party,kind,parent\nX,country,Nowhere\n", "line 2, column 'parent'"),
      (\.parties, "party,kind,parent\nX,country,Y\nY,country,X\n", "line 2, column 'parent'"),
      (\.sources, "source,type\nX,wizard\n", "line 2, column 'type'"),
      (\.sources, "source,type,side\nX,media,Nowhere\n", "line 2, column 'side'"),
      (\.sources, "source,type,title\nX,media,king of nothing\n", "line 2, column 'title'"),
      (\.sources, "source,type,from\nX,media,soon\n", "line 2, column 'from'"),
      (\.sources, "source,type,from,to\nX,media,2020,2019\n", "line 2, column 'to'"),
      (\.conflicts, "conflict,side,party\nW,A,Nowhere\n", "line 2, column 'party'"),
      (\.conflicts, "conflict,side,party\nW,A,Russia\nW,B,Russia\n", "line 3, column 'party'"),
      (\.places, "place,party\nX,Nowhere\n", "line 2, column 'party'"),
      (\.places, "place,party\nX,Russia\nX,Ukraine\n", "line 3, column 'place'"),
    ]

  @Test(arguments: faults.indices)
  func aFaultNamesFileLineAndColumn(index: Int) throws {
    let (register, text, location) = Self.faults[index]
    var additions = Registers.Additions()
    additions[keyPath: register] = [try Self.table(text)]
    let fault = #expect(throws: InputFault.self) { try Registers.load(adding: additions) }
    #expect(try #require(fault).subject == "mine.csv")
    #expect(try #require(fault).location == location)
  }
}
