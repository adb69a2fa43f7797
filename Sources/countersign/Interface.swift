import FoundationEssentials
import Glibc
import TerminalUI
import TokenApp
import TokenCore
import TokenModel
import TokenScreens

/// Opens the interface on the calling thread and returns when it is left.
enum Interface {
  /// `code` is offered at the start where this device is not activated yet; `text` is what is opened
  /// first.
  static func run(
    _ location: Location, offering code: ActivationCode? = nil,
    following text: ScannedText? = nil, isSandbox: Bool = false, isKept: Bool = true
  ) throws {
    let wiring = try TokenWiring(location)
    let terminal = try open(wiring.settings.appearance)
    defer { terminal.end() }
    let bank = Bank(isSandbox: isSandbox, isKept: isKept)
    AppLoop(
      session: ProfileSession(wiring, offering: code, following: text, bank),
      port: TerminalPort(terminal), profiles: ProfilesPort(location, bank)
    ).run()
  }

  private static func open(_ appearance: Appearance) throws(CommandFailure) -> Terminal {
    do throws(TerminalFault) {
      let terminal = try Terminal()
      terminal.setAppearance(appearance)
      return terminal
    } catch {
      throw CommandFailure(error)
    }
  }
}

/// What kind of bank the interface is opened for.
private struct Bank: Sendable {
  let isSandbox: Bool
  /// What it holds outlives the program.
  let isKept: Bool
}

extension StartContext {
  fileprivate init(
    _ wiring: TokenWiring, offering code: ActivationCode?, following text: ScannedText?,
    _ bank: Bank
  ) {
    self.init(
      profile: wiring.settings.name, bank: wiring.settings.bank, server: wiring.profile.server.base,
      protocolVersion: wiring.profile.version.rawValue, deviceName: wiring.deviceName,
      isSandbox: bank.isSandbox, isKept: bank.isKept, offeredCode: code, offeredLink: text,
      variants: wiring.settings.offer.variants,
      appearance: wiring.settings.appearance,
      redirectSchemes: wiring.settings.redirectSchemes,
      language: Language(preferences: wiring.settings.language) ?? .ofUser,
      pictures: wiring.settings.pictures,
      pinning: wiring.settings.pins.kind)
  }
}

extension ProfileSession {
  fileprivate init(
    _ wiring: TokenWiring, offering code: ActivationCode? = nil,
    following text: ScannedText? = nil, _ bank: Bank
  ) {
    self.init(
      start: StartContext(wiring, offering: code, following: text, bank),
      token: TokenSource(wiring),
      settings: LoopSettings(
        pollIntervalSeconds: wiring.settings.pollIntervalSeconds, sha256: OperationLines.sha256),
      signIn: SignInPort(
        providerID: wiring.settings.offer.signIn?.provider,
        redirectPort: wiring.settings.offer.signIn?.redirectPort, wait: BrowserRedirect.wait,
        open: OpenAddress(
          environment: ProcessInfo.processInfo.environment,
          schemes: wiring.settings.redirectSchemes
        ).problem),
      pictures: PicturesPort(wiring))
  }
}

extension ProfilesPort {
  fileprivate init(_ location: Location, _ bank: Bank) {
    self.init(
      list: { (try? ProfileList(location).entries()) ?? [] },
      open: { name throws(ProfileProblem) in
        do throws(ConfigurationFault) {
          return ProfileSession(try TokenWiring(location.with(profile: name)), bank)
        } catch {
          throw ProfileProblem(CommandFailure(error).happened)
        }
      })
  }
}

extension TokenSource {
  /// Opens the session when it is first needed; that is after the first frame.
  fileprivate convenience init(_ wiring: TokenWiring) {
    self.init { () throws(TokenFailure) in
      let session = try wiring.open()
      return Opened(session.token, close: { Task { await session.close() } })
    }
  }
}

extension TerminalPort {
  fileprivate init(_ terminal: Terminal) {
    let waker = terminal.waker
    self.init(
      size: { terminal.size }, present: { terminal.present($0) },
      wait: { terminal.wait(until: $0) }, wake: { waker.wake() },
      suspend: { terminal.suspend() }, redraw: { terminal.redraw() },
      setTitle: { terminal.setTitle($0) }, setAppearance: { terminal.setAppearance($0) },
      copy: { terminal.copy($0) },
      notify: { terminal.ring($0) }, pictureForm: { terminal.pictureForm })
  }
}

extension CommandFailure {
  /// Why the interface cannot be shown here; the commands work all the same.
  fileprivate init(_ fault: TerminalFault) {
    let happened =
      switch fault {
      case .notATerminal: say("program.standard-input-output")
      case .unknownTerminal(let name): say("program.terminal-type-term", ["name": name])
      case .unsuitableTerminal(let name):
        say("program.terminal-type-term-cannot", ["name": name])
      case .system(let number):
        say(
          "program.terminal-cannot-be",
          ["number": ReasonWords.text(String(cString: strerror(number)))])
      }
    self = .usage(
      happened, next: say("program.use-command-instead"))
  }
}
