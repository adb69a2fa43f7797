import FoundationEssentials
import TokenModel

/// What the bank says about the person, in rows: the standard claims by their meaning, others as
/// the bank calls them.
enum ClaimWords {
  /// Standard claims of OpenID Connect in the order in which people expect them.
  private static let labels: [(String, Phrase)] = [
    ("name", Phrase("claims.name")),
    ("given_name", Phrase("claims.given-name")),
    ("middle_name", Phrase("claims.middle-name")),
    ("family_name", Phrase("claims.family-name")),
    ("nickname", Phrase("claims.nickname")),
    ("preferred_username", Phrase("claims.preferred-username")),
    ("birthdate", Phrase("claims.birthdate")),
    ("gender", Phrase("claims.gender")),
    ("email", Phrase("claims.email")),
    ("phone_number", Phrase("claims.phone-number")),
    ("address", Phrase("claims.address")),
    ("locale", Phrase("claims.locale")),
    ("zoneinfo", Phrase("claims.zoneinfo")),
    ("website", Phrase("claims.website")),
    ("profile", Phrase("claims.profile")),
    ("picture", Phrase("claims.picture")),
    ("sub", Phrase("claims.sub")),
    ("updated_at", Phrase("claims.updated-at")),
  ]

  /// Said beside another claim, or of the answer itself rather than of the person.
  private static let technical: Set = [
    "email_verified", "phone_number_verified", "iss", "aud", "azp", "iat", "exp", "nbf", "jti",
    "nonce", "auth_time", "at_hash", "c_hash", "acr", "amr",
  ]

  static func rows(_ info: UserInfo, _ now: Moment) -> [(label: String, value: String)] {
    labels.compactMap { claim, label in
      value(claim, info, now).map { (say(label), $0) }
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
    case "birthdate": info.birthdate.map { DateForm.day(safe($0)) }
    default:
      info.claims[claim]?.string.flatMap { $0.isEmpty ? nil : safe($0) }
    }
  }

  private static func verified(_ text: String?, _ isVerified: Bool) -> String? {
    text.map {
      isVerified
        ? say("claims.verified", ["value": safe($0)])
        : say("claims.unverified", ["value": safe($0)])
    }
  }

  private static func parts(_ address: JSONValue?) -> String? {
    let members = ["street_address", "postal_code", "locality", "region", "country"]
    let parts = members.compactMap { address?[$0]?.string }.filter { !$0.isEmpty }
    return parts.isEmpty ? nil : safe(parts.joined(separator: "\n"))
  }

  private static func safe(_ text: String) -> String { DisplayText(text).text }
}
