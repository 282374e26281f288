import ClaimModel
import Lexicons
import Testing

@Suite struct ConflictRegisterTests {
  static let relations: [(String, String, String, Relation)] = [
    ("Ukraine", "Ukraine", "2024-05", .own),
    ("Ukraine", "Russia", "2024-05", .adversary),
    ("Russia", "Ukraine", "2024-05", .adversary),
    ("Wagner Group", "Ukraine", "2023-01", .adversary),
    ("Wagner Group", "Russia", "2023-01", .own),
    ("Donetsk People's Republic", "Russia", "2023", .ally),
    ("United States", "Russia", "2024", .thirdParty),
    ("Hamas", "Palestine", "2024-01-10", .own),
    ("Al-Qassam Brigades", "Israel", "2024-01-10", .adversary),
    ("Israel Defense Forces", "Hamas", "2024-01-10", .adversary),
    ("Israel Defense Forces", "Israel", "2024-01-10", .own),
    ("US Army", "United States", "", .own),
    ("United States", "Iraq", "2003-04", .adversary),
    ("United States", "Iraq", "2006-04", .ally),
    ("United States", "Taliban", "2010", .adversary),
    ("United States", "Taliban", "2023", .adversary),
    ("Taliban", "Afghanistan", "2010", .adversary),
    ("Taliban", "Afghanistan", "2022-06", .ally),
    ("Fatah", "Hamas", "2007-06-14", .adversary),
    ("Rwanda", "Democratic Republic of Congo", "2025-02", .adversary),
    ("Gaza", "Palestine", "2024", .own),
    ("", "Russia", "2024", .unknown),
    ("Russia", "", "2024", .unknown),
    ("United Nations", "Ukraine", "2024", .thirdParty),
    ("United Kingdom", "Russia and Ukraine", "2024", .thirdParty),
    ("Ukraine", "Russia and Ukraine", "2024", .unknown),
    ("Bolivia", "Bolivia", "", .own),
  ]

  @Test(arguments: relations)
  func aSideStandsToTheVictimsAsTheWarHasIt(
    source: String, victims: String, date: String, expected: Relation
  ) throws {
    let conflicts = try ShippedRegisters.load().conflicts
    #expect(conflicts.relation(of: source, to: victims, on: PartialDate(date)) == expected)
  }

  static let conflicts: [(String, String, String, String?)] = [
    ("Ukraine", "2023-05-01", "", "Russo-Ukrainian war"),
    ("Palestine", "2014-07-20", "", "Gaza war of 2014"),
    ("Palestine", "2018-05-14", "", "Israeli-Palestinian conflict"),
    ("Israel", "2024-06-01", "", "Gaza war"),
    ("Israel", "2006-07-20", "", "2006 Lebanon war"),
    ("Hamas", "2024", "", "Gaza war"),
    ("United States", "2010", "Afghanistan", "War in Afghanistan"),
    ("United States", "2010", "Iraq", "Iraq war"),
    ("Sudan", "2024-01", "", "Sudanese civil war"),
    ("Bolivia", "2019-11-15", "", "Bolivian crisis of 2019"),
    ("El Salvador", "1981-12-11", "", "Salvadoran civil war"),
    ("Iceland", "2024", "", nil),
    ("Bolivia", "2016", "", nil),
  ]

  @Test(arguments: conflicts)
  func lossesBelongToTheConflictOfTheirTimeAndPlace(
    party: String, date: String, place: String, expected: String?
  ) throws {
    let conflicts = try ShippedRegisters.load().conflicts
    #expect(conflicts.conflict(of: party, on: PartialDate(date), in: place) == expected)
  }

  @Test func theRelationIsMutualBetweenAllPartiesOfAConflict() throws {
    let conflicts = try ShippedRegisters.load().conflicts
    var seen = 0
    for row in conflicts.sides {
      for other in conflicts.sides(of: row.conflict) where other.party != row.party {
        let there = conflicts.relation(of: row.party, to: other.party, on: row.from)
        let back = conflicts.relation(of: other.party, to: row.party, on: row.from)
        #expect(there == back, "\(row.party), \(other.party), \(row.conflict)")
        #expect(there != .unknown)
        seen += 1
      }
    }
    #expect(seen > 1_000)
  }

  @Test func aConflictIsFoundByItsOtherNames() throws {
    let conflicts = try ShippedRegisters.load().conflicts
    #expect(conflicts.resolve("the war in Ukraine") == "Russo-Ukrainian war")
    #expect(conflicts.resolve("Israel-Hamas war") == "Gaza war")
    #expect(
      conflicts.conflict(between: "Israel", and: "Hamas", on: PartialDate("2024")) == "Gaza war")
  }
}
