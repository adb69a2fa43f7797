extension LanguageResources {
  static let tabs = WordTable(
    english: #"""
      operations = Operations
      inbox = Inbox
      history = History
      offline = Offline
      settings = Settings
      """#,
    czech: #"""
      operations = Operace
      inbox = Zprávy
      history = Historie
      offline = Offline
      settings = Nastavení
      """#)
}
