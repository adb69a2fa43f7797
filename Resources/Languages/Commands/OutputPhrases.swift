extension LanguageResources {
  static let output = WordTable(
    english: #"""
      configuration-cannot-be = The configuration cannot be used, and nothing was done.
      sandbox-did-not = The sandbox did not start.
      choose-another-port = Choose another --port or another --data file.
      nothing-was-done = Nothing was done.
      lost = The answer could not be written to standard output: {reason}.
      not-shown-means = Nobody decides about what was not shown: nothing was decided, and nothing was signed.
      not-shown-next = Make room, then begin again.
      lost-means = What was asked for may be done all the same; only the answer is lost.
      lost-next = Make room, and find out before you do it again: countersign history tells of decisions.
      text-hides-characters = ! The text hides characters or mixes alphabets: it may not be what it seems.
      operation = Operation
      signed-data = Signed data
      expires-in =   ·  expires in {seconds}
      before-you-approve = Before you approve: {sign} {heading}
      status = Status
      expires-in-2 = Expires in
      cannot-be-written = {path} cannot be written: {errno}.
      there-already = {path} is there already.
      name-new-file = Name a new file in a directory of yours.
      """#,
    czech: #"""
      configuration-cannot-be = Konfiguraci nelze použít a nic se neprovedlo.
      sandbox-did-not = Zkušební banka se nespustila.
      choose-another-port = Zvolte jiný --port nebo jiný soubor --data.
      nothing-was-done = Nic se neprovedlo.
      lost = Odpověď se nepodařilo zapsat na standardní výstup: {reason}.
      not-shown-means = O tom, co se neukázalo, se nerozhoduje: nic se nerozhodlo ani nepodepsalo.
      not-shown-next = Uvolněte místo a začněte znovu.
      lost-means = To, oč šlo, se přesto mohlo provést; ztratila se jen odpověď.
      lost-next = Uvolněte místo, a než to zopakujete, zjistěte, jak to dopadlo: o rozhodnutích ví countersign history.
      text-hides-characters = ! Text skrývá znaky nebo míchá abecedy: nemusí být tím, čím se zdá.
      operation = Operace
      signed-data = Data k podpisu
      expires-in =   ·  vyprší za {seconds}
      before-you-approve = Než schválíte: {sign} {heading}
      status = Stav
      expires-in-2 = Vyprší za
      cannot-be-written = Do {path} nelze zapisovat: {errno}.
      there-already = {path} už existuje.
      name-new-file = Zadejte nový soubor ve svém adresáři.
      """#)
}
