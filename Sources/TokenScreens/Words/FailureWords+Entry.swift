import TokenModel

/// Words about the other ways into an activation.
extension FailureWords {
  static let noCredentials = FailureWords(
    "No credentials were given.", "Nothing was sent.",
    "Give those that your bank asks for: --credential NAME=VALUE")

  static func emptyAttribute(_ name: String) -> FailureWords {
    FailureWords(
      "The value of \(DisplayText(name).singleLine) is empty.", "Nothing was sent.",
      "Fill it in.")
  }

  static func oidc(_ fault: OIDCFault) -> FailureWords {
    let again = "Start the sign-in again."
    return switch fault {
    case .notOffered:
      FailureWords(
        "Signing in with a browser is not set up.", "Nothing was sent.",
        "Set oidc_provider in the configuration to the name that your bank tells you.")
    case .stateMismatch:
      FailureWords(
        "The address belongs to another sign-in.",
        "It was not started here, or not by you. Nothing was activated.", again)
    case .denied(let word):
      FailureWords(
        "The sign-in was refused: \(DisplayText(word).singleLine).", "Nothing was activated.", again
      )
    case .invalidRedirect:
      FailureWords(
        "This is not the address that ends the sign-in.",
        "It must begin with the redirect address and hold a code.",
        "Copy the whole address from the browser.")
    case .portTaken(let port, let reason):
      FailureWords(
        "The browser cannot come back here: port \(port) is not free "
          + "(\(DisplayText(reason).singleLine)).",
        "The sign-in itself works.",
        "Sign in, then copy the address at which the browser ends and paste it here.")
    case .timedOut:
      FailureWords("The sign-in took too long.", "Nothing was activated.", again)
    case .canceled:
      FailureWords("The sign-in was cancelled.", "Nothing was activated.", again)
    }
  }

  static let upgradePending = FailureWords(
    "This activation still speaks an old version of the protocol.",
    "It can sign nothing until the server has taken part in the upgrade.",
    "Look at the status; that goes on with the upgrade.")

  static func noToken(_ name: String) -> FailureWords {
    FailureWords(
      "There is no token named \(DisplayText(name).singleLine).", "Nothing was done.",
      "See: countersign tokens list")
  }

  static func serverCannot(_ capability: Capability, _ refusal: ServerRefusal) -> FailureWords {
    let code = DisplayText(refusal.code).singleLine
    let next =
      switch capability {
      case .vault, .recovery: "Use the PIN if it was biometry: many servers want it here. "
      case .activationDetail, .rename, .userInfo, .upgrade, .oidc, .inbox: ""
      }
    return FailureWords(
      "The server does not do this: \(name(capability)).",
      "It answered \(code.isEmpty ? "HTTP \(refusal.status)" : "\(refusal.status) \(code)"). "
        + "Many servers lack it or keep it closed. Nothing was changed here.",
      next + "Ask your bank; all else works as before.")
  }

  private static func name(_ capability: Capability) -> String {
    switch capability {
    case .activationDetail: "details of the activation"
    case .rename: "renaming this device"
    case .userInfo: "information about the person"
    case .vault: "the key vault"
    case .recovery: "recovery codes"
    case .upgrade: "the upgrade of the protocol"
    case .oidc: "signing in with a browser"
    case .inbox: "an inbox for messages"
    }
  }

  static let forgedData = FailureWords(
    "The signature does not fit the data.",
    "The data do not come from your bank as they are, or were signed by another key.",
    "Do not trust the data.")

  static func portableState(_ fault: PortableStateFault) -> FailureWords {
    let nothing = "Nothing was imported."
    let again = "Export it once more from the other client."
    return switch fault {
    case .notAState:
      FailureWords("The file holds no saved session.", nothing, "Choose another file.")
    case .unsupportedVersion(let version):
      FailureWords(
        "The saved session has format \(version), which is not known here.", nothing,
        "Formats 3 to 6 are.")
    case .truncated: FailureWords("The saved session is cut off.", nothing, again)
    case .trailingBytes(let count):
      FailureWords(
        "The saved session is followed by \(TimeWords.counted(count, "more byte")).", nothing, again
      )
    case .noActivation:
      FailureWords("The saved session holds no activation.", nothing, "Choose another file.")
    case .wrongPassphrase:
      FailureWords(
        "The passphrase is wrong, or the file is damaged.", nothing, "Try the passphrase again.")
    case .damagedKeys:
      FailureWords(
        "The keys in the saved session cannot be used.",
        nothing + " The possession key may be another one.", "Give the right possession key.")
    }
  }
}
