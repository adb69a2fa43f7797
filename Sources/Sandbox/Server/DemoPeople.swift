import PowerAuth
import Resources
import TokenModel

/// The people whom a new bank knows, with passwords that everybody knows.
enum DemoPeople {
  /// Of all of them.
  static let password = "sandbox"

  /// Reads the embedded document.
  static func read() throws -> [BankUser] {
    let people = try JSONValue(parsing: Array(SandboxResources.people.utf8)).object
    guard let people else { throw OperationTemplates.Broken() }
    return people.sorted { $0.key < $1.key }.map { id, claims in
      var user = BankUser(id: id, claims: claims)
      user.setPassword(password)
      return user
    }
  }
}
