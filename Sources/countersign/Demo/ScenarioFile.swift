import FoundationEssentials
import Resources
import Sandbox
import TOMLKit
import TokenModel
import TokenScreens

/// A scenario file: what a demonstration's bank does, in TOML.
///
/// Faults name the file, the line and the key, and the rule that is broken.
struct ScenarioFile {
  private let file: String
  private let locator: ScenarioLocator
  private let root: [String: JSONValue]

  /// What the scenario of `path` says; nil takes the one that the program brings along.
  static func scenario(_ path: String?) throws -> Scenario {
    guard let path else {
      return try Self(SandboxResources.scenario, file: say("sandbox.built-in")).scenario()
    }
    let bytes = try FileInput.bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationFault(
        place: .init(file: path), key: nil, problem: say("sandbox.not-text"),
        remedy: say("sandbox.not-text-remedy"))
    }
    return try Self(text, file: path).scenario()
  }

  init(_ text: String, file: String) throws(ConfigurationFault) {
    self.file = file
    locator = ScenarioLocator(text)
    root = try Self.parse(text, file: file)
  }

  private static func parse(
    _ text: String, file: String
  ) throws(ConfigurationFault) -> [String: JSONValue] {
    do {
      let json = try TOMLTable(string: text).convert(
        to: .json, options: [.quoteDateAndTimes, .quoteInfinitesAndNaNs, .allowUnicodeStrings])
      return try JSONValue(parsing: Array(json.utf8)).object ?? [:]
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ConfigurationFault(
        place: .init(file: file, line: begin.line, column: begin.column), key: nil,
        problem: say("sandbox.not-toml", ["reason": error.description]),
        remedy: say("sandbox.not-toml-remedy"))
    } catch {
      throw ConfigurationFault(
        place: .init(file: file), key: nil,
        problem: say("sandbox.not-toml", ["reason": "\(error)"]),
        remedy: say("sandbox.not-toml-remedy"))
    }
  }

  // MARK: - The whole

  private enum Key: String, CaseIterable {
    case user, every, repeats = "repeat", inbox, step
    case maxPending = "max_pending"
  }

  private static let pauses = 0...86_400
  private static let pending = 1...100
  private static let defaultPause = 20
  private static let defaultPending = 6
  private static let defaultUser = "demo"

  func scenario() throws(ConfigurationFault) -> Scenario {
    try refuse(root, beside: Key.allCases.map(\.rawValue), step: nil)
    let pause = try number(root, Key.every.rawValue, in: Self.pauses) ?? Self.defaultPause
    let entries = root[Key.step.rawValue]?.array ?? []
    var steps: [Scenario.Step] = []
    for (index, entry) in entries.enumerated() {
      steps.append(try step(entry.object ?? [:], index, pause: pause))
    }
    let user = try text(root, Key.user.rawValue) ?? Self.defaultUser
    let pending =
      try number(root, Key.maxPending.rawValue, in: Self.pending) ?? Self.defaultPending
    let repeats = try flag(root, Key.repeats.rawValue) ?? true
    let fillsInbox = try flag(root, Key.inbox.rawValue) ?? true
    do throws(Scenario.Fault) {
      return try Scenario(
        userID: user, maxPending: pending, repeats: repeats, fillsInbox: fillsInbox, steps: steps)
    } catch {
      throw fault(error)
    }
  }

  private func fault(_ fault: Scenario.Fault) -> ConfigurationFault {
    switch fault {
    case .noSteps:
      self.fault(nil, step: nil, say("sandbox.no-steps"), say("sandbox.no-steps-remedy"))
    case .unknownName(let name, let step):
      self.fault(
        key(of: name, step), step: step, say("sandbox.unknown-name", ["name": name]),
        say("sandbox.unknown-name-remedy"))
    case .refused(let field, let rule, let step):
      self.fault(
        field, step: step, say("sandbox.refused"), say("sandbox.refused-remedy", ["rule": rule]))
    }
  }

  /// The key by which a step mentions an earlier one.
  private func key(of name: String, _ step: Int) -> String? {
    let members = root[Key.step.rawValue]?.array?[step].object ?? [:]
    return [StepKey.about, .cancel, .expire].map(\.rawValue).first { members[$0] == .string(name) }
  }

  // MARK: - A step

  private enum StepKey: String, CaseIterable {
    case after, name, operation, message, about, cancel, reason, expire
  }

  private static let actions: [StepKey] = [.operation, .message, .cancel, .expire]

  private func step(
    _ members: [String: JSONValue], _ index: Int, pause: Int
  ) throws(ConfigurationFault) -> Scenario.Step {
    try refuse(members, beside: StepKey.allCases.map(\.rawValue), step: index)
    let names = Self.actions.map(\.rawValue).filter { members[$0] != nil }
    guard names.count == 1, let action = names.first.flatMap(StepKey.init) else {
      throw fault(
        names.last, step: index, say("sandbox.one-action"), say("sandbox.one-action-remedy"))
    }
    return Scenario.Step(
      name: try text(members, StepKey.name.rawValue, step: index),
      after: try number(members, StepKey.after.rawValue, in: Self.pauses, step: index) ?? pause,
      try self.action(action, members, index))
  }

  private func action(
    _ key: StepKey, _ members: [String: JSONValue], _ index: Int
  ) throws(ConfigurationFault) -> Scenario.Action {
    switch key {
    case .cancel:
      return .cancel(
        try text(members, key.rawValue, step: index) ?? "",
        reason: try text(members, StepKey.reason.rawValue, step: index))
    case .expire: return .expire(try text(members, key.rawValue, step: index) ?? "")
    case .message:
      return .message(
        try table(members, key.rawValue, step: index),
        about: try text(members, StepKey.about.rawValue, step: index))
    case .operation, .after, .name, .about, .reason:
      return .operation(try table(members, key.rawValue, step: index))
    }
  }
}

