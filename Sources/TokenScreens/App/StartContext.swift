import TokenModel

/// What the wiring knows before the first picture.
public struct StartContext: Equatable, Sendable {
  /// Name of the profile; stands in the header.
  public let profile: String
  /// Name of the bank, where the configuration has one.
  public let bank: String?
  /// Base address of the server, for the settings page.
  public let server: String
  /// Such as `3.3`.
  public let protocolVersion: String
  /// What the activation proposes as the name of this device.
  public let deviceName: String
  /// The server is the embedded sandbox: nothing here is real money.
  public let isSandbox: Bool
  /// What this token and its bank hold outlives the program.
  public let isKept: Bool
  /// A code that the activation offers already filled in.
  public let offeredCode: ActivationCode?
  /// What is opened first, as a link that the user has followed.
  public let offeredLink: ScannedText?
  /// The ways into an activation that the configuration offers beside the code.
  public let variants: ActivationVariants
  /// How this profile looks.
  public let appearance: Appearance
  /// Schemes beside https that the user lets a bank's redirect have, in small letters.
  public let redirectSchemes: [String]
  /// In which language the program speaks here.
  public let language: Language
  /// Whether pictures of operations are fetched.
  public let pictures: PicturePolicy
  /// Whether and how the connections to the server are pinned.
  public let pinning: PinningKind

  public init(
    profile: String, bank: String? = nil, server: String, protocolVersion: String,
    deviceName: String, isSandbox: Bool = false, isKept: Bool = true,
    offeredCode: ActivationCode? = nil,
    offeredLink: ScannedText? = nil,
    variants: ActivationVariants = ActivationVariants(), appearance: Appearance = Appearance(),
    redirectSchemes: [String] = [], language: Language = .english,
    pictures: PicturePolicy = .ask, pinning: PinningKind = .off
  ) {
    self.profile = profile
    self.bank = bank
    self.server = server
    self.protocolVersion = protocolVersion
    self.deviceName = deviceName
    self.isSandbox = isSandbox
    self.isKept = isKept
    self.offeredCode = offeredCode
    self.offeredLink = offeredLink
    self.variants = variants
    self.appearance = appearance
    self.redirectSchemes = redirectSchemes
    self.language = language
    self.pictures = pictures
    self.pinning = pinning
  }
}
