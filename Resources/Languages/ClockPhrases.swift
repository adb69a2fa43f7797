extension LanguageResources {
  static let clock = WordTable(
    english: #"""
      in-step = in step
      behind = {span} behind
      ahead = {span} ahead
      agree = This machine's clock and your bank's agree.
      differ = What is sent and what is shown here follows your bank's time, so nothing fails for it. Other programs would be glad if you set the clock right.
      under-second = under a second
      ask-help = Asks your bank for its time.
      bank = Bank time
      here = This clock
      round-trip = Round trip
      """#,
    czech: #"""
      in-step = jdou stejně
      behind = o {span} pozadu
      ahead = o {span} napřed
      agree = Hodiny tohoto počítače a vaší banky se shodují.
      differ = Co se odesílá a zobrazuje, se řídí časem vaší banky, takže tady to ničemu nevadí. Ostatním programům ale prospěje, když hodiny seřídíte.
      under-second = méně než sekundu
      ask-help = Zjistí čas banky.
      bank = Čas banky
      here = Tyto hodiny
      round-trip = Doba odezvy
      """#)
}
