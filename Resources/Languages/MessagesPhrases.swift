extension LanguageResources {
  static let messages = WordTable(
    english: #"""
      no-subject = (no subject)
      suspicious = This hides characters or mixes alphabets: it may not be what it seems.
      cut-short = The end is missing: the message is too long or nested too deeply.
      """#,
    czech: #"""
      no-subject = (bez předmětu)
      suspicious = Skrývá znaky nebo míchá abecedy: nemusí být tím, čím se zdá.
      cut-short = Konec chybí: zpráva je příliš dlouhá nebo příliš hluboce vnořená.
      """#)
}
