extension LanguageResources {
  static let failuresContext = WordTable(
    english: #"""
      refused = The bank refused the activation.
      custom = What you entered is wrong, or does not allow it. Several wrong tries may lock you out.
      custom-next = Compare what you entered, then ask your bank.
      recovery = The recovery code may have been used or withdrawn, or its PUK is wrong.
      recovery-next = Compare both with your recovery card, then ask your bank.
      oidc = The sign-in is too old or was used before, or the bank knows nobody by it.
      oidc-next = Sign in again, then ask your bank.
      confirmation = The recovery code was not accepted.
      confirmation-means = It may have been withdrawn, or is not yours. The PUK has no part in this.
      confirmation-next = Compare it with your recovery card, then ask your bank.
      master-next = Do not trust the data. If it was signed for this activation alone, add: --by personal
      """#,
    czech: #"""
      refused = Banka aktivaci odmítla.
      custom = Zadané údaje jsou chybné, nebo k aktivaci nestačí. Po několika chybných pokusech vás banka může zablokovat.
      custom-next = Zkontrolujte zadané údaje, případně se obraťte na banku.
      recovery = Obnovovací kód mohl být použit nebo zneplatněn, nebo je chybný jeho PUK.
      recovery-next = Porovnejte obojí s kartou pro obnovu, případně se obraťte na banku.
      oidc = Přihlášení je příliš staré nebo už bylo použito, nebo podle něj banka nikoho nezná.
      oidc-next = Přihlaste se znovu, případně se obraťte na banku.
      confirmation = Obnovovací kód nebyl přijat.
      confirmation-means = Mohl být zneplatněn, nebo není váš. PUK na to nemá vliv.
      confirmation-next = Porovnejte ho s kartou pro obnovu, případně se obraťte na banku.
      master-next = Datům nedůvěřujte. Pokud byla podepsána jen pro tuto aktivaci, přidejte: --by personal
      """#)
}
