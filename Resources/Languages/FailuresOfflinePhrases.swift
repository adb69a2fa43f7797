extension LanguageResources {
  static let failuresOffline = WordTable(
    english: #"""
      few-lines.one = The text has {count} line; one for approval has at least {minimum}.
      few-lines.other = The text has {count} lines; one for approval has at least {minimum}.
      nothing = Nothing of it is shown, and nothing was signed.
      again = Take the whole text of the code once more, from your bank's page.
      not-text = This is not a text.
      too-long = The text is longer than a QR code can be: {limit} characters.
      no-id = The first line, which names the operation, is empty.
      signature = The last line holds no signature.
      nonce = The line before the last one is not 16 bytes in Base64.
      no-data = The fourth line, with the operation's data, is empty.
      version = The operation's data do not begin with a version.
      template = The operation's data do not say of which kind they are.
      many-fields = The operation's data have {count} fields; six are allowed.
      field = Field {number} of the operation's data makes no sense.
      control = Line {line} holds a control character.
      """#,
    czech: #"""
      few-lines.one = Text má {count} řádek; text ke schválení jich má nejméně {minimum}.
      few-lines.few = Text má {count} řádky; text ke schválení jich má nejméně {minimum}.
      few-lines.other = Text má {count} řádků; text ke schválení jich má nejméně {minimum}.
      nothing = Nic z něj se nezobrazuje a nic nebylo podepsáno.
      again = Zkopírujte ze stránky banky ještě jednou celý text kódu.
      not-text = Tohle není text.
      too-long = Text je delší, než může mít QR kód: nejvýš {limit} znaků.
      no-id = První řádek, který určuje operaci, je prázdný.
      signature = Poslední řádek neobsahuje podpis.
      nonce = Předposlední řádek neobsahuje 16 bajtů v Base64.
      no-data = Čtvrtý řádek, s daty operace, je prázdný.
      version = Data operace nezačínají verzí.
      template = Z dat operace není zřejmé, jakého jsou druhu.
      many-fields = Počet polí v datech operace je {count}; povoleno je šest.
      field = Pole {number} v datech operace nedává smysl.
      control = Řádek {line} obsahuje řídicí znak.
      """#)
}
