extension LanguageResources {
  /// What the bank shows after an approval.
  static let postapproval = WordTable(
    english: #"""
      title = After your approval
      chrome = Operations
      back-label = operations
      back-help = Goes back to the list.
      next-label = next
      next-help = Shows what your bank has to say after the approval.
      more = Your bank has something to show after this.
      unreadable = Your bank's page for after the approval could not be read.
      redirect = Your bank would send you on, to this address:
      asleep.one = The way is ready in {count} second; nothing opens by itself.
      asleep.other = The way is ready in {count} seconds; nothing opens by itself.
      ready = The way is ready: o opens it. Nothing opens by itself.
      open-label = open
      open-help = Opens the address here.
      opening = Asking the desktop to open it.
      copy-label = copy
      copy-help = Copies the address.
      copied = The address is on the clipboard.
      read-first = Read the whole address first.
      strange = The address holds characters that have no place on a clipboard.
      qr = For a camera:
      qr-large = The window is too narrow for the address as a QR code.
      """#,
    czech: #"""
      title = Po vašem schválení
      chrome = Operace
      back-label = operace
      back-help = Vrátí se do seznamu.
      next-label = dále
      next-help = Ukáže, co vám banka sděluje po schválení.
      more = Banka vám potom ukáže ještě něco.
      unreadable = Stránku, kterou banka ukazuje po schválení, se nepodařilo přečíst.
      redirect = Banka vás chce přesměrovat na tuto adresu:
      asleep.one = Otevřít ji půjde za {count} sekundu; sama se neotevře.
      asleep.few = Otevřít ji půjde za {count} sekundy; sama se neotevře.
      asleep.other = Otevřít ji půjde za {count} sekund; sama se neotevře.
      ready = Otevřete ji klávesou o. Sama se neotevře.
      open-label = otevřít
      open-help = Otevře adresu na tomto počítači.
      opening = Adresa se otevírá.
      copy-label = kopie
      copy-help = Zkopíruje adresu.
      copied = Adresa je ve schránce.
      read-first = Nejdřív si přečtěte celou adresu.
      strange = Adresa obsahuje znaky, které do schránky nepatří.
      qr = Pro fotoaparát:
      qr-large = Okno je na QR kód s adresou příliš úzké.
      """#)
}
