extension LanguageResources {
  static let failuresLimits = WordTable(
    english: #"""
      server-takes.one = The server takes at most {count} characters.
      server-takes.other = The server takes at most {count} characters.
      device-name = The name of this device is too long.
      device-name-next = Shorten the name of this device.
      otp = The one-time password is too long.
      otp-next = Shorten the one-time password.
      reason = The reason is too long.
      reason-next = Shorten the reason.
      extras = The extra text is too long.
      extras-next = Shorten the extra text.
      attribute = The attribute is too long.
      attribute-next = Shorten the attribute.
      token-name = The name of the token is too long.
      token-name-next = Shorten the name of the token.
      """#,
    czech: #"""
      server-takes.one = Server přijme nejvýš {count} znak.
      server-takes.few = Server přijme nejvýš {count} znaky.
      server-takes.other = Server přijme nejvýš {count} znaků.
      device-name = Název tohoto zařízení je příliš dlouhý.
      device-name-next = Zkraťte název tohoto zařízení.
      otp = Jednorázové heslo je příliš dlouhé.
      otp-next = Zkraťte jednorázové heslo.
      reason = Důvod je příliš dlouhý.
      reason-next = Zkraťte důvod.
      extras = Doplňující text je příliš dlouhý.
      extras-next = Zkraťte doplňující text.
      attribute = Údaj je příliš dlouhý.
      attribute-next = Zkraťte údaj.
      token-name = Název tokenu je příliš dlouhý.
      token-name-next = Zkraťte název tokenu.
      """#)
}
