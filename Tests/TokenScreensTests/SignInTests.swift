import Testing
import TokenModel
import TokenScreens

/// The sign-in with an OpenID provider.
@Suite struct SignInTests {
  private static let redirect = "http://127.0.0.1:49152/redirect?code=q7Rk2&state=cX0"

  @Test func `the bank is asked where to sign in`() {
    var stage = Stage.everyWay()
    stage.press("s")
    #expect(stage.effects == [.beginOIDC])
    stage.wait(milliseconds: 1000)
    #expect(stage.shows("Asking your bank where to sign in"))
  }

  @Test func `a bank that offers no sign-in is named, and asked again on request`() {
    var stage = Stage.everyWay()
    stage.press("s")
    stage.receive(.oidcAddress(.failure(.oidc(.notOffered))))
    #expect(stage.shows("Signing in with a browser is not set up."))
    stage.press("r")
    #expect(stage.effects == [.cancelOIDC, .beginOIDC])
  }

  @Test func `the address is a link over all its lines`() throws {
    let stage = Stage.signingIn()
    let frame = stage.frame
    let link = try #require(Link(OIDCAddress.home.url))
    #expect(frame.links == [link])
    let linked = frame.cells.filter { $0.link == 1 }.map { String($0.glyph) }.joined()
    #expect(linked == OIDCAddress.home.url)
  }

  @Test func `the browser is opened, and the address copied, only when the user asks`() {
    var stage = Stage.signingIn()
    #expect(stage.effects.isEmpty)
    stage.press("o")
    #expect(stage.effects == [.openAddress(OIDCAddress.home.url)])
    stage.press("y")
    #expect(stage.effects == [.copy(OIDCAddress.home.url)])
  }

  @Test func `a finished sign-in goes on by itself, to the request`() {
    var stage = Stage.signingIn()
    stage.receive(.oidcGranted(.success(.home)))
    #expect(stage.shows("This device"))
    stage.activate()
    #expect(stage.request?.credential == .oidc(.home))
  }

  @Test func `a pasted address is handed over without its blanks`() {
    var stage = Stage.signingIn()
    stage.send(.paste(" \(Self.redirect.prefix(30))\n\(Self.redirect.dropFirst(30))\n"))
    #expect(stage.effects == [.pasteOIDCRedirect(Self.redirect)])
  }

  @Test func `an address can be typed, or pasted into the field`() {
    var stage = Stage.signingIn()
    stage.press("e", .enter)
    #expect(stage.shows("Paste or type the address first."))
    stage.send(.paste(String(Self.redirect.dropLast())))
    #expect(stage.effects.isEmpty)
    stage.press(.character(Self.redirect.last ?? "0"), .enter)
    #expect(stage.effects == [.pasteOIDCRedirect(Self.redirect)])
    #expect(stage.shows("Open this address"))
  }

  @Test func `the field closes without ending the sign-in`() {
    var stage = Stage.signingIn()
    stage.press("e")
    stage.type("http")
    stage.press(.escape)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Open this address"))
  }

  @Test(arguments: [
    (OIDCFault.invalidRedirect, "not the address that ends the sign-in"),
    (.stateMismatch, "belongs to another sign-in"),
  ])
  func `somebody else's address leaves the sign-in open`(fault: OIDCFault, words: String) {
    var stage = Stage.signingIn()
    stage.receive(.oidcGranted(.failure(.oidc(fault))))
    #expect(stage.shows(words))
    #expect(stage.shows("Open this address"))
    stage.receive(.oidcGranted(.success(.home)))
    #expect(stage.shows("This device"))
  }

  @Test(arguments: [
    (TokenFailure.oidc(.denied("access_denied")), "refused: access_denied"),
    (.oidc(.timedOut), "took too long"), (.network(.connectionLost), "connection was lost"),
  ])
  func `any other failure ends it, and it can be started anew`(
    failure: TokenFailure, words: String
  ) {
    var stage = Stage.signingIn()
    stage.receive(.oidcGranted(.failure(failure)))
    #expect(stage.shows(words))
    stage.receive(.oidcGranted(.success(.home)))
    #expect(!stage.shows("This device"), "a late answer counts no more")
    stage.press("r")
    #expect(stage.effects == [.cancelOIDC, .beginOIDC])
  }

  @Test(arguments: [Key.escape, "q", .control("c")])
  func `going back ends the sign-in`(key: Key) {
    var stage = Stage.signingIn()
    stage.press(key)
    #expect(stage.effects == [.cancelOIDC])
    #expect(stage.shows("Welcome"))
    stage.receive(.oidcGranted(.success(.home)))
    #expect(stage.shows("Welcome"))
  }

  @Test func `the sign-in is still good when one comes back from the name`() {
    var stage = Stage.signingIn()
    stage.receive(.oidcGranted(.success(.home)))
    stage.press(.escape)
    #expect(stage.shows("You have signed in."))
    stage.press(.enter)
    #expect(stage.shows("This device"))
  }

  @Test func `a sign-in that the bank refused is not sent twice`() {
    var stage = Stage.signingIn()
    stage.receive(.oidcGranted(.success(.home)))
    stage.activate()
    stage.receive(.activated(.failure(.activationRefused(otpSent: false))))
    stage.press("r")
    #expect(stage.effects.isEmpty)
    stage.press("c")
    #expect(stage.effects == [.cancelOIDC, .beginOIDC])
  }

  @Test func `a redirect to another machine can only be pasted, and that is said`() {
    var stage = Stage.everyWay()
    stage.press("s")
    stage.receive(
      .oidcAddress(
        .success(
          OIDCAddress(url: "https://id.home.example/", redirect: "https://home.example/done"))))
    #expect(stage.shows("paste here the address of the last page"))
    #expect(!stage.shows("by itself"))
  }

  @Test func `a picture that does not fit says what window it needs`() {
    var stage = Stage.signingIn()
    stage.press("G")
    #expect(stage.shows("A window of 69x38 would show it as a QR code too."))
    stage.resize(columns: 69, rows: 38)
    stage.press("G")
    #expect(stage.shows("█▀"))
    #expect(!stage.shows("A window of"))
  }
}
