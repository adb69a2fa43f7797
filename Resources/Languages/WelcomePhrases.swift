extension LanguageResources {
  static let welcome = WordTable(
    english: #"""
      way-code = Activation code of your bank
      way-sign-in = Sign in with {provider}
      way-credentials = Credentials from your bank
      way-recovery = Recovery code and PUK
      way-code-help = Begins with the activation code.
      way-sign-in-help = Begins with a sign-in in the browser.
      way-credentials-help = Begins with a form of your bank.
      way-recovery-help = Begins with the recovery code of a lost device.
      choose = choose
      begin-help = Begins.
      activate = Activate
      title = Welcome
      purpose = Here you approve what your bank asks you: logins, payments, changes.
      first-code = First this device is activated with a code from your bank.
      first-choose = First this device is activated. Choose how:
      ready = A code is ready: {code}
      server = Server  {server}
      step-code = Type or paste the activation code.
      step-name = Name this device and choose a PIN.
      step-compare = Compare the fingerprint with your bank's page.
      """#,
    czech: #"""
      way-code = Aktivační kód od vaší banky
      way-sign-in = Přihlášení přes {provider}
      way-credentials = Přihlašovací údaje od vaší banky
      way-recovery = Obnovovací kód a PUK
      way-code-help = Začne aktivačním kódem.
      way-sign-in-help = Začne přihlášením v prohlížeči.
      way-credentials-help = Začne formulářem vaší banky.
      way-recovery-help = Začne obnovovacím kódem ztraceného zařízení.
      choose = vybrat
      begin-help = Začne vybraným způsobem.
      activate = Aktivovat
      title = Vítejte
      purpose = Tady schvalujete, co po vás banka chce: přihlášení, platby, změny.
      first-code = Nejprve se toto zařízení aktivuje kódem od vaší banky.
      first-choose = Nejprve se toto zařízení aktivuje. Vyberte jak:
      ready = Kód je připraven: {code}
      server = Server  {server}
      step-code = Napište nebo vložte aktivační kód.
      step-name = Pojmenujte zařízení a zvolte PIN.
      step-compare = Porovnejte kontrolní číslo se stránkou banky.
      """#)
}
