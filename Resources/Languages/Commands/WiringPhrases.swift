extension LanguageResources {
  static let wiring = WordTable(
    english: #"""
      name-file-with = Name a file with a key of 16 random bytes, such as: (umask 077; head -c 16 /dev/urandom > ~/countersign.key)
      name-file-you = Name a file that you may read.
      no-address-we = "{value}" is no address that we may use
      https-host-port = https://HOST[:PORT][/PATH] without query; http only for this machine (127.0.0.1, ::1).
      cannot-be-used = It cannot be used: {error}
      copy-values-from = Copy the values from your bank's configuration without a change.
      no-http-proxy = "{value}" is no HTTP proxy
      names-no-http = It names no HTTP proxy
      http-user-password = http://[USER:PASSWORD@]HOST[:PORT]; the port is 1080 when left out.
      """#,
    czech: #"""
      name-file-with = Zadejte soubor s klíčem o 16 náhodných bajtech, například: (umask 077; head -c 16 /dev/urandom > ~/countersign.key)
      name-file-you = Zadejte soubor, který smíte číst.
      no-address-we = „{value}“ není adresa, kterou lze použít
      https-host-port = https://HOST[:PORT][/CESTA] bez dotazu; http jen pro tento počítač (127.0.0.1, ::1).
      cannot-be-used = Nelze to použít: {error}
      copy-values-from = Zkopírujte hodnoty z konfigurace své banky beze změny.
      no-http-proxy = „{value}“ není HTTP proxy
      names-no-http = Neoznačuje žádnou HTTP proxy
      http-user-password = http://[UZIVATEL:HESLO@]HOST[:PORT]; bez portu platí 1080.
      """#)
}
