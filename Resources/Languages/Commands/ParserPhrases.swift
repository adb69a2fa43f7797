extension LanguageResources {
  /// What the argument parser says by itself, in English only, and what stands in its place.
  static let parser = WordTable(
    english: #"""
      overview = OVERVIEW:
      usage = USAGE:
      usage-line = Usage:
      arguments = ARGUMENTS:
      options = OPTIONS:
      subcommands = SUBCOMMANDS:
      some-options = <options>
      subcommand = <subcommand>
      details = for detailed help.
      see = See '
      default = (default:
      also-default = ; default:
      values = (values:
      show-version = Show the version.
      show-help = Show help information.
      missing-argument = Missing expected argument
      unknown-option = Unknown option
      one-unexpected-argument = Unexpected argument
      unexpected-argument = unexpected argument:
      unexpected-arguments = unexpected arguments:
      missing-value = Missing value for
      the-value = The value
      invalid-for = is invalid for
      please-provide = Please provide one of
      did-you-mean = Did you mean
      value-file = <file>
      value-name = <name>
      value-dir = <dir>
      value-code = <code>
      value-factors = <factors>
      value-reason = <reason>
      value-platform = <platform>
      value-number = <number>
      value-pair = <name=value>
      value-key = <key>
      value-environment = <environment>
      value-count = <count>
      value-otp = <otp>
      value-method = <method>
      value-form = <form>
      """#,
    czech: #"""
      overview = POPIS:
      usage = POUŽITÍ:
      usage-line = Použití:
      arguments = ARGUMENTY:
      options = VOLBY:
      subcommands = PŘÍKAZY:
      some-options = <volby>
      subcommand = <příkaz>
      details = vypíše podrobnosti.
      see = Příkaz '
      default = (výchozí:
      also-default = ; výchozí:
      values = (hodnoty:
      show-version = Vypíše verzi.
      show-help = Vypíše nápovědu.
      missing-argument = Chybí argument
      unknown-option = Neznámá volba
      one-unexpected-argument = Neočekávaný argument
      unexpected-argument = neočekávaný argument:
      unexpected-arguments = neočekávané argumenty:
      missing-value = Chybí hodnota volby
      the-value = Hodnota
      invalid-for = není platná pro
      please-provide = Zadejte jedno z
      did-you-mean = Neměli jste na mysli
      value-file = <soubor>
      value-name = <název>
      value-dir = <adresář>
      value-code = <kód>
      value-factors = <faktory>
      value-reason = <důvod>
      value-platform = <platforma>
      value-number = <číslo>
      value-pair = <název=hodnota>
      value-key = <klíč>
      value-environment = <prostředí>
      value-count = <počet>
      value-otp = <heslo>
      value-method = <metoda>
      value-form = <tvar>
      """#)
}
