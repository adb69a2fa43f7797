import ArgumentParser
import Testing
import TokenModel

@testable import countersign

@Suite struct ArgumentTests {
  static func parse<Command: ParsableCommand>(_ line: String) throws -> Command {
    let words = line.split(separator: " ").map(String.init)
    return try #require(try CountersignCommand.parseAsRoot(words) as? Command)
  }

  @Test(arguments: [
    "--json --profile work status", "status --json --profile work",
    "--json status --profile work",
  ])
  func `common options stand before or behind the command`(line: String) throws {
    let command: StatusCommand = try Self.parse(line)
    #expect(command.options.json)
    #expect(command.options.profile == "work")
  }

  @Test func `no line of Czech help ends in a preposition`() {
    let indentation = String(repeating: " ", count: 26)
    let help = """
      POUŽITÍ: countersign x [--proximity-code <code>] [--link <text>] [--config <file>] [--json] k

        offline                 Kódem, který opíšete v
      \(indentation)bance, a potom
      \(indentation)ještě něco, co tento řádek naplní až do okraje o k
      \(indentation)tomu, kde už na té řádce není místo na další slovo ani
      \(indentation)znak.
        open                    Otevře i
        claim                   Převezme
      """
    let bound = Language.$current.withValue(.czech) { HelpLines.bound(help) }
    #expect(
      bound == """
        POUŽITÍ: countersign x [--proximity-code <code>] [--link <text>] [--config <file>] [--json] k

          offline                 Kódem, který opíšete
        \(indentation)v bance, a potom
        \(indentation)ještě něco, co tento řádek naplní až do okraje
        \(indentation)o k tomu, kde už na té řádce není místo na další slovo
        \(indentation)ani znak.
          open                    Otevře i
          claim                   Převezme
        """)
    #expect(HelpLines.bound(help) == help)
  }

  @Test func `values have Czech names in help, and the columns stay`() {
    let indentation = String(repeating: " ", count: 26)
    let help = """
      USAGE: countersign x <file> [--name <name>]
        <file>                  The file, not <this> one
        --proximity-code <code> The code
        --some-directory <dir>  Where
        --credential <name=value>
      \(indentation)One
        --unknown <xyz>         Other
      """
    let named = Language.$current.withValue(.czech) { HelpLines.named(help) }
    #expect(
      named == """
        USAGE: countersign x <soubor> [--name <název>]
          <soubor>                The file, not <this> one
          --proximity-code <kód>  The code
          --some-directory <adresář>
        \(indentation)Where
          --credential <název=hodnota>
        \(indentation)One
          --unknown <xyz>         Other
        """)
    #expect(HelpLines.named(help) == help)
  }

  @Test func `no command is the interface`() throws {
    let command: CountersignCommand = try Self.parse("--profile work")
    #expect(command.options.profile == "work")
  }

  @Test func `every option of an approval is read`() throws {
    let hash = String(repeating: "aB", count: 32)
    let command: ApproveCommand = try Self.parse(
      "approve 42 --yes --pin-stdin --expect-data-sha256 \(hash) --state-dir /s --config /c")
    #expect(command.decision.id == "42")
    #expect(command.decision.agreement.yes)
    #expect(command.factor.pinStdin)
    #expect(command.decision.agreement.expectDataSha256 == hash)
    let location = Location(command.options, Places(environment: ["HOME": "/h"]))
    #expect(location.stateDirectory == "/s")
    #expect(location.configurationFile == "/c")
  }

  @Test(arguments: [
    "approve", "approve 1 --pin 2580", "approve 1 --expect-data-sha256 00", "show",
    "status --profile ../x", "status --profile", "sandbox --port 65536", "nonsense",
    "reject 1 --pin-stdin", "approve 1 --pin-stdin --biometry", "activate",
    "activate CODE --recovery CODE", "activate CODE --oidc", "activate CODE --puk-stdin",
    "activate CODE --open",
    "activate --credential user", "activate --credential =x",
    "activate --credential a=1 --credential a=2", "activate CODE --attribute a=1 --attribute a=2",
    "sign file", "sign --uri-id /x", "sign --uri-id /x --method GET file",
    "sign --uri-id /x --query a=1 file", "sign --uri-id /x --method post file",
    "sign --uri-id /x --method FOO file", "sign --uri-id /x\u{85}y file", "sign --uri-id '/x' file",
    "activate CODE --otp 1 --otp-stdin", "remove --yes",
    "sign --device-key", "sign --device-key --uri-id /x file",
    "sign --uri-id /x --factors both file",
    "sign --uri-id /x --factors possession --biometry file",
    "sign --uri-id /x --factors possession_knowledge --biometry file",
    "sign --uri-id /x --factors possession_biometry --pin-stdin file",
    "sign --device-key --format pem file", "verify file", "verify --signature s --by me file",
    "vault-key", "vault-key --index -1", "vault-key --index 18446744073709551616", "jwt",
    "pin check --biometry", "pin change 2580 2581", "biometry add --provider face", "tokens create",
    "tokens create a --factors possession --pin-stdin", "rename", "recovery confirm",
    "recovery confirm CODE --biometry", "external-key add 00", "push register x",
    "push register --platform fcm", "push register --platform web x",
    "push register --environment production", "push parse",
  ])
  func `wrong arguments are usage failures`(line: String) {
    #expect(throws: (any Error).self) {
      _ = try CountersignCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    }
  }

  @Test func `parameters beside a body are named as what is wrong`() {
    let words = ["sign", "--uri-id", "/x", "--query", "a=1", "file"]
    let failure = #expect(throws: (any Error).self) {
      _ = try CountersignCommand.parseAsRoot(words)
    }
    #expect(
      failure.map(CountersignCommand.message(for:)) == "POST has no --query: its body is signed.")
  }

  @Test(arguments: ["pin", "biometry", "tokens", "recovery", "external-key", "push"])
  func `a word that only gathers commands says which ones`(word: String) throws {
    var command = try CountersignCommand.parseAsRoot([word])
    let failure = #expect(throws: CommandFailure.self) { try command.run() }
    #expect(failure?.status == .usage)
    #expect(failure?.happened == "countersign \(word) stands alone.")
  }

  @Test(arguments: [
    "--json pin check --profile work", "pin --json check --profile work",
    "pin check --json --profile work",
  ])
  func `common options stand anywhere around two words, too`(line: String) throws {
    let command: PINCommand.Check = try Self.parse(line)
    #expect(command.options.json)
    #expect(command.options.profile == "work")
  }

  @Test func `every way into an activation is read`() throws {
    let recovery: ActivateCommand = try Self.parse("activate --recovery CODE --puk-stdin")
    #expect(recovery.way.recovery == "CODE")
    let custom: ActivateCommand = try Self.parse(
      "activate --credential user=jane --credential pass=a=b --extras x --attribute color=")
    #expect(custom.way.credentials.map(\.name) == ["user", "pass"])
    #expect(custom.way.credentials.map(\.value) == ["jane", "a=b"])
    #expect(NamedValue.dictionary(custom.attributes) == ["color": ""])
    let browser: ActivateCommand = try Self.parse("activate --oidc")
    #expect(browser.way.signIn.oidc)
  }

  @Test func `the factors of a signature follow the option for the factor`() throws {
    let implied: SignCommand = try Self.parse("sign --uri-id /x --biometry -")
    #expect(implied.factors == nil)
    let explicit: SignCommand = try Self.parse(
      "sign --uri-id /x --method GET --query a=1 --factors possession_biometry")
    #expect(explicit.factors?.options(explicit.factor).biometry == true)
    #expect(explicit.method == "GET")
  }

  @Test(arguments: [
    (["HOME": "/h"], "/h/.config/countersign/config.toml", "/h/.local/state/countersign"),
    (
      ["HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"],
      "/c/countersign/config.toml", "/s/countersign"
    ),
    (
      ["HOME": "/h", "XDG_CONFIG_HOME": "relative", "XDG_STATE_HOME": ""],
      "/h/.config/countersign/config.toml", "/h/.local/state/countersign"
    ),
  ])
  func `files lie in the base directories`(
    environment: [String: String], configuration: String, state: String
  ) {
    let places = Places(environment: environment)
    #expect(places.configurationFile == configuration)
    #expect(places.stateDirectory == state)
  }
}
