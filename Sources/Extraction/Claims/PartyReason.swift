/// Why the victims of a figure are taken to be of a party: the rungs of a ladder, firmest first.
///
/// The names are those that the trace prints.
enum PartyReason: String, CaseIterable {
  /// Their own words name it: 'Ukrainian soldiers'.
  case words
  /// The losses of both sides in one sum.
  case sides
  /// Where they come from: 'refugees from Ukraine'.
  case origin
  /// 'our', 'the enemy': the sides of the war as the author sees them.
  case side
  /// The words of the people whom the figure points back to or is a part of.
  case antecedent
  /// Whose losses they are: 'Russian losses', 'the rebels lost 12 men'.
  case owner
  /// Captives of a group are of the other side.
  case captive
  /// Who admits losses speaks of their own.
  case admission
  /// The words say only that they are foreign.
  case foreign
  /// The one armed group that the text is about.
  case group
  /// A speaker counts the losses of their own side.
  case speaker
  /// Those whom a side hurts are of its foes.
  case foe
  /// Soldiers of no named side are of the side whose soldiers were counted last.
  case army
  /// What a neighbouring claim of the same event says.
  case neighbour
  /// The sentence before is about the losses of a side.
  case topic
  /// The parts of a sum name two sides.
  case sum
  /// The country in which they were hurt, in war or political violence.
  case scene
  /// No party: a disaster, an accident, an epidemic, a crime or terror far from a war.
  case none

  /// Whether it says no more than where they were hurt.
  var isGuess: Bool { self == .scene || self == .none }

  /// Whether it rests on the words about the people themselves.
  var isFirm: Bool {
    switch self {
    case .words, .sides, .owner, .group, .admission, .side: true
    default: false
    }
  }
}

/// The victims' party and the reason for it.
struct PartyReading {
  /// The canonical name; empty for none.
  var name: String
  var reason: PartyReason
}
