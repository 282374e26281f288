package import ClaimModel

extension SourceRegister {
  /// Who a name in a text stands for on a date.
  ///
  /// - Parameters:
  ///   - name: as the text has it, such as 'the Ukrainian president' or 'Israel's military'.
  ///   - date: when it was said, mostly the document's date; nil means now.
  ///   - home: the canonical name of the party whose office is meant where the name says none ('the
  ///     health ministry' in a text about Gaza); mostly empty.
  /// - Returns: a row of the register, or one made by rule; nil where the name is neither known nor
  ///   composed of an office and a party, or longer than a name is. A bare office ('police') keeps
  ///   the words it came in and has the side of the home.
  package func resolve(
    _ name: String, on date: PartialDate? = nil, home: String = ""
  ) -> RegisteredSource? {
    if name.utf8.count > Self.longestName { return nil }
    let text = NameIndex.tidied(name)
    if text.isEmpty { return nil }
    if let known = registered(text, on: date) { return known }
    if let parts = Self.apposition(in: text) {
      return apposed(parts.name, to: parts.description, on: date, home: home)
    }
    let bare = NameIndex.withoutArticle(text)
    let words = bare.split(separator: " ").map(String.init)
    // 'Turk's office' is the person's, before the people's.
    let isOwned = words.contains { $0.hasSuffix("'s") }
    if isOwned, let member = member(in: words[...], on: date) { return member }
    if let composed = office(in: words[...], on: date, home: home) { return composed }
    if !isOwned, let member = member(in: words[...], on: date) { return member }
    if let party = parties.resolve(bare) { return speaker(for: party) }
    return qualifiedOffice(
      in: words[...], isIndefinite: NameIndex.hasIndefiniteArticle(text), on: date)
  }

  /// The most bytes that a name may have; what is longer is no name but a text.
  private static var longestName: Int { 300 }

  /// 'the UN human rights office, OHCHR' and 'Children's Fund (UNICEF)' in their two parts.
  private static func apposition(in text: String) -> (name: String, description: String)? {
    let separators: [(start: String, end: String)] = [(" (", ")"), (", ", "")]
    for (start, end) in separators {
      guard let cut = Self.firstIndex(of: start, in: text) else { continue }
      let rest = text[text.utf8.index(cut, offsetBy: start.utf8.count)...]
      if !end.isEmpty, !rest.hasSuffix(end) { continue }
      return (String(text[..<cut]), String(rest.dropLast(end.utf8.count)))
    }
    return nil
  }

  /// Where a short text stands first in another.
  private static func firstIndex(of wanted: String, in text: String) -> String.Index? {
    guard let first = wanted.utf8.first else { return nil }
    return text.utf8.indices.first {
      text.utf8[$0] == first && text.utf8[$0...].starts(with: wanted.utf8)
    }
  }

  /// A name with another name or an office beside it.
  private func apposed(
    _ name: String, to description: String, on date: PartialDate?, home: String
  ) -> RegisteredSource? {
    if let known = resolve(name, on: date, home: home) { return known }
    guard let body = resolve(description, on: date, home: home) else { return nil }
    let words = name.split(separator: " ").map(String.init)
    return person(words[...], type: body.type, side: body.side) ?? body
  }

  /// A party that speaks for itself; nil for a people, who have no spokesman.
  private func speaker(for party: Party) -> RegisteredSource? {
    let type: SourceType
    switch party.kind {
    case .country, .territory: type = .government
    case .armedGroup: type = .armedGroup
    case .alliance: type = .internationalOrganization
    case .organization:
      if let known = registered(party.name) { return known }
      // A country's organizations that lose people are its forces.
      let isOfCountry = parties.lineage(of: party.name).contains { parties[$0]?.kind == .country }
      type = isOfCountry ? .military : .internationalOrganization
    case .people: return nil
    }
    return RegisteredSource(name: party.name, type: type, side: party.name)
  }

  /// 'two Iraqi police officers', 'Springfield police': an office behind words that say nothing here.
  private func qualifiedOffice(
    in words: ArraySlice<String>, isIndefinite: Bool, on date: PartialDate?
  ) -> RegisteredSource? {
    for skipped in 1...2 where words.count > skipped {
      let rest = words.dropFirst(skipped)
      let taken = owner(atStartOf: rest)?.count ?? 0
      guard let (office, length) = offices.prefix(of: rest.dropFirst(taken)),
        taken + length == rest.count, var found = self.office(in: rest, on: date, home: "")
      else { continue }
      // 'a confidential Ukrainian estimate' is no figure that Ukraine gives.
      if taken == 0 || isIndefinite && offices.offices[office].isStatement {
        found.name = words.joined(separator: " ")
      }
      return found
    }
    return nil
  }

  /// 'Russian defence ministry', 'Ukraine's president Zelensky', 'ministry of health in Gaza',
  /// 'Kabul police'.
  private func office(
    in words: ArraySlice<String>, on date: PartialDate?, home: String
  ) -> RegisteredSource? {
    if let (side, label, count) = owner(atStartOf: words),
      let (office, length) = offices.prefix(of: words.dropFirst(count))
    {
      let rest = words.dropFirst(count + length)
      return composed(office, of: side, label: label, holder: rest, in: words, on: date)
    }
    guard let (office, length) = offices.prefix(of: words) else { return nil }
    let rest = words.dropFirst(length)
    if Self.isLink(rest.first) {
      var tail = rest.dropFirst()
      if tail.first?.lowercased() == "the" { tail = tail.dropFirst() }
      if let body = body(in: tail, role: office, on: date) { return body }
      if let (side, label, count) = owner(atStartOf: tail) {
        return composed(
          office, of: side, label: label, holder: tail.dropFirst(count), in: words, on: date)
      }
      // 'police in the city' are police; 'president of the company' is no government.
      guard let type = offices.offices[office].type, type != .government else { return nil }
      return RegisteredSource(name: words.joined(separator: " "), type: type, side: home)
    }
    return composed(office, of: home, label: "", holder: rest, in: words, on: date)
  }

