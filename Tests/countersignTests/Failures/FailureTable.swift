import Testing
import TokenModel

/// The one table of failures: exit code, word for scripts and first sentence, row by row.
enum FailureTable {
  struct Row: Sendable, CustomTestStringConvertible {
    let failure: TokenFailure
    let status: Int32
    let code: String
    let happened: String

    init(_ failure: TokenFailure, _ status: Int32, _ code: String, _ happened: String) {
      self.failure = failure
      self.status = status
      self.code = code
      self.happened = happened
    }

    var testDescription: String { code }
  }

  static let rows =
    device + codes + factors + states + signIns + offline + pictures + storage + verdicts + links
    + network

  private static let device = [
    Row(.noActivation, 4, "no_activation", "This device is not activated."),
    Row(.alreadyActivated, 1, "already_activated", "This profile is activated already."),
    Row(
      .foreignActivationCode, 1, "foreign_activation_code",
      "The code's signature does not come from your bank."),
    Row(.pinUnchanged, 2, "pin_unchanged", "The new PIN is the same as the old one."),
    Row(.pinTooShort, 2, "pin_too_short", "The PIN is too short."),
    Row(.pukFormat, 2, "puk_format", "A PUK is ten digits."),
    Row(.noCredentials, 2, "no_credentials", "No credentials were given."),
    Row(.emptyAttribute(name: "user"), 2, "empty_attribute", "The value of user is empty."),
    Row(
      .tooLong(field: .deviceName, limit: 255), 2, "too_long",
      "The name of this device is too long."),
    Row(.tooLong(field: .otp, limit: 255), 2, "too_long", "The one-time password is too long."),
    Row(.tooLong(field: .reason, limit: 255), 2, "too_long", "The reason is too long."),
    Row(.tooLong(field: .extras, limit: 4000), 2, "too_long", "The extra text is too long."),
    Row(.tooLong(field: .attributes, limit: 9), 2, "too_long", "The attribute is too long."),
    Row(
      .tooLong(field: .tokenName, limit: 255), 2, "too_long", "The name of the token is too long."
    ),
    Row(
      .noRecoveryCode, 1, "no_recovery_code", "This activation has no recovery code."),
    Row(
      .upgradePending, 1, "upgrade_pending",
      "This activation still speaks an old version of the protocol."),
    Row(.noToken(named: "shop"), 1, "no_token", "There is no token named shop."),
    Row(.forgedData, 1, "forged_data", "The signature does not fit the data."),
  ]

  private static let codes = [
    Row(
      .activationCode(.incomplete(found: 19)), 2, "activation_code",
      "The activation code has 19 characters instead of 20."),
    Row(
      .activationCode(.foreignCharacter("8", at: 3)), 2, "activation_code",
      "The activation code cannot contain \u{201C}8\u{201D} (character 3)."),
    Row(
      .activationCode(.groupsWithoutDashes), 2, "activation_code",
      "The activation code is not in four groups of five joined by dashes."),
    Row(
      .activationCode(.checksum), 2, "activation_code",
      "The activation code has a typing error: its checksum does not fit."),
    Row(
      .activationCode(.signatureFormat), 2, "activation_code",
      "The part of the activation code behind # is not a signature in Base64."),
  ]

  private static let factors = [
    Row(
      .biometry(.notSetUp), 1, "biometry_not_set_up",
      "This activation has no fingerprint or desktop key."),
    Row(
      .biometry(.alreadySetUp), 1, "biometry_already_set_up",
      "This activation has a fingerprint or desktop key already."),
    Row(
      .biometry(.unavailable(provider: "desktop", reason: "there is no keyring")), 1,
      "biometry_unavailable", "The provider desktop cannot be used: there is no keyring."),
    Row(.biometry(.canceled), 1, "biometry_canceled", "It was cancelled."),
    Row(
      .biometry(.notRecognized), 1, "biometry_not_recognized",
      "The fingerprint was not recognised."),
    Row(
      .biometry(.keyLost(provider: "desktop")), 1, "biometry_key_lost",
      "The provider desktop does not have the key of this activation any more."),
    Row(
      .biometry(.keyMismatch), 1, "biometry_key_mismatch",
      "The key that the server keeps does not fit this activation."),
    Row(
      .externalKey(.required), 1, "external_key_required",
      "This activation needs its external key."),
    Row(
      .externalKey(.notInUse), 1, "external_key_not_in_use",
      "This activation uses no external key."),
    Row(
      .externalKey(.alreadyInUse), 1, "external_key_already_in_use",
      "This activation uses an external key already."),
    Row(
      .externalKey(.wrongLength(17)), 2, "external_key_wrong_length",
      "An external key has 16 bytes, and this one has 17."),
    Row(
      .externalKey(.wrongKey), 1, "external_key_wrong",
      "The external key is not the one that locks this activation."),
  ]

