extension LanguageResources {
  static let entry = WordTable(
    english: #"""
      greeting = Welcome, {name}.
      """#,
    czech: #"""
      greeting = Vítejte – {name}.
      """#)
}
