extension LanguageResources {
  static let signIn = WordTable(
    english: #"""
      your-bank = your bank
      done = You have signed in.
      done-next = Enter goes on to the name of this device.
      open = Open this address in a browser; o opens it here.
      goes-on = This page goes on by itself when you have signed in.
      paste-after = When you have signed in, paste here the address of the last page.
      other-device = In a browser on another device the last page cannot be reached. Copy its address, which begins with this, and paste it here:
      begins = The address of the last page begins with this:
      larger = A window of {columns}x{rows} would show it as a QR code too.
      end-shows = End shows it as a QR code.
      where = Where the browser ended
      paste = Paste or type the whole address of the browser's last page.
      begins-with = It begins with {address}
      asking = Asking your bank where to sign in…
      take-help = Takes the address.
      no-address = Paste or type the address first.
      close = close
      close-help = Closes the field.
      open-help = Opens the browser here.
      copy-help = Copies the address.
      enter = enter address
      enter-help = Takes the address at which a browser elsewhere ended.
      anew-help = Starts anew.
      opening = Asking the browser to open it.
      copied = The address is on the clipboard.
      browser-done = You may close this window and go back to the terminal.
      browser-refused = There is nothing here.
      """#,
    czech: #"""
      your-bank = vaše banka
      done = Přihlášení proběhlo.
      done-next = Enter pokračuje na název tohoto zařízení.
      open = Otevřete tuto adresu v prohlížeči; klávesa o ji otevře tady.
      goes-on = Po přihlášení bude tato stránka sama pokračovat.
      paste-after = Po přihlášení sem vložte adresu poslední stránky.
      other-device = V prohlížeči na jiném zařízení poslední stránku nelze zobrazit. Zkopírujte její adresu, která začíná takto, a vložte ji sem:
      begins = Adresa poslední stránky začíná takto:
      larger = V okně {columns}x{rows} by se zobrazila i jako QR kód.
      end-shows = Klávesa End ji zobrazí jako QR kód.
      where = Kde prohlížeč skončil
      paste = Vložte nebo napište celou adresu poslední stránky prohlížeče.
      begins-with = Začíná na {address}
      asking = Zjišťuje se, kde se přihlásit…
      take-help = Převezme adresu.
      no-address = Nejprve vložte nebo napište adresu.
      close = zavřít
      close-help = Zavře pole.
      open-help = Otevře prohlížeč na tomto počítači.
      copy-help = Zkopíruje adresu.
      enter = zadat adresu
      enter-help = Převezme adresu, na které skončil prohlížeč jinde.
      anew-help = Začne znovu.
      opening = Otevírá se prohlížeč.
      copied = Adresa je ve schránce.
      browser-done = Toto okno můžete zavřít a vrátit se do terminálu.
      browser-refused = Tady nic není.
      """#)
}
