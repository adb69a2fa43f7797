import FoundationEssentials

/// One row of an operation's form.
public struct Attribute: Equatable, Sendable {
  public let id: String
  public let label: String
  public let content: Content

  /// The types of the Mobile Token API; a type that we do not know keeps only its label.
  public enum Content: Equatable, Sendable {
    case amount(Money)
    /// `isDynamic`: the rate may change until the approval.
    case conversion(source: Money, target: Money, isDynamic: Bool)
    case keyValue(String)
    case note(String)
    case heading(level: Int)
    case alert(Alert)
    case party(Party)
    case image(thumbnail: String, original: String?)
    case unknown(type: String)
  }

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
      self = .heading(level: Int(json["level"]?.int ?? 0))
    case "ALERT", "PARTY_INFO", "IMAGE":
      guard let content = Self.rich(type, json) else { return nil }
      self = content
    default:
      self = .unknown(type: type)
    }
  }

  private static func rich(_ type: String, _ json: JSONValue) -> Self? {
    switch type {
    case "ALERT":
      let alert = Attribute.Alert(
        kind: json["alertType"]?.string.flatMap(Attribute.Alert.Kind.init) ?? .info,
        title: json["title"]?.string, message: json["message"]?.string)
      return alert.title == nil && alert.message == nil ? nil : .alert(alert)
    case "PARTY_INFO":
      guard let party = json["partyInfo"], party.object != nil else { return nil }
      return .party(
        .init(
          name: party["name"]?.string, description: party["description"]?.string,
          websiteURL: party["websiteUrl"]?.string, logoURL: party["logoUrl"]?.string))
    default:
      return json["thumbnailUrl"]?.string.map {
        .image(thumbnail: $0, original: json["originalUrl"]?.string)
      }
    }
  }
}
