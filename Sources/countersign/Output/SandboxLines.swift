import Sandbox
import TokenScreens

/// What `countersign sandbox` prints: a configuration, and the calls with what they are for.
enum SandboxLines {
  static func all(_ guide: SandboxGuide) -> [String] {
    [say("sandbox.guide-at", ["address": guide.baseURL])]
      + chapter(say("sandbox.guide-client"), guide.configuration)
      + chapter(say("sandbox.guide-bank"), calls(guide.calls))
      + chapter(say("sandbox.guide-recovery"), calls(guide.recoveryCalls))
      + chapter(say("sandbox.guide-trials"), calls(guide.trialCalls))
      + certificates(guide)
      + chapter(say("sandbox.guide-activation"), ways(guide))
      + ["", say("sandbox.guide-more"), "", say("sandbox.runs")]
  }

  private static func chapter(_ title: String, _ lines: [String]) -> [String] {
    ["", title, ""] + lines
  }

  private static func certificates(_ guide: SandboxGuide) -> [String] {
    let entries = guide.certificateCalls
    return entries.isEmpty ? [] : chapter(say("pinning.guide"), calls(entries))
  }

  private static func calls(_ entries: [SandboxGuide.Entry]) -> [String] {
    entries.flatMap { entry in
      (entry.note.map { ["# " + words($0)] } ?? []) + [entry.line]
    }
  }

  private static func ways(_ guide: SandboxGuide) -> [String] {
    [
      say("sandbox.guide-credentials", ["password": guide.peoplePassword]),
      say(
        "sandbox.guide-openid",
        ["first": guide.providers.first ?? "", "second": guide.providers.last ?? ""]),
      say("sandbox.guide-codes"),
    ]
  }

  private static func words(_ note: SandboxGuide.Note) -> String {
    switch note {
    case .newDevice: say("sandbox.note-new-device")
    case .devices: say("sandbox.note-devices")
    case .commit: say("sandbox.note-commit")
    case .operations: say("sandbox.note-operations")
    case .nobody: say("sandbox.note-nobody")
    case .ownWords: say("sandbox.note-own-words")
    case .broken: say("sandbox.note-broken")
    case .message: say("sandbox.note-message")
    case .pageMessage: say("sandbox.note-page-message")
    case .decision: say("sandbox.note-decision")
    case .change: say("sandbox.note-change")
    case .push: say("sandbox.note-push")
    case .oneTimePassword, .recovery, .postcard, .person, .redirect, .attachments:
      personal(note)
    case .signature, .otherSignatures, .offline, .offlineData, .serverSignature, .version, .faults:
      trial(note)
    }
  }

  private static func personal(_ note: SandboxGuide.Note) -> String {
    switch note {
    case .oneTimePassword: say("sandbox.note-one-time-password")
    case .recovery: say("sandbox.note-recovery")
    case .postcard: say("sandbox.note-postcard")
    case .person: say("sandbox.note-person")
    case .redirect: say("sandbox.note-redirect")
    default: say("sandbox.note-attachments")
    }
  }

  private static func trial(_ note: SandboxGuide.Note) -> String {
    switch note {
    case .signature: say("sandbox.note-signature")
    case .otherSignatures: say("sandbox.note-other-signatures")
    case .offline: say("sandbox.note-offline")
    case .offlineData: say("sandbox.note-offline-data")
    case .serverSignature: say("sandbox.note-server-signature")
    case .version: say("sandbox.note-version")
    default: say("sandbox.note-faults")
    }
  }
}
