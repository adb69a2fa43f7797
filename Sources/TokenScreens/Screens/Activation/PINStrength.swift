import TokenModel

/// Why a PIN is easily guessed; the user is told, and may keep it.
enum PINWeakness: Equatable, Sendable, CaseIterable {
  /// Fewer than three different digits, fewer than four in a PIN of eight or more.
  case fewDigits
  /// All digits follow each other with the same step: `1234`, `8642`.
  case run
  /// The same group again and again: `1212`, `147147`.
  case repetition

  var words: String {
    switch self {
    case .fewDigits: "it has few different digits"
    case .run: "its digits follow one another"
    case .repetition: "it repeats itself"
    }
  }
}

enum PINStrength {
  /// The first reason that holds; nil for a PIN that none of the rules finds weak.
  static func weakness(of pin: PIN) -> PINWeakness? {
    pin.secret.withUnsafeBytes { digits in
      if Set(digits).count < (digits.count > 7 ? 4 : 3) { return .fewDigits }
      if isRun(digits) { return .run }
      return isRepetition(digits) ? .repetition : nil
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
}
