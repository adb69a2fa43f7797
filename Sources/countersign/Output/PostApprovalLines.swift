import TokenModel
import TokenScreens

/// What the bank shows after an approval, for the command line; nothing is opened.
enum PostApprovalLines {
  static func lines(_ operation: UserOperation, schemes: [String]) -> [String] {
    guard let screen = operation.ui.postApproval else {
      return operation.ui.hasUnreadablePostApproval ? ["", say("postapproval.unreadable")] : []
    }
    var foreign = [screen.heading, screen.message].compactMap { $0 }
    var own: [String] = []
    switch screen.content {
    case .review(let attributes):
      foreign += OperationText.rows(attributes).flatMap(OperationLines.row)
    case .generic(let value): foreign += ColumnText.lines(value, indentation: "  ")
    case .redirect(let redirect):
      if let text = redirect.text { foreign.append(text) }
      foreign.append("  " + redirect.address)
      own = AddressWay(redirect.address, schemes: schemes).why.map { ["! " + $0] } ?? []
    }
    let texts = foreign.filter { !$0.isEmpty }.flatMap(OperationLines.behindBar)
    return ["", say("postapproval.title") + ":"] + texts + own
  }
}
