package import ClaimModel
package import DelimitedText

/// What is known of parties, sources, conflicts and places: facts, and no rule of reading.
///
/// It never changes, so that it is one object which all that reads a document shares.
package final class Registers: Sendable {
  /// Sides, nations and groups.
  package let parties: PartyRegister
  /// Towns and regions.
  package let places: PlaceRegister
  /// Bodies and persons that figures are credited to.
  package let sources: SourceRegister
  /// Who fought whom.
  package let conflicts: ConflictRegister

  /// Tables of one's own, laid over those of the toolkit, which stay as they are.
  package struct Additions: Sendable {
    /// Tables with the columns of `parties.csv`.
    package var parties: [CSVTable] = []
    /// Tables with the columns of `sources.csv`.
    package var sources: [CSVTable] = []
    /// Tables with the columns of `conflicts.csv`.
    package var conflicts: [CSVTable] = []
    /// Tables with the columns of `places.csv`.
    package var places: [CSVTable] = []

    /// No table at all; set the properties to add some.
    package init() {}

    /// The tables in files of the machine.
    ///
    /// - Throws: an `InputFault` where a file cannot be read or is no table.
    package init(
      parties: [String] = [], sources: [String] = [], conflicts: [String] = [],
      places: [String] = []
    ) throws(InputFault) {
      self.parties = try Self.tables(in: parties)
      self.sources = try Self.tables(in: sources)
      self.conflicts = try Self.tables(in: conflicts)
      self.places = try Self.tables(in: places)
    }

    private static func tables(in paths: [String]) throws(InputFault) -> [CSVTable] {
      var tables: [CSVTable] = []
      for path in paths {
        tables.append(try DataFiles.table(from: try DataFiles.contents(of: path), named: path))
      }
      return tables
    }
  }

  /// Reads `registers/` and lays the additions over it.
  ///
  /// - Throws: an `InputFault` that names the file, the line and the column that does not fit.
  package static func load(
    from files: DataFiles = .embedded, adding additions: Additions = Additions()
  ) throws(InputFault) -> Registers {
    let parties = try PartyRegister(
      tables: [try files.table(at: "registers/parties.csv")] + additions.parties)
    let places = try PlaceRegister(
      tables: [try files.table(at: "registers/places.csv")] + additions.places, parties: parties)
    return Registers(
      parties: parties, places: places,
      sources: try SourceRegister(
        tables: [try files.table(at: "registers/sources.csv")] + additions.sources,
        offices: try files.table(at: "registers/offices.csv"), parties: parties, places: places),
      conflicts: try ConflictRegister(
        tables: [try files.table(at: "registers/conflicts.csv")] + additions.conflicts,
        parties: parties))
  }

  private init(
    parties: PartyRegister, places: PlaceRegister, sources: SourceRegister,
    conflicts: ConflictRegister
  ) {
    self.parties = parties
    self.places = places
    self.sources = sources
    self.conflicts = conflicts
  }
}
