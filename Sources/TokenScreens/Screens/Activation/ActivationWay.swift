import TokenModel

/// A way into an activation, as the welcome page offers it.
enum ActivationWay: Equatable, Sendable {
  case code
  /// By the name of whom one signs in with.
  case signIn(String)
  case credentials
  case recovery

  /// What the configuration offers; the code is always among it.
  static func offered(_ variants: ActivationVariants) -> [ActivationWay] {
    var ways = [code]
    if let provider = variants.signIn { ways.append(signIn(provider)) }
    if !variants.fields.isEmpty { ways.append(credentials) }
    if variants.hasRecovery { ways.append(recovery) }
    return ways
  }

  var key: Key {
    switch self {
    case .code: "a"
    case .signIn: "s"
    case .credentials: "c"
    case .recovery: "r"
    }
  }

  var title: String {
    switch self {
    case .code: say("welcome.way-code")
    case .signIn(let provider):
      say("welcome.way-sign-in", ["provider": DisplayText(provider).singleLine])
    case .credentials: say("welcome.way-credentials")
    case .recovery: say("welcome.way-recovery")
    }
  }

  var help: String {
    switch self {
    case .code: say("welcome.way-code-help")
    case .signIn: say("welcome.way-sign-in-help")
    case .credentials: say("welcome.way-credentials-help")
    case .recovery: say("welcome.way-recovery-help")
    }
  }

  /// The first page of the way, and what it needs at once.
  func steps(_ world: World) -> [Step] {
    switch self {
    case .code: [.push(Route(ActivationCodeScreen.self, .init(offered: world.offeredCode)))]
    case .signIn: [.push(Route(SignInScreen.self, .init(since: world.now))), .run(.beginOIDC)]
    case .credentials:
      [.push(Route(CredentialsScreen.self, .init(world.context.variants.fields)))]
    case .recovery: [.push(Route(RecoveryEntryScreen.self, .init()))]
    }
  }
}
