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
  /// What is shown after an approval.
  public let postApproval: PostApprovalScreen?
  /// There is a page for after an approval, but nobody can read it.
  public let hasUnreadablePostApproval: Bool

  init(_ json: JSONValue?) {
    flipsButtons = json?["flipButtons"]?.bool ?? false
    blocksApprovalOnCall = json?["blockApprovalOnCall"]?.bool ?? false
    preApprovalScreens = Self.screens(json)
    templates = OperationTemplates(json?["templates"])
    let postApproval = json?["postApprovalScreen"]
    self.postApproval = postApproval.flatMap(PostApprovalScreen.init)
    hasUnreadablePostApproval = postApproval != nil && self.postApproval == nil
  }

  /// Servers since 2.0 send the plural; where it is present the singular does not count.
  ///
  /// A page that nobody can read becomes a warning with our own words: to drop it would be unsafe.
  private static func screens(_ json: JSONValue?) -> [PreApprovalScreen] {
    let members = ["preApprovalScreens", "preApprovalScreen"].compactMap { json?[$0] }
    guard let wish = members.first(where: { $0 != .null }) else { return [] }
    return (wish.array ?? [wish]).filter { $0 != .null }.compactMap {
      PreApprovalScreen($0) ?? PreApprovalScreen(["type": "WARNING"])
    }
  }
}
