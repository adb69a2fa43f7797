extension LanguageResources {
  static let providers = WordTable(
    english: #"""
      fingerprint = fingerprint
      fingerprint-yours = your fingerprint
      fingerprint-use = Use fingerprint
      fingerprint-short = Finger
      fingerprint-wait = Touch the fingerprint reader…
      desktop = this desktop session
      desktop-use = Use this desktop session
      desktop-short = Desktop
      desktop-wait = Asking this desktop session…
      other-use = Use {provider}
      other-short = Other
      other-wait = Waiting for {provider}…
      fingerprint-key = use fingerprint
      fingerprint-short-key = finger
      fingerprint-unrecognized = The finger was not recognised.
      fingerprint-failed = No finger was added
      desktop-key = use this desktop session
      desktop-short-key = desktop
      desktop-unrecognized = The desktop session was not recognised.
      desktop-failed = No desktop session was added
      other-key = use {provider}
      other-short-key = other
      other-unrecognized = The {provider} was not recognised.
      other-failed = No {provider} was added
      """#,
    czech: #"""
      fingerprint = otisk prstu
      fingerprint-yours = váš otisk prstu
      fingerprint-use = Použít otisk prstu
      fingerprint-short = Prst
      fingerprint-wait = Přiložte prst na čtečku…
      desktop = přihlášení k ploše
      desktop-use = Použít přihlášení k ploše
      desktop-short = Plocha
      desktop-wait = Ověřuje se přihlášení k ploše…
      other-use = Použít {provider}
      other-short = Jiný
      other-wait = Čeká se na ověření ({provider})…
      fingerprint-key = použít otisk prstu
      fingerprint-short-key = prst
      fingerprint-unrecognized = Otisk prstu nebyl rozpoznán.
      fingerprint-failed = Otisk prstu nebyl přidán
      desktop-key = použít přihlášení k ploše
      desktop-short-key = plocha
      desktop-unrecognized = Přihlášení k ploše nebylo rozpoznáno.
      desktop-failed = Přihlášení k ploše nebylo přidáno
      other-key = použít {provider}
      other-short-key = jiný
      other-unrecognized = Ověření pomocí {provider} se nezdařilo.
      other-failed = Nic se nepřidalo: {provider}
      """#)
}
