/// The addresses of a message in the order of their first use; equal ones share a number.
struct LinkList {
  private(set) var addresses: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of an address that may be shown as a link; nil for every other one.
  mutating func number(of reference: String) -> Int? {
    guard let address = Self.address(reference) else { return nil }
    if let number = numbers[address] { return number }
    addresses.append(address)
    numbers[address] = addresses.count
    return addresses.count
  }

  /// https with a host, mailto or tel; as browsers do, without blanks around and breaks inside.
  static func address(_ reference: String) -> String? {
    let breaks: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
    let scalars = reference.unicodeScalars.filter { !breaks.contains($0) }
      .drop { $0.value <= 0x20 }
    let end = scalars.lastIndex { $0.value > 0x20 }.map { scalars.index(after: $0) }
    let address = String(String.UnicodeScalarView(scalars[..<(end ?? scalars.startIndex)]))
    guard let colon = address.firstIndex(of: ":") else { return nil }
    let rest = address[address.index(after: colon)...]
    switch address[..<colon].lowercased() {
    case "https":
      guard rest.hasPrefix("//"), let first = rest.dropFirst(2).first else { return nil }
      return "/?#".contains(first) ? nil : address
    case "mailto", "tel": return rest.isEmpty ? nil : address
    case _: return nil
    }
  }
}
