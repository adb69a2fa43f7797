/// What a language makes of a currency's code (ISO 4217, in capitals).
public struct Currency: Equatable, Sendable {
  public let code: String

  public init(code: String) { self.code = code }

  /// Digits that an amount shows at least; 0 for what is no state's money.
  public var fractionDigits: Int {
    if Self.withoutFraction.contains(code) { return 0 }
    if Self.withThreeDigits.contains(code) { return 3 }
    return isOfficial ? 2 : 0
  }

  /// Whether ISO 4217 lists it.
  public var isOfficial: Bool {
    Self.official.contains(code)
  }

  /// The sign, or the code where the language has none.
  public func symbol(in language: Language) -> String {
    let symbols =
      switch language {
      case .english: Self.englishSymbols
      case .czech: Self.czechSymbols
      }
    return symbols[code] ?? Self.commonSymbols[code] ?? code
  }

  private static let withoutFraction = codes(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
  private static let withThreeDigits = codes("BHD IQD JOD KWD LYD OMR TND")
  private static let official = codes(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYI UYU UZS VES
    VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """)
  private static let commonSymbols = [
    "BRL": "R$", "CAD": "CA$", "CNY": "CN¥", "EUR": "€", "GBP": "£", "HKD": "HK$", "KRW": "₩",
    "MXN": "MX$", "NZD": "NZ$", "TWD": "NT$", "VND": "₫", "XAF": "FCFA", "XCD": "EC$",
    "XPF": "CFPF",
  ]
  private static let englishSymbols = [
    "AUD": "A$", "ILS": "₪", "INR": "₹", "JPY": "¥", "USD": "$",
  ]
  private static let czechSymbols = [
    "AUD": "AU$", "CZK": "Kč", "JPY": "JP¥", "USD": "US$",
  ]

  private static func codes(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
