extension LanguageResources {
  static let claims = WordTable(
    english: #"""
      name = Name
      given-name = Given name
      middle-name = Middle name
      family-name = Family name
      nickname = Nickname
      preferred-username = User name
      birthdate = Born
      gender = Gender
      email = E-mail
      phone-number = Phone
      address = Address
      locale = Language
      zoneinfo = Time zone
      website = Website
      profile = Profile
      picture = Picture
      sub = Identifier
      updated-at = As of
      verified = {value} (verified)
      unverified = {value} (not verified)
      ask-help = Asks your bank again.
      title = What your bank knows of you
      nothing = Your bank tells nothing about you here.
      """#,
    czech: #"""
      name = Jméno
      given-name = Křestní jméno
      middle-name = Prostřední jméno
      family-name = Příjmení
      nickname = Přezdívka
      preferred-username = Uživatelské jméno
      birthdate = Datum narození
      gender = Pohlaví
      email = E-mail
      phone-number = Telefon
      address = Adresa
      locale = Jazyk
      zoneinfo = Časové pásmo
      website = Web
      profile = Profil
      picture = Fotografie
      sub = Identifikátor
      updated-at = Ke dni
      verified = {value} (ověřeno)
      unverified = {value} (neověřeno)
      ask-help = Načte údaje z banky znovu.
      title = Co o vás banka ví
      nothing = Banka o vás tady nic nesděluje.
      """#)
}
