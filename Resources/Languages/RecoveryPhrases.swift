extension LanguageResources {
  static let recovery = WordTable(
    english: #"""
      card = Confirm a recovery card
      code-only = Only the code is sent. The PUKs stay with you, for the day you need one.
      forget-help = Forgets the code here and goes back.
      code = Recovery code
      cleared = The code was cleared from the screen.
      show-again = Show it again under Recovery in the settings.
      write = Write both on paper and keep it away from this device.
      warning = Whoever has them can take your place at the bank.
      confirmed-before = The card was confirmed before
      works = Nothing has changed: it works.
      confirmed = The card is confirmed
      works-now = From now on its codes work.
      keep-away = Keep it away from this device.
      show-code = show the code
      show-help = Shows this activation's recovery code and its PUK.
      confirm-card = confirm a card
      confirm-short = confirm
      confirm-help = Tells your bank that you hold a card with a code.
      purpose = With a code and its PUK you activate another device when this one is lost.
      shows = Shows this activation's code.
      confirms = Confirms a code from a card.
      """#,
    czech: #"""
      card = Potvrdit kartu pro obnovu
      code-only = Odesílá se jen kód. Kódy PUK zůstávají u vás pro den, kdy je budete potřebovat.
      forget-help = Kód tady zapomene a vrátí se zpět.
      code = Obnovovací kód
      cleared = Kód byl z obrazovky smazán.
      show-again = Znovu ho zobrazíte v nastavení jako Obnova.
      write = Obojí si zapište na papír a uložte jinam než k tomuto zařízení.
      warning = Kdo je má, může se v bance vydávat za vás.
      confirmed-before = Karta už byla potvrzena dříve
      works = Nic se nezměnilo: funguje.
      confirmed = Karta je potvrzena
      works-now = Od této chvíle její kódy fungují.
      keep-away = Uložte ji jinam než k tomuto zařízení.
      show-code = zobrazit kód
      show-help = Zobrazí obnovovací kód této aktivace a jeho PUK.
      confirm-card = potvrdit kartu
      confirm-short = potvrdit
      confirm-help = Sdělí bance, že máte kartu s obnovovacím kódem.
      purpose = Obnovovacím kódem a jeho PUKem aktivujete jiné zařízení, když toto ztratíte.
      shows = Zobrazí kód této aktivace.
      confirms = Potvrdí kód z karty pro obnovu.
      """#)
}
