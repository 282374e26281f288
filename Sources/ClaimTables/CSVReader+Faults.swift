import ClaimModel
import DelimitedText

extension CSVReader {
  /// A reader at the start of a table, with its error as a fault.
  static func opened(
    _ source: ByteSource, named name: String, dialect: CSVDialect = .strict
  ) throws(InputFault) -> CSVReader {
    do throws(CSVError) {
      return try CSVReader(source, named: name, dialect: dialect)
    } catch {
      throw error.fault
    }
  }

  /// The header row, with its error as a fault.
  mutating func header() throws(InputFault) -> [String] {
    do throws(CSVError) {
      return try readHeader()
    } catch {
      throw error.fault
    }
  }
}
