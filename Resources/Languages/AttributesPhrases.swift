extension LanguageResources {
  static let attributes = WordTable(
    english: #"""
      error = Error
      hides = This hides characters or mixes alphabets.
      information = Information
      not-shown = cannot be shown here
      nothing-sent = nothing was sent
      picture = picture at {address}
      rate-hint = The rate may change until you approve; r asks your bank for it again.
      rate-may-change = (rate may change)
      refresh = refresh
      refresh-help = Asks your bank for the present rate.
      success = Success
      suspicious = Texts of this operation hide characters or mix alphabets. Names may not be what they seem.
      unreadable.one = {count} detail of this operation could not be read.
      unreadable.other = {count} details of this operation could not be read.
      warning = Warning
      """#,
    czech: #"""
      error = Chyba
      hides = Skrývá znaky nebo míchá abecedy.
      information = Informace
      not-shown = nelze zde zobrazit
      nothing-sent = bez údajů
      picture = obrázek na {address}
      rate-hint = Kurz se může do schválení změnit; klávesou r ho načtete znovu.
      rate-may-change = (kurz se může změnit)
      refresh = obnovit
      refresh-help = Načte z banky aktuální kurz.
      success = Úspěch
      suspicious = Texty této operace skrývají znaky nebo míchají abecedy. Jména nemusí být taková, jak vypadají.
      unreadable.one = {count} údaj této operace nešlo přečíst.
      unreadable.few = {count} údaje této operace nešlo přečíst.
      unreadable.other = {count} údajů této operace nešlo přečíst.
      warning = Varování
      """#)
}
