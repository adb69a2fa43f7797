import PowerAuth
import Testing
import TokenModel

@Suite struct SignatureBaseStringVectors {
  struct Case: Decodable, Sendable {
    let method: String
    let uriId: String
    let nonce: Bytes
    let body: Bytes
    let signatureBaseString: String
  }

  @Test(arguments: try VectorFile.cases("signatureBaseString") as [Case])
  func `the request becomes its base string`(vector: Case) {
    let base = SignedRequestData.signatureBase(
      method: vector.method, uriId: vector.uriId, nonce: vector.nonce.bytes,
      body: vector.body.bytes)
    #expect(String(decoding: base, as: UTF8.self) == vector.signatureBaseString)
  }
}

@Suite struct QueryCanonizationVectors {
  struct Case: Decodable, Sendable {
    let query: String
    let canonized: String?
  }

  @Test(arguments: try VectorFile.cases("queryCanonization") as [Case])
  func `a query becomes canonical`(vector: Case) {
    #expect(SignedRequestData.canonicalQuery(vector.query) == vector.canonized)
  }
}

@Suite struct OnlineSignatureVectors {
  struct Case: Decodable, Sendable {
    let version: ProtocolVersion
    let signatureType: Factors
    let signaturePossession: Bytes
    let signatureKnowledge: Bytes
    let signatureBiometry: Bytes
    let ctrData: Bytes
    let method: String
    let uriId: String
    let nonce: Bytes
    let body: Bytes
    let applicationKey: String
    let applicationSecret: String
    let activationId: String
    let signedData: String
    let signature: String
    let header: String

    var keys: FactorKeys {
      FactorKeys(
        possession: signaturePossession.secret, knowledge: signatureKnowledge.secret,
        biometry: signatureBiometry.secret)
    }

    var base: SignedRequestData {
      SignedRequestData(
        method: method, uriId: uriId, nonce: nonce.bytes, body: body.bytes,
        applicationSecret: applicationSecret)
    }
  }

  static func cases() throws -> [Case] { try VectorFile.cases("onlineSignature") }

  @Test(arguments: try cases())
  func `the client computes the signature`(vector: Case) throws {
    #expect(String(decoding: vector.base.bytes, as: UTF8.self) == vector.signedData)
    let signature = try OnlineSignature.compute(
      base: vector.base, keys: vector.keys, factors: vector.signatureType,
      counter: vector.ctrData.counter(), version: vector.version)
    #expect(signature == vector.signature)
  }

  @Test(arguments: try cases())
  func `the header is read, and written with the same fields`(vector: Case) throws {
    let header = SignatureHeader(
      version: vector.version, activationID: vector.activationId,
      applicationKey: vector.applicationKey, nonce: vector.nonce.bytes,
      factors: vector.signatureType, signature: vector.signature)
    #expect(try SignatureHeader(parsing: vector.header) == header)
    #expect(try SignatureHeader(parsing: header.value) == header)
  }

  @Test(arguments: try cases())
  func `the server finds the signature's counter, and no other's`(vector: Case) throws {
    let header = try SignatureHeader(parsing: vector.header)
    let counter = try vector.ctrData.counter()
    let found = try OnlineSignature.verify(
      header, base: vector.base, keys: vector.keys, counter: counter)
    #expect(found == 0)
    let late = try OnlineSignature.verify(
      header, base: vector.base, keys: vector.keys, counter: counter.stepped())
    #expect(late == nil)
  }
}

@Suite struct OfflineSignatureVectors {
  struct Case: Decodable, Sendable {
    let signatureType: Factors
    let componentLength: Int
    let signaturePossession: Bytes
    let signatureKnowledge: Bytes
    let signatureBiometry: Bytes
    let ctrData: Bytes
    let uriId: String
    let nonce: Bytes
    /// Plain text here, unlike online.
    let body: String
    let signedData: String
    let signature: String
  }

  @Test(arguments: try VectorFile.cases("offlineSignature") as [Case])
  func `the digits come out and are recognized`(vector: Case) throws {
    let base = SignedRequestData(
      offlineUriId: vector.uriId, nonce: vector.nonce.bytes, body: Array(vector.body.utf8))
    #expect(String(decoding: base.bytes, as: UTF8.self) == vector.signedData)
    let keys = FactorKeys(
      possession: vector.signaturePossession.secret, knowledge: vector.signatureKnowledge.secret,
      biometry: vector.signatureBiometry.secret)
    let counter = try vector.ctrData.counter()
    let signature = try OfflineSignature.compute(
      base: base, keys: keys, factors: vector.signatureType, counter: counter,
      length: vector.componentLength)
    #expect(signature == vector.signature)
    let found = try OfflineSignature.verify(
      vector.signature, base: base, keys: keys, factors: vector.signatureType, counter: counter,
      length: vector.componentLength)
    #expect(found == 0)
  }
}
