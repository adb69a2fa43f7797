import CTerminal

/// The reading half of the terminal: bytes to outputs, with the time-outs of the decoder.
struct TerminalInput {
  /// What reading brought.
  enum Heard {
    case output(InputDecoder.Output)
    case hangUp
  }

  private var decoder: InputDecoder
  /// Reused, and wiped after each read: a PIN passes through it.
  private var bytes = [UInt8](repeating: 0, count: 4_096)
  private var lastByte: Int64 = 0

  init(escapeDelay: Int64) {
    decoder = InputDecoder(escapeDelay: escapeDelay)
  }

  /// When the decoder must be told that nothing came; nil when it waits for nothing.
  var deadline: Int64? {
    decoder.patience.map { lastByte + $0 }
  }

  /// Whether bytes are there already.
  func isReady() -> Bool {
    ct_poll(0) & Int32(CT_INPUT_READY) != 0
  }

  /// Reads when bytes are ready, else ends what has waited too long.
  mutating func events(isReady: Bool) -> [Heard] {
    if isReady { return read() }
    guard let deadline, deadline <= MonotonicClock.milliseconds else { return [] }
    return decoder.timeOut().map(Heard.output)
  }

  private mutating func read() -> [Heard] {
    let count = ct_read(&bytes, bytes.count)
    guard count >= 0 else { return [.hangUp] }
    lastByte = MonotonicClock.milliseconds
    defer { ct_wipe(&bytes, count) }
    return decoder.decode(bytes[..<count]).map(Heard.output)
  }
}
