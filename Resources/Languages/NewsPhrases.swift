extension LanguageResources {
  static let news = WordTable(
    english: #"""
      operations.one = {count} new operation
      operations.other = {count} new operations
      messages.one = {count} new message
      messages.other = {count} new messages
      other-program = Another program has removed this activation.
      removed-everywhere = The activation is removed at your bank and from this device.
      removed-here = The activation is removed from this device.
      active = This device is active.
      all-read = All messages count as read.
      still-unread = It still counts as unread: {failure}
      nothing-marked = Nothing was marked: {failure}
      """#,
    czech: #"""
      operations.one = {count} nová operace
      operations.few = {count} nové operace
      operations.other = {count} nových operací
      messages.one = {count} nová zpráva
      messages.few = {count} nové zprávy
      messages.other = {count} nových zpráv
      other-program = Tuto aktivaci odebral jiný program.
      removed-everywhere = Aktivace je odebrána v bance i z tohoto zařízení.
      removed-here = Aktivace je odebrána z tohoto zařízení.
      active = Toto zařízení je aktivní.
      all-read = Všechny zprávy jsou přečtené.
      still-unread = Zpráva zůstává nepřečtená: {failure}
      nothing-marked = Nic se neoznačilo: {failure}
      """#)
}
