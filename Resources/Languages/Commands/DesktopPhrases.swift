extension LanguageResources {
  static let desktop = WordTable(
    english: #"""
      this-address-not = This address is not opened: it is neither https nor on this machine.
      there-no-desktop = There is no desktop here to open a browser on. Copy the address instead.
      xdg-open-not = xdg-open is not installed (Debian package xdg-utils). Copy the address.
      no-browser-could = No browser could be opened. Copy the address instead.
      """#,
    czech: #"""
      this-address-not = Tato adresa se neotevře: není https ani na tomto počítači.
      there-no-desktop = Není tu plocha, na které by se prohlížeč otevřel. Adresu si zkopírujte.
      xdg-open-not = Program xdg-open není nainstalován (balíček Debianu xdg-utils). Adresu si zkopírujte.
      no-browser-could = Žádný prohlížeč se nepodařilo otevřít. Adresu si zkopírujte.
      """#)
}
