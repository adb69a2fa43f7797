import Foundation
import GRDB
import Testing
import TokenCore
import TokenModel
import TokenStorage

/// The list of certificates lies beside the activation, sealed, and goes with it.
@Suite struct PinListTests {
  private static let list = Array("{\"entries\": [\"bank.example\"]}".utf8)

  @Test func `a list is there for the next process, before any activation, and not in clear`()
    throws
  {
    let directory = try StateDirectory()
    let store = try directory.store()
    #expect(try store.pinList() == nil)
    #expect(directory.files.isEmpty)
    try store.save(pinList: Self.list)
    try store.save(pinList: Self.list + [1])
    #expect(try directory.store().pinList() == Self.list + [1])
    #expect(try directory.store().localActivation() == nil)
    #expect(try !directory.holds(Array("bank.example".utf8)))
  }

  @Test func `an activation comes and goes, and takes the list along`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    try store.save(pinList: Self.list)
    try store.insert(makeActivation())
    #expect(try directory.store().pinList() == Self.list)
    #expect(try store.removeActivation())
    #expect(try directory.store().pinList() == nil)
    #expect(try store.pinList() == nil)
    try store.save(pinList: Self.list)
    #expect(try directory.store().pinList() == Self.list)
  }

  @Test func `a list that was tampered with is none`() throws {
    let directory = try StateDirectory()
    let store = try directory.store()
    try store.insert(makeActivation())
    try store.save(pinList: Self.list)
    let queue = try DatabaseQueue(path: directory.database)
    try queue.write {
      try $0.execute(sql: "UPDATE pin_list SET list = (SELECT transport_key FROM activation)")
    }
    try queue.close()
    #expect(throws: StorageFault.self) { try directory.store().pinList() }
    #expect(try directory.store().activation() != nil)
  }
}
