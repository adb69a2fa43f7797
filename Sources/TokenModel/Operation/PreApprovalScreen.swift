/// A page that the user must have seen before approving (Mobile Token API, section 7).
///
/// One form for both versions of the wire: the singular of older servers is turned into it. Missing
/// texts never drop a page, which would be unsafe: servers send a fraud warning without any.
public struct PreApprovalScreen: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case warning, info
    /// A code must be scanned first: the proof that the user stands before the bank's page.
    case qrScan
    /// A kind of a newer server, by its name.
    case unknown(String)
  }

  /// By which a visit is recorded; the name of the kind where the server sends none.
  public let id: String
  public let kind: Kind
  /// Nil or blank texts are replaced by the program's own words.
  public let heading: String?
  public let message: String?
  /// Name of a picture in the bank's own program; there is nothing behind it here.
  public let image: String?
  /// The bank wants a way back to the page before.
  public let hasBackButton: Bool
  public let elements: [PreApprovalElement]
  public let controls: PreApprovalControls

  /// Nil for anything but an object.
  ///
  /// Of servers before 2.0 the items become elements and the slider a control, wherever they stand.
  init?(_ json: JSONValue) {
    guard json.object != nil else { return nil }
    let type = json["type"]?.string ?? ""
    kind = Kind(wire: type)
    let id = json["id"]?.string ?? ""
    self.id = !id.isEmpty ? id : type.isEmpty ? "UNKNOWN" : type
    heading = json["heading"]?.string
    message = json["message"]?.string
    image = json["image"]?.string
    hasBackButton = json["backButton"]?.bool ?? false
    let items = json["items"]?.array?.compactMap(\.string) ?? []
    elements =
      items.compactMap { PreApprovalElement(listed: $0) }
      + (json["elements"]?.array?.compactMap { PreApprovalElement($0) } ?? [])
    controls =
      json["controls"]?.object == nil
      ? PreApprovalControls(approvalType: json["approvalType"]?.string)
      : PreApprovalControls(json["controls"])
  }
}

extension PreApprovalScreen.Kind {
  init(wire: String) {
    switch wire {
    case "WARNING": self = .warning
    case "INFO": self = .info
    case "QR_SCAN": self = .qrScan
    default: self = .unknown(wire)
    }
  }
}
