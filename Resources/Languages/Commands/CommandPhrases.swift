extension LanguageResources {
  static let command = WordTable(
    english: #"""
      did-you-mean = Did you mean {value}?
      read-pin-as = Read the PIN as one line of standard input.
      missing = It is missing
      cannot-be-read = {path} cannot be read
      factors-option-for = The factors and the option for the factor contradict each other.
      one-time-password = one-time password
      """#,
    czech: #"""
      did-you-mean = Neměli jste na mysli {value}?
      read-pin-as = Přečte PIN jako jeden řádek standardního vstupu.
      missing = Chybí
      cannot-be-read = {path} nelze přečíst
      factors-option-for = Faktory a volba faktoru si odporují.
      one-time-password = jednorázové heslo
      """#)
}
