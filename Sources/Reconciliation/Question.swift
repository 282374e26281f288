internal import ClaimModel

/// A question with all that was said on it, while the findings are being made.
struct Question {
  let key: QuestionKey
  let id: String
  /// What each origin said, in the order of the origins' names.
  let histories: [OriginHistory]
  /// How each origin stands to the victims, in the order of ``histories``.
  let perspectives: [Perspective]
  /// The claims that are stated parts of another, with that claim's id.
  let parts: [(claim: ClaimRecord, whole: UInt64)]
  var range: QuestionRange

  /// Makes the question of its claims, which come in the order of
  /// ``ClaimRecord/precedes(_:_:)``, and of what each origin made of them.
  init(
    key: QuestionKey, id: String, records: [ClaimRecord], histories: [OriginHistory],
    assembly: Assembly
  ) {
    self.key = key
    self.id = id
    self.histories = histories
    perspectives = histories.map { assembly.perspective(of: $0, on: key) }
    parts = key.whole.isEmpty ? [] : records.map { ($0, $0.partOf) }
    range =
      RangeBuilder(
        key: key, id: id, histories: histories, perspectives: perspectives, assembly: assembly
      ).range
    range.claims = records.count
    range.partOf = records.map(\.partOf).filter { $0 != 0 }.map { assembly.names.name(of: $0) }
      .min()
    range.from = records.compactMap { $0.from.date ?? $0.date }.min()
    range.to = records.compactMap { $0.to.date ?? $0.date }
      .max { $0.lastDay.dayNumber < $1.lastDay.dayNumber }
  }

  /// The current statements, in the order of ``histories``.
  var currents: [Statement] { histories.map(\.current) }
}

extension Assembly {
  /// How an origin stands to the victims of a question.
  ///
  /// One that speaks for a party is compared with the victims' party by the parties register (a
  /// movement belongs to its people) and by the conflicts register; one that speaks for none is a
  /// third party where its kind is known, else nobody knows.
  func perspective(of history: OriginHistory, on key: QuestionKey) -> Perspective {
    let origin = origins[Int(history.origin)]
    let side = origin.side
    guard !side.isEmpty else {
      return origin.type == .media || origin.type == .ngo || origin.type == .research
        || origin.type == .internationalOrganization ? .thirdParty : .unknown
    }
    guard !key.party.isEmpty else { return .unknown }
    let members = parties.members(key.party)
    if members.count > 1 {
      // Of a sum over both sides, a side's figure is own and adversary at once.
      return members.contains { isOwn(side, of: $0) } ? .unknown : .thirdParty
    }
    if isOwn(side, of: key.party) { return .own }
    var nearest = Perspective.thirdParty
    for ours in parties.lineage(side) {
      for theirs in parties.lineage(key.party) {
        let relation = conflicts.relation(
          of: ours, to: theirs, in: key.conflict, on: history.current.day)
        if relation == .adversary { return .adversary }
        if relation == .ally { nearest = .ally }
      }
    }
    return nearest
  }

  private func isOwn(_ side: String, of party: String) -> Bool {
    side == party || parties.lineage(side).contains(party) || parties.lineage(party).contains(side)
  }
}
