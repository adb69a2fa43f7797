/// CRC-16/ARC: reflected polynomial 0xA001, start 0, no final XOR (the check of activation codes).
enum CRC16 {
  static func arc(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0) { crc, byte in
      (0..<8).reduce(crc ^ UInt16(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xA001 : value >> 1
      }
    }
  }
}
