extension LanguageResources {
  static let otp = WordTable(
    english: #"""
      none-next = none, next
      title = One-time password
      maybe-wanted = Your bank may want the one that it gave you with the code.
      maybe-wrong = This one may be wrong. Leave it empty if your bank gave you none.
      only-if = Only if your bank gave you one; most banks do not.
      not-pin = This is not the PIN: that comes next.
      """#,
    czech: #"""
      none-next = žádné, dále
      title = Jednorázové heslo
      maybe-wanted = Banka možná vyžaduje heslo, které vám dala spolu s kódem.
      maybe-wrong = Toto heslo může být chybné. Pokud vám banka žádné nedala, nechte pole prázdné.
      only-if = Jen pokud vám ho banka dala; většina bank ho nepoužívá.
      not-pin = Není to PIN: ten přijde na řadu potom.
      """#)
}
