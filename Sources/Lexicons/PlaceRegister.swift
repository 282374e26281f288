package import ClaimModel
package import DelimitedText

/// Towns, regions and other places, and the party that people hurt there count to.
package struct PlaceRegister: Sendable {
  /// Every place, in the order of their names.
  package let places: [Place]
  private let names: NameIndex

  /// Reads `place, party` tables; later ones add to or override earlier ones.
  ///
  /// - Throws: an `InputFault` at the first cell that does not fit.
  package init(tables: [CSVTable], parties: PartyRegister) throws(InputFault) {
    var chosen: [String: Place] = [:]
    for table in tables {
      let rows = try RegisterTable(table, required: ["place", "party"], optional: [])
      var seen: Set<String> = []
      for row in rows.rows {
        let place = Place(
          name: try rows.text("place", of: row), party: try rows.text("party", of: row))
        if parties[place.party] == nil {
          throw rows.fault(
            "party", of: row, "'\(place.party)' is no party",
            "write the canonical name of a party")
        }
        if !seen.insert(place.name).inserted {
          throw rows.fault(
            "place", of: row, "'\(place.name)' stands twice", "keep one of the rows")
        }
        chosen[place.name] = place
      }
    }
    places = chosen.values.sorted { $0.name < $1.name }
    var names = NameIndex()
    for (index, place) in places.enumerated() { _ = names.insert(place.name, for: index) }
    self.names = names
  }

  /// The place of a name, as written, else in any case.
  package func resolve(_ name: String) -> Place? {
    names.find(name).map { places[$0] }
  }
}
