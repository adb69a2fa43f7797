import ArgumentParser
import FoundationEssentials
import QRCode
import TokenCore
import TokenModel
import TokenScreens

/// A sign-in with the browser, as the right to activate.
struct SignInOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("activation-commands.sign-in-with")))
  var oidc = false

  @Flag(
    help: ArgumentHelp(say("activation-commands.read-address-which")))
  var redirectStdin = false

  @Flag(help: ArgumentHelp(say("activation-commands.open-browser-at")))
  var open = false

  func validate() throws {
    guard oidc || !(redirectStdin || open) else {
      throw ValidationError(say("activation-commands.redirect-stdin-open"))
    }
  }

  /// Shows where to sign in, and waits for the browser to come back.
  func grant(
    _ session: TokenSession, _ wiring: TokenWiring, _ context: CommandContext
  ) async throws -> OIDCGrant {
    guard let offer = wiring.settings.offer.signIn else { throw TokenFailure.oidc(.notOffered) }
    let configuration = try await session.token.oidcConfiguration(providerID: offer.provider)
    let signIn = try OIDCSignIn(configuration.comingBack(on: offer.redirectPort))
    context.console.note(say("activation-commands.sign-in-here"))
    context.console.note("")
    if context.console.isForPeople { QRLines.lines(signIn.address).forEach(context.console.note) }
    context.console.note(signIn.address)
    context.console.note("")
    if open { await openBrowser(signIn.address, context.console) }
    return try signIn.grant(from: try await redirect(signIn, context))
  }

  private func openBrowser(_ address: String, _ console: Console) async {
    let open = OpenAddress(environment: ProcessInfo.processInfo.environment)
    if let problem = await open.problem(address) { console.note(problem) }
  }

  private func redirect(
    _ signIn: OIDCSignIn, _ context: CommandContext
  ) async throws -> String {
    if !redirectStdin, let port = signIn.loopbackPort {
      context.console.note(say("activation-commands.waiting-for-browser"))
      do throws(OIDCFault) {
        return try await BrowserRedirect.wait(signIn.redirect, port, signIn.isAnswered(by:))
      } catch {
        throw TokenFailure.oidc(error)
      }
    }
    let asked = Prompt.Asked(name: "address", option: "--redirect-stdin")
    return try context.prompt.text(
      say("activation-commands.address-which-browser") + " ", asked, fromPipe: redirectStdin)
  }
}

/// A text as a QR code that a camera reads off a terminal: two modules in each character.
enum QRLines {
  /// Modules that stay light around the symbol (ISO/IEC 18004 asks for four; cameras take two).
  private static let quiet = 2

  /// None when the text is too long for a code.
  static func lines(_ text: String) -> [String] {
    guard let code = QRCode(text) else { return [] }
    let range = -quiet..<code.width + quiet
    return stride(from: -quiet, to: code.width + quiet, by: 2).map { y in
      String(
        range.map { x in
          // A terminal is dark: what is light in the symbol is drawn.
          switch (code.isDark(x: x, y: y), code.isDark(x: x, y: y + 1)) {
          case (true, true): " "
          case (true, false): "▄"
          case (false, true): "▀"
          case (false, false): "█"
          }
        })
    }
  }
}
