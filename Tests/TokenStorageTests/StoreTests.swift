import Foundation
import PowerAuth
import PowerAuthCrypto
import Testing
import TokenCore
import TokenModel
import TokenStorage

@Suite struct StoreTests {
  @Test func `what was kept is there for the next process`() throws {
    let directory = try StateDirectory()
    let activation = try makeActivation()
    try directory.store().insert(activation)
    let store = try directory.store()
    #expect(try store.activation() == activation)
    #expect(try store.localActivation() == activation.local)
  }

  @Test func `before the first activation there are no files, and nothing is wrong`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    #expect(try store.activation() == nil)
    #expect(try store.localActivation() == nil)
    #expect(try store.removeActivation() == false)
    #expect(directory.files.isEmpty)
  }

  @Test func `a preparation that led to nothing is no obstacle`() throws {
    let directory = try StateDirectory()
    try directory.store().prepare()
    let store = try directory.store()
    #expect(try store.activation() == nil)
    try store.prepare()
    let activation = try makeActivation()
    try store.insert(activation)
    #expect(try directory.store().activation() == activation)
  }

  @Test func `the counter moves only from where it stands`() throws {
    let directory = try StateDirectory()
    let activation = try makeActivation()
    let one = try directory.store()
    try one.insert(activation)
    let two = try directory.store()
    let old = activation.record.counter
    #expect(try one.moveCounter(of: activation.id, from: old, to: old.stepped()))
    #expect(try two.moveCounter(of: activation.id, from: old, to: old.stepped()) == false)
    #expect(try two.moveCounter(of: "other", from: old.stepped(), to: old) == false)
    #expect(try two.activation()?.record.counter == old.stepped())
    #expect(
      try two.moveCounter(of: activation.id, from: old.stepped(), to: old.stepped(by: 2)))
    #expect(try one.activation()?.record.counter == old.stepped(by: 2))
  }

  @Test func `a counter that was moved survives a crash at that moment`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    let activation = try makeActivation()
    try store.insert(activation)
    var counter = activation.record.counter
    for _ in 0..<10 {
      #expect(try store.moveCounter(of: activation.id, from: counter, to: counter.stepped()))
      counter = counter.stepped()
      let crashed = try directory.crashed()
      #expect(try crashed.store().activation()?.record.counter == counter)
    }
  }

  @Test func `two stores on one database never hand out one counter twice`() async throws {
    let directory = try StateDirectory()
    let activation = try makeActivation()
    try directory.store().insert(activation)
    let claimed = await withTaskGroup(of: [SignatureCounter].self) { group in
      for _ in 0..<2 {
        group.addTask {
          guard let store = try? directory.store() else { return [] }
          var mine: [SignatureCounter] = []
          while mine.count < 50, let counter = try? store.activation()?.record.counter {
            let isMine = try? store.moveCounter(
              of: activation.id, from: counter, to: counter.stepped())
            if isMine == true { mine.append(counter) }
          }
          return mine
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(claimed.count == 100)
    #expect(Set(claimed).count == 100)
  }

  @Test func `a token is kept for its activation only and dropped by its identifier`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    let activation = try makeActivation()
    try store.insert(activation)
    let token = StoredToken(
      name: "universal", token: AccessToken(id: "token", secret: SecureRandom.secret(16)),
      factors: .possession)
    try store.save(token, of: "another activation")
    #expect(try store.token(named: "universal", of: "another activation") == nil)
    try store.save(token, of: activation.id)
    let other = try directory.store()
    #expect(try other.token(named: "universal", of: activation.id) == token)
    #expect(try other.token(named: "biometric", of: activation.id) == nil)
    try other.dropToken(id: "older token")
    #expect(try store.token(named: "universal", of: activation.id) == token)
    try other.dropToken(id: "token")
    #expect(try store.token(named: "universal", of: activation.id) == nil)
  }

  @Test func `no secret lies open in any file but the key's`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    let activation = try makeActivation()
    try store.insert(activation)
    let token = StoredToken(
      name: "universal", token: AccessToken(id: "token", secret: SecureRandom.secret(16)),
      factors: .possession)
    try store.save(token, of: activation.id)
    let record = activation.record
    for secret in [
      record.possessionKey.bytes, record.transportKey.bytes, record.knowledge.wrappedKey,
      record.knowledge.salt, record.wrappedDevicePrivateKey, record.counter.data,
      token.token.secret.bytes, try #require(record.wrappedRecovery),
    ] { #expect(try directory.holds(secret) == false) }
    #expect(try directory.holds(Array(activation.id.utf8)))
  }

  @Test func `removal leaves no trace and makes room for the next activation`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    let other = try directory.store()
    let activation = try makeActivation()
    try store.insert(activation)
    let key = [UInt8](try Data(contentsOf: URL(filePath: directory.key)))
    let token = StoredToken(
      name: "universal",
      token: AccessToken(id: "a token of old", secret: SecureRandom.secret(16)),
      factors: .possession)
    try store.save(token, of: activation.id)
    #expect(try other.activation() == activation)
    #expect(try store.removeActivation())
    #expect(try directory.holds(Array(activation.id.utf8)) == false)
    #expect(try directory.holds(Array(token.token.id.utf8)) == false)
    #expect(!FileManager.default.fileExists(atPath: directory.key))
    #expect(try other.activation() == nil)
    let next = try makeActivation("activation-2")
    try other.insert(next)
    #expect(try [UInt8](Data(contentsOf: URL(filePath: directory.key))) != key)
    #expect(try store.activation() == next)
    #expect(try directory.store().activation() == next)
  }

  @Test func `a store that slept through removal and a new activation sees the new one`() throws {
    let directory = try StateDirectory()
    let sleeper = try directory.store()
    let other = try directory.store()
    try sleeper.insert(try makeActivation())
    #expect(try other.removeActivation())
    let next = try makeActivation("activation-2")
    try other.insert(next)
    #expect(try sleeper.activation() == next)
    #expect(
      try sleeper.moveCounter(
        of: next.id, from: next.record.counter, to: next.record.counter.stepped()))
  }
}
