import ClaimModel

/// What claims are paired by, as hashes and numbers.
struct ClaimSignature: Sendable {
  /// Party, status, outcome, scope, subject, and whether it is a part of a whole.
  var question: UInt64
  /// Who is credited.
  var origin: UInt64
  /// Whether nobody but the document itself is credited.
  var isOwnVoice: Bool
  /// Where a figure that is no running total happened: two incidents are not one revised incident.
  var locus: UInt64
  /// The sentence and the expression; 0 where the claim has no quote.
  var text: UInt64
  /// The sentence without its numbers; 0 where it is too short to mean anything.
  var skeleton: UInt64
  /// The document, or the group of documents that share sentences.
  var document: UInt64
  /// The stated numbers.
  var number: UInt64
  /// The qualifier.
  var figure: UInt64
  /// The outcome.
  var outcome: UInt64
  /// The victims' party and status.
  var victims: UInt64
  /// The day that the figure stands for, or ``undated``.
  var day: Int
  /// The offset in the document.
  var start: Int
  /// The lower stated number.
  var low: Int
  /// The hash of the whole row, to break ties the same way from both sides.
  var row: Fingerprint
  /// The hash of what is said.
  var substance: UInt64
  /// The hash of the sentence and its figure, letter for letter; 0 where it is too short to tell.
  var saying: UInt64
  /// The place; 0 where none is named.
  var place: UInt64
  /// The greatest number of days between two claims of which one can be the other revised.
  var reach: Int
  /// The sentence's words.
  var words: SentenceWords

  /// The day of a claim without any date.
  static let undated = 1 << 40

  /// Sentences shorter than this are too common to pair claims of other questions or documents.
  static let tellingWords = 5

  init(
    _ claim: Claim, row: Fingerprint, substance: UInt64, saying: UInt64, options: DiffOptions
  ) {
    let subject = options.subject(claim)
    question = Self.hash(
      claim.party, claim.status.rawValue, claim.outcome.rawValue, claim.scope.rawValue, subject,
      claim.partOf == nil ? "" : "part")
    let name = options.origin(claim)
    origin = Self.hash(LetterCase.folded(name))
    isOwnVoice = name == claim.documentID
    words = SentenceWords(claim)
    text = claim.quote.isEmpty ? 0 : words.text
    skeleton = words.count >= 3 ? words.skeleton : 0
    document = Self.hash(claim.documentID)
    var hash = RowHash()
    hash.combine(claim.quantity.low)
    hash.combine(claim.quantity.high)
    number = hash.value.high
    figure = Self.hash(claim.quantity.qualifier.rawValue)
    outcome = Self.hash(claim.outcome.rawValue)
    victims = Self.hash(claim.party, claim.status.rawValue)
    day = (claim.to ?? claim.from ?? claim.published)?.dayNumber ?? Self.undated
    start = claim.span?.start ?? 0
    low = claim.quantity.low
    self.row = row
    self.substance = substance
    self.saying = words.count >= Self.tellingWords ? saying : 0
    place = claim.place.isEmpty ? 0 : Self.hash(LetterCase.folded(claim.place))
    reach = Int.max
    locus = 0
    setLocus(of: claim, subject: subject, isNamed: !name.isEmpty && !claim.party.isEmpty)
  }

  /// Keeps figures of different incidents and periods apart where no event key does.
  private mutating func setLocus(of claim: Claim, subject: String, isNamed: Bool) {
    switch claim.scope {
    case .cumulative: return
    case .unknown where isNamed: return
    case .incident, .unknown:
      guard claim.event.isEmpty || subject != claim.event else { return }
      locus = claim.place.isEmpty ? document : place
      reach = 7
    case .period:
      guard claim.from != nil || claim.to != nil else {
        locus = document
        reach = 7
        return
      }
      locus = Self.hash(claim.from?.description ?? "", claim.to?.description ?? "", claim.place)
    }
  }

  /// Whether two claims count different numbers at different places: no edit makes one the other.
  func isElsewhere(than other: ClaimSignature) -> Bool {
    number != other.number && place != 0 && other.place != 0 && place != other.place
  }

  /// Makes the claim one of a group of documents.
  mutating func group(in group: UInt64) {
    if locus == document { locus = group }
    // A document that was renamed or merged speaks with one voice.
    if isOwnVoice { origin = group }
    document = group
  }

  /// The hash of some fields.
  static func hash(_ fields: String...) -> UInt64 {
    var hash = RowHash()
    for field in fields { hash.combine(field) }
    return hash.value.high
  }

  /// One key of several.
  static func key(_ parts: UInt64...) -> UInt64 {
    var hash = RowHash()
    for part in parts { hash.combine(part) }
    return hash.value.high
  }
}
