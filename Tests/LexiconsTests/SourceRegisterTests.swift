import ClaimModel
import Lexicons
import Testing

@Suite struct SourceRegisterTests {
  /// A name, a date, and the source that it stands for.
  static let names: [(String, String, String, SourceType, String)] = [
    ("Zelenskyy", "", "Volodymyr Zelensky", .government, "Ukraine"),
    ("President Zelensky", "2025", "Volodymyr Zelensky", .government, "Ukraine"),
    ("the Ukrainian president", "2025-02-16", "Volodymyr Zelensky", .government, "Ukraine"),
    ("the Ukrainian President", "2016", "Petro Poroshenko", .government, "Ukraine"),
    ("Ukraine's president", "2010-01", "Viktor Yushchenko", .government, "Ukraine"),
    ("Ukrainian President Volodymyr Zelenskiy", "", "Volodymyr Zelensky", .government, "Ukraine"),
    ("the Israeli prime minister", "2023", "Benjamin Netanyahu", .government, "Israel"),
    ("the Israeli prime minister", "2021-12-01", "Naftali Bennett", .government, "Israel"),
    ("the prime minister of Israel", "2005", "Ariel Sharon", .government, "Israel"),
    ("US president", "2018", "Donald Trump", .government, "United States"),
    ("the American president", "2022", "Joe Biden", .government, "United States"),
    (
      "U.S. Secretary of State Antony Blinken", "2023", "Antony Blinken", .government,
      "United States"
    ),
    ("US defense secretary", "2023", "Lloyd Austin", .military, "United States"),
    (
      "the Russian defence ministry", "", "Ministry of Defence of the Russian Federation",
      .military, "Russia"
    ),
    (
      "Russia\u{2019}s Defense Ministry", "", "Ministry of Defence of the Russian Federation",
      .military, "Russia"
    ),
    (
      "the Ministry of Defence of Azerbaijan", "", "Azerbaijani defence ministry", .military,
      "Azerbaijan"
    ),
    ("Armenia's defence ministry", "", "Armenian defence ministry", .military, "Armenia"),
    ("the Sudanese health ministry", "", "Sudanese health ministry", .health, "Sudan"),
    ("Haitian police", "", "Haitian police", .police, "Haiti"),
    ("Nigerian army spokesman", "", "Nigerian army", .military, "Nigeria"),
    ("Kabul police", "", "Kabul police", .police, "Afghanistan"),
    ("the Israeli military", "", "Israel Defense Forces", .military, "Israel"),
    ("IDF spokesperson Daniel Hagari", "", "Daniel Hagari", .military, "Israel"),
    ("a spokesman for the Israeli military", "", "Israel Defense Forces", .military, "Israel"),
    ("Gaza's health ministry", "", "Gaza Health Ministry", .health, "Hamas"),
    ("the Hamas-run health ministry", "", "Gaza Health Ministry", .health, "Hamas"),
    ("the Ministry of Health in Gaza", "", "Gaza Health Ministry", .health, "Hamas"),
    ("Pentagon spokesman", "", "Pentagon", .military, "United States"),
    ("the US Defense Department", "", "Pentagon", .military, "United States"),
    (
      "Russian Defence Ministry spokesman Igor Konashenkov", "", "Igor Konashenkov", .military,
      "Russia"
    ),
    ("Ethiopian army spokesman Getnet Adane", "", "Getnet Adane", .military, "Ethiopia"),
    (
      "UN Secretary-General António Guterres", "", "António Guterres", .internationalOrganization,
      "United Nations"
    ),
    ("the U.N. human rights office", "", "OHCHR", .internationalOrganization, "United Nations"),
    (
      "the Syrian Observatory for Human Rights", "", "Syrian Observatory for Human Rights", .ngo, ""
    ),
    ("the New York Times", "", "The New York Times", .media, ""),
    ("AP", "", "Associated Press", .media, ""),
    ("Moscow", "", "Russia", .government, "Russia"),
    ("Hamas officials", "", "Hamas", .armedGroup, "Hamas"),
    ("Hezbollah", "", "Hezbollah", .armedGroup, "Hezbollah"),
    ("the Kremlin", "", "Kremlin", .government, "Russia"),
    ("British intelligence", "", "British intelligence", .intelligence, "United Kingdom"),
    ("the UK Ministry of Defence", "", "UK Ministry of Defence", .military, "United Kingdom"),
    ("Colombian prosecutors", "", "Colombian prosecutors", .court, "Colombia"),
    ("police", "", "police", .police, ""),
    ("witnesses", "", "witnesses", .witness, ""),
    ("health officials", "", "health officials", .health, ""),
    (
      "the UN Children\u{2019}s Fund (UNICEF)", "", "UNICEF", .internationalOrganization,
      "United Nations"
    ),
    (
      "the UN human rights office, OHCHR", "", "OHCHR", .internationalOrganization, "United Nations"
    ),
    ("Jo Ro, a spokesman for the Gaza Health Ministry", "", "Jo Ro", .health, "Hamas"),
    ("two security officials", "", "two security officials", .official, ""),
    ("three Iraqi police officers", "", "Iraqi police", .police, "Iraq"),
    ("Springvale police", "", "Springvale police", .police, ""),
    ("police in the city", "", "police in the city", .police, ""),
    ("the Russian army in Kursk", "", "Russian army", .military, "Russia"),
    ("Turk's office", "", "Volker Türk", .internationalOrganization, "United Nations"),
    ("IDF spokesman", "", "Israel Defense Forces", .military, "Israel"),
    ("FARDC spokesman", "", "FARDC", .military, "Democratic Republic of Congo"),
    ("the US military", "", "US military", .military, "United States"),
    ("the Gaza Interior Ministry", "", "Gaza interior ministry", .government, "Gaza"),
    ("an AFP tally", "", "Agence France-Presse", .media, ""),
    ("the hospital in Rafah", "", "Rafah hospital", .health, "Palestine"),
    (
      "MILITARY SPOKESMEN FOR THE 6TH BRIGADE", "", "MILITARY SPOKESMEN FOR THE 6TH BRIGADE",
      .military, ""
    ),
    ("Turkish officials", "", "Turkish officials", .official, "Turkey"),
    ("the Iranian foreign ministry", "", "Iranian foreign ministry", .government, "Iran"),
    ("Bolivian Ombudsman's Office", "", "Bolivian Ombudsman's Office", .government, "Bolivia"),
  ]

