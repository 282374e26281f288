package import ClaimModel
import ClaimTables

extension DiffPatch {
  /// Turns OLD into NEW.
  ///
  /// - Parameters:
  ///   - corpus: the claims of OLD in their order.
  ///   - name: what OLD is called in errors.
  ///   - isStrict: whether rows that the patch does not touch must be as they were too.
  /// - Returns: the claims of NEW in their order.
  /// - Throws: ``InputFault`` with the row and column in which OLD does not fit.
  package func applied(
    to corpus: [Claim], named name: String = "OLD", isStrict: Bool = true
  ) throws(InputFault) -> [Claim] {
    guard corpus.count == old.rows else {
      throw misfit(name, "", "has \(corpus.count) claims, the patch was made from \(old.rows)")
    }
    var placed: [Claim?] = Array(repeating: nil, count: new.rows)
    var isKept = Array(repeating: true, count: corpus.count)
    for entry in entries {
      var claim: Claim?
      if let row = entry.oldRow {
        guard corpus.indices.contains(row), isKept[row] else {
          throw misfit(name, "row \(row + 1)", "is not there or is used twice by the patch")
        }
        isKept[row] = false
        claim = corpus[row]
      }
      let result = try changed(claim, by: entry, name)
      guard let row = entry.newRow else { continue }
      guard placed.indices.contains(row), placed[row] == nil else {
        throw misfit(
          name, "row \(row + 1) of NEW", "lies outside of it or is given twice by the patch")
      }
      placed[row] = result
    }
    let claims = try filled(placed, with: corpus, isKept, name)
    if isStrict { try checkSeals(corpus, claims, name) }
    return claims
  }

  /// The rows of NEW: placed ones at their place, all others around them in their old order.
  private func filled(
    _ placed: [Claim?], with corpus: [Claim], _ isKept: [Bool], _ name: String
  ) throws(InputFault) -> [Claim] {
    var claims: [Claim] = []
    claims.reserveCapacity(placed.count)
    var next = 0
    for claim in placed {
      if let claim {
        claims.append(claim)
        continue
      }
      while next < corpus.count, !isKept[next] { next += 1 }
      guard next < corpus.count else {
        throw misfit(name, "", "leaves rows of NEW empty")
      }
      claims.append(corpus[next])
      next += 1
    }
    while next < corpus.count, !isKept[next] { next += 1 }
    guard next == corpus.count else {
      throw misfit(name, "row \(next + 1)", "has no place in NEW")
    }
    return claims
  }

  private func checkSeals(
    _ corpus: [Claim], _ claims: [Claim], _ name: String
  ) throws(InputFault) {
    guard Seal(of: corpus) == old else {
      throw misfit(name, "", "differs from the patch's OLD in rows that the patch leaves alone")
    }
    guard Seal(of: claims) == new else {
      throw misfit(name, "", "gives something else than the patch's NEW; the patch was changed")
    }
  }

  /// The claim that comes of an entry; for a removed one, what is removed.
  private func changed(
    _ claim: Claim?, by entry: Entry, _ name: String
  ) throws(InputFault) -> Claim {
    let place = entry.oldRow.map { "row \($0 + 1)" } ?? "added claim \(entry.newID)"
    if let claim, claim.id != entry.oldID, !entry.cells.isEmpty {
      throw misfit(
        name, "\(place), column 'claim_id'",
        "expected '\(entry.oldID)', found '\(claim.id)'")
    }
    guard entry.newRow != nil else {
      guard let claim else { throw misfit(name, place, "is neither in OLD nor in NEW") }
      try check(claim, entry, name, place)
      return claim
    }
    if let claim { try check(claim, entry, name, place) }
    if claim == nil { try checkWhole(entry, name, place) }
    var result =
      claim
      ?? Claim(
        quantity: Quantity(.exact, 0), interval: Interval(low: nil, best: nil, high: nil),
        outcome: .killed)
    for cell in entry.cells {
      guard let column = ClaimColumn(rawValue: cell.column), result.setCell(column, to: cell.new)
      else {
        throw misfit(
          name, "\(place), column '\(cell.column)'", "the column does not take '\(cell.new)'")
      }
    }
    if !entry.dropped.isEmpty || !entry.appended.isEmpty { result.extra = entry.appended }
    return result
  }

  /// Whether OLD holds what the patch replaces.
  private func check(
    _ claim: Claim, _ entry: Entry, _ name: String, _ place: String
  ) throws(InputFault) {
    for cell in entry.cells {
      guard let column = ClaimColumn(rawValue: cell.column) else { continue }
      let found = claim.cell(column)
      guard found == cell.old else {
        throw misfit(
          name, "\(place), column '\(cell.column)'", "expected '\(cell.old)', found '\(found)'")
      }
    }
    let touchesExtra = !entry.dropped.isEmpty || !entry.appended.isEmpty
    guard !touchesExtra || claim.extra == entry.dropped else {
      throw misfit(
        name, place,
        "expected the further columns \(Self.list(entry.dropped)), found \(Self.list(claim.extra))")
    }
  }

  /// Whether an added claim has what every claim must have.
  private func checkWhole(
    _ entry: Entry, _ name: String, _ place: String
  ) throws(InputFault) {
    for column in [ClaimColumn.statedLow, .statedHigh, .qualifier, .outcome]
    where !entry.cells.contains(where: { $0.column == column.rawValue }) {
      throw misfit(name, place, "the patch gives no '\(column.rawValue)' for it")
    }
  }

  private func misfit(_ name: String, _ location: String, _ problem: String) -> InputFault {
    InputFault(
      subject: name, location: location, problem: problem,
      advice: "apply the patch to the corpus that it was made from")
  }

  private static func list(_ fields: [ExtraField]) -> String {
    fields.isEmpty ? "none" : fields.map { "\($0.column)='\($0.value)'" }.joined(separator: ", ")
  }
}
