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
      access-tokens-which = Přístupové tokeny, které prokazují požadavky bez podpisu při každém z nich.
      list-tokens-this = Vypíše tokeny, které toto zařízení má.
      this-device-has = Toto zařízení nemá žádné tokeny.
      ask-server-for = Požádá server o token, pro každé jméno jednou.
      what-you-call = Jak tokenu říkáte.
      possession-possession-knowledge = possession, possession_knowledge nebo possession_biometry.
      ready = {name} je připraven: {id}.
      print-header-proves = Vypíše hlavičku, která tokenem prokáže jeden požadavek.
      good-once-from = Platí jednou, od dvou hodin před do půl hodiny po čase serveru.
      name-token = Jméno tokenu.
      remove-token-on = Odstraní token na serveru a potom zde.
      removed = {name} je odstraněn.
      """#)
}
