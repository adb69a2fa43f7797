import ArgumentParser
import ChildProcess
import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens

/// `countersign desktop-entry --install --scheme NAME`
struct DesktopEntryCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "desktop-entry", abstract: say("links.help-desktop"),
      discussion: say("links.help-desktop-more"))
  }

  @Option(help: .init(say("links.help-scheme"), valueName: "name"))
  var scheme: [String] = []

  @Flag(help: .init(say("links.help-install")))
  var install = false

  @Flag(help: .init(say("links.help-uninstall")))
  var uninstall = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard !(install && uninstall) else {
      throw ValidationError(say("links.cli-one-deed"))
    }
  }

  func run(in context: CommandContext) async throws {
    let handler = SchemeHandler(
      directory: context.places.applicationsDirectory,
      environment: ChildEnvironment(
        ProcessInfo.processInfo.environment,
        keeping: ChildEnvironment.buses.union(ChildEnvironment.desktop)))
    if uninstall { return try await remove(handler, context.console) }
    let entry = DesktopEntry(command: try command(), schemes: try schemes(context.places))
    guard install else {
      return context.console.answer(
        ["entry": .string(entry.text)], entry.text.split(separator: "\n").map(String.init))
    }
    let left = try await handler.install(entry)
    context.console.answer(
      [
        "file": .string(handler.path), "schemes": Self.list(entry.schemes),
        "unregistered": Self.list(left),
      ],
      [
        say("links.cli-installed", ["file": handler.path]),
        say("links.cli-schemes", ["schemes": entry.schemes.joined(separator: ", ")]),
      ])
    if !left.isEmpty { context.console.note(say("links.cli-unregistered")) }
  }

  private func remove(_ handler: SchemeHandler, _ console: Console) async throws {
    let wasThere = try await handler.uninstall()
    console.answer(
      ["file": .string(handler.path), "removed": .bool(wasThere)],
      [
        wasThere
          ? say("links.cli-removed", ["file": handler.path])
          : say("links.cli-not-there", ["file": handler.path])
      ])
  }

  private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  private func schemes(_ places: Places) throws -> [String] {
    // A named scheme needs no configuration.
    let configured =
      scheme.isEmpty ? try Location(options, places).settings().linkSchemes : []
    var schemes: [String] = []
    for name in scheme + configured {
      guard let scheme = DesktopEntry.scheme(name) else {
        throw CommandFailure.usage(
          say("links.cli-no-scheme", ["scheme": name]), next: say("links.cli-no-scheme-next"))
      }
      guard !DesktopEntry.reserved.contains(scheme) else {
        throw CommandFailure.usage(
          say("links.cli-reserved", ["scheme": scheme]), next: say("links.cli-reserved-next"))
      }
      if !schemes.contains(scheme) { schemes.append(scheme) }
    }
    guard !schemes.isEmpty else {
      throw CommandFailure.usage(
        say("links.cli-schemeless"), next: say("links.cli-schemeless-next"))
    }
    return schemes
  }

  /// This program, with the options that name the activation.
  private func command() throws -> [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else {
      throw CommandFailure.usage(say("links.cli-pathless"), next: say("links.cli-pathless-next"))
    }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var command = [path]
    if options.profile != "default" { command += ["--profile", options.profile] }
    let places = Location(options, Places())
    if options.config != nil { command += ["--config", places.configurationFile] }
    if options.stateDir != nil { command += ["--state-dir", places.stateDirectory] }
    return command
  }
}
