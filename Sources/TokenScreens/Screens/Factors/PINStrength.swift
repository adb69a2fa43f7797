import TokenModel

/// Why a PIN is easily guessed; the user is told, and may keep it.
public enum PINWeakness: Equatable, Sendable, CaseIterable {
  /// Fewer than three different digits, fewer than four in a PIN of eight or more.
  case fewDigits
  /// All digits follow each other with the same step: `1234`, `8642`.
  case run
  /// The same group again and again: `1212`, `147147`.
  case repetition
  /// Among those that most people choose, as measured on leaked lists.
  case frequent
  /// A line down or up the keypad: `2580`.
  case keypad
  /// A day, a month and a day, or a year of the last ninety.
  case date

  /// For the middle of a sentence.
  public var words: String {
    switch self {
    case .fewDigits: "it has few different digits"
    case .run: "its digits go in equal steps"
    case .repetition: "it repeats itself"
    case .frequent: "many people choose it"
    case .keypad: "it is a line on the keypad"
    case .date: "it looks like a date"
    }
  }
}

/// Whether a PIN is easy to guess; the user is told, and may keep it.
public enum PINStrength {
  /// The first reason that holds; nil for a PIN that none of the rules finds weak.
  ///
  /// Dates are judged as of the year of `now`.
  public static func weakness(of pin: PIN, at now: Moment) -> PINWeakness? {
    pin.secret.withUnsafeBytes { digits in
      if Set(digits).count < (digits.count > 7 ? 4 : 3) { return .fewDigits }
      if isRun(digits) { return .run }
      if isRepetition(digits) { return .repetition }
      if isAny(of: keypadLines, digits) { return .keypad }
      if isAny(of: frequent, digits) { return .frequent }
      return PINDate(today: now.year).matches(digits) ? .date : nil
    }
  }

  private static func isRun(_ digits: UnsafeRawBufferPointer) -> Bool {
    let step = Int(digits[1]) - Int(digits[0])
    return digits.indices.dropFirst().allSatisfy {
      Int(digits[$0]) - Int(digits[$0 - 1]) == step
    }
  }

  private static func isRepetition(_ digits: UnsafeRawBufferPointer) -> Bool {
    guard digits.count >= 4 else { return false }
    return (2...digits.count / 2).contains { length in
      digits.count.isMultiple(of: length)
        && digits.indices.dropFirst(length).allSatisfy { digits[$0] == digits[$0 - length] }
    }
  }

  private static let keypadLines = [
    "2580", "0852", "1470", "0741", "3690", "0963", "147258", "258369",
  ]

  /// What is not weak by another rule of this file, most frequent PINs of four and six digits.
  private static let frequent = [
    "0987", "1233", "1235", "1245", "1318", "1324", "4200", "5150", "7410", "8520", "123321",
    "123654", "159753", "292513", "789456",
  ]

  private static func isAny(of list: [String], _ digits: UnsafeRawBufferPointer) -> Bool {
    list.contains { $0.utf8.elementsEqual(digits) }
  }
}
