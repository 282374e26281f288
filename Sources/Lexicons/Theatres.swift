internal import ClaimModel

/// The lands that conflicts were fought in, with their years.
package struct Theatres: Sendable {
  /// A conflict in one land.
  private struct Fought {
    var intensity: ConflictIntensity
    var first: Int
    var last: Int

    /// Whether it counts where no year is known: it went on after 2010, the time of most news in
    /// digital archives, and was more than the protests of a season.
    var isRecent: Bool {
      guard intensity == .unrest, last < .max else { return last >= 2010 }
      return last >= 2010 && last - first > 1
    }

    /// The last year that counts.
    var end: Int {
      intensity == .war && last < .max - Theatres.aftermath ? last + Theatres.aftermath : last
    }
  }

  /// The conflicts of each land; those of a territory count to its country, too, but for less.
  private var conflictsOfLand: [String: [Fought]] = [:]

  /// The theatres that the rows of the conflicts register name.
  init(of sides: [ConflictSide], parties: PartyRegister) {
    for side in sides {
      guard let intensity = side.intensity else { continue }
      // A war in one region is a lesser thing in the rest of the country, a lesser one nothing.
      var fierceness: [String: ConflictIntensity] = [:]
      for party in side.lands.compactMap({ parties[$0] }) {
        let land = parties.principal(of: party).name
        fierceness[party.name] = intensity
        if land != party.name, intensity == .war, fierceness[land] == nil {
          fierceness[land] = .lesser
        }
      }
      for (land, felt) in fierceness.sorted(by: { $0.key < $1.key }) {
        let fought = Fought(
          intensity: felt, first: side.from?.year ?? .min, last: side.to?.year ?? .max)
        conflictsOfLand[land, default: []].append(fought)
      }
    }
  }

  /// How long the violence of a war outlasts the date that ends it, in years.
  private static let aftermath = 4

  /// How fierce the fiercest conflict in a land was.
  ///
  /// A war counts for four years beyond its last: its bombs and raids seldom stop with it.
  ///
  /// - Parameters:
  ///   - land: the canonical name of a country or of a territory.
  ///   - years: the years that count; none means that they are unknown, and then every conflict
  ///     counts that went on after 2010, but for protests of a season.
  /// - Returns: nil where no conflict is known.
  package func intensity(in land: String, years: [Int]) -> ConflictIntensity? {
    (conflictsOfLand[land] ?? []).lazy.filter { fought in
      years.isEmpty
        ? fought.isRecent
        : years.contains { fought.first <= $0 && $0 <= fought.end }
    }.map(\.intensity).max()
  }
}
