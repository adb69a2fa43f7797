extension LanguageResources {
  static let removal = WordTable(
    english: #"""
      word = remove
      removing = The files are being removed.
      type-first = Type the word “{word}” first.
      remove-help = Destroys the keys of this device.
      title = Remove from this device only
      no-pin = The keys here are destroyed at once, without a PIN.
      not-told = Your bank is not told; it lists the device until you remove it there.
      attack = Somebody may be attacking you
      attack-call = Do not confirm this device at your bank. Call your bank now.
      attack-then = Then remove the keys that were exchanged.
      type = Type “{word}”:
      """#,
    czech: #"""
      word = odebrat
      removing = Soubory se odstraňují.
      type-first = Nejprve napište slovo „{word}“.
      remove-help = Zničí klíče tohoto zařízení.
      title = Odebrat jen z tohoto zařízení
      no-pin = Klíče v tomto zařízení se zničí hned, bez PINu.
      not-told = Banka se to nedozví; zařízení eviduje, dokud ho neodeberete i tam.
      attack = Možná na vás někdo útočí
      attack-call = Zařízení v bance nepotvrzujte. Hned zavolejte do banky.
      attack-then = Potom odeberte vyměněné klíče.
      type = Napište „{word}“:
      """#)
}
