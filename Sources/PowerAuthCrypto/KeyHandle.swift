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

  /// The key of `point` and, for a pair, of its `scalar`; both are valid and belong together.
  static func imported(point: [UInt8], scalar: UnsafeRawBufferPointer? = nil) -> KeyHandle {
    let builder = KeyParameters()
    builder.addPoint(point)
    if let scalar { builder.addScalar(scalar) }
    let context = KeyContext(
      require(EVP_PKEY_CTX_new_from_name(nil, "EC", nil), "EVP_PKEY_CTX_new"))
    require(EVP_PKEY_fromdata_init(context.handle) == 1, "EVP_PKEY_fromdata_init")
    var selection = OSSL_KEYMGMT_SELECT_ALL_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY
    if scalar != nil { selection |= OSSL_KEYMGMT_SELECT_PRIVATE_KEY }
    var key: OpaquePointer?
    let parameters = OSSL_PARAM_BLD_to_param(builder.handle)
    defer { OSSL_PARAM_free(parameters) }
    let done = EVP_PKEY_fromdata(context.handle, &key, selection, parameters)
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

/// Owns one parameter builder and the scalar lent to it.
private final class KeyParameters {
  let handle = require(OSSL_PARAM_BLD_new(), "OSSL_PARAM_BLD_new")
  private var scalar: OpaquePointer?

  init() {
    let done = OSSL_PARAM_BLD_push_utf8_string(
      handle, OSSL_PKEY_PARAM_GROUP_NAME, P256.name, 0)
    require(done == 1, "OSSL_PARAM_BLD_push_utf8_string")
  }

  deinit {
    OSSL_PARAM_BLD_free(handle)
    BN_clear_free(scalar)
  }

  /// The bytes are copied only later, when the builder becomes parameters: `point` must live on.
  func addPoint(_ point: [UInt8]) {
    let done = OSSL_PARAM_BLD_push_octet_string(
      handle, OSSL_PKEY_PARAM_PUB_KEY, point, point.count)
    require(done == 1, "OSSL_PARAM_BLD_push_octet_string")
  }

  /// A secure number makes the parameters secure memory, which `OSSL_PARAM_free` wipes.
  func addScalar(_ bytes: UnsafeRawBufferPointer) {
    scalar = BN_bin2bn(bytes.bytes, Int32(bytes.count), BN_secure_new())
    let done = OSSL_PARAM_BLD_push_BN_pad(
      handle, OSSL_PKEY_PARAM_PRIV_KEY, scalar, P256.scalarSize)
    require(done == 1, "OSSL_PARAM_BLD_push_BN_pad")
  }
}
