extension LanguageResources {
  static let recoveryEntry = WordTable(
    english: #"""
      next-help = Goes on to the PUK, then to the name of this device.
      mend-help = Goes on to the PUK, then to the bank again.
      title = Recovery code
      puk-number = PUK number {number}
      where = Both stand on the card or paper of the lost device.
      once = A PUK works once: cross it out when it was used.
      """#,
    czech: #"""
      next-help = Pokračuje na PUK a potom na název zařízení.
      mend-help = Pokračuje na PUK a potom znovu do banky.
      title = Obnovovací kód
      puk-number = PUK číslo {number}
      where = Obojí je na kartě nebo papíru ke ztracenému zařízení.
      once = Každý PUK platí jednou: po použití ho přeškrtněte.
      """#)
}
