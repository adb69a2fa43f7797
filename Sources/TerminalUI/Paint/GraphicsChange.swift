import TokenScreens

/// What a new frame means for the pixels that lie over the cells.
enum GraphicsChange: Equatable {
  /// They stay as they are, or there are none.
  case none
  /// New ones come where there were none, or the cells with the old ones are drawn anew anyway.
  case fresh
  /// Images of the kitty protocol go, and others may come.
  case overImages
  /// Pixels of sixel graphics are part of the cells: these must be drawn anew.
  case overPixels

  /// `placed` is on the terminal; `shown` are the cells there, nil when all will be drawn.
  init(placed: Frame.Graphics?, on shown: Frame?, to new: Frame) {
    let plain = new.graphics == nil ? GraphicsChange.none : .fresh
    guard let placed else {
      self = plain
      return
    }
    let isSame =
      shown.map { placed == new.graphics && !Self.touches(placed.area, $0, new) } ?? false
    if isSame {
      self = .none
    } else if placed.picture.form == .kitty {
      self = .overImages
    } else {
      self = shown == nil ? plain : .overPixels
    }
  }

  /// Whether a cell below the pixels changes, which would make a hole in them.
  private static func touches(_ area: Rect, _ old: Frame, _ new: Frame) -> Bool {
    guard old.size == new.size else { return true }
    for row in area.row..<min(area.row + area.rows, new.size.rows) {
      for column in area.column..<min(area.column + area.columns, new.size.columns)
      where old[column, row] != new[column, row] {
        return true
      }
    }
    return false
  }
}

extension Frame.Graphics {
  /// Pixels that reached the last row would scroll the screen.
  func isWithin(_ size: Size) -> Bool {
    corner.column >= 0 && corner.row >= 0
      && corner.column + picture.columns <= size.columns
      && corner.row + picture.rows < size.rows
  }
}
