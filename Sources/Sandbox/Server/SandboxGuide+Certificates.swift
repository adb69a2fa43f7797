extension SandboxGuide {
  /// What pins the certificates of a sandbox with TLS; empty without.
  var pins: [String] {
    guard let authorityFile else { return [] }
    return [
      "ca_file = \"\(authorityFile)\"",
      "pin_service_url = \"\(baseURL)/app/init?appName=\(SandboxApplication.defaultID)\"",
      "pin_public_key = \"\(fingerprintKey)\"",
      "pin_challenge = true",
    ]
  }

  /// The calls that change certificate and list; empty without TLS.
  ///
  /// Shown and published; another certificate, unlisted and listed; a list that has expired, that is
  /// for issuers, that is signed wrongly; right again; withdrawn.
  public var certificateCalls: [Entry] {
    guard authorityFile != nil else { return [] }
    return [
      call(nil, "GET", "sandbox/pinning"),
      call(nil, "POST", "sandbox/pinning/certificate", #"{"listed": false}"#),
      call(nil, "POST", "sandbox/pinning/certificate"),
      call(nil, "PUT", "sandbox/pinning", #"{"expiresInSeconds": -1}"#),
      call(nil, "PUT", "sandbox/pinning", #"{"depth": 1}"#),
      call(nil, "PUT", "sandbox/pinning", #"{"signatures": "wrong"}"#),
      call(
        nil, "PUT", "sandbox/pinning",
        #"{"signatures": "right", "depth": 0, "expiresInSeconds": 7776000}"#),
      call(nil, "DELETE", "sandbox/pinning/fingerprints"),
    ]
  }
}
