package import ClaimModel

/// Figures as people read them: `46,000`, `at least 20`, `200,000–900,000`.
package enum FigureWords {
  /// A count with its digits in groups of three.
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude).utf8)
    var text: [UInt8] = count < 0 ? [0x2D] : []
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(0x2C) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number as it was hedged.
  package static func stated(_ quantity: Quantity) -> String {
    let number = grouped(quantity.low)
    return switch quantity.qualifier {
    case .exact: number
    case .about: "about \(number)"
    case .nearly: "nearly \(number)"
    case .atLeast: "at least \(number)"
    case .moreThan: "more than \(number)"
    case .atMost: "at most \(number)"
    case .fewerThan: "fewer than \(number)"
    case .range: "\(number)–\(grouped(quantity.high))"
    case .indefinite: "some (\(number))"
    }
  }

  /// A claim's figure: the vague word itself where it is one, else the number as it was hedged.
  package static func figure(of claim: Claim) -> String {
    figure(claim.quantity, expression: claim.expression)
  }

  /// A number as it was said: the vague word itself where it is one, else the number as it was hedged.
  package static func figure(_ quantity: Quantity, expression: String) -> String {
    quantity.qualifier == .indefinite && !expression.isEmpty ? expression : stated(quantity)
  }

  /// An interval; a dash where nothing is known.
  package static func interval(_ interval: Interval) -> String {
    switch (interval.low, interval.high) {
    case (let low?, let high?): low == high ? grouped(low) : "\(grouped(low))–\(grouped(high))"
    case (let low?, nil): "at least \(grouped(low))"
    case (nil, let high?): "at most \(grouped(high))"
    case (nil, nil): interval.best.map(grouped) ?? "—"
    }
  }

  /// A small number in words: `two origins` reads better than `2 origins`.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    let number = words.indices.contains(count) ? words[count] : grouped(count)
    return "\(number) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// Names in one phrase: `A, B and C`; of very many, the first and how many more.
  package static func list(_ names: [String], atMost limit: Int = 4) -> String {
    guard let last = names.last else { return "" }
    if names.count == 1 { return last }
    if names.count > limit {
      let more = names.count - limit + 1
      return names.prefix(limit - 1).joined(separator: ", ") + " and \(grouped(more)) more"
    }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
