import PowerAuth
import TokenModel

/// One request encrypted for this activation, and what opens its answer.
struct SealedRequest {
  /// The cryptogram's JSON, as it is sent.
  let body: [UInt8]
  let activationID: String
  private var encryptor: EciesEncryptor

  init(_ plaintext: [UInt8], encryptor: EciesEncryptor, of activationID: String, at time: Int64)
    throws
  {
    self.encryptor = encryptor
    self.activationID = activationID
    body = try WireJSON.encode(try self.encryptor.encrypt(plaintext, timestamp: time))
  }

  /// What the one answer holds; an answer that does not open has a protection that does not hold.
  mutating func open(_ answer: Answer) throws(ExchangeFault) -> Secret {
    let cryptogram = try answer.cryptogram()
    do {
      return try encryptor.decrypt(cryptogram)
    } catch {
      throw .answer(.protection)
    }
  }
}

extension Token {
  /// Encrypts for this activation, in 3.3 under a temporary key of the server.
  func seal(
    _ plaintext: [UInt8], _ purpose: EciesPurpose
  ) async throws(TokenFailure) -> SealedRequest {
    let record = try requireActivation().record
    do {
      let key = try await temporaryKey(of: record)
      let context = try EciesContext(
        version: profile.version, credentials: profile.credentials, scope: record.scope,
        purpose: purpose, temporaryKeyID: key?.id)
      let encryptor = EciesEncryptor(context, serverKey: key?.publicKey ?? record.serverPublicKey)
      return try SealedRequest(
        plaintext, encryptor: encryptor, of: record.activationID, at: try await serverTime())
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }
}
