internal import ClaimModel
internal import Lexicons

/// The side that each name of the registers stands for.
///
/// It is asked for every name of every text, so it is worked out once.
final class Sides: Sendable {
  let registers: Registers
  /// For each party the canonical name of the one its people count to.
  let ofParty: [String]
  /// For each party whether it is a territory that fought in some conflict as a side of its own.
  let areLandsOfTheirOwn: [Bool]
  /// For each place that of the party that holds it.
  let ofPlace: [String]
  /// For each source that of the party it belongs to; empty for none.
  let ofSource: [String]

  init(registers: Registers) {
    self.registers = registers
    let parties = registers.parties
    func canonical(_ name: String) -> String {
      parties.resolve(name).map { parties.principal(of: $0).name } ?? name
    }
    ofParty = parties.parties.map { Self.side(of: $0, in: parties) }
    let fighters = Set(registers.conflicts.sides.map(\.party))
    areLandsOfTheirOwn = parties.parties.map {
      $0.kind == .territory && fighters.contains($0.name)
    }
    ofPlace = registers.places.places.map { place in
      parties[place.party].map { parties.principal(of: $0).name } ?? place.party
    }
    ofSource = registers.sources.sources.map { $0.side.isEmpty ? "" : canonical($0.side) }
  }

  private static func side(of party: Party, in parties: PartyRegister) -> String {
    // A state's own forces are the state's: Revolutionary Guards.
    if party.kind == .organization, let parent = parties[party.parent], parent.kind == .country {
      return parent.name
    }
    // The forces of a people are that people's: peshmerga.
    if party.kind == .armedGroup, let parent = parties[party.parent], parent.kind == .people {
      return parent.name
    }
    return parties.principal(of: party).name
  }
}
