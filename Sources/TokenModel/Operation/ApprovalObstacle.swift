extension UserOperation {
  /// Why this token keeps approving closed; nil when it can be approved.
  ///
  /// Known before anything is asked of the user or signed.
  public var approvalObstacle: ApprovalObstacle? {
    guard status == .pending else { return .notPending(status) }
    guard !ui.preApprovalScreens.contains(where: { $0.kind == .qrScan }) else {
      return .proximityCheck
    }
    return allowedSignature.approval == .unavailable
      ? .noUsableFactors(variants: allowedSignature.variants) : nil
  }
}
