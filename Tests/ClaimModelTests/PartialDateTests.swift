import ClaimModel
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["2025", "2025-02", "2024-02-29", "0001-01-01", "9999-12-31"])
  func roundTrips(_ text: String) throws {
    #expect(try #require(PartialDate(text)).description == text)
  }

  @Test(arguments: [
    "", "25", "2025-13", "2025-00", "2025-02-29", "2025-2-1", "2025-02-", "2025-04-31", "abcd",
    "2025-01-01-01", "20250101",
  ])
  func refuses(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func leavesOutTheTimeOfDay() {
    #expect(PartialDate("2025-02-16T10:00:00Z") == PartialDate(year: 2025, month: 2, day: 16))
  }

  @Test func dayNumbersRoundTrip() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(try #require(PartialDate(dayNumber: number)).dayNumber == number)
    }
    #expect(PartialDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(PartialDate(year: 1970, month: 1, day: 1)?.weekday == 3)
    #expect(PartialDate(year: 2025, month: 2, day: 16)?.weekday == 6)
  }

  @Test func coarseDatesSpanTheirDays() {
    #expect(PartialDate("2024-02")?.lastDay == PartialDate("2024-02-29"))
    #expect(PartialDate("2024")?.firstDay == PartialDate("2024-01-01"))
    #expect(PartialDate("2024")?.lastDay == PartialDate("2024-12-31"))
  }
}
