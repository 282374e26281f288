internal import ClaimModel
internal import Lexicons

/// Counts of names: 'a list of killed soldiers that already runs to more than 80,000 names'.
extension SentenceGrammar {
  /// Ties the names of a list to what befell those whom it lists: as many people as names.
  mutating func linkNames() {
    for index in mentions.indices
    where mentions[index].outcome == nil && mentions[index].reason == nil {
      guard let head = mentions[index].head,
        let listed = listedSufferers(before: mentions[index].unit, head: head)
      else { continue }
      assign(index, listed.outcome, trigger: listed.unit, rule: .toll)
    }
  }

  /// 'killed' in 'a list of killed soldiers … 80,000 names': who is on the list that a number of names
  /// belongs to; nil where the head is no name or no list stands before it.
  func listedSufferers(before number: Int, head: Int) -> (unit: Int, outcome: Outcome)? {
    guard isWord("names", head) else { return nil }
    let list = (max(0, number - 16)..<number).last {
      isWord("list", $0) || isWord("roll", $0) || isWord("register", $0) || isWord("lists", $0)
    }
    guard let list, isWord("of", list + 1) || isWord("of those", list + 1) else { return nil }
    for unit in list + 2..<min(list + 6, number) {
      let told = senses(unit).first {
        $0.frame == .people || $0.frame == .state || $0.frame == .harm && has(unit, .participle)
      }
      if let told { return (unit, combined(told.outcome, at: unit)) }
    }
    return nil
  }

  /// 'names' in '60 names of the victims': as many people as names.
  func isNameOfSufferers(_ head: Int) -> Bool {
    guard has(head, .listing), isWord("of", head + 1) || isWord("of those", head + 1) else {
      return false
    }
    return (head + 2..<min(head + 5, units.count)).contains { unit in
      senses(unit).contains { $0.frame == .people || $0.frame == .harm }
    }
  }
}
