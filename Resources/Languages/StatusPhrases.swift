extension LanguageResources {
  static let status = WordTable(
    english: #"""
      values.one = {count} value; o shows them
      values.other = {count} values; o shows them
      at-bank = At your bank
      attempts = PIN attempts
      protocol = Protocol
      upgrade = ! upgrade to 3 pending
      fingerprint = Fingerprint
      activation = Activation
      data = Bank's data
      none = none
      unknown = not known yet
      active = active
      waiting = waiting for your bank
      blocked = blocked
      removed = removed
      no-attempts = none while it is not active
      left.one = {count} of {most} left
      left.other = {count} of {most} left
      signatures = Signatures
      out-of-step = ✗ out of step: none will be accepted
      in-step = in step with your bank
      old-protocol = This activation still speaks protocol 2, and is to speak version 3.
      old-protocol-means = It signs nothing until your bank's server has taken part. An interruption harms nothing.
      old-protocol-next = r asks for the status, and goes on where it stopped.
      data-key = bank's data
      data-short = data
      data-help = Shows what your bank has noted about this device.
      nothing-noted = Your bank has noted nothing.
      title = Status
      """#,
    czech: #"""
      values.one = {count} hodnota; zobrazí ji o
      values.few = {count} hodnoty; zobrazí je o
      values.other = {count} hodnot; zobrazí je o
      at-bank = V bance
      attempts = Pokusy o PIN
      protocol = Protokol
      upgrade = ! čeká přechod na verzi 3
      fingerprint = Kontrolní č.
      activation = Aktivace
      data = Data banky
      none = žádná
      unknown = zatím není známo
      active = aktivní
      waiting = čeká na banku
      blocked = zablokovaná
      removed = odebraná
      no-attempts = žádné, dokud není aktivní
      left.one = zbývá {count} z {most}
      left.few = zbývají {count} z {most}
      left.other = zbývá {count} z {most}
      signatures = Podpisy
      out-of-step = ✗ nesouhlasí s bankou: žádný nebude přijat
      in-step = souhlasí s bankou
      old-protocol = Tato aktivace stále používá protokol 2 a má přejít na verzi 3.
      old-protocol-means = Dokud se nezapojí server banky, nelze nic podepsat. Přerušení ničemu neuškodí.
      old-protocol-next = Klávesa r načte stav a pokračuje tam, kde se přechod zastavil.
      data-key = data banky
      data-short = data
      data-help = Zobrazí, co banka o tomto zařízení eviduje.
      nothing-noted = Banka o zařízení nic neeviduje.
      title = Stav
      """#)
}
