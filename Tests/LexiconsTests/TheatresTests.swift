import ClaimModel
import Lexicons
import Testing

@Suite struct TheatresTests {
  static let lands: [(String, [Int], ConflictIntensity?)] = [
    ("Iraq", [2006], .war),
    // A war's violence outlasts it by four years, not by ten.
    ("Sri Lanka", [2011], .war),
    ("Sri Lanka", [2019], nil),
    ("Spain", [1937], .war),
    ("Spain", [2004], .lesser),
    ("Spain", [2021], nil),
    // A war in a region is a lesser thing in the rest of its country.
    ("Chechnya", [2016], .war),
    ("Russia", [2016], .lesser),
    ("Sweden", [], nil),
    ("Ukraine", [], .war),
    ("Chile", [2019], .unrest),
  ]

  @Test(arguments: lands)
  func knowsHowFierceTheFightingWasInALand(
    _ land: String, _ years: [Int], _ expected: ConflictIntensity?
  ) throws {
    let theatres = try ShippedRegisters.load().conflicts.theatres
    #expect(theatres.intensity(in: land, years: years) == expected)
  }

  @Test func everyConflictSaysWhereItWasFought() throws {
    let sides = try ShippedRegisters.load().conflicts.sides
    let conflicts = Set(sides.map(\.conflict))
    let placed = Set(sides.filter { !$0.lands.isEmpty }.map(\.conflict))
    // A single attack is no conflict of a land.
    #expect(conflicts.subtracting(placed) == ["September 11 attacks"])
  }
}
