extension LanguageResources {
  static let program = WordTable(
    english: #"""
      standard-input-output = Standard input and output are not a terminal.
      terminal-type-term = The terminal type "{name}" (TERM) is not known here.
      terminal-type-term-cannot = The terminal type "{name}" (TERM) cannot place the cursor.
      terminal-cannot-be = The terminal cannot be used: {number}.
      use-command-instead = Use a command instead, such as countersign operations; see --help.
      """#,
    czech: #"""
      standard-input-output = Standardní vstup a výstup nejsou terminál.
      terminal-type-term = Typ terminálu „{name}“ (TERM) tu není známý.
      terminal-type-term-cannot = Terminál typu „{name}“ (TERM) neumí umístit kurzor.
      terminal-cannot-be = Terminál nelze použít: {number}.
      use-command-instead = Použijte místo toho příkaz, například countersign operations; viz --help.
      """#)
}
