import PowerAuthCrypto
import TokenModel

extension SessionState {
  /// The serialized state, in the layout of `format`; to be wiped after use.
  public var bytes: [UInt8] {
    var writer = PackedWriter()
    for byte in [Self.tag, Self.stateVersion, Self.hasActivation, Self.tag, format.rawValue] {
      writer.append(byte: byte)
    }
    switch counter {
    case .number(let number): writer.append(integer: number)
    case .chain(let chain, _): writer.append(data: chain)
    }
    writer.append(data: activationID.utf8)
    append(keys, to: &writer)
    writer.append(data: serverPublicKey.compressed)
    writer.append(data: devicePublicKey?.compressed ?? [])
    writer.append(data: wrappedDevicePrivateKey)
    writer.append(integer: flags.rawValue)
    appendTail(to: &writer)
    return writer.bytes
  }

  private func append(_ keys: WrappedKeys, to writer: inout PackedWriter) {
    writer.append(integer: UInt32(clamping: keys.knowledge.iterations))
    writer.append(data: keys.knowledge.salt)
    writer.append(data: keys.possession)
    writer.append(data: keys.knowledge.wrappedKey)
    writer.append(data: keys.biometry?.wrappedKey ?? [])
    writer.append(data: keys.transport)
  }

  private func appendTail(to writer: inout PackedWriter) {
    switch format {
    case .version3:
      for byte in Self.legacyTail { writer.append(byte: byte) }
    case .version4: break
    case .version5:
      writer.append(data: wrappedRecovery ?? [])
    case .version6:
      writer.append(data: wrappedRecovery ?? [])
      guard case .chain(_, let byte?) = counter else { return writer.append(byte: 0) }
      writer.append(byte: byte)
    }
  }
}
