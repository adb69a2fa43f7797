extension UserOperation {
  /// An operation that came another way than from the bank, which shows nothing of it: these two are
  /// all that is known (Mobile Token API, 4.9).
  ///
  /// `data` is what an approval signs, byte for byte; empty where only a rejection is possible. It
  /// takes two factors: whether one would do is not known either.
  public init(unseen id: String, data: String) {
    (self.id, self.data) = (id, data)
    (name, statusReason, created, expires) = ("", nil, nil, nil)
    status = .pending
    allowedSignature = AllowedSignature(
      type: "2FA", variants: ["possession_knowledge", "possession_biometry"])
    form = OperationForm()
    ui = OperationUI(nil)
    source = .null
  }

  /// The bank has not shown it: there is nothing to read but its identifier and its data.
  public var isUnseen: Bool { source == .null }
}

extension TokenFailure {
  /// The bank was asked for an operation and shows nothing of it: it does not know it, or not for
  /// this user, or has no words for it. It may decide about it all the same. An answer about something
  /// else, or about nothing, does not say so.
  public var showsNothing: Bool {
    switch self {
    case .operation(.notAvailable), .untrustedAnswer(.missing(member: "formData.title")): true
    case .refused(let refusal): refusal.status == 404
    case _: false
    }
  }
}
