extension LanguageResources {
  static let language = WordTable(
    english: #"""
      english = English
      czech = Čeština
      english-help = Speaks English.
      czech-help = Speaks Czech.
      chosen = It is in use already.
      choose = choose
      choose-help = Changes to the selected language.
      in-use = {language}, in use
      meaning = Your bank is asked for its texts in this language, too.
      lasting = The choice holds until the program ends. For good, set in the configuration: language = "{code}"
      """#,
    czech: #"""
      english = English
      czech = Čeština
      english-help = Přepne do angličtiny.
      czech-help = Přepne do češtiny.
      chosen = Tento jazyk se už používá.
      choose = vybrat
      choose-help = Přepne do vybraného jazyka.
      in-use = {language}, používá se
      meaning = V tomto jazyce si program vyžádá i texty banky.
      lasting = Volba platí do ukončení programu. Natrvalo ji nastavíte v konfiguraci: language = "{code}"
      """#)
}
