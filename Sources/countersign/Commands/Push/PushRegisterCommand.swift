import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign push register TOKEN`
struct PushRegisterCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "register", abstract: say("push.register"),
      discussion: say("push.register-more"))
  }

  @Option(help: .init(say("push.platform"), valueName: "platform"))
  var platform: PushRegistration.Platform?

  @Option(help: .init(say("push.environment"), valueName: "environment"))
  var environment: PushRegistration.Environment?

  @Argument(help: ArgumentHelp(say("push.token")))
  var token: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (platform == nil) == (token == nil), environment == nil || platform != nil else {
      throw ValidationError(say("push.both-or-neither"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, wiring in
      guard let registration = try registration() ?? wiring.settings.push else {
        throw CommandFailure.usage(
          say("push.no-registration"), next: say("push.no-registration-next"))
      }
      try await session.token.registerPush(registration)
      context.console.answer(
        ["registered": true, "platform": .string(registration.platform.rawValue)],
        [say("push.registered", ["platform": registration.platform.rawValue])])
    }
  }

  /// Nil when the configuration is to say it.
  private func registration() throws(CommandFailure) -> PushRegistration? {
    guard let platform, let token else { return nil }
    let text =
      token == "-" ? String(decoding: try FileInput.bytes(token), as: UTF8.self) : token
    do throws(PushRegistration.Fault) {
      return try PushRegistration(platform: platform, environment: environment, token: text)
    } catch {
      throw .usage(PushWords.fault(error) + ".", next: PushWords.remedy(error))
    }
  }
}

extension PushRegistration.Platform: ExpressibleByArgument {}
extension PushRegistration.Environment: ExpressibleByArgument {}
