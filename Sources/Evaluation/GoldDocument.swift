package import ClaimModel

/// A document with the claims that people read in it.
package struct GoldDocument: Hashable, Sendable {
  /// The name by which claims' documents are matched: the last part of the path, without `.txt`.
  package var id: String
  /// The text that the annotations quote.
  package var text: String
  /// The claims, in reading order.
  package var claims: [GoldClaim]

  package init(id: String, text: String, claims: [GoldClaim]) {
    self.id = id
    self.text = text
    self.claims = claims
  }
}

/// A claim as a person wrote it down.
package struct GoldClaim: Hashable, Sendable {
  /// Some words of the text that hold the expression.
  package var anchor: String
  /// The number expression, verbatim.
  package var expression: String
  /// How the number is hedged; nil where the annotation names no qualifier of ours.
  package var qualifier: Qualifier?
  /// The lower stated number; nil where it is no whole number.
  package var low: Int?
  /// The upper stated number; nil where it is no whole number.
  package var high: Int?
  /// What the people suffered; nil where the annotation names no outcome of ours.
  package var outcome: Outcome?
  /// The victims' noun phrase.
  package var victims: String
  /// The victims' side.
  package var party: String
  /// Whether the victims bore arms.
  package var status: VictimStatus
  /// Who is credited with the figure.
  package var source: String
  /// How firmly it is put forward.
  package var stance: Stance
  /// Whether it is a stated part of another figure.
  package var isPart: Bool

  package init(
    anchor: String, expression: String, qualifier: Qualifier?, low: Int?, high: Int?,
    outcome: Outcome?, victims: String = "", party: String = "",
    status: VictimStatus = .unspecified, source: String = "", stance: Stance = .asserted,
    isPart: Bool = false
  ) {
    self.anchor = anchor
    self.expression = expression
    self.qualifier = qualifier
    self.low = low
    self.high = high
    self.outcome = outcome
    self.victims = victims
    self.party = party
    self.status = status
    self.source = source
    self.stance = stance
    self.isPart = isPart
  }
}

/// An annotated claim with the place of its expression in the text.
struct LocatedGoldClaim {
  var claim: GoldClaim
  var span: TextSpan
}

extension GoldDocument {
  /// What tells apart annotations that share an anchor.
  private struct Key: Hashable {
    var anchor: String
    var expression: String
    var outcome: Outcome?
  }

  /// The claims with their places; an anchor that several claims quote alike is looked for behind
  /// the place where the last of them was found.
  func located() -> (claims: [LocatedGoldClaim], faults: [InputFault]) {
    let text = Array(text.utf8)
    let offsets = CodePointOffsets(text)
    var claims: [LocatedGoldClaim] = []
    var faults: [InputFault] = []
    var next: [Key: Int] = [:]
    for claim in self.claims {
      let key = Key(anchor: claim.anchor, expression: claim.expression, outcome: claim.outcome)
      let anchor = Array(claim.anchor.utf8)
      let expression = Array(claim.expression.utf8)
      guard
        let place = offset(of: anchor, in: text, from: next[key] ?? 0)
          ?? offset(of: anchor, in: text, from: 0),
        let inner = offset(of: expression, in: anchor, from: 0)
      else {
        faults.append(
          InputFault(
            subject: id, problem: "'\(claim.anchor)' with '\(claim.expression)' is not in the text",
            advice: "copy the anchor from the text, and the expression from the anchor"))
        continue
      }
      next[key] = place + 1
      claims.append(
        LocatedGoldClaim(
          claim: claim,
          span: TextSpan(
            start: offsets[place + inner], end: offsets[place + inner + expression.count])))
    }
    return (claims, faults)
  }

  /// The offset of the first occurrence that starts at an offset or behind it.
  private func offset(of part: [UInt8], in whole: [UInt8], from start: Int) -> Int? {
    guard let first = part.first, start + part.count <= whole.count else { return nil }
    for offset in start...(whole.count - part.count) where whole[offset] == first {
      if whole[offset..<(offset + part.count)].elementsEqual(part) { return offset }
    }
    return nil
  }
}

/// The number of code points before each byte of a text.
private struct CodePointOffsets {
  private var counts: [Int]

  init(_ text: [UInt8]) {
    counts = []
    counts.reserveCapacity(text.count + 1)
    var count = 0
    for byte in text {
      counts.append(count)
      // The offset of a code point is that of its first byte; the bytes behind it do not count.
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
  }

  subscript(byte: Int) -> Int { counts[byte] }
}
