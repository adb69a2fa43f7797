extension LanguageResources {
  static let deviceName = WordTable(
    english: #"""
      next-otp-help = Goes on to the one-time password, then to the PIN.
      title = This device
      """#,
    czech: #"""
      next-otp-help = Pokračuje na jednorázové heslo, potom na PIN.
      title = Toto zařízení
      """#)
}
