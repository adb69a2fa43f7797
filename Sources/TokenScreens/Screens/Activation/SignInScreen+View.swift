import TokenModel

extension SignInScreen {
  static func isPage(_ state: State) -> Bool { state.field == nil }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    let provider = DisplayText(world.context.variants.signIn ?? say("sign-in.your-bank")).singleLine
    page.text(say("welcome.way-sign-in", ["provider": provider]), Style(.title, .bold))
    if world.area.rows >= 12 { page.blank() }
    switch state.phase {
    case .asking(let since): page.text(busy(since, world).shown ?? "")
    case .open(let address): open(address, state, world, &page)
    case .granted:
      page.text(say("sign-in.done"), Style(.success), sign: "✓")
      page.text(say("sign-in.done-next"), indent: 2)
    case .failed(let failure): page.failure(failure)
    }
    return page
  }

  private static func open(
    _ address: OIDCAddress, _ state: State, _ world: World, _ page: inout TextPage
  ) {
    let isRoomy = world.area.rows >= 12
    if let hint = state.hint {
      page.text(hint, Style(.warning), sign: "!")
      if isRoomy { page.blank() }
    }
    let comesBack = comesBack(address)
    page.text(say("sign-in.open"))
    page.text(
      comesBack
        ? say("sign-in.goes-on")
        : say("sign-in.paste-after"))
    if isRoomy { page.blank() }
    page.address(address.url)
    page.blank()
    page.text(
      comesBack
        ? say("sign-in.other-device")
        : say("sign-in.begins"), Style(.muted))
    page.text(DisplayText(address.redirect).singleLine, Style(.muted))
    page.blank()
    picture(address, world, &page)
  }

  /// True when a browser on this machine ends at this program.
  private static func comesBack(_ address: OIDCAddress) -> Bool {
    address.redirect.lowercased().hasPrefix("http://") && Link(address.redirect) != nil
  }

  /// The address for a camera, where all of it can be seen at once.
  private static func picture(_ address: OIDCAddress, _ world: World, _ page: inout TextPage) {
    guard let matrix = address.qr else { return }
    let picture = HalfBlocks(matrix)
    let visible = PageFrame.column(world.area).rows
    guard picture.columns <= page.width, picture.rows.count <= visible else {
      // What stands around a page, and the blank row above it in a window of that size.
      let chrome = world.size.rows - world.area.rows + 1
      return page.text(
        say(
          "sign-in.larger",
          ["columns": String(picture.columns + 4), "rows": String(picture.rows.count + chrome)]),
        Style(.muted))
    }
    if page.lines.count + picture.rows.count > visible {
      page.text(say("sign-in.end-shows"), Style(.muted))
      page.blank()
    }
    for row in picture.rows { page.exact(row, Style(.picture)) }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard let field = state.field else { return }
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head(say("sign-in.where"), &canvas, column)
    field.view(&canvas, column.column, row, columns: column.columns, isFocused: true)
    var page = TextPage(width: column.columns)
    page.text(say("sign-in.paste"), Style(.muted))
    if case .open(let address) = state.phase {
      page.text(
        say("sign-in.begins-with", ["address": DisplayText(address.redirect).singleLine]),
        Style(.muted))
    }
    page.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .asking(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords(say("sign-in.asking"), since: since, at: world.now)
  }
}
