import Foundation
import TestSupport
import Testing
import TokenApp
import TokenCore
import TokenModel
import TokenScreens

@Suite struct AppLoopTests {
  /// From the welcome to the fingerprint; the PIN is 2580.
  static let activation: [ScriptedTerminal.Line] = [
    .on("A code is ready", .enter), .on("checksum fits", .enter), .on("as your bank", .enter),
    .on("One-time password", .enter), .on("Choose a PIN     ○", typing: "2580"),
    .on("Choose a PIN     ●", typing: "2580"),
  ]

  @Test func `a code becomes an activation, and an operation an approval`() async throws {
    let world = try TokenWorld()
    await world.server.offer([TokenWorld.operation("op-1")])
    let terminal = try await play(
      world,
      Self.activation + [
        .on(
          "Compare the fingerprint", meanwhile: { await world.server.change { $0.state = .active } }
        ),
        .on("Operations 1", .enter), .on("[ a  Approve ]", "a"),
        .on("chose for this bank", typing: "2580"),
        .on("Approved", .enter), .on("Nothing waits", "q"),
      ])
    #expect(terminal.missed == nil)
    #expect(await world.server.decisions == ["authorize op-1"])
    #expect(terminal.titles.first == "Countersign")
  }

  @Test func `a wrong PIN says how many attempts are left and approves nothing`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    let terminal = try await play(
      world,
      [
        .on("Operations 1", .enter), .on("[ a  Approve ]", "a"),
        .on("chose for this bank", typing: "1111"),
        .on("4 attempts left", .escape), .on("[ a  Approve ]", .control("c")),
        .on("Operations 1", "q"),
      ])
    #expect(terminal.missed == nil)
    #expect(await world.server.decisions.isEmpty)
  }

  @Test func `a suspension clears the PIN from the last picture, and work goes on after it`()
    async throws
  {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    let terminal = try await play(
      world,
      [
        .on("Operations 1", .enter), .on("[ a  Approve ]", "a"),
        .on("chose for this bank", "2", "5"),
        .on("● ● ○", event: .suspendRequested), .on("PIN", event: .resumed),
        .on("chose for this bank", typing: "2580"), .on("Approved", .enter),
      ])
    #expect(terminal.missed == nil)
    #expect(terminal.suspensions == 1)
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `a server that cannot be reached leaves a list that says so`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, _ in .unreachable }
    let terminal = try await play(world, [.on("offline", "q")])
    #expect(terminal.missed == nil)
  }

  @Test func `a terminal that is gone ends the loop`() async throws {
    let terminal = try await play(TokenWorld(), [.on("Welcome", event: .terminated)])
    #expect(terminal.missed == nil)
  }

  @Test func `a code is made while the bank cannot be reached`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let lines = ["op-1", "Payment", "", "A1*A100CZK", "", "AAAAAAAAAAAAAAAAAAAAAA==", "1"]
    let signed = lines.joined(separator: "\n")
    let signature = await world.server.sign(Array(signed.utf8), by: .personalized)
    await world.server.breaking { _, _ in .unreachable }
    let terminal = try await play(
      world,
      [
        .on("4 Offline", "4"),
        .on("Line 1", event: .input(.paste(signed + Data(signature).base64EncodedString()))),
        .on("for this device", "a"), .on("A wrong PIN", typing: "2580"),
        .on("Type it where your bank asks for it.", .enter), .on("Line 1", .escape),
        .on("offline since", "q"),
      ])
    #expect(terminal.missed == nil)
    #expect(await world.server.decisions.isEmpty)
  }

  /// Runs the loop on a thread of its own, as the program does, until the script or it ends.
  private func play(
    _ world: TokenWorld, _ script: [ScriptedTerminal.Line]
  ) async throws -> ScriptedTerminal {
    let token = try world.secondToken(sleep: { _ in try? await Task.sleep(for: .milliseconds(20)) })
    let code = await world.server.makeCode()
    let terminal = ScriptedTerminal(script)
    await withCheckedContinuation { continuation in
      Thread {
        let start = StartContext(
          profile: "default", server: "https://bank.example", protocolVersion: "3.3",
          deviceName: "My terminal", offeredCode: code)
        let session = ProfileSession(
          start: start, token: TokenSource { () throws(TokenFailure) in .init(token) },
          settings: LoopSettings(pollIntervalSeconds: 5, sha256: { _ in "00" }))
        AppLoop(session: session, port: terminal.port).run()
        continuation.resume()
      }.start()
    }
    return terminal
  }
}
