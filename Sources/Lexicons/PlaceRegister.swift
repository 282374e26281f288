package import ClaimModel
package import DelimitedText

/// Towns, regions and other places, and the party that people hurt there count to.
package struct PlaceRegister: Sendable {
  /// Every place in the order of the file, those of later tables first.
  package let places: [Place]
  private let names: NameIndex

  /// Reads `place, party` tables; later ones add to or override earlier ones.
  ///
  /// - Throws: an `InputFault` at the first cell that does not fit.
  package init(tables: [CSVTable], parties: PartyRegister) throws(InputFault) {
    var places: [Place] = []
    var names = NameIndex(minimumCapacity: tables.reduce(0) { $0 + $1.rows.count })
    for table in tables.reversed() {
      let rows = try RegisterTable(table, required: ["place", "party"], optional: [])
      let firstOfTable = places.count
      for row in rows.rows {
        let place = Place(
          name: try rows.text("place", of: row), party: try rows.text("party", of: row))
        if parties[place.party] == nil {
          throw rows.fault(
            "party", of: row, "'\(place.party)' is no party",
            "write the canonical name of a party")
        }
        switch names.insert(place.name, for: places.count) {
        case nil: places.append(place)
        case let holder? where holder >= firstOfTable:
          throw rows.fault(
            "place", of: row, "'\(place.name)' stands twice", "keep one of the rows")
        default: break  // A later table has overridden it.
        }
      }
    }
    self.places = places
    self.names = names
  }

  /// Whether the name of a place may start with a word.
  func mayStart(with word: String) -> Bool { names.mayStart(with: word) }

  /// The place of a name, as written, else in any case.
  package func resolve(_ name: String) -> Place? {
    names.find(name).map { places[$0] }
  }
}
