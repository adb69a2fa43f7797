import TokenModel

/// The code of the bank's page, as far as the operation's page is concerned.
extension OperationScreen.State {
  /// The bank has said that it wants one; some want one without saying so.
  var wantsCode: Bool { operation.ui.preApprovalScreens.contains { $0.kind == .qrScan } }

  /// Nothing but the code keeps the approval closed.
  var lacksCode: Bool {
    operation.approvalObstacle(proximity: evidence.proximity) == .proximityCheck
  }

  var codeKey: KeyBinding<OperationScreen.Action> {
    KeyBinding(
      ProximityScreen.key, label: wantsCode ? say("links.code-key") : "",
      help: say("links.code-help"), action: .takeCode)
  }

  /// Nothing of it stays when the user goes away.
  mutating func forgetCode() {
    guard evidence.proximity != nil else { return }
    evidence.proximity = nil
    // The bank's pages are read anew: the one that wants the code lets nobody by without it.
    acknowledged = 0
    // The text has said that the code is here.
    relayOut()
  }

  /// Says what stands with the code, where there is anything to say.
  func writeCode(_ page: inout TextPage) {
    guard fate == .pending, evidence.proximity != nil else { return }
    page.text(say("links.code-here"), Style(.success), sign: "✓")
  }
}
