extension LanguageResources {
  static let rename = WordTable(
    english: #"""
      too-long = The name has {count} characters; your bank takes {most}.
      same = It is called that already.
      title = Rename this device
      count = {count} of {most}
      refusal = Some banks give names themselves and refuse another.
      """#,
    czech: #"""
      too-long = Název má {count} znaků; banka přijme nejvýš {most}.
      same = Tak se už jmenuje.
      title = Přejmenovat toto zařízení
      count = {count} z {most}
      refusal = Některé banky určují název samy a jiný odmítnou.
      """#)
}
