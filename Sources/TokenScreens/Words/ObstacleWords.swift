import TokenModel

extension FailureWords {
  /// Why approving `operation` is closed here; nil when biometry opens it.
  static func closed(
    _ obstacle: ApprovalObstacle, _ operation: UserOperation, hasBiometry: Bool
  ) -> FailureWords? {
    guard case .noUsableFactors = obstacle, operation.allowedSignature.allowsBiometry else {
      return FailureWords(.approvalClosed(obstacle))
    }
    return hasBiometry
      ? nil
      : FailureWords(
        "Your bank takes biometry for this operation, and none is set up here.",
        "A PIN does not count. Nothing was signed.",
        "Set it up in the settings under Biometry, or use your bank's other means.")
  }
}
