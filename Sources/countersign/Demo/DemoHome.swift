import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens

/// The directory of a demo: everything that it writes lies here.
struct DemoHome {
  let path: String
  /// Removes a temporary one; nil for a kept one.
  private let janitor: Janitor?

  var location: Location {
    Location(
      configurationFile: path + "/config.toml", profile: Self.profile,
      stateDirectory: path + "/state")
  }

  /// The bank's memory of a kept demo.
  var sandboxFile: String { path + "/sandbox.db" }

  private static let profile = "demo"

  /// A fresh directory that goes with the process.
  static func temporary() throws -> DemoHome {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/countersign-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw fault(base) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let home = DemoHome(path: path, janitor: Janitor(removing: path))
    try home.makeStateDirectory()
    return home
  }

  /// One that stays, and that the next kept demo goes on with.
  static func kept(in stateDirectory: String) throws -> DemoHome {
    let home = DemoHome(path: stateDirectory + "/demo", janitor: nil)
    try home.makeStateDirectory()
    return home
  }

  /// Writes the configuration by which other terminals can join: `countersign --config …`.
  func configure(server: String, sdkConfiguration: String) throws {
    let text = """
      # Written by countersign demo, for as long as it runs.
      [profiles.\(Self.profile)]
      server = "\(server)"
      sdk_configuration = "\(sdkConfiguration)"
      device_name = "\(say("sandbox.demo-device"))"
      poll_interval_seconds = 5
      bank = "Sandbox Bank"
      oidc_provider = "sandbox"
      oidc_label = "Sandbox"

      [[profiles.\(Self.profile).credentials]]
      name = "username"
      label = "\(say("sandbox.demo-user"))"

      [[profiles.\(Self.profile).credentials]]
      name = "password"
      label = "\(say("sandbox.demo-password"))"
      secret = true

      """
    do {
      try Data(text.utf8).write(to: URL(filePath: location.configurationFile), options: .atomic)
    } catch {
      throw Self.fault(path)
    }
  }

  /// Removes a temporary directory; a kept one stays.
  func finish() { janitor?.finish() }

  private func makeStateDirectory() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: location.stateDirectory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.fault(path)
    }
  }

  private static func fault(_ path: String) -> StorageFault {
    .notWritable(path: path, reason: String(cString: strerror(errno)))
  }
}
