import ClaimModel
import Lexicons
import Testing

@Suite struct RegistersTests {
  @Test func theShippedRegistersLoad() throws {
    let registers = try Registers.load()
    #expect(registers.parties.resolve("Russians")?.name == "Russia")
    #expect(registers.sources.resolve("the Ukrainian president")?.name == "Volodymyr Zelensky")
  }
}
