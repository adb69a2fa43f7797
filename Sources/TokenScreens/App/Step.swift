import TokenModel

/// What a screen asks of the machine around it.
enum Step: Equatable, Sendable {
  case run(Effect)
  /// Shows another screen; the present one waits below.
  case push(Route)
  case replace(Route)
  case back
  /// Forgets all screens for this one.
  case home(Route)
  case say(Notice.Kind, String)
  /// Hands an action to the screen that knows it, if it is still there.
  case dispatch(RouteAction)
  /// Goes where a text leads; without an origin it was pasted.
  case follow(ScannedText, by: ProximityCheck.Origin? = nil)
  /// As if the user had pressed the key on the screen that is on top now.
  case press(Key)
  /// Opens a row of the settings, wherever the user is.
  case setting(SettingsRow)

  var isNavigation: Bool {
    switch self {
    case .push, .replace, .back, .home: true
    case .run, .say, .dispatch, .follow, .press, .setting: false
    }
  }
}
