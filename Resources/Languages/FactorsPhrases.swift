extension LanguageResources {
  static let factors = WordTable(
    english: #"""
      no-attempt-used = {unrecognized} No attempt is used up.
      canceled = Cancelled. No attempt is used up.
      attempt-used = {unrecognized} One attempt is used up.
      unusable = {name} cannot be used now: {reason}.
      key-gone = The key that {yours} kept is gone. Add it anew in the settings.
      key-foreign = The key that {yours} keeps is not this activation's. Add it anew.
      not-set-up = {yours} is not set up here any more.
      canceling = Cancelling…
      cancel = Cancel
      esc-ends = Esc ends the wait, and nothing is lost.
      cancel-help = Ends the wait; the PIN is asked for again.
      proof-device = this device alone
      proof-pin = this device and your PIN
      proof-biometry = this device and {yours}
      stands-in = It can stand in for the PIN now.
      renamed = This device is now called {name}.
      """#,
    czech: #"""
      no-attempt-used = {unrecognized} Žádný pokus se nespotřeboval.
      canceled = Zrušeno. Žádný pokus se nespotřeboval.
      attempt-used = {unrecognized} Spotřeboval se jeden pokus.
      unusable = {name} teď nelze použít: {reason}.
      key-gone = Klíč, který střeží {yours}, už tu není. Přidejte ho znovu v nastavení.
      key-foreign = Klíč, který střeží {yours}, nepatří k této aktivaci. Přidejte ho znovu.
      not-set-up = {yours} tu už nelze použít.
      canceling = Ruší se…
      cancel = Zrušit
      esc-ends = Esc ukončí čekání a nic se neztratí.
      cancel-help = Ukončí čekání; program se znovu zeptá na PIN.
      proof-device = jen toto zařízení
      proof-pin = toto zařízení a váš PIN
      proof-biometry = toto zařízení a {yours}
      stands-in = Teď může nahradit PIN.
      renamed = Zařízení se teď jmenuje {name}.
      """#)
}
