import COpenSSL

/// Owns one `EVP_PKEY`, which is never changed once it is here.
final class KeyHandle: @unchecked Sendable {
  // `@unchecked`: libcrypto guards the caches inside a key with its own lock.
  let pointer: OpaquePointer

  /// Takes over `pointer`.
  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  /// A fresh key pair.
  static func generate() -> KeyHandle {
    let context = KeyContext(
      require(EVP_PKEY_CTX_new_from_name(nil, "EC", nil), "EVP_PKEY_CTX_new"))
    require(EVP_PKEY_keygen_init(context.handle) == 1, "EVP_PKEY_keygen_init")
    require(EVP_PKEY_CTX_set_group_name(context.handle, P256.name) == 1, "set_group_name")
    var key: OpaquePointer?
    require(EVP_PKEY_generate(context.handle, &key) == 1, "EVP_PKEY_generate")
    return KeyHandle(require(key, "EVP_PKEY_generate"))
  }

  /// The key of `point`, which is valid.
  static func imported(point: [UInt8]) -> KeyHandle {
    imported(point: point, with: [], OSSL_KEYMGMT_SELECT_PUBLIC_KEY)
  }

  /// The pair of `point` and its `scalar`, 32 B big endian; both are valid and belong together.
  static func imported(point: [UInt8], scalar: UnsafeRawBufferPointer) -> KeyHandle {
    withWipedBytes(P256.scalarSize) { number in
      // Parameters hold numbers in the order of the machine, which is little endian.
      number.copyBytes(from: scalar.reversed())
      let parameter = OSSL_PARAM_construct_BN(
        ParameterName.privateKey.pointer, number.bytes, number.count)
      return imported(point: point, with: [parameter], OSSL_KEYMGMT_SELECT_KEYPAIR)
    }
  }

  private static func imported(
    point: [UInt8], with secrets: [OSSL_PARAM], _ selection: Int32
  ) -> KeyHandle {
    let context = KeyContext(
      require(EVP_PKEY_CTX_new_from_name(nil, "EC", nil), "EVP_PKEY_CTX_new"))
    require(EVP_PKEY_fromdata_init(context.handle) == 1, "EVP_PKEY_fromdata_init")
    var point = point
    var name = Array(P256.name.utf8CString)
    var key: OpaquePointer?
    let done = point.withUnsafeMutableBytes { point in
      name.withUnsafeMutableBufferPointer { name in
        var parameters =
          [
            OSSL_PARAM_construct_utf8_string(ParameterName.group.pointer, name.baseAddress, 0),
            OSSL_PARAM_construct_octet_string(
              ParameterName.publicKey.pointer, point.baseAddress, point.count),
          ] + secrets + [OSSL_PARAM_construct_end()]
        return EVP_PKEY_fromdata(
          context.handle, &key, OSSL_KEYMGMT_SELECT_ALL_PARAMETERS | selection, &parameters)
      }
    }
    require(done == 1, "EVP_PKEY_fromdata")
    return KeyHandle(require(key, "EVP_PKEY_fromdata"))
  }

  /// The public point, 04 ‖ x ‖ y.
  func point() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: P256.pointSize) { buffer, count in
      let done = EVP_PKEY_get_octet_string_param(
        pointer, OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, buffer.baseAddress, buffer.count, &count)
      require(done == 1 && count == P256.pointSize, "EVP_PKEY_get_octet_string_param")
    }
  }

  /// Writes the private scalar, 32 B big endian.
  func writeScalar(to output: UnsafeMutableRawBufferPointer) {
    var number = BN_secure_new()
    defer { BN_clear_free(number) }
    let done = EVP_PKEY_get_bn_param(pointer, OSSL_PKEY_PARAM_PRIV_KEY, &number)
    require(done == 1, "EVP_PKEY_get_bn_param")
    let size = Int32(P256.scalarSize)
    require(BN_bn2binpad(number, output.bytes, size) == size, "BN_bn2binpad")
  }
}

/// Owns one `EVP_PKEY_CTX`.
struct KeyContext: ~Copyable {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  init(for key: KeyHandle) {
    handle = require(
      EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil), "EVP_PKEY_CTX_new_from_pkey")
  }

  deinit { EVP_PKEY_CTX_free(handle) }
}

/// Names of parameters, as C strings that stay where they are: a parameter keeps only the pointer.
///
/// The macros `OSSL_PKEY_PARAM_…` reach Swift as `String`, whose C form lives for one call.
private enum ParameterName {
  case group, publicKey, privateKey

  var pointer: UnsafePointer<CChar> {
    let text: StaticString =
      switch self {
      case .group: "group"
      case .publicKey: "pub"
      case .privateKey: "priv"
      }
    return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
