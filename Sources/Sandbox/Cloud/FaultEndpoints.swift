import TokenModel

/// `/v2/sandbox/faults`: makes things go wrong while the sandbox runs; no bank has such an address.
enum FaultEndpoints {
  static let routes = [
    Route("GET", "v2/sandbox/faults") { .bare($0.faults.document) },
    Route("PUT", "v2/sandbox/faults", change),
  ]

  /// What is absent is well again.
  private static func change(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let year: Int64 = 366 * 86_400
    var faults = SandboxFaults(
      lostAnswers: try form.list("lostAnswers") ?? [],
      delayMilliseconds: Int(try form.number("delayMilliseconds", in: 0...60_000) ?? 0),
      clockShiftSeconds: Int(try form.number("clockShiftSeconds", in: -year...year) ?? 0),
      counterSteps: Int(try form.number("counterSteps", in: 0...1000) ?? 0))
    faults.missingEndpoints = try form.list("missingEndpoints") ?? []
    faults.refusesRename = try form.flag("refusesRename") ?? false
    faults.opensVaultByBiometry = try form.flag("opensVaultByBiometry") ?? false
    faults.temporaryKeyLifeSeconds = try form.number(
      "temporaryKeyLifeSeconds", in: 0...86_400
    ).map(Int.init)
    faults.refusesPush = try form.flag("refusesPush") ?? false
    faults.signInError = try form.optional("signInError")
    call.setFaults(faults)
    return .bare(faults.document)
  }
}

extension SandboxFaults {
  fileprivate var document: JSONValue {
    var members: [String: JSONValue] = [
      "lostAnswers": .array(lostAnswers.map(JSONValue.string)),
      "delayMilliseconds": .number(.init(delayMilliseconds)),
      "clockShiftSeconds": .number(.init(clockShiftSeconds)),
      "counterSteps": .number(.init(counterSteps)),
      "missingEndpoints": .array(missingEndpoints.map(JSONValue.string)),
      "refusesRename": .bool(refusesRename),
      "opensVaultByBiometry": .bool(opensVaultByBiometry),
      "refusesPush": .bool(refusesPush),
    ]
    members["temporaryKeyLifeSeconds"] = temporaryKeyLifeSeconds.map { .number(.init($0)) }
    members["signInError"] = signInError.map(JSONValue.string)
    return .object(members)
  }
}
