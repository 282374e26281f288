/// What a schema.org article in JSON-LD says of itself.
struct StructuredArticle {
  var headline = ""
  var published = ""
  var publisher = ""
  var url = ""
  var language = ""
  var body = ""
  private var rank = 0

  init() {}

  /// Finds the article in a JSON-LD value: itself, an element of a list or of a `@graph`.
  init(in value: JSONValue) {
    for object in Self.objects(in: value, depth: 0) {
      var found = StructuredArticle()
      found.rank = Self.rank(of: object)
      if found.rank == 0 { continue }
      found.headline = object["headline"]?.firstText ?? object["name"]?.firstText ?? ""
      found.published = object["datePublished"]?.firstText ?? ""
      found.publisher = Self.name(of: object["publisher"])
      found.url = object["url"]?.firstText ?? object["mainEntityOfPage"]?.firstText ?? ""
      found.language = object["inLanguage"]?.firstText ?? ""
      found.body = object["articleBody"]?.firstText ?? ""
      merge(found)
    }
  }

  /// Fills what is missing from another article of the page; the better kind of the two leads.
  mutating func merge(_ other: StructuredArticle) {
    if other.rank == 0 { return }
    var (better, worse) = (self, other)
    if worse.rank > better.rank { swap(&better, &worse) }
    if better.headline.isEmpty { better.headline = worse.headline }
    if better.published.isEmpty { better.published = worse.published }
    if better.publisher.isEmpty { better.publisher = worse.publisher }
    if better.url.isEmpty { better.url = worse.url }
    if better.language.isEmpty { better.language = worse.language }
    if better.body.isEmpty { better.body = worse.body }
    self = better
  }

  private static func objects(in value: JSONValue, depth: Int) -> [JSONValue] {
    if depth > 4 { return [] }
    switch value {
    case .array(let elements): return elements.flatMap { objects(in: $0, depth: depth + 1) }
    case .object:
      let inner = value["@graph"].map { objects(in: $0, depth: depth + 1) } ?? []
      let main = value["mainEntity"].map { objects(in: $0, depth: depth + 1) } ?? []
      return [value] + inner + main
    default: return []
    }
  }

  /// 2 for kinds of articles, 1 for a page, 0 for anything else.
  private static func rank(of object: JSONValue) -> Int {
    var types: [String] = []
    switch object["@type"] {
    case .text(let type): types = [type]
    case .array(let elements): types = elements.compactMap(\.firstText)
    default: return 0
    }
    if types.contains(where: {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
    }) {
      return 2
    }
    return types.contains { $0.hasSuffix("WebPage") } ? 1 : 0
  }

  /// The name of an organization; an address alone is none.
  private static func name(of organization: JSONValue?) -> String {
    switch organization {
    case .text(let name): return name
    case .array(let elements): return name(of: elements.first)
    case .object: return organization?["name"]?.firstText ?? ""
    default: return ""
    }
  }
}
