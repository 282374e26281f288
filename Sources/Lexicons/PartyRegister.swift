package import ClaimModel
package import DelimitedText

/// The sides, nations and groups that victims and sources belong to, found by any of their names.
package struct PartyRegister: Sendable {
  /// Every party, in the order of their names.
  package let parties: [Party]
  private let byName: [String: Int]
  private let byParent: [String: [Int]]
  private let names: NameIndex

  /// Which kind of name a party goes by.
  package enum NameKind: Hashable, Sendable {
    case canonical, alias, demonym
  }

  /// One name of one party.
  package struct Name: Hashable, Sendable {
    /// The name as it is written.
    package var text: String
    /// What kind of name it is.
    package var kind: NameKind
    /// Where the party stands in ``PartyRegister/parties``.
    package var party: Int
  }

  /// Reads `party, kind, aliases, demonyms, parent` tables; later ones add to or override earlier.
  ///
  /// A row replaces the row of the same `party` in an earlier table, and takes its names from any
  /// other party of an earlier table. In one table no two parties may share a name.
  ///
  /// - Throws: an `InputFault` at the first cell that does not fit.
  package init(tables: [CSVTable]) throws(InputFault) {
    var layers: [[Party]] = []
    for table in tables { layers.append(try Self.read(table)) }
    var chosen: [String: Party] = [:]
    for party in layers.joined() { chosen[party.name] = party }
    let parties = chosen.values.sorted { $0.name < $1.name }
    var byName: [String: Int] = [:]
    for (index, party) in parties.enumerated() { byName[party.name] = index }
    var names = NameIndex(minimumCapacity: parties.count * 4)
    // The last table enters its names first, as the first to claim a spelling keeps it.
    for layer in layers.reversed() {
      for party in layer where chosen[party.name] == party {
        guard let index = byName[party.name] else { continue }
        for name in Self.names(of: party) { _ = names.insert(name.text, for: index) }
      }
    }
    self.parties = parties
    self.byName = byName
    byParent = Dictionary(grouping: parties.indices) { parties[$0].parent }
    self.names = names
    try checkParents(in: tables)
  }

  /// The party that goes by a name: canonical, alias or demonym, as written, else in any case.
  package func resolve(_ name: String) -> Party? {
    names.find(name).map { parties[$0] }
  }

  /// Whether the name of a party may start with a word.
  func mayStart(with word: String) -> Bool { names.mayStart(with: word) }

  /// The party of exactly this canonical name.
  package subscript(canonical: String) -> Party? {
    byName[canonical].map { parties[$0] }
  }

  /// The parties right below one, in the order of their names; none for an unknown name.
  package func children(of canonical: String) -> [Party] {
    canonical.isEmpty ? [] : (byParent[canonical] ?? []).map { parties[$0] }
  }

  /// Every name of every party, in the order of ``parties``: what a text is searched for.
  package var allNames: [Name] {
    parties.enumerated().flatMap { index, party in
      Self.names(of: party).map { Name(text: $0.text, kind: $0.kind, party: index) }
    }
  }

  /// The party and those above it, nearest first: 'Al-Qassam Brigades', 'Hamas', 'Palestine'.
  ///
  /// An unknown name is alone in its line.
  package func lineage(of canonical: String) -> [String] {
    var line = [canonical]
    while let last = line.last, let parent = self[last]?.parent, !parent.isEmpty,
      !line.contains(parent)
    {
      line.append(parent)
    }
    return line
  }

  /// The party that a party's people count to: a territory's country, else the party itself.
  package func principal(of party: Party) -> Party {
    for name in lineage(of: party.name) {
      guard let candidate = self[name] else { break }
      if candidate.kind != .territory || candidate.parent.isEmpty { return candidate }
    }
    return party
  }

  private static func read(_ table: CSVTable) throws(InputFault) -> [Party] {
    let rows = try RegisterTable(
      table, required: ["party", "kind"], optional: ["aliases", "demonyms", "parent"])
    var parties: [Party] = []
    var holders: [String: String] = [:]
    for row in rows.rows {
      let party = Party(
        name: try rows.text("party", of: row),
        kind: try rows.choice("kind", of: row, as: Party.Kind.self),
        aliases: try rows.list("aliases", of: row), demonyms: try rows.list("demonyms", of: row),
        parent: row["parent"])
      for name in names(of: party) {
        if let holder = holders[name.text], holder != party.name || name.kind == .canonical {
          let column =
            switch name.kind {
            case .canonical: "party"
            case .alias: "aliases"
            case .demonym: "demonyms"
            }
          throw rows.fault(
            column, of: row, "'\(name.text)' is already a name of \(holder)",
            "give a name to one party only")
        }
        holders[name.text] = party.name
      }
      parties.append(party)
    }
    return parties
  }

  private static func names(of party: Party) -> [(text: String, kind: NameKind)] {
    [(party.name, .canonical)] + party.aliases.map { ($0, .alias) }
      + party.demonyms.map { ($0, .demonym) }
  }

  /// Every parent must be a party, and nobody may be above themselves.
  private func checkParents(in tables: [CSVTable]) throws(InputFault) {
    for table in tables {
      for row in table.rows where !row["parent"].isEmpty {
        let parent = row["parent"]
        let location = "line \(row.line), column 'parent'"
        guard self[parent] != nil else {
          throw InputFault(
            subject: table.name, location: location, problem: "'\(parent)' is no party",
            advice: "write the canonical name of a party, or leave the cell empty")
        }
        if lineage(of: parent).contains(row["party"]) {
          throw InputFault(
            subject: table.name, location: location,
            problem: "'\(parent)' belongs to '\(row["party"])' itself",
            advice: "leave one of the two parents empty")
        }
      }
    }
  }
}
