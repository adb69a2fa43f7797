import TokenModel
import TokenScreens

/// Reads where the bank's push messages are to arrive.
extension ProfileReader {
  /// Nil without a platform; the other keys need it.
  func push() throws(ConfigurationFault) -> PushRegistration? {
    let names = PushRegistration.Platform.allCases.map(\.rawValue)
    let environments = PushRegistration.Environment.allCases.map(\.rawValue)
    let environment = try word(.pushEnvironment, of: environments)
    let token = try text(.pushToken)
    let name = try word(.pushPlatform, of: names)
    guard let platform = name.flatMap(PushRegistration.Platform.init) else {
      guard token == nil, environment == nil else {
        throw fault(.pushPlatform, say("push.platform-missing"), say("push.platform-remedy"))
      }
      return nil
    }
    do throws(PushRegistration.Fault) {
      return try PushRegistration(
        platform: platform,
        environment: environment.flatMap(PushRegistration.Environment.init), token: token ?? "")
    } catch {
      let key: ProfileKey =
        if case .environmentOf = error { .pushEnvironment } else { .pushToken }
      throw fault(key, PushWords.fault(error), PushWords.remedy(error))
    }
  }
}
