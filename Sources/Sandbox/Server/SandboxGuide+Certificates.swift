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

  /// The calls that change certificate and list, under their heading; empty without TLS.
  var certificateCalls: [String] {
    guard authorityFile != nil else { return [] }
    return [
      "",
      "Certificates, and the list of them (signed entry by entry: \(baseURL)/fingerprints.json):",
      "",
      "# What is shown and published; how many bytes of requests came",
      call("GET", "sandbox/pinning"),
      "# Another certificate, which the list does not have, or has",
      call("POST", "sandbox/pinning/certificate", #"{"listed": false}"#),
      call("POST", "sandbox/pinning/certificate"),
      "# A list that has expired, that is for issuers, that is signed wrongly, that is right again",
      call("PUT", "sandbox/pinning", #"{"expiresInSeconds": -1}"#),
      call("PUT", "sandbox/pinning", #"{"depth": 1}"#),
      call("PUT", "sandbox/pinning", #"{"signatures": "wrong"}"#),
      call(
        "PUT", "sandbox/pinning",
        #"{"signatures": "right", "depth": 0, "expiresInSeconds": 7776000}"#),
      "# Withdraw all that was published",
      call("DELETE", "sandbox/pinning/fingerprints"),
    ]
  }
}
