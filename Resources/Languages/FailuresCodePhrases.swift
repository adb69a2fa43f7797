extension LanguageResources {
  static let failuresCode = WordTable(
    english: #"""
      recovery-dashes = The recovery code is not in four groups of five joined by dashes.
      activation-dashes = The activation code is not in four groups of five joined by dashes.
      recovery-checksum = The recovery code has a typing error: its checksum does not fit.
      activation-checksum = The activation code has a typing error: its checksum does not fit.
      recovery-signature = The part of the recovery code behind # is not a signature in Base64.
      activation-signature = The part of the activation code behind # is not a signature in Base64.
      nothing-sent = Nothing was sent.
      recovery-next = Compare it with your recovery card: four groups of five, letters A to Z and 2 to 7.
      activation-next = Compare it with your bank's page: four groups of five, letters A to Z and 2 to 7.
      recovery-incomplete.one = The recovery code has {count} characters instead of 20.
      recovery-incomplete.other = The recovery code has {count} characters instead of 20.
      activation-incomplete.one = The activation code has {count} characters instead of 20.
      activation-incomplete.other = The activation code has {count} characters instead of 20.
      recovery-foreign = The recovery code cannot contain “{character}” (character {position}).
      activation-foreign = The activation code cannot contain “{character}” (character {position}).
      """#,
    czech: #"""
      recovery-dashes = Obnovovací kód nemá tvar čtyř pětic oddělených pomlčkami.
      activation-dashes = Aktivační kód nemá tvar čtyř pětic oddělených pomlčkami.
      recovery-checksum = V obnovovacím kódu je překlep: nesouhlasí kontrolní součet.
      activation-checksum = V aktivačním kódu je překlep: nesouhlasí kontrolní součet.
      recovery-signature = Část obnovovacího kódu za znakem # není podpis v Base64.
      activation-signature = Část aktivačního kódu za znakem # není podpis v Base64.
      nothing-sent = Nic nebylo odesláno.
      recovery-next = Porovnejte ho s kartou pro obnovu: čtyři pětice, písmena A až Z a číslice 2 až 7.
      activation-next = Porovnejte ho se stránkou vaší banky: čtyři pětice, písmena A až Z a číslice 2 až 7.
      recovery-incomplete.one = Obnovovací kód má {count} znak místo 20.
      recovery-incomplete.few = Obnovovací kód má {count} znaky místo 20.
      recovery-incomplete.other = Obnovovací kód má {count} znaků místo 20.
      activation-incomplete.one = Aktivační kód má {count} znak místo 20.
      activation-incomplete.few = Aktivační kód má {count} znaky místo 20.
      activation-incomplete.other = Aktivační kód má {count} znaků místo 20.
      recovery-foreign = Obnovovací kód nemůže obsahovat „{character}“ (znak {position}).
      activation-foreign = Aktivační kód nemůže obsahovat „{character}“ (znak {position}).
      """#)
}
