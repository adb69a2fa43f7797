import FoundationEssentials
import MessageText
import TokenModel

/// Words about messages.
public enum MessageWords {
  /// The subject on one line, or what stands where the bank wrote none.
  public static func subject(_ message: InboxMessage, longest: Int = 300) -> String {
    let subject = DisplayText(String(message.subject.prefix(longest))).singleLine
    return subject.allSatisfy { $0 == " " } ? say("messages.no-subject") : subject
  }

  /// The time of today, the date of any other day.
  static func when(_ date: Date, at now: Moment) -> String {
    let day = TimeWords.day(date, in: now)
    let isToday = day == TimeWords.day(now.serverTime, in: now)
    return isToday ? TimeWords.shortClock(date, in: now) : day
  }

  /// What a reader should know about a text that is not all that it seems; none for most.
  public static func warnings(
    _ message: InboxMessage, _ document: MessageDocument, _ layout: MessageLayout
  ) -> [String] {
    var warnings: [String] = []
    let subject = DisplayText(message.subject)
    if document.hidesCharacters || document.mixesScripts || subject.hidesCharacters
      || subject.mixesScripts
    {
      warnings.append(say("messages.suspicious"))
    }
    if document.isCutShort || layout.isCutShort {
      warnings.append(say("messages.cut-short"))
    }
    return warnings
  }
}
