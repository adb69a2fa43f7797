import Foundation
import Glibc
import TestSupport
import Testing
import TokenCore
import TokenModel
import TokenStorage

@Suite struct SigningLockTests {
  @Test func `who comes second is told who holds the lock`() throws {
    let directory = try StateDirectory()
    let (one, two) = (try directory.store(), try directory.store())
    guard case .acquired(let lock) = try one.trySigningLock() else {
      Issue.record("the lock was not free")
      return
    }
    guard case .held(let holder) = try two.trySigningLock() else {
      Issue.record("two hold one lock")
      return
    }
    #expect(holder == getpid())
    lock.release()
    lock.release()
    guard case .acquired = try two.trySigningLock() else {
      Issue.record("the lock was not released")
      return
    }
  }

  @Test func `a lock that nobody holds any more is free`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    _ = try store.trySigningLock()
    guard case .acquired = try store.trySigningLock() else {
      Issue.record("the lock outlived its holder")
      return
    }
  }

  @Test func `another process keeps us from signing, and its end lets us`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    let (input, output) = (Pipe(), Pipe())
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/flock")
    other.arguments = [directory.path + "/default.lock", "-c", "echo locked; read line"]
    other.standardInput = input
    other.standardOutput = output
    // Made by the store, so that it has the right permissions.
    _ = try store.trySigningLock()
    try other.run()
    #expect(
      String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "locked\n")
    guard case .held = try store.trySigningLock() else {
      Issue.record("two processes hold one lock")
      return
    }
    kill(other.processIdentifier, SIGKILL)
    // The shell that flock started has inherited the lock and ends with its input.
    try input.fileHandleForWriting.close()
    _ = try output.fileHandleForReading.readToEnd()
    other.waitUntilExit()
    guard case .acquired = try store.trySigningLock() else {
      Issue.record("the lock outlived its holder")
      return
    }
  }

  @Test func `two tokens on one database sign one after the other`() async throws {
    let directory = try StateDirectory()
    let world = try TokenWorld(store: try directory.store(), sleepMovesTime: false)
    try await world.activate()
    let ids = (1...10).map { "op-\($0)" }
    await world.server.offer(ids.map { TokenWorld.operation($0) })
    let operations = try await world.token.operations().operations
    let second = try world.secondToken(on: try directory.store())
    let pin = try world.pin("2580")
    await withTaskGroup(of: Void.self) { group in
      for (index, operation) in operations.enumerated() {
        let token = index.isMultiple(of: 2) ? world.token : second
        group.addTask { try? await token.approve(operation, with: .pin(pin)) }
      }
    }
    #expect(Set(await world.server.decisions) == Set(ids.map { "authorize " + $0 }))
    #expect(try await second.status().attemptsLeft == 5)
  }

  @Test func `a token removes here what its bank removed, key file included`() async throws {
    let directory = try StateDirectory()
    let world = try TokenWorld(store: try directory.store())
    try await world.activate()
    try await world.token.remove(with: .pin(world.pin("2580")))
    #expect(!FileManager.default.fileExists(atPath: directory.key))
    #expect(try await world.token.localActivation() == nil)
    try await world.activate()
  }
}