  private static let states = [
    Row(.portableState(.notAState), 2, "state_not_a_state", "The file holds no saved session."),
    Row(
      .portableState(.unsupportedVersion(7)), 2, "state_unsupported_version",
      "The saved session has format 7, which is not known here."),
    Row(.portableState(.truncated), 2, "state_truncated", "The saved session is cut off."),
    Row(
      .portableState(.trailingBytes(3)), 2, "state_trailing_bytes",
      "The saved session is followed by 3 more bytes."),
    Row(
      .portableState(.noActivation), 2, "state_no_activation",
      "The saved session holds no activation."),
    Row(
      .portableState(.wrongPassphrase), 1, "state_wrong_passphrase",
      "The passphrase is wrong, or the file is damaged."),
    Row(
      .portableState(.damagedKeys), 1, "state_damaged_keys",
      "The keys in the saved session cannot be used."),
  ]

  private static let signIns = [
    Row(
      .oidc(.notOffered), 2, "oidc_not_offered", "Signing in with a browser is not set up."),
    Row(
      .oidc(.stateMismatch), 1, "oidc_state_mismatch",
      "The address belongs to another sign-in."),
    Row(
      .oidc(.denied("access_denied")), 3, "oidc_denied", "The sign-in was refused: access_denied."),
    Row(
      .oidc(.invalidRedirect), 1, "oidc_invalid_redirect",
      "This is not the address that ends the sign-in."),
    Row(.oidc(.timedOut), 1, "oidc_timed_out", "The sign-in took too long."),
    Row(.oidc(.canceled), 1, "oidc_canceled", "The sign-in was cancelled."),
    Row(
      .oidc(.portTaken(8765, reason: "in use")), 1, "oidc_port_taken",
      "The browser cannot come back here: port 8765 is not free (in use)."),
  ]

  private static let storage = [
    Row(
      .storage(.directoryMissing(path: "/s", reason: "denied")), 7, "storage",
      "The state directory /s cannot be made: denied."),
    Row(
      .storage(.notWritable(path: "/s", reason: "read-only")), 7, "storage",
      "/s cannot be written: read-only."),
    Row(
      .storage(.openPermissions(path: "/s", mode: "0755", mend: "chmod 700 /s")), 7, "storage",
      "Others on this machine may open /s (mode 0755)."),
    Row(
      .storage(.keyMissing(path: "/s/k")), 7, "storage", "The device key /s/k is missing."),
    Row(
      .storage(.databaseMissing(path: "/s/d", key: "/s/k")), 7, "storage",
      "The database /s/d is missing, but its key /s/k is there."),
    Row(
      .storage(.keyDoesNotFit(database: "/s/d", key: "/s/k")), 7, "storage",
      "The key /s/k does not open the database /s/d."),
    Row(
      .storage(.damaged(path: "/s/d", reason: "not a database")), 7, "storage",
      "/s/d is damaged: not a database."),
    Row(
      .storage(.newerSchema(path: "/s/d")), 7, "storage",
      "/s/d was written by a newer version of this program."),
    Row(
      .storage(.full(path: "/s/d")), 7, "storage", "There is no room left to write /s/d."),
    Row(.busy(holder: 4711), 7, "busy", "Process 4711 is using this activation."),
    Row(.busy(holder: nil), 7, "busy", "Another process is using this activation."),
  ]
}
