extension LanguageResources {
  static let overlays = WordTable(
    english: #"""
      back = Back
      close-help = Closes the help.
      leave-title = Leave the demo?
      leave-means = The demo's bank and token will be thrown away.
      leave-keep = Started with --keep, the demo goes on where you left it.
      leave = leave
      leave-button = Leave
      leave-help = Leaves the demo; nothing of it stays.
      stay-button = Stay
      stay-help = Goes back to the demo.
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
      leave-title = Opustit ukázku?
      leave-means = Zkušební banka i token z ukázky se smažou.
      leave-keep = Když ukázku spustíte s --keep, bude příště pokračovat tam, kde skončila.
      leave = opustit
      leave-button = Opustit
      leave-help = Opustí ukázku; nic z ní nezůstane.
      stay-button = Zůstat
      stay-help = Vrátí se do ukázky.
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
