import TokenModel

/// Words about the other ways into an activation.
extension FailureWords {
  static var noCredentials: FailureWords {
    FailureWords(
      say("failures-entry.no-credentials"), say("failures-entry.nothing-sent"),
      say("failures-entry.no-credentials-next"))
  }

  static func emptyAttribute(_ name: String) -> FailureWords {
    FailureWords(
      say("failures-entry.empty", ["name": DisplayText(name).singleLine]),
      say("failures-entry.nothing-sent"),
      say("failures-entry.empty-next"))
  }

  static func oidc(_ fault: OIDCFault) -> FailureWords {
    let again = say("failures-entry.again")
    return switch fault {
    case .notOffered:
      FailureWords(
        say("failures-entry.oidc-not-offered"), say("failures-entry.nothing-sent"),
        say("failures-entry.oidc-not-offered-next"))
    case .stateMismatch:
      FailureWords(
        say("failures-entry.oidc-mismatch"),
        say("failures-entry.oidc-mismatch-means"), again)
    case .denied(let word):
      FailureWords(
        say("failures-entry.oidc-denied", ["word": DisplayText(word).singleLine]),
        say("failures-entry.nothing-activated"), again
      )
    case .invalidRedirect:
      FailureWords(
        say("failures-entry.oidc-redirect"),
        say("failures-entry.oidc-redirect-means"),
        say("failures-entry.oidc-redirect-next"))
    case .portTaken(let port, let reason):
      FailureWords(
        say(
          "failures-entry.oidc-port",
          ["port": String(port), "reason": ReasonWords.text(reason)]),
        say("failures-entry.oidc-port-means"),
        say("failures-entry.oidc-port-next"))
    case .timedOut:
      FailureWords(say("failures-entry.oidc-late"), say("failures-entry.nothing-activated"), again)
    case .canceled:
      FailureWords(
        say("failures-entry.oidc-canceled"), say("failures-entry.nothing-activated"), again)
    }
  }

  static var upgradePending: FailureWords {
    FailureWords(
      say("failures-entry.upgrade"),
      say("failures-entry.upgrade-means"),
      say("failures-entry.upgrade-next"))
  }

  static func noToken(_ name: String) -> FailureWords {
    FailureWords(
      say("failures-entry.no-token", ["name": DisplayText(name).singleLine]),
      say("failures-entry.nothing-done"),
      say("failures-entry.no-token-next"))
  }

  static func serverCannot(_ capability: Capability, _ refusal: ServerRefusal) -> FailureWords {
    let code = DisplayText(refusal.code).singleLine
    let next =
      switch capability {
      case .vault, .recovery: say("failures-entry.server-cannot-pin")
      case .activationDetail, .rename, .userInfo, .upgrade, .oidc, .inbox, .push, .history,
        .claim:
        say("failures-entry.server-cannot-next")
      }
    let answer = code.isEmpty ? "HTTP \(refusal.status)" : "\(refusal.status) \(code)"
    return FailureWords(
      say("failures-entry.server-cannot", ["name": name(capability)]),
      say("failures-entry.server-cannot-means", ["answer": answer]),
      next)
  }

  private static func name(_ capability: Capability) -> String {
    switch capability {
    case .activationDetail: say("failures-entry.can-detail")
    case .rename: say("failures-entry.can-rename")
    case .userInfo: say("failures-entry.can-person")
    case .vault: say("failures-entry.can-vault")
    case .recovery: say("failures-entry.can-recovery")
    case .upgrade: say("failures-entry.can-upgrade")
    case .oidc: say("failures-entry.can-oidc")
    case .inbox: say("failures-entry.can-inbox")
    case .push: say("push.capability")
    case .history: say("history.capability")
    case .claim: say("links.capability")
    }
  }

  static var forgedData: FailureWords {
    FailureWords(
      say("failures-entry.forged"),
      say("failures-entry.forged-means"),
      say("failures-entry.forged-next"))
  }

  static func portableState(_ fault: PortableStateFault) -> FailureWords {
    let nothing = say("failures-entry.nothing-imported")
    let again = say("failures-entry.export-again")
    return switch fault {
    case .notAState:
      FailureWords(say("failures-entry.no-state"), nothing, say("failures-entry.another-file"))
    case .unsupportedVersion(let version):
      FailureWords(
        say("failures-entry.format", ["version": String(version)]), nothing,
        say("failures-entry.format-next"))
    case .truncated: FailureWords(say("failures-entry.truncated"), nothing, again)
    case .trailingBytes(let count):
      FailureWords(
        say("failures-entry.trailing", count: count), nothing, again
      )
    case .noActivation:
      FailureWords(say("failures-entry.empty-state"), nothing, say("failures-entry.another-file"))
    case .wrongPassphrase:
      FailureWords(
        say("failures-entry.passphrase"), nothing, say("failures-entry.passphrase-next"))
    case .damagedKeys:
      FailureWords(
        say("failures-entry.damaged"),
        say("failures-entry.damaged-means"), say("failures-entry.damaged-next"))
    }
  }
}
