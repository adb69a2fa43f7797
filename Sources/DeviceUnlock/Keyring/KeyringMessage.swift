import ChildProcess
/// Reads what `secret-tool` says on standard error; English, since it is run so.
enum KeyringMessage {
  /// Part of a message of libsecret or GLib, and what it means.
  private static let meanings: [(part: String, obstacle: Obstacle)] = [
    ("was not provided by any .service files", .noKeyringService),
    ("StartServiceByName for org.freedesktop.secrets", .noKeyringService),
    ("locked collection", .keyringLocked),
    ("locked object", .keyringLocked),
    // Creating the first keyring asks for its password, and nobody was there.
    ("Object does not exist at path", .noKeyring),
    ("Could not connect", .noSession),
    ("Cannot autolaunch D-Bus", .noSession),
    ("Connection refused", .noSession),
  ]

  static func obstacle(in errors: WipedBytes) -> Obstacle {
    let prefix = Keyring.tool + ": "
    let lines = errors.text.split(whereSeparator: \.isNewline)
    guard let line = lines.last(where: { $0.hasPrefix(prefix) }) ?? lines.last else {
      return .keyringRefused("it gave no reason")
    }
    return meanings.first { line.contains($0.part) }?.obstacle
      ?? .keyringRefused(
        Obstacle.quoted(line.hasPrefix(prefix) ? line.dropFirst(prefix.count) : line))
  }
}
