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

  /// A gateway answered in the server's place, and what the server did is not known.
  var isOfGateway: Bool { code.isEmpty && (502...504).contains(status) }
}
