import TokenModel

/// The words around a second factor, by what it is for.
extension FactorPurpose {
  /// What stands in the border, and below it what has no room there.
  func title(columns: Int) -> (title: String, subject: String?) {
    switch self {
    case .approval(let operation, _):
      let title = "Approve: \(operation.deed)"
      return DisplayWidth.of(title) <= columns ? (title, nil) : ("Approve", operation.deed)
    case .offline(let operation):
      let deed = OfflineWords.deed(operation)
      let title = "Code for: \(deed)"
      return DisplayWidth.of(title) <= columns ? (title, nil) : ("Code", deed)
    case .removal: return ("Remove this activation", nil)
    case .addition(let provider): return ("Add \(ProviderWords(provider).name)", nil)
    case .detail: return ("Ask your bank about this device", nil)
    case .renaming(let name):
      let title = "Rename to \(DisplayText(name).singleLine)"
      return DisplayWidth.of(title) <= columns ? (title, nil) : ("Rename this device", nil)
    case .recovery: return ("Show the recovery code", nil)
    case .confirmation: return ("Confirm a recovery code", nil)
    }
  }

  /// What the factor does here, before anything went wrong.
  var words: String {
    switch self {
    case .approval: "The PIN that you chose at activation."
    case .offline: OfflineWords.wrongPIN
    case .removal: "Your bank forgets this device, and this device its keys."
    case .addition(let provider):
      "After this, \(ProviderWords(provider).yours) can stand in for the PIN."
    case .detail: "Your bank tells it to nobody without a second factor."
    case .renaming: "Your bank shows the new name from then on."
    case .recovery: "Look around first: nobody else should see the code."
    case .confirmation: "Your bank then knows that you hold the card."
    }
  }

  /// The deed, on its button.
  var label: String {
    switch self {
    case .approval: "Approve"
    case .offline: "Get code"
    case .removal: "Remove"
    case .addition: "Add"
    case .detail: "Ask"
    case .renaming: "Rename"
    case .recovery: "Show"
    case .confirmation: "Confirm"
    }
  }

  /// What the PIN's key does, on the help page.
  var help: String {
    if case .offline = self { return "Computes the code with the PIN; nothing is sent." }
    return "Sends the PIN's proof: \(label.lowercased())."
  }

  /// Why nobody leaves before the answer.
  func whyNotLeave(_ proof: Proof) -> String {
    switch proof {
    case .biometry: return FactorWait.whyNotLeave(proof)
    case .pin, .device:
      if case .offline = self { return "The code is being computed." }
      return FactorWait.whyNotLeave(proof)
    }
  }

  /// What is going on once it was sent.
  var busy: String {
    switch self {
    case .approval: "Sending your approval\u{2026}"
    case .offline: "Computing the code\u{2026}"
    case .removal: "Removing the activation\u{2026}"
    case .addition: "Checking the PIN with your bank\u{2026}"
    case .detail: "Asking your bank\u{2026}"
    case .renaming: "Renaming\u{2026}"
    case .recovery: "Fetching the recovery code\u{2026}"
    case .confirmation: "Confirming the code\u{2026}"
    }
  }

  /// The page that asked for it.
  var page: String {
    switch self {
    case .approval, .offline: "Operation"
    case .removal, .detail: "Settings"
    case .addition: "Biometry"
    case .renaming: "Name"
    case .recovery: "Recovery codes"
    case .confirmation: "Card"
    }
  }

  /// Nil where the usual words of a failure fit.
  var context: FailureContext? {
    switch self {
    case .confirmation: .recoveryConfirmation
    case .approval, .offline, .removal, .addition, .detail, .renaming, .recovery: nil
    }
  }

  /// The head of the page that says what went wrong.
  var failed: String {
    switch self {
    case .approval: "Nothing was decided"
    case .offline: "No code was made"
    case .removal: "The activation was not removed"
    case .addition(let provider): "No \(ProviderWords(provider).subject) was added"
    case .detail: "Your bank did not tell"
    case .renaming: "The name was not changed"
    case .recovery: "The recovery code cannot be shown"
    case .confirmation: "The code was not confirmed"
    }
  }
}
