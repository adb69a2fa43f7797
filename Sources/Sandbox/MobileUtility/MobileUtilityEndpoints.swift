import PowerAuth
import TokenModel

/// The mobile utility server: which certificates the bank's servers have (sections 15.2 and 15.4).
enum MobileUtilityEndpoints {
  static let routes = [
    Route("GET", "app/init", initialize),
    Route("GET", "app/init/public-key", publicKey),
    // What a bank without such a server publishes: a file whose entries are signed.
    Route("GET", "fingerprints.json") { call in
      .bare(call.fingerprints.document(at: nil, signsEntries: true))
    },
  ]

  private static let challengeSizes = 16...32

  /// What is said after a good challenge is signed, refusals included.
  private static func initialize(_ call: Call) -> SandboxResponse {
    guard isKnown(call) else { return fault(404, "APP_NOT_FOUND", "Application was not found.") }
    let header = call.request.header(FingerprintSignature.challengeHeader)
    guard let challenge = header, let bytes = Base64.decode(challenge),
      challengeSizes.contains(bytes.count)
    else { return fault(403, "INVALID_CHALLENGE", "The challenge is missing or wrong.") }
    var answer = refusal(call) ?? .bare(document(call))
    answer.signature = call.fingerprints.signature(of: answer.body, challenge: challenge)
    return answer
  }

  private static func document(_ call: Call) -> JSONValue {
    call.fingerprints.document(at: call.ledger.now / 1000, signsEntries: false)
  }

  private static func publicKey(_ call: Call) -> SandboxResponse {
    guard isKnown(call) else {
      return fault(404, "PUBLIC_KEY_NOT_FOUND", "Public key was not found.")
    }
    return .bare(["publicKey": .string(Base64.encode(call.fingerprints.signer.publicKey))])
  }

  private static func isKnown(_ call: Call) -> Bool {
    call.request.queryValue("appName") == SandboxApplication.defaultID
  }

  /// Other platforms and other forms of versions than the server knows.
  private static func refusal(_ call: Call) -> SandboxResponse? {
    let platform = call.request.queryValue("platform")
    let version = call.request.queryValue("appVersion")
    guard platform.map({ ["ANDROID", "IOS"].contains($0) }) ?? true,
      version.map({ $0.wholeMatch(of: /\d+\.\d+\.\d+(-.*)?/) != nil }) ?? true
    else {
      return Refusal(status: 400, code: "ERROR_REQUEST", message: "Invalid request.").response
    }
    return nil
  }

  /// The errors of its own come without the envelope.
  private static func fault(_ status: Int, _ code: String, _ message: String) -> SandboxResponse {
    SandboxResponse(status: status, json: ["code": .string(code), "message": .string(message)])
  }
}
