import FoundationEssentials
import Glibc

/// What this machine says of itself to servers: nothing that names a person.
struct Machine: Equatable, Sendable {
  let hostName: String
  /// Such as `Debian GNU/Linux 12 (bookworm)`.
  let distribution: String
  /// Such as `6.1.0-18-amd64`.
  let kernel: String
  /// Such as `x86_64`.
  let architecture: String

  static let current: Machine = {
    var names = utsname()
    uname(&names)
    return Machine(
      hostName: text(&names.nodename), distribution: prettyName() ?? "Linux",
      kernel: text(&names.release), architecture: text(&names.machine))
  }()

  /// Sent at activation.
  var deviceInfo: String { "\(distribution), Linux \(kernel), \(architecture)" }

  /// The shape that servers parse: product, language and network, application, device.
  func userAgent(language: String) -> String {
    let version = Version.current
    return """
      Countersign/\(version) (\(language); unknown) countersign/\(version) \
      (Linux; linux/\(kernel); \(architecture))
      """
  }

  private static func text<Tuple>(_ field: inout Tuple) -> String {
    withUnsafeBytes(of: &field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func prettyName() -> String? {
    guard let data = FileManager.default.contents(atPath: "/etc/os-release") else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("PRETTY_NAME=") }) else { return nil }
    return String(line.dropFirst("PRETTY_NAME=".count).filter { $0 != "\"" })
  }
}
