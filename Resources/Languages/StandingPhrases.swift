extension LanguageResources {
  static let standing = WordTable(
    english: #"""
      blocked = Blocked
      removed = Removed
      out-of-step = Out of step
      remove = remove here
      remove-help = Removes the activation from this device.
      status = status
      status-help = Shows how the activation stands at your bank, in full.
      moves-on = This page moves on by itself when the block is lifted.
      not-approved = Not approved: {operation}
      not-rejected = Not rejected: {operation}
      """#,
    czech: #"""
      blocked = Zablokováno
      removed = Odebráno
      out-of-step = Podpisy nesouhlasí s bankou
      remove = odebrat tady
      remove-help = Odebere aktivaci z tohoto zařízení.
      status = stav
      status-help = Podrobně zobrazí, jak je na tom aktivace v bance.
      moves-on = Jakmile bude odblokováno, bude tato stránka sama pokračovat.
      not-approved = Neschváleno: {operation}
      not-rejected = Nezamítnuto: {operation}
      """#)
}
