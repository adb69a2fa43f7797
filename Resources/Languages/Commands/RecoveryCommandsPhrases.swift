extension LanguageResources {
  static let recoveryCommands = WordTable(
    english: #"""
      code-by-which = The code by which a lost device can be replaced.
      print-recovery-code = Print the recovery code and PUK of this activation.
      write-them-on = Write them on paper. Whoever has them can activate a device in your name.
      tell-bank-its = Tell the bank that its postcard with a code has arrived.
      can-replace-lost = It can replace a lost device from then on. The PUK stays with you.
      recovery-code-postcard = The recovery code of the postcard, with or without R: before it.
      was-confirmed-before = It was confirmed before.
      code-confirmed = The code is confirmed.
      recovery-code = Recovery code  {code}
      write-both-on = Write both on paper: they replace this device when it is lost, for whoever has them.
      puk = PUK            {puk}
      """#,
    czech: #"""
      code-by-which = Kód, kterým lze nahradit ztracené zařízení.
      print-recovery-code = Vypíše obnovovací kód a PUK této aktivace.
      write-them-on = Opište si je na papír. Kdo je má, může vaším jménem aktivovat zařízení.
      tell-bank-its = Oznámí bance, že vám její karta s obnovovacím kódem dorazila.
      can-replace-lost = Od té chvíle může karta nahradit ztracené zařízení. PUK zůstává u vás.
      recovery-code-postcard = Obnovovací kód z karty, s R: na začátku nebo bez něj.
      was-confirmed-before = Kód byl potvrzen už dřív.
      code-confirmed = Kód je potvrzen.
      recovery-code = Obnovovací kód  {code}
      write-both-on = Obojí si opište na papír: kdo je má, může jimi ztracené zařízení nahradit.
      puk = PUK             {puk}
      """#)
}
