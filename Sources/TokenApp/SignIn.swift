import QRCode
import Synchronization
import TokenCore
import TokenModel
import TokenScreens

/// What the wiring gives for signing in with a browser.
public struct SignInPort: Sendable {
  /// By which the bank's server knows the provider; nil where the configuration names none.
  public let providerID: String?
  /// The port of this machine to which the browser is to come back; nil leaves it to the server.
  public let redirectPort: Int?
  /// Waits on this machine for the browser to come back, and returns the whole address.
  public let wait: Wait
  /// Opens an address in the browser; why not, in words, or nil.
  public let open: @Sendable (_ address: String) async -> String?

  /// `isExpected` tells the redirect of this sign-in from that of another one.
  public typealias Wait =
    @Sendable (
      _ redirect: String, _ port: Int, _ isExpected: @escaping @Sendable (String) -> Bool
    ) async throws(OIDCFault) -> String

  public init(
    providerID: String?, redirectPort: Int? = nil, wait: @escaping Wait,
    open: @escaping @Sendable (String) async -> String?
  ) {
    self.providerID = providerID
    self.redirectPort = redirectPort
    self.wait = wait
    self.open = open
  }

  /// No browser, no provider.
  public static let none = SignInPort(
    providerID: nil, wait: { _, _, _ throws(OIDCFault) in throw .notOffered }, open: { _ in nil })
}

/// One sign-in at a time: asks the server how, waits for the browser, takes a pasted address as well.
final class SignIn: Sendable {
  private struct State {
    var current: OIDCSignIn?
    var task: Task<Void, Never>?
  }

  private let state = Mutex(State())
  private let port: SignInPort
  private let source: TokenSource
  private let post: @Sendable (AppEvent) -> Void

  init(
    port: SignInPort, source: TokenSource, post: @escaping @Sendable (AppEvent) -> Void
  ) {
    self.port = port
    self.source = source
    self.post = post
  }

  func open(_ address: String) {
    Task { [port, post] in
      if let problem = await port.open(address) { post(.addressNotOpened(problem)) }
    }
  }

  func begin() {
    cancel()
    let task = Task { await run() }
    state.withLock { $0.task = task }
  }

  /// Forgets the sign-in; nothing is posted for it any more.
  func cancel() {
    state.withLock { state in
      state.task?.cancel()
      state = State()
    }
  }

  func paste(_ text: String) {
    guard let signIn = state.withLock(\.current) else {
      return post(.oidcGranted(.failure(.oidc(.canceled))))
    }
    finish(signIn, with: text)
  }

  private func run() async {
    let signIn: OIDCSignIn
    do throws(TokenFailure) {
      guard let provider = port.providerID else { throw .oidc(.notOffered) }
      let configuration = try await source.token().oidcConfiguration(providerID: provider)
      signIn = try OIDCSignIn(configuration.comingBack(on: port.redirectPort))
    } catch {
      return postUnlessCanceled(.oidcAddress(.failure(error)))
    }
    guard !Task.isCancelled else { return }
    state.withLock { $0.current = signIn }
    let address = OIDCAddress(
      url: signIn.address, redirect: signIn.redirect, qr: ModuleMatrix(signIn.address))
    postUnlessCanceled(.oidcAddress(.success(address)))
    await waitForBrowser(signIn)
  }

  /// A redirect to another machine can only be pasted.
  private func waitForBrowser(_ signIn: OIDCSignIn) async {
    guard let number = signIn.loopbackPort else { return }
    do throws(OIDCFault) {
      let address = try await port.wait(signIn.redirect, number, signIn.isAnswered(by:))
      finish(signIn, with: address)
    } catch {
      postUnlessCanceled(.oidcGranted(.failure(.oidc(error))))
    }
  }

  /// A wrong address ends nothing: the right one may still come.
  private func finish(_ signIn: OIDCSignIn, with text: String) {
    do throws(TokenFailure) {
      let grant = try signIn.grant(from: text)
      let isOurs = state.withLock { state in
        guard state.current == signIn else { return false }
        state.task?.cancel()
        state = State()
        return true
      }
      if isOurs { post(.oidcGranted(.success(grant))) }
    } catch {
      postUnlessCanceled(.oidcGranted(.failure(error)))
    }
  }

  private func postUnlessCanceled(_ event: AppEvent) {
    if !Task.isCancelled { post(event) }
  }
}

extension ModuleMatrix {
  /// The QR code of a text; nil when it is too long for one.
  init?(_ text: String) {
    guard let code = QRCode(text) else { return nil }
    let places = (0..<code.width).flatMap { y in (0..<code.width).map { x in (x, y) } }
    self.init(width: code.width, modules: places.map { code.isDark(x: $0.0, y: $0.1) })
  }
}
