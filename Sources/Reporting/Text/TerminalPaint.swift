import Reconciliation

/// Colours for a terminal; paints nothing where colour is off.
///
/// Colour never tells what words do not.
struct TerminalPaint {
  var isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func heading(_ text: String) -> String { paint(text, "1;4") }

  /// A grade, from green to red.
  func grade(_ grade: Grade, _ text: String) -> String {
    switch grade {
    case .confirmed: paint(text, "32")
    case .fair: paint(text, "36")
    case .weak: paint(text, "33")
    case .contested: paint(text, "31")
    }
  }

  /// A perspective, in the colours of the plots.
  func perspective(_ perspective: Perspective, _ text: String) -> String {
    switch perspective {
    case .own: paint(text, "34")
    case .adversary: paint(text, "31")
    case .ally: paint(text, "35")
    case .thirdParty: paint(text, "32")
    case .unknown: text
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
