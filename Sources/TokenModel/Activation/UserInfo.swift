import FoundationEssentials

/// What the bank says about the person: standard claims of OpenID Connect, all optional.
public struct UserInfo: Sendable, Equatable {
  /// The object as the server sent it; empty when it sent none.
  public let claims: JSONValue

  /// Anything but an object counts as no claims at all.
  public init(_ claims: JSONValue?) {
    self.claims = claims?.object == nil ? [:] : claims ?? [:]
  }

  /// Identifier of the person at the bank.
  public var subject: String? { text("sub") }
  public var name: String? { text("name") }
  public var givenName: String? { text("given_name") }
  public var middleName: String? { text("middle_name") }
  public var familyName: String? { text("family_name") }
  public var nickname: String? { text("nickname") }
  public var preferredUsername: String? { text("preferred_username") }
  public var profileURL: String? { text("profile") }
  public var pictureURL: String? { text("picture") }
  public var websiteURL: String? { text("website") }
  public var email: String? { text("email") }
  public var isEmailVerified: Bool { claims["email_verified"]?.bool ?? false }
  public var phoneNumber: String? { text("phone_number") }
  public var isPhoneNumberVerified: Bool { claims["phone_number_verified"]?.bool ?? false }
  public var gender: String? { text("gender") }
  /// `YYYY-MM-DD`, or a year alone; year 0000 where the person hides it.
  public var birthdate: String? { text("birthdate") }
  /// Such as `Europe/Prague`.
  public var zoneInfo: String? { text("zoneinfo") }
  public var locale: String? { text("locale") }
  /// The whole address in lines, where there is one.
  public var address: String? { text("formatted", in: claims["address"]) }
  /// Seconds since 1970.
  public var updatedAt: Int64? { claims["updated_at"]?.int }

  private func text(_ claim: String) -> String? { text(claim, in: claims) }

  private func text(_ claim: String, in object: JSONValue?) -> String? {
    guard let text = object?[claim]?.string, !text.isEmpty else { return nil }
    return text
  }
}
