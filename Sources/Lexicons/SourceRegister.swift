package import ClaimModel
package import DelimitedText

/// Bodies and persons that figures are credited to, found by name, by dated title or by rule.
///
/// A name is looked up in this order: a registered name or alias; a title ('the Ukrainian
/// president', which one depends on the date); an office that any country may have ('the Sudanese
/// health ministry'); a role or person of a registered body ('a Pentagon spokesman'); a party that
/// speaks for itself ('Moscow', 'Hamas').
package struct SourceRegister: Sendable {
  /// Every row, in the order of the names, those of one name in the order of the file.
  package let sources: [RegisteredSource]
  let names: NameIndex
  let rowsOfName: [String: [Int]]
  let titles: [Title: [Int]]
  let offices: OfficeTable
  let parties: PartyRegister
  let places: PlaceRegister

  /// An office of one party.
  struct Title: Hashable, Sendable {
    var office: Int
    var party: String
  }

  /// Reads `source, aliases, type, side, title, from, to` tables and the table of offices.
  ///
  /// The rows of a source in a later table replace all rows of that source in earlier ones, and
  /// take its names from any other source of an earlier table. A person may have several rows, one
  /// a title; the names of all of them hold for all.
  ///
  /// - Throws: an `InputFault` at the first cell that does not fit.
  package init(
    tables: [CSVTable], offices officeTable: CSVTable, parties: PartyRegister,
    places: PlaceRegister
  ) throws(InputFault) {
    let offices = try OfficeTable(officeTable)
    var layers: [[SourceRow]] = []
    for table in tables {
      layers.append(try Self.read(table, offices: offices, parties: parties))
    }
    var layerOfName: [String: Int] = [:]
    for (layer, rows) in layers.enumerated() {
      for row in rows { layerOfName[row.source.name] = layer }
    }
    var kept: [(layer: Int, row: SourceRow)] = []
    for (layer, rows) in layers.enumerated() {
      kept += rows.filter { layerOfName[$0.source.name] == layer }.map { (layer, $0) }
    }
    let order = kept.indices.sorted {
      (kept[$0].row.source.name, $0) < (kept[$1].row.source.name, $1)
    }
    let sorted = order.map { kept[$0] }
    var rowsOfName: [String: [Int]] = [:]
    var titles: [Title: [Int]] = [:]
    for (index, entry) in sorted.enumerated() {
      rowsOfName[entry.row.source.name, default: []].append(index)
      if let title = entry.row.title { titles[title, default: []].append(index) }
    }
    var names = NameIndex(minimumCapacity: sorted.count * 4)
    // The last table enters its names first, as the first to claim a spelling keeps it.
    for layer in layers.indices.reversed() {
      for (index, entry) in sorted.enumerated() where entry.layer == layer {
        let holder = rowsOfName[entry.row.source.name]?.first ?? index
        for name in [entry.row.source.name] + entry.row.source.aliases {
          _ = names.insert(name, for: holder)
        }
      }
    }
    sources = sorted.map { $0.row.source }
    self.names = names
    self.rowsOfName = rowsOfName
    self.titles = titles
    self.offices = offices
    self.parties = parties
    self.places = places
  }

  /// The row of a registered name, alias or exact title, and of a person the office of that date.
  package func registered(_ name: String, on date: PartialDate? = nil) -> RegisteredSource? {
    guard let first = names.find(name) else { return nil }
    return sources[row(among: rowsOfName[sources[first].name] ?? [first], on: date) ?? first]
  }

  /// The row whose period holds the date; for no date the one that ends last.
  ///
  /// - Returns: nil where a date is given and no period holds it.
  func row(among rows: [Int], on date: PartialDate?) -> Int? {
    if let date {
      let holding = rows.filter { index in
        let row = sources[index]
        return (row.from.map { $0.firstDay <= date.lastDay } ?? true)
          && (row.to.map { date.firstDay <= $0.lastDay } ?? true)
      }
      // On the day of a handover both hold the office: the one who comes in counts.
      return holding.max { start(of: $0) < start(of: $1) }
    }
    return rows.max { (end(of: $0), start(of: $0)) < (end(of: $1), start(of: $1)) }
  }

  private func start(of row: Int) -> Int { sources[row].from?.dayNumber ?? .min }

  private func end(of row: Int) -> Int { sources[row].to?.lastDay.dayNumber ?? .max }

  /// A row and the title it carries, if any.
  private struct SourceRow {
    var source: RegisteredSource
    var title: Title?
  }

  private static func read(
    _ table: CSVTable, offices: OfficeTable, parties: PartyRegister
  ) throws(InputFault) -> [SourceRow] {
    let rows = try RegisterTable(
      table, required: ["source", "type"], optional: ["aliases", "side", "title", "from", "to"])
    var result: [SourceRow] = []
    var holders: [String: String] = [:]
    for row in rows.rows {
      let period = try rows.period(of: row)
      let source = RegisteredSource(
        name: try rows.text("source", of: row), aliases: try rows.list("aliases", of: row),
        type: try rows.choice("type", of: row, as: SourceType.self), side: row["side"],
        title: row["title"], from: period.from, to: period.to)
      if !source.side.isEmpty, parties[source.side] == nil {
        throw rows.fault(
          "side", of: row, "'\(source.side)' is no party",
          "write the canonical name of a party, or leave the cell empty")
      }
      for name in [source.name] + source.aliases {
        if let holder = holders[name], holder != source.name {
          throw rows.fault(
            name == source.name ? "source" : "aliases", of: row,
            "'\(name)' is already a name of \(holder)", "give a name to one source only")
        }
        holders[name] = source.name
      }
      var title: Title?
      if !source.title.isEmpty {
        title = self.title(from: source.title, offices: offices, parties: parties)
        if title == nil {
          throw rows.fault(
            "title", of: row, "'\(source.title)' is no office of a party",
            "write it as 'president of Ukraine', with an office of offices.csv")
        }
      }
      result.append(SourceRow(source: source, title: title))
    }
    return result
  }

  /// 'president of Ukraine' as an office and a party.
  private static func title(
    from text: String, offices: OfficeTable, parties: PartyRegister
  ) -> Title? {
    let words = text.split(separator: " ").map(String.init)
    guard let (office, count) = offices.prefix(of: words[...]), words.count > count + 1,
      words[count] == "of",
      let party = parties.resolve(words[(count + 1)...].joined(separator: " "))
    else { return nil }
    return Title(office: office, party: party.name)
  }
}
