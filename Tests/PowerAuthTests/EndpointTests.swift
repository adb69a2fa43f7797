import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct EndpointTests {
  /// Path, what the signature covers, what the encryption is for: the reference's section 10.
  static let table: [(endpoint: Endpoint, path: String, uriId: String?, purpose: String?)] = [
    (.activationCreate, "/pa/v3/activation/create", nil, "/pa/generic/application"),
    (.activationStatus, "/pa/v3/activation/status", nil, nil),
    (.activationDetail, "/pa/v3/activation/detail", nil, "/pa/generic/activation"),
    (
      .activationRename, "/pa/v3/activation/rename", "/pa/activation/rename",
      "/pa/generic/activation"
    ),
    (.activationRemove, "/pa/v3/activation/remove", "/pa/activation/remove", nil),
    (.userInfo, "/pa/v3/user/info", nil, "/pa/generic/activation"),
    (.upgradeStart, "/pa/v3/upgrade/start", nil, "/pa/upgrade"),
    (.upgradeCommit, "/pa/v3/upgrade/commit", "/pa/upgrade/commit", nil),
    (.oidcConfiguration, "/api/config/oidc", nil, "/pa/generic/application"),
    (.tokenCreate, "/pa/v3/token/create", "/pa/token/create", "/pa/token/create"),
    (.tokenRemove, "/pa/v3/token/remove", "/pa/token/remove", nil),
    (.vaultUnlock, "/pa/v3/vault/unlock", "/pa/vault/unlock", "/pa/vault/unlock"),
    (
      .recoveryConfirm, "/pa/v3/recovery/confirm", "/pa/recovery/confirm", "/pa/recovery/confirm"
    ),
    (.signatureValidate, "/pa/v3/signature/validate", "/pa/signature/validate", nil),
    (.keystoreCreate, "/pa/v3/keystore/create", nil, nil),
    (.serverStatus, "/pa/v3/status", nil, nil),
  ]

  @Test(arguments: table.indices)
  func `every endpoint stands as documented`(index: Int) {
    let row = Self.table[index]
    #expect(row.endpoint.path == row.path)
    #expect(row.endpoint.uriId == row.uriId)
    #expect(row.endpoint.purpose?.rawValue == row.purpose)
  }

  /// One exchange of an endpoint, with whatever purpose the server has in mind.
  func exchange(
    _ version: ProtocolVersion, _ purpose: EciesPurpose, server: EciesPurpose
  ) throws -> Secret {
    let key = PrivateKey.generate()
    let credentials = ApplicationCredentials(
      applicationKey: [1], applicationSecret: [2], masterPublicKey: key.publicKey)
    let scope = EciesScope.activation(id: "a", transportKey: SecureRandom.secret(16))
    func context(_ purpose: EciesPurpose) throws -> EciesContext {
      try EciesContext(
        version: version, credentials: credentials, scope: scope, purpose: purpose,
        temporaryKeyID: version == .v3_3 ? "t" : nil)
    }
    var encryptor = EciesEncryptor(try context(purpose), serverKey: key.publicKey)
    var decryptor = EciesDecryptor(try context(server), privateKey: key)
    let request = try encryptor.encrypt(WireJSON.emptyObject, timestamp: 1)
    #expect(try decryptor.decrypt(request) == Secret(WireJSON.emptyObject))
    return try encryptor.decrypt(decryptor.encrypt(WireJSON.emptyObject, timestamp: 2))
  }

  @Test(arguments: ProtocolVersion.allCases, table.compactMap(\.endpoint.purpose))
  func `every encrypted endpoint is understood in every version, and for nothing else`(
    version: ProtocolVersion, purpose: EciesPurpose
  ) throws {
    #expect(
      try exchange(version, purpose, server: purpose) == Secret(WireJSON.emptyObject))
    let other = EciesPurpose(rawValue: purpose.rawValue + "/")
    #expect(throws: EciesError.refused) { try exchange(version, purpose, server: other) }
  }
}
