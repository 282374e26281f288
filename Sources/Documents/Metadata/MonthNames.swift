/// The months' names and abbreviations in the languages that news is published in.
enum MonthNames {
  /// The month of a lower-case word, 1 to 12; nil where it names none.
  static func month(of word: String) -> Int? {
    months[word]
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for line in names {
      for (index, cell) in line.split(separator: " ").enumerated() {
        for name in cell.split(separator: "/") where months[String(name)] == nil {
          months[String(name)] = index + 1
        }
      }
    }
    return months
  }()

  /// A language a line, the twelve months in order, other spellings behind a slash.
  private static let names = [
    // English
    """
    january/jan february/feb march/mar april/apr may june/jun july/jul august/aug \
    september/sep/sept october/oct november/nov december/dec
    """,
    // French
    """
    janvier/janv février/fevrier/févr/fevr mars avril/avr mai juin juillet/juil août/aout \
    septembre octobre novembre décembre/decembre/déc
    """,
    // Spanish
    """
    enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre \
    noviembre diciembre/dic
    """,
    // Portuguese
    """
    janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro/set outubro/out \
    novembro dezembro/dez
    """,
    // Italian
    """
    gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/sett \
    ottobre/ott novembre dicembre
    """,
    // German
    """
    januar/jänner/jaenner februar/feber märz/maerz/mär april mai juni juli august september \
    oktober/okt november dezember
    """,
    // Dutch
    """
    januari februari maart/mrt april mei juni juli augustus september oktober november december
    """,
    // Polish
    """
    stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec \
    lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad \
    grudnia/grudzień
    """,
    // Turkish
    """
    ocak şubat/subat mart nisan mayıs/mayis haziran temmuz ağustos/agustos eylül/eylul ekim \
    kasım/kasim aralık/aralik
    """,
    // Russian
    """
    января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн \
    июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт \
    ноября/ноябрь/ноя декабря/декабрь/дек
    """,
    // Ukrainian
    """
    січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень \
    липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень
    """,
    // Arabic, with the Levantine names of one word
    """
    يناير فبراير/شباط مارس/آذار/اذار أبريل/ابريل/نيسان مايو/أيار/ايار يونيو/حزيران يوليو/تموز \
    أغسطس/اغسطس/آب سبتمبر/أيلول/ايلول أكتوبر/اكتوبر نوفمبر ديسمبر
    """,
  ]
}
