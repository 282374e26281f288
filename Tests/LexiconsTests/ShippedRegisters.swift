import Lexicons

/// The registers of the binary, read once for all tests.
enum ShippedRegisters {
  private static let loaded = Result { try Registers.load() }

  static func load() throws -> Registers { try loaded.get() }
}
