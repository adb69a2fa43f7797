extension LanguageResources {
  static let overlays = WordTable(
    english: #"""
      back = Back
      close-help = Closes the help.
      keys = Keys
      not-now = Not now: {why}
      run = run
      run-help = Runs the selected command.
      no-command = No command contains that.
      up = up
      down = down
      page-up-help = Goes a page up.
      page-down-help = Goes a page down.
      help-not-now = {help} Not now: {why}
      """#,
    czech: #"""
      back = Zpět
      close-help = Zavře nápovědu.
      keys = Klávesy
      not-now = Teď ne: {why}
      run = spustit
      run-help = Spustí vybraný příkaz.
      no-command = Žádný příkaz to neobsahuje.
      up = nahoru
      down = dolů
      page-up-help = Posune se o stránku nahoru.
      page-down-help = Posune se o stránku dolů.
      help-not-now = {help} Teď ne: {why}
      """#)
}
