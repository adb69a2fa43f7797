extension LanguageResources {
  static let arguments = WordTable(
    english: #"""
      stands-alone = {name} stands alone.
      add-one-see = Add one of: {value}. See {name} --help.
      interface-cannot-be = The interface cannot be printed as JSON.
      name-command-such = Name a command, such as countersign --json operations.
      see-countersign-help = See countersign --help.
      mobile-token-for = A mobile token for the terminal: see, approve and reject your bank's operations.
      without-command-interface = Without a command the interface opens. To try it without a bank: countersign demo\n\nExit codes: 0 done, 1 failed, 2 usage, 3 refused by the server, 4 no activation, 5 network or time-out, 6 blocked or removed, 7 local storage, 8 outcome unknown.
      factor = Factor
      proof-key = Proof and key
      activation = Activation
      trial = Trial
      prove-by-biometry = Prove it by the biometry factor instead of the PIN.
      either-pin-or = Either the PIN or the biometry factor, not both.
      configuration-file-default = The configuration file (default: $XDG_CONFIG_HOME/countersign/config.toml).
      table-profiles-name = The table [profiles.NAME] of the configuration to use.
      where-activation-kept = Where the activation is kept (default: $XDG_STATE_HOME/countersign).
      print-exactly-one = Print exactly one JSON document on standard output.
      profile-s-name = A profile's name is 1 to 64 letters, digits, hyphens or underscores.
      name-can-be = A name can be given once only.
      """#,
    czech: #"""
      stands-alone = Příkaz {name} je neúplný.
      add-one-see = Doplňte jedno z těchto slov: {value}. Viz {name} --help.
      interface-cannot-be = Rozhraní nelze vypsat jako JSON.
      name-command-such = Zadejte příkaz, například countersign --json operations.
      see-countersign-help = Viz countersign --help.
      mobile-token-for = Mobilní token pro terminál: ukáže, schválí a zamítne operace vaší banky.
      without-command-interface = Bez příkazu se otevře rozhraní. Vyzkoušení bez banky: countersign demo\n\nNávratové kódy: 0 hotovo, 1 nezdařilo se, 2 chybné použití, 3 odmítnuto serverem, 4 bez aktivace, 5 síť nebo vypršení času, 6 zablokováno nebo odebráno, 7 místní úložiště, 8 výsledek neznámý.
      factor = Faktory
      proof-key = Důkazy a klíče
      activation = Aktivace
      trial = Vyzkoušení
      prove-by-biometry = Ověří biometrickým faktorem místo PINu.
      either-pin-or = Buď PIN, nebo biometrický faktor, ne obojí.
      configuration-file-default = Konfigurační soubor (výchozí: $XDG_CONFIG_HOME/countersign/config.toml).
      table-profiles-name = Která tabulka [profiles.NAZEV] konfigurace se použije.
      where-activation-kept = Kde je uložena aktivace (výchozí: $XDG_STATE_HOME/countersign).
      print-exactly-one = Vypíše na standardní výstup právě jeden dokument JSON.
      profile-s-name = Název profilu má 1 až 64 písmen, číslic, pomlček nebo podtržítek.
      name-can-be = Název lze zadat jen jednou.
      """#)
}
