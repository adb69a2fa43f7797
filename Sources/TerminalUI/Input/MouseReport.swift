import TokenScreens

extension Mouse {
  /// A report in the SGR form: `ESC [ < buttons ; column ; row`, then `M` for down, `m` for up.
  init?(_ sequence: ControlSequence) {
    let isRelease = sequence.final == UInt8(ascii: "m")
    guard isRelease || sequence.final == UInt8(ascii: "M"), sequence.parameters.count == 3,
      let buttons = sequence.value(0), let column = sequence.value(1), let row = sequence.value(2)
    else { return nil }
    self.init(buttons: buttons, column: column, row: row, isRelease: isRelease)
  }

  /// Button bits as X10 numbered them; `column` and `row` count from 1.
  ///
  /// Only the left button and the wheel act; modifier keys held with them are ignored.
  init?(buttons: Int, column: Int, row: Int, isRelease: Bool) {
    let modifiers = 4 | 8 | 16
    let event: Event
    switch buttons & ~modifiers {
    case 0: event = isRelease ? .release : .press
    case 32: event = isRelease ? .release : .drag
    case 64 where !isRelease: event = .wheelUp
    case 65 where !isRelease: event = .wheelDown
    default: return nil
    }
    guard (1...10_000).contains(column), (1...10_000).contains(row) else { return nil }
    self.init(event, at: Position(column: column - 1, row: row - 1))
  }
}
