import ArgumentParser
import TokenScreens

/// The root: without a subcommand it opens the interface.
struct CountersignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "countersign",
      abstract: say("arguments.mobile-token-for"),
      discussion: say("arguments.without-command-interface"),
      version: "countersign \(Version.current)",
      subcommands: [
        ActivateCommand.self, StatusCommand.self, OperationsCommand.self, ShowCommand.self,
        ApproveCommand.self, RejectCommand.self, OfflineCommand.self, RemoveCommand.self,
        OpenCommand.self, ClaimCommand.self,
        HistoryCommand.self, ScanCommand.self, InboxCommand.self, PushCommand.self,
      ],
      groupedSubcommands: [
        CommandGroup(
          name: say("arguments.factor"),
          subcommands: [
            PINCommand.self, BiometryCommand.self, ExternalKeyCommand.self, RecoveryCommand.self,
          ]),
        CommandGroup(
          name: say("arguments.proof-key"),
          subcommands: [
            SignCommand.self, JWTCommand.self, VerifyCommand.self, VaultKeyCommand.self,
            TokensCommand.self,
          ]),
        CommandGroup(
          name: say("arguments.activation"),
          subcommands: [
            UserInfoCommand.self, DetailCommand.self, RenameCommand.self, TimeCommand.self,
            ProfilesCommand.self, DesktopEntryCommand.self, ExportStateCommand.self,
            ImportStateCommand.self, PinsCommand.self,
          ]),
        CommandGroup(
          name: say("arguments.trial"), subcommands: [DemoCommand.self, SandboxCommand.self]),
      ])
  }

  @OptionGroup var options: GlobalOptions
}
