import TokenScreens

/// Light text on the terminal's own dark background.
enum DarkTheme {
  static func paint(for role: Role) -> Paint {
    switch role {
    case .text: Paint()
    case .muted: Paint(245, basicStyle: .dim)
    case .title, .money: Paint(style: .bold)
    case .accent, .info: Paint(75, basic: 6)
    case .border: Paint(240, basicStyle: .dim)
    case .chrome: Paint(250)
    case .key: Paint(117, basic: 6, style: .bold)
    case .selection: Paint(231, on: 24, basicStyle: .reverse)
    case .field: Paint(on: 236, basicStyle: .underline)
    case .success, .live: Paint(114, basic: 2)
    case .warning: Paint(221, basic: 3)
    case .danger: Paint(203, basic: 1, style: .bold)
    case .stale: Paint(178, basic: 3)
    case .banner: Paint()
    case .picture: .picture
    }
  }
}

/// Dark text on the terminal's own light background.
enum LightTheme {
  static func paint(for role: Role) -> Paint {
    switch role {
    case .text: Paint()
    case .muted: Paint(242, basicStyle: .dim)
    case .title, .money: Paint(style: .bold)
    case .accent, .info: Paint(25, basic: 4)
    case .border: Paint(248, basicStyle: .dim)
    case .chrome: Paint(238)
    case .key: Paint(25, basic: 4, style: .bold)
    case .selection: Paint(16, on: 153, basicStyle: .reverse)
    case .field: Paint(on: 254, basicStyle: .underline)
    case .success, .live: Paint(28, basic: 2)
    case .warning: Paint(130, basic: 5, style: .bold)
    case .danger: Paint(160, basic: 1, style: .bold)
    case .stale: Paint(130, basic: 5)
    case .banner: Paint()
    case .picture: .picture
    }
  }
}

/// White on black with its own background, no greys; at least 7:1 by WCAG 2 but for `danger`.
enum HighContrastTheme {
  static func paint(for role: Role) -> Paint {
    switch role {
    case .text, .muted, .border, .chrome, .banner: on(black: 231, 15)
    case .title, .money: on(black: 231, 15, .bold)
    case .accent, .info, .live: on(black: 51, 14)
    case .key: on(black: 226, 11, .bold)
    case .selection: Paint(16, on: 226, basic: 0, on: 3)
    case .field: Paint(16, on: 231, basic: 0, on: 7)
    case .success: on(black: 46, 10)
    case .warning, .stale: on(black: 226, 11, [.bold, .underline])
    case .danger: Paint(231, on: 160, basic: 15, on: 1, style: .bold)
    case .picture: .picture
    }
  }

  private static func on(
    black rich: Int, _ basic: Int, _ emphasis: Style.Emphasis = []
  ) -> Paint {
    Paint(rich, on: 16, basic: basic, on: 0, style: emphasis)
  }
}

/// Emphasis only.
enum MonoTheme {
  static func paint(for role: Role) -> Paint {
    switch role {
    case .text, .border, .chrome, .accent, .success, .info, .live, .banner: Paint()
    case .muted, .stale: Paint(style: .dim)
    case .title, .key, .money, .warning: Paint(style: .bold)
    case .danger: Paint(style: [.bold, .underline])
    case .selection, .picture: Paint(style: .reverse)
    case .field: Paint(style: .underline)
    }
  }
}

extension Paint {
  /// Black on white, as cameras want it.
  static let picture = Paint(16, on: 231, basic: 0, on: 7)
}
