extension LanguageResources {
  static let failuresStorage = WordTable(
    english: #"""
      unsafe = Without its files nothing is signed or sent.
      directory = The state directory {path} cannot be made: {reason}.
      directory-next = Create it with mode 0700, or name another one with --state-dir.
      not-writable = {path} cannot be written: {reason}.
      not-writable-next = Make it writable, or name another directory with --state-dir.
      open = Others on this machine may open {path} (mode {mode}).
      open-means = It holds your keys, so it is not used like that.
      open-next = Run: {command}
      no-key = The device key {path} is missing.
      no-key-means = The database beside it cannot be read without it.
      no-key-next = Put the key back from your backup, or run: countersign remove --local
      no-database = The database {path} is missing, but its key {key} is there.
      no-database-means = The activation cannot be used without its database.
      no-database-next = Put the database back from your backup, or run: countersign remove --local
      no-fit = The key {key} does not open the database {database}.
      no-fit-means = One of them comes from another time or place, or was changed.
      no-fit-next = Put the right pair back from your backup, or run: countersign remove --local
      damaged = {path} is damaged: {reason}.
      damaged-means = The activation cannot be used like that.
      damaged-next = Put it back from your backup, or run: countersign remove --local
      newer = {path} was written by a newer version of this program.
      newer-means = This version does not understand it and leaves it alone.
      newer-next = Use the newer version.
      full = There is no room left to write {path}.
      full-next = Make room on the disk, then try again.
      busy-process = Process {process} is using this activation.
      busy = Another process is using this activation.
      busy-means = Two signatures at once would get out of step with the bank, so this one was not made.
      busy-next = Wait until it is done, then try again.
      """#,
    czech: #"""
      unsafe = Bez souborů programu se nic nepodepisuje ani neodesílá.
      directory = Adresář pro data {path} nelze vytvořit: {reason}.
      directory-next = Vytvořte ho s právy 0700, nebo určete jiný pomocí --state-dir.
      not-writable = Do {path} nelze zapisovat: {reason}.
      not-writable-next = Povolte zápis, nebo určete jiný adresář pomocí --state-dir.
      open = Soubor {path} mohou na tomto počítači otevřít i ostatní (práva {mode}).
      open-means = Jsou v něm vaše klíče, proto se v tomto stavu nepoužije.
      open-next = Spusťte: {command}
      no-key = Chybí klíč zařízení {path}.
      no-key-means = Databázi vedle něj bez něj nelze přečíst.
      no-key-next = Vraťte klíč ze zálohy, nebo spusťte: countersign remove --local
      no-database = Databáze {path} chybí, ale její klíč {key} je na místě.
      no-database-means = Bez databáze nelze aktivaci použít.
      no-database-next = Vraťte databázi ze zálohy, nebo spusťte: countersign remove --local
      no-fit = Klíč {key} neotevírá databázi {database}.
      no-fit-means = Jedno z nich pochází z jiné doby nebo odjinud, nebo bylo změněno.
      no-fit-next = Vraťte ze zálohy správnou dvojici, nebo spusťte: countersign remove --local
      damaged = Soubor {path} je poškozený: {reason}.
      damaged-means = V tomto stavu nelze aktivaci použít.
      damaged-next = Vraťte ho ze zálohy, nebo spusťte: countersign remove --local
      newer = Soubor {path} zapsala novější verze tohoto programu.
      newer-means = Tato verze mu nerozumí a nechává ho být.
      newer-next = Použijte novější verzi.
      full = Na zápis do {path} už není místo.
      full-next = Uvolněte místo na disku a zkuste to znovu.
      busy-process = Tuto aktivaci právě používá proces {process}.
      busy = Tuto aktivaci právě používá jiný proces.
      busy-means = Dva podpisy najednou by se rozešly s bankou, proto tento nevznikl.
      busy-next = Počkejte, až skončí, a zkuste to znovu.
      """#)
}
