import ArgumentParser
import TokenCore
import TokenModel

/// `countersign inbox`
struct InboxCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "Messages of the bank: list, show, mark as read.",
    subcommands: [
      InboxListCommand.self, InboxShowCommand.self, InboxReadCommand.self,
      InboxReadAllCommand.self, InboxCountCommand.self,
    ])
}

/// `countersign inbox list`
struct InboxListCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages, newest first.")

  @Option(help: .init("Which page, counted from 0.", valueName: "number"))
  var page = 0

  @Option(help: .init("Messages of one page, 1 to 1000.", valueName: "count"))
  var size = InboxLimit.page

  @Flag(help: "All pages, up to 1000 messages.")
  var all = false

  @Flag(help: "Only messages that nobody has read.")
  var unread = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...100_000).contains(page), (1...InboxLimit.all).contains(size) else {
      throw ValidationError("A page is counted from 0, and has 1 to 1000 messages.")
    }
    guard !all || page == 0 && size == InboxLimit.page else {
      throw ValidationError("--all takes neither --page nor --size.")
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let token = session.token
      let list =
        all
        ? try await token.allMessages(onlyUnread: unread)
        : try await token.messages(page: page, size: size, onlyUnread: unread)
      let lines = list.messages.flatMap(MessageLines.summary)
      context.console.answer(list.document, lines.isEmpty ? ["There is no message."] : lines)
      if list.unreadable > 0 {
        context.console.note("\(list.unreadable) more could not be read and are not shown.")
      }
    }
  }
}

/// `countersign inbox show ID`
struct InboxShowCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message in full; it does not count as read by that.")

  @Argument(help: "The message's identifier, as countersign inbox list prints it.")
  var id: String

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let message = try await session.token.message(id: id)
      context.console.answer(message.source, MessageLines.full(message))
    }
  }
}

/// `countersign inbox read ID`
struct InboxReadCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Mark a message as read.")

  @Argument(help: "The message's identifier, as countersign inbox list prints it.")
  var id: String

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      try await session.token.markMessageRead(id: id)
      context.console.answer(["read": .string(id)], ["It counts as read."])
    }
  }
}

/// `countersign inbox read-all`
struct InboxReadAllCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-all", abstract: "Mark all messages as read.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      try await session.token.markAllMessagesRead()
      context.console.answer(["read": "all"], ["All messages count as read."])
    }
  }
}

/// `countersign inbox count`
struct InboxCountCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count the messages that nobody has read.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let count = try await session.token.unreadMessages()
      context.console.answer(["unread": .number(.init(count))], ["\(count)"])
    }
  }
}
