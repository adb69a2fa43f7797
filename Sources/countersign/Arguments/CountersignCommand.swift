import ArgumentParser

/// The root: without a subcommand it opens the interface.
struct CountersignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countersign",
    abstract: "A mobile token for the terminal: see, approve and reject your bank's operations.",
    discussion: """
      Without a command the interface opens. To try it without a bank: countersign demo

      Exit codes: 0 done, 1 failed, 2 usage, 3 refused by the server, 4 no activation, \
      5 network or time-out, 6 blocked or removed, 7 local storage, 8 outcome unknown.
      """,
    version: "countersign \(Version.current)",
    subcommands: [
      ActivateCommand.self, StatusCommand.self, OperationsCommand.self, ShowCommand.self,
      ApproveCommand.self, RejectCommand.self, OfflineCommand.self, RemoveCommand.self,
      InboxCommand.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Factor",
        subcommands: [
          PINCommand.self, BiometryCommand.self, ExternalKeyCommand.self, RecoveryCommand.self,
        ]),
      CommandGroup(
        name: "Proof and key",
        subcommands: [
          SignCommand.self, JWTCommand.self, VerifyCommand.self, VaultKeyCommand.self,
          TokensCommand.self,
        ]),
      CommandGroup(
        name: "Activation",
        subcommands: [
          UserInfoCommand.self, DetailCommand.self, RenameCommand.self, TimeCommand.self,
          ProfilesCommand.self, ExportStateCommand.self, ImportStateCommand.self,
        ]),
      CommandGroup(
        name: "Trial", subcommands: [DemoCommand.self, SandboxCommand.self]),
    ])

  @OptionGroup var options: GlobalOptions
}
