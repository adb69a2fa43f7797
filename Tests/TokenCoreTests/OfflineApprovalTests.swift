import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct OfflineApprovalTests {
  let store = MemoryStore()
  let reader = MemoryBiometry()
  static let nonce: [UInt8] = Array(1...16)
  static let content = "op-1&A1*A100CZK"

  /// An activation whose server cannot be reached any more.
  private func world(_ version: ProtocolVersion = .v3_3) async throws -> TokenWorld {
    let world = try TokenWorld(version: version, store: store, biometry: [reader])
    try await world.activate()
    try await world.token.addBiometry(pin: world.rightPIN)
    await world.server.breaking { _, _ in .unreachable }
    return world
  }

  private func text(
    _ world: TokenWorld, _ key: ServerKey = .personalized, flags: String = "B",
    totp: [String] = []
  ) async -> String {
    let lines =
      ["op-1", "Payment", "Please confirm", "A1*A100CZK", flags] + totp
      + [Base64.encode(Self.nonce), String(key.rawValue)]
    let signed = lines.joined(separator: "\n")
    return signed + Base64.encode(await world.server.sign(Array(signed.utf8), by: key))
  }

  private func isAccepted(
    _ code: OfflineCode, _ world: TokenWorld, _ content: String = content,
    uriID: String = Token.offlineApprovalURI, factors: Factors = .possessionKnowledge,
    length: Int = 8
  ) async throws -> Bool {
    try await world.server.accepts(
      offline: code.reveal(),
      base: SignedRequestData(
        offlineUriId: uriID, nonce: Self.nonce, body: Array(content.utf8)),
      factors: factors, length: length)
  }

  @Test(arguments: ProtocolVersion.allCases, ServerKey.allCases)
  func `a code made without any network is accepted once`(
    version: ProtocolVersion, key: ServerKey
  ) async throws {
    let world = try await world(version)
    let operation = try await world.token.offlineOperation(text(world, key))
    let code = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    #expect(code.reveal().wholeMatch(of: /\d{8}-\d{8}/) != nil)
    #expect(try await isAccepted(code, world))
    #expect(try await !isAccepted(code, world))
  }

  @Test func `nobody is asked even where somebody could be`() async throws {
    let world = try await world()
    await world.server.breaking(nil)
    let requests = await world.server.received.count
    let operation = try await world.token.offlineOperation(text(world))
    _ = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    #expect(await world.server.received.count == requests)
  }

  @Test func `the bank's one-time password is signed too`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world, totp: ["12345678"]))
    let code = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    #expect(try await !isAccepted(code, world))
    #expect(try await isAccepted(code, world, Self.content + "&12345678"))
  }

  @Test(arguments: [4, 6, 8])
  func `groups are as long as the bank has agreed, under its own name`(length: Int) async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    let code = try await world.token.approveOffline(
      operation, with: .pin(world.rightPIN), uriID: "/own", length: length)
    #expect(code.digits.count == 2 * length + 1)
    #expect(try await isAccepted(code, world, uriID: "/own", length: length))
  }

  @Test func `a wrong PIN gives a wrong code and no failure`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    let counter = try #require(try store.activation()).record.counter
    let code = try await world.token.approveOffline(operation, with: .pin(world.wrongPIN))
    #expect(try store.activation()?.record.counter == counter.stepped())
    #expect(try await !isAccepted(code, world))
    let right = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    #expect(try await isAccepted(right, world))
  }

  @Test func `the counter is durable before a code exists`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    let full = StorageFault.full(path: "memory")
    store.fail(.moveCounter, with: full)
    await #expect(throws: TokenFailure.storage(full)) {
      try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    }
    store.fail(.moveCounter, with: nil)
    let codes = try await [1, 2].asyncMap { _ in
      try await world.token.approveOffline(operation, with: .pin(world.rightPIN)).reveal()
    }
    #expect(codes[0] != codes[1])
  }

  @Test func `codes are counted until the server's counter is seen again`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    var unseen: [Int] = []
    for _ in 0..<11 {
      let code = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
      #expect(code.isFarAhead == (code.unseen > 10))
      unseen.append(code.unseen)
    }
    #expect(unseen == Array(1...11))
    await world.server.breaking(nil)
    _ = try await world.token.status()
    #expect(try store.activation()?.unseenCodes == 0)
    #expect(
      try await world.token.approveOffline(operation, with: .pin(world.rightPIN)).unseen == 1)
  }

  @Test func `an approval that the server takes leaves all codes before it behind`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    for _ in 0..<4 {
      _ = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    }
    await world.server.breaking(nil)
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.rightPIN))
    #expect(try store.activation()?.unseenCodes == 0)
  }

  @Test func `a code that the server has seen counts no more`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    for _ in 0..<3 {
      let code = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
      #expect(try await isAccepted(code, world))
    }
    _ = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    await world.server.breaking(nil)
    _ = try await world.token.status()
    #expect(try store.activation()?.unseenCodes == 1)
  }

  @Test func `the next online approval works although the server saw no code`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    for _ in 0..<15 {
      _ = try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    }
    await world.server.breaking(nil)
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.rightPIN))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  // MARK: - What is not signed

  @Test func `any changed character of the text is noticed`() async throws {
    let world = try await world()
    let text = await text(world, totp: ["12345678"])
    let line = try #require(text.split(separator: "\n").first)
    #expect(line == "op-1")
    for (old, new) in [
      ("op-1", "op-2"), ("Payment", "payment"), ("confirm", "confirm "), ("100CZK", "900CZK"),
      ("\nB\n", "\nBX\n"), ("12345678", "12345679"), ("\n1", "\n0"), ("\nB\n", "\nB\nnew\n"),
    ] {
      let changed = text.replacing(old, with: new)
      #expect(changed != text)
      await #expect(throws: TokenFailure.forgedData, "\(old)") {
        try await world.token.offlineOperation(changed)
      }
    }
  }

  @Test func `what another bank has signed is not approved`() async throws {
    let (world, other) = (try await world(), try TokenWorld())
    try await other.activate()
    let foreign = try await other.token.offlineOperation(text(other))
    await #expect(throws: TokenFailure.forgedData) {
      try await world.token.approveOffline(foreign, with: .pin(world.rightPIN))
    }
  }

  @Test func `a text of another form has a fault and no signature check`() async throws {
    let world = try await world()
    await #expect(throws: TokenFailure.offline(.tooFewLines(2))) {
      try await world.token.offlineOperation("one\ntwo")
    }
  }

  @Test func `a personal text needs an activation, the master's is read without`() async throws {
    let world = try await world()
    let personal = await text(world)
    let general = await text(world, .master)
    try await world.token.removeLocally()
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.offlineOperation(personal)
    }
    let operation = try await world.token.offlineOperation(general)
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.approveOffline(operation, with: .pin(world.rightPIN))
    }
  }

  // MARK: - Biometry

  @Test func `biometry makes a code where the bank allows it`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    let code = try await world.token.approveOffline(operation, with: .biometry)
    #expect(try await isAccepted(code, world, factors: .possessionBiometry))
  }

  @Test func `biometry makes none where the bank does not`() async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world, flags: "XFC"))
    let counter = try store.activation()?.record.counter
    await #expect(
      throws: TokenFailure.approvalClosed(.noUsableFactors(variants: ["possession_knowledge"]))
    ) { try await world.token.approveOffline(operation, with: .biometry) }
    #expect(try store.activation()?.record.counter == counter)
    #expect(!reader.calls.contains(.unlock))
  }

  @Test(arguments: [BiometryFault.notRecognized, .canceled])
  func `an unknown finger gives no code and moves no counter`(fault: BiometryFault) async throws {
    let world = try await world()
    let operation = try await world.token.offlineOperation(text(world))
    let counter = try store.activation()?.record.counter
    reader.fail(.unlock, with: fault)
    await #expect(throws: TokenFailure.biometry(fault)) {
      try await world.token.approveOffline(operation, with: .biometry)
    }
    #expect(try store.activation()?.record.counter == counter)
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(
    _ transform: (Element) async throws -> Value
  ) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
