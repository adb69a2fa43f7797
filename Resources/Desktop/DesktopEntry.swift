/// What tells a desktop that a program opens links of a scheme.
public enum DesktopResources {
  /// A desktop entry (freedesktop.org, version 1.5) with the places `{exec}` and `{types}`.
  ///
  /// The link is an argument of its own: the desktop replaces `%u` outside of any quotes, and no shell
  /// takes part. What follows `--` is never taken for an option.
  public static let entry = #"""
    [Desktop Entry]
    Type=Application
    Version=1.5
    Name=Countersign
    Comment=Open a link of your bank
    Comment[cs]=Otevřít odkaz vaší banky
    Exec={exec} open -- %u
    Terminal=true
    NoDisplay=true
    StartupNotify=false
    MimeType={types}

    """#
}
