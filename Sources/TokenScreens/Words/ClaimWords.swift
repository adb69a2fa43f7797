import FoundationEssentials
import TokenModel

/// What the bank says about the person, in rows: the standard claims by their meaning, others as
/// the bank calls them.
enum ClaimWords {
  /// Standard claims of OpenID Connect in the order in which people expect them.
  private static let labels = [
    ("name", "Name"), ("given_name", "Given name"), ("middle_name", "Middle name"),
    ("family_name", "Family name"), ("nickname", "Nickname"), ("preferred_username", "User name"),
    ("birthdate", "Born"), ("gender", "Gender"), ("email", "E-mail"), ("phone_number", "Phone"),
    ("address", "Address"), ("locale", "Language"), ("zoneinfo", "Time zone"),
    ("website", "Website"), ("profile", "Profile"), ("picture", "Picture"),
    ("sub", "Identifier"), ("updated_at", "As of"),
  ]

  /// Said beside another claim, or of the answer itself rather than of the person.
  private static let technical: Set = [
    "email_verified", "phone_number_verified", "iss", "aud", "azp", "iat", "exp", "nbf", "jti",
    "nonce", "auth_time", "at_hash", "c_hash", "acr", "amr",
  ]

  static func rows(_ info: UserInfo, _ now: Moment) -> [(label: String, value: String)] {
    labels.compactMap { claim, label in
      value(claim, info, now).map { (label, $0) }
    }
  }

  /// All that has no row of its own; nil when there is nothing.
  static func others(_ info: UserInfo) -> JSONValue? {
    let known = Set(labels.map(\.0)).union(technical)
    let rest = (info.claims.object ?? [:]).filter { !known.contains($0.key) && $0.value != .null }
    return rest.isEmpty ? nil : .object(rest)
  }

  private static func value(_ claim: String, _ info: UserInfo, _ now: Moment) -> String? {
    switch claim {
    case "email": verified(info.email, info.isEmailVerified)
    case "phone_number": verified(info.phoneNumber, info.isPhoneNumberVerified)
    case "address": info.address.map(safe) ?? parts(info.claims["address"])
    case "updated_at":
      info.updatedAt.map {
        TimeWords.full(Date(timeIntervalSince1970: Double($0)), in: now)
      }
    case "birthdate": info.birthdate.map(birthday)
    default:
      info.claims[claim]?.string.flatMap { $0.isEmpty ? nil : safe($0) }
    }
  }

  private static func verified(_ text: String?, _ isVerified: Bool) -> String? {
    text.map { safe($0) + (isVerified ? " (verified)" : " (not verified)") }
  }

  /// Year 0000 stands for a year that the person keeps to themselves.
  private static func birthday(_ date: String) -> String {
    date.hasPrefix("0000-") ? safe(String(date.dropFirst(5))) : safe(date)
  }

  private static func parts(_ address: JSONValue?) -> String? {
    let members = ["street_address", "postal_code", "locality", "region", "country"]
    let parts = members.compactMap { address?[$0]?.string }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : safe(parts.joined(separator: "\n"))
  }

  private static func safe(_ text: String) -> String { DisplayText(text).text }
}
