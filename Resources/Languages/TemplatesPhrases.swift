extension LanguageResources {
  static let templates = WordTable(
    english: #"""
      aside = Title and message
      copied = {label}: given to your terminal's clipboard.
      copy = copy
      copy-help = Copies the marked row, as your bank offers it.
      details = Details
      fold = fold
      fold-help = Folds the marked row away, or opens it.
      folded.one = {count} line folded, z opens
      folded.other = {count} lines folded, z opens
      folded-parts.one = {count} folded
      folded-parts.other = {count} folded
      next-help = Goes to the next row that can be folded or copied.
      previous-help = Goes back to such a row.
      unfold = open
      unfold-first = Read what is folded first: z opens it.
      """#,
    czech: #"""
      aside = Název a zpráva
      copied = {label}: předáno do schránky terminálu.
      copy = kopírovat
      copy-help = Zkopíruje označený řádek, jak to banka nabízí.
      details = Podrobnosti
      fold = sbalit
      fold-help = Sbalí označený řádek, nebo ho rozbalí.
      folded.one = {count} řádek sbalen, z rozbalí
      folded.few = {count} řádky sbaleny, z rozbalí
      folded.other = {count} řádků sbaleno, z rozbalí
      folded-parts.one = {count} sbalený
      folded-parts.few = {count} sbalené
      folded-parts.other = {count} sbalených
      next-help = Přejde na další řádek, který lze sbalit nebo kopírovat.
      previous-help = Přejde na takový řádek zpět.
      unfold = rozbalit
      unfold-first = Nejprve si přečtěte, co je sbaleno: klávesa z to rozbalí.
      """#)
}
