import TokenScreens

extension Appearance.Accent {
  /// Banner and selection: at least 7:1 by WCAG 2 in 256 colours, so every theme can take it.
  var paint: Paint {
    switch self {
    case .black: Paint(231, on: 235, basic: 7, on: 0)
    case .red: Paint(231, on: 88, basic: 7, on: 1)
    case .green: Paint(231, on: 22, basic: 0, on: 2)
    case .yellow: Paint(16, on: 220, basic: 0, on: 3)
    case .blue: Paint(231, on: 19, basic: 7, on: 4)
    case .magenta: Paint(231, on: 90, basic: 7, on: 5)
    case .cyan: Paint(16, on: 44, basic: 0, on: 6)
    case .white: Paint(16, on: 252, basic: 0, on: 7)
    }
  }
}
