import TokenModel

/// What went wrong with one exchange, before it is known what was asked.
enum ExchangeFault: Error, Equatable, Sendable {
  case transport(TransportFault)
  /// The server says no.
  case refusal(ServerRefusal)
  /// The server's words cannot be believed.
  case answer(AnswerFault)
}

extension ServerRefusal {
  /// The signature or the token was not accepted.
  var isUnauthorized: Bool { status == 401 || status == 403 }

  /// A temporary key was not accepted; the request was not carried out.
  var concernsTemporaryKey: Bool { code == "ERR_TEMPORARY_KEY" }

  /// A request was not opened: its temporary key or its time was not accepted. It was not carried out.
  var concernsEncryption: Bool { concernsTemporaryKey || code == "ERR_ENCRYPTION" }

  /// What servers also answer to a token request under a temporary key that they do not know any more.
  var mayConcernTemporaryKey: Bool {
    concernsEncryption || message == "POWER_AUTH_TOKEN_ERROR"
  }

  /// The server broke down over the request, could not reach the one behind it (409), or says OK in
  /// a way that it never does (201): what was done is not known.
  var isBreakdown: Bool {
    status >= 500 || (201..<300).contains(status) || code == "REMOTE_COMMUNICATION_ERROR"
  }
}
