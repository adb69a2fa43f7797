import TokenModel
import TokenScreens

/// The colours of a theme for one depth.
struct Palette {
  /// A role's colours as ncurses numbers them, -1 for the terminal's own.
  struct Tint: Equatable {
    var foreground = -1
    var background = -1
    var emphasis: Style.Emphasis = []
    var hasColour: Bool { foreground >= 0 || background >= 0 }
  }

  let theme: Theme
  let depth: ColourDepth
  var accent: Appearance.Accent?

  func tint(for role: Role) -> Tint {
    let paint = depth == .none ? MonoTheme.paint(for: role) : themePaint(for: role)
    switch depth {
    case .none: return Tint(emphasis: paint.basic.emphasis)
    case .eight: return paint.basic.dimmedToEight
    case .sixteen: return paint.basic
    case .palette: return paint.rich
    case .direct:
      var tint = paint.rich
      tint.foreground = Self.direct(tint.foreground)
      tint.background = Self.direct(tint.background)
      return tint
    }
  }

  /// The colours of a piece of a picture; nil where there are too few for pictures.
  func tint(for pixels: PixelColours) -> Tint? {
    func number(_ colour: UInt8) -> Int {
      colour == 0 ? -1 : depth == .direct ? Self.direct(Int(colour)) : Int(colour)
    }
    switch depth {
    case .none, .eight, .sixteen: return nil
    case .palette, .direct:
      return Tint(foreground: number(pixels.foreground), background: number(pixels.background))
    }
  }

  private func themePaint(for role: Role) -> Paint {
    if theme != .mono, let accent, role == .banner || role == .selection { return accent.paint }
    return switch theme {
    case .automatic, .dark: DarkTheme.paint(for: role)
    case .light: LightTheme.paint(for: role)
    case .highContrast: HighContrastTheme.paint(for: role)
    case .mono: MonoTheme.paint(for: role)
    }
  }

  /// The 24-bit value of a colour of the 256: a 6 by 6 by 6 cube, then 24 greys.
  private static func direct(_ colour: Int) -> Int {
    switch colour {
    case ..<16: return colour  // The palettes take their rich colours from 16 on.
    case 16..<232:
      let levels = [0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF]
      let index = colour - 16
      return levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6]
    default: return (colour - 232) * 0x0A_0A0A + 0x08_0808
    }
  }
}

/// A role in 256 colours and in the sixteen that every terminal's user chose.
struct Paint {
  let rich: Palette.Tint
  let basic: Palette.Tint

  init(
    _ rich: Int = -1, on richBackground: Int = -1, basic: Int = -1, on basicBackground: Int = -1,
    style emphasis: Style.Emphasis = [], basicStyle: Style.Emphasis? = nil
  ) {
    self.rich = .init(foreground: rich, background: richBackground, emphasis: emphasis)
    self.basic = .init(
      foreground: basic, background: basicBackground, emphasis: basicStyle ?? emphasis)
  }
}

extension Palette.Tint {
  /// The bright eight become bold where there are only eight.
  fileprivate var dimmedToEight: Self {
    guard foreground >= 8 || background >= 8 else { return self }
    return Self(
      foreground: foreground >= 8 ? foreground - 8 : foreground,
      background: background >= 8 ? background - 8 : background,
      emphasis: foreground >= 8 ? emphasis.union(.bold) : emphasis)
  }
}
