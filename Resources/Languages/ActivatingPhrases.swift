extension LanguageResources {
  static let activating = WordTable(
    english: #"""
      otp = change the OTP
      otp-help = Goes to the one-time password; all else stays.
      code = change the code
      code-help = Goes to the code; all else stays.
      puk = change the PUK
      puk-help = Goes to the recovery code and its PUK; all else stays.
      form = change the form
      form-help = Goes to the form; all else stays.
      again-help = Sends the same once more.
      pin-cleared = The PIN was cleared: go back and choose it again.
      title = Activation
      exchanging = Exchanging keys with your bank…
      step = step {number} of {count}
      """#,
    czech: #"""
      otp = změnit heslo
      otp-help = Přejde na jednorázové heslo; ostatní zůstane.
      code = změnit kód
      code-help = Přejde na kód; ostatní zůstane.
      puk = změnit PUK
      puk-help = Přejde na obnovovací kód a jeho PUK; ostatní zůstane.
      form = změnit údaje
      form-help = Přejde na formulář; ostatní zůstane.
      again-help = Odešle totéž ještě jednou.
      pin-cleared = PIN byl vymazán: vraťte se a zvolte ho znovu.
      title = Aktivace
      exchanging = Vyměňují se klíče s vaší bankou…
      step = krok {number} z {count}
      """#)
}
