/// What stands in a window in which nothing could be decided with open eyes.
enum TooSmallPage {
  static func view(_ size: Size, _ canvas: inout Canvas) {
    let needed = Layout.minimum
    let lines = [
      say("frame.too-small"),
      say("frame.needed", ["columns": String(needed.columns), "rows": String(needed.rows)]),
      say("frame.present", ["columns": String(size.columns), "rows": String(size.rows)]),
      say("frame.enlarge"),
    ]
    var page = TextPage(width: size.columns)
    for line in lines { page.text(line) }
    page.view(&canvas, canvas.frame.bounds)
  }
}
