extension LanguageResources {
  static let newCodes = WordTable(
    english: #"""
      leave = Write both down first, then press w.
      show-help = Shows the codes again.
      written-help = Goes on; both are on paper.
      copy-help = Copies both; the clipboard is emptied when you go on.
      copied = Copied. Any program can read it until you go on.
      title = Write this down
      hidden = The codes are hidden. Press s to see them again.
      purpose = They replace this device when it is lost.
      warning = Who has both can act for you: on paper, never in a file or photo.
      go-on = Press w when both are on paper.
      later = Later the settings show them, with your PIN.
      """#,
    czech: #"""
      leave = Nejprve si obojí zapište, potom stiskněte w.
      show-help = Zobrazí kódy znovu.
      written-help = Pokračuje; obojí je na papíře.
      copy-help = Zkopíruje obojí; schránka se vyprázdní, až budete pokračovat.
      copied = Zkopírováno. Než budete pokračovat, může to přečíst kterýkoli program.
      title = Zapište si
      hidden = Kódy jsou skryté. Klávesa s je znovu zobrazí.
      purpose = Když toto zařízení ztratíte, nahradíte ho jejich pomocí.
      warning = Kdo má obojí, může jednat za vás: jen na papír, nikdy do souboru ani na fotografii.
      go-on = Až bude obojí na papíře, stiskněte w.
      later = Později je najdete v nastavení, po zadání PINu.
      """#)
}