// MARK: - Values

extension ScenarioFile {
  private func refuse(
    _ members: [String: JSONValue], beside known: [String], step: Int?
  ) throws(ConfigurationFault) {
    for key in members.keys.sorted() where !known.contains(key) {
      let meant = Spelling.nearest(to: key, among: known)
        .map { say("sandbox.did-you-mean", ["key": $0]) }
      throw fault(
        key, step: step, say("sandbox.no-such-key"),
        meant ?? say("sandbox.known-keys", ["keys": known.joined(separator: ", ")]))
    }
  }

  private func text(
    _ members: [String: JSONValue], _ key: String, step: Int? = nil
  ) throws(ConfigurationFault) -> String? {
    guard let value = members[key] else { return nil }
    guard let text = value.string, !text.isEmpty else {
      throw fault(key, step: step, say("sandbox.no-text"), say("sandbox.no-text-remedy"))
    }
    return text
  }

  private func number(
    _ members: [String: JSONValue], _ key: String, in range: ClosedRange<Int>, step: Int? = nil
  ) throws(ConfigurationFault) -> Int? {
    guard let value = members[key] else { return nil }
    guard let number = value.int.flatMap({ Int(exactly: $0) }), range.contains(number) else {
      throw fault(
        key, step: step, say("sandbox.no-number"),
        say(
          "sandbox.no-number-remedy",
          ["first": "\(range.lowerBound)", "last": "\(range.upperBound)"]))
    }
    return number
  }

  private func flag(
    _ members: [String: JSONValue], _ key: String
  ) throws(ConfigurationFault) -> Bool? {
    guard let value = members[key] else { return nil }
    guard let flag = value.bool else {
      throw fault(key, step: nil, say("sandbox.no-flag"), say("sandbox.no-flag-remedy"))
    }
    return flag
  }

  private func table(
    _ members: [String: JSONValue], _ key: String, step: Int
  ) throws(ConfigurationFault) -> JSONValue {
    guard let value = members[key], value.object != nil else {
      throw fault(
        key, step: step, say("sandbox.no-table"), say("sandbox.no-table-remedy", ["key": key]))
    }
    return value
  }

  /// `key` may be a path, such as `formData.title`; steps are counted from 0, and told from 1.
  private func fault(
    _ key: String?, step: Int?, _ problem: String, _ remedy: String
  ) -> ConfigurationFault {
    let position = locator.position(of: key, step: step)
    let path = step.map { ["step \($0 + 1)"] } ?? []
    let name = path + [key].compactMap(\.self).filter { !$0.isEmpty }
    return ConfigurationFault(
      place: .init(file: file, line: position),
      key: name.isEmpty ? nil : name.joined(separator: ", "), problem: problem, remedy: remedy)
  }
}
