extension LanguageResources {
  static let profiles = WordTable(
    english: #"""
      opening = The other profile is being opened.
      open-help = Changes to the selected profile.
      reload = reload
      reload-help = Reads the configuration again.
      none = There is no profile to open.
      open-already = This profile is open already.
      title = Profiles
      is-open = ● open
      unusable = ✗ unusable
      sign-not-activated = ○ not activated
      activated = ✓ activated
      not-activated = not activated
      busy = Opening {name}…
      no-other = There is no other.
      """#,
    czech: #"""
      opening = Jiný profil se právě otevírá.
      open-help = Přepne na vybraný profil.
      reload = načíst znovu
      reload-help = Načte konfiguraci znovu.
      none = Není tu žádný profil k otevření.
      open-already = Tento profil už je otevřený.
      title = Profily
      is-open = ● otevřený
      unusable = ✗ nepoužitelný
      sign-not-activated = ○ neaktivovaný
      activated = ✓ aktivovaný
      not-activated = neaktivovaný
      busy = Otevírá se {name}…
      no-other = Žádný jiný tu není.
      """#)
}
