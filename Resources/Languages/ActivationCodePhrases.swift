extension LanguageResources {
  static let activationCode = WordTable(
    english: #"""
      next-help = Goes on to the name of this device.
      title = Activation code
      where = Your bank shows the code, on a page or on paper.
      paste = You may paste it, with or without the part behind #.
      """#,
    czech: #"""
      next-help = Pokračuje na název tohoto zařízení.
      title = Aktivační kód
      where = Kód ukazuje vaše banka na své stránce, nebo je na papíře.
      paste = Můžete ho vložit s částí za #, nebo bez ní.
      """#)
}
