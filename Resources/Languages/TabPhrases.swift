extension LanguageResources {
  static let tabs = WordTable(
    english: #"""
      operations = Operations
      inbox = Inbox
      offline = Offline
      settings = Settings
      """#,
    czech: #"""
      operations = Operace
      inbox = Zprávy
      offline = Offline
      settings = Nastavení
      """#)
}
