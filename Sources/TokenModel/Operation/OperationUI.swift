/// The bank's wishes about the screens around an operation (`ui`); all optional.
public struct OperationUI: Equatable, Sendable {
  /// Approve and reject change places and looks.
  public let flipsButtons: Bool
  /// The user should be asked whether somebody is on the phone with them.
  public let blocksApprovalOnCall: Bool
  /// Pages to acknowledge before the decision, in order.
  public let preApprovalScreens: [PreApprovalScreen]
  /// How the list and the page of the operation are to be laid out.
  public let templates: OperationTemplates?

  init(_ json: JSONValue?) {
    flipsButtons = json?["flipButtons"]?.bool ?? false
    blocksApprovalOnCall = json?["blockApprovalOnCall"]?.bool ?? false
    // Servers since 2.0 send the plural; where it is present the singular does not count.
    let screens = json?["preApprovalScreens"]?.array ?? json?["preApprovalScreen"].map { [$0] }
    preApprovalScreens = screens?.compactMap(PreApprovalScreen.init) ?? []
    templates = OperationTemplates(json?["templates"])
  }
}

/// A page that the user must have seen before approving.
public struct PreApprovalScreen: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case warning, info
    /// A code must be scanned first: the proof that the user stands before the bank's page.
    case qrScan
    case unknown(String)
  }

  public let kind: Kind
  /// Nil or blank texts are replaced by the program's own words; servers may send none.
  public let heading: String?
  public let message: String?
  public let items: [String]
  /// The bank wants a deliberate gesture, not a plain key press.
  public let wantsSlider: Bool

  /// Nil for anything but an object; missing texts never drop the page, which would be unsafe.
  init?(_ json: JSONValue) {
    guard json.object != nil else { return nil }
    kind = Kind(wire: json["type"]?.string ?? "")
    heading = json["heading"]?.string
    message = json["message"]?.string
    let elements = json["elements"]?.array?.compactMap { $0["text"]?.string } ?? []
    items = (json["items"]?.array?.compactMap(\.string) ?? []) + elements
    wantsSlider =
      json["approvalType"]?.string == "SLIDER"
      || json["controls"]?["approve"]?["type"]?.string == "SLIDER"
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
