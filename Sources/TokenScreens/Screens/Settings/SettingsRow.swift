import TokenModel

/// A row of the settings, in the order of the page.
enum SettingsRow: Equatable, Sendable, CaseIterable {
  case status, fingerprint, name, detail, person
  case pin, biometry, recovery, externalKey
  case tokens, clock
  case profile, language, server, version
  case removal, localRemoval

  /// The key that opens it from anywhere on the page; nil for a row that only tells.
  var key: Key? {
    switch self {
    case .status: "s"
    case .name: "n"
    case .detail: "d"
    case .person: "u"
    case .pin: "p"
    case .biometry: "b"
    case .recovery: "c"
    case .tokens: "t"
    case .clock: "w"
    case .profile: ProfilesScreen.key
    case .language: "a"
    case .removal: "X"
    case .localRemoval: "L"
    case .fingerprint, .externalKey, .server, .version: nil
    }
  }

  /// A blank line stands above it where there is room.
  var beginsGroup: Bool {
    switch self {
    case .pin, .tokens, .profile, .removal: true
    case .status, .fingerprint, .name, .detail, .person, .biometry, .recovery, .externalKey,
      .clock, .language, .server, .version, .localRemoval:
      false
    }
  }

  /// The steps that open it; none for a row that only tells.
  func open(_ world: World) -> [Step] {
    switch self {
    case .status: [.push(Route(StatusScreen.self, .init())), .run(.fetchStatus)]
    case .name:
      [.push(Route(RenameScreen.self, .init(world.activation?.deviceName ?? "")))]
    case .detail:
      // What was proven before may be enough; else the factor is asked for.
      [
        .push(Route(SendingScreen.self, .init(.detail, .device, since: world.now))),
        .run(.fetchDetail(nil)),
      ]
    case .person:
      [.push(Route(UserInfoScreen.self, .init(world))), .run(.fetchUserInfo)]
    case .pin: [.push(Route(ChangePINScreen.self, .init()))]
    case .biometry: [.push(Route(BiometryScreen.self, .init())), .run(.loadBiometry)]
    case .recovery: [.push(Route(RecoveryScreen.self, .init()))]
    case .tokens: [.push(Route(TokensScreen.self, .init(since: world.now))), .run(.loadTokens)]
    case .clock: [.push(Route(ClockScreen.self, .init(since: world.now))), .run(.checkClock)]
    case .profile: ProfilesScreen.open
    case .language: [.push(Route(LanguageScreen.self, .init(world.language)))]
    case .removal: [.push(Route(PINScreen.self, .init(.removal)))]
    case .localRemoval: [.push(Route(LocalRemovalScreen.self, .init()))]
    case .fingerprint, .externalKey, .server, .version: []
    }
  }

  /// What `y` gives to the clipboard; nil where there is nothing worth copying.
  func copied(_ world: World) -> String? {
    switch self {
    case .fingerprint: world.activation?.fingerprint
    case .status: world.activation?.activationID
    case .server: world.context.server
    case .name: world.activation?.deviceName
    case .detail, .person, .pin, .biometry, .recovery, .externalKey, .tokens, .clock, .profile,
      .language, .version, .removal, .localRemoval:
      nil
    }
  }
}
