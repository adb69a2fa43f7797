import TokenModel
import TokenScreens

extension Stage {
  /// The settings of an activated token; `biometry` is what was looked up.
  static func settings(
    _ biometry: BiometryState = .off, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = operations(columns: columns, rows: rows)
    stage.receive(.biometry(.success(biometry)))
    stage.press(.settingsTab)
    stage.receive(.status(.success(.active(failed: 0))))
    return stage
  }

  /// Opens a row of the settings and proves the second factor.
  mutating func prove(_ keys: Key...) {
    for key in keys { press(key) }
    type("4071")
    press(.enter)
  }
}

extension BiometryState {
  static let off = BiometryState(enabled: nil, providers: [.finger, .desktop])
  static let finger = BiometryState(enabled: "fingerprint", providers: [.finger, .desktop])
  static let session = BiometryState(enabled: "desktop", providers: [.noReader, .desktop])
  static let lost = BiometryState(
    enabled: "fingerprint",
    providers: [
      Provider(name: "fingerprint", obstacle: .keyLost(provider: "fingerprint")), .desktop,
    ])
  static let nothing = BiometryState(enabled: nil, providers: [.noReader, .noKeyring])
}

extension BiometryState.Provider {
  static let finger = Self(name: "fingerprint")
  static let desktop = Self(name: "desktop")
  static let noReader = Self(
    name: "fingerprint",
    obstacle: .unavailable(provider: "fingerprint", reason: "no fingerprint reader was found"))
  static let noKeyring = Self(
    name: "desktop", obstacle: .unavailable(provider: "desktop", reason: "the keyring is locked"))
}

extension Scene {
  private static func settings(
    _ name: String, _ biometry: BiometryState = .off,
    _ play: @escaping @Sendable (inout Stage) -> Void
  ) -> Scene {
    Scene(name) { columns, rows in
      var stage = Stage.settings(biometry, columns: columns, rows: rows)
      play(&stage)
      return stage
    }
  }

  static let statusPages = [
    settings("settings-end", .finger) { $0.press("G", .up, .up, .up) },
    settings("status") { stage in
      stage.press("s")
      stage.receive(
        .status(
          .success(
            ActivationStatus(
              state: .active, failedAttempts: 2, maxFailedAttempts: 5,
              customObject: customObject))))
    },
    settings("status-object") { stage in
      stage.receive(
        .status(
          .success(
            ActivationStatus(
              state: .active, failedAttempts: 0, maxFailedAttempts: 5,
              customObject: customObject))))
      stage.press("s", "o")
    },
    settings("status-upgrade") { stage in
      stage.receive(
        .status(
          .success(
            ActivationStatus(
              state: .active, failedAttempts: 0, maxFailedAttempts: 5, isUpgradePending: true))))
      stage.press("s")
    },
    settings("status-deadlocked") { stage in
      stage.receive(
        .status(
          .success(
            ActivationStatus(
              state: .active, failedAttempts: 0, maxFailedAttempts: 5, isDeadlocked: true))))
      stage.press("s")
    },
    settings("rename") { $0.press("n") },
    settings("rename-refused") { stage in
      stage.press("n")
      stage.type(" at home")
      stage.prove(.enter)
      stage.receive(
        .renamed(
          .failure(
            .serverCannot(.rename, ServerRefusal(status: 400, code: "ERR_ACTIVATION", message: "")))
        ))
    },
    settings("detail") { stage in
      stage.press("d")
      stage.receive(.detail(.success(detail)))
    },
    settings("user-info") { stage in
      stage.press("u")
      stage.receive(.userInfo(.success(UserInfo(claims))))
    },
    settings("user-info-failed") { stage in
      stage.press("u")
      stage.receive(.userInfo(.failure(.network(.connectionLost))))
    },
    settings("tokens") { stage in
      stage.press("t")
      stage.receive(.tokens(.success(tokens)))
      stage.press(.down)
    },
    settings("token-removal") { stage in
      stage.press("t")
      stage.receive(.tokens(.success(tokens)))
      stage.press("x")
    },
    settings("language") { $0.press("a", .down) },
    settings("clock") { stage in
      stage.press("w")
      stage.receive(
        .clock(
          .success(ClockReport(adjustmentMilliseconds: 86_712_000, roundTripMilliseconds: 38))))
    },
  ]

