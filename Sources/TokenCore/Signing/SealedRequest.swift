import PowerAuth
import TokenModel

/// One encrypted request, and what opens its answer.
struct SealedRequest {
  /// The cryptogram's JSON, as it is sent.
  let body: [UInt8]
  private var encryptor: EciesEncryptor

  init(_ plaintext: [UInt8], encryptor: EciesEncryptor, at time: Int64) throws {
    self.encryptor = encryptor
    body = try WireJSON.encode(try self.encryptor.encrypt(plaintext, timestamp: time))
  }

  /// Whose activation it is; nil in application scope.
  var activationID: String? { encryptor.context.scope.activationID }

  /// What goes with it where it is not signed.
  var header: EncryptionHeader { encryptor.context.header }

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
  /// Encrypts for an activation, or before there is one; in 3.3 under a temporary key of the server.
  func seal(
    _ plaintext: [UInt8], _ purpose: EciesPurpose, of record: ActivationRecord?
  ) async throws(TokenFailure) -> SealedRequest {
    let key = try await temporaryKey(of: record)
    let time = try await serverTime()
    do {
      let encryptor = try EciesEncryptor(
        version: profile.version, credentials: profile.credentials,
        scope: record?.scope ?? .application, purpose: purpose,
        lastingKey: record?.serverPublicKey ?? profile.credentials.masterPublicKey,
        temporaryKey: key)
      return try SealedRequest(plaintext, encryptor: encryptor, at: time)
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }
}
