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
        say("failures-operation.wants-biometry"),
        say("failures-operation.wants-biometry-means"),
        say("failures-operation.wants-biometry-next"))
  }
}
