extension LanguageResources {
  static let tokenCommands = WordTable(
    english: #"""
      access-tokens-which = Access tokens, which prove requests without a signature each time.
      list-tokens-this = List the tokens that this device has.
      this-device-has = This device has no tokens.
      ask-server-for = Ask the server for a token, once for each name.
      what-you-call = What you call the token.
      possession-possession-knowledge = possession, possession_knowledge or possession_biometry.
      ready = {name} is ready: {id}.
      print-header-proves = Print a header that proves one request by a token.
      good-once-from = It is good once, from two hours before to half an hour after the server's time.
      name-token = The name of the token.
      remove-token-on = Remove a token, on the server and then here.
      removed = {name} is removed.
      """#,
    czech: #"""
      access-tokens-which = Přístupové tokeny, které prokazují požadavky, aniž by se každý podepisoval.
      list-tokens-this = Vypíše tokeny, které toto zařízení má.
      this-device-has = Toto zařízení nemá žádné tokeny.
      ask-server-for = Vyžádá si od serveru token, pro každý název jednou.
      what-you-call = Název tokenu.
      possession-possession-knowledge = possession, possession_knowledge nebo possession_biometry.
      ready = Token {name} je připraven: {id}.
      print-header-proves = Vypíše hlavičku, která tokenem prokáže jeden požadavek.
      good-once-from = Platí jednou, a to od dvou hodin před časem serveru do půl hodiny po něm.
      name-token = Název tokenu.
      remove-token-on = Odebere token na serveru a potom zde.
      removed = Token {name} je odebrán.
      """#)
}
