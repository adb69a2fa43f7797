import TokenModel

/// What can be wrong with pictures, and with the codes in them.
extension FailureTable {
  static let pictures = [
    row(
      .unsupportedKind("SVG"), 2, "picture_kind",
      "This is a picture of a kind that is not shown: SVG."),
    row(.unsupportedKind(nil), 2, "picture_kind", "This is no picture that can be read."),
    row(.damaged, 2, "picture_damaged", "The picture is damaged."),
    row(
      .tooLarge(limit: 5 << 20), 2, "picture_too_large", "The picture is larger than 5 MiB."),
    row(
      .tooManyPixels(width: 9000, height: 8000, limit: 16), 2, "picture_too_large",
      "The picture has 9000 x 8000 pixels; that is more than 16."),
    row(.forbidden, 2, "pictures_forbidden", "Your configuration forbids pictures."),
    row(
      .insecureAddress("http://a.example/x.png"), 2, "picture_address",
      "This address is not fetched: http://a.example/x.png"),
    row(
      .noSuchPicture(status: 404), 3, "picture_not_there",
      "There is no picture at this address (status 404)."),
    row(
      .redirected, 3, "picture_not_there", "The address leads on to one that is not followed."),
    row(
      .unreadable(path: "x.png", error: 2), 2, "picture_unreadable",
      "x.png cannot be read: No such file or directory."),
    row(
      .missingTool(packages: ["chafa"]), 1, "missing_tool",
      "A program is missing that pictures are read with."),
    row(
      .notConfined, 1, "not_confined",
      "This system cannot keep a picture's decoder from the network."),
    row(
      .notDecoded(tool: "chafa"), 1, "picture_not_decoded", "chafa could not read the picture."),
    row(
      .toolTooSlow(tool: "chafa"), 1, "picture_not_decoded",
      "chafa took too long and was ended."),
    row(.noCode, 1, "no_qr_code", "There is no QR code in the picture."),
    row(
      .emptyClipboard, 1, "empty_clipboard",
      "There is neither a picture nor a text on the clipboard."),
    row(
      .noDesktop, 1, "no_desktop",
      "There is no desktop session here whose clipboard or screen could be read."),
    row(
      .noScreenGrab(tool: "scrot"), 1, "no_screen_grab", "scrot gave no picture of the screen."),
    row(.canceled, 1, "picture_canceled", "It was cancelled."),
  ]

  private static func row(
    _ fault: PictureFault, _ status: Int32, _ code: String, _ happened: String
  ) -> Row {
    Row(.picture(fault), status, code, happened)
  }
}

extension FailureKind {
  static func of(_ fault: PictureFault) -> FailureKind {
    switch fault {
    case .unsupportedKind: .pictureUnsupportedKind
    case .damaged: .pictureDamaged
    case .tooLarge: .pictureTooLarge
    case .tooManyPixels: .pictureTooManyPixels
    case .forbidden: .pictureForbidden
    case .insecureAddress: .pictureInsecureAddress
    case .noSuchPicture: .pictureNotThere
    case .redirected: .pictureRedirected
    case .unreadable: .pictureUnreadable
    case .missingTool: .missingTool
    case .notConfined: .notConfined
    case .notDecoded: .pictureNotDecoded
    case .toolTooSlow: .toolTooSlow
    case .noCode: .noCode
    case .emptyClipboard: .emptyClipboard
    case .noDesktop: .noDesktop
    case .noScreenGrab: .noScreenGrab
    case .canceled: .pictureCanceled
    }
  }
}
