import Glibc
import TokenModel

/// Words about pictures that cannot be shown, and codes that cannot be found in them.
extension FailureWords {
  static func picture(_ fault: PictureFault) -> FailureWords {
    switch fault {
    case .unsupportedKind, .damaged, .tooLarge, .tooManyPixels: bytes(fault)
    case .forbidden, .insecureAddress, .noSuchPicture, .redirected, .unreadable: way(fault)
    case .missingTool, .notConfined, .notDecoded, .toolTooSlow: tool(fault)
    case .noCode, .emptyClipboard, .noDesktop, .noScreenGrab, .canceled: code(fault)
    }
  }

  /// What came is not shown.
  private static func bytes(_ fault: PictureFault) -> FailureWords {
    let again = say("pictures.fault.again")
    return switch fault {
    case .unsupportedKind(let kind?):
      FailureWords(
        say("pictures.fault.kind", ["kind": kind]), say("pictures.fault.kind-means"), again)
    case .tooLarge(let limit):
      FailureWords(
        say("pictures.fault.too-large", ["limit": amount(ofBytes: limit)]),
        say("pictures.fault.limit-means"), again)
    case .tooManyPixels(let width, let height, let limit):
      FailureWords(
        say(
          "pictures.fault.too-many-pixels",
          ["width": "\(width)", "height": "\(height)", "limit": "\(limit)"]),
        say("pictures.fault.limit-means"), again)
    case .damaged:
      FailureWords(say("pictures.fault.damaged"), say("pictures.fault.damaged-means"), again)
    case _:
      FailureWords(say("pictures.fault.kind-unknown"), say("pictures.fault.kind-means"), again)
    }
  }

  /// It cannot be had.
  private static func way(_ fault: PictureFault) -> FailureWords {
    let again = say("pictures.fault.again")
    return switch fault {
    case .insecureAddress(let address):
      FailureWords(
        say("pictures.fault.insecure", ["address": DisplayText(address).singleLine]),
        say("pictures.fault.insecure-means"), again)
    case .noSuchPicture(let status):
      FailureWords(
        say("pictures.fault.no-such", ["status": "\(status)"]),
        say("pictures.fault.no-such-means"), again)
    case .redirected:
      FailureWords(
        say("pictures.fault.redirected"), say("pictures.fault.redirected-means"), again)
    case .unreadable(let path, let error):
      FailureWords(
        say(
          "pictures.fault.unreadable",
          [
            "path": DisplayText(path).singleLine,
            "reason": ReasonWords.text(String(cString: strerror(error))),
          ]),
        say("pictures.fault.nothing-done"), say("pictures.fault.unreadable-next"))
    case _:
      FailureWords(
        say("pictures.forbidden"), say("pictures.fault.forbidden-means"),
        say("pictures.fault.forbidden-next"))
    }
  }

  /// Nobody can decode it.
  private static func tool(_ fault: PictureFault) -> FailureWords {
    let again = say("pictures.fault.again")
    return switch fault {
    case .missingTool(let packages):
      FailureWords(
        say("pictures.fault.tool"), say("pictures.fault.tool-means"),
        packages.count == 1
          ? say("pictures.fault.tool-next-single", ["packages": packages[0]])
          : say("pictures.fault.tool-next", ["packages": packages.joined(separator: ", ")]))
    case .notDecoded(let tool):
      FailureWords(
        say("pictures.fault.not-decoded", ["tool": tool]), say("pictures.fault.not-decoded-means"),
        again)
    case .toolTooSlow(let tool):
      FailureWords(
        say("pictures.fault.too-slow", ["tool": tool]), say("pictures.fault.too-slow-means"), again)
    case _:
      FailureWords(
        say("pictures.fault.not-confined"), say("pictures.fault.not-confined-means"),
        say("pictures.fault.not-confined-next"))
    }
  }

  /// There is nothing in it.
  private static func code(_ fault: PictureFault) -> FailureWords {
    let nothing = say("pictures.fault.nothing-done")
    return switch fault {
    case .noCode:
      FailureWords(
        say("pictures.fault.no-code"), say("pictures.fault.no-code-means"),
        say("pictures.fault.no-code-next"))
    case .emptyClipboard:
      FailureWords(
        say("pictures.fault.clipboard"), nothing, say("pictures.fault.clipboard-next"))
    case .noDesktop:
      FailureWords(say("pictures.fault.desktop"), nothing, say("pictures.fault.desktop-next"))
    case .noScreenGrab(let tool):
      FailureWords(
        say("pictures.fault.grab", ["tool": tool]), say("pictures.fault.grab-means"),
        say("pictures.fault.grab-next"))
    case _:
      FailureWords(say("pictures.fault.canceled"), nothing, say("pictures.fault.again"))
    }
  }

  private static func amount(ofBytes bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes) B" : "\(bytes >> 20) MiB"
  }
}
