extension LanguageResources {
  static let waiting = WordTable(
    english: #"""
      differ = they differ
      differ-help = The digits differ: removes this activation.
      title = Compare the fingerprint
      same = Your bank's page shows the same? Confirm there.
      different = They differ? Do not confirm there. Press X.
      waiting = Waiting for your bank. This page moves on by itself.
      failed = {failure} We keep asking.
      """#,
    czech: #"""
      differ = liší se
      differ-help = Číslice se liší: odebere tuto aktivaci.
      title = Porovnejte kontrolní číslo
      same = Ukazuje stránka banky totéž? Potvrďte to tam.
      different = Liší se? Nic tam nepotvrzujte. Stiskněte X.
      waiting = Čeká se na vaši banku. Tato stránka bude sama pokračovat.
      failed = {failure} Zkoušíme to dál.
      """#)
}
