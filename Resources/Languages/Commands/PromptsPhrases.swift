extension LanguageResources {
  static let prompts = WordTable(
    english: #"""
      standard-input = standard input
      larger-than-mib = {name} is larger than {limit} MiB.
      give-smaller-file = Give a smaller file.
      cannot-be-read = {name} cannot be read: {errno}.
      give-file-you = Give a file that you may read, or - for standard input.
      choose-pin = Choose a PIN:
      nobody-there-confirm = Nobody is there to confirm: standard input is not a terminal.
      add-yes-when = Add --yes when the decision has been made elsewhere.
      was-not-confirmed = It was not confirmed.
      nothing-was-signed = Nothing was signed or sent.
      run-command-again = Run the command again to decide.
      again = Again:
      two-are-not = The two are not the same.
      run-command-again-type = Run the command again and type the same {name} twice.
      asked-for-on = The {name} is asked for on a terminal, and standard input is none.
      add-read-as = Add {option} to read it as one line of standard input.
      input-ended-before = Input ended before the {name} was given.
      give-in-one = Give it in one line.
      passphrase = passphrase
      yes = yes
      type = Type {word}:
      """#,
    czech: #"""
      standard-input = standardní vstup
      larger-than-mib = {name} je větší než {limit} MiB.
      give-smaller-file = Zadejte menší soubor.
      cannot-be-read = {name} nelze přečíst: {errno}.
      give-file-you = Zadejte soubor, který smíte číst, nebo - pro standardní vstup.
      choose-pin = Zvolte PIN:
      nobody-there-confirm = Není tu nikdo, kdo by to potvrdil: standardní vstup není terminál.
      add-yes-when = Pokud už bylo rozhodnuto jinde, přidejte --yes.
      was-not-confirmed = Nebylo to potvrzeno.
      nothing-was-signed = Nic se nepodepsalo ani neodeslalo.
      run-command-again = K rozhodnutí spusťte příkaz znovu.
      again = Znovu:
      two-are-not = Zadání se liší.
      run-command-again-type = Spusťte příkaz znovu a zadejte dvakrát totéž (údaj „{name}“).
      asked-for-on = Údaj „{name}“ se zadává na terminálu a standardní vstup jím není.
      add-read-as = Přidejte {option}, aby se přečetl jako jeden řádek standardního vstupu.
      input-ended-before = Vstup skončil dřív, než byl zadán údaj „{name}“.
      give-in-one = Zadejte ho na jednom řádku.
      passphrase = přístupová fráze
      yes = ano
      type = Napište „{word}“:
      """#)
}
