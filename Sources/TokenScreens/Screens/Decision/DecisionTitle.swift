import TokenModel

extension UserOperation {
  /// What is decided about, on one line: the amount when there is one, and the title.
  var shortName: String {
    [decidedAmount, isUnseen ? say("given.name", ["id": shownID]) : shownTitle]
      .compactMap { $0 }.joined(separator: " · ")
  }

  /// What the bank calls it; our own word where it calls it nothing.
  var shownTitle: String {
    isUnseen ? say("given.title-unseen") : DisplayText(form.title).singleLine
  }

  var shownID: String { DisplayText(id).singleLine }

  /// How much and whereto, `1 250.00 EUR to CZ55 0800 … 7899`; the short name where no account is
  /// known.
  var deed: String {
    guard let amount = decidedAmount, let account = payee else {
      return shortName
    }
    return say(
      "preapproval.deed", ["amount": amount, "account": AccountNumber.short(account)])
  }

  /// The amount as it is shown; where another one is signed, or none is shown, the signed one.
  var decidedAmount: String? {
    guard isUnseen || DataComparison(self).needsConsent else {
      return OperationText.amount(self)?.singleLine
    }
    let signed = SignedTemplate(data)?.fields.lazy.compactMap { field -> String? in
      guard case .amount(_, let currency, let written) = field else { return nil }
      return DisplayText(written + " " + currency).singleLine
    }
    return signed?.first ?? OperationText.amount(self)?.singleLine
  }

  /// The account that an approval signs; where the data name none, the first that is shown.
  var payee: String? {
    let signed = SignedTemplate(data)?.fields.compactMap(\.accountNumber).first
    let values = form.attributes.lazy.compactMap { attribute -> String? in
      if case .keyValue(let value) = attribute.content { value } else { nil }
    }
    let found =
      signed
      ?? values.compactMap { AccountNumber.all(in: Array($0.uppercased())).first?.text }.first
    return found.map { DisplayText($0).singleLine }
  }
}
