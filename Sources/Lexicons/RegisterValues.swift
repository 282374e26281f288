package import ClaimModel

/// A side, nation or group that victims and sources belong to: a row of `parties.csv`.
package struct Party: Hashable, Sendable {
  /// What kind of party it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case country, territory, alliance
    case armedGroup = "armed_group"
    case organization
    /// A people or community that is no state: Kurds, Tutsi, Rohingya.
    case people
  }

  /// The canonical name, which claims carry.
  package var name: String
  /// What kind of party it is.
  package var kind: Kind
  /// Other names.
  package var aliases: [String]
  /// Adjectives and nouns for its people: 'Russian', 'Russians'.
  package var demonyms: [String]
  /// The party it belongs to; empty where it stands alone.
  package var parent: String

  package init(
    name: String, kind: Kind, aliases: [String] = [], demonyms: [String] = [], parent: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.demonyms = demonyms
    self.parent = parent
  }
}

/// A body or person that figures are credited to: a row of `sources.csv`.
package struct RegisteredSource: Hashable, Sendable {
  /// The canonical name, which origins carry.
  package var name: String
  /// Other names.
  package var aliases: [String]
  /// What kind of body or person it is.
  package var type: SourceType
  /// The party it belongs to or speaks for; empty where none.
  package var side: String
  /// The office a person holds: 'president of Ukraine'; empty for bodies.
  package var title: String
  /// When the person took office.
  package var from: PartialDate?
  /// When the person left it.
  package var to: PartialDate?

  /// Whether it is a person: one who holds an office or speaks for a party from a day on; bodies
  /// have no term.
  package var isPerson: Bool { from != nil }

  package init(
    name: String, aliases: [String] = [], type: SourceType, side: String = "", title: String = "",
    from: PartialDate? = nil, to: PartialDate? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.type = type
    self.side = side
    self.title = title
    self.from = from
    self.to = to
  }
}

/// How fierce a conflict was at its height, after the thresholds of UCDP's conflict data.
package enum ConflictIntensity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Protests and their repression, riots, gang crackdowns: no battle between organised sides.
  case unrest
  /// A conflict of 25 to 999 battle deaths in its worst year, or of fewer.
  case lesser
  /// A war: at least 1,000 battle deaths in a year.
  case war

  private var rank: Int {
    switch self {
    case .unrest: 0
    case .lesser: 1
    case .war: 2
    }
  }

  package static func < (one: ConflictIntensity, other: ConflictIntensity) -> Bool {
    one.rank < other.rank
  }
}

/// One party's place in a conflict: a row of `conflicts.csv`.
package struct ConflictSide: Hashable, Sendable {
  /// The conflict's name.
  package var conflict: String
  /// The name of the camp; parties of one camp are allies in this conflict.
  package var side: String
  /// The party.
  package var party: String
  /// When the conflict began.
  package var from: PartialDate?
  /// When it ended; nil where it goes on.
  package var to: PartialDate?
  /// How fierce the conflict was at its height in the lands of this row; nil where it names none.
  package var intensity: ConflictIntensity?
  /// The lands fought in between the dates of this row: canonical names of parties.
  package var lands: [String]
  /// Other names of the conflict.
  package var aliases: [String]

  package init(
    conflict: String, side: String, party: String, from: PartialDate? = nil,
    to: PartialDate? = nil, intensity: ConflictIntensity? = nil, lands: [String] = [],
    aliases: [String] = []
  ) {
    self.conflict = conflict
    self.side = side
    self.party = party
    self.from = from
    self.to = to
    self.intensity = intensity
    self.lands = lands
    self.aliases = aliases
  }
}

/// A town, region or other place and the country it lies in: a row of `places.csv`.
package struct Place: Hashable, Sendable {
  /// The name as English text writes it.
  package var name: String
  /// The canonical name of the party that it counts to.
  package var party: String

  package init(name: String, party: String) {
    self.name = name
    self.party = party
  }
}
