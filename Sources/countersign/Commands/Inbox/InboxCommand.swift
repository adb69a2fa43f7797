import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign inbox`
struct InboxCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inbox", abstract: say("inbox-commands.messages-bank-list"),
      subcommands: [
        InboxListCommand.self, InboxShowCommand.self, InboxReadCommand.self,
        InboxReadAllCommand.self, InboxCountCommand.self,
      ])
  }
}

/// `countersign inbox list`
struct InboxListCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("inbox-commands.list-messages-newest"))
  }

  @Option(help: .init(say("inbox-commands.which-page-counted"), valueName: "number"))
  var page = 0

  @Option(help: .init(say("inbox-commands.messages-one-page"), valueName: "count"))
  var size = InboxLimit.page

  @Flag(help: ArgumentHelp(say("inbox-commands.all-pages-up")))
  var all = false

  @Flag(help: ArgumentHelp(say("inbox-commands.only-messages-nobody")))
  var unread = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...100_000).contains(page), (1...InboxLimit.all).contains(size) else {
      throw ValidationError(say("inbox-commands.page-counted-from"))
    }
    guard !all || page == 0 && size == InboxLimit.page else {
      throw ValidationError(say("inbox-commands.all-takes-neither"))
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
      context.console.answer(
        list.document, lines.isEmpty ? [say("inbox-commands.there-no-message")] : lines)
      if list.unreadable > 0 {
        context.console.note(
          say("inbox-commands.more-could-not", ["unreadable": String(list.unreadable)]))
      }
    }
  }
}

/// `countersign inbox show ID`
struct InboxShowCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: say("inbox-commands.show-one-message"))
  }

  @Argument(help: ArgumentHelp(say("inbox-commands.message-s-identifier")))
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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "read", abstract: say("inbox-commands.mark-message-as"))
  }

  @Argument(help: ArgumentHelp(say("inbox-commands.message-s-identifier")))
  var id: String

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      try await session.token.markMessageRead(id: id)
      context.console.answer(["read": .string(id)], [say("inbox-commands.counts-as-read")])
    }
  }
}

/// `countersign inbox read-all`
struct InboxReadAllCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "read-all", abstract: say("inbox-commands.mark-all-messages"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      try await session.token.markAllMessagesRead()
      context.console.answer(["read": "all"], [say("inbox-commands.all-messages-count")])
    }
  }
}

/// `countersign inbox count`
struct InboxCountCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "count", abstract: say("inbox-commands.count-messages-nobody"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let count = try await session.token.unreadMessages()
      context.console.answer(["unread": .number(.init(count))], ["\(count)"])
    }
  }
}
