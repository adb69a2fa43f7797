extension LanguageResources {
  static let values = WordTable(
    english: #"""
      none = none
      yes = yes
      no = no
      empty = empty
      """#,
    czech: #"""
      none = nic
      yes = ano
      no = ne
      empty = prázdné
      """#)
}
