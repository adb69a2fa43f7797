extension LanguageResources {
  static let fields = WordTable(
    english: #"""
      no-signature = A recovery code has no part behind #.
      recovery-code = This is a recovery code; it needs its PUK. Go back.
      foreign = “{character}” never occurs in a code.
      code-full = A code has 20 characters; these are all.
      well-formed = The code is well formed: its checksum fits.
      signature-later = Its signature is checked before anything is sent.
      characters = {count} of {whole} characters
      checksum = There is a typing error in it: the checksum does not fit.
      puk-ten = A PUK has ten digits.
      puk-digits = A PUK has digits only.
      puk-full = A PUK has ten digits; there are no more.
      puk-complete = All ten digits are there.
      digits = {count} of {whole} digits
      code = Code
      puk = PUK
      incomplete-code = The code is not complete and correct yet.
      name-too-long = The name is too long: {count} characters, the bank takes {most}.
      otp-too-long = The one-time password is too long: {count} characters, the bank takes {most}.
      name-needed = This device needs a name.
      name-shown = Name, as your bank will show it
      """#,
    czech: #"""
      no-signature = Obnovovací kód nemá část za #.
      recovery-code = Tohle je obnovovací kód; potřebuje PUK. Vraťte se.
      foreign = „{character}“ se v kódu nikdy nevyskytuje.
      code-full = Kód má 20 znaků; víc jich není.
      well-formed = Kód je v pořádku: kontrolní součet souhlasí.
      signature-later = Jeho podpis se ověří, než se cokoli odešle.
      characters = {count} z {whole} znaků
      checksum = Je v něm překlep: kontrolní součet nesouhlasí.
      puk-ten = PUK má deset číslic.
      puk-digits = PUK má jen číslice.
      puk-full = PUK má deset číslic; víc jich není.
      puk-complete = Všech deset číslic je zadáno.
      digits = {count} z {whole} číslic
      code = Kód
      puk = PUK
      incomplete-code = Kód ještě není celý nebo je v něm chyba.
      name-too-long = Název je příliš dlouhý: {count} znaků, banka přijme nejvýš {most}.
      otp-too-long = Jednorázové heslo je příliš dlouhé: {count} znaků, banka přijme nejvýš {most}.
      name-needed = Zařízení potřebuje název.
      name-shown = Název, jak ho ukáže vaše banka
      """#)
}
