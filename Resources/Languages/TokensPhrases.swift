extension LanguageResources {
  static let tokens = WordTable(
    english: #"""
      device = this device
      device-pin = this device and the PIN
      device-biometry = this device and biometry
      device-pin-biometry = this device, the PIN and biometry
      remove-help = Removes the selected token at your bank and here.
      read-help = Reads the list again.
      being-removed = A token is being removed.
      no-token = There is no token.
      removed = The token {name} is removed.
      title = Tokens
      purpose = With them this device reads, and never decides.
      reading = Reading the list…
      removing = Removing the token…
      none = This device holds none now.
      """#,
    czech: #"""
      device = toto zařízení
      device-pin = toto zařízení a PIN
      device-biometry = toto zařízení a biometrie
      device-pin-biometry = toto zařízení, PIN a biometrie
      remove-help = Odebere vybraný token v bance i tady.
      read-help = Načte seznam znovu.
      being-removed = Token se odebírá.
      no-token = Není tu žádný token.
      removed = Token {name} je odebrán.
      title = Tokeny
      purpose = S nimi toto zařízení jen čte, nikdy nerozhoduje.
      reading = Načítá se seznam…
      removing = Odebírá se token…
      none = Toto zařízení teď žádný nemá.
      """#)
}
