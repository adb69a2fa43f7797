import TokenModel

extension UserOperation {
  /// What is decided about, on one line: the amount when there is one, and the title.
  var shortName: String {
    [OperationText.amount(self)?.singleLine, DisplayText(form.title).singleLine]
      .compactMap { $0 }.joined(separator: " · ")
  }
}
