import FoundationEssentials
import PowerAuth
import TokenModel

/// An answer of HTTP status 200 that is a JSON object and no refusal.
struct Answer: Sendable {
  /// The JSON object.
  let json: JSONValue
  private let body: [UInt8]

  /// Throws what else an answer can be: a redirect, a refusal, garbage.
  init(reading answer: IncomingAnswer) throws(ExchangeFault) {
    guard !(300..<400).contains(answer.status) else {
      throw .transport(TransportFault(.redirected(status: answer.status), mayHaveBeenSent: true))
    }
    let json = try? JSONValue(parsing: answer.body)
    guard answer.status == 200, json?["status"]?.string != ResponseStatus.error else {
      throw .refusal(Self.refusal(answer.status, json?["responseObject"]))
    }
    if let type = Self.foreignContentType(answer) { throw .answer(.wrongContentType(type)) }
    guard let json, json.object != nil else { throw .answer(.notJSON(status: answer.status)) }
    self.json = json
    body = answer.body
  }

  /// Throws unless the envelope says OK; encrypted answers have no envelope.
  func requireOK() throws(ExchangeFault) {
    guard json["status"]?.string == ResponseStatus.ok else {
      throw .answer(.missing(member: "status"))
    }
  }

  /// The object of an envelope that says OK.
  func object<Object: Codable & Sendable>(
    _ type: Object.Type = Object.self
  ) throws(ExchangeFault) -> Object {
    try requireOK()
    guard let object = try decode(ResponseEnvelope<Object>.self).responseObject else {
      throw .answer(.missing(member: "responseObject"))
    }
    return object
  }

  /// The whole body as an encrypted answer.
  func cryptogram() throws(ExchangeFault) -> EciesResponse { try decode(EciesResponse.self) }

  private func decode<Value: Decodable>(_ type: Value.Type) throws(ExchangeFault) -> Value {
    do {
      return try WireJSON.decode(type, from: body)
    } catch DecodingError.keyNotFound(let key, _) {
      throw .answer(.missing(member: key.stringValue))
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context)
    {
      throw .answer(.missing(member: context.codingPath.last?.stringValue ?? ""))
    } catch {
      throw .answer(.missing(member: ""))
    }
  }

  private static func refusal(_ status: Int, _ object: JSONValue?) -> ServerRefusal {
    ServerRefusal(
      status: status, code: object?["code"]?.string ?? "",
      message: object?["message"]?.string ?? "",
      nextPUK: object?["currentRecoveryPukIndex"]?.int.flatMap { $0 > 0 ? Int(exactly: $0) : nil })
  }

  /// The type when it is not JSON: what calls itself something else was not meant for us.
  private static func foreignContentType(_ answer: IncomingAnswer) -> String? {
    let type = answer.header("Content-Type")?.split(separator: ";").first.map(String.init) ?? ""
    return type.isEmpty || type.lowercased().contains("json") ? nil : String(type.prefix(100))
  }
}
