extension LanguageResources {
  static let credentials = WordTable(
    english: #"""
      refused = Your bank did not accept it.
      next-help = Goes on to the next field, then to the name of this device.
      empty = Fill in at least one field.
      hidden = The pasted text has hidden characters and was not taken.
      needed = Your bank needs this.
      optional = if you have one
      """#,
    czech: #"""
      refused = Banka to nepřijala.
      next-help = Pokračuje na další pole, potom na název tohoto zařízení.
      empty = Vyplňte alespoň jedno pole.
      hidden = Vložený text obsahuje skryté znaky a nebyl převzat.
      needed = Tohle vaše banka vyžaduje.
      optional = pokud ho máte
      """#)
}
