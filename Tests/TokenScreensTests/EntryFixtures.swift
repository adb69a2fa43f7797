import TokenModel
import TokenScreens

/// A bank that lets devices in by every way.
extension StartContext {
  static var everyWay: StartContext {
    StartContext(
      profile: "home", bank: "Home Bank", server: "https://home.example", protocolVersion: "3.3",
      deviceName: "jane@thinkpad",
      variants: ActivationVariants(
        fields: [
          .init(name: "username", label: "User name"),
          .init(name: "password", label: "Password", isSecret: true),
          .init(name: "branch", label: "Branch", isRequired: false),
        ], hasRecovery: true, signIn: "Home ID"),
      appearance: Appearance(theme: "light", accent: .magenta), language: Language.current)
  }
}

extension OIDCAddress {
  static let home = OIDCAddress(
    url: "https://id.home.example/oauth2/authorize?response_type=code&client_id=countersign"
      + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A49152%2Fredirect&scope=openid"
      + "&state=cX0PqJ6Wf8yLz3aM&nonce=vT2rKd9HsB5nGe7u&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK"
      + "1t8URWbuGJSstw-cM&code_challenge_method=S256",
    redirect: "http://127.0.0.1:49152/redirect", qr: .pattern(61))
}

extension OIDCGrant {
  static let home = OIDCGrant(
    providerID: "home-id", code: "q7Rk2", nonce: "vT2rKd9HsB5nGe7u", codeVerifier: "dBjftJeZ4CVP")
}

extension ModuleMatrix {
  /// Not a code that means something, but as dense as one.
  static func pattern(_ width: Int) -> ModuleMatrix? {
    let modules = (0..<width * width).map { place in
      let (x, y) = (place % width, place / width)
      let isBorder = x == 0 || y == 0 || x == width - 1 || y == width - 1
      return isBorder || (x * 7 + y * 11 + x * y) % 3 == 0
    }
    return ModuleMatrix(width: width, modules: modules)
  }
}

extension NewActivation {
  static let withRecovery = NewActivation(
    local: Stage.activation,
    recovery: RecoveryCodes(
      code: Secret(Array("VVVVV-VVVVV-VVVVV-VTFVA".utf8)), puk: Secret(Array("0123456789".utf8))),
    userInfo: UserInfo(["name": "Jane Doe"]))
}

extension ProfileEntry {
  static let all = [
    ProfileEntry(
      name: "default", bank: "Acme Bank", server: "https://token.acme.example",
      activation: Stage.activation),
    ProfileEntry(name: "home", bank: "Home Bank", server: "https://home.example"),
    ProfileEntry(
      name: "work", server: "https://mobile.enterprise-banking.example/enrollment-server",
      activation: LocalActivation(
        activationID: "a1", fingerprint: "87654321", deviceName: "desk")),
    ProfileEntry(
      name: "old", bank: "Old Bank", server: nil,
      problem: "config.toml:31:1: the key server is missing in profiles.old"),
  ]
}

extension Stage {
  /// A device without an activation at a bank that offers every way.
  static func everyWay(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = Stage(.everyWay, columns: columns, rows: rows)
    stage.receive(.activation(.success(nil)))
    return stage
  }

  static func signingIn(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = everyWay(columns: columns, rows: rows)
    stage.press("s")
    stage.receive(.oidcAddress(.success(.home)))
    return stage
  }

  /// At the page of the PUK, with a whole code above it.
  static func recovering(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = everyWay(columns: columns, rows: rows)
    stage.press("r")
    stage.send(.paste("R:" + Scene.code))
    stage.press(.enter)
    return stage
  }

  /// The form of the bank, filled in.
  static func identified(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = everyWay(columns: columns, rows: rows)
    stage.press("c")
    stage.type("jane")
    stage.press(.enter)
    stage.type("pass word")
    stage.press(.enter)
    return stage
  }

  /// Keeps the name of the device and chooses a PIN, from the page of the name on.
  mutating func activate(pin: String = "4071") {
    press(.enter)
    type(pin)
    press(.enter)
    type(pin)
    press(.enter)
  }

  /// The request that the latest action asked for.
  var request: ActivationRequest? {
    guard case .activate(let request)? = effects.first(where: { $0.isActivation }) else {
      return nil
    }
    return request
  }

  static func profiles(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = operations(columns: columns, rows: rows)
    stage.press("P")
    stage.receive(.profiles(ProfileEntry.all))
    return stage
  }
}

extension Effect {
  fileprivate var isActivation: Bool {
    if case .activate = self { true } else { false }
  }
}
