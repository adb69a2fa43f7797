extension LanguageResources {
  static let details = WordTable(
    english: #"""
      activation-name = Name
      activation-id = Activation
      platform = Platform
      device-info = Device
      user-id = User
      application-id = Application
      title = This device at your bank
      nothing = Your bank told nothing about it.
      """#,
    czech: #"""
      activation-name = Název
      activation-id = Aktivace
      platform = Platforma
      device-info = Zařízení
      user-id = Uživatel
      application-id = Aplikace
      title = Toto zařízení v bance
      nothing = Banka o něm nic nesdělila.
      """#)
}
