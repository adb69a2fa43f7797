/// Every word of the program, by section; each section holds all languages side by side.
public enum LanguageResources {
  /// The sections by name, which is what stands before the first dot of a phrase.
  public static let sections: [String: WordTable] = [
    "activating": activating,
    "activation-code": activationCode,
    "activation-commands": activationCommands,
    "arguments": arguments,
    "attributes": attributes,
    "biometry": biometry,
    "claims": claims,
    "clock": clock,
    "command": command,
    "comparison": comparison,
    "configuration": configuration,
    "credentials": credentials,
    "desktop": desktop,
    "details": details,
    "device-name": deviceName,
    "entry": entry,
    "factor-commands": factorCommands,
    "factors": factors,
    "failures": failures,
    "failures-code": failuresCode,
    "failures-context": failuresContext,
    "failures-entry": failuresEntry,
    "failures-factors": failuresFactors,
    "failures-inbox": failuresInbox,
    "failures-limits": failuresLimits,
    "failures-network": failuresNetwork,
    "failures-offline": failuresOffline,
    "failures-operation": failuresOperation,
    "failures-storage": failuresStorage,
    "fields": fields,
    "frame": frame,
    "inbox": inbox,
    "inbox-commands": inboxCommands,
    "keys": keys,
    "links": links,
    "messages": messages,
    "new-codes": newCodes,
    "news": news,
    "offline": offline,
    "otp": otp,
    "output": output,
    "overlays": overlays,
    "page": page,
    "parser": parser,
    "pictures": pictures,
    "pin": pin,
    "postapproval": postapproval,
    "preapproval": preapproval,
    "profile-commands": profileCommands,
    "profiles": profiles,
    "program": program,
    "prompts": prompts,
    "proof-commands": proofCommands,
    "providers": providers,
    "purposes": purposes,
    "recovery": recovery,
    "recovery-commands": recoveryCommands,
    "recovery-entry": recoveryEntry,
    "removal": removal,
    "rename": rename,
    "settings": settings,
    "sign-in": signIn,
    "standing": standing,
    "state-commands": stateCommands,
    "status": status,
    "tabs": tabs,
    "templates": templates,
    "times": times,
    "token-commands": tokenCommands,
    "tokens": tokens,
    "values": values,
    "waiting": waiting,
    "welcome": welcome,
    "wiring": wiring,
  ]
}

/// The words of one section: lines of `key = text`, where `\n` stands for a line break.
///
/// `{name}` is filled in by the program. Of a counted phrase there is one line for each form that the
/// language tells apart: `key.one`, `key.few` (Czech only), `key.other`.
public struct WordTable: Sendable {
  public let english: String
  public let czech: String

  init(english: String, czech: String) {
    self.english = english
    self.czech = czech
  }
}
