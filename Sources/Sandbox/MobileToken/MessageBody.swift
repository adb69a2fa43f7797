import TokenModel

/// The body of a message that stands in for the bank's page, as far as it is about an operation.
enum MessageBody {
  /// With `${id}`, `${link}`, `${otp}` and `${offline}` of its operation, as they are at this moment; a
  /// dash for what there is none of.
  static func filled(
    _ message: StoredMessage, for registration: Registration, _ call: Call
  ) throws -> String {
    guard let id = message.operationID, let operation = try call.ledger.operation(id) else {
      return message.body
    }
    let none = "–"
    let shown = ProximityCode.document(operation, at: call.ledger.now)
    var values = [
      "id": id, "link": shown["proximityLink"]?.string ?? none,
      "otp": shown["proximityOtp"]?.string ?? none, "offline": none,
    ]
    if operation.status == .pending, message.body.contains("${offline}"),
      let device = registration.device
    {
      let text = try OfflineEndpoints.text(operation, by: .personalized, device, call)
      values["offline"] = text?.payload ?? none
    }
    return Placeholders.replace(in: message.body, by: values)
  }
}
