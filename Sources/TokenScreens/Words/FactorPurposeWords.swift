import TokenModel

/// The words around a second factor, by what it is for.
extension FactorPurpose {
  /// What stands in the border, and below it what has no room there.
  func title(columns: Int) -> (title: String, subject: String?) {
    switch self {
    case .approval(let operation, _):
      let title = say("purposes.approve", ["deed": operation.deed])
      return DisplayWidth.of(title) <= columns
        ? (title, nil) : (say("purposes.approve-short"), operation.deed)
    case .offline(let operation):
      let deed = OfflineWords.deed(operation)
      let title = say("purposes.code-for", ["deed": deed])
      return DisplayWidth.of(title) <= columns ? (title, nil) : (say("purposes.code"), deed)
    case .removal: return (say("purposes.remove"), nil)
    case .addition(let provider):
      return (say("purposes.add", ["name": ProviderWords(provider).name]), nil)
    case .detail: return (say("purposes.detail"), nil)
    case .history: return (say("history.ask"), nil)
    case .renaming(let name):
      let title = say("purposes.rename", ["name": DisplayText(name).singleLine])
      return DisplayWidth.of(title) <= columns ? (title, nil) : (say("purposes.rename-short"), nil)
    case .recovery: return (say("purposes.recovery"), nil)
    case .confirmation: return (say("purposes.confirmation"), nil)
    }
  }

  /// What the factor does here, before anything went wrong.
  var words: String {
    switch self {
    case .approval: say("purposes.approval-words")
    case .offline: OfflineWords.wrongPIN
    case .removal: say("purposes.removal-words")
    case .addition(let provider):
      say("purposes.addition-words", ["yours": ProviderWords(provider).yours])
    case .detail: say("purposes.detail-words")
    case .history: say("history.why")
    case .renaming: say("purposes.renaming-words")
    case .recovery: say("purposes.recovery-words")
    case .confirmation: say("purposes.confirmation-words")
    }
  }

  /// The deed, on its button.
  var label: String {
    switch self {
    case .approval: say("purposes.label-approval")
    case .offline: say("purposes.label-offline")
    case .removal: say("purposes.label-removal")
    case .addition: say("purposes.label-addition")
    case .detail: say("purposes.label-detail")
    case .history: say("history.show")
    case .renaming: say("purposes.label-renaming")
    case .recovery: say("purposes.label-recovery")
    case .confirmation: say("purposes.label-confirmation")
    }
  }

  /// The same among the keys and in the middle of a sentence.
  var verb: String {
    switch self {
    case .approval: say("purposes.verb-approval")
    case .offline: say("purposes.verb-offline")
    case .removal: say("purposes.verb-removal")
    case .addition: say("purposes.verb-addition")
    case .detail: say("purposes.verb-detail")
    case .history: say("history.show-key")
    case .renaming: say("purposes.verb-renaming")
    case .recovery: say("purposes.verb-recovery")
    case .confirmation: say("purposes.verb-confirmation")
    }
  }

  /// What the PIN's key does, on the help page.
  var help: String {
    switch self {
    case .offline: say("purposes.offline-help")
    case .approval: say("purposes.help-approval")
    case .removal: say("purposes.help-removal")
    case .addition: say("purposes.help-addition")
    case .detail: say("purposes.help-detail")
    case .history: say("history.pin-help")
    case .renaming: say("purposes.help-renaming")
    case .recovery: say("purposes.help-recovery")
    case .confirmation: say("purposes.help-confirmation")
    }
  }

  /// Why nobody leaves before the answer.
  func whyNotLeave(_ proof: Proof) -> String {
    switch proof {
    case .biometry: return FactorWait.whyNotLeave(proof)
    case .pin, .device:
      if case .offline = self { return say("purposes.computing") }
      return FactorWait.whyNotLeave(proof)
    }
  }

  /// What is going on once it was sent.
  var busy: String {
    switch self {
    case .approval: say("purposes.busy-approval")
    case .offline: say("purposes.busy-offline")
    case .removal: say("purposes.busy-removal")
    case .addition: say("purposes.busy-addition")
    case .detail: say("purposes.busy-detail")
    case .history: say("history.loading")
    case .renaming: say("purposes.busy-renaming")
    case .recovery: say("purposes.busy-recovery")
    case .confirmation: say("purposes.busy-confirmation")
    }
  }

  /// The page that asked for it.
  var page: String {
    switch self {
    case .approval, .offline: say("purposes.page-operation")
    case .removal, .detail: say("purposes.page-settings")
    case .addition: say("purposes.page-biometry")
    case .history: Tab.history.name
    case .renaming: say("purposes.page-name")
    case .recovery: say("purposes.page-recovery")
    case .confirmation: say("purposes.page-card")
    }
  }

  /// Nil where the usual words of a failure fit.
  var context: FailureContext? {
    switch self {
    case .confirmation: .recoveryConfirmation
    case .approval, .offline, .removal, .addition, .detail, .history, .renaming, .recovery: nil
    }
  }

  /// The head of the page that says what went wrong.
  var failed: String {
    switch self {
    case .approval: say("purposes.failed-approval")
    case .offline: say("purposes.failed-offline")
    case .removal: say("purposes.failed-removal")
    case .addition(let provider): ProviderWords(provider).failedAddition
    case .detail: say("purposes.failed-detail")
    case .history: say("history.failed")
    case .renaming: say("purposes.failed-renaming")
    case .recovery: say("purposes.failed-recovery")
    case .confirmation: say("purposes.failed-confirmation")
    }
  }
}
