import TokenModel

extension SignInScreen {
  static func isPage(_ state: State) -> Bool { state.field == nil }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    let provider = DisplayText(world.context.variants.signIn ?? "your bank").singleLine
    page.text("Sign in with \(provider)", Style(.title, .bold))
    if world.area.rows >= 12 { page.blank() }
    switch state.phase {
    case .asking(let since): page.text(busy(since, world).shown ?? "")
    case .open(let address): open(address, state, world, &page)
    case .granted:
      page.text("You have signed in.", Style(.success), sign: "✓")
      page.text("Enter goes on to the name of this device.", indent: 2)
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
    page.text("Open this address in a browser; o opens it here.")
    page.text(
      comesBack
        ? "This page goes on by itself when you have signed in."
        : "When you have signed in, paste here the address of the last page.")
    if isRoomy { page.blank() }
    page.address(address.url)
    page.blank()
    page.text(
      comesBack
        ? "In a browser on another device the last page cannot be reached. "
          + "Copy its address, which begins with this, and paste it here:"
        : "The address of the last page begins with this:", Style(.muted))
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
        "A window of \(picture.columns + 4)x\(picture.rows.count + chrome) "
          + "would show it as a QR code too.", Style(.muted))
    }
    if page.lines.count + picture.rows.count > visible {
      page.text("End shows it as a QR code.", Style(.muted))
      page.blank()
    }
    for row in picture.rows { page.exact(row, Style(.picture)) }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard let field = state.field else { return }
    let column = PageFrame.column(world.area)
    let row = ActivationStep.head("Where the browser ended", &canvas, column)
    field.view(&canvas, column.column, row, columns: column.columns, isFocused: true)
    var page = TextPage(width: column.columns)
    page.text("Paste or type the whole address of the browser's last page.", Style(.muted))
    if case .open(let address) = state.phase {
      page.text("It begins with \(DisplayText(address.redirect).singleLine)", Style(.muted))
    }
    page.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .asking(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords("Asking your bank where to sign in\u{2026}", since: since, at: world.now)
  }
}
