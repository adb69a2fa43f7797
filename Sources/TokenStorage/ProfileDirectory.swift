import Glibc
import TokenModel

/// The profiles that keep anything in one state directory, side by side.
public enum ProfileDirectory {
  private static let suffix = ".db"

  /// The names of all profiles whose database holds anything, sorted; none where there is no directory.
  ///
  /// Opens no database and needs no key. Throws `notWritable` for a directory that cannot be read.
  public static func profiles(in directory: String) throws(StorageFault) -> [String] {
    guard let stream = opendir(directory) else {
      guard errno == ENOENT else {
        throw .notWritable(path: directory, reason: SystemError.text())
      }
      return []
    }
    defer { closedir(stream) }
    var profiles: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasSuffix(suffix), !name.hasPrefix("."), name.count > suffix.count,
        StateFiles.hasContent("\(directory)/\(name)")
      else { continue }
      profiles.append(String(name.dropLast(suffix.count)))
    }
    return profiles.sorted()
  }
}
