extension LanguageResources {
  static let failuresInbox = WordTable(
    english: #"""
      harmless = Nothing is lost: your messages are kept at the bank.
      unavailable = Your bank's inbox does not answer at the moment.
      later = Try again in a while.
      message = The message cannot be had.
      message-means = It may have been deleted, or your bank's inbox does not answer at the moment.
      message-next = Look at the list of messages again.
      """#,
    czech: #"""
      harmless = Nic se neztratilo: vaše zprávy jsou uloženy v bance.
      unavailable = Schránka zpráv vaší banky teď neodpovídá.
      later = Zkuste to za chvíli znovu.
      message = Zprávu se nepodařilo získat.
      message-means = Mohla být smazána, nebo schránka zpráv vaší banky teď neodpovídá.
      message-next = Podívejte se znovu na seznam zpráv.
      """#)
}
