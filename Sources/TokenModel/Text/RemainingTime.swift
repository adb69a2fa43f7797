import FoundationEssentials

/// Time until an expiry, as the countdown shows it: `4:12`, `1:02:30`, `2 d 3 h`, `0:00`.
public enum RemainingTime {
  /// Whole seconds until `expiry`, never below zero.
  public static func seconds(until expiry: Date, now: Date) -> Int {
    // A date beyond any calendar is as good as far away; Int would trap.
    Int(min(max(0, expiry.timeIntervalSince(now)), 1e12).rounded(.down))
  }

  public static func text(seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, padded(seconds % 60))
    switch seconds {
    case ..<3600: return "\(minutes):\(rest)"
    case ..<86_400: return "\(minutes / 60):\(padded(minutes % 60)):\(rest)"
    default: return "\(seconds / 86_400) d \(seconds % 86_400 / 3600) h"
    }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
