internal import ClaimModel
internal import Lexicons

/// A quantity of a sentence with the people it counts and what they are said to have suffered.
struct Mention {
  /// Why a mention and an outcome belong together; the names are those of the table's `rule`.
  enum Rule: String {
    case object, subject, noun, ofNoun = "of_noun", toll, resultative, idiom, coordination, gapping
    case part, zero, apposition, list
  }

  /// The number as stated.
  var number: StatedNumber
  /// The unit that is the quantity.
  var unit: Int
  /// The units of the noun phrase behind the quantity, without the number; may be empty.
  var phrase: Range<Int>
  /// The unit of the phrase's head noun.
  var head: Int?
  /// The last unit of the whole phrase with its 'of' complement.
  var end: Int
  /// Whether the head names people, things or nothing known.
  var kind: Kind
  /// Why it is no count of people; nil where it may be one.
  var reason: String?
  /// What the people suffered; nil where no outcome word governs it.
  var outcome: Outcome?
  /// The unit of the outcome word.
  var trigger: Int?
  /// How the two were brought together.
  var rule: Rule?
  /// The mention whose phrase names the victims where this one has none.
  var antecedent: Int?
  /// The mention that this one is a stated part of.
  var whole: Int?
  /// Whether it is a part of a figure of an earlier sentence.
  var isPartOfEarlier = false
  /// Whether it is a part of a total that a later sentence gives.
  var isPartOfLater = false
  /// Whether it stands on a line of its own, over the line that says what it counts.
  var isLabelledBelow = false

  enum Kind {
    case people, thing, unknown, none
  }
}
