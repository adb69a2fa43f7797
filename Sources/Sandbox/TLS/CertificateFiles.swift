import FoundationEssentials
import Glibc
import NIOSSL
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// The keys and certificates of a sandbox with TLS, kept in a directory so that clients stay configured.
struct CertificateFiles: Sendable {
  /// What is kept; the list's key signs fingerprints.
  struct Content: Sendable {
    let authorityKey: PrivateKey
    let listKey: PrivateKey
    let authority: Certificate
    var server: ServerIdentity
  }

  /// A key with its certificate.
  struct ServerIdentity: Sendable {
    let key: PrivateKey
    let certificate: Certificate
  }

  static let authorityName = "Countersign Sandbox CA"
  static let serverName = "localhost"
  private static let authorityDays = 3_650
  /// Clients of other makes refuse more.
  private static let serverDays = 825
  /// A certificate that ends sooner is made anew at the start.
  private static let leastSeconds = 7 * 86_400

  let directory: String

  /// The file that clients are told to trust.
  var authorityFile: String { directory + "/ca.pem" }

  /// What lies there, completed by what is missing; throws `SandboxFault`.
  func open() throws(SandboxFault) -> Content {
    try makeDirectory()
    let authorityKey = try key("ca.key")
    let authority = try certificate("ca.pem") {
      CertificateRequest(commonName: Self.authorityName, validDays: Self.authorityDays)
        .authority(key: authorityKey)
    }
    let serverKey = try key("server.key")
    let certificate = try certificate("server.pem") {
      Self.issue(for: serverKey.publicKey, by: authorityKey)
    }
    return Content(
      authorityKey: authorityKey, listKey: try key("fingerprints.key"), authority: authority,
      server: ServerIdentity(key: serverKey, certificate: certificate))
  }

  /// A new key and certificate in place of the server's.
  func rotate(_ content: Content) throws(SandboxFault) -> ServerIdentity {
    let key = PrivateKey.generate()
    let certificate = Self.issue(for: key.publicKey, by: content.authorityKey)
    try write(Self.text(key), "server.key")
    try write(Self.pem(certificate), "server.pem")
    return ServerIdentity(key: key, certificate: certificate)
  }

  private static func issue(for key: PublicKey, by authorityKey: PrivateKey) -> Certificate {
    CertificateRequest(
      commonName: serverName, alternativeNames: ["DNS:localhost", "IP:127.0.0.1"],
      validDays: serverDays
    ).server(key: key, issuer: authorityName, by: authorityKey)
  }

  private func key(_ name: String) throws(SandboxFault) -> PrivateKey {
    if let text = read(name), let scalar = Base64.decode(text.filter { !$0.isWhitespace }),
      let key = try? PrivateKey(scalar: Secret(scalar))
    {
      return key
    }
    let key = PrivateKey.generate()
    try write(Self.text(key), name)
    return key
  }

  private func certificate(
    _ name: String, _ make: () -> Certificate
  ) throws(SandboxFault) -> Certificate {
    if let text = read(name),
      let known = try? NIOSSLCertificate(bytes: Array(text.utf8), format: .pem),
      known.notValidAfter > time(nil) + Self.leastSeconds, let der = try? known.toDERBytes(),
      let certificate = try? Certificate(der: der)
    {
      return certificate
    }
    let certificate = make()
    try write(Self.pem(certificate), name)
    return certificate
  }

  private static func text(_ key: PrivateKey) -> String {
    Base64.encode(key.scalar.withUnsafeBytes { Array($0) }) + "\n"
  }

  private static func pem(_ certificate: Certificate) -> String {
    let text = Base64.encode(certificate.der)
    var lines = ["-----BEGIN CERTIFICATE-----"]
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
    return (lines + ["-----END CERTIFICATE-----", ""]).joined(separator: "\n")
  }
}

// MARK: - Files

extension CertificateFiles {
  private func makeDirectory() throws(SandboxFault) {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .certificates(directory, reason: "it cannot be made")
    }
  }

  private func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: directory + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// For this user's eyes only; a reader finds the old content or the new one.
  private func write(_ text: String, _ name: String) throws(SandboxFault) {
    let path = directory + "/" + name
    let bytes = Array(text.utf8)
    let descriptor = Glibc.open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    let written = descriptor < 0 ? -1 : Glibc.write(descriptor, bytes, bytes.count)
    if descriptor >= 0 { Glibc.close(descriptor) }
    guard written == bytes.count, rename(path + ".new", path) == 0 else {
      throw .certificates(path, reason: String(cString: strerror(errno)))
    }
  }
}
