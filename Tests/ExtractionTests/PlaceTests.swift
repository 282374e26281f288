import ClaimModel
import Extraction
import Lexicons
import Testing

/// The place words that scope figures.
@Suite struct PlaceTests {
  private static func read(_ cases: [(text: String, places: [String])]) throws {
    #expect(cases.count > 3)
    let extractor = try Extractor.forTests()
    for example in cases {
      let claims = extractor.extract(Document(id: "place", text: example.text)).claims
      #expect(claims.map(\.place) == example.places, "\(example.text)")
    }
  }

  @Test func readsNamesBehindPrepositions() throws {
    try Self.read([
      ("A strike killed 12 people in Khan Younis.", ["in Khan Younis"]),
      (
        "Two trains collided near Hollow Creek Railway Station, killing 12 people.",
        ["near Hollow Creek Railway Station"]
      ),
      ("A ferry sank off the Belgian coast, killing 12 people.", ["off the Belgian coast"]),
      ("A convoy was hit west of Baghdad and 12 people were killed.", ["west of Baghdad"]),
      ("A raid in southern Gaza killed 12 people.", ["in southern Gaza"]),
      ("A raid on the outskirts of Damascus killed 12 people.", ["on the outskirts of Damascus"]),
      ("Twelve people were killed in the town of Brenholt.", ["in the town of Brenholt"]),
      ("Twelve people were killed in the Donetsk region.", ["in the Donetsk region"]),
      ("Twelve people were killed in the West Bank.", ["in the West Bank"]),
      ("A blast at a market in Kabul killed 12 people.", ["in Kabul"]),
      (
        "A raid on a camp in the Shiite bastion of Sadr City killed 12 people.",
        ["in the Shiite bastion of Sadr City"]
      ),
      ("Twelve people were killed at a checkpoint near Peshawar.", ["near Peshawar"]),
      ("Twelve people were killed in the region.", ["in the region"]),
      ("Twelve people were killed in an alleged strike in Brenholt camp.", ["in Brenholt camp"]),
      ("In Aleppo, 12 people were killed.", ["In Aleppo"]),
      ("The earthquake killed 12 people across Turkey.", ["across Turkey"]),
      ("Twelve people died in Ostrava, Czech Republic.", ["in Ostrava, Czech Republic"]),
      ("A missile killed 12 people in Ukraine's Kharkiv region.", ["in Ukraine's Kharkiv region"]),
    ])
  }

  @Test func picksThePlaceOfTheFigure() throws {
    try Self.read([
      ("Twelve people died in Homs and 30 in Aleppo.", ["in Homs", "in Aleppo"]),
      ("A blast killed 12 people and wounded 30 in Kabul.", ["in Kabul", "in Kabul"]),
      ("A blast killed 12 people in Kabul, officials in Washington said.", ["in Kabul"]),
      ("Twelve people were killed when a bomb exploded in Mosul.", ["in Mosul"]),
    ])
  }

  @Test func leavesOutPlacesOfOtherThings() throws {
    try Self.read([
      ("Officials in Kyiv said 12 people were killed.", [""]),
      ("A blast killed 12 people, said a doctor in Rafah.", [""]),
      ("A blast killed 12 people on Sunday.", [""]),
      ("A blast killed 12 people in March.", [""]),
      ("Twelve people were killed in Russian strikes.", [""]),
      ("Twelve people were killed in Hamas-led raids.", [""]),
      ("Twelve people were killed in the attack.", [""]),
      ("Twelve soldiers died in 2015.", [""]),
      ("Twelve people were killed in the Brenholt fire.", [""]),
    ])
  }
}
