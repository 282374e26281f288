package import ClaimModel

/// Where the claims of a report's tables come from: what hands on all of them, one after another.
///
/// Tables hold every claim, also those that a page leaves out, which a report need not keep.
package struct ClaimSource {
  /// Columns that the claims table does not define.
  package var extraColumns: [String]
  /// Calls with each claim in turn.
  package let forEach: ((Claim) throws -> Void) throws -> Void

  package init(
    extraColumns: [String] = [], _ forEach: @escaping ((Claim) throws -> Void) throws -> Void
  ) {
    self.extraColumns = extraColumns
    self.forEach = forEach
  }
}

extension Report {
  /// The claims that the report keeps, in reading order.
  package var claimSource: ClaimSource {
    ClaimSource(extraColumns: extraColumns) { body in
      for id in claimIDs {
        if let claim = claim(id) { try body(claim) }
      }
    }
  }

  /// Columns of the kept claims that the claims table does not define, in the order of their names.
  private var extraColumns: [String] {
    var names: Set<String> = []
    for id in claimIDs {
      for field in claim(id)?.extra ?? [] { names.insert(field.column) }
    }
    return names.sorted()
  }
}
