import Testing
import TokenScreens

@testable import TerminalUI

@Suite struct `Palettes` {
  static let depths: [ColourDepth] = [.none, .eight, .sixteen, .palette, .direct]

  @Test(arguments: Theme.allCases, depths)
  func `a colour lies within the depth of the terminal`(_ theme: Theme, _ depth: ColourDepth) {
    let most =
      switch depth {
      case .none: -1
      case .eight: 7
      case .sixteen: 15
      case .palette: 255
      case .direct: 0xFF_FFFF
      }
    for role in Role.allCases {
      let tint = Palette(theme: theme, depth: depth).tint(for: role)
      #expect((-1...most).contains(tint.foreground), "\(role)")
      #expect((-1...most).contains(tint.background), "\(role)")
    }
  }

  @Test(arguments: Theme.allCases, depths)
  func `selection and field differ from text`(_ theme: Theme, _ depth: ColourDepth) {
    let palette = Palette(theme: theme, depth: depth)
    #expect(palette.tint(for: .selection) != palette.tint(for: .text))
    #expect(palette.tint(for: .field) != palette.tint(for: .text))
  }

  @Test(arguments: Theme.allCases)
  func `without colour the emphasis of meaning stays`(_ theme: Theme) {
    let palette = Palette(theme: theme, depth: .none)
    #expect(palette.tint(for: .selection).emphasis == .reverse)
    #expect(palette.tint(for: .danger).emphasis == [.bold, .underline])
    #expect(Role.allCases.allSatisfy { !palette.tint(for: $0).hasColour })
  }

  @Test(arguments: depths)
  func `mono has no colour at any depth`(_ depth: ColourDepth) {
    let palette = Palette(theme: .mono, depth: depth)
    #expect(Role.allCases.allSatisfy { !palette.tint(for: $0).hasColour })
  }

  @Test(arguments: Appearance.Accent.allCases, depths)
  func `an accent colours banner and selection, and nothing else`(
    _ accent: Appearance.Accent, _ depth: ColourDepth
  ) {
    let (own, plain) = (
      Palette(theme: .dark, depth: depth, accent: accent), Palette(theme: .dark, depth: depth)
    )
    let changed = Role.allCases.filter { own.tint(for: $0) != plain.tint(for: $0) }
    #expect(Set(changed).isSubset(of: [.banner, .selection]))
    #expect(changed.contains(.banner) == (depth != .none))
    #expect(own.tint(for: .selection) != own.tint(for: .text))
  }

  @Test(arguments: Appearance.Accent.allCases)
  func `mono stays mono under every accent`(_ accent: Appearance.Accent) {
    let palette = Palette(theme: .mono, depth: .palette, accent: accent)
    #expect(Role.allCases.allSatisfy { !palette.tint(for: $0).hasColour })
  }

  @Test func `colours of the cube and the greys become their 24-bit values`() {
    let palette = Palette(theme: .dark, depth: .direct)
    #expect(palette.tint(for: .selection).foreground == 0xFF_FFFF)
    #expect(palette.tint(for: .selection).background == 0x00_5F87)
    #expect(palette.tint(for: .muted).foreground == 0x8A_8A8A)
  }

  @Test(
    arguments: [
      (0, nil, .none), (2, nil, .none), (8, nil, .eight), (16, nil, .sixteen), (88, nil, .sixteen),
      (256, nil, .palette), (0x100_0000, nil, .direct), (256, "1", .none), (256, "", .palette),
    ] as [(Int, String?, ColourDepth)])
  func `the depth follows terminfo and NO_COLOR`(
    _ colours: Int, _ noColour: String?, _ depth: ColourDepth
  ) {
    #expect(ColourDepth(colours: colours, noColour: noColour) == depth)
  }
}
