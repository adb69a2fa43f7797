import TokenModel

/// The code of the bank's page, as far as the operation's page is concerned.
extension OperationScreen.State {
  /// The bank has said that it wants one; some want one without saying so.
  var wantsCode: Bool { operation.ui.preApprovalScreens.contains { $0.kind == .qrScan } }

  var codeKey: KeyBinding<OperationScreen.Action> {
    KeyBinding(
      ProximityScreen.key, label: wantsCode ? say("links.code-key") : "",
      help: say("links.code-help"), action: .takeCode)
  }

  /// Nothing of it stays when the user goes away.
  mutating func forgetCode() {
    guard evidence.proximity != nil else { return }
    evidence.proximity = nil
    // The text has said that the code is here.
    relayOut()
  }

  /// Says what stands with the code, where there is anything to say.
  func writeCode(_ page: inout TextPage) {
    guard fate == .pending else { return }
    if evidence.proximity != nil {
      page.text(say("links.code-here"), Style(.success), sign: "✓")
    } else if wantsCode {
      page.text(say("links.code-wanted"), Style(.warning), sign: "!")
    }
  }
}
