import COpenSSL
import TokenModel

/// What the curve itself fixes: group, order, and the way from a scalar to its point.
final class P256: @unchecked Sendable {
  // `@unchecked`: the group is never changed after `init`, and libcrypto reads it from any thread.
  private let group: OpaquePointer

  /// Bytes of a scalar and of a coordinate.
  static let scalarSize = 32
  /// Bytes of an uncompressed point: 04 ‖ x ‖ y.
  static let pointSize = 65
  /// Name by which providers know the curve.
  static let name = "prime256v1"
  static let shared = P256()

  private init() {
    group = require(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1), "EC_GROUP_new")
  }

  deinit { EC_GROUP_free(group) }

  /// The order n of the group, big endian.
  private static let order: [UInt8] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
  ]

  /// Whether `scalar`, 32 B big endian, lies in 1 ..< n; time does not depend on its value.
  static func isValidScalar(_ scalar: UnsafeRawBufferPointer) -> Bool {
    guard scalar.count == scalarSize, !ConstantTime.isZero(scalar) else { return false }
    var borrow = 0
    for index in (0..<scalarSize).reversed() {
      borrow = (Int(scalar[index]) - Int(order[index]) - borrow) < 0 ? 1 : 0
    }
    return borrow == 1
  }

  /// Any accepted form of a point as 04 ‖ x ‖ y; refuses infinity and whatever is off the curve.
  func uncompressed(_ encoded: [UInt8]) throws(CryptoError) -> [UInt8] {
    switch (encoded.count, encoded.first) {
    case (33, 2), (33, 3), (65, 4): break
    default: throw .invalidPublicKey
    }
    let point = Point(in: group)
    // Fails for a point that does not satisfy the equation of the curve.
    try check(
      EC_POINT_oct2point(group, point.handle, encoded, encoded.count, nil),
      else: .invalidPublicKey)
    return point.encoded(in: group)
  }

  /// The public point of `scalar`, which is valid, as 04 ‖ x ‖ y.
  func publicPoint(of scalar: UnsafeRawBufferPointer) -> [UInt8] {
    let number = require(
      BN_bin2bn(scalar.bytes, Int32(scalar.count), BN_secure_new()), "BN_bin2bn")
    defer { BN_clear_free(number) }
    BN_set_flags(number, BN_FLG_CONSTTIME)
    let point = Point(in: group)
    require(EC_POINT_mul(group, point.handle, number, nil, nil, nil) == 1, "EC_POINT_mul")
    return point.encoded(in: group)
  }
}

/// Owns one point.
private struct Point: ~Copyable {
  let handle: OpaquePointer

  init(in group: OpaquePointer) { handle = require(EC_POINT_new(group), "EC_POINT_new") }

  deinit { EC_POINT_clear_free(handle) }

  borrowing func encoded(in group: OpaquePointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: P256.pointSize) { buffer, count in
      count = EC_POINT_point2oct(
        group, handle, POINT_CONVERSION_UNCOMPRESSED, buffer.baseAddress, buffer.count, nil)
      require(count == P256.pointSize, "EC_POINT_point2oct")
    }
  }
}
