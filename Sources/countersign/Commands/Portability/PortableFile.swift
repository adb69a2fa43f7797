import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens
import TokenStorage

/// An activation on its way between clients: the session of the reference client and its key.
///
/// Our own files lock both under a passphrase: 16 B of possession key, then the session. A bare file
/// is the session alone, as the reference client keeps it, in binary or Base64.
struct PortableFile {
  /// The 16 B that lock the session to its device.
  let possessionKey: Secret
  /// The serialized session.
  let session: Secret

  /// Bytes of the possession key.
  static let keySize = 16
  /// A passphrase can be guessed without asking anybody: four words, or as many characters.
  static let shortestPassphrase = 12

  init(possessionKey: Secret, session: Secret) {
    self.possessionKey = possessionKey
    self.session = session
  }

  /// Opens a file of ours.
  init(_ bytes: [UInt8], passphrase: Secret) throws(TokenFailure) {
    let content: Secret
    do throws(PortableStateFault) {
      content = try PassphraseEnvelope.open(bytes, passphrase: passphrase)
    } catch {
      throw .portableState(error)
    }
    guard content.count > Self.keySize else { throw .portableState(.notAState) }
    possessionKey = content.withUnsafeBytes { Secret($0.prefix(Self.keySize)) }
    session = content.withUnsafeBytes { Secret($0.dropFirst(Self.keySize)) }
  }

  /// Takes a session as another client wrote it.
  init(bare bytes: [UInt8], possessionKey: Secret) {
    session = Secret(Self.bareSession(bytes))
    self.possessionKey = possessionKey
  }

  /// The session in binary, whether or not it came as Base64.
  static func bareSession(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes.filter { !" \t\r\n".utf8.contains($0) }, as: UTF8.self)
    return Data(base64Encoded: text).map(Array.init) ?? bytes
  }

  /// The file of ours.
  func sealed(passphrase: Secret) throws -> [UInt8] {
    let content = Secret(count: Self.keySize + session.count) { buffer in
      possessionKey.withUnsafeBytes { buffer.copyBytes(from: $0) }
      session.withUnsafeBytes { session in
        UnsafeMutableRawBufferPointer(rebasing: buffer[Self.keySize...]).copyBytes(from: session)
      }
    }
    return try PassphraseEnvelope.seal(content, passphrase: passphrase)
  }
}

extension Secret {
  /// Takes over bytes and wipes the array, as far as it is the only one that holds them.
  convenience init(wiping bytes: inout [UInt8]) {
    self.init(bytes)
    bytes.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
    }
  }
}

/// The key that locks a bare session to its device.
enum PossessionKeyFile {
  /// Throws a usage failure that names the file and what is wrong with it.
  static func key(_ path: String) throws -> Secret {
    let found: Secret?
    do throws(TokenFailure) {
      found = try ExternalKeyFile.key(path)
    } catch .externalKey(.wrongLength(let count)) {
      throw CommandFailure.usage(
        say("state-commands.possession-key-has", ["path": path, "count": String(count)]),
        next: say("state-commands.give-bytes-or"))
    }
    guard let found else {
      throw CommandFailure.usage(
        say("state-commands.cannot-be-read", ["path": path]),
        next: say("state-commands.name-file-with"))
    }
    return found
  }
}
