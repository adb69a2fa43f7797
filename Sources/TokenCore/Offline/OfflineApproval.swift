import PowerAuth
import TokenModel

extension Token {
  /// What server and token call an offline approval, unless the bank has agreed on another name.
  public static let offlineApprovalURI = "/operation/authorize/offline"

  /// Reads the text of a QR code; nothing of it is given out unless the bank has signed it.
  ///
  /// Throws `offline` for a text of another form and `forgedData` for a signature that does not
  /// hold. Asks nobody; a text for one activation needs that activation here.
  public func offlineOperation(_ text: String) throws(TokenFailure) -> OfflineOperation {
    let operation: OfflineOperation
    do { operation = try OfflineOperation(parsing: text) } catch { throw .offline(error) }
    try requireAuthentic(operation)
    return operation
  }

  /// Computes the code that approves an offline operation at the bank: one group for each factor.
  ///
  /// No network is used: neither status nor time nor key is asked of anybody. The advanced counter is
  /// durable before the code exists. A wrong PIN gives a wrong code, and nobody can notice it here;
  /// an unknown finger gives none. A group has `length` digits, 4 to 8.
  public func approveOffline(
    _ operation: OfflineOperation, with factor: SecondFactor,
    uriID: String = offlineApprovalURI, length: Int = OfflineSignature.defaultLength
  ) async throws(TokenFailure) -> OfflineCode {
    try requireAuthentic(operation)
    guard factor != .biometry || operation.flags.allowsBiometry else {
      throw .approvalClosed(.noUsableFactors(variants: [Factors.possessionKnowledge.rawValue]))
    }
    try requireOfflineSigning()
    let call = SignedCall("", uriID: uriID, with: factor)
    let presented = try await present(call, countsUnknownPerson: false)
    return try await alone { (token) async throws(TokenFailure) in
      // The server does not see this signature for a while: look at its counter before the next.
      token.synchronizedActivation = nil
      try token.requireOfflineSigning()
      return try token.code(of: operation, call, presented, length: length)
    }
  }

  /// Computes one code; only while signing alone.
  private func code(
    of operation: OfflineOperation, _ call: SignedCall, _ presented: PresentedFactor, length: Int
  ) throws(TokenFailure) -> OfflineCode {
    let base = SignedRequestData(
      offlineUriId: call.uriID, nonce: operation.nonce, body: Array(operation.signedContent.utf8))
    return try signOnce(presented, isForCode: true) { activation, keys in
      let digits = try OfflineSignature.compute(
        base: base, keys: keys, factors: call.factors, counter: activation.record.counter,
        length: min(max(length, 4), 8))
      // The activation as it stood before this code was counted.
      return OfflineCode(digits: Secret(Array(digits.utf8)), unseen: activation.unseenCodes + 1)
    }
  }

  private func requireAuthentic(_ operation: OfflineOperation) throws(TokenFailure) {
    let key: ServerKey =
      switch operation.signer {
      case .master: .master
      case .personalized: .personalized
      }
    try verify(operation.signature, of: operation.signedBytes, by: key)
  }

  /// An activation of protocol 2 signs with nothing that we compute.
  private func requireOfflineSigning() throws(TokenFailure) {
    switch try requireActivation().record.generation {
    case .v3: return
    case .v2, .upgrading: throw .upgradePending
    }
  }
}