  static let factorPages = [
    settings("pin-change") { stage in
      stage.press("p")
      stage.type("4071")
      stage.press(.enter)
      stage.type("1990")
      stage.press(.enter)
      stage.type("19")
    },
    settings("pin-change-wrong") { stage in
      stage.changePIN()
      stage.receive(.pinChanged(.failure(.wrongPIN(attemptsLeft: 2))))
    },
    settings("pin-change-failed") { stage in
      stage.changePIN()
      stage.receive(.pinChanged(.failure(.network(.timeOut(seconds: 20)))))
    },
    settings("biometry-off") { $0.press("b") },
    settings("biometry-on", .session) { $0.press("b") },
    settings("biometry-lost", .lost) { $0.press("b") },
    settings("biometry-nothing", .nothing) { $0.press("b") },
    settings("biometry-add") { $0.press("b", "1") },
    settings("biometry-remove", .finger) { $0.press("b", "x") },
    settings("pin-or-finger", .finger) { $0.press("X") },
    settings("pin-or-session", .session) { $0.press("X") },
    settings("finger-wait", .finger) { stage in
      stage.press("X", .control("f"))
      stage.wait(milliseconds: 4000)
    },
    settings("finger-refused", .finger) { stage in
      stage.press("X", .control("f"))
      stage.receive(.removed(.failure(.biometryRefused(attemptsLeft: 3))))
    },
    settings("finger-lost", .finger) { stage in
      stage.press("X", .control("f"))
      stage.receive(.removed(.failure(.biometry(.keyLost(provider: "fingerprint")))))
    },
    Scene("finger-only") { columns, rows in
      var stage = Stage.detail(.fingerOnly, columns: columns, rows: rows)
      stage.receive(.biometry(.success(.finger)))
      stage.readOn()
      stage.press("a")
      return stage
    },
    Scene("finger-only-closed") { Stage.detail(.fingerOnly, columns: $0, rows: $1) },
    Scene("pre-approval-typed") { columns, rows in
      var stage = Stage.detail(
        .make(
          id: "op-slider", title: "Confirm Payment",
          ui: ["preApprovalScreen": ["type": "INFO", "approvalType": "SLIDER"]]),
        columns: columns, rows: rows)
      stage.press("a")
      return stage
    },
  ]

  static let recoveryPages = [
    settings("recovery") { $0.press("c") },
    settings("recovery-code") { stage in
      stage.prove("c", "s")
      stage.receive(.recovery(.success(.sample)))
    },
    settings("recovery-none") { stage in
      stage.prove("c", "s")
      stage.receive(.recovery(.failure(.noRecoveryCode)))
    },
    settings("recovery-card") { stage in
      stage.press("c", "c")
      stage.send(.paste("R:" + code))
    },
    settings("recovery-confirmed") { stage in
      stage.confirmCard()
      stage.receive(.recoveryConfirmed(.success(RecoveryConfirmation(alreadyConfirmed: false))))
    },
  ]

  static let customObject: JSONValue = [
    "branch": "Prague 1", "limits": ["daily": 50000, "currency": "CZK"], "vip": true,
    "flags": ["verified", "no\u{1B}[2Jtrick"],
  ]

  static let detail = ActivationDetail([
    "activationId": "f8a1c8f5-9a0b-4c9c-9d4f-2b6d1b2c3d4e", "activationName": "jane@thinkpad",
    "platform": "linux", "deviceInfo": "Debian GNU/Linux 12", "userId": "jane.doe",
    "extras": ["channel": "branch"],
  ])

  static let claims: JSONValue = [
    "sub": "4711", "name": "Jane Doe", "given_name": "Jane", "family_name": "Doe",
    "email": "jane@acme.example", "email_verified": true, "phone_number": "+420 777 123 456",
    "birthdate": "0000-04-01", "address": ["street_address": "Main 1", "locality": "Prague"],
    "updated_at": 1_782_000_000, "segment": "private", "jti": "d43b7d9c", "iat": 1_782_000_000,
  ]

  static let tokens = [
    TokenDescription(
      name: "possession_universal", id: "0c8b1f0e-5a9d-4c1e-8a44-3b1d7f1f7a55",
      factors: "possession"),
    TokenDescription(
      name: "activation detail", id: "d41d8cd9-8f00-4204-a980-0998ecf8427e",
      factors: "possession_knowledge"),
  ]
}

extension RecoveryCodes {
  static let sample = RecoveryCodes(
    code: Secret(Array(Scene.code.utf8)), puk: Secret(Array("1234567890".utf8)))
}

extension UserOperation {
  static let fingerOnly = make(
    id: "op-finger", title: "Open the vault", message: "Touch to open.",
    signature: ["type": "2FA", "variants": ["possession_biometry"]])
}

extension Stage {
  /// Types the old and the new PIN, and sends both.
  mutating func changePIN(from old: String = "4071", to new: String = "9562") {
    press("p")
    for pin in [old, new, new] {
      type(pin)
      press(.enter)
    }
  }

  /// Types a card's code, and proves the PIN.
  mutating func confirmCard() {
    press("c", "c")
    send(.paste(Scene.code))
    prove(.enter)
  }
}
