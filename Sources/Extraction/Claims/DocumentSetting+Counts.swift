internal import ClaimModel
internal import Lexicons

extension DocumentSetting {
  /// How many words speak for which setting.
  struct Counts {
    var conflict = 0
    /// Of the words for conflict those that only name armed people, who also dig in a landslide.
    var forces = 0
    var calamity = 0
    var terror = 0
    var crime = 0
    var political = 0
    /// Words for vehicles and fires, which tell of an accident only where nobody fights.
    var weak = 0

    /// Whether no word tells of any setting.
    var isEmpty: Bool { conflict + calamity + terror + crime + political == 0 }

    /// Words that tell of war or terror, if only by naming armed people.
    var hostility: Int { conflict + terror }

    /// Whether more words tell of disasters than of war or terror.
    var isOfCalamity: Bool { calamity > hostility }

    /// Words that tell of violence and not only of who bears arms.
    var violence: Int { conflict - forces + terror }

    /// The words with those for vehicles and fires among the ones for accidents.
    var withWeak: Counts {
      var counts = self
      counts.calamity += weak
      counts.weak = 0
      return counts
    }

    /// Counts a word.
    ///
    /// - Parameters:
    ///   - classes: what it tells.
    ///   - isForce: whether it names armed people.
    mutating func add(_ classes: WordClasses, isForce: Bool) {
      if !classes.isDisjoint(with: [.conflictSetting, .politicalSetting]) {
        conflict += 1
        if isForce { forces += 1 }
      }
      if classes.contains(.weakSetting) {
        weak += 1
      } else if classes.contains(.calamitySetting) {
        calamity += 1
      }
      if classes.contains(.terrorSetting) { terror += 1 }
      if classes.contains(.crimeSetting) { crime += 1 }
      if classes.contains(.politicalSetting) { political += 1 }
    }
  }

  /// Whether a word names the armed people of a state, wherever they are: 'troops', 'the military'.
  static func isForce(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    guard !grammar.has(index, .irregular) else { return false }
    return grammar.has(index, [.formation, .speaker]) || grammar.term(index)?.status == .military
  }
}
