extension UserOperation {
  /// Why this token keeps approving closed; nil when it can be approved.
  ///
  /// Known before anything is asked of the user or signed. With `byBiometry` it is that for somebody
  /// who gives biometry instead of the PIN, where a second factor is asked for; `proximity` is the
  /// code that the user has taken from the bank's page.
  public func approvalObstacle(
    byBiometry: Bool = false, proximity: ProximityCheck?
  ) -> ApprovalObstacle? {
    guard status == .pending else { return .notPending(status) }
    guard proximity != nil || !ui.preApprovalScreens.contains(where: { $0.kind == .qrScan }) else {
      return .proximityCheck
    }
    let isAllowed =
      switch allowedSignature.approval {
      case .confirmation: true
      case .pin where byBiometry, .unavailable where byBiometry: allowedSignature.allowsBiometry
      case .pin: true
      case .unavailable: false
      }
    return isAllowed ? nil : .noUsableFactors(variants: allowedSignature.variants)
  }
}
