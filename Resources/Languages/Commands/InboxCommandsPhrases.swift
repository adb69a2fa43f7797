extension LanguageResources {
  static let inboxCommands = WordTable(
    english: #"""
      messages-bank-list = Messages of the bank: list, show, mark as read.
      list-messages-newest = List messages, newest first.
      which-page-counted = Which page, counted from 0.
      messages-one-page = Messages of one page, 1 to 1000.
      all-pages-up = All pages, up to 1000 messages.
      only-messages-nobody = Only messages that nobody has read.
      page-counted-from = A page is counted from 0, and has 1 to 1000 messages.
      all-takes-neither = --all takes neither --page nor --size.
      there-no-message = There is no message.
      more-could-not = {unreadable} more could not be read and are not shown.
      show-one-message = Show one message in full; it does not count as read by that.
      message-s-identifier = The message's identifier, as countersign inbox list prints it.
      mark-message-as = Mark a message as read.
      counts-as-read = It counts as read.
      mark-all-messages = Mark all messages as read.
      all-messages-count = All messages count as read.
      count-messages-nobody = Count the messages that nobody has read.
      """#,
    czech: #"""
      messages-bank-list = Zprávy banky: vypsat, ukázat, označit jako přečtené.
      list-messages-newest = Vypíše zprávy, nejnovější první.
      which-page-counted = Která stránka, počítáno od 0.
      messages-one-page = Kolik zpráv má stránka, 1 až 1000.
      all-pages-up = Všechny stránky, nejvýš 1000 zpráv.
      only-messages-nobody = Jen nepřečtené zprávy.
      page-counted-from = Stránka se počítá od 0 a má 1 až 1000 zpráv.
      all-takes-neither = --all se nepojí s --page ani --size.
      there-no-message = Žádná zpráva tu není.
      more-could-not = Počet dalších zpráv, které nešlo přečíst, a proto tu nejsou: {unreadable}.
      show-one-message = Ukáže jednu zprávu celou; tím se neoznačí jako přečtená.
      message-s-identifier = Identifikátor zprávy, jak ho vypisuje countersign inbox list.
      mark-message-as = Označí zprávu jako přečtenou.
      counts-as-read = Je označena jako přečtená.
      mark-all-messages = Označí všechny zprávy jako přečtené.
      all-messages-count = Všechny zprávy jsou označeny jako přečtené.
      count-messages-nobody = Spočítá nepřečtené zprávy.
      """#)
}
