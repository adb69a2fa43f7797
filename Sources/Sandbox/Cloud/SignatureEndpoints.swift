import PowerAuth
import TokenModel

/// `/v2/signature`: how a bank's own server learns whether a request was signed by a device.
enum SignatureEndpoints {
  static let routes = [
    Route("POST", "v2/signature/verify", verify),
    Route("POST", "v2/signature/offline/verify", verifyOffline),
    Route("POST", "v2/signature/device/verify", verifyDevice),
  ]

  private enum Method: String, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  /// The header that a client sent with a request, and the request: body or parameters.
  private static func verify(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    guard let method = try form.choice("method", of: Method.allCases) else {
      throw CloudFault.invalid("method", nil, "must not be blank")
    }
    let uriID = try form.required("uriId")
    guard let header = try? SignatureHeader(parsing: try form.content("authHeader")) else {
      throw CloudFault.signatureInvalid
    }
    let body = method == .get ? canonical(try form.texts("queryParams")) : nil
    let base = header.signedData(
      method: method.rawValue, uriId: uriID, body: try body ?? form.bytes("requestBody"),
      applicationSecret: call.ledger.application.credentials.applicationSecret)
    let verdict = try SignatureGate.verify(header, base: base, in: call.ledger)
    return .bare(document(verdict, id: header.activationID, tried: header.factors))
  }

  /// Parameters as a client signs them.
  private static func canonical(_ parameters: [String: String]) -> [UInt8] {
    let query = parameters.map { "\(encoded($0.key))=\(encoded($0.value))" }
    return Array((SignedRequestData.canonicalQuery(query.joined(separator: "&")) ?? "").utf8)
  }

  /// Enough for the characters that have a meaning in a query.
  private static func encoded(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("&", with: "%26").replacing("=", with: "%3D")
      .replacing("+", with: "%2B")
  }

  /// The digits that a person read off the token.
  private static func verifyOffline(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let id = try form.required("registrationId")
    let base = SignedRequestData(
      offlineUriId: try form.required("uriId"), nonce: try form.bytes("nonce"),
      body: Array(try form.content("data").utf8))
    let factors: [Factors] =
      try form.flag("allowBiometry") == true
      ? [.possessionKnowledge, .possessionBiometry] : [.possessionKnowledge]
    let length = try form.number("componentLength", in: 4...8) ?? 8
    let verdict = try SignatureGate.verify(
      offline: try form.required("signature"), of: id, anyBase: [base], anyOf: factors,
      length: Int(length), in: call.ledger)
    return .bare(document(verdict, id: id, tried: factors[0]))
  }

  /// A signature by the device's own key over any data, or a token that it signed; nothing is counted.
  private static func verifyDevice(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let id = try form.required("registrationId")
    guard let device = try call.ledger.registration(id)?.device else {
      throw CloudFault.registrationNotFound
    }
    var answer: [String: JSONValue] = ["registrationId": .string(id)]
    let token = try form.content("jwt")
    if token.isEmpty {
      let encoding = try form.choice("format", of: DeviceFormat.allCases)?.encoding ?? .der
      answer["signatureValid"] = .bool(
        DeviceSignature.isValid(
          try form.bytes("signature"), of: try form.bytes("data"), by: device.publicKey,
          encoding: encoding))
    } else {
      answer["claims"] = try? DeviceJWT.verify(token, by: device.publicKey)
      answer["signatureValid"] = .bool(answer["claims"] != nil)
    }
    return .bare(.object(answer))
  }

  private enum DeviceFormat: String, CaseIterable {
    case der, raw

    var encoding: SignatureEncoding {
      switch self {
      case .der: .der
      case .raw: .raw
      }
    }
  }

  private static func document(
    _ verdict: SignatureGate.Verdict, id: String, tried factors: Factors
  ) -> JSONValue {
    var members: [String: JSONValue] = [
      "signatureValid": .bool(verdict.isValid), "registrationId": .string(id),
      "registrationStatus": .string(
        (verdict.registration?.state ?? ActivationState.removed).rawValue),
    ]
    guard let registration = verdict.registration else { return .object(members) }
    members["userId"] = .string(registration.userID)
    members["applicationId"] = .string(registration.applicationID)
    members["flags"] = .array(registration.flags.map(JSONValue.string))
    members["blockedReason"] = registration.blockedReason.map(JSONValue.string)
    members["signatureType"] = .string((verdict.factors ?? factors).rawValue.uppercased())
    members["remainingAttempts"] = .number(
      .init(ServerRules.maxFailedAttempts - registration.failedAttempts))
    return .object(members)
  }
}
