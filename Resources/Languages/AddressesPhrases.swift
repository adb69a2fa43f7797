extension LanguageResources {
  /// Addresses that a bank sends, and what may be done with them.
  static let addresses = WordTable(
    english: #"""
      label.one = link
      label.other = to {count} links
      help = Shows where link {number} leads.
      mark-mail = mail
      mark-phone = phone
      title = Where this leads
      page = Page
      web = Nothing is opened before you say so. Look whose address it is:
      mail = A mail address, to be copied:
      phone = A number to call. Fraudsters send numbers, too: compare it with your card.
      reject = Your bank expects you to reject afterwards.
      strange = It holds characters that have no place on a clipboard.
      open-label = open
      open-help = Opens the browser here.
      opening = Asking the browser to open it.
      copy-label = copy
      copy-help = Copies it.
      copied = It is on the clipboard.
      message = Message
      title-of = Where link {number} of {count} leads
      next-label = next
      next-help = Shows where the next link leads.
      previous-help = Shows where the link before leads.
      why-scheme = This address is not opened here: it begins with {scheme}:, and only https: and the redirect_schemes of the configuration are opened.
      why-long = This address is not opened here: it is longer than a desktop takes.
      why-letters = This address is not opened here: it holds letters or signs that no address has, and may imitate another one.
      why-disguised = This address is not opened here: it is written to look as if it led somewhere else.
      why-form = This address is not opened here: it is none that a desktop may have.
      """#,
    czech: #"""
      label.one = odkaz
      label.few = až {count} odkazy
      label.other = až {count} odkazy
      help = Ukáže, kam vede odkaz {number}.
      mark-mail = e-mail
      mark-phone = telefon
      title = Kam odkaz vede
      page = Strana
      web = Nic se neotevře, dokud to sami neřeknete. Podívejte se, čí je to adresa:
      mail = E-mailová adresa ke zkopírování:
      phone = Telefonní číslo. Čísla posílají i podvodníci: porovnejte ho se svou kartou.
      reject = Banka čeká, že operaci potom zamítnete.
      strange = Obsahuje znaky, které do schránky nepatří.
      open-label = otevřít
      open-help = Otevře prohlížeč na tomto počítači.
      opening = Otevírá se prohlížeč.
      copy-label = kopírovat
      copy-help = Zkopíruje adresu nebo číslo.
      copied = Je to ve schránce.
      message = Zpráva
      title-of = Kam vede odkaz {number} z {count}
      next-label = další
      next-help = Ukáže, kam vede další odkaz.
      previous-help = Ukáže, kam vede předchozí odkaz.
      why-scheme = Tato adresa se tu neotevře: začíná {scheme}: a otevírá se jen https: a to, co v konfiguraci povoluje redirect_schemes.
      why-long = Tato adresa se tu neotevře: je delší, než systém přijme.
      why-letters = Tato adresa se tu neotevře: jsou v ní písmena nebo znaky, které do adres nepatří, a může napodobovat jinou.
      why-disguised = Tato adresa se tu neotevře: je napsaná tak, aby se zdálo, že vede jinam.
      why-form = Tato adresa se tu neotevře: takovou adresu nelze systému předat.
      """#)
}
