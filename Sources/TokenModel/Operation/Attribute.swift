import FoundationEssentials

/// One row of an operation's form.
public struct Attribute: Equatable, Sendable {
  /// What templates call it by; empty where the server sent none.
  public let id: String
  /// Empty where the server sent none.
  public let label: String
  public let content: Content

  /// The types of the Mobile Token API; a type that we do not know keeps only its label.
  public enum Content: Equatable, Sendable {
    case amount(Money)
    /// `isDynamic`: the rate may change until the approval.
    case conversion(source: Money, target: Money, isDynamic: Bool)
    case keyValue(String)
    case note(String)
    /// Level 0 stands above all others.
    case heading(level: Int)
    case alert(Alert)
    case party(Party)
    /// Without an original there is nothing behind the thumbnail.
    case image(thumbnail: String, original: String?)
    case unknown(type: String)
  }

  /// Something that the bank wants to be noticed; both texts may be absent.
  public struct Alert: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case success = "SUCCESS"
      case info = "INFO"
      case warning = "WARNING"
      case error = "ERROR"
    }
    public let kind: Kind
    public let title: String?
    public let message: String?
  }

  /// Who is paid or asks; servers may leave out any of it.
  public struct Party: Equatable, Sendable {
    public let name: String?
    public let description: String?
    public let websiteURL: String?
    public let logoURL: String?
  }

  /// Nil when the value that its type promises is missing.
  init?(_ json: JSONValue) {
    guard json.object != nil, let content = Content(json) else { return nil }
    id = json["id"]?.string ?? ""
    label = json["label"]?.string ?? ""
    self.content = content
  }
}

extension Attribute.Content {
  /// Deeper headings look alike.
  private static let deepestLevel: Int64 = 9

  init?(_ json: JSONValue) {
    let type = json["type"]?.string ?? ""
    switch type {
    case "AMOUNT":
      guard let money = Money(json, prefix: "") else { return nil }
      self = .amount(money)
    case "AMOUNT_CONVERSION":
      guard let source = Money(json, prefix: "source"), let target = Money(json, prefix: "target")
      else { return nil }
      self = .conversion(source: source, target: target, isDynamic: json["dynamic"]?.bool ?? false)
    case "KEY_VALUE":
      guard let value = json["value"]?.string else { return nil }
      self = .keyValue(value)
    case "NOTE":
      guard let note = json["note"]?.string else { return nil }
      self = .note(note)
    case "HEADING":
      self = .heading(level: Int(max(0, min(json["level"]?.int ?? 0, Self.deepestLevel))))
    case "ALERT": self = .alert(Self.alert(json))
    case "PARTY_INFO", "IMAGE":
      guard let content = Self.rich(type, json) else { return nil }
      self = content
    default:
      self = .unknown(type: type)
    }
  }

  /// A warning is never left out, not even one without words.
  private static func alert(_ json: JSONValue) -> Attribute.Alert {
    Attribute.Alert(
      kind: json["alertType"]?.string.flatMap(Attribute.Alert.Kind.init) ?? .info,
      title: json["title"]?.string, message: json["message"]?.string)
  }

  private static func rich(_ type: String, _ json: JSONValue) -> Self? {
    guard type == "PARTY_INFO" else {
      return json["thumbnailUrl"]?.string.map {
        .image(thumbnail: $0, original: json["originalUrl"]?.string)
      }
    }
    guard let party = json["partyInfo"], party.object != nil else { return nil }
    return .party(
      .init(
        name: party["name"]?.string, description: party["description"]?.string,
        websiteURL: party["websiteUrl"]?.string, logoURL: party["logoUrl"]?.string))
  }
}
