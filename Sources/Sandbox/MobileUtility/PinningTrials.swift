import FoundationEssentials
import PowerAuth
import TokenModel

/// `/v2/sandbox/pinning`: changes certificate and list while the sandbox runs; no bank has it.
enum PinningTrials {
  static let routes = [
    Route("GET", "v2/sandbox/pinning") { .bare(document($0)) },
    Route("PUT", "v2/sandbox/pinning", change),
    Route("POST", "v2/sandbox/pinning/certificate", rotate),
    Route("DELETE", "v2/sandbox/pinning/fingerprints", withdraw),
  ]

  /// `signatures` (right, wrong, missing), `expiresInSeconds` and `depth` of all that is published,
  /// and `domainsConfig`, which is sent as it is; what is absent stays.
  private static func change(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let year: Int64 = 366 * 86_400
    let signatures = try form.choice("signatures", of: FingerprintPublisher.Signatures.allCases)
    let seconds = try form.number("expiresInSeconds", in: -year...year)
    let depth = try form.number("depth", in: 0...10)
    let now = call.ledger.now / 1000
    call.fingerprints.change { state in
      if let signatures { state.signatures = signatures }
      if let domains = form.document("domainsConfig") {
        state.domains = domains == .null ? nil : domains
      }
      state.entries = state.entries.map { entry in
        PinEntry(
          name: entry.name, fingerprint: entry.fingerprint,
          expires: seconds.map { now + $0 } ?? entry.expires,
          depth: depth.map(Int.init) ?? entry.depth)
      }
    }
    return .bare(document(call))
  }

  /// Another certificate for new connections; `listed` (true) publishes it, too.
  private static func rotate(_ call: Call) throws -> SandboxResponse {
    guard let tls = call.fingerprints.tls else {
      throw Refusal(
        status: 400, code: "ERROR_REQUEST", message: "The sandbox was started without --tls.")
    }
    let isListed = try CloudForm(call).flag("listed") ?? true
    try tls.rotate()
    if isListed { call.fingerprints.publishCertificate(at: call.ledger.now / 1000) }
    return .bare(document(call))
  }

  private static func withdraw(_ call: Call) -> SandboxResponse {
    call.fingerprints.change { $0.entries = [] }
    return .bare(document(call))
  }

  private static func document(_ call: Call) -> JSONValue {
    let state = call.fingerprints.current
    var members = call.fingerprints.document(at: nil, signsEntries: false).object ?? [:]
    members["signatures"] = .string(state.signatures.rawValue)
    members["publicKey"] = .string(Base64.encode(call.fingerprints.signer.publicKey))
    if let tls = call.fingerprints.tls {
      members["certificate"] = [
        "sha256": .string(Base64.encode(tls.certificate.fingerprint)),
        "publicKeySha256": .string(Base64.encode(tls.certificate.publicKeyFingerprint)),
      ]
      members["connections"] = .number(Decimal(tls.connections))
      members["requestBytes"] = .number(Decimal(tls.requestBytes))
    }
    return .object(members)
  }
}
