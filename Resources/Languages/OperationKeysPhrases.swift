extension LanguageResources {
  static let operationKeys = WordTable(
    english: #"""
      approve = approve
      approve-help = Approves, after the PIN or a confirmation.
      reject = reject
      reject-help = Rejects, after a reason and a confirmation.
      data-help = Shows exactly what is signed, and its SHA-256.
      """#,
    czech: #"""
      approve = schválit
      approve-help = Schválí po zadání PINu nebo po potvrzení.
      reject = zamítnout
      reject-help = Zamítne po uvedení důvodu a potvrzení.
      data-help = Zobrazí přesně, co se podepisuje, i s hašem SHA-256.
      """#)
}