  @Test(arguments: names.indices)
  func aNameStandsForItsSource(index: Int) throws {
    let (name, date, source, type, side) = Self.names[index]
    let found = try #require(
      try ShippedRegisters.load().sources.resolve(name, on: PartialDate(date)), "\(name)")
    #expect(found.name == source, "\(name)")
    #expect(found.type == type, "\(name)")
    #expect(found.side == side, "\(name)")
  }

  @Test(arguments: [
    "", "a man", "the economist", "his brother", "Tuesday", "the", "of", "'s", "a spokesman",
    "president of the company",
  ])
  func whatNamesNobodyIsNil(name: String) throws {
    #expect(try ShippedRegisters.load().sources.resolve(name)?.name == nil)
  }

  @Test func anEstimateThatSomeoneLeakedIsNotTheStatesOwn() throws {
    let sources = try ShippedRegisters.load().sources
    let leaked = try #require(sources.resolve("A confidential Ukrainian estimate"))
    #expect(leaked.name == "confidential Ukrainian estimate")
    #expect(leaked.side == "Ukraine")
    #expect(sources.resolve("the latest Ukrainian estimate")?.name == "Ukraine")
  }

  @Test func aBareOfficeTakesTheSideOfItsHome() throws {
    let sources = try ShippedRegisters.load().sources
    #expect(sources.resolve("the health ministry", home: "Hamas")?.name == "Gaza Health Ministry")
    #expect(sources.resolve("the army", home: "Nigeria")?.side == "Nigeria")
    #expect(sources.resolve("the army")?.side == "")
    #expect(
      sources.resolve("the president", on: PartialDate("2024"), home: "Ukraine")?.name
        == "Volodymyr Zelensky")
  }

  @Test func aTextIsNoName() throws {
    let text = String(repeating: "the police of the army of ", count: 40_000)
    #expect(try ShippedRegisters.load().sources.resolve(text)?.name == nil)
  }

  @Test func everyRegisteredNameIsFound() throws {
    let sources = try ShippedRegisters.load().sources
    #expect(sources.sources.count > 900)
    for row in sources.sources {
      for name in [row.name] + row.aliases {
        #expect(sources.resolve(name)?.name == row.name, "\(name)")
        #expect(sources.resolve("the \(name)")?.name == row.name, "the \(name)")
      }
    }
  }

  @Test func everyTitleIsHeldByItsHolderInTheMiddleOfTheirTerm() throws {
    let registers = try ShippedRegisters.load()
    var seen = 0
    for row in registers.sources.sources where !row.title.isEmpty {
      guard let from = row.from, let to = row.to else { continue }
      let middle = PartialDate(dayNumber: (from.dayNumber + to.dayNumber) / 2)
      #expect(registers.sources.resolve(row.title, on: middle)?.name == row.name, "\(row.title)")
      seen += 1
    }
    #expect(seen > 100)
  }

  @Test func everyCountryHasItsOffices() throws {
    let registers = try ShippedRegisters.load()
    let countries = registers.parties.parties.filter { $0.kind == .country }
    #expect(countries.count > 190)
    for country in countries {
      for (office, type) in [("police", SourceType.police), ("defence ministry", .military)] {
        for name in ["\(country.name)'s \(office)", "\(office) of \(country.name)"] {
          let found = registers.sources.resolve(name)
          #expect(found?.side == country.name, "\(name)")
          #expect(found?.type == type, "\(name)")
        }
      }
    }
  }
}
