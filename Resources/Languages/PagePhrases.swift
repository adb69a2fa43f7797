extension LanguageResources {
  /// The page of an operation, and the list where it has nothing else to say.
  static let page = WordTable(
    english: #"""
      approve = Approve
      approve-closed = Approve is closed. {reason}
      approve-is-closed = Approve: closed
      asking = We are asking.
      changed = Your bank has changed this operation. Read it again.
      doubt-approval = We do not know yet whether your approval has arrived.
      doubt-failed = {failure} r asks again.
      doubt-rejection = We do not know yet whether your rejection has arrived.
      lines-below.one = {count} more line below
      lines-below.other = {count} more lines below
      lines-below-short.one = {count} more below
      lines-below-short.other = {count} more below
      reject = Reject
      reject-closed = Reject: closed
      unread.one = {count} unread
      unread.other = {count} unread
      vanished = It is not in the list any more. We ask why.
      """#,
    czech: #"""
      approve = Schválit
      approve-closed = Schválení není možné. {reason}
      approve-is-closed = Schválit: nelze
      asking = Zjišťujeme to.
      changed = Banka tuto operaci změnila. Přečtěte si ji znovu.
      doubt-approval = Zatím nevíme, zda vaše schválení dorazilo.
      doubt-failed = {failure} Klávesa r se zeptá znovu.
      doubt-rejection = Zatím nevíme, zda vaše zamítnutí dorazilo.
      lines-below.one = níže ještě {count} řádek
      lines-below.few = níže ještě {count} řádky
      lines-below.other = níže ještě {count} řádků
      lines-below-short.one = ještě {count} níže
      lines-below-short.few = ještě {count} níže
      lines-below-short.other = ještě {count} níže
      reject = Zamítnout
      reject-closed = Zamítnout: nelze
      unread.one = {count} nepřečtený
      unread.few = {count} nepřečtené
      unread.other = {count} nepřečtených
      vanished = V seznamu už není. Zjišťujeme proč.
      """#)
}
