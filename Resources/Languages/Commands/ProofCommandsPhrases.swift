extension LanguageResources {
  static let proofCommands = WordTable(
    english: #"""
      sign-claims-with = Sign claims with the private key of this device, as a JWT.
      file-holds-claims = FILE holds the claims, a JSON object; - is standard input, and a PIN that comes from there, too, is its first line. The token is signed with ES256; the server unlocks the key.
      claims-json-object = The claims, a JSON object; - for standard input.
      claims-are-not = The claims are not a JSON object.
      give-object-such = Give an object, such as {"sub": "me"}.
      sign-request-backend = Sign a request that a backend checks with its PowerAuth server, or a file.
      prints-authorization-header = Prints the authorization header as curl takes it: curl -H "$(countersign sign --uri-id /mobile/login login.json)" --data-binary @login.json … The request itself is not sent. The counter of this activation moves with each signature; the server is asked for the status before it, so that the two do not lose step. Headers count in their order: one that was made before another one that was used is refused. With --method GET the parameters are signed: --query 'a=1&b=2'.\n\nWith --device-key FILE itself is signed with the private key of this device (ECDSA with SHA-256), which the server unlocks; printed is the signature in Base64.\n\nFILE - is standard input; a PIN that comes from there, too, is its first line.
      body-request-or = The body of the request, or what is to be signed; - for standard input.
      method-request-get = Method of the request: GET, POST, PUT, PATCH or DELETE.
      what-backend-client = What backend and client call the request, such as /mobile/login.
      parameters-get-request = Parameters of a GET request.
      possession-possession-knowledge = possession, possession_knowledge or possession_biometry (default: by the factor given).
      sign-file-with = Sign FILE with the private key of this device.
      signature-with-device = Of a signature with the device key: der or raw (r and s).
      with-device-key = With --device-key a file is signed: no --method, --uri-id, --query or --factors.
      give-file-sign = Give the file to sign, or - .
      give-uri-id = Give --uri-id, what backend and client call the request.
      uri-id-has = The --uri-id has no blanks, quotes or control characters.
      method-one = The method is one of {methods}.
      get-has-no = GET has no body: give --query instead.
      has-no-query = {method} has no --query: its body is signed.
      has-body-give = {method} has a body: give its file, or - for standard input.
      print-encryption-key = Print an encryption key that belongs to this activation, in Base64.
      server-unlocks-vault = The server unlocks the vault, from which as many keys of 16 bytes are derived as you have numbers for. The same number gives the same key for as long as the activation lives. It is printed on standard output: let it go to a program, not to a screen.
      which-key = Which key: 0 to 18446744073709551615.
      check-data-were = Check that data were signed by the bank's server.
      ends-with-when = Ends with 0 when the signature fits, and with 1 when it does not. The key is the master key of the configuration, which needs no activation, or the one that the server made for this activation. The signature is ECDSA with SHA-256 in DER, as it is or in Base64.
      data-for-standard = The data; - for standard input.
      file-with-signature = The file with the signature.
      whose-key-master = Whose key: master or personal.
      signature-fits-bank = The signature fits: the bank signed this.
      """#,
    czech: #"""
      sign-claims-with = Podepíše tvrzení soukromým klíčem tohoto zařízení jako JWT.
      file-holds-claims = SOUBOR obsahuje tvrzení, objekt JSON; - je standardní vstup a PIN, který přichází také odtud, je jeho prvním řádkem. Token se podepisuje pomocí ES256; klíč odemyká server.
      claims-json-object = Tvrzení, objekt JSON; - pro standardní vstup.
      claims-are-not = Tvrzení nejsou objekt JSON.
      give-object-such = Zadejte objekt, například {"sub": "me"}.
      sign-request-backend = Podepíše soubor, nebo požadavek, který server ověří svým PowerAuth serverem.
      prints-authorization-header = Vypíše autorizační hlavičku tak, jak ji přijímá curl: curl -H "$(countersign sign --uri-id /mobile/login login.json)" --data-binary @login.json … Samotný požadavek se neposílá. Počítadlo aktivace se s každým podpisem posouvá; program předem zjistí stav na serveru, aby se počítadla nerozešla. Hlavičky platí ve svém pořadí: ta, která vznikla dřív než jiná už použitá, bude odmítnuta. S --method GET se podepisují parametry: --query 'a=1&b=2'.\n\nS --device-key se soukromým klíčem tohoto zařízení (ECDSA se SHA-256), který odemyká server, podepíše samotný SOUBOR; vypíše se podpis v Base64.\n\nSOUBOR - je standardní vstup; PIN, který přichází také odtud, je jeho prvním řádkem.
      body-request-or = Tělo požadavku, nebo to, co se má podepsat; - pro standardní vstup.
      method-request-get = Metoda požadavku: GET, POST, PUT, PATCH nebo DELETE.
      what-backend-client = Jak požadavek nazývají server a klient, například /mobile/login.
      parameters-get-request = Parametry požadavku GET.
      possession-possession-knowledge = possession, possession_knowledge nebo possession_biometry (výchozí: podle zadaného faktoru).
      sign-file-with = Podepíše SOUBOR soukromým klíčem tohoto zařízení.
      signature-with-device = Tvar podpisu klíčem zařízení: der nebo raw (r a s).
      with-device-key = S --device-key se podepisuje soubor: bez --method, --uri-id, --query a --factors.
      give-file-sign = Zadejte soubor k podpisu, nebo - .
      give-uri-id = Zadejte --uri-id, jak požadavek nazývají server a klient.
      uri-id-has = --uri-id nesmí obsahovat mezery, uvozovky ani řídicí znaky.
      method-one = Metoda je jedna z {methods}.
      get-has-no = GET nemá tělo: zadejte místo něj --query.
      has-no-query = {method} nemá --query: podepisuje se jeho tělo.
      has-body-give = {method} má tělo: zadejte jeho soubor, nebo - pro standardní vstup.
      print-encryption-key = Vypíše šifrovací klíč, který patří k této aktivaci, v Base64.
      server-unlocks-vault = Server odemkne trezor, ze kterého se odvodí tolik klíčů o 16 bajtech, kolik máte čísel. Stejné číslo dává stejný klíč, dokud aktivace trvá. Vypisuje se na standardní výstup: předejte ho programu, ne na obrazovku.
      which-key = Který klíč: 0 až 18446744073709551615.
      check-data-were = Ověří, že data podepsal server banky.
      ends-with-when = Končí kódem 0, když podpis souhlasí, a 1, když nesouhlasí. Klíč je hlavní klíč z konfigurace, který nepotřebuje aktivaci, nebo ten, který server vytvořil pro tuto aktivaci. Podpis je ECDSA se SHA-256 v DER, tak jak je, nebo v Base64.
      data-for-standard = Data; - pro standardní vstup.
      file-with-signature = Soubor s podpisem.
      whose-key-master = Čí klíč: hlavní (master), nebo aktivace (personal).
      signature-fits-bank = Podpis souhlasí: podepsala to banka.
      """#)
}
