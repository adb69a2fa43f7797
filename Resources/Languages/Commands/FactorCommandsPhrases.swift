extension LanguageResources {
  static let factorCommands = WordTable(
    english: #"""
      finger-or-unlocked = A finger, or the unlocked desktop, in place of the PIN.
      show-which-ways = Show which ways this machine has, and which one is used.
      let-finger-or = Let a finger or the unlocked desktop stand in for the PIN.
      pin-needed-once = The PIN is needed once: the server unlocks the key of the factor, which is then kept in the Secret Service of your desktop. Whoever can use it can approve: with the provider desktop that is every program of your unlocked session.
      fingerprint-or-desktop = fingerprint or desktop (default: the first one that is ready).
      forget-key-factor = Forget the key of the factor; needs neither PIN nor server.
      pin-may-be = The PIN may be replaced by: {value}.
      nothing-stands-in = Nothing stands in for the PIN.
      configuration-allows-no = The configuration allows no provider.
      lock-pin-biometry = Lock PIN and biometry once more, by a key in a file that you keep elsewhere.
      from-now-on = From now on the key of external_key_file is needed.
      keep-copy-file = Keep a copy of the file: without it only a new activation helps.
      activation-cannot-be = The activation cannot be used without the key any more.
      use-activation-without = Use the activation without the key again.
      key-needed-last = The key is needed a last time; then external_key_file may go.
      key-not-needed = The key is not needed any more.
      check-pin-or = Check the PIN, or change it.
      ask-server-whether = Ask the server whether the PIN is right.
      wrong-pin-counts = A wrong PIN counts, as in an approval.
      pin-right = The PIN is right.
      choose-another-pin = Choose another PIN.
      server-asked-first = The server is asked first whether the old one is right; without its answer nothing changes. From standard input come two lines: the old PIN, then the new one.
      read-old-pin = Read the old PIN and the new one as two lines of standard input.
      pin-today = The PIN of today:
      new-pin = The new PIN:
      pin-changed = The PIN is changed.
      ready = ready
      """#,
    czech: #"""
      finger-or-unlocked = Otisk prstu nebo odemčená plocha místo PINu.
      show-which-ways = Ukáže, které způsoby ověření tento počítač má a který se používá.
      let-finger-or = Nechá otisk prstu nebo odemčenou plochu nahradit PIN.
      pin-needed-once = PIN je potřeba jednou: server odemkne klíč faktoru, který se pak uchovává v Secret Service vaší plochy. Kdo ho může použít, může schvalovat: u způsobu desktop je to každý program vašeho odemčeného přihlášení.
      fingerprint-or-desktop = fingerprint nebo desktop (výchozí: první, který lze použít).
      forget-key-factor = Smaže klíč faktoru; nepotřebuje PIN ani server.
      pin-may-be = PIN může nahradit: {value}.
      nothing-stands-in = PIN nic nenahrazuje.
      configuration-allows-no = Konfigurace žádný způsob ověření nedovoluje.
      lock-pin-biometry = Zamkne PIN a biometrii ještě jednou, klíčem v souboru, který uchováváte jinde.
      from-now-on = Od této chvíle je potřeba klíč ze souboru external_key_file.
      keep-copy-file = Uchovejte si kopii souboru: bez něj pomůže jen nová aktivace.
      activation-cannot-be = Aktivaci už nelze použít bez klíče.
      use-activation-without = Aktivace se bude zase používat bez klíče.
      key-needed-last = Klíč je potřeba naposledy; potom lze external_key_file z konfigurace odstranit.
      key-not-needed = Klíč už není potřeba.
      check-pin-or = Ověří PIN, nebo ho změní.
      ask-server-whether = Ověří na serveru, zda je PIN správný.
      wrong-pin-counts = Chybný PIN se počítá stejně jako při schválení.
      pin-right = PIN je správný.
      choose-another-pin = Změní PIN.
      server-asked-first = Nejprve server ověří, zda je dosavadní PIN správný; bez jeho odpovědi se nic nezmění. Ze standardního vstupu se čtou dva řádky: dosavadní PIN, potom nový.
      read-old-pin = Přečte dosavadní a nový PIN jako dva řádky standardního vstupu.
      pin-today = Dosavadní PIN:
      new-pin = Nový PIN:
      pin-changed = PIN je změněn.
      ready = lze použít
      """#)
}
