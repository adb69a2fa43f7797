import Glibc
import TokenModel
import TokenScreens

/// Reads the key that locks PIN and biometry once more.
enum ExternalKeyFile {
  /// Nil when the file cannot be opened, as when its volume is not mounted: then only what needs the
  /// key fails. Throws when others may read it, and when it is no key.
  static func key(_ path: String) throws(TokenFailure) -> Secret? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    let mode = facts.st_mode & 0o777
    guard mode & 0o077 == 0 else {
      let text = "0" + String(mode, radix: 8)
      throw .storage(.openPermissions(path: path, mode: text, mend: "chmod 600 '\(path)'"))
    }
    let bytes = LineInput.withWipedBuffer { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      return Secret(buffer.prefix(max(0, count)))
    }
    guard bytes.count != size else { return bytes }
    guard let key = decoded(bytes) else { throw .externalKey(.wrongLength(bytes.count)) }
    return key
  }

  /// Bytes of a key.
  private static let size = 16

  /// The 16 B of Base64 text, white space around it forgiven; nil for anything else.
  private static func decoded(_ text: Secret) -> Secret? {
    text.withUnsafeBytes { bytes in
      let digits = bytes.filter { $0 > 0x20 }
      let values = digits.prefix { $0 != UInt8(ascii: "=") }.map(Self.sextet)
      guard digits.count == 24, values.count == 22, !values.contains(nil) else { return nil }
      return Secret(count: size) { key in
        for index in key.indices {
          let first = index / 3 * 4 + index % 3
          let (high, low) = (values[first] ?? 0, values[first + 1] ?? 0)
          let shift = index % 3 * 2
          key[index] = high << (2 + shift) | low >> (4 - shift)
        }
      }
    }
  }

  private static func sextet(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

extension ProfileSettings {
  /// The key of `external_key_file`, where it is configured and can be read.
  func externalKey() throws(TokenFailure) -> Secret? {
    guard let path = externalKeyFile else { return nil }
    return try ExternalKeyFile.key(path)
  }

  /// The same; throws where there is none.
  func requireExternalKey() throws -> Secret {
    guard let path = externalKeyFile else {
      throw fault(
        .externalKeyFile, say("command.missing"),
        say("wiring.name-file-with"))
    }
    guard let key = try ExternalKeyFile.key(path) else {
      throw fault(
        .externalKeyFile, say("command.cannot-be-read", ["path": path]), say("wiring.name-file-you")
      )
    }
    return key
  }
}
