import NIOCore
import NIOSSL
import PowerAuth
import PowerAuthCrypto
import Synchronization

/// The certificate that the sandbox shows at the moment, and what came in behind it.
public final class SandboxTLS: Sendable {
  private struct State {
    var content: CertificateFiles.Content
    var shown: Shown
  }

  /// The same as the library wants it.
  private struct Shown: Sendable {
    let chain: [NIOSSLCertificateSource]
    let key: NIOSSLPrivateKeySource

    init(_ server: CertificateFiles.ServerIdentity) throws {
      var bytes = server.key.der
      defer { bytes.wipe() }
      chain = [.certificate(try NIOSSLCertificate(bytes: server.certificate.der, format: .der))]
      key = .privateKey(try NIOSSLPrivateKey(bytes: bytes, format: .der))
    }
  }

  private let files: CertificateFiles
  private let state: Mutex<State>
  private let count = Atomic(0)
  private let handshakes = Atomic(0)
  /// Signs the list of fingerprints.
  let signer: FingerprintSigner

  /// Opens or fills the directory; throws `SandboxFault`.
  convenience init(directory: String) throws {
    let files = CertificateFiles(directory: directory)
    let content = try files.open()
    self.init(files, State(content: content, shown: try Shown(content.server)))
  }

  /// Throws nothing: the optimizer of Swift 6.3 crashes on counters that a failing initializer takes down.
  private init(_ files: CertificateFiles, _ state: State) {
    self.files = files
    signer = FingerprintSigner(state.content.listKey)
    self.state = Mutex(state)
  }

  /// A PEM file with the authority that clients are to trust.
  public var authorityFile: String { files.authorityFile }

  /// The certificate that new connections see.
  public var certificate: ServerCertificate {
    state.withLock { ServerCertificate($0.content.server.certificate) }
  }

  /// The authority's own certificate.
  public var authority: ServerCertificate {
    state.withLock { ServerCertificate($0.content.authority) }
  }

  /// Bytes of requests that arrived behind all handshakes so far.
  public var requestBytes: Int { count.load(ordering: .sequentiallyConsistent) }

  /// Handshakes that were finished so far.
  public var connections: Int { handshakes.load(ordering: .sequentiallyConsistent) }

  /// Takes another key and certificate; connections that are open keep theirs.
  public func rotate() throws {
    try state.withLock { state in
      let server = try files.rotate(state.content)
      state.shown = try Shown(server)
      state.content.server = server
    }
  }

  /// Each handshake takes what is to be shown at that moment.
  var configuration: TLSConfiguration {
    let shown = state.withLock { $0.shown }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: shown.chain, privateKey: shown.key)
    configuration.minimumTLSVersion = .tlsv12
    configuration.sslContextCallback = { [self] _, promise in
      let shown = state.withLock { $0.shown }
      var override = NIOSSLContextConfigurationOverride()
      override.certificateChain = shown.chain
      override.privateKey = shown.key
      promise.succeed(override)
    }
    return configuration
  }

  func receive(_ bytes: Int) { count.add(bytes, ordering: .sequentiallyConsistent) }

  func connect() { handshakes.add(1, ordering: .sequentiallyConsistent) }
}
