/// Which rows belong to what, for a size and a chrome.
///
/// Few rows lose decoration first: the tabs' bar and its rule go, never the keys or the notice.
struct Layout: Equatable, Sendable {
  /// The least window in which every screen works.
  static let minimum = Size(columns: 40, rows: 12)

  let tabsRow: Int?
  let body: Rect
  /// A rule, over which a notice may stand for a while.
  let noticeRow: Int
  let footerRow: Int

  init(_ size: Size, _ chrome: Chrome) {
    footerRow = size.rows - 1
    noticeRow = size.rows - 2
    var top = 2
    switch chrome {
    case .tab where size.rows >= 16:
      tabsRow = 2
      top = 4
    case .tab, .plain, .page, .dialog:
      tabsRow = nil
    }
    body = Rect(column: 0, row: top, columns: size.columns, rows: noticeRow - top)
  }

  /// Too small to show what is decided.
  static func isTooSmall(_ size: Size) -> Bool {
    size.columns < minimum.columns || size.rows < minimum.rows
  }
}
