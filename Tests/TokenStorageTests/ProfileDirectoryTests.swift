import Foundation
import Testing
import TokenModel
import TokenStorage

@Suite struct ProfileDirectoryTests {
  @Test func `profiles live side by side, and each is named`() throws {
    let directory = try StateDirectory()
    for profile in ["work", "default", "Účet doma"] {
      try SQLiteActivationStore(directory: directory.path, profile: profile)
        .insert(makeActivation("activation-\(profile)"))
    }
    #expect(
      try ProfileDirectory.profiles(in: directory.path) == ["default", "work", "Účet doma"])
    let work = try SQLiteActivationStore(directory: directory.path, profile: "work")
    #expect(try work.localActivation()?.activationID == "activation-work")
    #expect(try work.removeActivation())
    let home = try SQLiteActivationStore(directory: directory.path, profile: "default")
    #expect(try home.activation()?.id == "activation-default")
  }

  @Test func `files that are no profile's are passed over`() throws {
    let directory = try StateDirectory()
    try directory.store().insert(makeActivation())
    for name in [".db", "default.key.new", "note.txt", ".hidden.db"] {
      try Data([1]).write(to: URL(filePath: directory.path + "/" + name))
    }
    try Data().write(to: URL(filePath: directory.path + "/empty.db"))
    #expect(try ProfileDirectory.profiles(in: directory.path) == ["default"])
  }

  @Test func `where there is no directory there are no profiles`() throws {
    let directory = try StateDirectory()
    #expect(try ProfileDirectory.profiles(in: directory.path + "/none") == [])
  }

  @Test func `what is no directory is named`() throws {
    let directory = try StateDirectory()
    try directory.store().insert(makeActivation())
    #expect(
      throws: StorageFault.notWritable(path: directory.database, reason: "Not a directory")
    ) { try ProfileDirectory.profiles(in: directory.database) }
  }
}