  /// Whether a word ties an office to what it is an office of.
  private static func isLink(_ word: String?) -> Bool {
    guard let word else { return false }
    return ["of", "in", "for", "at", "from"].contains(word.lowercased())
  }

  /// A party, or a place with its party, that some words start with.
  ///
  /// - Returns: the party's canonical name; the place as written, empty for a mere party; the words
  ///   taken. A capital is both: 'Kabul' is a place and stands for Afghanistan.
  private func owner(
    atStartOf words: ArraySlice<String>
  ) -> (side: String, label: String, count: Int)? {
    guard let first = words.first,
      parties.mayStart(with: first) || places.mayStart(with: first)
    else { return nil }
    var count = min(6, words.count)
    while count > 0 {
      let text = NameIndex.withoutPossessive(words.prefix(count).joined(separator: " "))
      let place = places.resolve(text)
      if let party = parties.resolve(text) {
        return (party.name, place == nil || party.name == text ? "" : text, count)
      }
      if let place { return (place.party, text, count) }
      count -= 1
    }
    return nil
  }

  /// The source that an office of a side makes, with the person behind it where one is named.
  private func composed(
    _ office: Int, of side: String, label: String, holder: ArraySlice<String>,
    in words: ArraySlice<String>, on date: PartialDate?
  ) -> RegisteredSource? {
    // 'the Russian army in Kursk' is the Russian army.
    let holder = Self.isLink(holder.first) ? [] : holder
    if !holder.isEmpty {
      if let known = registered(holder.joined(separator: " "), on: date) { return known }
      // 'Russian defence ministry spokesman Igor K': a role behind the office, then a name.
      if let (role, length) = offices.prefix(of: holder), offices.offices[role].type == nil {
        let name = holder.dropFirst(length)
        if name.isEmpty || Self.isLink(name.first) {
          return composed(office, of: side, label: label, holder: [], in: words, on: date)
        }
        if let known = registered(name.joined(separator: " "), on: date) { return known }
        return person(name, type: offices.offices[office].type ?? .official, side: side)
      }
      return person(holder, type: offices.offices[office].type ?? .official, side: side)
    }
    let isOfState = label.isEmpty || speaksForState(office, from: label)
    if isOfState, !side.isEmpty, let rows = titles[Title(office: office, party: side)],
      let row = row(among: rows, on: date)
    {
      return sources[row]
    }
    let office = offices.offices[office]
    guard let type = office.type else {
      // 'Hamas spokesman', 'Russian spokesman': the side speaks.
      return parties[side].flatMap(speaker(for:))
    }
    if side.isEmpty {
      return RegisteredSource(name: words.joined(separator: " "), type: type)
    }
    if !isOfState {
      return RegisteredSource(name: "\(label) \(office.name)", type: type, side: side)
    }
    return RegisteredSource(name: composedName(office.name, of: side), type: type, side: side)
  }

  /// Whether an office behind a place is the state's: 'the Kyiv government', not 'Kyiv police'.
  private func speaksForState(_ office: Int, from place: String) -> Bool {
    guard parties.resolve(place) != nil else { return false }
    switch offices.offices[office].type {
    case .government, .military, .intelligence, nil: return true
    default: return false
    }
  }

  /// 'Russian defence ministry' from the office and the party's first demonym.
  private func composedName(_ office: String, of side: String) -> String {
    guard let party = parties[side] else { return office }
    let owner = party.kind == .territory ? party.name : party.demonyms.first ?? party.name
    return "\(owner) \(office)"
  }

  /// A person of whom only the name and the body are known; nil where the words name nobody.
  private func person(
    _ words: ArraySlice<String>, type: SourceType, side: String
  ) -> RegisteredSource? {
    guard words.count <= 5, let first = words.first?.utf8.first,
      first >= 0x80 || (0x41...0x5A).contains(first)
    else { return nil }
    return RegisteredSource(name: words.joined(separator: " "), type: type, side: side)
  }

  /// 'Pentagon spokesman John Kirby', 'CIA director': a registered body, a role, perhaps a person.
  private func member(in words: ArraySlice<String>, on date: PartialDate?) -> RegisteredSource? {
    guard let first = words.first, names.mayStart(with: first) else { return nil }
    var count = words.count - 1
    while count > 0 {
      let text = words.prefix(count).joined(separator: " ")
      if let body = registered(NameIndex.withoutPossessive(text), on: date),
        let (role, length) = offices.prefix(of: words.dropFirst(count)),
        offices.offices[role].type == nil || count + length == words.count
      {
        let name = words.dropFirst(count + length)
        if name.isEmpty { return body }
        return registered(name.joined(separator: " "), on: date)
          ?? person(name, type: body.type, side: body.side)
      }
      count -= 1
    }
    return nil
  }

  /// 'spokesman for the Israeli military', 'head of UNICEF': the body that a role belongs to.
  private func body(
    in words: ArraySlice<String>, role: Int, on date: PartialDate?
  ) -> RegisteredSource? {
    guard offices.offices[role].type == nil, !words.isEmpty else { return nil }
    let text = words.joined(separator: " ")
    return registered(text, on: date) ?? office(in: words, on: date, home: "")
  }
}
