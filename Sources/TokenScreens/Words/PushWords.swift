import TokenModel

/// Push messages and their registration in words.
public enum PushWords {
  /// What is wrong with a registration, for the middle of a sentence or as one without a full stop.
  public static func fault(_ fault: PushRegistration.Fault) -> String {
    switch fault {
    case .emptyToken: say("push.empty-token")
    case .brokenToken: say("push.broken-token")
    case .environmentOf(let platform):
      say("push.environment-of", ["platform": platform.rawValue])
    }
  }

  public static func remedy(_ fault: PushRegistration.Fault) -> String {
    switch fault {
    case .emptyToken, .brokenToken: say("push.token-remedy")
    case .environmentOf: say("push.environment-remedy")
    }
  }

  /// Why a text is no push message.
  public static func fault(_ fault: PushMessage.Fault) -> String {
    switch fault {
    case .notJSON: say("push.not-json")
    case .noType: say("push.no-type")
    case .unknownType(let type): say("push.unknown-type", ["type": DisplayText(type).singleLine])
    case .missing(let member): say("push.missing", ["member": member])
    }
  }

  /// What a message means, line by line; whatever it says stands behind a bar.
  public static func lines(_ message: PushMessage) -> [String] {
    switch message {
    case .operationInit(let id, _, let content):
      [say("push.operation-init", ["id": shown(id)])]
        + [content?.title, content?.body].compactMap { $0.map { "│ " + shown($0) } }
    case .operationFinished(let id, _, let result):
      [say("push.operation-finished", ["id": shown(id), "result": words(result)])]
    case .newInboxMessage(let id): [say("push.inbox", ["id": shown(id)])]
    }
  }

  private static func words(_ result: PushMessage.Result) -> String {
    switch result {
    case .success: say("push.result.success")
    case .fail: say("push.result.fail")
    case .timeout: say("push.result.timeout")
    case .canceled: say("push.result.canceled")
    case .methodNotAvailable: say("push.result.method")
    case .unknown(let word): shown(word)
    }
  }

  private static func shown(_ text: String) -> String { DisplayText(text).singleLine }
}

/// Words about a registration that did not succeed.
extension FailureWords {
  static func push(_ fault: PushFault) -> FailureWords {
    switch fault {
    case .alreadyRegistering:
      FailureWords(
        say("push.already-registering"), say("push.nothing-changed"), say("push.wait"))
    case .registrationFailed:
      FailureWords(say("push.registration-failed"), say("push.polling-goes-on"), say("push.later"))
    case .notAccepted:
      FailureWords(
        say("push.not-accepted"), say("push.polling-goes-on"), say("push.older-names"))
    }
  }
}
