import TokenModel

/// The words of a page before approval; servers may send none, and the page must stand all the same.
public struct PreApprovalWords: Equatable, Sendable {
  public let sign: String
  public let heading: String
  public let message: String
  public let items: [String]

  /// The server's texts, made safe, and ours where it sent none.
  public init(_ screen: PreApprovalScreen) {
    let own = Self.standard(screen.kind)
    sign = own.sign
    heading = Self.safe(screen.heading) ?? own.heading
    message = Self.safe(screen.message) ?? own.message
    items = screen.items.compactMap { Self.safe($0) }
  }

  private static func standard(
    _ kind: PreApprovalScreen.Kind
  ) -> (sign: String, heading: String, message: String) {
    switch kind {
    case .warning:
      (
        "!", "Stop and think",
        "Your bank sees a risk of fraud here. Does somebody press you to approve this, on the "
          + "phone or in a message? Then do not. Your bank never asks you to move money to safety."
      )
    case .info, .unknown:
      (
        "i", "Before you approve",
        "Your bank wants you to stop here for a moment. Read on with care."
      )
    case .qrScan:
      ("i", "A code must be scanned", "Your bank's page shows a code that must be scanned first.")
    }
  }

  /// Nil for an absent or blank text.
  private static func safe(_ text: String?) -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return DisplayText(text).text
  }
}

extension OperationText {
  /// The question that stops an approval under pressure; nil where the bank does not want it.
  public static func callWarning(_ operation: UserOperation) -> String? {
    operation.ui.blocksApprovalOnCall ? onCall : nil
  }

  static let onCall =
    "If somebody on the phone tells you to approve this, stop and call your bank."
}
