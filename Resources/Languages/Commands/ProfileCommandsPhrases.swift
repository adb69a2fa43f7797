extension LanguageResources {
  static let profileCommands = WordTable(
    english: #"""
      list-profiles-configuration = List the profiles of the configuration; asks no server.
      not-activated = not activated
      activated = {device}, fingerprint {fingerprint}
      """#,
    czech: #"""
      list-profiles-configuration = Vypíše profily konfigurace; žádného serveru se neptá.
      not-activated = neaktivováno
      activated = {device}, kontrolní číslo {fingerprint}
      """#)
}
